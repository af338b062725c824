// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "protocol/Messages.h"

namespace shotlab::engine
{

/// Answers the host's messages: opens models, keeps examples, does runs one by one. Nothing is thrown to the outside;
/// whatever goes wrong becomes RequestFailed, ExampleRejected or RunFailed, and the engine goes on.
///
/// A run's result depends on the model, its arm, seed, support, test set and the number of threads alone; not on earlier
/// runs, on what is cached, or on the order in which examples came.
class Engine
{
public:
    /// Called from the thread that calls handle() and from decoding threads, so it has to be thread-safe.
    using Emit = std::function<void(const protocol::FromEngine &)>;

    explicit Engine(Emit emit);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// One message, in order, always from the same thread; returns when it is done (a run: after its terminal event).
    void handle(const protocol::ToEngine &message);

    /// From any thread: what need not wait for its turn. CancelRun ends the run between two operations with RunCancelled (or
    /// as soon as it is started) and PutExample is taken in; both are done with this, true. AskReadouts and AskAnswers are
    /// answered between two batches of a run in progress; they are handled in their turn as well and answered then if that
    /// could not be done: false, as for all other messages.
    bool overtake(const protocol::ToEngine &message);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace shotlab::engine
