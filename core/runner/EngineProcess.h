// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include "protocol/Messages.h"

namespace shotlab::runner
{

/// The engine as a child process: starts it when needed, greets it, passes messages both ways and says why it ended.
/// Whatever it was told is forgotten when it ends; the next send() starts a new one.
class EngineProcess : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString program; ///< empty: shotlab-engine beside the running program
        int threads = 1;
        std::chrono::milliseconds patience {3000}; ///< between asking it to stop and killing it
        QString cacheFolder {}; ///< where it may keep features between sessions; empty: nowhere
        qint64 cacheBytes = qint64 {1} << 30; ///< most that may lie there
        QString encoder {}; ///< model file that reads words for models that do not; empty: there is none
    };

    explicit EngineProcess(Options options, QObject *parent = nullptr);
    ~EngineProcess() override;

    /// What the running engine said of itself; nothing before it is ready.
    [[nodiscard]] const std::optional<protocol::Ready> &greeting() const { return m_greeting; }
    [[nodiscard]] int threads() const { return m_options.threads; }
    /// An engine that runs with another number is ended; the next one starts with this.
    void setThreads(int threads);

    void start();
    /// Starts the engine when there is none; kept until it is ready.
    void send(const protocol::ToEngine &message);
    /// Asks for the end of a run, and ends the process when no terminal event comes within the patience.
    void cancelRun(std::int64_t run);
    /// Ends the process at once; ended() follows without an error.
    void kill();

Q_SIGNALS:
    void ready(const shotlab::protocol::Ready &greeting);
    void received(const shotlab::protocol::FromEngine &message);
    /// The process is gone. why is set when nobody asked for that: EngineMissing, EngineVersion, EngineDied, ProtocolBroken.
    void ended(const std::optional<shotlab::Error> &why);

private:
    void read();
    void take(const protocol::FromEngine &message);
    void greet(const protocol::Ready &greeting);
    void watchStandardError();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void end(const std::optional<Error> &why);

    Options m_options;
    QProcess *m_process = nullptr;
    protocol::Decoder<protocol::FromEngine> m_decoder;
    std::vector<QByteArray> m_waiting; ///< encoded, until the engine is ready
    std::optional<protocol::Ready> m_greeting;
    QByteArray m_errorTail; ///< the last of what it wrote to standard error
    QTimer m_patience;
    std::optional<std::int64_t> m_cancelling;
};

} // namespace shotlab::runner
