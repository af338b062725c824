// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QWidget>

#include "models/Workspace.h"

class QLabel;
class QLineEdit;

namespace shotlab::pages
{

/// Tags and note of one row of the runs; kept when Enter is pressed or the field is left.
class MarkEditor : public QWidget
{
    Q_OBJECT

public:
    explicit MarkEditor(models::Workspace &workspace, QWidget *parent = nullptr);

    void edit(const models::Workspace::Cell &cell);

Q_SIGNALS:
    void shownOrHidden();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void keep();

    models::Workspace &m_workspace;
    std::optional<models::Workspace::Cell> m_cell;
    QLabel *m_title = nullptr;
    QLineEdit *m_tags = nullptr;
    QLineEdit *m_note = nullptr;
};

} // namespace shotlab::pages
