// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Drives the real window through a sample and writes a picture of each of its states in three themes and two languages:
// screenshots --out FOLDER [--size 1440x900] [--sample digits] [--scheme light,dark,contrast] [--language en,zh_CN] [--quick].
// With --lab FILE it shows the results of a lab that is finished already (a copy of it) instead of computing them.
// For looking at, not compared by machines. Not installed; offscreen by default.

#include <functional>

#include <CLI/CLI.hpp>
#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include "importer/Importer.h"
#include "models/Workspace.h"
#include "runner/LabSession.h"
#include "shell/MainWindow.h"
#include "shell/ReportFile.h"
#include "shell/SessionThread.h"
#include "widgets/Controls.h"
#include "widgets/DrawPad.h"
#include "widgets/Theme.h"

using namespace shotlab;
using shell::MainWindow;

namespace
{

struct Wishes {
    std::string out = "screenshots";
    std::string size = "1440x900";
    std::string sample = "digits";
    std::string lab; ///< finished one to look at instead of the sample
    std::vector<std::string> schemes {"light", "dark", "contrast"};
    std::vector<std::string> languages {"en", "zh_CN"};
    bool quick = false;
    std::string only; ///< state to take pictures of; empty: all
};

constexpr int kPatience = 20 * 60 * 1000; // ms
constexpr int kAnswerPatience = 20 * 1000;

QSize sizeOf(const std::string &text)
{
    const QStringList parts = QString::fromStdString(text).split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1440, 900);
}

widgets::SchemeChoice choiceOf(const std::string &scheme)
{
    if (scheme == "contrast")
        return widgets::SchemeChoice::HighContrast;
    return scheme == "dark" ? widgets::SchemeChoice::Dark : widgets::SchemeChoice::Light;
}

class Tour
{
public:
    Tour(MainWindow &window, models::Workspace &workspace, widgets::ThemeSwitch &theme, text::Translation &translation,
         const Wishes &wishes)
        : m_window(window), m_workspace(workspace), m_theme(theme), m_translation(translation), m_wishes(wishes)
    {
        QDir().mkpath(QString::fromStdString(wishes.out));
    }

    bool run()
    {
        if (!wait([this] { return button("open-" + m_wishes.sample) != nullptr; }))
            return false;
        shoot("start");
        m_window.labFailed(QStringLiteral("/labs/notes.shotlab"), Error {ErrorCode::LabNotALab, {"/labs/notes.shotlab"}, {}});
        shoot("trouble");
        if (!(m_wishes.lab.empty() ? openSample() : openLab()))
            return false;
        showInputs();
        if (m_wishes.lab.empty() && !compare())
            return false;
        m_window.showPage(MainWindow::Page::Workbench);
        QTest::qWait(1500);
        shoot("finished");
        shoot("findings", [this] {
            for (QAbstractButton *each : m_window.findChild<QWidget *>(QStringLiteral("findings"))->findChildren<QAbstractButton *>())
                each->click();
        });
        shoot("mixup", [this] { openMixUp(); });
        m_workspace.closeMixUp();
        shoot("runs", [this] {
            button("findRuns")->setChecked(true);
            m_window.findChild<QLineEdit *>(QStringLiteral("runWords"))->setText(QStringLiteral("5"));
        });
        button("showAllRuns")->click();
        shoot("settings-compared", [this] {
            std::vector<models::Workspace::Cell> trained;
            for (const runner::CellView &cell : m_workspace.comparison()->cells) {
                if (cell.summary.retention)
                    trained.emplace_back(cell.summary.arm, cell.summary.shots);
            }
            if (!trained.empty())
                m_workspace.compareSettings(trained.front(), trained.back());
        });
        m_workspace.closeSettings();
        shoot("cost", [this] { button("showCost")->click(); });
        shoot("cost-weights", [this] {
            button("showCost")->click();
            button("costChoice", 1)->click();
        });
        button("showShots")->click();
        shoot("loss", [this] { button("curvesOrLuck", 1)->click(); });
        for (const std::string &language : m_wishes.languages) {
            m_translation.choose(text::languageFromCode(QString::fromStdString(language)));
            for (const char *ending : {"html", "pdf"}) {
                const QString file = QStringLiteral("%1/report-%2.%3")
                                         .arg(QString::fromStdString(m_wishes.out), QString::fromStdString(language), QLatin1String(ending));
                bool written = false;
                bool over = false;
                auto *writer = new shell::ReportWriter(m_workspace, file);
                QObject::connect(writer, &shell::ReportWriter::finished, &m_window, [&](bool good) {
                    written = good;
                    over = true;
                });
                if (!wait([&over] { return over; }) || !written)
                    return false;
            }
        }
        shoot("luck", [this] {
            button("curvesOrLuck", 2)->click();
            wait([this] { return m_workspace.readouts().answer() && !m_workspace.readouts().isWaiting(); });
        });
        button("curvesOrLuck", 0)->click();
        shoot("table", [this] {
            const auto *table = m_window.findChild<QWidget *>(QStringLiteral("accuracyTable"));
            if (!table->isVisible())
                button("tableToggle")->click();
        });
        button("tableToggle")->click();
        button("tryButton")->click();
        shoot("tryit", [this] {
            auto *pad = m_window.findChild<widgets::DrawPad *>(QStringLiteral("pad"));
            if (pad != nullptr && pad->isVisible())
                drawSeven(*pad);
            static_cast<void>(QTest::qWaitFor([this] { return m_workspace.trial().answers().has_value(); }, kAnswerPatience));
        });
        button("primary")->click();
        const QSize size = m_window.size();
        m_window.resize(1024, size.height());
        QTest::qWait(100);
        button("drawerButton")->click();
        shoot("narrow");
        m_window.resize(size);
        m_window.showPage(MainWindow::Page::Compare);
        shoot("compare-more", [this] { m_workspace.draft().setShotsOn(Shots(20), true); });
        button("settingsButton")->click();
        shoot("settings");
        return true;
    }

private:
    QAbstractButton *button(const std::string &name) const
    {
        return m_window.findChild<QAbstractButton *>(QString::fromStdString(name));
    }

