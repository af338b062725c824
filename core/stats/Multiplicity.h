// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace shotlab::stats
{

/// Holm's step-down correction (Scandinavian Journal of Statistics 6, 1979): the chance of even one false claim among all
/// comparisons shown stays below alpha.
struct Holm {
    std::vector<double> adjusted; ///< corrected p values, same order as given
    /// Level at which each hypothesis was tested: alpha / (m - r) for the one rejected after r others, and for all that
    /// were retained the level at which the procedure stopped. A 1 - level interval excludes 0 exactly when
    /// the corrected p value is at most alpha.
    std::vector<double> levels;
};

[[nodiscard]] Holm holm(const std::vector<double> &p, double alpha);

} // namespace shotlab::stats
