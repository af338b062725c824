// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QLineF>
#include <QRectF>
#include <QString>

class QPainter;

namespace shotlab::charts
{

/// Names at the ends of the lines, in the lines' colours, pushed apart and tied to their lines by thin leaders: no legend needed.
class EndLabels
{
public:
    struct Label {
        int arm = 0;
        QString text;
        QColor line; ///< of the leader
        QColor ink; ///< of the text
        QPointF end; ///< where the line ends
        double opacity = 1;
        double clearance = 3; ///< from the end to the leader: half of a marker
    };

    /// Width of the widest text.
    [[nodiscard]] static double widthOf(const std::vector<Label> &labels);
    /// Space from the end of the grid to the texts.
    static constexpr double kLeader = 18;

    /// Texts start at kLeader behind gridRight, get at most width and lie between top and bottom.
    void place(std::vector<Label> labels, double gridRight, double width, double top, double bottom);
    void paint(QPainter &painter) const;
    [[nodiscard]] std::optional<int> armAt(const QPointF &position) const;
    [[nodiscard]] const std::vector<Label> &labels() const { return m_labels; }
    [[nodiscard]] const std::vector<QRectF> &places() const { return m_places; } ///< one per label

private:
    std::vector<Label> m_labels;
    std::vector<QRectF> m_places;
    double m_gridRight = 0;
};

} // namespace shotlab::charts
