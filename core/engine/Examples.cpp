// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Examples.h"

#include <algorithm>

#include "engine/Failure.h"
#include "media/Picture.h"

namespace shotlab::engine
{

Examples::Examples(int threads, Answer answer) : m_answer(std::move(answer))
{
    for (int i = 0; i < std::max(1, threads); ++i)
        m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

Examples::~Examples()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

void Examples::setGeometry(const ModelCard &card, int side)
{
    const std::lock_guard lock(m_mutex);
    m_card = std::make_shared<const ModelCard>(card);
    m_side = side;
    ++m_generation;
    m_queue.clear();
    for (Entry &entry : m_entries) {
        entry.ready = false;
        enqueue(entry);
    }
}

void Examples::put(const std::string &hash, const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    const auto [at, isNew] = m_numbers.try_emplace(hash, static_cast<int>(m_entries.size()));
    if (isNew) {
        m_entries.emplace_back();
        m_entries.back().hash = hash;
    }
    Entry &entry = m_entries[static_cast<std::size_t>(at->second)];
    entry.bytes = bytes;
    entry.ready = false;
    entry.answered = false;
    enqueue(entry);
}

bool Examples::has(const std::string &hash) const
{
    const std::lock_guard lock(m_mutex);
    return m_numbers.count(hash) > 0;
}

const std::string &Examples::hash(int number) const
{
    const std::lock_guard lock(m_mutex);
    return m_entries[static_cast<std::size_t>(number)].hash;
}

int Examples::count() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_entries.size());
}

int Examples::number(const std::string &hash) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_numbers.find(hash);
    if (found == m_numbers.end())
        throw Failure(ErrorCode::Internal, {"example was never sent"}, hash);
    return found->second;
}

const std::vector<std::uint8_t> &Examples::pixels(int number)
{
    std::unique_lock lock(m_mutex);
    const Entry &entry = m_entries[static_cast<std::size_t>(number)];
    m_decoded.wait(lock, [&] { return entry.ready; });
    if (!entry.done)
        throw Failure(entry.done.error());
    return entry.values;
}

void Examples::enqueue(Entry &entry)
{
    entry.generation = m_generation;
    m_queue.push_back(&entry);
    m_wake.notify_one();
}

void Examples::work(const std::stop_token &stop)
{
    while (true) {
        Entry *entry = nullptr;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_queue.empty(); }))
                return;
            entry = m_queue.front();
            m_queue.pop_front();
        }
        decode(*entry);
    }
}

void Examples::decode(Entry &entry)
{
    std::shared_ptr<const ModelCard> card;
    QByteArray bytes;
    int side = 0;
    int generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        card = m_card;
        side = m_side;
        bytes = entry.bytes;
        generation = entry.generation;
    }
    // Before a model is open only the picture itself can be checked.
    Done done;
    std::vector<std::uint8_t> values;
    if (side == 0) {
        if (auto picture = media::decode(bytes); !picture)
            done = tl::unexpected(picture.error());
    } else if (auto input = media::modelInput(bytes, *card, side)) {
        values = std::move(input->values);
    } else {
        done = tl::unexpected(input.error());
    }
    bool answer = false;
    {
        const std::lock_guard lock(m_mutex);
        if (generation != entry.generation)
            return; // queued again meanwhile, for another geometry
        entry.values = std::move(values);
        entry.done = done;
        entry.ready = side > 0 || !done;
        answer = !entry.answered;
        entry.answered = true;
    }
    m_decoded.notify_all();
    if (answer)
        m_answer(entry.hash, done);
}

} // namespace shotlab::engine
