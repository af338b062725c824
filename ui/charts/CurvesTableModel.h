// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <set>
#include <vector>

#include <QAbstractTableModel>

#include "charts/ChartData.h"

namespace shotlab::charts
{

/// The learning curves as a table: a row per training step, a column per method with the mean of its draws: test accuracy in per
/// cent, or loss. What a cell reads out adds the spread over the draws and the training loss.
class CurvesTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit CurvesTableModel(QObject *parent = nullptr);
    void setData(const LearningChartData &data, CurveMeasure measure); ///< measuredAs(measure), cleaned
    using QAbstractTableModel::setData;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Reading {
        double mean = 0;
        double least = 0, most = 0;
        std::optional<double> loss; ///< mean of the draws that have one here
        int draws = 0;
    };
    [[nodiscard]] std::optional<Reading> readingAt(int row, int column) const;

    [[nodiscard]] QString numberText(double value) const;
    [[nodiscard]] QString rangeText(const Reading &reading) const;

    LearningChartData m_data;
    CurveMeasure m_measure = CurveMeasure::TestAccuracy;
    std::vector<int> m_steps;
};

} // namespace shotlab::charts
