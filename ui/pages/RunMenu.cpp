// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/RunMenu.h"

#include <QActionGroup>

#include "models/ChartFeed.h"
#include "models/RunListModel.h"
#include "text/Sentences.h"

namespace shotlab::pages
{

using models::RunFilterModel;
using models::RunListModel;
using Cell = models::Workspace::Cell;

namespace
{
constexpr int kMostToCompareWith = 40; // a longer menu leaves the screen; any two can be selected in the list
}

RunMenu::RunMenu(models::Workspace &workspace, RunFilterModel &runs, std::function<Cells()> selected, QWidget *parent)
    : QMenu(parent), m_workspace(workspace), m_runs(runs), m_selected(std::move(selected))
{
    setObjectName(QStringLiteral("runMenu"));
    connect(this, &QMenu::aboutToShow, this, &RunMenu::fill);
}

void RunMenu::fill()
{
    clear();
    if (!m_workspace.comparison())
        return;
    addActions(m_selected());
    addSeparator();
    addFilters();
    addOrders();
    if (const int deleted = m_workspace.comparison()->cellsRemoved; deleted > 0) {
        addSeparator();
        QAction *back = addAction(tr("Bring back deleted rows (%1)").arg(text::numberText(deleted)));
        back->setObjectName(QStringLiteral("bringBack"));
        back->setEnabled(m_workspace.mayMark());
        connect(back, &QAction::triggered, this, [this] { m_workspace.bringBackCells(); });
    }
}

QString RunMenu::titleOf(const Cell &cell) const
{
    return tr("%1, %2").arg(models::armTitle(*m_workspace.comparison(), cell.first, m_workspace.tree()),
                            text::shotsShort(cell.second));
}

void RunMenu::addActions(const Cells &cells)
{
    const auto add = [this](const QString &title, const char *name, bool enabled, auto action) {
        QAction *added = addAction(title);
        added->setObjectName(QLatin1String(name));
        added->setEnabled(enabled);
        connect(added, &QAction::triggered, this, action);
        return added;
    };
    add(tr("Tags and note…"), "editMarks", cells.size() == 1 && m_workspace.mayMark(), [this] { Q_EMIT marksRequested(); });
    addCompare(cells);
    add(tr("Run again"), "runAgain", !cells.empty() && m_workspace.mayRunAgain(), [this, cells] { m_workspace.runAgain(cells); });
    QAction *remove = add(tr("Delete"), "deleteRuns", !cells.empty() && m_workspace.mayMark(), [this] { deleteSelected(); });
    remove->setShortcut(QKeySequence::Delete); // shown only; the list hears the key
    remove->setShortcutContext(Qt::WidgetShortcut);
}

void RunMenu::deleteSelected()
{
    const Cells cells = m_selected();
    if (cells.empty() || !m_workspace.mayMark())
        return;
    const QString message = cells.size() == 1 ? tr("“%1” was deleted").arg(titleOf(cells.front()))
                                              : tr("%1 rows were deleted").arg(text::numberText(static_cast<std::int64_t>(cells.size())));
    m_workspace.deleteCells(cells);
    Q_EMIT m_workspace.undoableDone(message);
}

void RunMenu::addCompare(const Cells &cells)
{
    if (cells.size() == 2) {
        QAction *both = addAction(tr("Compare the two settings"));
        both->setObjectName(QStringLiteral("compareSettings"));
        connect(both, &QAction::triggered, this, [this, cells] { m_workspace.compareSettings(cells[0], cells[1]); });
        return;
    }
    QMenu *with = addMenu(tr("Compare settings with"));
    with->setObjectName(QStringLiteral("compareWith"));
    with->setEnabled(cells.size() == 1 && m_runs.rowCount() > 1);
    for (int row = 0; cells.size() == 1 && row < m_runs.rowCount() && with->actions().size() < kMostToCompareWith; ++row) {
        const QModelIndex index = m_runs.index(row, 0);
        const Cell other {index.data(RunListModel::ArmRole).toInt(), Shots(index.data(RunListModel::ShotsRole).toInt())};
        if (other == cells.front())
            continue;
        connect(with->addAction(titleOf(other)), &QAction::triggered, this,
                [this, cell = cells.front(), other] { m_workspace.compareSettings(cell, other); });
    }
}

QMenu *RunMenu::newChoice(const QString &title)
{
    QMenu *choice = addMenu(title);
    new QActionGroup(choice);
    return choice;
}

void RunMenu::addOption(QMenu *choice, const QString &title, bool chosen, const std::function<void()> &choose)
{
    QAction *option = choice->addAction(title);
    option->setCheckable(true);
    option->setChecked(chosen);
    choice->findChild<QActionGroup *>()->addAction(option);
    connect(option, &QAction::triggered, this, [this, choose] {
        choose();
        Q_EMIT filterChanged();
    });
}

void RunMenu::addFilters()
{
    const std::vector<std::pair<RunFilterModel::State, QString>> states {{RunFilterModel::State::Any, tr("All")},
                                                                         {RunFilterModel::State::Done, tr("Done")},
                                                                         {RunFilterModel::State::Open, tr("Running or waiting")},
                                                                         {RunFilterModel::State::Failed, tr("With failures")}};
    QMenu *byState = newChoice(tr("State"));
    for (const auto &[state, title] : states)
        addOption(byState, title, m_runs.state() == state, [this, state = state] { m_runs.setState(state); });

    const ComparisonPlan &plan = m_workspace.comparison()->comparison.plan;
    QMenu *byShots = newChoice(tr("Examples per class"));
    addOption(byShots, tr("All"), !m_runs.shots(), [this] { m_runs.setShots(std::nullopt); });
    for (const Shots shots : plan.shots)
        addOption(byShots, text::shotsShort(shots), m_runs.shots() == shots, [this, shots] { m_runs.setShots(shots); });

    QMenu *byArm = newChoice(tr("Method"));
    addOption(byArm, tr("All"), !m_runs.arm(), [this] { m_runs.setArm(std::nullopt); });
    for (int arm = 0; arm < static_cast<int>(plan.arms.size()); ++arm) {
        if (!isFloor(plan.arms[static_cast<std::size_t>(arm)].kind))
            addOption(byArm, models::armTitle(*m_workspace.comparison(), arm, m_workspace.tree()), m_runs.arm() == arm,
                      [this, arm] { m_runs.setArm(arm); });
    }
}

void RunMenu::addOrders()
{
    const std::vector<std::pair<RunFilterModel::Order, QString>> orders {
        {RunFilterModel::Order::LargestShotsFirst, tr("Most examples first")},
        {RunFilterModel::Order::BestFirst, tr("Most accurate first")},
        {RunFilterModel::Order::ByMethod, tr("By method")},
        {RunFilterModel::Order::SlowestFirst, tr("Slowest first")}};
    QMenu *order = newChoice(tr("Order"));
    for (const auto &[which, title] : orders)
        addOption(order, title, m_runs.order() == which, [this, which = which] { m_runs.setOrder(which); });
}

} // namespace shotlab::pages
