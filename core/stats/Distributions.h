// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Quantiles and tails of the distributions used here. All arguments are upper-tail probabilities, so that very small
/// ones keep their digits.
namespace shotlab::stats
{

/// z with P(Z > z) = p for a standard normal Z; 0 < p < 1.
[[nodiscard]] double normalUpperQuantile(double p);
/// P(Z > z).
[[nodiscard]] double normalUpperTail(double z);

/// t with P(T > t) = p for Student's t with df > 0 (need not be whole) degrees of freedom; 0 < p < 1.
[[nodiscard]] double studentUpperQuantile(double p, double df);
/// P(T > t).
[[nodiscard]] double studentUpperTail(double t, double df);

/// P(F > f) for Fisher's F; f >= 0, both degrees of freedom > 0.
[[nodiscard]] double fisherUpperTail(double f, double numeratorDf, double denominatorDf);

[[nodiscard]] double digamma(double x); ///< x > 0
[[nodiscard]] double trigamma(double x); ///< x > 0

} // namespace shotlab::stats
