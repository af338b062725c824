// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ArmListModel.h"

#include <algorithm>

#include "text/Sentences.h"

namespace shotlab::models
{

ArmListModel::ArmListModel(PlanDraft *draft, QObject *parent) : QAbstractTableModel(parent), m_draft(draft)
{
    connect(draft, &PlanDraft::changed, this, &ArmListModel::refresh);
    refresh();
}

void ArmListModel::setTree(const std::vector<LayerNode> &tree)
{
    m_tree = tree;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void ArmListModel::setEstimate(const runner::PlanEstimate &estimate)
{
    m_estimate = estimate;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ArmListModel::refresh()
{
    // Floors stand behind all arms in the draft, so rows and choices share their numbers.
    std::vector<PlanDraft::Choice> rows;
    for (const PlanDraft::Choice &choice : m_draft->choices()) {
        if (!isFloor(choice.arm.kind))
            rows.push_back(choice);
    }
    const bool sameKinds = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                      [](const auto &a, const auto &b) { return a.arm.kind == b.arm.kind; });
    if (!sameKinds) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ArmListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int ArmListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(Column::Count); }

QString ArmListModel::name(int row) const
{
    std::vector<Arm> arms;
    for (const PlanDraft::Choice &choice : m_rows)
        arms.push_back(choice.arm);
    return text::armTitle(arms, row, m_tree);
}

std::optional<double> ArmListModel::seconds(int row) const
{
    const std::optional<int> index = m_draft->planIndex(row);
    if (!m_estimate || !index)
        return std::nullopt;
    const auto found = m_estimate->secondsPerArm.find(*index);
    return found == m_estimate->secondsPerArm.end() ? std::nullopt : std::optional<double>(found->second);
}

QString ArmListModel::reason(int row) const
{
    const std::optional<int> index = m_draft->planIndex(row);
    if (!m_estimate || !index)
        return {};
    for (const Skipped &skipped : m_estimate->skipped) {
        if (skipped.arm == index && !skipped.shots)
            return text::errorSentence(skipped.reason);
    }
    return {};
}

QString ArmListModel::drawsText(const Arm &arm) const
{
    if (!usesExamples(arm.kind))
        return tr("no draw needed");
    const DrawCounts &draws = m_draft->draws();
    return text::drawsText(trainsTrunk(arm.kind) ? draws.trained : draws.frozen);
}

QVariant ArmListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanDraft::Choice &choice = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Column::Name:
            return name(index.row());
        case Column::Explanation:
            return text::armExplanation(choice.arm.kind);
        case Column::Draws:
            return drawsText(choice.arm);
        case Column::Cost:
            return seconds(index.row()) ? QVariant(text::aboutDurationText(*seconds(index.row()))) : QVariant(QString());
        case Column::Count:
            break;
        }
        return {};
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(name(index.row()), choice.on ? tr("on") : tr("off"));
    case Qt::CheckStateRole:
        return column == Column::Name ? QVariant(choice.on ? Qt::Checked : Qt::Unchecked) : QVariant();
    case KindRole:
        return static_cast<int>(choice.arm.kind);
    case OnRole:
        return choice.on;
    case ReasonRole:
        return reason(index.row());
    case HasResultsRole:
        return choice.hasResults;
    case SecondsRole:
        return seconds(index.row()) ? QVariant(*seconds(index.row())) : QVariant();
    case SortRole:
        if (column == Column::Cost)
            return seconds(index.row()) ? *seconds(index.row()) : -1.0;
        if (column == Column::Draws)
            return drawsOf(m_draft->plan(), choice.arm, Shots(1));
        return index.row();
    default:
        return {};
    }
}

bool ArmListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (role == Qt::CheckStateRole)
        m_draft->setArmOn(index.row(), value.toInt() == Qt::Checked);
    else if (role == OnRole)
        m_draft->setArmOn(index.row(), value.toBool());
    else
        return false;
    return true;
}

Qt::ItemFlags ArmListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (static_cast<Column>(index.column()) == Column::Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ArmListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return tr("Method");
    case Column::Explanation:
        return tr("How it works");
    case Column::Draws:
        return tr("Draws");
    case Column::Cost:
        return tr("Time");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace shotlab::models
