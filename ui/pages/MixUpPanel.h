// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/AnsweredListModel.h"
#include "models/Workspace.h"
#include "widgets/Card.h"

class QLabel;
class QMenu;

namespace shotlab::widgets
{
class AnsweredListView;
class Button;
} // namespace shotlab::widgets

namespace shotlab::pages
{

/// The test pictures or sentences behind one cell of the mix-ups, with what every method says to each; from here they can be
/// moved to another class or left out.
class MixUpPanel : public widgets::Card
{
    Q_OBJECT

public:
    explicit MixUpPanel(models::Workspace &workspace, QWidget *parent = nullptr);

    void takeFocus(); ///< to the first example

Q_SIGNALS:
    void backRequested();

private:
    void refresh();
    void refreshActions();
    void fillClassMenu();
    void setOrder(models::AnsweredListModel::Order order);
    void leaveOut();
    void moveTo(const LabClass &labClass);
    [[nodiscard]] std::vector<ExampleId> chosen() const; ///< that are still in the lab
    [[nodiscard]] QString counted(std::size_t examples) const;

    models::Workspace &m_workspace;
    models::AnsweredListModel m_model;
    widgets::AnsweredListView *m_list = nullptr;
    widgets::Button *m_order = nullptr;
    widgets::Button *m_move = nullptr;
    widgets::Button *m_leaveOut = nullptr;
    QMenu *m_classes = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace shotlab::pages
