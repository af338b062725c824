// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CostTableModel.h"

#include "charts/ChartMath.h"
#include "text/Sentences.h"
#include "widgets/Markers.h"

namespace shotlab::charts
{

CostTableModel::CostTableModel(QObject *parent) : QAbstractTableModel(parent) { }

void CostTableModel::setData(const AccuracyChartData &data)
{
    std::vector<Row> rows;
    for (std::size_t series = 0; series < data.series.size(); ++series) {
        for (std::size_t point = 0; point < data.series[series].points.size(); ++point)
            rows.emplace_back(series, point);
    }
    // New numbers in the same cells must not take the keyboard's place in the table away.
    const bool sameCells = rows == m_rows;
    if (!sameCells)
        beginResetModel();
    m_data = data;
    m_rows = std::move(rows);
    if (!sameCells)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CostTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CostTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant CostTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[place, which] = m_rows[static_cast<std::size_t>(index.row())];
    const AccuracySeries &series = m_data.series[place];
    const AccuracyPoint &point = series.points[which];
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == MethodColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == MethodColumn)
        return widgets::armIcon(series.kind, series.variant);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return tr("%1, %2: %3, %4", "method, k, accuracy, cost")
            .arg(series.title, text::shotsText(point.shots), text::percentText(point.accuracy.mean), costText(point));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case MethodColumn:
        return series.title;
    case ShotsColumn:
        return text::shotsTick(point.shots);
    case AccuracyColumn:
        return text::decimalText(100 * point.accuracy.mean);
    case TimeColumn:
        return costOf(point, Cost::Seconds) ? text::decimalText(point.seconds, point.seconds < 10 ? 2 : 0) : QStringLiteral("–");
    case WeightsColumn:
        return point.weights ? text::numberText(*point.weights) : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant CostTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == MethodColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MethodColumn:
        return tr("Method");
    case ShotsColumn:
        return QStringLiteral("k");
    case AccuracyColumn:
        return tr("Accuracy, %");
    case TimeColumn:
        return tr("Time of a run, s");
    case WeightsColumn:
        return tr("Weights that change");
    default:
        return {};
    }
}

} // namespace shotlab::charts
