// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QColor>
#include <QLineF>
#include <QSizeF>
#include <QString>

#include "widgets/Markers.h"

class QPainter;
class QPointF;

namespace shotlab::charts
{

/// The values at the cursor: a title, and a row per arm with marker, name, value and range.
struct HoverCard {
    struct Row {
        widgets::Marker marker = widgets::Marker::None;
        QColor colour;
        bool hollow = false;
        QString name;
        QString value;
        QString range; ///< "± 0.8" or "53.8–100.0"; may be empty
        QString cost {}; ///< "2 s"; may be empty
    };
    QString title;
    std::vector<Row> rows;
    QString note; ///< in place of rows when there are none

    [[nodiscard]] QSizeF size(double mostWidth) const;
    void paint(QPainter &painter, const QPointF &topLeft, double mostWidth) const;
    /// Beside the cursor, inside the grid where it fits there, else inside the whole view, where it hides the fewest lines.
    void paintBeside(QPainter &painter, double cursorX, const QRectF &grid, const QRectF &view,
                     const std::vector<QLineF> &lines) const;
};

} // namespace shotlab::charts
