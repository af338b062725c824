// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Multiplicity.h"

#include <algorithm>
#include <numeric>

namespace shotlab::stats
{

Holm holm(const std::vector<double> &p, double alpha)
{
    const std::size_t m = p.size();
    std::vector<std::size_t> order(m);
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });

    Holm result {std::vector<double>(m), std::vector<double>(m)};
    double highest = 0;
    std::size_t rejected = 0;
    bool stopped = false;
    for (std::size_t rank = 0; rank < m; ++rank) {
        const std::size_t i = order[rank];
        highest = std::max(highest, std::min(1.0, p[i] * static_cast<double>(m - rank)));
        result.adjusted[i] = highest;
        stopped = stopped || highest > alpha;
        result.levels[i] = alpha / static_cast<double>(m - rejected);
        if (!stopped)
            ++rejected;
    }
    return result;
}

} // namespace shotlab::stats
