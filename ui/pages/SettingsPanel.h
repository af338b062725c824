// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/SettingsTableModel.h"
#include "models/Workspace.h"
#include "widgets/Card.h"

class QTableView;

namespace shotlab::pages
{

/// Two settings side by side, while the workspace looks at them.
class SettingsPanel : public widgets::Card
{
    Q_OBJECT

public:
    explicit SettingsPanel(models::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    models::Workspace &m_workspace;
    models::SettingsTableModel m_model;
    QTableView *m_table = nullptr;
};

} // namespace shotlab::pages
