// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/SpeedBook.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <nlohmann/json.hpp>

namespace shotlab::runner
{

namespace
{

constexpr auto kFeatures = "features";
constexpr auto kTrial = "trial";
constexpr int kFewShots = 10; ///< up to here an arm does steps-few, beyond steps-many
/// A network of convolutions uses each weight many times per picture; this many is usual (EfficientNet-Lite0: 80).
constexpr double kUsesPerWeight = 80;
/// Backward costs twice the forward pass.
constexpr double kTrainingPasses = 3;

/// Units of work: forward passes of one example for arms that move the trunk, examples looked at for the others.
double workOf(const Arm &arm, const RunSize &size)
{
    if (!trainsTrunk(arm.kind))
        return 1.0 + size.supportExamples + size.testExamples;
    const bool few = !size.shots.isAll() && size.shots.perClass() <= kFewShots;
    const double steps = number(arm.settings, few ? "steps-few" : "steps-many", 1);
    const double batch = std::min(number(arm.settings, "batch", 1), static_cast<double>(size.supportExamples));
    return steps * batch * kTrainingPasses + size.testExamples;
}

/// Floating-point operations a second of one core, measured in about two milliseconds.
double machineSpeed()
{
    static const double speed = [] {
        constexpr int kLength = 4096;
        constexpr int kRounds = 400;
        std::vector<float> sums(kLength, 0.0F);
        std::vector<float> factors(kLength, 0.999F);
        const auto begin = std::chrono::steady_clock::now();
        for (int round = 0; round < kRounds; ++round) {
            for (std::size_t i = 0; i < sums.size(); ++i)
                sums[i] = sums[i] * factors[i] + 0.5F;
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        volatile const float kept = sums[kLength / 2];
        static_cast<void>(kept);
        return 2.0 * kLength * kRounds / std::max(took.count(), 1e-6);
    }();
    return speed;
}

} // namespace

SpeedBook::SpeedBook(QString file) : m_file(std::move(file))
{
    QFile stored(m_file);
    if (m_file.isEmpty() || !stored.open(QIODevice::ReadOnly))
        return;
    const QByteArray text = stored.readAll();
    const auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_object())
        return;
    for (const auto &[key, value] : json.items()) {
        if (value.is_number() && value.get<double>() > 0)
            m_rates[key] = value.get<double>();
    }
}

SpeedBook::~SpeedBook() { save(); }

void SpeedBook::save()
{
    if (!m_changed || m_file.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    // Another program may write at the same moment; the last one wins, and nothing but a guess is lost.
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QByteArray::fromStdString(nlohmann::json(m_rates).dump(1)));
    m_changed = !file.commit();
}

void SpeedBook::record(const std::string &what, double rate)
{
    if (!(rate > 0))
        return;
    constexpr double kNewest = 0.3;
    const auto [entry, isFirst] = m_rates.try_emplace(what, rate);
    if (!isFirst)
        entry->second += kNewest * (rate - entry->second);
    m_changed = true;
}

std::optional<double> SpeedBook::rate(const std::string &what) const
{
    const auto found = m_rates.find(what);
    return found == m_rates.end() ? std::nullopt : std::optional(found->second);
}

ModelSpeed::ModelSpeed(SpeedBook &book, const std::string &modelHash, const ModelCard &card, int workingSize, int threads)
    : m_book(&book), m_threads(std::max(1, threads))
{
    const int side = workingSize > 0 ? workingSize : card.workingSize;
    m_prefix = modelHash.substr(0, 16) + '/' + std::to_string(side) + '/' + std::to_string(m_threads) + '/';
    const double scale = card.inputSize > 0 ? static_cast<double>(side) / card.inputSize : 1.0;
    m_flopsPerExample = 2.0 * kUsesPerWeight * static_cast<double>(std::max<std::int64_t>(card.parameters, 1)) * scale * scale;
}

void ModelSpeed::recordRun(const Arm &arm, const RunSize &size, double seconds)
{
    m_book->record(keyOf(arm), seconds / workOf(arm, size));
}

void ModelSpeed::recordFeatures(double secondsPerExample) { m_book->record(m_prefix + kFeatures, secondsPerExample); }

void ModelSpeed::recordTrial(double secondsPerExample) { m_book->record(m_prefix + kTrial, secondsPerExample); }

std::optional<double> ModelSpeed::run(const Arm &arm, const RunSize &size) const
{
    const auto perUnit = m_book->rate(keyOf(arm));
    return perUnit ? std::optional(*perUnit * workOf(arm, size)) : std::nullopt;
}

std::optional<double> ModelSpeed::featuresPerExample() const { return m_book->rate(m_prefix + kFeatures); }

double ModelSpeed::guessRun(const Arm &arm, const RunSize &size) const
{
    constexpr double kReadoutSeconds = 2e-5; // one comparison of a feature with all classes
    constexpr double kPartBehindCut = 0.25; // rough: the frozen part is passed once and kept
    const double pass = guessFeaturesPerExample() * (arm.kind == ArmKind::ChosenLayers ? kPartBehindCut : 1);
    return workOf(arm, size) * (trainsTrunk(arm.kind) ? pass : kReadoutSeconds);
}

double ModelSpeed::guessFeaturesPerExample() const
{
    const auto trial = m_book->rate(m_prefix + kTrial);
    return trial ? *trial : m_flopsPerExample / (machineSpeed() * m_threads);
}

std::string ModelSpeed::keyOf(const Arm &arm) const
{
    std::string key = m_prefix + std::string(armName(arm.kind));
    for (const std::string &path : arm.layers.learning)
        key += ':' + path;
    return key;
}

} // namespace shotlab::runner
