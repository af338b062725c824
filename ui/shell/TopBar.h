// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"
#include "widgets/Icons.h"
#include "widgets/Theme.h"

class QLineEdit;
class QMenu;

namespace shotlab::text
{
class Translation;
}

namespace shotlab::widgets
{
class Button;
class Stepper;
} // namespace shotlab::widgets

namespace shotlab::shell
{

/// Name of the lab, the four steps, language and theme, and the one button that says what happens next.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    /// translation: null where the language cannot be chosen; outlives the bar.
    TopBar(models::Workspace &workspace, widgets::ThemeSwitch &theme, text::Translation *translation, QWidget *parent = nullptr);

    [[nodiscard]] widgets::Stepper &stepper() { return *m_stepper; }
    /// On the start page there is no lab, no step and nothing to run.
    void setLabShown(bool shown);
    void setPrimary(widgets::Symbol symbol, const QString &text, bool enabled);
    void beginRename();
    void reword(); ///< after a change of the language

Q_SIGNALS:
    void primaryClicked();
    void startPageRequested();
    void openRequested();
    void saveCopyRequested();
    void reportRequested();
    void closeRequested();
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void takeLab();
    void fillLabMenu();
    void fillThemeMenu();
    void fillLanguageMenu();
    void showTheme();
    void placeStepper();

    models::Workspace &m_workspace;
    widgets::ThemeSwitch &m_theme;
    text::Translation *m_translation;
    widgets::Button *m_lab = nullptr;
    QLineEdit *m_name = nullptr;
    QMenu *m_labMenu = nullptr;
    widgets::Stepper *m_stepper = nullptr;
    widgets::Button *m_themeButton = nullptr;
    QMenu *m_themeMenu = nullptr;
    widgets::Button *m_settings = nullptr;
    widgets::Button *m_languageButton = nullptr;
    QMenu *m_languageMenu = nullptr;
    widgets::Button *m_primary = nullptr;
};

} // namespace shotlab::shell
