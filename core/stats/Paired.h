// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include "stats/Crossed.h"
#include "stats/DrawLuckPrior.h"
#include "stats/Outcomes.h"

namespace shotlab::stats
{

/// Accuracy of one cell minus that of another, example by example and draw by draw.
struct PairedDifference {
    double mean = 0; ///< over the common draws, -1..1
    int draws = 0; ///< common draws; a test needs at least two
    int tests = 0;
    CrossedMeanSquares squares;

    [[nodiscard]] bool isTestable() const { return draws >= 2; }
    [[nodiscard]] DrawLuckRatio drawLuckRatio() const;
};

/// Differences a - b in {-1, 0, 1} over the draws both have and the same test examples, with the pseudo examples of Agresti &
/// Min (Statistics in Medicine 24, 2005; half an example for each of the four outcomes of a pair), so that two arms that
/// never differ still get an interval of some width.
///
/// fixed: that arm does not depend on the draw (zero-shot; frozen arms at k = all) and has one row, which meets every draw of
/// the other. Nothing when there is no common draw or the rows differ in length.
[[nodiscard]] std::optional<PairedDifference> pairedDifference(const CellOutcomes &a, bool fixedA, const CellOutcomes &b,
                                                               bool fixedB);

/// Variance of the mean difference by kind of luck. The residual counts as luck of the draw with its few degrees of freedom,
/// on the safe side: this decides claims. Needs isTestable().
[[nodiscard]] LuckParts luckOf(const PairedDifference &difference, const DrawLuckPrior &prior = {});

/// How many draws beyond the present ones an interval of this level would need to exclude 0, if the difference stays as it is.
/// 0 when most more would not do (the test examples set the limit, or there is no difference).
[[nodiscard]] int moreDrawsNeeded(const PairedDifference &difference, const DrawLuckPrior &prior, double alpha, int most);

} // namespace shotlab::stats
