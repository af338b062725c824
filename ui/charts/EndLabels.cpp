// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/EndLabels.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "charts/ChartMath.h"
#include "widgets/Theme.h"

namespace shotlab::charts
{

namespace
{

constexpr double kNear = 9; // leaders up to here go straight to their text
constexpr double kToText = 5;
constexpr double kLeaderWidth = 1.1;
constexpr double kFarLeaderOpacity = 0.35; // of a leader that has to cross the grid to a line that ends early

QFont labelFont() { return widgets::font(widgets::TextSize::Secondary, QFont::DemiBold); }

} // namespace

double EndLabels::widthOf(const std::vector<Label> &labels)
{
    const QFontMetricsF metrics(labelFont());
    double widest = 0;
    for (const Label &label : labels)
        widest = std::max(widest, std::ceil(metrics.horizontalAdvance(label.text)) + 1);
    return widest;
}

void EndLabels::place(std::vector<Label> labels, double gridRight, double width, double top, double bottom)
{
    const QFontMetricsF metrics(labelFont());
    const double height = std::ceil(metrics.height());
    std::vector<double> wanted;
    for (const Label &label : labels)
        wanted.push_back(label.end.y());
    const std::vector<double> centres = spreadLabels(wanted, height + 1, top + height / 2, bottom - height / 2);
    m_gridRight = gridRight;
    m_labels = std::move(labels);
    m_places.clear();
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        Label &label = m_labels[i];
        label.text = metrics.elidedText(label.text, Qt::ElideRight, width);
        m_places.emplace_back(gridRight + kLeader, centres[i] - height / 2, metrics.horizontalAdvance(label.text), height);
    }
}

void EndLabels::paint(QPainter &painter) const
{
    painter.save();
    painter.setFont(labelFont());
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const Label &label = m_labels[i];
        const QRectF &place = m_places[i];
        const QPointF start = label.end + QPointF(label.clearance, 0);
        const QPointF bend(std::max(start.x(), m_gridRight), label.end.y());
        const QPointF text(place.left() - kToText, place.center().y());
        painter.setPen(QPen(label.line, kLeaderWidth));
        if (bend.x() - start.x() > kNear) {
            painter.setOpacity(kFarLeaderOpacity * label.opacity);
            painter.drawLine(start, bend);
            painter.setOpacity(label.opacity);
            painter.drawLine(bend, text);
        } else {
            painter.setOpacity(label.opacity);
            painter.drawLine(start, text);
        }
        painter.setPen(label.ink);
        painter.drawText(place.adjusted(0, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
    painter.restore();
}

std::optional<int> EndLabels::armAt(const QPointF &position) const
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].adjusted(-kToText, -1, kToText, 1).contains(position))
            return m_labels[i].arm;
    }
    return {};
}

} // namespace shotlab::charts
