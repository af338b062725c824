// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CompareCommand.h"

#include <cstdio>

#include <unistd.h>

#include <QCoreApplication>
#include <QTimer>

#include <nlohmann/json.hpp>

#include "Commands.h"
#include "Console.h"
#include "PlanFromArguments.h"
#include "ResultsDocument.h"

#include "text/Sentences.h"

namespace shotlab::cli
{

namespace
{

using runner::ComparisonState;
using runner::LabSession;

constexpr qint64 kTerminalMs = 200;
constexpr qint64 kLogMs = 10'000;

} // namespace

CompareCommand::CompareCommand(const CompareArguments &arguments)
    : m_arguments(arguments), m_session({QString(), QString(), arguments.threads}), m_toTerminal(isatty(STDERR_FILENO) == 1)
{
    connect(&m_session, &LabSession::labChanged, this, &CompareCommand::onLab);
    connect(&m_session, &LabSession::labFailed, this, [this](const QString &, const Error &error) {
        const int status = failWith(error);
        if (error.code == ErrorCode::LabInUse)
            complain(
                tr("Its results can be read meanwhile with: shotlab-cli show %1").arg(QString::fromStdString(m_arguments.lab)));
        end(status);
    });
    connect(&m_session, &LabSession::planRejected, this, [this](const Error &error) { end(failWith(error)); });
    connect(&m_session, &LabSession::saveFailed, this, [this](const Error &error) { end(failWith(error)); });
    connect(&m_session, &LabSession::progressed, this, &CompareCommand::onProgress);
    connect(&m_session, &LabSession::comparisonFinished, this, &CompareCommand::onFinished);
    connect(&m_session, &LabSession::engineLost, this, [this](const Error &error) {
        clearProgressLine();
        if (m_started)
            complain(text::errorSentence(error));
    });
    connect(&m_session, &LabSession::firstPictureComplete, this, [this](double seconds) {
        clearProgressLine();
        complain(QStringLiteral("first complete picture: %1 s").arg(seconds, 0, 'f', 1)); // scripts read this line
    });
    connect(&m_interrupt, &Interrupt::asked, this, &CompareCommand::onInterrupt);
}

void CompareCommand::start()
{
    m_session.warmUp();
    m_session.openLab(QString::fromStdString(m_arguments.lab));
}

void CompareCommand::onLab(const runner::LabViewPtr &lab)
{
    m_lab = lab;
    if (m_started)
        return;
    if (!lab->model) {
        end(failWith(Error {ErrorCode::LabHasNoModel, {}, {}}));
        return;
    }
    if (lab->model->error) {
        end(failWith(*lab->model->error));
        return;
    }
    if (lab->model->layers.empty())
        return; // the engine is still looking at it
    const auto plan = planFromArguments(m_arguments, *lab);
    if (!plan) {
        end(failWith(plan.error()));
        return;
    }
    m_started = true;
    m_session.startComparison(*plan, m_arguments.fresh);
}

void CompareCommand::onProgress(const runner::ProgressView &progress)
{
    if (!progress.active || (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < (m_toTerminal ? kTerminalMs : kLogMs)))
        return;
    m_sinceProgress.start();
    QString line = tr("%1 of %2").arg(progress.runsDone).arg(text::runsText(progress.runsTotal));
    if (progress.passingFeatures)
        line += tr(" · examples through the frozen part: %1 of %2").arg(progress.featuresDone).arg(progress.featuresTotal);
    if (progress.secondsLeft)
        line += QStringLiteral(" · ") + text::timeLeftText(*progress.secondsLeft);
    if (!m_toTerminal) {
        complain(line);
        return;
    }
    clearProgressLine();
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
    m_lineOpen = true;
}

void CompareCommand::clearProgressLine()
{
    if (!m_lineOpen)
        return;
    std::fputs("\r\033[K", stderr);
    m_lineOpen = false;
}

void CompareCommand::onFinished(const runner::ComparisonViewPtr &comparison)
{
    clearProgressLine();
    if (comparison->state == ComparisonState::Stopped) {
        complain(tr("Stopped. %1 of %2 are finished and kept.")
                     .arg(comparison->runsDone - comparison->runsFailed)
                     .arg(text::runsText(comparison->runsTotal)));
        end(kCancelled);
        return;
    }
    if (comparison->state == ComparisonState::Failed) {
        end(failWith(comparison->trouble.value_or(Error {})));
        return;
    }
    const std::string model = m_lab->model->model.card.name;
    say(m_arguments.json ? QString::fromStdString(resultsDocument(*comparison, model).dump(1)) : resultsTable(*comparison));
    end(kDone);
}

void CompareCommand::onInterrupt()
{
    if (m_started)
        m_session.cancelComparison();
    else
        end(kCancelled);
}

void CompareCommand::end(int status)
{
    // Queued: we may be in a signal of the session that goes with us.
    QTimer::singleShot(0, this, [status] { QCoreApplication::exit(status); });
}

int runCommand(const CompareArguments &arguments)
{
    CompareCommand command(arguments);
    QTimer::singleShot(0, &command, &CompareCommand::start);
    return QCoreApplication::exec();
}

} // namespace shotlab::cli
