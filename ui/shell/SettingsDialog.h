// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include "models/Workspace.h"
#include "text/Language.h"
#include "widgets/Theme.h"

class QLabel;

namespace shotlab::widgets
{
class Button;
}

namespace shotlab::shell
{

/// Language, look, the cache and the keys; everything takes effect at once and nothing has to be confirmed. Not modal.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// translation: null where the language cannot be chosen. All outlive the dialog.
    SettingsDialog(models::Workspace &workspace, widgets::ThemeSwitch &theme, text::Translation *translation,
                   QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *languageChoice();
    [[nodiscard]] QWidget *themeChoice();
    [[nodiscard]] QWidget *cacheRow();
    [[nodiscard]] QWidget *keyTable();
    void measureCache();
    void clearCache();

    models::Workspace &m_workspace;
    widgets::ThemeSwitch &m_theme;
    text::Translation *m_translation;
    QLabel *m_cache = nullptr;
    widgets::Button *m_clear = nullptr;
    bool m_buildingSoon = false;
};

} // namespace shotlab::shell
