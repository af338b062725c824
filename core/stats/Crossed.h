// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace shotlab::stats
{

/// Two kinds of luck meet in one table: which support set was drawn (rows) and which test examples happen to be in the test
/// set (columns). Both are samples, so the mean of the table varies with both. Balanced two-way random effects model
///   x_di = mean + draw_d + test_i + residual_di
/// with the mean squares of the analysis of variance (Searle, Casella & McCulloch, Variance Components, 1992, chapter 4).

/// A made-up test example that has the same value in every draw and counts as weight examples. A few of them keep
/// intervals honest near the edges, where the sample shows no variance at all (Agresti & Coull 1998, Agresti & Min 2005).
struct PseudoColumn {
    double value = 0;
    double weight = 0;
};

struct CrossedMeanSquares {
    double mean = 0; ///< of the table, pseudo columns included
    int draws = 0; ///< rows
    double tests = 0; ///< columns, pseudo columns included by weight
    double ofDraws = 0; ///< expectation: residual variance + tests x draw variance; 0 with one row
    double ofTests = 0; ///< expectation: residual variance + draws x test variance
    double residual = 0; ///< expectation: residual variance; 0 with one row

    [[nodiscard]] double count() const { return draws * tests; }
    [[nodiscard]] double residualDf() const { return (draws - 1) * (tests - 1); }
};

/// rows: at least one, all of the same length >= 1. Element type std::uint8_t (right or wrong) or std::int8_t (differences).
template<typename T>
[[nodiscard]] CrossedMeanSquares crossedMeanSquares(const std::vector<std::vector<T>> &rows,
                                                    std::span<const PseudoColumn> pseudo = {});

/// What each kind of luck adds to the variance of the mean, and how well that is known.
struct LuckParts {
    double draws = 0; ///< variance
    double drawsDf = 0; ///< degrees of freedom, > 0 unless draws is 0
    double tests = 0; ///< variance
    double testsDf = 0;
};

/// Half the width of the two-sided interval of level 1 - alpha around the mean:
///   half^2 = t(drawsDf)^2 x draws + t(testsDf)^2 x tests.
/// Each kind of luck keeps its own Student quantile (the modified large-sample idea of Graybill & Wang 1980, see Burdick &
/// Graybill, Confidence Intervals on Variance Components, 1992). Where one kind dominates this is the exact t interval, as
/// Satterthwaite's single quantile is; between them Satterthwaite's covers too little with three draws, because a draw
/// variance that is underestimated also claims too many degrees of freedom.
[[nodiscard]] double halfWidth(const LuckParts &luck, double alpha);

/// The alpha at which an interval of that half-width just reaches distance: the two-sided p value of "the mean is 0" for
/// a mean that far from 0. Not below 1e-15.
[[nodiscard]] double twoSidedP(const LuckParts &luck, double distance);

} // namespace shotlab::stats
