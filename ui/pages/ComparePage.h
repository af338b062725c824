// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/ArmListModel.h"
#include "models/Workspace.h"

class QLabel;

namespace shotlab::widgets
{
class NoticeCard;
class Switch;
}

namespace shotlab::pages
{

class ArmRows;
class ShotsChips;

/// "What do you want to compare?": methods with switches, k as chips, draws and time.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePage(models::Workspace &workspace, QWidget *parent = nullptr);

private:
    QWidget *newShotsCard();
    QWidget *newViewsRow();
    QWidget *newNamesRow();
    /// A switch of the comparison's and what it does.
    QWidget *newSwitchRow(widgets::Switch *toggle, const QString &title, const QString &text);
    QWidget *newEstimateCard();
    void refresh();
    void takeEstimate();
    [[nodiscard]] QString obstacle() const; ///< why nothing can be run; empty when something can

    models::Workspace &m_workspace;
    models::ArmListModel m_arms;
    ArmRows *m_rows = nullptr;
    ShotsChips *m_chips = nullptr;
    QLabel *m_draws = nullptr;
    QLabel *m_reach = nullptr;
    QWidget *m_viewsRow = nullptr;
    widgets::Switch *m_views = nullptr;
    QWidget *m_namesRow = nullptr;
    widgets::Switch *m_names = nullptr;
    QLabel *m_runs = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_leftOut = nullptr;
    widgets::NoticeCard *m_trouble = nullptr;
};

} // namespace shotlab::pages
