// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QWidget>

#include "models/Workspace.h"

class QLabel;

namespace shotlab::widgets
{
class Button;
class SymbolLabel;
} // namespace shotlab::widgets

namespace shotlab::shell
{

/// Lower edge: is everything saved, what is being done, how long still, pause.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(models::Workspace &workspace, QWidget *parent = nullptr);

    void setStartPage(bool start, int modelsOnBoard);
    void setSaved();
    void setSaveTrouble(const Error &error);
    void setReadOnly(const std::optional<Error> &why); ///< why it is: somebody else has it, newer version, ...
    void setThreads(int threads);
    void reword() { refresh(); } ///< after a change of the language

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString work() const;

    models::Workspace &m_workspace;
    widgets::SymbolLabel *m_icon = nullptr;
    QLabel *m_left = nullptr;
    QLabel *m_right = nullptr;
    widgets::Button *m_pause = nullptr;
    widgets::SymbolLabel *m_machineIcon = nullptr;
    QLabel *m_machine = nullptr;
    bool m_start = true;
    std::optional<Error> m_saveTrouble;
    std::optional<Error> m_readOnlyWhy;
    int m_threads = 0;
    int m_modelsOnBoard = 0;
};

} // namespace shotlab::shell
