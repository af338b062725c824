// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include "charts/ChartData.h"

namespace shotlab::charts
{

/// The chart's table twin: a row per arm; its name and marker in the first column, then a column per k with the mean in per cent
/// and its 95 % range below ("–" where nothing is); to copy, the mean alone. The tool tip of a cell reads it in full.
class AccuracyTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1 }; ///< double 0..1, invalid where empty

    explicit AccuracyTableModel(QObject *parent = nullptr);
    void setData(const AccuracyChartData &data);
    using QAbstractTableModel::setData;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const AccuracyPoint *pointAt(int row, int column) const;

    AccuracyChartData m_data;
    std::vector<Shots> m_shots;
};

} // namespace shotlab::charts
