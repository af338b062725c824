// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/CacheFolder.h"

#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>

namespace shotlab::runner
{

QString cachePath(const QString &name)
{
    // Window and command line share it, whatever their program names.
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/shotlab/") + name;
}

std::int64_t cacheBytes()
{
    std::int64_t bytes = 0;
    QDirIterator files(cachePath({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

void clearCache()
{
    // Folders only: the measured speeds are a small file beside them, and make the first estimate of a run exact.
    const QDir folder(cachePath({}));
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QDir(folder.filePath(name)).removeRecursively();
}

} // namespace shotlab::runner
