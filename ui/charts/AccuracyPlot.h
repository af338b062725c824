// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include "charts/ChartData.h"
#include "charts/ChartFrame.h"
#include "charts/EndLabels.h"
#include "charts/PlotView.h"

namespace shotlab::charts
{

/// The plot of AccuracyChart, without headline and table.
class AccuracyPlot : public PlotView
{
    Q_OBJECT

public:
    explicit AccuracyPlot(QWidget *parent = nullptr);

    void setData(const AccuracyChartData &data); ///< cleaned
    [[nodiscard]] const AccuracyChartData &data() const { return m_data; }
    void setSelected(std::optional<Shots> shots);
    [[nodiscard]] std::optional<Shots> selected() const { return m_selected; }
    void setHighlighted(std::optional<int> arm);
    void setHidden(const std::vector<int> &arms);
    [[nodiscard]] const std::vector<int> &hidden() const { return m_hidden; }

    [[nodiscard]] std::optional<Shots> cursor() const { return m_cursor; }
    void setCursor(std::optional<Shots> shots); ///< where the values are read; nothing outside of the list of k
    using QWidget::setCursor;
    [[nodiscard]] bool hasCursor() const override { return m_cursor.has_value(); }
    void clearCursor() override { setCursor(std::nullopt); }
    bool moveCursor(int key) override;

    [[nodiscard]] const EndLabels &endLabels() const { return m_labels; }
    [[nodiscard]] const PlotScale &scale() const { return m_frame.scale; }
    [[nodiscard]] double xOf(Shots shots) const; ///< pixels; of a k on the axis

Q_SIGNALS:
    void shotsChosen(shotlab::Shots shots);
    void armChosen(int arm);

private:
    /// A floor with its label; without a line where it lies below the axis.
    struct FloorMark {
        QString text;
        std::optional<double> y;
        QRectF place;
    };
    void relayout() override;
    void updateCurves();
    [[nodiscard]] Curve curveOf(const AccuracySeries &series) const;
    /// From the bottom up: references, the others, the arm in the light.
    [[nodiscard]] std::vector<const AccuracySeries *> drawnSeries() const;
    void onPointer(const QPointF &position) override;
    void onPressed(const QPointF &position);

    [[nodiscard]] bool isEmpty() const; ///< nothing to see: no points, or all hidden
    [[nodiscard]] bool isDrawn(const AccuracySeries &series) const;
    [[nodiscard]] double positionOf(Shots shots) const; ///< 0..1
    [[nodiscard]] double opacityOf(int arm) const; ///< 1, or faded beside a highlighted arm
    [[nodiscard]] std::optional<Shots> shotsAt(const QPointF &position) const;
    [[nodiscard]] std::vector<QLineF> drawnLines() const; ///< what a hover card should not hide

    void paintBelow(QPainter &painter) const override;
    void paintAbove(QPainter &painter) const override;
    void paintHover(QPainter &painter) const override;
    void paintFloors(QPainter &painter) const;
    void placeFloors();
    void paintLoneRanges(QPainter &painter) const;

    AccuracyChartData m_data;
    std::vector<Shots> m_shots;
    std::vector<double> m_positions;
    ChartFrame m_frame;
    EndLabels m_labels;
    std::vector<FloorMark> m_floors;
    double m_markerRadius = 0;
    std::vector<int> m_hidden;
    std::optional<Shots> m_selected;
    std::optional<Shots> m_cursor;
    std::optional<int> m_highlighted; ///< from outside
    std::optional<int> m_pointed; ///< arm whose name the pointer is on
};

} // namespace shotlab::charts
