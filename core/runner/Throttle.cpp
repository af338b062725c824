// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/Throttle.h"

#include <algorithm>

namespace shotlab::runner
{

Throttle::Throttle(std::chrono::milliseconds interval, QObject *parent) : QObject(parent), m_interval(interval), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Throttle::fire);
}

void Throttle::request()
{
    if (m_timer.isActive())
        return;
    const std::chrono::milliseconds passed {m_sinceLast.isValid() ? m_sinceLast.elapsed() : m_interval.count()};
    m_timer.start(std::max(std::chrono::milliseconds::zero(), m_interval - passed));
}

void Throttle::flush()
{
    if (m_timer.isActive())
        fire();
}

void Throttle::drop() { m_timer.stop(); }

void Throttle::fire()
{
    m_timer.stop();
    m_sinceLast.start();
    Q_EMIT due();
}

} // namespace shotlab::runner
