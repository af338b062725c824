// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>

namespace shotlab::engine
{

struct Network;

/// How many batches pass this network at once, each on a thread of its own. The matrices of sentences are too small to be
/// shared out among threads one by one, and OpenBLAS works on one thread; pictures pass one batch at a time, on all threads.
[[nodiscard]] std::size_t batchesAtOnce(const Network &network);

/// action(0) to action(count - 1), more than one at the same time. What they throw is thrown on. The caller's modes of
/// LibTorch (gradients) do not reach into the action.
void together(std::size_t count, const std::function<void(std::size_t)> &action);

} // namespace shotlab::engine