    bool openSample()
    {
        button("open-" + m_wishes.sample)->click();
        if (!wait([this] { return m_window.page() == MainWindow::Page::Compare && m_workspace.estimate(); }))
            return false;
        if (m_wishes.quick) {
            m_workspace.draft().setDraws({4, 2, 1});
            m_workspace.draft().setShotsOn(Shots::all(), false);
        }
        return true;
    }

    bool openLab()
    {
        const QString copy = QDir::home().filePath(QFileInfo(QString::fromStdString(m_wishes.lab)).fileName());
        QFile::copy(QString::fromStdString(m_wishes.lab), copy);
        m_window.openPath(copy);
        return wait([this] { return m_workspace.hasResults(); });
    }

    void showInputs()
    {
        m_window.showPage(MainWindow::Page::Compare);
        QTest::qWait(600);
        shoot("compare");
        m_window.showPage(MainWindow::Page::Model);
        shoot("model");
        m_window.showPage(MainWindow::Page::Data);
        QTest::qWait(400);
        shoot("data");
        shoot("names", [this] {
            constexpr int kAdvice = 8'000; // none comes for sentences, and for models of characters
            const QSignalSpy advised(&m_workspace, &models::Workspace::linksAdvised);
            button("dataView", 1)->click();
            static_cast<void>(QTest::qWaitFor([&advised] { return !advised.isEmpty(); }, kAdvice));
        });
        button("dataView", 0)->click();
    }

    bool compare()
    {
        m_window.showPage(MainWindow::Page::Compare);
        button("primary")->click();
        if (!wait([this] {
                return m_workspace.isRunning() && m_workspace.comparison()->runsDone * 5 > m_workspace.comparison()->runsTotal;
            }))
            return false;
        shoot("running");
        return wait([this] { return m_workspace.comparison()->state == runner::ComparisonState::Finished; });
    }

    QAbstractButton *button(const char *control, int segment) const
    {
        return m_window.findChild<widgets::SegmentedControl *>(QLatin1String(control))->segment(segment);
    }

