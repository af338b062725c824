// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/CacheFolder.h"

#include <QStandardPaths>

namespace shotlab::runner
{

QString cachePath(const QString &name)
{
    // Window and command line share it, whatever their program names.
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/shotlab/") + name;
}

} // namespace shotlab::runner
