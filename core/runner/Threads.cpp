// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/Threads.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QThread>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace shotlab::runner
{

#ifdef Q_OS_LINUX
namespace
{

QByteArray topology(int processor, const char *fact)
{
    QFile file(QStringLiteral("/sys/devices/system/cpu/cpu%1/topology/%2").arg(processor).arg(QLatin1String(fact)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace
#endif

int physicalCores()
{
#ifdef Q_OS_LINUX
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0) {
        std::set<std::pair<QByteArray, QByteArray>> cores;
        for (int processor = 0; processor < CPU_SETSIZE; ++processor) {
            if (!CPU_ISSET(static_cast<std::size_t>(processor), &allowed))
                continue;
            const QByteArray core = topology(processor, "core_id");
            // Where the kernel tells nothing, every processor counts as a core of its own.
            cores.emplace(topology(processor, "physical_package_id"), core.isEmpty() ? QByteArray::number(-1 - processor) : core);
        }
        return std::max<int>(1, static_cast<int>(cores.size()));
    }
#endif
    return std::max(1, QThread::idealThreadCount());
}

} // namespace shotlab::runner
