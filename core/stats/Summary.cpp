// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <numeric>

#include "stats/Intervals.h"
#include "stats/Outcomes.h"

namespace shotlab::stats
{

CellSummary summarise(const CellOutcomes &cell)
{
    CellSummary summary;
    summary.arm = cell.arm;
    summary.shots = cell.shots;
    summary.draws = static_cast<int>(cell.correct.size());
    summary.seconds = cell.seconds;
    summary.trainedParameters = cell.trainedParameters;
    if (cell.correct.empty() || cell.correct.front().empty())
        return summary;
    summary.testSize = static_cast<int>(cell.correct.front().size());
    summary.testLuckOnly = summary.draws == 1;
    summary.accuracy = accuracyInterval(cell.correct);
    for (const std::vector<std::uint8_t> &row : cell.correct)
        summary.perDraw.push_back(std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(row.size()));
    return summary;
}

} // namespace shotlab::stats
