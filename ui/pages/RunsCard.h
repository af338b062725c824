// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "models/RunFilterModel.h"
#include "models/RunListModel.h"
#include "models/Workspace.h"
#include "widgets/Card.h"

class QLineEdit;

namespace shotlab::widgets
{
class Button;
class RunListView;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class MarkEditor;
class RunMenu;

/// The runs, which are also the legend of the charts: found, ordered, tagged, compared, run again and deleted here.
class RunsCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit RunsCard(models::Workspace &workspace, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void roomChanged(); ///< it needs more height, or less

private:
    QWidget *newFilterRow();
    void connectList();
    void editMarks();
    void refreshCounts();
    void showDetails();
    void setDetails(const QString &details);
    void showOffer();
    void follow(const QModelIndex &index);
    [[nodiscard]] QModelIndex shownRow() const;
    [[nodiscard]] std::vector<models::Workspace::Cell> selected() const;
    [[nodiscard]] QString detailsOf(const runner::CellView &cell) const;

    models::Workspace &m_workspace;
    models::RunListModel m_all;
    models::RunFilterModel m_runs; ///< of m_all
    widgets::RunListView *m_list = nullptr;
    RunMenu *m_menu = nullptr;
    QWidget *m_filterRow = nullptr;
    QLineEdit *m_words = nullptr;
    QLabel *m_found = nullptr; ///< how many of all are shown
    MarkEditor *m_marks = nullptr;
    QLabel *m_details = nullptr;
    widgets::Button *m_find = nullptr;
    widgets::Button *m_offer = nullptr; ///< a way on for runs that were refused
};

} // namespace shotlab::pages
