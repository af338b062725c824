// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine process: protocol messages in on stdin, events out on stdout. See core/protocol/Messages.h.

#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>

#include <QCoreApplication>
#include <sys/resource.h>
#include <unistd.h>

#include "engine/Engine.h"
#include "engine/Runtime.h"
#include "protocol/Messages.h"

namespace
{

using namespace shotlab;

constexpr int kNiceness = 10; // the window and the user's other programs come first
constexpr int kBrokenStream = 3;

/// Ends at once: no run is worth waiting for when nobody listens, and LibTorch's threads may be busy for seconds.
[[noreturn]] void leave(int status) { std::_Exit(status); }

/// The one writer of the protocol stream. Anything else that prints on stdout lands on stderr.
class Output
{
public:
    Output() : m_descriptor(dup(STDOUT_FILENO))
    {
        if (m_descriptor < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
            leave(EXIT_FAILURE);
    }

    void write(const protocol::FromEngine &event)
    {
        const QByteArray bytes = protocol::encode(event);
        const std::lock_guard lock(m_mutex);
        for (qsizetype done = 0; done < bytes.size();) {
            const ssize_t written
                = ::write(m_descriptor, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
            if (written > 0)
                done += written;
            else if (errno != EINTR)
                leave(EXIT_SUCCESS); // the host is gone
        }
    }

private:
    int m_descriptor;
    std::mutex m_mutex;
};

/// Messages on their way from the reading thread to the working one.
class Inbox
{
public:
    void push(protocol::ToEngine message)
    {
        const std::lock_guard lock(m_mutex);
        m_messages.push_back(std::move(message));
        m_wake.notify_one();
    }

    protocol::ToEngine pop()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return !m_messages.empty(); });
        protocol::ToEngine message = std::move(m_messages.front());
        m_messages.pop_front();
        return message;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<protocol::ToEngine> m_messages;
};

/// Reads until the host closes the stream, and ends the process then.
void readMessages(engine::Engine &engine, Inbox &inbox)
{
    protocol::Decoder<protocol::ToEngine> decoder;
    std::array<char, 1 << 16> buffer;
    while (true) {
        const ssize_t got = read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            leave(EXIT_SUCCESS);
        decoder.feed(QByteArray(buffer.data(), got));
        while (true) {
            auto message = decoder.next();
            if (!message) {
                std::fprintf(stderr, "shotlab-engine: broken input: %s\n", message.error().technical.c_str());
                leave(kBrokenStream);
            }
            if (!*message)
                break;
            if (std::holds_alternative<protocol::Shutdown>(**message))
                leave(EXIT_SUCCESS);
            if (!engine.overtake(**message))
                inbox.push(std::move(**message));
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    engine::tuneAllocator();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, SIG_IGN); // Ctrl+C reaches the whole group; the host decides and closes the stream
    setpriority(PRIO_PROCESS, 0, kNiceness);
    Output output;
    const QCoreApplication application(argc, argv); // image plugins are found through it

    engine::Engine engine([&output](const protocol::FromEngine &event) { output.write(event); });
    Inbox inbox;
    std::thread([&] { readMessages(engine, inbox); }).detach();
    while (true)
        engine.handle(inbox.pop());
}
