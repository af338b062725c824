// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

#include "lab/Arm.h"
#include "widgets/Markers.h"

namespace shotlab::charts
{

constexpr double kLineWidth = 2.2;
constexpr double kMarkerRadius = 4.6;
constexpr double kFaded = 0.2; ///< opacity of everything that is not the highlighted arm
constexpr double kFadedLabel = 0.4; ///< the same for names, which should stay readable

[[nodiscard]] QColor withOpacity(QColor colour, double opacity); ///< 0..1, on top of the colour's own
[[nodiscard]] double bandOpacity(); ///< of the scheme in force

/// Colours of an arm in the scheme in force; out of date: halfway to the background.
[[nodiscard]] widgets::ArmLook lookOf(ArmKind kind, int variant, bool outOfDate = false);

} // namespace shotlab::charts
