// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string>

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QSettings>
#include <QTimer>

#include "ReportCommand.h"
#include "importer/Importer.h"
#include "models/Workspace.h"
#include "runner/LabSession.h"
#include "shell/MainWindow.h"
#include "shell/SessionThread.h"
#include "text/Language.h"
#include "widgets/Theme.h"

using namespace shotlab;

int main(int argc, char **argv)
{
    // Before QApplication, so that --help and --version need no display.
    CLI::App options {"Shotlab: zero-shot, few-shot and full fine-tuning side by side"};
    std::string lab;
    CLI::Option *given = options.add_option("LAB", lab, "Lab file to open, or a folder with one folder of pictures per class");
    std::string report;
    options
        .add_option("--report", report,
                    "Write a report of the lab's latest comparison to this file, .html or .pdf, and end; needs no display")
        ->needs(given);
    options.set_version_flag("--version", "Shotlab " SHOTLAB_VERSION);
    options.allow_extras(); // options of Qt itself, such as -platform
    constexpr int kUsage = 2;
    try {
        options.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return options.exit(error) == 0 ? 0 : kUsage;
    }

    if (!report.empty())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setOrganizationName(QStringLiteral("shotlab"));
    QApplication::setApplicationName(QStringLiteral("shotlab"));
    QApplication::setApplicationDisplayName(QStringLiteral("Shotlab"));
    QApplication::setApplicationVersion(QStringLiteral(SHOTLAB_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.shotlab.Shotlab")); // icon and name of the window on Wayland
    QApplication application(argc, argv);
    runner::registerMetaTypes();
    widgets::ThemeSwitch theme(application);
    theme.setChoice(widgets::SchemeChoice::System);

    shell::SessionThread session {runner::LabSession::Options {}};
    models::Workspace workspace(session, runner::defaultPlan);
    session.feed(workspace);
    QSettings settings;
    text::Translation translation;
    translation.choose(shell::MainWindow::storedLanguage(settings));
    if (!report.empty())
        return app::writeReport(session, workspace, QString::fromStdString(lab), QString::fromStdString(report));
    shell::MainWindow window(workspace, theme, {importer::resourceFolder(), {}, &translation});
    window.follow(session.session());
    window.restore(settings);
    window.show();
    // After the first picture of the window: loading the engine takes a second of one core.
    QTimer::singleShot(0, &window, [&] {
        session.warmUp();
        if (!lab.empty())
            window.openPath(QString::fromStdString(lab));
        else
            window.reopenLast(settings);
    });
    QObject::connect(&application, &QApplication::aboutToQuit, &window, [&] { window.store(settings); });
    return QApplication::exec();
}
