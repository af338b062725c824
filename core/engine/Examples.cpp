// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Examples.h"

#include <algorithm>

#include "engine/Failure.h"
#include "media/Picture.h"
#include "media/WordPiece.h"

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

void Examples::setForm(ExampleForm form)
{
    const std::lock_guard lock(m_mutex);
    m_form = std::make_shared<const ExampleForm>(std::move(form));
    ++m_generation;
    m_queue.clear();
    for (Entry &entry : m_entries) {
        entry.ready = false;
        enqueue(entry);
    }
}

/// The entry of that hash, made if there is none. Under the lock.
Examples::Entry &Examples::entryOf(const std::string &hash)
{
    const auto [at, isNew] = m_numbers.try_emplace(hash, static_cast<int>(m_entries.size()));
    if (isNew) {
        m_entries.emplace_back();
        m_entries.back().hash = hash;
    }
    return m_entries[static_cast<std::size_t>(at->second)];
}

void Examples::put(const std::string &hash, const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    Entry &entry = entryOf(hash);
    entry.bytes = bytes;
    entry.ready = false;
    entry.answered = false;
    enqueue(entry);
}

int Examples::add(const std::string &sentence)
{
    const QByteArray bytes = QByteArray::fromStdString(sentence);
    const std::string hash = "sentence " + media::sha256(bytes); // no name that the host gives
    const std::lock_guard lock(m_mutex);
    Entry &entry = entryOf(hash);
    if (!entry.answered) {
        entry.bytes = bytes;
        entry.answered = true;
        enqueue(entry);
    }
    return m_numbers.at(hash);
}

int Examples::passing(const QByteArray &bytes)
{
    const std::string name = "passing"; // no name that the host gives
    const std::lock_guard lock(m_mutex);
    Entry &entry = entryOf(name);
    entry.bytes = bytes;
    entry.ready = false;
    entry.answered = true;
    ++m_generation; // whoever still decodes the one before does it in vain
    enqueue(entry);
    return m_numbers.at(name);
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

const Examples::Entry &Examples::decoded(int number)
{
    std::unique_lock lock(m_mutex);
    const Entry &entry = m_entries[static_cast<std::size_t>(number)];
    m_decoded.wait(lock, [&] { return entry.ready; });
    if (!entry.done)
        throw Failure(entry.done.error());
    return entry;
}

QByteArray Examples::bytes(int number) const
{
    const std::lock_guard lock(m_mutex);
    return m_entries[static_cast<std::size_t>(number)].bytes;
}

const std::vector<std::uint8_t> &Examples::pixels(int number) { return decoded(number).values; }

const std::vector<std::int32_t> &Examples::tokens(int number) { return decoded(number).tokens; }

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
    std::shared_ptr<const ExampleForm> form;
    QByteArray bytes;
    int generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        form = m_form;
        bytes = entry.bytes;
        generation = entry.generation;
    }
    Done done;
    std::vector<std::uint8_t> values;
    std::vector<std::int32_t> tokens;
    if (!form) { // before a model is open only the picture itself can be checked
        if (auto picture = media::decode(bytes); !picture)
            done = tl::unexpected(picture.error());
    } else if (form->vocabulary) {
        tokens = form->vocabulary->ids({bytes.constData(), static_cast<std::size_t>(bytes.size())}, form->card.maxTokens);
    } else if (auto input = media::modelInput(bytes, form->card, form->side)) {
        values = std::move(input->values);
    } else {
        done = tl::unexpected(input.error());
    }
    bool answer = false;
    {
        const std::lock_guard lock(m_mutex);
        if (generation != entry.generation)
            return; // queued again meanwhile, for another form
        entry.values = std::move(values);
        entry.tokens = std::move(tokens);
        entry.done = done;
        entry.ready = form || !done;
        answer = !entry.answered;
        entry.answered = true;
    }
    m_decoded.notify_all();
    if (answer)
        m_answer(entry.hash, done);
}

} // namespace shotlab::engine