    /// The commonest mistake of the method whose mix-ups are shown.
    void openMixUp()
    {
        if (!wait([this] { return m_workspace.mixUps().has_value(); }))
            return;
        const auto counts = m_workspace.mixUps()->counts;
        std::pair<int, int> commonest {0, 0};
        int most = -1;
        for (int row = 0; row < static_cast<int>(counts.size()); ++row) {
            for (int column = 0; column < static_cast<int>(counts.size()); ++column) {
                const int count = counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
                if (row != column && count > most) {
                    most = count;
                    commonest = {row, column};
                }
            }
        }
        m_workspace.showMixUp(commonest.first, commonest.second);
        wait([this] { return m_workspace.mixUpExamples().has_value(); });
    }

    template<typename Condition> bool wait(Condition condition) { return QTest::qWaitFor(condition, kPatience); }

    static void drawSeven(widgets::DrawPad &pad)
    {
        pad.clear();
        const QRectF square = pad.square();
        const auto at = [&square](double x, double y) { return (square.topLeft() + QPointF(x, y) * square.width()).toPoint(); };
        QTest::mousePress(&pad, Qt::LeftButton, Qt::NoModifier, at(0.28, 0.27));
        for (const auto &[x, y] : {std::pair(0.45, 0.25), {0.71, 0.23}, {0.66, 0.4}, {0.56, 0.62}, {0.49, 0.82}})
            QTest::mouseMove(&pad, at(x, y));
        QTest::mouseRelease(&pad, Qt::LeftButton, Qt::NoModifier, at(0.49, 0.82));
    }

    /// The dialog above the window, if there is one.
    QWidget *shown() const
    {
        auto *settings = m_window.findChild<QWidget *>(QStringLiteral("settings"));
        return settings != nullptr && settings->isVisible() ? settings : &m_window;
    }

    /// prepare: what a change of language takes away.
    void shoot(const char *name, const std::function<void()> &prepare = [] {})
    {
        if (!m_wishes.only.empty() && m_wishes.only != name)
            return;
        for (const std::string &language : m_wishes.languages) {
            m_translation.choose(text::languageFromCode(QString::fromStdString(language)));
            QTest::qWait(350); // new pages, and the charts' own patience
            prepare();
            for (const std::string &scheme : m_wishes.schemes) {
                m_theme.setChoice(choiceOf(scheme));
                QTest::qWait(250);
                const QString file = QStringLiteral("%1/%2-%3-%4-%5.png")
                                         .arg(QString::fromStdString(m_wishes.out), QLatin1String(name),
                                              QString::fromStdString(m_wishes.size), QString::fromStdString(scheme),
                                              QString::fromStdString(language));
                shown()->grab().save(file);
                qInfo("%s", qPrintable(file));
            }
        }
    }

    MainWindow &m_window;
    models::Workspace &m_workspace;
    widgets::ThemeSwitch &m_theme;
    text::Translation &m_translation;
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
    options.add_option("--lab", wishes.lab, "Finished lab to show a copy of instead");
    options.add_option("--scheme", wishes.schemes, "light, dark, contrast; all three by default")->delimiter(',');
    options.add_option("--language", wishes.languages, "en, zh_CN; both by default")->delimiter(',');
    options.add_option("--only", wishes.only, "Name of the one state to take pictures of");
    options.add_flag("--quick", wishes.quick, "Fewer draws, and not all examples");
    CLI11_PARSE(options, argc, argv);

    const QTemporaryDir home; // labs and settings of the tour stay out of the user's folders
    qputenv("HOME", home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    runner::registerMetaTypes();
    widgets::ThemeSwitch theme(application);
    theme.setChoice(choiceOf(wishes.schemes.front()));
    text::Translation translation;
    translation.choose(text::languageFromCode(QString::fromStdString(wishes.languages.front())));

    runner::LabSession::Options session;
    const QString programs = qEnvironmentVariable("SHOTLAB_BIN", QApplication::applicationDirPath() + QStringLiteral("/../bin"));
    session.enginePath = programs + QStringLiteral("/shotlab-engine");
    shell::SessionThread thread(session);
    models::Workspace workspace(thread, runner::defaultPlan);
    thread.feed(workspace);
    MainWindow window(workspace, theme, {importer::resourceFolder(), home.filePath(QStringLiteral("recent.ini")), &translation});
    window.follow(thread.session());
    window.resize(sizeOf(wishes.size));
    window.show();
    thread.warmUp();
    Tour tour(window, workspace, theme, translation, wishes);
    return tour.run() ? 0 : 1;
}
