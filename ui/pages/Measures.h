// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Measures that several pages share, in logical pixels.
namespace shotlab::pages
{

constexpr int kPageMargin = 14;
constexpr int kGap = 14;
constexpr int kStartRightColumn = 331;
constexpr int kDataRightColumn = 354;
constexpr int kCompareRightColumn = 430;
constexpr int kWorkbenchLeftColumn = 292;
constexpr int kWorkbenchRightColumn = 284;
constexpr int kDrawerBelow = 1240; ///< window width below which the right column becomes a drawer

} // namespace shotlab::pages
