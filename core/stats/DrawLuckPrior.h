// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace shotlab::stats
{

/// With three draws nobody knows from one comparison alone how much the luck of the draw matters. All comparisons of a grid
/// together do know something: this is Smyth's moderated variance (Statistical Applications in Genetics and Molecular
/// Biology 3, 2004), applied to the ratio of the draws' mean square to the residual mean square.
struct DrawLuckRatio {
    double ratio = 0; ///< CrossedMeanSquares::ofDraws / residual, > 0
    double df = 0; ///< draws - 1
};

struct DrawLuckPrior {
    double ratio = 1; ///< typical ratio
    double df = 0; ///< what that knowledge is worth in degrees of freedom; 0: nothing known
};

/// Fits the prior by moments of the logarithms. Nothing known with fewer than kFewestRatios; never worth more than
/// kMostPriorDf, because comparisons that share arms and draws tell less than as many separate ones.
constexpr int kFewestRatios = 4;
constexpr double kMostPriorDf = 6;
[[nodiscard]] DrawLuckPrior drawLuckPrior(const std::vector<DrawLuckRatio> &ratios);

/// Prior and own ratio weighted by their degrees of freedom; never below 1, since a variance is not negative.
[[nodiscard]] DrawLuckRatio moderated(const DrawLuckRatio &own, const DrawLuckPrior &prior);

} // namespace shotlab::stats
