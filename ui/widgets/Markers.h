// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <Qt>

#include "lab/Arm.h"
#include "widgets/Theme.h"

class QPainter;
class QPointF;

namespace shotlab::widgets
{

enum class Marker { Diamond, TriangleUp, Square, Circle, TriangleDown, Star, Cross, TriangleLeft, TriangleRight, Hexagon, None };

/// How one arm looks everywhere: colour, marker and line style carry its identity together.
struct ArmLook {
    QColor colour; ///< lines and markers, contrast to the card at least 3
    QColor label; ///< the same hue for text, contrast at least 4.5
    Marker marker = Marker::None;
    Qt::PenStyle line = Qt::SolidLine;
};
/// variant: 0 for the first arm of its kind in a comparison, 1, 2, … for further ones (what-ifs with other layers).
[[nodiscard]] ArmLook armLook(ArmKind kind, Scheme scheme, int variant = 0);

/// radius about 5 in charts and lists; rim: colour of what lies behind; hollow: still running or a single draw.
void drawMarker(QPainter &painter, Marker marker, const QPointF &centre, double radius, const QColor &colour, const QColor &rim,
                bool hollow = false);
/// The marker as an icon (drawn in the scheme in force).
[[nodiscard]] QIcon armIcon(ArmKind kind, int variant = 0);

} // namespace shotlab::widgets
