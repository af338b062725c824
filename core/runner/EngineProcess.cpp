// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/EngineProcess.h"

#include <utility>

#include <QCoreApplication>
#include <QProcessEnvironment>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace shotlab::runner
{

namespace
{

constexpr int kNice = 10;
constexpr qsizetype kErrorTail = 4096;

QString defaultProgram() { return QCoreApplication::applicationDirPath() + QStringLiteral("/shotlab-engine"); }

/// Runs in the child between fork and exec: system calls only.
void prepareChild()
{
#ifdef Q_OS_UNIX
    setpgid(0, 0); // Ctrl-C at a terminal is for the host alone, which then cancels in good order
    setpriority(PRIO_PROCESS, 0, kNice);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL); // a killed host leaves no engine behind
#endif
}

/// OpenMP's threads wait for each other by spinning. At low priority on a machine that has other work, a waiting thread then
/// burns the very time slice that the one it waits for needs: a comparison took twenty times as long. After so many rounds
/// they sleep instead; on an idle machine they never get that far. What the user has set about it stands.
QProcessEnvironment engineEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(QStringLiteral("GOMP_SPINCOUNT")) && !environment.contains(QStringLiteral("OMP_WAIT_POLICY")))
        environment.insert(QStringLiteral("GOMP_SPINCOUNT"), QStringLiteral("1000"));
    return environment;
}

QByteArray lastLine(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    return trimmed.mid(trimmed.lastIndexOf('\n') + 1);
}

std::optional<std::int64_t> endOfRun(const protocol::FromEngine &message)
{
    if (const auto *finished = std::get_if<protocol::RunFinished>(&message))
        return finished->run;
    if (const auto *cancelled = std::get_if<protocol::RunCancelled>(&message))
        return cancelled->run;
    if (const auto *failed = std::get_if<protocol::RunFailed>(&message))
        return failed->run;
    return std::nullopt;
}

} // namespace

EngineProcess::EngineProcess(Options options, QObject *parent) : QObject(parent), m_options(std::move(options)), m_patience(this)
{
    if (m_options.program.isEmpty())
        m_options.program = defaultProgram();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &EngineProcess::kill);
}

EngineProcess::~EngineProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->write(protocol::encode(protocol::ToEngine(protocol::Shutdown {})));
    m_process->closeWriteChannel();
    constexpr int kGraceMs = 500;
    if (!m_process->waitForFinished(kGraceMs)) {
        m_process->kill();
        m_process->waitForFinished(kGraceMs);
    }
}

void EngineProcess::setThreads(int threads)
{
    if (threads == m_options.threads)
        return;
    m_options.threads = threads;
    kill();
}

void EngineProcess::start()
{
    if (m_process)
        return;
    m_process = new QProcess(this);
    m_process->setChildProcessModifier(prepareChild);
    m_process->setProcessEnvironment(engineEnvironment());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &EngineProcess::read);
    connect(m_process, &QProcess::readyReadStandardError, this, &EngineProcess::watchStandardError);
    connect(m_process, &QProcess::finished, this, &EngineProcess::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(Error {ErrorCode::EngineMissing, {m_options.program.toStdString()}, m_process->errorString().toStdString()});
    });
    m_process->start(m_options.program, QStringList());
    if (m_process) // a program that cannot be started reports at once
        m_process->write(protocol::encode(protocol::ToEngine(
            protocol::Hello {protocol::kVersion, m_options.threads, m_options.cacheFolder.toStdString(), m_options.cacheBytes, 0,
                            m_options.encoder.toStdString()})));
}

void EngineProcess::send(const protocol::ToEngine &message)
{
    QByteArray wire = protocol::encode(message);
    if (m_greeting) {
        m_process->write(wire);
        return;
    }
    m_waiting.push_back(std::move(wire));
    start();
}

void EngineProcess::cancelRun(std::int64_t run)
{
    if (!m_greeting)
        return;
    m_cancelling = run;
    m_patience.start(m_options.patience);
    m_process->write(protocol::encode(protocol::ToEngine(protocol::CancelRun {run})));
}

void EngineProcess::kill() { end(std::nullopt); }

void EngineProcess::read()
{
    m_decoder.feed(m_process->readAllStandardOutput());
    while (m_process) {
        const auto next = m_decoder.next();
        if (!next) {
            end(next.error());
            return;
        }
        if (!*next)
            return;
        take(**next);
    }
}

void EngineProcess::take(const protocol::FromEngine &message)
{
    if (const auto *greeting = std::get_if<protocol::Ready>(&message)) {
        greet(*greeting);
        return;
    }
    if (m_cancelling && endOfRun(message) == m_cancelling) {
        m_cancelling.reset();
        m_patience.stop();
    }
    Q_EMIT received(message);
}

void EngineProcess::greet(const protocol::Ready &greeting)
{
    if (greeting.version != protocol::kVersion) {
        end(Error {ErrorCode::EngineVersion, {std::to_string(greeting.version), std::to_string(protocol::kVersion)}, {}});
        return;
    }
    m_greeting = greeting;
    for (const QByteArray &wire : std::exchange(m_waiting, {}))
        m_process->write(wire);
    Q_EMIT ready(greeting);
}

void EngineProcess::watchStandardError()
{
    m_errorTail += m_process->readAllStandardError();
    m_errorTail = m_errorTail.right(kErrorTail);
}

void EngineProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    watchStandardError();
    QProcess *process = m_process;
    read(); // what it managed to say still counts
    if (m_process != process)
        return;
    // For a crashed child QProcess reports the signal as its exit code.
    const std::string how = (status == QProcess::CrashExit ? "signal " : "exit ") + std::to_string(exitCode);
    end(Error {ErrorCode::EngineDied, {how, lastLine(m_errorTail).toStdString()}, m_errorTail.toStdString()});
}

void EngineProcess::end(const std::optional<Error> &why)
{
    if (!m_process)
        return;
    QProcess *process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    process->setParent(nullptr); // it may outlive us by a moment
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        process->kill();
    m_decoder = {};
    m_waiting.clear();
    m_greeting.reset();
    m_errorTail.clear();
    m_patience.stop();
    m_cancelling.reset();
    Q_EMIT ended(why);
}

} // namespace shotlab::runner
