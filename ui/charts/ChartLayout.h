// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QLineF>
#include <QPointF>
#include <QRectF>

/// Where things stand on the screen, in pixels: unit-tested apart from any drawing.
namespace shotlab::charts
{

/// The rectangle of the grid and what its edges stand for.
struct PlotScale {
    QRectF rect;
    double left = 0, right = 1; ///< x values at the edges
    double bottom = 0, top = 100; ///< y values at the edges, per cent

    [[nodiscard]] double x(double value) const { return rect.left() + (value - left) / (right - left) * rect.width(); }
    [[nodiscard]] double y(double value) const { return rect.bottom() - (value - bottom) / (top - bottom) * rect.height(); }
    [[nodiscard]] QPointF map(double xValue, double yValue) const { return {x(xValue), y(yValue)}; }
    /// The same mapping on a rectangle that is larger by so many pixels on every side.
    [[nodiscard]] PlotScale grown(double pixels) const;
};

/// A text centred on an axis.
struct TickLabel {
    double centre = 0;
    double width = 0;
};
/// Which labels (ascending centres) can stand side by side with at least gap between them. Those in front are kept as they stand,
/// then the ends, then the others from the left.
[[nodiscard]] std::vector<bool> visibleTicks(const std::vector<TickLabel> &labels, double gap,
                                             const std::vector<std::size_t> &front);

/// How much of the lines lies under a rectangle: points every few pixels along them.
[[nodiscard]] int linesOver(const QRectF &place, const std::vector<QLineF> &lines);

/// Where a card of this size covers the least of the data, within area, beside the cursor line (over it only where there is no
/// room at either side); among equal places the one nearest to the cursor and to the middle of the area. A card larger than the
/// area starts at its top left corner.
[[nodiscard]] QPointF placeCard(const QSizeF &card, const QRectF &area, double cursorX, const std::vector<QLineF> &data);

/// Index of the value nearest to x; values must not be empty.
[[nodiscard]] std::size_t nearest(const std::vector<double> &values, double x);

/// Where a cursor over so many places goes with an arrow key, Home or End (Qt::Key); from no place it starts at the end the key
/// comes from. Nothing for other keys or without places.
[[nodiscard]] std::optional<int> movedIndex(int key, std::optional<int> from, int count);

} // namespace shotlab::charts
