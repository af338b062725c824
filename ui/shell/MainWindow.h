// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QMainWindow>

#include "models/RecentLabsModel.h"
#include "models/SampleListModel.h"
#include "models/Workspace.h"
#include "text/Language.h"
#include "widgets/Theme.h"

class QSettings;
class QStackedWidget;

namespace shotlab::pages
{
class StartPage;
}

namespace shotlab::runner
{
class LabSession;
}

namespace shotlab::widgets
{
class Toast;
}

namespace shotlab::shell
{

class StatusStrip;
class SettingsDialog;
class TopBar;

/// The window: pages one after the other at first, the workbench afterwards.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Page { Start, Model, Data, Compare, Workbench, TryIt };

    struct Surroundings {
        QString resourceFolder; ///< of models and samples
        QString recentFile; ///< list of recent labs; empty = the user's data folder
        text::Translation *translation = nullptr; ///< null where the language cannot be chosen
    };

    /// workspace, theme and translation outlive the window.
    MainWindow(models::Workspace &workspace, widgets::ThemeSwitch &theme, const Surroundings &surroundings,
               QWidget *parent = nullptr);

    /// Follows a session's signals about opening, saving and the engine.
    void follow(const runner::LabSession &session);

    [[nodiscard]] Page page() const;
    void showPage(Page page);
    void openPath(const QString &path); ///< lab file, folder or table

    /// Chosen in an earlier session; nothing = as the system. Put into force before the window is made.
    [[nodiscard]] static std::optional<text::Language> storedLanguage(const QSettings &settings);
    void restore(QSettings &settings); ///< size, place, theme
    void reopenLast(const QSettings &settings); ///< the lab that was open, on the page that was shown
    void store(QSettings &settings) const;

public Q_SLOTS:
    void labOpened(const QString &path);
    void labFailed(const QString &path, const shotlab::Error &error);
    void labClosed();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addPages();
    void reword(); ///< everything in the language that is in force now
    void addShortcuts();
    void openSample(const QString &sample);
    void openData(const QStringList &paths);
    void openLabFile(const QString &path);
    void chooseLabFile();
    void openSettings();
    void rescueLab(const QString &path); ///< a damaged one
    void locateLab(const QString &path); ///< asks where a lab has been moved to
    void saveCopy();
    void saveReport();
    void goOn(); ///< the primary button
    void refreshPrimary();
    void refreshSteps();
    void takeLab();
    void takeComparison();
    void noteRecent();
    [[nodiscard]] Page pageForOpenedLab() const;

    models::Workspace &m_workspace;
    widgets::ThemeSwitch &m_theme;
    Surroundings m_surroundings;
    models::SampleListModel m_samples;
    models::RecentLabsModel m_recent;
    TopBar *m_bar = nullptr;
    StatusStrip *m_status = nullptr;
    QStackedWidget *m_pages = nullptr;
    pages::StartPage *m_start = nullptr;
    widgets::Toast *m_toast = nullptr;
    SettingsDialog *m_settings = nullptr; ///< made when it is first asked for
    std::optional<Page> m_next; ///< where to go once the lab that is being made is there
    bool m_arriving = false; ///< a lab was opened and its first snapshot is on the way
    std::optional<Error> m_readOnlyWhy;
    QString m_rescued; ///< name of the damaged lab that is being rescued
    QStringList m_pendingData; ///< dropped things to become classes once the new lab is there
    bool m_wasRunning = false;
    bool m_rewordingSoon = false;
    bool m_pictureMissing = false; ///< of the open lab in the list of recent ones
    int m_modelsOnBoard = 0;
};

} // namespace shotlab::shell
