// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <vector>

#include <QAbstractTableModel>

#include "charts/ChartData.h"

namespace shotlab::charts
{

/// Cost beside accuracy as a table: a row per method and k.
class CostTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MethodColumn, ShotsColumn, AccuracyColumn, TimeColumn, WeightsColumn, ColumnCount };

    explicit CostTableModel(QObject *parent = nullptr);
    void setData(const AccuracyChartData &data); ///< cleaned
    using QAbstractTableModel::setData;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Row = std::pair<std::size_t, std::size_t>; ///< series and point

    AccuracyChartData m_data;
    std::vector<Row> m_rows;
};

} // namespace shotlab::charts
