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

class LayerCard;

/// The left side of the workbench: class bins and layers.
class InputsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InputsPanel(models::Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void dataPageRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void takeLab();

    models::Workspace &m_workspace;
    widgets::Card *m_data = nullptr;
    LayerCard *m_layers = nullptr;
    QLabel *m_summary = nullptr;
};

} // namespace shotlab::pages
