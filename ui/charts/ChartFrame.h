// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QString>

#include "charts/ChartLayout.h"

class QPainter;

namespace shotlab::charts
{

/// Where a line of one pixel is crisp.
[[nodiscard]] double onPixel(double position);

/// Grid and axes of a chart: horizontal lines only, unit on the top tick only.
struct ChartFrame {
    struct Tick {
        double x = 0; ///< pixels
        QString text;
        bool strong = false; ///< the selected one
    };
    PlotScale scale;
    std::vector<Tick> ticks; ///< ascending
    QString title; ///< of the x axis; empty: none
    bool percent = true; ///< the y axis; else plain numbers from 0

    void paint(QPainter &painter) const;
    /// A sentence where the data will stand, over a hint of a curve.
    void paintEmpty(QPainter &painter, const QString &sentence) const;

    /// Space the frame needs left of and below the grid.
    [[nodiscard]] static double leftMargin();
    [[nodiscard]] static double bottomMargin(bool withTitle);
    [[nodiscard]] static double topMargin();
};

} // namespace shotlab::charts
