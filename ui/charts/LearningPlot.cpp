// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/LearningPlot.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "charts/ChartColours.h"
#include "charts/ChartMath.h"
#include "text/Sentences.h"
#include "widgets/Theme.h"

namespace shotlab::charts
{

namespace
{

constexpr double kThinOpacity = 0.28; // single draws
constexpr double kThinWidth = 1;
constexpr double kLiveWidth = 1.6;
constexpr double kNoLabels = 16; // right margin without names: half of the last tick's label
constexpr double kLabelShare = 0.34; // of the width that names may take at most
constexpr double kTitleFrom = 120; // height from which the axis gets its title
constexpr double kHoverSides = 10;

} // namespace

LearningPlot::LearningPlot(QWidget *parent) : PlotView(parent)
{
    connect(this, &PlotView::pointerLeft, this, [this] { setCursor(std::nullopt); });
}

void LearningPlot::setData(const LearningChartData &data)
{
    m_lines.clear(); // they point into the old data
    m_data = cleaned(data);
    m_shown = measuredAs(m_data, m_measure);
    relayout();
}

void LearningPlot::setMeasure(CurveMeasure measure)
{
    m_lines.clear();
    m_measure = measure;
    m_shown = measuredAs(m_data, m_measure);
    relayout();
}

double LearningPlot::onAxis(double value) const { return m_measure == CurveMeasure::TestAccuracy ? 100 * value : value; }

QString LearningPlot::emptyText() const
{
    return m_data.series.empty() ? m_data.emptyText : tr("No loss was noted in these runs.");
}

QString LearningPlot::valueText(double value) const
{
    return m_measure == CurveMeasure::TestAccuracy ? text::percentText(value) : tr("loss %1").arg(text::decimalText(value, 2));
}

void LearningPlot::setHighlighted(std::optional<int> arm)
{
    if (m_highlighted == arm)
        return;
    m_highlighted = arm;
    relayout();
}

void LearningPlot::setHidden(const std::vector<int> &arms)
{
    m_hidden = arms;
    relayout();
}

std::vector<LearningPlot::Line> LearningPlot::linesToDraw() const
{
    std::vector<Line> lines;
    for (const LearningSeries &series : m_shown.series) {
        if (charts::isHidden(series.arm, m_hidden))
            continue;
        Line line;
        line.series = &series;
        line.look = lookOf(series.kind, series.variant);
        std::vector<std::vector<CurvePoint>> finished = series.draws;
        if (series.running) {
            line.head = series.draws.back().back();
            finished.pop_back();
        }
        line.strong = finished.empty() ? series.draws.back() : meanCurve(finished);
        if (series.running && !finished.empty())
            line.live = series.draws.back();
        lines.push_back(line);
    }
    const bool anyHighlighted
        = std::any_of(lines.begin(), lines.end(), [this](const Line &line) { return line.series->arm == m_highlighted; });
    for (Line &line : lines)
        line.opacity = anyHighlighted && line.series->arm != m_highlighted ? kFaded : 1;
    return lines;
}

void LearningPlot::relayout()
{
    m_lines = linesToDraw();
    std::vector<EndLabels::Label> labels;
    int lastStep = 1;
    for (const Line &line : m_lines) {
        for (const std::vector<CurvePoint> &draw : line.series->draws)
            lastStep = std::max(lastStep, draw.back().step);
        if (line.head)
            lastStep = std::max(lastStep, line.series->totalSteps);
        // A lone running draw carries its name on a tag at its head.
        if (!line.head || !line.live.empty())
            labels.push_back({line.series->arm,
                              line.series->title,
                              line.look.colour,
                              line.look.label,
                              {},
                              line.opacity < 1 ? kFadedLabel : 1});
    }
    const double labelWidth = std::min(EndLabels::widthOf(labels), std::floor(kLabelShare * width()));
    const bool titled = height() >= kTitleFrom;
    const double right = labels.empty() ? kNoLabels : EndLabels::kLeader + labelWidth + 1;
    QRectF grid(QPointF(ChartFrame::leftMargin(), ChartFrame::topMargin()),
                QPointF(std::floor(width() - right), std::floor(height() - ChartFrame::bottomMargin(titled))));
    grid.setSize(grid.size().expandedTo({1, 1}));
    m_frame.percent = m_measure == CurveMeasure::TestAccuracy;
    m_frame.scale = {grid, 0, static_cast<double>(lastStep), m_frame.percent ? lowerBound(m_shown) : 0,
                     m_frame.percent ? 100 : roundedTop(m_shown)};
    m_frame.title = titled && !m_lines.empty() ? tr("Training step") : QString();
    m_frame.ticks.clear();
    if (!m_lines.empty()) {
        for (const int step : stepTicks(lastStep))
            m_frame.ticks.push_back({m_frame.scale.x(step), text::numberText(step), false});
    }
    for (EndLabels::Label &label : labels) {
        const auto line
            = std::find_if(m_lines.begin(), m_lines.end(), [&label](const Line &l) { return l.series->arm == label.arm; });
        const CurvePoint &end = line->strong.back();
        label.end = m_frame.scale.map(end.step, onAxis(end.value));
    }
    m_labels.place(std::move(labels), grid.right(), labelWidth, 0, grid.bottom() + ChartFrame::topMargin());
    const std::vector<int> steps = stops();
    if (m_cursor && std::find(steps.begin(), steps.end(), *m_cursor) == steps.end())
        setCursor(std::nullopt);

    setScale(m_frame.scale);
    updateCurves();
    for (const Layer layer : {Below, Above, Hover})
        repaintLayer(layer);
}

QList<QPointF> LearningPlot::pointsOf(const std::vector<CurvePoint> &curve) const
{
    QList<QPointF> points;
    for (const CurvePoint &point : decimated(curve, static_cast<int>(m_frame.scale.rect.width() / 2)))
        points << QPointF(point.step, onAxis(point.value));
    return points;
}

void LearningPlot::updateCurves()
{
    // Solid pens only: dashed ones of this width cost ten times as much in a curve that moves.
    const auto pen = [](const Line &line, double strength, double width) {
        return QPen(withOpacity(line.look.colour, strength * line.opacity), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    };
    std::vector<Curve> curves;
    for (const Line &line : m_lines) {
        if (line.series->draws.size() < 2)
            continue;
        for (const std::vector<CurvePoint> &draw : line.series->draws)
            curves.push_back({pointsOf(draw), pen(line, kThinOpacity, kThinWidth), {}, {}, {}});
    }
    for (const Line &line : m_lines) {
        curves.push_back({pointsOf(line.strong), pen(line, 1, kLineWidth), {}, {}, {}});
        if (!line.live.empty())
            curves.push_back({pointsOf(line.live), pen(line, 1, kLiveWidth), {}, {}, {}});
    }
    setCurves(curves);
}

std::vector<int> LearningPlot::stops() const
{
    std::set<int> steps;
    for (const Line &line : m_lines) {
        for (const CurvePoint &point : line.strong)
            steps.insert(point.step);
    }
    return {steps.begin(), steps.end()};
}

void LearningPlot::onPointer(const QPointF &position)
{
    const std::vector<int> steps = stops();
    const QRectF reach = m_frame.scale.rect.adjusted(-kHoverSides, -kHoverSides, kHoverSides, kHoverSides);
    if (steps.empty() || !reach.contains(position)) {
        setCursor(std::nullopt);
        return;
    }
    std::vector<double> places;
    for (const int step : steps)
        places.push_back(m_frame.scale.x(step));
    setCursor(steps[nearest(places, position.x())]);
}

void LearningPlot::setCursor(std::optional<int> step)
{
    if (m_cursor == step)
        return;
    m_cursor = step;
    repaintLayer(Hover);
    Q_EMIT cursorMoved();
}

bool LearningPlot::moveCursor(int key)
{
    const std::vector<int> steps = stops();
    if (steps.empty())
        return false;
    const auto found = m_cursor ? std::lower_bound(steps.begin(), steps.end(), *m_cursor) : steps.end();
    const std::optional<int> at = found == steps.end() ? std::nullopt : std::optional(static_cast<int>(found - steps.begin()));
    const std::optional<int> to = movedIndex(key, at, static_cast<int>(steps.size()));
    if (!to)
        return false;
    setCursor(steps[static_cast<std::size_t>(*to)]);
    return true;
}

std::vector<const LearningPlot::Line *> LearningPlot::bestFirst(int step) const
{
    std::vector<const Line *> lines;
    for (const Line &line : m_lines) {
        if (valueAt(line.strong, step))
            lines.push_back(&line);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [this, step](const Line *a, const Line *b) {
                         const double first = *valueAt(a->strong, step);
                         const double second = *valueAt(b->strong, step);
                         return m_measure == CurveMeasure::TestAccuracy ? first > second : first < second;
                     });
    return lines;
}

QString LearningPlot::readingText() const
{
    QStringList parts;
    if (m_cursor) {
        for (const Line *line : bestFirst(*m_cursor))
            parts << tr("%1 %2", "method and its accuracy")
                         .arg(line->series->title, valueText(*valueAt(line->strong, *m_cursor)));
        return tr("Step %1: %2").arg(text::numberText(*m_cursor), parts.join(tr(", ")));
    }
    for (const Line &line : m_lines) {
        const CurvePoint &end = line.strong.back();
        parts << tr("%1: %2 after %3 steps").arg(line.series->title, valueText(end.value), text::numberText(end.step));
    }
    return parts.isEmpty() ? emptyText() : parts.join(tr(", "));
}

} // namespace shotlab::charts
