// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"

class QHBoxLayout;

namespace shotlab::widgets
{
class Button;
class NoticeCard;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class RunsPanel;

/// Everything at once: inputs, evidence, runs and findings. In narrow windows the right column is a drawer.
class WorkbenchPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkbenchPage(models::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] bool hasDrawer() const { return m_narrow; }

Q_SIGNALS:
    void dataPageRequested();
    void tryPageRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void takeComparison();
    void setNarrow(bool narrow);
    void placeDrawer();

    models::Workspace &m_workspace;
    QHBoxLayout *m_columns = nullptr;
    RunsPanel *m_runs = nullptr;
    QWidget *m_drawer = nullptr; ///< holds the right column while the window is narrow
    widgets::Button *m_try = nullptr;
    widgets::Button *m_drawerButton = nullptr;
    widgets::NoticeCard *m_outdated = nullptr;
    widgets::NoticeCard *m_trouble = nullptr;
    bool m_narrow = false;
};

} // namespace shotlab::pages
