// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Drives the real window through a sample and writes a picture of every page: screenshots --out FOLDER [--size 1440x900]
// [--sample digits] [--scheme light|dark] [--quick]. Not installed; offscreen by default.

#include <CLI/CLI.hpp>
#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "importer/Importer.h"
#include "models/Workspace.h"
#include "runner/LabSession.h"
#include "shell/MainWindow.h"
#include "shell/SessionThread.h"
#include "widgets/Theme.h"

using namespace shotlab;
using shell::MainWindow;

namespace
{

struct Wishes {
    std::string out = "screenshots";
    std::string size = "1440x900";
    std::string sample = "digits";
    std::string scheme = "light";
    bool quick = false;
};

constexpr int kPatience = 20 * 60 * 1000; // ms

QSize sizeOf(const std::string &text)
{
    const QStringList parts = QString::fromStdString(text).split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1440, 900);
}

class Tour
{
public:
    Tour(MainWindow &window, models::Workspace &workspace, const Wishes &wishes)
        : m_window(window), m_workspace(workspace), m_wishes(wishes)
    {
        QDir().mkpath(QString::fromStdString(wishes.out));
    }

    bool run()
    {
        if (!wait([this] { return button("open-" + m_wishes.sample) != nullptr; }))
            return false;
        shoot("start");
        button("open-" + m_wishes.sample)->click();
        if (!wait([this] { return m_window.page() == MainWindow::Page::Compare && m_workspace.estimate(); }))
            return false;
        if (m_wishes.quick) {
            m_workspace.draft().setDraws({4, 2, 1});
            m_workspace.draft().setShotsOn(Shots::all(), false);
        }
        QTest::qWait(600);
        shoot("compare");
        m_window.showPage(MainWindow::Page::Model);
        shoot("model");
        m_window.showPage(MainWindow::Page::Data);
        QTest::qWait(400);
        shoot("data");
        m_window.showPage(MainWindow::Page::Compare);
        button("primary")->click();
        if (!wait([this] {
                return m_workspace.isRunning() && m_workspace.comparison()->runsDone * 5 > m_workspace.comparison()->runsTotal;
            }))
            return false;
        shoot("running");
        if (!wait([this] { return m_workspace.comparison()->state == runner::ComparisonState::Finished; }))
            return false;
        QTest::qWait(1500);
        shoot("finished");
        return true;
    }

private:
    QAbstractButton *button(const std::string &name) const
    {
        return m_window.findChild<QAbstractButton *>(QString::fromStdString(name));
    }

    template<typename Condition> bool wait(Condition condition) { return QTest::qWaitFor(condition, kPatience); }

    void shoot(const char *name)
    {
        QTest::qWait(350);
        const QString file = QStringLiteral("%1/%2-%3-%4.png")
                                 .arg(QString::fromStdString(m_wishes.out), QLatin1String(name),
                                      QString::fromStdString(m_wishes.size), QString::fromStdString(m_wishes.scheme));
        m_window.grab().save(file);
        qInfo("%s", qPrintable(file));
    }

    MainWindow &m_window;
    models::Workspace &m_workspace;
    const Wishes &m_wishes;
};

} // namespace

int main(int argc, char **argv)
{
    Wishes wishes;
    CLI::App options {"Pictures of every page of the window"};
    options.add_option("--out", wishes.out, "Folder for the pictures");
    options.add_option("--size", wishes.size, "Size of the window, 1440x900");
    options.add_option("--sample", wishes.sample, "Sample to open");
    options.add_option("--scheme", wishes.scheme, "light or dark");
    options.add_flag("--quick", wishes.quick, "Fewer draws, and not all examples");
    CLI11_PARSE(options, argc, argv);

    const QTemporaryDir home; // labs and settings of the tour stay out of the user's folders
    qputenv("HOME", home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    runner::registerMetaTypes();
    widgets::ThemeSwitch theme(application);
    theme.setChoice(wishes.scheme == "dark" ? widgets::SchemeChoice::Dark : widgets::SchemeChoice::Light);

    runner::LabSession::Options session;
    const QString programs = qEnvironmentVariable("SHOTLAB_BIN", QApplication::applicationDirPath() + QStringLiteral("/../bin"));
    session.enginePath = programs + QStringLiteral("/shotlab-engine");
    shell::SessionThread thread(session);
    models::Workspace workspace(thread, runner::defaultPlan);
    thread.feed(workspace);
    MainWindow window(workspace, theme, {importer::resourceFolder(), home.filePath(QStringLiteral("recent.ini"))});
    window.follow(thread.session());
    window.resize(sizeOf(wishes.size));
    window.show();
    thread.warmUp();
    Tour tour(window, workspace, wishes);
    return tour.run() ? 0 : 1;
}
