// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What AccuracyPlot paints below and above the lines of Qt Charts.

#include "charts/AccuracyPlot.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include "charts/ChartColours.h"
#include "charts/ChartMath.h"
#include "charts/HoverCard.h"
#include "text/Sentences.h"
#include "widgets/Theme.h"

namespace shotlab::charts
{

namespace
{

constexpr double kCursorGrowth = 0.8; // markers at the cursor stand out a little
constexpr double kLoneRangeWidth = 9;
constexpr double kSameFloor = 0.005;
constexpr int kOutside = 1000; // hidden points that leaving the grid is as bad as
constexpr double kFloorOpacity = 0.7;

HoverCard cardFor(const AccuracyChartData &data, Shots shots, const std::vector<int> &hidden)
{
    HoverCard card;
    card.title = text::shotsShort(shots);
    card.note = AccuracyPlot::tr("Not measured yet");
    for (const ReadingRow &row : readingAt(data, shots, hidden)) {
        const widgets::ArmLook look = lookOf(row.series->kind, row.series->variant, row.series->outOfDate);
        card.rows.push_back({look.marker, look.colour, row.point->hollow, row.series->title,
                             text::decimalText(100 * row.point->accuracy.mean), text::intervalText(row.point->accuracy),
                             row.point->weights ? AccuracyPlot::tr("%1, %2 weights", "duration, count")
                                                      .arg(text::durationText(row.point->seconds), text::weightsText(*row.point->weights))
                                                : QString()});
    }
    return card;
}

QString between() { return QStringLiteral(" · "); }

/// Floors at the same height share their line and their number.
std::vector<FloorLine> merged(const std::vector<FloorLine> &floors)
{
    std::vector<FloorLine> lines;
    for (const FloorLine &floor : floors) {
        const auto same = std::find_if(lines.begin(), lines.end(), [&floor](const FloorLine &line) {
            return std::abs(line.accuracy - floor.accuracy) < kSameFloor;
        });
        if (same == lines.end())
            lines.push_back(floor);
        else
            same->title += between() + floor.title;
    }
    return lines;
}

QFont floorFont() { return widgets::font(widgets::TextSize::Smallest); }

} // namespace

void AccuracyPlot::paintBelow(QPainter &painter) const
{
    m_frame.paint(painter);
    if (isEmpty()) {
        const bool allHidden = std::any_of(m_data.series.begin(), m_data.series.end(),
                                           [](const AccuracySeries &series) { return !series.points.empty(); });
        m_frame.paintEmpty(painter, allHidden ? tr("Every method is hidden.") : m_data.emptyText);
        return;
    }
    if (m_selected && std::find(m_shots.begin(), m_shots.end(), *m_selected) != m_shots.end()) {
        QPen pen(widgets::currentTokens().faint, 1, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        const double x = onPixel(xOf(*m_selected));
        painter.drawLine(QPointF(x, m_frame.scale.rect.bottom()), QPointF(x, m_frame.scale.rect.top()));
    }
    paintFloors(painter);
    paintLoneRanges(painter);
}

void AccuracyPlot::placeFloors()
{
    m_floors.clear();
    const PlotScale &scale = m_frame.scale;
    QStringList below;
    for (const FloorLine &floor : merged(m_data.floors)) {
        const QString text = tr("%1 %2", "guessing 10 %").arg(floor.title, text::percentText(floor.accuracy, 0));
        if (100 * floor.accuracy >= scale.bottom)
            m_floors.push_back({text, scale.y(100 * floor.accuracy), {}});
        else
            below << text;
    }
    if (!below.isEmpty())
        m_floors.push_back({QStringLiteral("\u2193 ") + below.join(between()), std::nullopt, {}});

    const QRectF &grid = scale.rect;
    const QFontMetricsF metrics(floorFont());
    const std::vector<QLineF> drawn = drawnLines();
    for (FloorMark &mark : m_floors) {
        mark.text = metrics.elidedText(mark.text, Qt::ElideRight, grid.width() - 4);
        const double y = mark.y.value_or(grid.bottom());
        const QSizeF size(std::ceil(metrics.horizontalAdvance(mark.text)) + 1, std::ceil(metrics.height()));
        int fewest = -1;
        for (const double left : {grid.right() - size.width() - 2, grid.left() + 2}) {
            for (const double top : {y - size.height() - 1, y + 2}) {
                const QRectF place(QPointF(left, top), size);
                const bool outside = place.bottom() > grid.bottom() || place.top() < grid.top();
                const int hidden = linesOver(place, drawn) + (outside ? kOutside : 0);
                if (fewest < 0 || hidden < fewest) {
                    fewest = hidden;
                    mark.place = place;
                }
            }
        }
    }
}

void AccuracyPlot::paintFloors(QPainter &painter) const
{
    const widgets::Tokens &t = widgets::currentTokens();
    const QRectF &grid = m_frame.scale.rect;
    painter.setFont(floorFont());
    for (const FloorMark &mark : m_floors) {
        if (mark.y) {
            painter.setPen(withOpacity(t.faint, kFloorOpacity));
            painter.drawLine(QPointF(grid.left(), onPixel(*mark.y)), QPointF(grid.right(), onPixel(*mark.y)));
        }
        painter.fillRect(mark.place, t.card); // over the line of the selected k
        painter.setPen(t.secondary);
        painter.drawText(mark.place, Qt::AlignLeft | Qt::AlignVCenter, mark.text);
    }
}

/// Where an arm has a single k there is no band to see; its range is shown as a soft bar behind the marker.
void AccuracyPlot::paintLoneRanges(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    for (const AccuracySeries &series : m_data.series) {
        if (!isDrawn(series) || series.points.size() > 1 || !usesExamples(series.kind))
            continue;
        const AccuracyPoint &point = series.points.front();
        if (!point.accuracy.low || !point.accuracy.high)
            continue;
        const double x = xOf(point.shots);
        const double low = m_frame.scale.y(std::max(m_frame.scale.bottom, 100 * *point.accuracy.low));
        const double high = m_frame.scale.y(100 * *point.accuracy.high);
        painter.setBrush(
            withOpacity(lookOf(series.kind, series.variant, series.outOfDate).colour, 2 * bandOpacity() * opacityOf(series.arm)));
        painter.drawRect(QRectF(x - kLoneRangeWidth / 2, high, kLoneRangeWidth, low - high));
    }
}

void AccuracyPlot::paintAbove(QPainter &painter) const
{
    const QColor background = widgets::currentTokens().card;
    for (const AccuracySeries *series : drawnSeries()) {
        const widgets::ArmLook look = lookOf(series->kind, series->variant, series->outOfDate);
        painter.setOpacity(opacityOf(series->arm));
        for (const AccuracyPoint &point : series->points) {
            const QPointF at = m_frame.scale.map(positionOf(point.shots), 100 * point.accuracy.mean);
            widgets::drawMarker(painter, look.marker, at, m_markerRadius, look.colour, background, point.hollow);
        }
    }
    painter.setOpacity(1);
    m_labels.paint(painter);
}

std::vector<QLineF> AccuracyPlot::drawnLines() const
{
    std::vector<QLineF> lines;
    for (const AccuracySeries &series : m_data.series) {
        if (!isDrawn(series))
            continue;
        std::vector<QPointF> points;
        for (const AccuracyPoint &point : series.points)
            points.push_back(m_frame.scale.map(positionOf(point.shots), 100 * point.accuracy.mean));
        if (!usesExamples(series.kind))
            points.push_back(m_frame.scale.map(1, 100 * series.points.back().accuracy.mean));
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            lines.emplace_back(points[i], points[i + 1]);
        lines.emplace_back(points.back(), points.back());
    }
    return lines;
}

void AccuracyPlot::paintHover(QPainter &painter) const
{
    if (!m_cursor)
        return;
    const widgets::Tokens &t = widgets::currentTokens();
    const QRectF &grid = m_frame.scale.rect;
    const double x = onPixel(xOf(*m_cursor));
    painter.setPen(QPen(t.secondary, 1));
    painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()));
    const std::vector<ReadingRow> rows = readingAt(m_data, *m_cursor, m_hidden);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->point->shots != *m_cursor)
            continue;
        const widgets::ArmLook look = lookOf(row->series->kind, row->series->variant, row->series->outOfDate);
        widgets::drawMarker(painter, look.marker, m_frame.scale.map(positionOf(*m_cursor), 100 * row->point->accuracy.mean),
                            m_markerRadius + kCursorGrowth, look.colour, t.card, row->point->hollow);
    }
    const HoverCard card = cardFor(m_data, *m_cursor, m_hidden);
    std::vector<QLineF> obstacles = drawnLines();
    for (const QRectF &place : m_labels.places())
        obstacles.emplace_back(place.left(), place.center().y(), place.right(), place.center().y());
    for (const FloorMark &mark : m_floors)
        obstacles.emplace_back(mark.place.left(), mark.place.center().y(), mark.place.right(), mark.place.center().y());
    card.paintBeside(painter, x, m_frame.scale.rect, rect(), obstacles);
}

} // namespace shotlab::charts
