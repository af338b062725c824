// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/RunListModel.h"
#include "models/Workspace.h"

class QLabel;
class QTimer;

namespace shotlab::widgets
{
class Button;
class Card;
class FindingsPanel;
class RunListView;
} // namespace shotlab::widgets

namespace shotlab::pages
{

/// The right side of the workbench: the runs, which are also the legend, and what they show.
class RunsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPanel(models::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void fitFindings();
    void showDetails();
    void showOffer();
    [[nodiscard]] QString detailsOf(const runner::CellView &cell) const;

    models::Workspace &m_workspace;
    models::RunListModel m_runs;
    widgets::Card *m_card = nullptr;
    widgets::RunListView *m_list = nullptr;
    QLabel *m_details = nullptr;
    widgets::Button *m_offer = nullptr; ///< a way on for runs that were refused
    widgets::FindingsPanel *m_findings = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace shotlab::pages
