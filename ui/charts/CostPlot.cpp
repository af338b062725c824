// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CostPlot.h"

#include <algorithm>
#include <cmath>
#include <tuple>

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

constexpr double kNoLabels = 16;
constexpr double kLabelShare = 0.3; // of the width that names may take at most
constexpr double kTitleFrom = 120; // height from which the axis gets its title
constexpr double kReach = 26; // of the pointer to a spot, in pixels
constexpr double kBesideEdge = 0.15; // decades between the outermost spots and the edges
constexpr double kLinkOpacity = 0.55;

} // namespace

CostPlot::CostPlot(QWidget *parent) : PlotView(parent)
{
    connect(this, &PlotView::pointerLeft, this, [this] { setCursor(std::nullopt); });
}

void CostPlot::setData(const AccuracyChartData &data)
{
    m_spots.clear(); // they point into the old data
    m_data = cleaned(data);
    relayout();
}

void CostPlot::setCost(Cost cost)
{
    m_cost = cost;
    setCursor(std::nullopt);
    relayout();
}

void CostPlot::setHidden(const std::vector<int> &arms)
{
    m_hidden = arms;
    relayout();
}

QPointF CostPlot::placeOf(const Spot &spot) const { return m_frame.scale.map(spot.x, 100 * spot.point->accuracy.mean); }

void CostPlot::relayout()
{
    m_spots.clear();
    for (const AccuracySeries &series : m_data.series) {
        for (const AccuracyPoint &point : series.points) {
            if (const std::optional<double> cost = costOf(point, m_cost); cost && !charts::isHidden(series.arm, m_hidden))
                m_spots.push_back({&series, &point, costPosition(*cost, m_cost)});
        }
    }
    std::stable_sort(m_spots.begin(), m_spots.end(), [](const Spot &a, const Spot &b) {
        return std::tuple(a.x, a.point->accuracy.mean) < std::tuple(b.x, b.point->accuracy.mean);
    });
    if (m_cursor && *m_cursor >= static_cast<int>(m_spots.size()))
        setCursor(std::nullopt);

    std::vector<EndLabels::Label> labels;
    for (const Spot &spot : m_spots) {
        if (spot.point != &spot.series->points.back()) // the name stands at the largest k
            continue;
        const widgets::ArmLook look = lookOf(spot.series->kind, spot.series->variant, spot.series->outOfDate);
        labels.push_back({spot.series->arm, spot.series->title, look.colour, look.label, {}, 1, kMarkerRadius + 2});
    }
    const double labelWidth = std::min(EndLabels::widthOf(labels), std::floor(kLabelShare * width()));
    const bool titled = height() >= kTitleFrom;
    const double right = labels.empty() ? kNoLabels : EndLabels::kLeader + labelWidth + 1;
    QRectF grid(QPointF(ChartFrame::leftMargin(), ChartFrame::topMargin()),
                QPointF(std::floor(width() - right), std::floor(height() - ChartFrame::bottomMargin(titled))));
    grid.setSize(grid.size().expandedTo({1, 1}));
    const double low = m_spots.empty() ? 0 : m_spots.front().x - kBesideEdge;
    const double high = m_spots.empty() ? 1 : m_spots.back().x + kBesideEdge;
    m_frame.scale = {grid, low, std::max(high, low + 1), lowerBound(m_data, m_hidden), 100};
    m_frame.title = !titled || m_spots.empty() ? QString()
        : m_cost == Cost::Seconds               ? tr("Time of one run (each step is ten times as much)")
                                                : tr("Weights that change (each step is ten times as many)");
    placeTicks();
    for (EndLabels::Label &label : labels) {
        const auto last = std::find_if(m_spots.begin(), m_spots.end(), [&label](const Spot &spot) {
            return spot.series->arm == label.arm && spot.point == &spot.series->points.back();
        });
        label.end = placeOf(*last);
    }
    m_labels.place(std::move(labels), grid.right(), labelWidth, 0, grid.bottom() + ChartFrame::topMargin());
    setScale(m_frame.scale);
    updateCurves();
    for (const Layer layer : {Below, Above, Hover})
        repaintLayer(layer);
}

void CostPlot::placeTicks()
{
    m_frame.ticks.clear();
    if (m_spots.empty())
        return;
    if (m_spots.front().x <= costPosition(0, m_cost))
        m_frame.ticks.push_back({m_frame.scale.x(costPosition(0, m_cost)), text::numberText(0), false});
    for (int power = -3; power <= 12; ++power) {
        const double cost = std::pow(10.0, power);
        const double x = costPosition(cost, m_cost);
        const bool isToldApart = std::abs(x - power) < 1e-9; // else it stands where the least does
        if (isToldApart && x >= m_frame.scale.left && x <= m_frame.scale.right)
            m_frame.ticks.push_back({m_frame.scale.x(x), tickText(cost), false});
    }
}

