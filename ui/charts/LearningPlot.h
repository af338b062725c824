// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include "charts/ChartData.h"
#include "charts/ChartFrame.h"
#include "charts/EndLabels.h"
#include "charts/PlotView.h"
#include "widgets/Markers.h"

namespace shotlab::charts
{

/// The plot of LearningCurvesChart, without its title.
class LearningPlot : public PlotView
{
    Q_OBJECT

public:
    explicit LearningPlot(QWidget *parent = nullptr);

    void setData(const LearningChartData &data); ///< cleaned
    [[nodiscard]] const LearningChartData &data() const { return m_data; }
    void setMeasure(CurveMeasure measure);
    [[nodiscard]] CurveMeasure measure() const { return m_measure; }
    [[nodiscard]] const LearningChartData &shown() const { return m_shown; } ///< data() as the measure has it
    void setHighlighted(std::optional<int> arm);
    void setHidden(const std::vector<int> &arms);
    [[nodiscard]] const std::vector<int> &hidden() const { return m_hidden; }

    [[nodiscard]] std::optional<int> cursor() const { return m_cursor; }
    void setCursor(std::optional<int> step);
    using QWidget::setCursor;
    [[nodiscard]] bool hasCursor() const override { return m_cursor.has_value(); }
    void clearCursor() override { setCursor(std::nullopt); }
    bool moveCursor(int key) override;

    [[nodiscard]] const EndLabels &endLabels() const { return m_labels; }
    [[nodiscard]] const PlotScale &scale() const { return m_frame.scale; }
    [[nodiscard]] QString readingText() const; ///< values at the cursor, or where the lines end

private:
    /// One arm as it is drawn.
    struct Line {
        const LearningSeries *series = nullptr;
        widgets::ArmLook look;
        double opacity = 1;
        std::vector<CurvePoint> strong; ///< mean of the finished draws, or the running one while it is alone
        std::vector<CurvePoint> live; ///< the running draw beside a mean; else empty
        std::optional<CurvePoint> head; ///< of the running draw
    };
    void relayout() override;
    void updateCurves();
    void onPointer(const QPointF &position) override;
    [[nodiscard]] std::vector<Line> linesToDraw() const;
    [[nodiscard]] QList<QPointF> pointsOf(const std::vector<CurvePoint> &curve) const;
    [[nodiscard]] std::vector<int> stops() const; ///< steps the cursor can stand on
    [[nodiscard]] std::vector<QLineF> drawnLines() const;
    [[nodiscard]] std::vector<const Line *> bestFirst(int step) const;

    void paintBelow(QPainter &painter) const override;
    void paintAbove(QPainter &painter) const override;
    void paintHover(QPainter &painter) const override;
    void paintHead(QPainter &painter, const Line &line) const;

    [[nodiscard]] double onAxis(double value) const; ///< per cent, or the loss as it is
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] QString emptyText() const;

    LearningChartData m_data;
    LearningChartData m_shown;
    CurveMeasure m_measure = CurveMeasure::TestAccuracy;
    std::vector<Line> m_lines;
    ChartFrame m_frame;
    EndLabels m_labels;
    std::vector<int> m_hidden;
    std::optional<int> m_highlighted;
    std::optional<int> m_cursor; ///< step
};

} // namespace shotlab::charts
