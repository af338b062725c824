// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>

#include "Arguments.h"
#include "Interrupt.h"

#include "runner/LabSession.h"

namespace shotlab::cli
{

/// One `compare`: opens the lab, waits for the model, runs the plan, prints what came out. Ends the event loop with its status.
class CompareCommand : public QObject
{
    Q_OBJECT

public:
    explicit CompareCommand(const CompareArguments &arguments);
    void start();

private:
    void onLab(const runner::LabViewPtr &lab);
    void onProgress(const runner::ProgressView &progress);
    void onFinished(const runner::ComparisonViewPtr &comparison);
    void onInterrupt();
    void end(int status);
    void clearProgressLine();

    CompareArguments m_arguments;
    runner::LabSession m_session;
    Interrupt m_interrupt;
    runner::LabViewPtr m_lab;
    bool m_started = false;
    bool m_toTerminal = false; ///< progress may overwrite its own line
    bool m_lineOpen = false;
    QElapsedTimer m_sinceProgress;
};

} // namespace shotlab::cli
