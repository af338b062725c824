// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CurvesTableModel.h"

#include <algorithm>

#include "charts/ChartMath.h"
#include "text/Numbers.h"

namespace shotlab::charts
{

CurvesTableModel::CurvesTableModel(QObject *parent) : QAbstractTableModel(parent) { }

void CurvesTableModel::setData(const LearningChartData &data, CurveMeasure measure)
{
    std::set<int> steps;
    for (const LearningSeries &series : data.series) {
        for (const std::vector<CurvePoint> &draw : series.draws) {
            for (const CurvePoint &point : draw)
                steps.insert(point.step);
        }
    }
    const std::vector<int> sorted(steps.begin(), steps.end());
    const auto sameArm = [](const LearningSeries &a, const LearningSeries &b) { return a.arm == b.arm && a.title == b.title; };
    // New numbers in the same cells must not take the keyboard's place in the table away.
    const bool sameCells = sorted == m_steps && measure == m_measure
        && std::equal(data.series.begin(), data.series.end(), m_data.series.begin(), m_data.series.end(), sameArm);
    if (!sameCells)
        beginResetModel();
    m_data = data;
    m_measure = measure;
    m_steps = sorted;
    if (!sameCells)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CurvesTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int CurvesTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_data.series.empty() ? 0 : static_cast<int>(m_data.series.size()) + 1;
}

std::optional<CurvesTableModel::Reading> CurvesTableModel::readingAt(int row, int column) const
{
    const int step = m_steps[static_cast<std::size_t>(row)];
    Reading reading;
    double sum = 0;
    double losses = 0;
    int withLoss = 0;
    for (const std::vector<CurvePoint> &draw : m_data.series[static_cast<std::size_t>(column - 1)].draws) {
        const auto at = std::find_if(draw.begin(), draw.end(), [step](const CurvePoint &point) { return point.step == step; });
        if (at == draw.end())
            continue;
        reading.least = reading.draws == 0 ? at->value : std::min(reading.least, at->value);
        reading.most = reading.draws == 0 ? at->value : std::max(reading.most, at->value);
        ++reading.draws;
        sum += at->value;
        if (at->loss) {
            losses += *at->loss;
            ++withLoss;
        }
    }
    if (reading.draws == 0)
        return std::nullopt;
    reading.mean = sum / reading.draws;
    if (withLoss > 0)
        reading.loss = losses / withLoss;
    return reading;
}

QString CurvesTableModel::numberText(double value) const
{
    return m_measure == CurveMeasure::TestAccuracy ? text::decimalText(100 * value) : text::decimalText(value, 3);
}

QString CurvesTableModel::rangeText(const Reading &reading) const
{
    return m_measure == CurveMeasure::TestAccuracy
        ? text::rangeText(reading.least, reading.most)
        : tr("%1 to %2").arg(numberText(reading.least), numberText(reading.most));
}

QVariant CurvesTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const int step = m_steps[static_cast<std::size_t>(index.row())];
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(text::numberText(step)) : QVariant();
    const std::optional<Reading> reading = readingAt(index.row(), index.column());
    if (role == Qt::DisplayRole)
        return reading ? numberText(reading->mean) : QStringLiteral("–");
    if ((role != Qt::ToolTipRole && role != Qt::AccessibleDescriptionRole) || !reading)
        return {};
    QString words = tr("%1, step %2: %3")
                        .arg(m_data.series[static_cast<std::size_t>(index.column() - 1)].title, text::numberText(step),
                             m_measure == CurveMeasure::TestAccuracy ? text::percentText(reading->mean) : tr("loss %1").arg(numberText(reading->mean)));
    words += reading->draws > 1
        ? tr(" (%1 over %2)", "lowest to highest, draws")
              .arg(rangeText(*reading), text::drawsText(reading->draws))
        : QString(QStringLiteral(" · ") + text::drawsText(1));
    if (reading->loss)
        words += tr(" · training loss %1").arg(text::decimalText(*reading->loss, 3));
    return words;
}

QVariant CurvesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Step") : m_data.series[static_cast<std::size_t>(section - 1)].title;
}

} // namespace shotlab::charts
