// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "charts/ChartData.h"
#include "charts/ChartWidget.h"

class QImage;

namespace shotlab::charts
{

/// Test accuracy, or training loss, over training steps: thin lines for single draws, a strong one for their mean, a dot where one still runs.
class LearningCurvesChart : public ChartWidget
{
    Q_OBJECT

public:
    explicit LearningCurvesChart(QWidget *parent = nullptr);
    ~LearningCurvesChart() override;

    void setData(const LearningChartData &data);
    [[nodiscard]] const LearningChartData &data() const; ///< without what is not a number, sorted by step
    void setHighlightedArm(std::optional<int> arm); ///< the others fade
    void setHiddenArms(const std::vector<int> &arms);

    void setMeasure(CurveMeasure measure); ///< of curves and table; default: test accuracy
    [[nodiscard]] CurveMeasure measure() const;

    /// The buttons at the right end of the title; whoever has a better place may take them there.
    [[nodiscard]] std::vector<QWidget *> tools() const;

    /// The chart with headline as a picture on the card's colour, scaled (2 = twice the screen's size).
    [[nodiscard]] QImage toImage(double scale = 2) const;

    [[nodiscard]] QSize sizeHint() const override { return {420, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 180}; }

protected:
    void describe() override;
    [[nodiscard]] QString plotHint() const override;

private:
    void showData();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace shotlab::charts
