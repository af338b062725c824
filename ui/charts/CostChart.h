// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "charts/ChartData.h"
#include "charts/ChartWidget.h"

namespace shotlab::charts
{

/// What accuracy costs: every method at every k by the time of a run or by the weights that change. Stands on a card like the
/// other charts.
class CostChart : public ChartWidget
{
    Q_OBJECT

public:
    explicit CostChart(QWidget *parent = nullptr);
    ~CostChart() override;

    void setData(const AccuracyChartData &data); ///< headline and subline are its own
    [[nodiscard]] const AccuracyChartData &data() const; ///< without points that are not numbers, sorted by k
    void setCost(Cost cost); ///< default: seconds
    [[nodiscard]] Cost cost() const;
    void setHiddenArms(const std::vector<int> &arms);

    void addHeaderWidget(QWidget *widget); ///< at the left of the buttons

    [[nodiscard]] QSize sizeHint() const override { return {640, 380}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 220}; }

protected:
    void describe() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace shotlab::charts
