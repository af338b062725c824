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

/// Accuracy against k, every arm side by side, with its headline and its table twin. Stands on a card: it has no background of
/// its own, but rims and the hover card take the card's colour.
class AccuracyChart : public ChartWidget
{
    Q_OBJECT

public:
    explicit AccuracyChart(QWidget *parent = nullptr);
    ~AccuracyChart() override;

    void setData(const AccuracyChartData &data);
    [[nodiscard]] const AccuracyChartData &data() const; ///< without points that are not numbers, sorted by k

    void setSelectedShots(std::optional<Shots> shots); ///< dashed line and bold tick
    [[nodiscard]] std::optional<Shots> selectedShots() const;
    void setHighlightedArm(std::optional<int> arm); ///< the others fade
    void setHiddenArms(const std::vector<int> &arms);

    void addHeaderWidget(QWidget *widget); ///< right end of the headline, before the table button

    /// The chart with headline as a picture on the card's colour, scaled (2 = twice the screen's size).
    [[nodiscard]] QImage toImage(double scale = 2) const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 380}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 220}; }

Q_SIGNALS:
    void shotsSelected(shotlab::Shots shots); ///< click, or Enter at the keyboard cursor; already set
    void armClicked(int arm); ///< name at a line's end

protected:
    void describe() override;
    void keyPressEvent(QKeyEvent *event) override; ///< Enter chooses the k at the cursor

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace shotlab::charts
