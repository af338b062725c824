// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RunFilterModel.h"

#include <algorithm>
#include <tuple>

#include "models/RunListModel.h"
#include "widgets/RunListView.h"

namespace shotlab::models
{

namespace
{

bool hasState(const QModelIndex &row, RunFilterModel::State wanted)
{
    const auto state = static_cast<widgets::RunRowState>(row.data(widgets::RunStateRole).toInt());
    switch (wanted) {
    case RunFilterModel::State::Any:
        return true;
    case RunFilterModel::State::Done:
        return state == widgets::RunRowState::Done;
    case RunFilterModel::State::Open:
        return state == widgets::RunRowState::Running || state == widgets::RunRowState::Queued;
    case RunFilterModel::State::Failed:
        return !row.data(widgets::RunSentenceRole).toString().isEmpty();
    }
    return true;
}

} // namespace

RunFilterModel::RunFilterModel(QObject *parent) : QSortFilterProxyModel(parent) { setDynamicSortFilter(true); }

void RunFilterModel::setWords(const QString &words)
{
    m_words = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunFilterModel::setState(State state)
{
    m_state = state;
    invalidateFilter();
}

void RunFilterModel::setShots(std::optional<Shots> shots)
{
    m_shots = shots;
    invalidateFilter();
}

void RunFilterModel::setArm(std::optional<int> arm)
{
    m_arm = arm;
    invalidateFilter();
}

void RunFilterModel::setOrder(Order order)
{
    m_order = order;
    sort(order == Order::LargestShotsFirst ? -1 : 0); // -1: the rows as the model has them
    invalidate();
}

void RunFilterModel::showAll()
{
    m_words.clear();
    m_state = State::Any;
    m_shots.reset();
    m_arm.reset();
    invalidateFilter();
}

bool RunFilterModel::isFiltering() const { return !m_words.isEmpty() || m_state != State::Any || m_shots || m_arm; }

bool RunFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isFiltering())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_arm && index.data(RunListModel::ArmRole).toInt() != *m_arm)
        return false;
    if (m_shots && index.data(RunListModel::ShotsRole).toInt() != m_shots->perClass())
        return false;
    if (!hasState(index, m_state))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString all = QStringList {index.data(widgets::RunTitleRole).toString(), index.data(widgets::RunDetailRole).toString(),
                                     index.data(widgets::RunTagsRole).toStringList().join(QLatin1Char(' ')),
                                     index.data(widgets::RunNoteRole).toString()}
                            .join(QLatin1Char(' '));
    return std::all_of(m_words.begin(), m_words.end(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool RunFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto number = [](const QModelIndex &row, int role) { return row.data(role).toDouble(); };
    switch (m_order) {
    case Order::LargestShotsFirst:
        break;
    case Order::BestFirst:
        return number(left, RunListModel::SortRole) > number(right, RunListModel::SortRole);
    case Order::ByMethod:
        return std::tuple(number(left, RunListModel::ArmRole), number(left, RunListModel::ShotsRole))
            < std::tuple(number(right, RunListModel::ArmRole), number(right, RunListModel::ShotsRole));
    case Order::SlowestFirst:
        return number(left, RunListModel::SecondsRole) > number(right, RunListModel::SecondsRole);
    }
    return left.row() < right.row();
}

} // namespace shotlab::models
