// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_window STEP [PATH]: the real window with its session and engine, and how it feels. Prints one JSON object.
//   start --since NS   from the moment the process was started (CLOCK_MONOTONIC, ns) until the window was painted
//   open LAB           seconds until the results of a finished lab are on screen; gaps of the event loop; memory of this process
//   import FOLDER      gaps while a folder of class folders becomes a lab
//   compare LAB        gaps while the comparison of a new lab runs, from the 20th learning curve on
// A gap is the time between two ticks of a timer of 5 ms on the window's thread.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QTimer>

#include <nlohmann/json.hpp>

#include "charts/AccuracyChart.h"
#include "importer/Importer.h"
#include "models/Workspace.h"
#include "runner/LabSession.h"
#include "shell/MainWindow.h"
#include "shell/SessionThread.h"
#include "text/Language.h"
#include "widgets/Theme.h"

namespace
{

using namespace shotlab;
using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;

constexpr int kTick = 5; // ms
constexpr int kSettling = 2000; // ms that are watched after the last thing has happened
constexpr std::size_t kLiveCurves = 20;
constexpr int kDrawsOfTrained = 10; // of three methods: 30 curves in the end

double secondsSince(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

/// Private, shared out and resident bytes of this process.
Json memoryNow()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    Json memory {{"private", 0}, {"pss", 0}, {"rss", 0}};
    if (!file.open(QIODevice::ReadOnly))
        return memory;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qint64 bytes = line.mid(line.indexOf(':') + 1).trimmed().split(' ').first().toLongLong() * 1024;
        if (line.startsWith("Rss:"))
            memory["rss"] = bytes;
        else if (line.startsWith("Pss:"))
            memory["pss"] = bytes;
        else if (line.startsWith("Private_Clean:") || line.startsWith("Private_Dirty:"))
            memory["private"] = memory["private"].get<qint64>() + bytes;
    }
    return memory;
}

/// Times between the ticks of a timer: what a hand would wait for the window.
class Pulse : public QObject
{
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kTick);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_gaps.push_back(secondsSince(m_last));
            m_last = Clock::now();
            if (m_onTick)
                m_onTick();
        });
    }

    void start(std::function<void()> onTick)
    {
        m_onTick = std::move(onTick);
        m_gaps.clear();
        m_last = Clock::now();
        m_timer.start();
    }
    void forget() { m_gaps.clear(); }

    [[nodiscard]] Json gaps() const
    {
        std::vector<double> sorted = m_gaps;
        std::sort(sorted.begin(), sorted.end());
        const auto at = [&sorted](double share) {
            return sorted.empty() ? 0.0 : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
        };
        return {{"ticks", sorted.size()}, {"median", at(0.5)}, {"p99", at(0.99)}, {"p99.9", at(0.999)}, {"most", at(1)}};
    }

private:
    QTimer m_timer;
    Clock::time_point m_last;
    std::vector<double> m_gaps;
    std::function<void()> m_onTick;
};

class Bench : public QObject
{
public:
    Bench(QApplication &application, const QString &engine)
        : m_theme(application), m_session(runner::LabSession::Options {engine, {}, 0}), m_workspace(m_session, runner::defaultPlan)
    {
        m_theme.setChoice(widgets::SchemeChoice::Light);
        m_session.feed(m_workspace);
        m_translation.choose(text::Language::English);
        m_window.emplace(m_workspace, m_theme,
                         shell::MainWindow::Surroundings {importer::resourceFolder(), {}, &m_translation});
        m_window->follow(m_session.session());
        m_window->installEventFilter(this);
        connect(&m_session.session(), &runner::LabSession::labFailed, this, [](const QString &, const Error &error) {
            std::fprintf(stderr, "bench_window: error %d %s\n", static_cast<int>(error.code), error.technical.c_str());
            QCoreApplication::exit(EXIT_FAILURE);
        });
        m_window->resize(1440, 900);
        m_window->show();
    }

    void whenShown(std::function<void()> then) { m_whenShown = std::move(then); }
    void warmUp() { m_session.warmUp(); }

    void open(const QString &lab)
    {
        m_begun = Clock::now();
        m_pulse.start([this] {
            if (!m_happened && areResultsOnScreen()) {
                m_happened = Clock::now();
                m_result["seconds"] = secondsSince(m_begun);
            }
            if (m_happened && secondsSince(*m_happened) * 1000 > kSettling) {
                m_result["memory"] = memoryNow();
                end();
            }
        });
        m_window->openPath(lab);
    }

