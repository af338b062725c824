// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "charts/ChartData.h"

/// Where things go, without any drawing: unit-tested apart.
namespace shotlab::charts
{

/// Position 0..1 of every k along the x axis. 0, 1, 2, 5, 10, all lie at 0, .20, .36, .58, .76, 1; other lists are placed by
/// log(1 + k) between their ends, "all" one step beyond the largest number, and no two closer than what a label needs.
[[nodiscard]] std::vector<double> shotsPositions(const std::vector<Shots> &shots);

/// Every k that needs a place: planned ones and those of the points; sorted, without doubles.
[[nodiscard]] std::vector<Shots> shotsOf(const AccuracyChartData &data);

/// Lower end of the y axis in per cent: 0, or 20, 40, 60, 80 where everything shown (bands and floors included) lies well above.
[[nodiscard]] double lowerBound(const AccuracyChartData &data, const std::vector<int> &hiddenArms);
[[nodiscard]] double lowerBound(const LearningChartData &data);

/// Pushes labels apart: wanted centres (any order) -> centres at least spacing apart, within [low, high] when they fit, order
/// kept, as near to the wanted places as a few rounds of relaxation bring them.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double> &wanted, double spacing, double low, double high);

/// Mean of several learning curves at the steps of the longest; each point over the draws that have come that far (linear in
/// between).
[[nodiscard]] std::vector<CurvePoint> meanCurve(const std::vector<std::vector<CurvePoint>> &draws);

/// Round ticks of a step axis from 0: 0, 10, 20, … at most about six.
[[nodiscard]] std::vector<int> stepTicks(int largest);

/// One row of the hover card or of the table: an arm at one k.
struct ReadingRow {
    const AccuracySeries *series = nullptr;
    const AccuracyPoint *point = nullptr;
};
/// All visible arms at this k (zero-shot at any), best first.
[[nodiscard]] std::vector<ReadingRow> readingAt(const AccuracyChartData &data, Shots shots, const std::vector<int> &hiddenArms);

/// The chart in words, for screen readers: "5 examples per class: full fine-tuning 95.1 %, …".
[[nodiscard]] QString readingText(const AccuracyChartData &data, Shots shots, const std::vector<int> &hiddenArms);

} // namespace shotlab::charts
