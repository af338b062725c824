// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QString>

#include "lab/Comparison.h"
#include "lab/Finding.h"
#include "lab/Result.h"

// Whoever words something needs these as well.
#include "text/Catalogue.h"
#include "text/Names.h"
#include "text/Numbers.h"
#include "text/Phrases.h"

/// Whole sentences: what the numbers show, and what went wrong.
namespace shotlab::text
{

struct FindingText {
    QString sentence; ///< plain text
    QString emphasis; ///< part of the sentence that carries the result, shown in bold; may be empty
    QString evidence; ///< small line below: interval, draws, cost; may be empty

    friend bool operator==(const FindingText &, const FindingText &) = default;
};
[[nodiscard]] FindingText findingSentence(const Finding &finding, const Comparison &comparison);
/// What a method did to what the network had learnt before.
[[nodiscard]] QString retentionSentence(const RetentionSummary &retention);
/// How an arm that trains was trained: "Learnt in 60 steps of up to 64 examples (Adam, rate 0.001); batch norm kept its
/// statistics."
[[nodiscard]] QString trainingSentence(const Arm &arm, Shots shots);
/// "Each picture to learn from is shown in 4 versions: as it is, and slightly changed." views > 1.
[[nodiscard]] QString viewsSentence(int views);
/// Title of the chart that shows it: short, without intervals.
[[nodiscard]] QString findingHeadline(const Finding &finding, const Comparison &comparison);
/// The first finding that can stand above the chart of accuracy against k; the question itself while there is none.
[[nodiscard]] QString chartHeadline(const std::vector<Finding> &findings, const Comparison &comparison);
/// "Test accuracy on 1,000 locked examples · mean of draws · bands: 95 % range"
[[nodiscard]] QString accuracySubline(int testSize, bool severalDraws, bool anyHollow);

/// What happened, what it means for the user's work, what to do. meaning or remedy may be empty.
struct ErrorText {
    QString what;
    QString meaning;
    QString remedy;
};
[[nodiscard]] ErrorText errorText(const Error &error);
/// The three parts in one line.
[[nodiscard]] QString errorSentence(const Error &error);

/// Why draws of one method at one k have no result: "2 of 3 draws failed. …".
[[nodiscard]] QString failedDrawsSentence(int failed, int planned, const Error &reason);

/// Why part of a comparison is left out: "k = 10 is left out for every method: …".
[[nodiscard]] QString skippedSentence(const Skipped &skipped, const Comparison &comparison);
[[nodiscard]] QString skippedSentence(const Skipped &skipped, const ComparisonPlan &plan);

} // namespace shotlab::text
