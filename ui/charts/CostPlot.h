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

/// The plot of CostChart, without its title: accuracy against cost on a scale of powers of ten, a line per method through its k.
class CostPlot : public PlotView
{
    Q_OBJECT

public:
    /// One method at one k, as it is drawn.
    struct Spot {
        const AccuracySeries *series = nullptr;
        const AccuracyPoint *point = nullptr;
        double x = 0; ///< on the axis
    };

    explicit CostPlot(QWidget *parent = nullptr);

    void setData(const AccuracyChartData &data); ///< cleaned
    [[nodiscard]] const AccuracyChartData &data() const { return m_data; }
    void setCost(Cost cost);
    [[nodiscard]] Cost cost() const { return m_cost; }
    void setHidden(const std::vector<int> &arms);
    [[nodiscard]] const std::vector<int> &hidden() const { return m_hidden; }

    /// What is drawn, by cost.
    [[nodiscard]] const std::vector<Spot> &spots() const { return m_spots; }
    [[nodiscard]] QPointF placeOf(const Spot &spot) const;
    [[nodiscard]] const std::vector<ChartFrame::Tick> &ticks() const { return m_frame.ticks; }
    [[nodiscard]] std::optional<int> cursor() const { return m_cursor; } ///< index into spots()
    void setCursor(std::optional<int> spot);
    using QWidget::setCursor;
    [[nodiscard]] bool hasCursor() const override { return m_cursor.has_value(); }
    void clearCursor() override { setCursor(std::nullopt); }
    bool moveCursor(int key) override;
    [[nodiscard]] QString readingText() const; ///< the spot at the cursor, or the cheapest and the most accurate

private:
    void relayout() override;
    void placeTicks();
    void updateCurves();
    void onPointer(const QPointF &position) override;
    [[nodiscard]] QString spotText(const Spot &spot) const;
    [[nodiscard]] QString tickText(double cost) const;

    void paintBelow(QPainter &painter) const override;
    void paintAbove(QPainter &painter) const override;
    void paintHover(QPainter &painter) const override;

    AccuracyChartData m_data;
    Cost m_cost = Cost::Seconds;
    std::vector<int> m_hidden;
    std::vector<Spot> m_spots;
    ChartFrame m_frame;
    EndLabels m_labels;
    std::optional<int> m_cursor;
};

} // namespace shotlab::charts
