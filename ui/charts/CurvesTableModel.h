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

/// The learning curves as a table: a row per training step, a column per method with the mean test accuracy of its draws in per
/// cent. What a cell reads out adds the spread over the draws and the training loss.
class CurvesTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit CurvesTableModel(QObject *parent = nullptr);
    void setData(const LearningChartData &data); ///< cleaned
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

    LearningChartData m_data;
    std::vector<int> m_steps;
};

} // namespace shotlab::charts
