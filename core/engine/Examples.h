// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <QByteArray>

#include "lab/ModelCard.h"
#include "lab/Result.h"

namespace shotlab::media
{
class WordPiece;
} // namespace shotlab::media

namespace shotlab::engine
{

/// How examples become what a model sees.
struct ExampleForm {
    ModelCard card;
    int side = 0; ///< pixels of the square that a picture becomes
    std::shared_ptr<const media::WordPiece> vocabulary; ///< set: examples are sentences in UTF-8
};

/// All examples the host has sent, decoded to what the open model sees: 8 bits a channel, CHW, or token ids. Decoding runs
/// on threads of its own; every function may be called from any thread.
class Examples
{
public:
    using Answer = std::function<void(const std::string &hash, const Done &done)>;

    /// answer is called from the decoding threads, once for every put.
    Examples(int threads, Answer answer);
    ~Examples();
    Examples(const Examples &) = delete;
    Examples &operator=(const Examples &) = delete;

    /// What every example becomes; those already here are decoded again in the background.
    void setForm(ExampleForm form);

    void put(const std::string &hash, const QByteArray &bytes);
    /// A sentence that is no example of the host's but passes the network like one; its number. No answer.
    int add(const std::string &sentence);

    /// Something that is looked at once and is no example: it takes the place of the one before. Its number. No answer.
    int passing(const QByteArray &bytes);

    [[nodiscard]] bool has(const std::string &hash) const;
    /// Stable number of an example from 0 in order of arrival. Throws Failure for an unknown hash.
    [[nodiscard]] int number(const std::string &hash) const;
    [[nodiscard]] const std::string &hash(int number) const;
    [[nodiscard]] int count() const;

    /// As the host sent them: shares the memory.
    [[nodiscard]] QByteArray bytes(int number) const;
    /// channels x side x side values; waits for the decoder. Throws Failure (PictureUnreadable, ...) when the picture was
    /// rejected.
    [[nodiscard]] const std::vector<std::uint8_t> &pixels(int number);
    /// Token ids, with the two at the ends; waits for the decoder.
    [[nodiscard]] const std::vector<std::int32_t> &tokens(int number);

private:
    struct Entry {
        std::string hash;
        QByteArray bytes;
        std::vector<std::uint8_t> values;
        std::vector<std::int32_t> tokens;
        Done done;
        bool ready = false;
        bool answered = false;
        int generation = 0; ///< of the form it was last queued for
    };

    Entry &entryOf(const std::string &hash);
    const Entry &decoded(int number);
    void enqueue(Entry &entry);
    void work(const std::stop_token &stop);
    void decode(Entry &entry);

    Answer m_answer;
    std::deque<Entry> m_entries; ///< a deque: references stay valid while it grows
    std::unordered_map<std::string, int> m_numbers;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable m_decoded;
    std::deque<Entry *> m_queue;
    std::shared_ptr<const ExampleForm> m_form; ///< none before a model is open
    int m_generation = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace shotlab::engine
