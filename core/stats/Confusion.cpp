// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "stats/Outcomes.h"

namespace shotlab::stats
{

std::vector<std::vector<int>> confusion(const CellOutcomes &cell, const std::vector<int> &testLabels, int classes)
{
    const auto size = static_cast<std::size_t>(std::max(classes, 0));
    std::vector<std::vector<int>> counts(size, std::vector<int>(size, 0));
    for (const std::vector<std::int16_t> &row : cell.answers) {
        for (std::size_t i = 0; i < std::min(row.size(), testLabels.size()); ++i) {
            const int truth = testLabels[i];
            const int answer = row[i];
            if (truth >= 0 && truth < classes && answer >= 0 && answer < classes)
                ++counts[static_cast<std::size_t>(truth)][static_cast<std::size_t>(answer)];
        }
    }
    return counts;
}

} // namespace shotlab::stats
