// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <nlohmann/json.hpp>

#include "engine/Engine.h"
#include "protocol/Messages.h"

/// The pictures of tools/reference/engine_reference.py, and an engine whose events are kept.
namespace shotlab::engine::test
{

constexpr int kSide = 12;
constexpr int kClasses = 3;
constexpr int kShots = 4;
constexpr int kTests = 10;

inline std::string dataFile(const std::string &name) { return std::string(ENGINE_DATA) + "/" + name; }

inline nlohmann::json reference()
{
    QFile file(QString::fromStdString(dataFile("reference.json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("reference.json is missing");
    return nlohmann::json::parse(file.readAll().toStdString());
}

inline std::vector<std::uint8_t> noise(std::uint32_t seed, int count)
{
    std::vector<std::uint8_t> pixels;
    std::uint64_t state = seed;
    for (int i = 0; i < count; ++i) {
        state = (1103515245 * state + 12345) % (std::uint64_t {1} << 31);
        pixels.push_back(static_cast<std::uint8_t>(state >> 16));
    }
    return pixels;
}

/// Noise with a bright bar whose place tells the class.
inline std::vector<std::uint8_t> labelledPixels(std::uint32_t seed, int label)
{
    std::vector<std::uint8_t> pixels = noise(seed, kSide * kSide);
    for (int i = 0; i < kSide * kSide; ++i) {
        const bool inBar = i / kSide / 4 == label;
        auto &pixel = pixels[static_cast<std::size_t>(i)];
        pixel = static_cast<std::uint8_t>(pixel / 2 + (inBar ? 100 : 0));
    }
    return pixels;
}

inline QByteArray png(const std::vector<std::uint8_t> &grey, int side)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage(grey.data(), side, side, side, QImage::Format_Grayscale8).save(&buffer, "PNG");
    return bytes;
}

class Harness
{
public:
    Harness() : m_engine([this](const protocol::FromEngine &event) { keep(event); }) { }

    Engine &engine() { return m_engine; }

    protocol::FromEngine open(const std::string &path, std::optional<ModelCard> card = {}, int workingSize = 0)
    {
        m_engine.handle(protocol::OpenModel {1, path, std::move(card), workingSize});
        return last();
    }

    /// Sends the reference's support and test pictures; reversed: in the opposite order.
    void putPictures(bool reversed = false)
    {
        std::vector<protocol::PutExample> puts;
        for (int i = 0; i < kClasses * kShots; ++i)
            puts.push_back({supportHash(i), png(labelledPixels(static_cast<std::uint32_t>(100 + i), i / kShots), kSide)});
        for (int i = 0; i < kTests; ++i)
            puts.push_back({testHash(i), png(labelledPixels(static_cast<std::uint32_t>(500 + i), i % kClasses), kSide)});
        if (reversed)
            std::reverse(puts.begin(), puts.end());
        for (const protocol::PutExample &put : puts)
            m_engine.handle(put);
    }

    void setTestSet()
    {
        protocol::SetTestSet set;
        set.classes = kClasses;
        set.links = {{0, 1}, {2}, {3, 4}};
        for (int i = 0; i < kTests; ++i) {
            set.hashes.push_back(testHash(i));
            set.labels.push_back(i % kClasses);
        }
        m_engine.handle(set);
    }

    static std::string supportHash(int i) { return "support" + std::to_string(i); }
    static std::string testHash(int i) { return "test" + std::to_string(i); }

    static protocol::StartRun run(ArmKind kind, Settings settings, int shots = kShots, std::uint64_t seed = 1)
    {
        protocol::StartRun start;
        start.run = 7;
        start.arm.kind = kind;
        start.arm.settings = std::move(settings);
        start.shots = Shots(shots);
        start.seed = seed;
        for (int c = 0; usesExamples(kind) && c < kClasses; ++c) {
            start.support.emplace_back();
            for (int i = 0; i < shots; ++i)
                start.support.back().push_back(supportHash(c * kShots + i));
        }
        return start;
    }

    /// Handles the run and returns its terminal event.
    protocol::FromEngine did(const protocol::StartRun &start)
    {
        m_engine.handle(start);
        return last();
    }

    std::vector<protocol::FromEngine> events()
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }

    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_events.clear();
    }

    template<typename Event> std::vector<Event> all()
    {
        std::vector<Event> some;
        for (const protocol::FromEngine &event : events()) {
            if (const auto *one = std::get_if<Event>(&event))
                some.push_back(*one);
        }
        return some;
    }

    /// Called for every event, on the thread it comes from.
    std::function<void(const protocol::FromEngine &)> watch;

private:
    /// The last event that is no answer about an example: those come from other threads.
    protocol::FromEngine last()
    {
        const auto kept = events();
        for (auto event = kept.rbegin(); event != kept.rend(); ++event) {
            if (!std::holds_alternative<protocol::ExampleStored>(*event)
                && !std::holds_alternative<protocol::ExampleRejected>(*event))
                return *event;
        }
        return protocol::RunCancelled {-1};
    }

    void keep(const protocol::FromEngine &event)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_events.push_back(event);
        }
        if (watch)
            watch(event);
    }

    std::mutex m_mutex;
    std::vector<protocol::FromEngine> m_events;
    Engine m_engine;
};

/// Settings of a short training that fits the tiny network.
inline Settings trainingSettings(const std::string &batchNorm = "eval")
{
    return {{"optimiser", std::string("adam")},
            {"lr-trunk", 2e-3},
            {"lr-head", 5e-3},
            {"weight-decay", 0.0},
            {"steps-few", 20.0},
            {"steps-many", 40.0},
            {"batch", 64.0},
            {"head-first", std::string("yes")},
            {"C", 10.0},
            {"batch-norm", batchNorm}};
}

} // namespace shotlab::engine::test
