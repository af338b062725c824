// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include <QDateTime>
#include <QLocale>
#include <QString>

#include "lab/Finding.h"
#include "lab/ModelCard.h"

/// Numbers, sizes and times the way people read them. A space between number and unit never breaks a line (U+00A0); minus is
/// U+2212.
namespace shotlab::text
{

/// The locale numbers and dates are written in: that of the interface's language (English unless the default locale is Chinese),
/// not that of the desktop, so that "95.1 %" never stands in the middle of an English sentence as "95,1 %".
[[nodiscard]] QLocale displayLocale();

[[nodiscard]] QString numberText(std::int64_t number); ///< "1,000"
[[nodiscard]] QString decimalText(double value, int decimals = 1); ///< "−0.4"
/// Share 0..1 as "95.1 %".
[[nodiscard]] QString percentText(double share, int decimals = 1);
/// The 95 % interval of a share in points: "± 0.8" where it reaches as far to both sides, else its ends, "53.8–100.0"; empty
/// where there is none.
[[nodiscard]] QString intervalText(const Estimate &estimate);
/// A share in per cent with its interval, "95.0 ± 1.2" or "100.0 [53.8–100.0]".
[[nodiscard]] QString estimateText(const Estimate &estimate);
/// Difference of shares in points, "3.1 points".
[[nodiscard]] QString pointsText(double share);
/// Two shares in points, "−1.8 to 1.0".
[[nodiscard]] QString rangeText(double low, double high);

enum class Precision { Coarse, Fine };
/// Count of weights: "928", "1.3 k", "13 k", "4.7 M" (Fine: "4.65 M"); in Chinese "465 万".
[[nodiscard]] QString weightsText(std::int64_t weights, Precision precision = Precision::Coarse);
[[nodiscard]] QString bytesText(std::int64_t bytes); ///< "9.5 MB"

[[nodiscard]] QString durationText(double seconds); ///< "12 s", "2 min 5 s", "1 h 12 min"; "under 1 s"
[[nodiscard]] QString aboutDurationText(double seconds); ///< rounded, for estimates: "about 20 s"
[[nodiscard]] QString timeLeftText(double seconds); ///< "about 20 s left"

/// "Today, 14:20", "Yesterday, 9:05", "18 November", "18 November 2025" (local time of both).
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);

[[nodiscard]] QString picturesText(std::int64_t count); ///< "1 picture", "1,240 pictures"
[[nodiscard]] QString examplesText(std::int64_t count); ///< "1 example", where either kind may be meant
[[nodiscard]] QString sentencesText(std::int64_t count); ///< "1 sentence", "480 sentences"
/// Examples of a lab, by what they are.
[[nodiscard]] QString contentText(Modality modality, std::int64_t count);
[[nodiscard]] QString classesText(std::int64_t count); ///< "7 classes"
[[nodiscard]] QString drawsText(std::int64_t count); ///< "1 draw", "20 draws"
[[nodiscard]] QString runsText(std::int64_t count); ///< "1 run", "120 runs"

} // namespace shotlab::text
