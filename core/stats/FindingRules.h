// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "stats/Contrasts.h"
#include "stats/Evidence.h"

/// One rule per kind of finding. Each returns what the evidence supports, most informative first, and nothing otherwise.
namespace shotlab::stats
{

/// Ahead and CannotTell: at most one sentence per k of interest, plus one about zero-shot; CannotTell once per pair of arms.
[[nodiscard]] std::vector<Finding> contrastFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts);
/// Supported differences of opposite sign between the tuned and the frozen arm.
[[nodiscard]] std::vector<Finding> crossingFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts);
/// The tuned against the frozen arm where one costs at least three times the seconds.
[[nodiscard]] std::vector<Finding> priceFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts);
/// Zero-shot against the curve of the best frozen arm, read off on a logarithmic scale of k. Value 0 when zero-shot is not
/// better than guessing. shots is set when zero-shot is above the whole curve: the names are worth more than these examples.
[[nodiscard]] std::vector<Finding> worthOfNamesFindings(const Evidence &evidence);
/// Full fine-tuning against from scratch: how many times fewer examples it needs for the accuracy that from scratch reaches
/// at the largest k with a supported advantage (shots). A lower bound where full fine-tuning is above that accuracy at its
/// smallest k already. Value 1: no advantage anywhere, and less than kNothingGained is left open at the largest k.
[[nodiscard]] std::vector<Finding> worthOfPretrainingFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts);
/// Draws at least 5, spread at least 5 points and more than the test examples explain.
[[nodiscard]] std::vector<Finding> luckFindings(const Evidence &evidence);
/// One class is most often taken for one other by every learning arm, in at least a tenth of its cases.
[[nodiscard]] std::vector<Finding> stubbornMixUpFindings(const Evidence &evidence);
/// Fewer than 30 test examples in the smallest class, or fewer than three draws everywhere (draws is set then).
[[nodiscard]] std::vector<Finding> thinIceFindings(const Evidence &evidence);
/// At least 99 % right on its own examples, at most 70 % on the test set, and its interval below.
[[nodiscard]] std::vector<Finding> memorisedFindings(const Evidence &evidence);
/// What the arm that moves most weights lost of its old skill at its largest k, or that it has kept it.
[[nodiscard]] std::vector<Finding> forgettingFindings(const Evidence &evidence);

/// Shots k at which a curve reaches an accuracy: linear between neighbouring points over log k, first crossing from below.
struct CurvePoint {
    double perClass = 0; ///< k >= 1
    double accuracy = 0;
};
enum class CurveReach { Below, Within, Above }; ///< accuracy lies below / on / above the curve
struct CurveReading {
    CurveReach reach = CurveReach::Within;
    double perClass = 0; ///< smallest k when Below, largest when Above
};
/// points: at least one, ascending in perClass.
[[nodiscard]] CurveReading readCurve(const std::vector<CurvePoint> &points, double accuracy);

constexpr double kNothingGained = 0.03;

} // namespace shotlab::stats
