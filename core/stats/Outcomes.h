// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "lab/Comparison.h"
#include "lab/Finding.h"
#include "lab/Shots.h"

namespace shotlab::stats
{

/// Right (1) or wrong (0) answers: one row per finished draw, one column per test example.
using CorrectMatrix = std::vector<std::vector<std::uint8_t>>;

/// What the finished runs of one arm at one k brought.
struct CellOutcomes {
    int arm = 0; ///< index into Comparison::arms
    Shots shots;
    std::vector<int> draws; ///< draw number of each row
    CorrectMatrix correct;
    std::vector<double> trainAccuracy; ///< per row, 0..1; empty where nothing was trained
    std::vector<Retention> retention; ///< per row; empty where it was not measured in every one
    double seconds = 0; ///< mean per run
    std::int64_t trainedParameters = 0;
    /// Per row, per test example: index of the class answered (for mix-ups).
    std::vector<std::vector<std::int16_t>> answers;
};

/// Accuracy with its 95 % interval, see Intervals.h for the method.
[[nodiscard]] CellSummary summarise(const CellOutcomes &cell);

/// Everything the numbers support, most informative first. Chance, majority and the test labels come from the comparison.
[[nodiscard]] std::vector<Finding> findings(const Comparison &comparison, const std::vector<CellOutcomes> &cells);

/// Counts of (true class, answered class) over all rows of a cell; counts[t][a].
[[nodiscard]] std::vector<std::vector<int>> confusion(const CellOutcomes &cell, const std::vector<int> &testLabels, int classes);

} // namespace shotlab::stats