QString CostPlot::tickText(double cost) const
{
    if (m_cost == Cost::Weights)
        return text::weightsText(static_cast<std::int64_t>(std::llround(cost)));
    const int decimals = cost >= 1 ? 0 : static_cast<int>(std::round(-std::log10(cost)));
    return tr("%1 s", "seconds").arg(text::decimalText(cost, decimals));
}

void CostPlot::updateCurves()
{
    std::vector<Curve> curves;
    for (const AccuracySeries &series : m_data.series) {
        Curve curve;
        for (const AccuracyPoint &point : series.points) { // by k
            if (const std::optional<double> cost = costOf(point, m_cost); cost && !charts::isHidden(series.arm, m_hidden))
                curve.points << QPointF(costPosition(*cost, m_cost), 100 * point.accuracy.mean);
        }
        if (curve.points.size() < 2)
            continue;
        const widgets::ArmLook look = lookOf(series.kind, series.variant, series.outOfDate);
        curve.pen = QPen(withOpacity(look.colour, kLinkOpacity), 1.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        curves.push_back(curve);
    }
    setCurves(curves);
}

void CostPlot::onPointer(const QPointF &position)
{
    std::optional<int> closest;
    double distance = kReach;
    for (int i = 0; i < static_cast<int>(m_spots.size()); ++i) {
        const QPointF way = placeOf(m_spots[static_cast<std::size_t>(i)]) - position;
        if (const double length = std::hypot(way.x(), way.y()); length < distance) {
            distance = length;
            closest = i;
        }
    }
    setCursor(closest);
}

void CostPlot::setCursor(std::optional<int> spot)
{
    if (m_cursor == spot)
        return;
    m_cursor = spot;
    repaintLayer(Hover);
    Q_EMIT cursorMoved();
}

bool CostPlot::moveCursor(int key)
{
    const std::optional<int> to = movedIndex(key, m_cursor, static_cast<int>(m_spots.size()));
    if (to)
        setCursor(to);
    return to.has_value();
}

QString CostPlot::spotText(const Spot &spot) const
{
    return tr("%1, %2: %3, %4", "method, k, accuracy, cost")
        .arg(spot.series->title, text::shotsShort(spot.point->shots), text::percentText(spot.point->accuracy.mean), costText(*spot.point));
}

QString CostPlot::readingText() const
{
    if (m_spots.empty())
        return m_data.emptyText;
    if (m_cursor)
        return spotText(m_spots[static_cast<std::size_t>(*m_cursor)]);
    const auto best = std::max_element(m_spots.begin(), m_spots.end(), [](const Spot &a, const Spot &b) {
        return a.point->accuracy.mean < b.point->accuracy.mean;
    });
    return tr("Cheapest: %1. Most accurate: %2").arg(spotText(m_spots.front()), spotText(*best));
}

void CostPlot::paintBelow(QPainter &painter) const
{
    m_frame.paint(painter);
    if (m_spots.empty())
        m_frame.paintEmpty(painter, m_data.series.empty() ? m_data.emptyText : tr("Nothing to show: hidden, or its cost was not noted."));
}

void CostPlot::paintAbove(QPainter &painter) const
{
    m_labels.paint(painter);
    for (const Spot &spot : m_spots) {
        const widgets::ArmLook look = lookOf(spot.series->kind, spot.series->variant, spot.series->outOfDate);
        widgets::drawMarker(painter, look.marker, placeOf(spot), kMarkerRadius, look.colour, widgets::currentTokens().card,
                            spot.point->hollow);
    }
}

void CostPlot::paintHover(QPainter &painter) const
{
    if (!m_cursor)
        return;
    const Spot &spot = m_spots[static_cast<std::size_t>(*m_cursor)];
    const widgets::ArmLook look = lookOf(spot.series->kind, spot.series->variant, spot.series->outOfDate);
    const QPointF at = placeOf(spot);
    painter.setPen(QPen(look.colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, kMarkerRadius + 4, kMarkerRadius + 4);
    HoverCard card;
    card.title = text::shotsShort(spot.point->shots);
    card.rows.push_back({look.marker, look.colour, spot.point->hollow, spot.series->title,
                         text::decimalText(100 * spot.point->accuracy.mean), text::intervalText(spot.point->accuracy),
                         costText(*spot.point)});
    std::vector<QLineF> obstacles;
    for (const Spot &other : m_spots)
        obstacles.emplace_back(placeOf(other), placeOf(other) + QPointF(1, 0));
    card.paintBeside(painter, at.x(), m_frame.scale.rect, rect(), obstacles);
}

} // namespace shotlab::charts