    void import(const QString &folder)
    {
        m_begun = Clock::now();
        connect(&m_workspace, &models::Workspace::importFinished, this, [this](int added) {
            m_happened = Clock::now();
            m_result["seconds"] = secondsSince(m_begun);
            m_result["pictures"] = added;
        });
        connect(&m_workspace, &models::Workspace::labChanged, this, [this] {
            if (!m_happened && m_workspace.lab() && m_workspace.lab()->examples.size() > 1) {
                m_happened = Clock::now();
                m_result["seconds"] = secondsSince(m_begun);
                m_result["pictures"] = m_workspace.lab()->examples.size();
            }
        });
        m_pulse.start([this] {
            if (m_happened && secondsSince(*m_happened) * 1000 > kSettling)
                end();
        });
        m_window->openPath(folder);
    }

    void compare(const QString &lab)
    {
        connect(&m_workspace, &models::Workspace::estimateChanged, this, [this] {
            if (m_workspace.proposal() != models::Workspace::Proposal::Run || !m_workspace.estimate() || m_asked)
                return;
            m_asked = true;
            m_workspace.draft().setDraws({kDrawsOfTrained, kDrawsOfTrained, 1});
            for (const Shots shots : {Shots(0), Shots(1), Shots(2), Shots(5), Shots::all()})
                m_workspace.draft().setShotsOn(shots, false);
            m_workspace.runProposal();
        });
        connect(&m_workspace, &models::Workspace::curvesChanged, this, [this] {
            std::size_t curves = 0;
            for (const runner::CurvesView &view : m_workspace.curves())
                curves += view.perDraw.size();
            m_result["curves"] = curves;
            if (!m_happened && curves >= kLiveCurves) {
                m_happened = Clock::now();
                m_pulse.forget();
            }
        });
        connect(&m_session.session(), &runner::LabSession::comparisonFinished, this, [this] {
            if (m_happened)
                m_result["seconds"] = secondsSince(*m_happened);
            end();
        });
        m_pulse.start({});
        m_window->openPath(lab);
    }

    [[nodiscard]] Json &result() { return m_result; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Behind this event everything else is painted, too, before the loop gets to what was posted.
        if (event->type() == QEvent::Paint && m_whenShown)
            QMetaObject::invokeMethod(this, std::exchange(m_whenShown, nullptr), Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    [[nodiscard]] bool areResultsOnScreen() const
    {
        const auto *chart = m_window->findChild<charts::AccuracyChart *>(QStringLiteral("accuracyChart"));
        return m_window->page() == shell::MainWindow::Page::Workbench && m_workspace.hasResults() && chart != nullptr
            && !chart->data().series.empty();
    }

    void end()
    {
        m_result["gaps"] = m_pulse.gaps();
        QCoreApplication::quit();
    }

    widgets::ThemeSwitch m_theme;
    text::Translation m_translation;
    shell::SessionThread m_session;
    models::Workspace m_workspace;
    std::optional<shell::MainWindow> m_window;
    Pulse m_pulse;
    std::function<void()> m_whenShown;
    Clock::time_point m_begun;
    std::optional<Clock::time_point> m_happened; ///< what is waited for
    bool m_asked = false;
    Json m_result;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication::setOrganizationName(QStringLiteral("shotlab"));
    QApplication::setApplicationName(QStringLiteral("shotlab"));
    QApplication application(argc, argv);
    runner::registerMetaTypes();
    QCommandLineParser arguments;
    const QCommandLineOption engine(QStringLiteral("engine"), QStringLiteral("shotlab-engine"), QStringLiteral("path"));
    const QCommandLineOption since(QStringLiteral("since"), QStringLiteral("when the process was started"), QStringLiteral("ns"));
    arguments.addOptions({engine, since});
    arguments.process(application);
    const QString step = arguments.positionalArguments().value(0);
    const QString path = arguments.positionalArguments().value(1);

    Bench bench(application, arguments.value(engine));
    bench.whenShown([&] {
        if (step == QLatin1String("start")) {
            const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now().time_since_epoch()).count();
            bench.result()["seconds"] = static_cast<double>(now - arguments.value(since).toLongLong()) / 1e9;
            QCoreApplication::quit();
            return;
        }
        bench.warmUp(); // as the program does behind the first picture of its window
        if (step == QLatin1String("open"))
            bench.open(path);
        else if (step == QLatin1String("import"))
            bench.import(path);
        else
            bench.compare(path);
    });
    const int status = QApplication::exec();
    std::puts(bench.result().dump().c_str());
    return status;
}
