// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace shotlab::stats
{

/// Draws come in one by one and every look at the results is a chance to be fooled. The error allowed is therefore spent over
/// the looks in the manner of O'Brien & Fleming (1979), hardly any early, most at the end, with the spending function of
/// Lan & DeMets (Biometrika 70, 1983). Its two-sided form is the probability that a Brownian motion has crossed the constant
/// boundary z(alpha / 4) by the time t, so the error stays below alpha however often somebody looks.

/// Error spent when the fraction information (0..1, finished draws / planned draws) has come in:
///   4 - 4 Phi(z(alpha / 4) / sqrt(information)); 0 at 0 and alpha at 1.
[[nodiscard]] double spentAlpha(double information, double alpha);

/// The largest plain two-sided p value that counts at a look: 2 - 2 Phi(z(alpha / 4) / sqrt(information)), half of
/// what is spent by then.
[[nodiscard]] double nominalLevel(double information, double alpha);

/// The p value corrected for looking: the smallest alpha at whose nominalLevel p would count. information > 0.
[[nodiscard]] double sequentialP(double p, double information);

} // namespace shotlab::stats
