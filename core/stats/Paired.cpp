// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Paired.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace shotlab::stats
{

namespace
{

constexpr std::array<PseudoColumn, 3> kHalfOfEachOutcome {{{1.0, 0.5}, {-1.0, 0.5}, {0.0, 1.0}}};

std::vector<std::int8_t> rowDifference(const std::vector<std::uint8_t> &a, const std::vector<std::uint8_t> &b)
{
    std::vector<std::int8_t> row(a.size());
    std::transform(a.begin(), a.end(), b.begin(), row.begin(),
                   [](std::uint8_t x, std::uint8_t y) { return static_cast<std::int8_t>(x - y); });
    return row;
}

/// Row of the cell that belongs to this draw, or nothing.
const std::vector<std::uint8_t> *rowOf(const CellOutcomes &cell, bool fixed, int draw)
{
    if (fixed)
        return &cell.correct.front();
    const auto found = std::find(cell.draws.begin(), cell.draws.end(), draw);
    return found == cell.draws.end() ? nullptr : &cell.correct[static_cast<std::size_t>(found - cell.draws.begin())];
}

} // namespace

DrawLuckRatio PairedDifference::drawLuckRatio() const
{
    return {squares.residual > 0 ? squares.ofDraws / squares.residual : 0, static_cast<double>(draws - 1)};
}

std::optional<PairedDifference> pairedDifference(const CellOutcomes &a, bool fixedA, const CellOutcomes &b, bool fixedB)
{
    if (a.correct.empty() || b.correct.empty() || a.correct.front().empty())
        return std::nullopt;
    std::vector<std::vector<std::int8_t>> rows;
    for (const int draw : fixedA ? b.draws : a.draws) {
        const std::vector<std::uint8_t> *rowA = rowOf(a, fixedA, draw);
        const std::vector<std::uint8_t> *rowB = rowOf(b, fixedB, draw);
        if (rowA == nullptr || rowB == nullptr)
            continue;
        if (rowA->size() != rowB->size())
            return std::nullopt;
        rows.push_back(rowDifference(*rowA, *rowB));
    }
    if (rows.empty())
        return std::nullopt;

    PairedDifference difference;
    difference.draws = static_cast<int>(rows.size());
    difference.tests = static_cast<int>(rows.front().size());
    difference.squares = crossedMeanSquares(rows, kHalfOfEachOutcome);
    // The pseudo examples add up to no difference, so they only thin the mean out.
    difference.mean = difference.squares.mean * difference.squares.tests / difference.tests;
    return difference;
}

LuckParts luckOf(const PairedDifference &difference, const DrawLuckPrior &prior)
{
    const CrossedMeanSquares &squares = difference.squares;
    LuckParts luck;
    luck.draws = squares.ofDraws / squares.count();
    luck.drawsDf = difference.draws - 1;
    if (squares.residual > 0) {
        const DrawLuckRatio ratio = moderated(difference.drawLuckRatio(), prior);
        luck.draws = ratio.ratio * squares.residual / squares.count();
        luck.drawsDf = ratio.df;
    }
    luck.tests = std::max(squares.ofTests - squares.residual, 0.0) / squares.count();
    luck.testsDf = squares.tests - 1;
    return luck;
}

int moreDrawsNeeded(const PairedDifference &difference, const DrawLuckPrior &prior, double alpha, int most)
{
    const LuckParts now = luckOf(difference, prior);
    const auto enough = [&](int more) {
        LuckParts luck = now;
        luck.draws = now.draws * difference.draws / (difference.draws + more);
        luck.drawsDf = now.drawsDf + more;
        return halfWidth(luck, alpha) < std::abs(difference.squares.mean);
    };
    if (!enough(most))
        return 0;
    int tooFew = 0;
    int plenty = most;
    while (plenty - tooFew > 1) {
        const int middle = (tooFew + plenty) / 2;
        (enough(middle) ? plenty : tooFew) = middle;
    }
    return plenty;
}

} // namespace shotlab::stats
