// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "stats/Evidence.h"
#include "stats/Paired.h"

namespace shotlab::stats
{

/// The comparisons that findings may speak about: chosen by kind of arm and k alone, never by how they came out.
enum class Question {
    TunedOrFrozen, ///< tuned arm against frozen arm, at every k
    FullOrScratch, ///< full fine-tuning against from scratch, at every k
    ChosenOrFrozen, ///< chosen layers against frozen arm, at the k of interest
    ExamplesOrNames, ///< frozen arm against zero-shot, at the k of interest
    BestOrRest, ///< best arm against all others, at the k of interest; see contrasts()
};

struct Contrast {
    Question question = Question::TunedOrFrozen;
    int a = 0;
    int b = 0;
    Shots shots; ///< of the arms that use examples
    PairedDifference difference; ///< accuracy of a minus accuracy of b
    double pValue = 1; ///< corrected for looking (Sequential.h) and for all contrasts (Holm)
    bool supported = false;
    Estimate interval; ///< at the level at which Holm's procedure tested it; empty with one common draw
    int moreDraws = 0; ///< as Finding::moreDraws

    [[nodiscard]] int better() const { return difference.mean >= 0 ? a : b; }
    [[nodiscard]] int worse() const { return difference.mean >= 0 ? b : a; }
};

/// All contrasts of the grid with their corrected p values.
///
/// The best arm is picked by looking, yet needs no correction of its own: the chance that a wrong arm comes out ahead of
/// every other is largest when only two compete (Gutmann & Maymin, Annals of Statistics 15, 1987), so the largest of its
/// two-sided p values against the others counts as one test. The arm b of such a contrast is the one that is
/// hardest to tell from the best.
[[nodiscard]] std::vector<Contrast> contrasts(const Evidence &evidence);

/// The contrast of a question at one k, or nothing.
[[nodiscard]] const Contrast *contrastOf(const std::vector<Contrast> &contrasts, Question question, Shots shots);

/// A finding of this kind about the contrast, seen from the better arm: the difference is positive.
[[nodiscard]] Finding findingAbout(const Contrast &contrast, FindingKind kind);

} // namespace shotlab::stats
