// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Together.h"

#include <atomic>

#include <ATen/Parallel.h>

#include "engine/Network.h"

namespace shotlab::engine
{

std::size_t batchesAtOnce(const Network &network)
{
    return network.readsText() ? static_cast<std::size_t>(at::get_num_threads()) : 1;
}

void together(std::size_t count, const std::function<void(std::size_t)> &action)
{
    if (count == 1) {
        action(0);
        return;
    }
    // Whoever is done takes the next one: they need not be equally long.
    std::atomic<std::size_t> next = 0;
    at::parallel_for(0, at::get_num_threads(), 1, [&](std::int64_t, std::int64_t) {
        for (std::size_t i = next++; i < count; i = next++)
            action(i);
    });
}

} // namespace shotlab::engine
