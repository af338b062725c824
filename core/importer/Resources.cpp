// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/Importer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace shotlab::importer
{

QString resourceFolder()
{
    QString chosen = qEnvironmentVariable("SHOTLAB_RESOURCES");
    if (!chosen.isEmpty())
        return chosen;
    if (QCoreApplication::instance() != nullptr) {
        const QString installed = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../share/shotlab"));
        if (QFileInfo(installed).isDir())
            return QDir::cleanPath(installed);
    }
    return QStringLiteral(SHOTLAB_SOURCE_RESOURCES);
}

} // namespace shotlab::importer
