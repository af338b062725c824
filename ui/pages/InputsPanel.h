// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"

class QLabel;

namespace shotlab::widgets
{
class Card;
}

namespace shotlab::pages
{

/// The left side of the workbench: class bins and layers.
class InputsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InputsPanel(models::Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void dataPageRequested();

private:
    void takeLab();

    models::Workspace &m_workspace;
    widgets::Card *m_data = nullptr;
    QLabel *m_summary = nullptr;
};

} // namespace shotlab::pages
