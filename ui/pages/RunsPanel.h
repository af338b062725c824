// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"

class QTimer;

namespace shotlab::widgets
{
class FindingsPanel;
}

namespace shotlab::pages
{

class RunsCard;

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

    models::Workspace &m_workspace;
    RunsCard *m_card = nullptr;
    widgets::FindingsPanel *m_findings = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace shotlab::pages
