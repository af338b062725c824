// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Intervals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "stats/Crossed.h"
#include "stats/Distributions.h"

namespace shotlab::stats
{

namespace
{

constexpr std::array<PseudoColumn, 2> kHalfRightHalfWrong {{{1.0, 0.5}, {0.0, 0.5}}};

double rawMean(const CorrectMatrix &correct)
{
    long right = 0;
    for (const std::vector<std::uint8_t> &row : correct)
        right = std::accumulate(row.begin(), row.end(), right);
    return static_cast<double>(right) / static_cast<double>(correct.size() * correct.front().size());
}

} // namespace

Estimate wilson(double proportion, double count, double quantile)
{
    const double q2 = quantile * quantile;
    const double centre = (proportion + q2 / (2 * count)) / (1 + q2 / count);
    const double half = quantile * std::sqrt(proportion * (1 - proportion) / count + q2 / (4 * count * count)) / (1 + q2 / count);
    // Rounding must not push a limit past the proportion at 0 and 1.
    return {proportion, std::clamp(centre - half, 0.0, proportion), std::clamp(centre + half, proportion, 1.0)};
}

Estimate accuracyInterval(const CorrectMatrix &correct, double alpha)
{
    const double mean = rawMean(correct);
    if (correct.size() == 1)
        return wilson(mean, static_cast<double>(correct.front().size()), normalUpperQuantile(alpha / 2));

    const CrossedMeanSquares squares = crossedMeanSquares(correct, kHalfRightHalfWrong);
    const double n = squares.count();
    LuckParts luck;
    luck.draws = std::max(squares.ofDraws - squares.residual, 0.0) / n;
    luck.drawsDf = squares.draws - 1;
    luck.tests = std::max(squares.ofTests, squares.residual) / n;
    luck.testsDf = squares.tests - 1;
    const double quantile = studentUpperQuantile(alpha / 2, luck.testsDf);
    const double half = halfWidth(luck, alpha);
    const double effectiveCount = squares.mean * (1 - squares.mean) * quantile * quantile / (half * half);

    Estimate interval = wilson(squares.mean, effectiveCount, quantile);
    interval.mean = mean;
    // The half examples pull the interval inwards: where every answer was right it would end just short of 1.
    interval.low = std::min(*interval.low, mean);
    interval.high = std::max(*interval.high, mean);
    return interval;
}

} // namespace shotlab::stats
