// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <vector>

#include "stats/Outcomes.h"

namespace shotlab::stats
{

/// The grid as the findings look at it: cells by arm and k with their summaries, and the arms people compare.
/// Keeps references to comparison and cells, which have to outlive it.
class Evidence
{
public:
    /// Cells without finished draws, of floors and baselines, or that do not fit the test set are left out.
    Evidence(const Comparison &comparison, const std::vector<CellOutcomes> &cells);

    struct Cell {
        const CellOutcomes *outcomes = nullptr;
        CellSummary summary;
        bool fixed = false; ///< does not depend on the draw: zero-shot, and frozen arms at k = all
    };

    [[nodiscard]] const Comparison &comparison() const { return *m_comparison; }
    [[nodiscard]] ArmKind kind(int arm) const { return m_comparison->arms()[static_cast<std::size_t>(arm)].kind; }
    /// Its examples are not all it learns from: prototypes that count the names of the classes too.
    [[nodiscard]] bool mixesNamesIn(int arm) const;
    [[nodiscard]] const Cell *cell(int arm, Shots shots) const;
    [[nodiscard]] const std::map<std::pair<int, Shots>, Cell> &cells() const { return m_cells; }
    /// Arms that learn from examples and have a cell at this k.
    [[nodiscard]] std::vector<int> learningArms(Shots shots) const;
    /// Every k > 0 at which some arm has a cell, ascending.
    [[nodiscard]] const std::vector<Shots> &shots() const { return m_shots; }
    /// The k people ask about, most asked first: 5, 1 and the largest one measured with more than one draw. Where 5 or 1 was
    /// not measured the middle and the smallest stand in.
    [[nodiscard]] std::vector<Shots> shotsOfInterest() const;
    /// Draws that both cells are going to have. Fixed cells meet every draw.
    [[nodiscard]] int plannedDraws(int armA, Shots shotsA, int armB, Shots shotsB) const;

    /// First arm of the first of these kinds that the comparison has.
    [[nodiscard]] std::optional<int> firstOf(std::initializer_list<ArmKind> kinds) const;
    /// The two sides of the main question: what moves (full fine-tuning, else chosen layers) and what stays frozen
    /// (linear probe, else prototypes, else nearest neighbour).
    [[nodiscard]] std::optional<int> tunedArm() const;
    [[nodiscard]] std::optional<int> frozenArm() const;

    /// Accuracy of guessing: the larger of 1 / classes and the share of the commonest class of the test set.
    [[nodiscard]] double guessing() const { return m_guessing; }
    /// Examples per class at this k; at k = all the mean pool size, nothing where that is unknown.
    [[nodiscard]] std::optional<double> perClass(Shots shots) const;
    /// Test examples of each class.
    [[nodiscard]] std::vector<int> testCounts() const;

private:
    const Comparison *m_comparison;
    std::map<std::pair<int, Shots>, Cell> m_cells;
    std::vector<Shots> m_shots;
    double m_guessing = 1;
};

} // namespace shotlab::stats
