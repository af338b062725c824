// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_readouts LAB K DRAWS REPEATS: how long the session takes to answer for a live slider, from the request on another thread
// (as the window makes it) to the answer there. Prints {"idle": [seconds...]}, with --while-training {"training": [seconds...]}.

#include <chrono>
#include <cstdio>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <nlohmann/json.hpp>

#include "runner/LabSession.h"

namespace
{

using namespace shotlab;
using Clock = std::chrono::steady_clock;

class Asking : public QObject
{
public:
    Asking(runner::LabSession &session, Shots shots, int draws, int repeats, bool training)
        : m_session(session), m_shots(shots), m_draws(draws), m_left(repeats), m_training(training)
    {
        connect(&session, &runner::LabSession::labChanged, this, &Asking::onLab);
        connect(&session, &runner::LabSession::labFailed, this, [](const QString &, const Error &error) { giveUp(error); });
        connect(&session, &runner::LabSession::planRejected, this, &Asking::giveUp);
        connect(&session, &runner::LabSession::readoutsFailed, this, &Asking::giveUp);
        connect(&session, &runner::LabSession::comparisonChanged, this, &Asking::onComparison);
        connect(&session, &runner::LabSession::progressed, this, &Asking::onProgress);
        connect(&session, &runner::LabSession::readoutsReady, this, &Asking::onAnswer);
    }

private:
    static void giveUp(const Error &error)
    {
        std::fprintf(stderr, "bench_readouts: error %d %s\n", static_cast<int>(error.code), error.technical.c_str());
        std::exit(EXIT_FAILURE);
    }

    void onLab(const runner::LabViewPtr &lab)
    {
        if (m_opened || !lab->model || lab->model->layers.empty())
            return;
        m_opened = true;
        if (!m_training) {
            QMetaObject::invokeMethod(&m_session, [this, id = lab->comparisons.front()] { m_session.showComparison(id); });
            return;
        }
        ComparisonPlan plan = runner::defaultPlan(*lab->model, lab->info.seed);
        std::erase_if(plan.arms, [](const Arm &arm) { return arm.kind != ArmKind::LinearProbe && arm.kind != ArmKind::FullFineTuning; });
        plan.shots = {m_shots};
        plan.draws = DrawCounts {1, 1, 1};
        QMetaObject::invokeMethod(&m_session, [this, plan] { m_session.startComparison(plan, true); });
    }

    void onComparison(const runner::ComparisonViewPtr &)
    {
        if (m_opened && !m_training && m_answers.empty() && !m_asked)
            ask();
    }

    void onProgress(const runner::ProgressView &progress)
    {
        constexpr int kFullFineTuning = 1; // place of the arm in the plan
        if (m_training && !m_asked && m_answers.empty() && progress.running && progress.running->arm == kFullFineTuning)
            QTimer::singleShot(1000, this, [this] { ask(); });
    }

    void ask()
    {
        if (m_asked)
            return;
        m_asked = Clock::now();
        QMetaObject::invokeMethod(&m_session, [this] { m_session.requestReadouts(m_shots, m_draws); });
    }

    void onAnswer(const runner::ReadoutsView &)
    {
        m_answers.push_back(std::chrono::duration<double>(Clock::now() - *m_asked).count());
        m_asked.reset();
        if (--m_left > 0) {
            QTimer::singleShot(50, this, [this] { ask(); });
            return;
        }
        std::puts(nlohmann::json({{m_training ? "training" : "idle", m_answers}}).dump().c_str());
        QCoreApplication::quit();
    }

    runner::LabSession &m_session;
    Shots m_shots;
    int m_draws;
    int m_left;
    bool m_training;
    bool m_opened = false;
    std::optional<Clock::time_point> m_asked;
    std::vector<double> m_answers;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    runner::registerMetaTypes();
    QCommandLineParser arguments;
    const QCommandLineOption engine(QStringLiteral("engine"), QStringLiteral("shotlab-engine"), QStringLiteral("path"));
    const QCommandLineOption resources(QStringLiteral("resources"), QStringLiteral("resource folder"), QStringLiteral("path"));
    const QCommandLineOption training(QStringLiteral("while-training"), QStringLiteral("asks while all layers are trained"));
    arguments.addOptions({engine, resources, training});
    arguments.process(application);
    const QStringList given = arguments.positionalArguments();
    if (given.size() != 4)
        return EXIT_FAILURE;

    QThread thread; // the session's own, as in the window
    auto *session = new runner::LabSession({arguments.value(engine), arguments.value(resources), 0});
    Asking asking(*session, Shots(given[1].toInt()), given[2].toInt(), given[3].toInt(), arguments.isSet(training));
    session->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, session, &QObject::deleteLater);
    thread.start();
    QMetaObject::invokeMethod(session, [session, path = given[0]] {
        session->openLab(path);
        session->warmUp(); // as the window does: the layers are known once the engine has the model
    });
    const int status = QCoreApplication::exec();
    thread.quit();
    thread.wait();
    return status;
}
