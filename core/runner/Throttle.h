// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace shotlab::runner
{

/// Turns any number of requests into at most one due() per interval; the first comes at once, the last is never lost.
class Throttle : public QObject
{
    Q_OBJECT

public:
    explicit Throttle(std::chrono::milliseconds interval, QObject *parent = nullptr);

    void request();
    /// Calls due() now if a request is waiting.
    void flush();
    /// Forgets a waiting request.
    void drop();

Q_SIGNALS:
    void due();

private:
    void fire();

    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
};

} // namespace shotlab::runner
