// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/AccuracyTableModel.h"

#include "charts/ChartMath.h"
#include "text/Sentences.h"
#include "widgets/Markers.h"
#include "widgets/Theme.h"

namespace shotlab::charts
{

namespace
{

const QString kNothing = QStringLiteral("–");

/// The range stands below the mean, so that columns stay narrow.
QString cellText(const Estimate &accuracy)
{
    const QString mean = text::decimalText(100 * accuracy.mean);
    const QString interval = text::intervalText(accuracy);
    return interval.isEmpty() ? mean : mean + QLatin1Char('\n') + interval;
}

} // namespace

AccuracyTableModel::AccuracyTableModel(QObject *parent) : QAbstractTableModel(parent) { }

void AccuracyTableModel::setData(const AccuracyChartData &data)
{
    const auto arms = [](const AccuracyChartData &of) {
        std::vector<int> list;
        for (const AccuracySeries &series : of.series)
            list.push_back(series.arm);
        return list;
    };
    std::vector<Shots> shots = shotsOf(data);
    // New numbers in the same cells must not take the keyboard's place in the table away.
    const bool sameCells = shots == m_shots && arms(data) == arms(m_data);
    if (!sameCells)
        beginResetModel();
    m_data = data;
    m_shots = std::move(shots);
    if (!sameCells)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int AccuracyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.series.size());
}

int AccuracyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shots.size()) + 1;
}

const AccuracyPoint *AccuracyTableModel::pointAt(int row, int column) const
{
    const Shots shots = m_shots[static_cast<std::size_t>(column - 1)];
    for (const AccuracyPoint &point : m_data.series[static_cast<std::size_t>(row)].points) {
        if (point.shots == shots)
            return &point;
    }
    return nullptr;
}

QVariant AccuracyTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccuracySeries &series = m_data.series[static_cast<std::size_t>(index.row())];
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return series.title;
        if (role == Qt::DecorationRole)
            return widgets::armIcon(series.kind, series.variant);
        return {};
    }
    const AccuracyPoint *point = pointAt(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return point ? cellText(point->accuracy) : kNothing;
    case Qt::EditRole:
        return point ? text::decimalText(100 * point->accuracy.mean) : kNothing;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case SortRole:
        return point ? QVariant(point->accuracy.mean) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        if (!point)
            return {};
        const Estimate &e = point->accuracy;
        const QString value = tr("%1, %2: %3").arg(series.title, text::shotsText(point->shots), text::percentText(e.mean));
        const QString range = e.low && e.high ? tr(" (%1)", "95 % range").arg(text::rangeText(*e.low, *e.high)) : QString();
        const QString seen = value + range + QStringLiteral(" · ") + text::drawsText(point->draws);
        const QString cost = costText(*point);
        return cost.isEmpty() ? seen : QString(seen + QStringLiteral(" · ") + cost);
    }
    default:
        return {};
    }
}

QVariant AccuracyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Method");
    const Shots shots = m_shots[static_cast<std::size_t>(section - 1)];
    return section == 1 && !shots.isAll() ? text::shotsShort(shots) : text::shotsTick(shots);
}

} // namespace shotlab::charts
