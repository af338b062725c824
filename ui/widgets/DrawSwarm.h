// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QString>
#include <QWidget>

#include "lab/Arm.h"

namespace shotlab::widgets
{

/// Where dots of one row go so that none covers another: the smallest shift off the middle (either way) for each place, in the
/// order given (a beeswarm). places: along the row; diameter in the same unit.
[[nodiscard]] std::vector<double> swarmOffsets(const std::vector<double> &places, double diameter);

/// The luck of the draw: a row per method with one dot per draw and a bar at their mean, over one axis in per cent.
class DrawSwarm : public QWidget
{
    Q_OBJECT

public:
    struct Row {
        ArmKind kind = ArmKind::LinearProbe;
        int variant = 0; ///< see armLook()
        QString title;
        QString value; ///< mean in words
        QString range; ///< spread in words
        std::vector<double> accuracies; ///< 0..1, one per draw
    };

    explicit DrawSwarm(QWidget *parent = nullptr);
    void setRows(const std::vector<Row> &rows);
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    void setEmptyText(const QString &text); ///< why there is nothing, or what to do for it

    [[nodiscard]] QSize sizeHint() const override { return {420, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 70}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Axis;
    void paintRow(QPainter &painter, const Axis &axis, const Row &row, double top, double height, bool stacked) const;

    std::vector<Row> m_rows;
    QString m_emptyText;
};

} // namespace shotlab::widgets
