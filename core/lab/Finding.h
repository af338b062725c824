// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/Run.h"
#include "lab/Shots.h"

namespace shotlab
{

/// A proportion or difference with its 95 % interval; low and high are missing where they are undefined.
struct Estimate {
    double mean = 0;
    std::optional<double> low;
    std::optional<double> high;

    friend bool operator==(const Estimate &, const Estimate &) = default;
};

/// Old skill of one arm at one k over its draws.
struct RetentionSummary {
    RetentionKind kind = RetentionKind::SourceTask;
    double before = 0; ///< mean, as Retention
    double after = 0;
    Estimate lost; ///< before - after
    int count = 0; ///< examples looked at in each draw
};

/// Accuracy of one arm at one k over its draws.
struct CellSummary {
    int arm = 0; ///< index into Comparison::arms
    Shots shots;
    int draws = 0; ///< finished draws
    int testSize = 0;
    Estimate accuracy; ///< 0..1
    bool testLuckOnly = false; ///< one draw only: the interval covers the luck of the test set alone (hollow marker)
    std::vector<double> perDraw; ///< accuracy of each finished draw, by draw number
    double seconds = 0; ///< mean per run
    std::int64_t trainedParameters = 0;
    std::optional<RetentionSummary> retention; ///< where it was measured in every draw
};

enum class FindingKind {
    Ahead,
    CannotTell,
    WorthOfNames,
    Crossing,
    WorthOfPretraining,
    Luck,
    Price,
    StubbornMixUp,
    ThinIce,
    Memorised,
    Forgetting,
};

/// One statement that the statistics support. Which fields are set depends on the kind:
///  Ahead: arms = {better, worse}, shots, difference (paired, Holm-corrected interval), draws
///  CannotTell: arms = {a, b}, shots, difference, draws, moreDraws (0 = unknown or would not help)
///  WorthOfNames: arms = {zero-shot, few-shot arm}, value = examples per class the names are worth (0: no better than guessing),
///    difference = accuracy of zero-shot, shots = largest k measured where they are worth more, shotsTo = largest k up to which
///    zero-shot is ahead (the two intervals are apart)
///  Crossing: arms = {better at small k, better at large k}, shots = last k of the first, shotsTo = first k of the second
///  WorthOfPretraining: arms = {full, scratch}, shots, value = factor of examples saved (<= 1: brings nothing), shotsTo = smallest
///    k measured where even that few examples did better: the factor is then the least it can be
///  Luck: arms = {arm}, shots, difference = lowest to highest accuracy over draws (low, high), draws
///  Price: arms = {dearer, cheaper}, shots, difference, value = times the seconds that runs took beyond passing the
///    examples through frozen layers, weights = {dearer, cheaper}
///  StubbornMixUp: classes = {true, answered}, shots, value = share 0..1, draws = fewest that an arm has there
///  ThinIce: value = points (0..1) that one mistake moves, weights = {test examples of the smallest class}; or draws = the most
///    that any cell has, where those are too few
///  Memorised: arms = {arm}, shots, value = accuracy on its own examples, difference.mean = on the test set
///  Forgetting: arms = {arm}, shots, difference = old skill lost (before - after), draws; low <= 0: it has kept it
struct Finding {
    FindingKind kind = FindingKind::CannotTell;
    std::vector<int> arms;
    std::vector<int> classes;
    std::optional<Shots> shots;
    std::optional<Shots> shotsTo;
    Estimate difference;
    double value = 0;
    std::vector<std::int64_t> weights;
    int draws = 0;
    int moreDraws = 0;
    double pValue = 1; ///< Holm-corrected where a test was made
};

/// Machine name used in JSON ("cannot-tell").
[[nodiscard]] std::string findingName(FindingKind kind);

} // namespace shotlab
