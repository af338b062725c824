// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "charts/ChartData.h"

namespace shotlab::charts
{

/// Test accuracy over training steps: thin lines for single draws, a strong one for their mean, a dot where one still runs.
class LearningCurvesChart : public QWidget
{
    Q_OBJECT

public:
    explicit LearningCurvesChart(QWidget *parent = nullptr);
    ~LearningCurvesChart() override;

    void setData(const LearningChartData &data);
    void setHighlightedArm(std::optional<int> arm);
    void setHiddenArms(const std::vector<int> &arms);
    void addHeaderWidget(QWidget *widget);

    [[nodiscard]] QSize sizeHint() const override { return {420, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 180}; }

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace shotlab::charts
