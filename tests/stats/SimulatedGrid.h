// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "lab/Comparison.h"
#include "stats/Outcomes.h"

/// Made-up comparisons whose truth is known. Every answer is right when a latent score is above 0:
///   skill + difficulty of the test example + luck of the draw (as a whole, and class by class) + noise (logistic),
/// where arms share most of difficulty, luck and noise, as real arms on the same test set and draws do.
namespace shotlab::stats::simulated
{

struct Spread {
    double example = 2.0; ///< difficulty of test examples, shared by all arms
    double armExample = 0.5; ///< the same, each arm's own
    double draw = 0.15; ///< luck of the draw as a whole
    double armDraw = 0.1; ///< each arm's own
    double drawClass = 0.5; ///< luck of the draw with one class
    double armDrawClass = 0.25;
    double sharedNoise = 0.7; ///< scale of the logistic noise that arms and draws share with the example
    double noise = 0.3; ///< standard deviation of each single answer's own noise

    /// The same with the luck of the draw multiplied, as at smaller k.
    [[nodiscard]] Spread luckier(double factor) const;
};

/// Right or wrong per arm, draw and test example: result[arm][draw][test]. skills: one per arm. Test examples belong to the
/// classes in turn.
using Answers = std::vector<CorrectMatrix>;
[[nodiscard]] Answers answers(std::mt19937_64 &random, const std::vector<double> &skills, const Spread &spread, int draws,
                              int tests, int classes);

/// Probability that one answer is right, over every kind of luck, by numerical integration.
[[nodiscard]] double trueAccuracy(double skill, const Spread &spread);

/// A comparison without pictures: arms of these kinds with empty settings, test labels in turn.
[[nodiscard]] Comparison comparison(const std::vector<ArmKind> &kinds, const std::vector<Shots> &shots, DrawCounts draws,
                                    int tests, int classes);

/// A cell with draws 0, 1, ... for the rows.
[[nodiscard]] CellOutcomes cell(int arm, Shots shots, const CorrectMatrix &correct);

/// The first draws of a cell: what was known at an earlier look.
[[nodiscard]] CellOutcomes firstDraws(const CellOutcomes &cell, int draws);

} // namespace shotlab::stats::simulated
