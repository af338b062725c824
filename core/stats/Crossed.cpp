// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Crossed.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/tools/roots.hpp>

#include "stats/Distributions.h"

namespace shotlab::stats
{

namespace
{

constexpr double kSmallestP = 1e-15;

double squared(double x) { return x * x; }

} // namespace

template<typename T>
CrossedMeanSquares crossedMeanSquares(const std::vector<std::vector<T>> &rows, std::span<const PseudoColumn> pseudo)
{
    const std::size_t draws = rows.size();
    const std::size_t columns = rows.front().size();
    std::vector<int> columnSums(columns, 0);
    std::vector<double> rowSums;
    double sum = 0;
    double squares = 0;
    for (const std::vector<T> &row : rows) {
        int rowSum = 0;
        int rowSquares = 0;
        for (std::size_t i = 0; i < columns; ++i) {
            const int x = row[i];
            rowSum += x;
            rowSquares += x * x;
            columnSums[i] += x;
        }
        rowSums.push_back(rowSum);
        sum += rowSum;
        squares += rowSquares;
    }

    double pseudoSum = 0;
    double pseudoWeight = 0;
    for (const PseudoColumn &column : pseudo) {
        pseudoSum += column.weight * column.value;
        pseudoWeight += column.weight;
    }
    const auto d = static_cast<double>(draws);
    CrossedMeanSquares result;
    result.draws = static_cast<int>(draws);
    result.tests = static_cast<double>(columns) + pseudoWeight;
    result.mean = (sum + d * pseudoSum) / result.count();

    double betweenDraws = 0;
    for (const double rowSum : rowSums)
        betweenDraws += result.tests * squared((rowSum + pseudoSum) / result.tests - result.mean);
    double betweenTests = 0;
    for (const int columnSum : columnSums)
        betweenTests += d * squared(columnSum / d - result.mean);
    double total = squares - 2 * result.mean * sum + d * static_cast<double>(columns) * squared(result.mean);
    for (const PseudoColumn &column : pseudo) {
        betweenTests += d * column.weight * squared(column.value - result.mean);
        total += d * column.weight * squared(column.value - result.mean);
    }

    if (result.tests > 1)
        result.ofTests = betweenTests / (result.tests - 1);
    if (draws > 1)
        result.ofDraws = betweenDraws / (d - 1);
    if (result.residualDf() > 0) {
        const double residual = total - betweenDraws - betweenTests;
        // Rounding leaves crumbs where the table has no residual at all.
        result.residual = residual > 1e-12 * total ? residual / result.residualDf() : 0;
    }
    return result;
}

template CrossedMeanSquares crossedMeanSquares(const std::vector<std::vector<std::uint8_t>> &, std::span<const PseudoColumn>);
template CrossedMeanSquares crossedMeanSquares(const std::vector<std::vector<std::int8_t>> &, std::span<const PseudoColumn>);

double halfWidth(const LuckParts &luck, double alpha)
{
    double variance = 0;
    if (luck.draws > 0)
        variance += squared(studentUpperQuantile(alpha / 2, luck.drawsDf)) * luck.draws;
    if (luck.tests > 0)
        variance += squared(studentUpperQuantile(alpha / 2, luck.testsDf)) * luck.tests;
    return std::sqrt(variance);
}

double twoSidedP(const LuckParts &luck, double distance)
{
    const double far = std::abs(distance);
    const double variance = luck.draws + luck.tests;
    if (far == 0.0)
        return 1.0;
    if (variance <= 0)
        return kSmallestP;
    // Both quantiles lie between the normal one and Student's with the fewer degrees of freedom, and so does the p value.
    double fewest = luck.tests > 0 ? luck.testsDf : luck.drawsDf;
    if (luck.draws > 0)
        fewest = std::min(fewest, luck.drawsDf);
    const double errors = far / std::sqrt(variance);
    const double lowest = std::max(kSmallestP, 2 * normalUpperTail(errors));
    const double highest = std::max(kSmallestP, 2 * studentUpperTail(errors, fewest));
    const auto excess = [&](double logAlpha) { return halfWidth(luck, std::exp(logAlpha)) - far; };
    const double low = std::log(lowest);
    const double high = std::log(highest);
    if (high - low < 1e-9 || excess(low) <= 0)
        return lowest;
    if (excess(high) >= 0)
        return highest;
    constexpr int kBits = 25;
    std::uintmax_t steps = 60;
    const auto root
        = boost::math::tools::toms748_solve(excess, low, high, boost::math::tools::eps_tolerance<double>(kBits), steps);
    return std::exp((root.first + root.second) / 2);
}

} // namespace shotlab::stats
