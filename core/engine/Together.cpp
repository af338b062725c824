// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Together.h"

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
    at::parallel_for(0, static_cast<std::int64_t>(count), 1, [&action](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i)
            action(static_cast<std::size_t>(i));
    });
}

} // namespace shotlab::engine
