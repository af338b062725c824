// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/AccuracyPlot.h"

#include <algorithm>
#include <cmath>

#include "charts/ChartColours.h"
#include "charts/ChartMath.h"
#include "text/Sentences.h"

namespace shotlab::charts
{

namespace
{

constexpr double kLeftInset = 24; // from the grid's edge to the first k
constexpr double kRightInset = 10;
constexpr double kNoLabels = 12; // right margin without names
constexpr double kLabelShare = 0.34; // of the width that names may take at most
constexpr double kLabelClearance = 9; // of leaders from the markers
constexpr double kMarkerShare = 0.3; // of the distance between neighbouring k, where they stand close
constexpr double kSmallestMarker = 2.4;
constexpr double kTitleFrom = 120; // height from which the axis gets its title
constexpr double kHoverSides = 14; // the pointer may be so far outside of the grid

QPen linePen(const widgets::ArmLook &look, double opacity)
{
    QPen pen(withOpacity(look.colour, opacity), kLineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (look.line == Qt::DotLine)
        pen.setDashPattern({1, 2});
    else if (look.line == Qt::DashLine)
        pen.setDashPattern({4, 2});
    return pen;
}

} // namespace

AccuracyPlot::AccuracyPlot(QWidget *parent) : PlotView(parent)
{
    connect(this, &PlotView::pressed, this, &AccuracyPlot::onPressed);
    connect(this, &PlotView::pointerLeft, this, [this] { onPointer({-1, -1}); });
}

void AccuracyPlot::setData(const AccuracyChartData &data)
{
    m_data = cleaned(data);
    m_shots = shotsOf(m_data);
    m_positions = shotsPositions(m_shots);
    if (m_cursor && (isEmpty() || std::find(m_shots.begin(), m_shots.end(), *m_cursor) == m_shots.end()))
        setCursor(std::nullopt);
    relayout();
}

void AccuracyPlot::setSelected(std::optional<Shots> shots)
{
    if (m_selected == shots)
        return;
    m_selected = shots;
    relayout();
}

void AccuracyPlot::setHighlighted(std::optional<int> arm)
{
    if (m_highlighted == arm)
        return;
    m_highlighted = arm;
    relayout();
}

void AccuracyPlot::setHidden(const std::vector<int> &arms)
{
    m_hidden = arms;
    relayout();
}

bool AccuracyPlot::isDrawn(const AccuracySeries &series) const
{
    return !series.points.empty() && !charts::isHidden(series.arm, m_hidden);
}

bool AccuracyPlot::isEmpty() const
{
    return std::none_of(m_data.series.begin(), m_data.series.end(), [this](const AccuracySeries &s) { return isDrawn(s); });
}

double AccuracyPlot::positionOf(Shots shots) const
{
    const auto at = std::find(m_shots.begin(), m_shots.end(), shots);
    return at == m_shots.end() ? 0 : m_positions[static_cast<std::size_t>(at - m_shots.begin())];
}

double AccuracyPlot::xOf(Shots shots) const { return m_frame.scale.x(positionOf(shots)); }

double AccuracyPlot::opacityOf(int arm) const
{
    const std::optional<int> only = m_pointed ? m_pointed : m_highlighted;
    const bool shown = only && std::any_of(m_data.series.begin(), m_data.series.end(), [&](const AccuracySeries &series) {
                           return series.arm == *only && isDrawn(series);
                       });
    return shown && *only != arm ? kFaded : 1;
}

void AccuracyPlot::relayout()
{
    std::vector<EndLabels::Label> labels;
    for (const AccuracySeries &series : m_data.series) {
        if (!isDrawn(series))
            continue;
        const widgets::ArmLook look = lookOf(series.kind, series.variant, series.outOfDate);
        labels.push_back({series.arm,
                          series.title,
                          look.colour,
                          look.label,
                          {},
                          opacityOf(series.arm) < 1 ? kFadedLabel : 1,
                          kLabelClearance});
    }
    const double labelWidth = std::min(EndLabels::widthOf(labels), std::floor(kLabelShare * width()));
    const bool titled = height() >= kTitleFrom;
    const double right = labels.empty() ? kNoLabels : EndLabels::kLeader + labelWidth + 1;
    QRectF grid(QPointF(ChartFrame::leftMargin(), ChartFrame::topMargin()),
                QPointF(std::floor(width() - right), std::floor(height() - ChartFrame::bottomMargin(titled))));
    grid.setWidth(std::max(grid.width(), 2 * (kLeftInset + kRightInset)));
    grid.setHeight(std::max(grid.height(), 1.0));
    const double inner = grid.width() - kLeftInset - kRightInset;
    m_frame.scale = {grid, -kLeftInset / inner, 1 + kRightInset / inner, lowerBound(m_data, m_hidden), 100};
    m_frame.title = titled ? m_data.shotsTitle : QString();
    m_frame.ticks.clear();
    for (std::size_t i = 0; i < m_shots.size(); ++i)
        m_frame.ticks.push_back({m_frame.scale.x(m_positions[i]), text::shotsTick(m_shots[i]), m_selected == m_shots[i]});

    for (EndLabels::Label &label : labels) {
        const auto series = std::find_if(m_data.series.begin(), m_data.series.end(),
                                         [&label](const AccuracySeries &s) { return s.arm == label.arm; });
        const AccuracyPoint &last = series->points.back();
        label.end = m_frame.scale.map(usesExamples(series->kind) ? positionOf(last.shots) : 1, 100 * last.accuracy.mean);
    }
    m_labels.place(std::move(labels), grid.right(), labelWidth, 0, grid.bottom() + ChartFrame::topMargin());

    double narrowest = grid.width();
    for (std::size_t i = 1; i < m_frame.ticks.size(); ++i)
        narrowest = std::min(narrowest, m_frame.ticks[i].x - m_frame.ticks[i - 1].x);
    m_markerRadius = std::clamp(kMarkerShare * narrowest, kSmallestMarker, kMarkerRadius);

    setScale(m_frame.scale);
    updateCurves();
    placeFloors();
    for (const Layer layer : {Below, Above, Hover})
        repaintLayer(layer);
}

Curve AccuracyPlot::curveOf(const AccuracySeries &series) const
{
    const widgets::ArmLook look = lookOf(series.kind, series.variant, series.outOfDate);
    const double opacity = opacityOf(series.arm);
    Curve curve;
    curve.pen = linePen(look, opacity);
    curve.band = withOpacity(look.colour, bandOpacity() * opacity);
    const auto add = [&](double x, const Estimate &e) {
        // A range may reach below the axis' lower end.
        const auto y = [&](double share) { return std::max(m_frame.scale.bottom, 100 * share); };
        curve.points << QPointF(x, 100 * e.mean);
        curve.low << QPointF(x, y(e.low.value_or(e.mean)));
        curve.high << QPointF(x, y(e.high.value_or(e.mean)));
    };
    for (const AccuracyPoint &point : series.points)
        add(positionOf(point.shots), point.accuracy);
    if (!usesExamples(series.kind))
        add(1, series.points.back().accuracy); // the same however many examples there are
    return curve;
}

std::vector<const AccuracySeries *> AccuracyPlot::drawnSeries() const
{
    std::vector<const AccuracySeries *> drawn;
    for (const AccuracySeries &series : m_data.series) {
        if (isDrawn(series))
            drawn.push_back(&series);
    }
    const auto level = [this](const AccuracySeries *series) {
        return (opacityOf(series->arm) < 1 ? 0 : 2) + (usesExamples(series->kind) ? 1 : 0);
    };
    std::stable_sort(drawn.begin(), drawn.end(), [&](const auto *a, const auto *b) { return level(a) < level(b); });
    return drawn;
}

void AccuracyPlot::updateCurves()
{
    std::vector<Curve> curves;
    for (const AccuracySeries *series : drawnSeries())
        curves.push_back(curveOf(*series));
    setCurves(curves);
}

std::optional<Shots> AccuracyPlot::shotsAt(const QPointF &position) const
{
    const QRectF &grid = m_frame.scale.rect;
    const QRectF reach = QRectF(grid.topLeft(), QPointF(grid.right(), height())).adjusted(-kHoverSides, -kHoverSides, 2, 0);
    if (isEmpty() || m_positions.empty() || !reach.contains(position))
        return {};
    std::vector<double> places;
    for (const double at : m_positions)
        places.push_back(m_frame.scale.x(at));
    return m_shots[nearest(places, position.x())];
}

void AccuracyPlot::onPointer(const QPointF &position)
{
    const std::optional<int> arm = m_labels.armAt(position);
    if (arm != m_pointed) {
        m_pointed = arm;
        relayout();
    }
    const std::optional<Shots> shots = arm ? std::nullopt : shotsAt(position);
    viewport()->setCursor(arm || shots ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setCursor(shots);
}

void AccuracyPlot::onPressed(const QPointF &position)
{
    if (const std::optional<int> arm = m_labels.armAt(position))
        Q_EMIT armChosen(*arm);
    else if (const std::optional<Shots> shots = shotsAt(position))
        Q_EMIT shotsChosen(*shots);
}

void AccuracyPlot::setCursor(std::optional<Shots> shots)
{
    if (m_cursor == shots)
        return;
    m_cursor = shots;
    repaintLayer(Hover);
    Q_EMIT cursorMoved();
}

bool AccuracyPlot::moveCursor(int key)
{
    if (isEmpty())
        return false;
    const std::optional<Shots> from = m_cursor ? m_cursor : m_selected;
    const auto found = from ? std::find(m_shots.begin(), m_shots.end(), *from) : m_shots.end();
    const std::optional<int> at
        = found == m_shots.end() ? std::nullopt : std::optional(static_cast<int>(found - m_shots.begin()));
    const std::optional<int> to = movedIndex(key, at, static_cast<int>(m_shots.size()));
    if (!to)
        return false;
    setCursor(m_shots[static_cast<std::size_t>(*to)]);
    return true;
}

} // namespace shotlab::charts
