// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What LearningPlot paints below and above the lines of Qt Charts.

#include "charts/LearningPlot.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "charts/ChartColours.h"
#include "charts/ChartMath.h"
#include "charts/HoverCard.h"
#include "text/Sentences.h"
#include "widgets/Theme.h"

namespace shotlab::charts
{

namespace
{

constexpr double kHeadRadius = 4.2;
constexpr double kHaloRadius = 8;
constexpr double kHaloOpacity = 0.22;
constexpr double kTagPadding = 7;
constexpr double kTagHeight = 4; // more than its text
constexpr double kTagRadius = 5;
constexpr double kTagAway = 20; // from the head

/// Training loss at this step, over the draws that noted one.
QString lossText(const LearningSeries &series, int step)
{
    double sum = 0;
    int count = 0;
    for (const std::vector<CurvePoint> &draw : series.draws) {
        const auto at = std::find_if(draw.begin(), draw.end(), [step](const CurvePoint &point) { return point.step == step; });
        if (at != draw.end() && at->loss) {
            sum += *at->loss;
            ++count;
        }
    }
    return count > 0 ? LearningPlot::tr("loss %1").arg(text::decimalText(sum / count, 2)) : QString();
}

/// The place around the head where a tag hides the least.
QRectF tagPlace(const QSizeF &size, const QPointF &head, const QRectF &grid, const std::vector<QLineF> &lines)
{
    QRectF best;
    int fewest = -1;
    for (const double below : {kTagAway, 2 * kTagAway, -kTagAway - size.height(), -2 * kTagAway - size.height()}) {
        for (const double beside : {kTagAway - size.height(), -size.width() / 2, -kTagAway - size.width() + size.height()}) {
            QRectF place(head + QPointF(beside, below), size);
            place.moveRight(std::min(place.right(), grid.right()));
            place.moveLeft(std::max(place.left(), grid.left()));
            const bool outside = place.bottom() > grid.bottom() - 2 || place.top() < grid.top();
            const int hidden = linesOver(place, lines) + (outside ? 1000 : 0);
            if (fewest < 0 || hidden < fewest) {
                fewest = hidden;
                best = place;
            }
        }
    }
    return best;
}

} // namespace

void LearningPlot::paintBelow(QPainter &painter) const
{
    m_frame.paint(painter);
    if (m_lines.empty())
        m_frame.paintEmpty(painter, m_shown.series.empty() ? emptyText() : tr("Every method is hidden."));
}

void LearningPlot::paintAbove(QPainter &painter) const
{
    m_labels.paint(painter);
    for (const Line &line : m_lines) {
        if (line.head)
            paintHead(painter, line);
    }
}

void LearningPlot::paintHead(QPainter &painter, const Line &line) const
{
    const widgets::Tokens &t = widgets::currentTokens();
    const QPointF head = m_frame.scale.map(line.head->step, onAxis(line.head->value));
    const QFont font = widgets::font(widgets::TextSize::Smallest, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const QString wanted = line.live.empty() ? tr("%1 · running").arg(line.series->title) : tr("running");
    const QString text = metrics.elidedText(wanted, Qt::ElideRight, m_frame.scale.rect.width() - 2 * kTagPadding);
    const QSizeF size(std::ceil(metrics.horizontalAdvance(text)) + 2 * kTagPadding, std::ceil(metrics.height()) + kTagHeight);
    const QRectF tag = tagPlace(size, head, m_frame.scale.rect, drawnLines());

    painter.save();
    painter.setOpacity(line.opacity);
    painter.setPen(QPen(line.look.label, 1));
    const double x = std::clamp(head.x(), tag.left() + kTagRadius, tag.right() - kTagRadius);
    painter.drawLine(head, QPointF(x, tag.center().y() > head.y() ? tag.top() : tag.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(withOpacity(line.look.colour, kHaloOpacity));
    painter.drawEllipse(head, kHaloRadius, kHaloRadius);
    painter.setBrush(line.look.colour);
    painter.drawEllipse(head, kHeadRadius, kHeadRadius);
    painter.setPen(t.line);
    painter.setBrush(t.card);
    painter.drawRoundedRect(tag, kTagRadius, kTagRadius);
    painter.setPen(line.look.label);
    painter.setFont(font);
    painter.drawText(tag, Qt::AlignCenter, text);
    painter.restore();
}

std::vector<QLineF> LearningPlot::drawnLines() const
{
    std::vector<QLineF> lines;
    for (const Line &line : m_lines) {
        for (const std::vector<CurvePoint> *curve : {&line.strong, &line.live}) {
            const QList<QPointF> points = pointsOf(*curve);
            for (qsizetype i = 0; i + 1 < points.size(); ++i)
                lines.emplace_back(m_frame.scale.map(points[i].x(), points[i].y()),
                                   m_frame.scale.map(points[i + 1].x(), points[i + 1].y()));
        }
    }
    return lines;
}

void LearningPlot::paintHover(QPainter &painter) const
{
    if (!m_cursor)
        return;
    const widgets::Tokens &t = widgets::currentTokens();
    const QRectF &grid = m_frame.scale.rect;
    const double x = onPixel(m_frame.scale.x(*m_cursor));
    painter.setPen(QPen(t.secondary, 1));
    painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()));

    HoverCard card;
    card.title = tr("Step %1").arg(text::numberText(*m_cursor));
    for (const Line *line : bestFirst(*m_cursor)) {
        const double value = *valueAt(line->strong, *m_cursor);
        widgets::drawMarker(painter, line->look.marker, m_frame.scale.map(*m_cursor, onAxis(value)), kMarkerRadius,
                            line->look.colour, t.card);
        const auto draws = static_cast<std::int64_t>(line->series->draws.size()) - (line->live.empty() ? 0 : 1);
        card.rows.push_back({line->look.marker, line->look.colour, false, line->series->title, m_frame.percent ? text::decimalText(100 * value) : text::decimalText(value, 2),
                             text::drawsText(draws), lossText(*line->series, *m_cursor)});
    }
    std::vector<QLineF> obstacles = drawnLines();
    for (const QRectF &place : m_labels.places())
        obstacles.emplace_back(place.left(), place.center().y(), place.right(), place.center().y());
    card.paintBeside(painter, x, m_frame.scale.rect, rect(), obstacles);
}

} // namespace shotlab::charts
