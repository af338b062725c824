// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/MixUpPanel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include "models/ChartFeed.h"
#include "models/LabCommands.h"
#include "text/Sentences.h"
#include "widgets/AnsweredListView.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using models::AnsweredListModel;
using widgets::Button;
using widgets::Symbol;
using widgets::TextSize;
using widgets::Tone;

namespace
{

QString orderTitle(AnsweredListModel::Order order)
{
    switch (order) {
    case AnsweredListModel::Order::SurestFirst:
        return MixUpPanel::tr("Most confident first");
    case AnsweredListModel::Order::LeastSureFirst:
        return MixUpPanel::tr("Least confident first");
    case AnsweredListModel::Order::MostOftenFirst:
        return MixUpPanel::tr("Most often first");
    }
    return {};
}

} // namespace

MixUpPanel::MixUpPanel(models::Workspace &workspace, QWidget *parent)
    : widgets::Card({}, parent), m_workspace(workspace), m_model(workspace)
{
    setObjectName(QStringLiteral("mixUpPanel"));
    m_order = new Button(Button::Look::Small);
    m_order->setObjectName(QStringLiteral("mixUpOrder"));
    m_order->setToolTip(tr("Order of the list"));
    auto *orders = new QMenu(m_order);
    auto *group = new QActionGroup(orders);
    for (const auto order : {AnsweredListModel::Order::SurestFirst, AnsweredListModel::Order::LeastSureFirst,
                             AnsweredListModel::Order::MostOftenFirst}) {
        QAction *action = orders->addAction(orderTitle(order));
        action->setCheckable(true);
        action->setChecked(order == m_model.order());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] { setOrder(order); });
    }
    m_order->setMenu(orders);
    addHeaderWidget(m_order);
    auto *back = new Button(Button::Look::Small, Symbol::Back, tr("Back to the charts"));
    back->setObjectName(QStringLiteral("mixUpBack"));
    connect(back, &QAbstractButton::clicked, this, &MixUpPanel::backRequested);
    addHeaderWidget(back);

    m_list = new widgets::AnsweredListView;
    m_list->setObjectName(QStringLiteral("mixUpExamples"));
    m_list->setModel(&m_model);
    connect(m_list, &widgets::AnsweredListView::chosenChanged, this, &MixUpPanel::refreshActions);
    connect(m_list, &widgets::AnsweredListView::leaveOutRequested, this, &MixUpPanel::leaveOut);
    connect(m_list, &widgets::AnsweredListView::backRequested, this, &MixUpPanel::backRequested);
    body()->addWidget(m_list, 1);

    m_move = new Button(Button::Look::Small, Symbol::Swap, tr("Move to another class"));
    m_move->setObjectName(QStringLiteral("mixUpMove"));
    m_classes = new QMenu(m_move);
    m_classes->setObjectName(QStringLiteral("mixUpClasses"));
    connect(m_classes, &QMenu::aboutToShow, this, &MixUpPanel::fillClassMenu);
    m_move->setMenu(m_classes);
    m_leaveOut = new Button(Button::Look::Small, Symbol::Trash, tr("Leave out"));
    m_leaveOut->setObjectName(QStringLiteral("mixUpLeaveOut"));
    connect(m_leaveOut, &QAbstractButton::clicked, this, &MixUpPanel::leaveOut);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_move);
    row->addWidget(m_leaveOut);
    m_hint = widgets::label({}, TextSize::Smallest, Tone::Secondary, QFont::Normal, true);
    m_hint->setObjectName(QStringLiteral("mixUpHint"));
    row->addWidget(m_hint, 1);
    body()->addLayout(row);

    connect(&workspace, &models::Workspace::mixUpExamplesChanged, this, &MixUpPanel::refresh);
    connect(&workspace, &models::Workspace::labChanged, this, &MixUpPanel::refreshActions);
    setOrder(m_model.order());
    refresh();
}

void MixUpPanel::takeFocus()
{
    m_list->setFocus();
    if (m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
}

void MixUpPanel::setOrder(AnsweredListModel::Order order)
{
    if (order != m_model.order())
        m_model.setOrder(order);
    m_order->setText(orderTitle(order));
    refreshActions();
}

void MixUpPanel::refresh()
{
    m_model.refresh();
    const std::optional<runner::MixUpExamplesView> &view = m_workspace.mixUpExamples();
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    if (view && comparison) {
        const std::vector<LabClass> &classes = comparison->comparison.classes;
        const QString is = text::classTitle(classes.at(static_cast<std::size_t>(view->trueClass)));
        const QString said = text::classTitle(classes.at(static_cast<std::size_t>(view->answered)));
        const QString title = view->trueClass == view->answered ? tr("“%1” recognised").arg(is) : tr("“%1” taken for “%2”").arg(is, said);
        setTitle(title);
        setSubtitle(counted(view->examples.size()));
        const QString by = tr("By %1, %2").arg(models::armTitle(*comparison, view->arm, m_workspace.tree()), text::shotsShort(view->shots));
        constexpr qsizetype kLongNames = 24; // characters; then the title ends in "…"
        setDescription(is.size() + said.size() > kLongNames ? tr("%1: %2").arg(by, title) : by);
        m_list->setAccessibleName(title);
        if (m_model.rowCount() > 0 && !m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model.index(0));
    }
    refreshActions();
}

void MixUpPanel::refreshActions()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const bool mayChange = lab && !lab->readOnly && !chosen().empty();
    m_move->setEnabled(mayChange);
    m_leaveOut->setEnabled(mayChange);
    if (lab && lab->readOnly)
        m_hint->setText(tr("This lab is open for reading only."));
    else if (m_workspace.modality() == Modality::Text)
        m_hint->setText(tr("These sentences belong to the test set. Moving or leaving out one makes these results out of date; "
                           "they stay until you run again."));
    else
        m_hint->setText(tr("These pictures belong to the test set. Moving or leaving out one makes these results out of date; "
                           "they stay until you run again."));
}

std::vector<ExampleId> MixUpPanel::chosen() const
{
    std::vector<ExampleId> ids;
    const QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &row : rows) {
        if (!m_model.isLeftOut(row.row()))
            ids.push_back(m_model.exampleAt(row.row()));
    }
    return ids;
}

QString MixUpPanel::counted(std::size_t examples) const
{
    return text::contentText(m_workspace.modality(), static_cast<std::int64_t>(examples));
}

void MixUpPanel::fillClassMenu()
{
    m_classes->clear();
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab)
        return;
    for (const runner::ClassView &view : lab->classes) {
        QAction *action = m_classes->addAction(text::classTitle(view.labClass));
        connect(action, &QAction::triggered, this, [this, labClass = view.labClass] { moveTo(labClass); });
    }
}

void MixUpPanel::moveTo(const LabClass &labClass)
{
    const std::vector<ExampleId> ids = chosen();
    if (ids.empty())
        return;
    m_workspace.commands().moveExamples(ids, labClass.id);
    Q_EMIT m_workspace.undoableDone(tr("%1 moved to “%2”; these results are out of date now")
                                        .arg(counted(ids.size()), text::classTitle(labClass)));
}

void MixUpPanel::leaveOut()
{
    const std::vector<ExampleId> ids = chosen();
    if (ids.empty() || !m_leaveOut->isEnabled())
        return;
    m_workspace.commands().removeExamples(ids);
    Q_EMIT m_workspace.undoableDone(tr("%1 left out; these results are out of date now").arg(counted(ids.size())));
}

} // namespace shotlab::pages
