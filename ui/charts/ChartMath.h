// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "charts/ChartData.h"

/// What the numbers become before anything is drawn; where they then go on the screen is in ChartLayout.h. Unit-tested apart.
namespace shotlab::charts
{

/// Data that can be drawn without further thought: points sorted by k, one a k (the last one given wins), accuracies within
/// 0..1, nothing that is not a number.
[[nodiscard]] AccuracyChartData cleaned(AccuracyChartData data);
/// The same for learning curves: points sorted by step, empty draws gone.
[[nodiscard]] LearningChartData cleaned(LearningChartData data);

/// The data with the loss as the value of each point: what has none is gone. Accuracy: as they are.
[[nodiscard]] LearningChartData measuredAs(LearningChartData data, CurveMeasure measure);

/// Position 0..1 of every k (ascending, without doubles) along the x axis. 0, 1, 2, 5, 10, all lie at 0, .20, .36, .58, .76, 1;
/// other lists are placed by log(1 + k) between their ends, "all" one step (a doubling) beyond the largest number, and no two so
/// close that their labels could not stand side by side. A single k lies in the middle.
[[nodiscard]] std::vector<double> shotsPositions(const std::vector<Shots> &shots);

/// Every k that needs a place: planned ones and those of the points; sorted, without doubles.
[[nodiscard]] std::vector<Shots> shotsOf(const AccuracyChartData &data);

/// Lower end of the y axis in per cent: 0, or 20, 40, 60, 80 where every arm shown lies well above with its range. Floors do not
/// count: they would press all arms together at the top, and are named at the lower end where they lie below it.
[[nodiscard]] double lowerBound(const AccuracyChartData &data, const std::vector<int> &hiddenArms);
[[nodiscard]] double lowerBound(const LearningChartData &data);

/// Pushes labels apart: wanted centres (any order) -> centres at least spacing apart, within [low, high] when they fit (closer
/// together when they do not), order kept, with the least sum of squared distances to the wanted places (isotonic regression by
/// pooling adjacent violators).
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double> &wanted, double spacing, double low, double high);

/// A round number that no value of these curves exceeds; 1 where all are 0 or there are none.
[[nodiscard]] double roundedTop(const LearningChartData &data);

/// Ticks from 0 to a round top, so far apart that each has at least pixelsEach of the axis' pixels.
[[nodiscard]] std::vector<double> roundTicks(double top, double pixels, double pixelsEach);

/// Value of a curve at a step, linear between its points; nothing outside of them.
[[nodiscard]] std::optional<double> valueAt(const std::vector<CurvePoint> &curve, int step);

/// Mean of several learning curves at the steps of the longest; each point over the draws that have come that far (linear in
/// between).
[[nodiscard]] std::vector<CurvePoint> meanCurve(const std::vector<std::vector<CurvePoint>> &draws);

/// At most the lowest and the highest point of each of so many columns of equal width, in order: what a plot of that many pixels
/// can show. Short curves come back as they are.
[[nodiscard]] std::vector<CurvePoint> decimated(const std::vector<CurvePoint> &curve, int columns);

/// Round ticks of a step axis from 0: 0, 10, 20, … at most seven.
[[nodiscard]] std::vector<int> stepTicks(int largest);

/// Ticks of a per cent axis from low to 100, so far apart that each has at least pixelsEach of the axis' pixels.
[[nodiscard]] std::vector<double> percentTicks(double low, double pixels, double pixelsEach);

/// One row of the hover card or of the table: an arm at one k.
struct ReadingRow {
    const AccuracySeries *series = nullptr;
    const AccuracyPoint *point = nullptr;
};
/// All visible arms at this k (zero-shot at any), best first. Points into data.
[[nodiscard]] std::vector<ReadingRow> readingAt(const AccuracyChartData &data, Shots shots, const std::vector<int> &hiddenArms);

/// The chart in words, for screen readers: "5 examples per class: full fine-tuning 95.1 %, …".
[[nodiscard]] QString readingText(const AccuracyChartData &data, Shots shots, const std::vector<int> &hiddenArms);

/// What one run of it took: "2 s a run, 0.3 M weights change"; empty where nothing of it is known.
[[nodiscard]] QString costText(const AccuracyPoint &point);

/// Seconds of a run, or weights that change; nothing where that is not known.
[[nodiscard]] std::optional<double> costOf(const AccuracyPoint &point, Cost cost);
/// Place on a scale of powers of ten that has one for nothing, too, a little left of the least that is told apart: a
/// millisecond, a hundred weights.
[[nodiscard]] double costPosition(double amount, Cost cost);

/// Tables for other programs (RFC 4180, numbers with a point whatever the language). Accuracy: a line per method and k with
/// range, draws and cost; learning curves: a line per method, draw and step.
[[nodiscard]] QString csvText(const AccuracyChartData &data);
[[nodiscard]] QString csvText(const LearningChartData &data);

[[nodiscard]] bool isHidden(int arm, const std::vector<int> &hiddenArms);

} // namespace shotlab::charts
