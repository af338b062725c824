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
    [[nodiscard]] const LearningChartData &data() const; ///< without what is not a number, sorted by step
    void setHighlightedArm(std::optional<int> arm); ///< the others fade
    void setHiddenArms(const std::vector<int> &arms);
    void addHeaderWidget(QWidget *widget); ///< right end of the title

    [[nodiscard]] QSize sizeHint() const override { return {420, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 180}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace shotlab::charts
