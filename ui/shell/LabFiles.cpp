// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/LabFiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace shotlab::shell
{

QString labFolder()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    documents.mkpath(QStringLiteral("Shotlab"));
    return documents.filePath(QStringLiteral("Shotlab"));
}

QString newLabPath(const QString &title)
{
    static const QRegularExpression kRefused(QStringLiteral(R"([/\\:*?"<>|\x00-\x1f])"));
    QString name = QString(title).replace(kRefused, QStringLiteral("_")).trimmed();
    if (name.isEmpty() || name.startsWith(QLatin1Char('.')))
        name.prepend(QStringLiteral("Lab"));
    const QDir folder(labFolder());
    QString path = folder.filePath(name + QLatin1String(kLabSuffix));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(QStringLiteral("%1 %2%3").arg(name, QString::number(number), QLatin1String(kLabSuffix)));
    return path;
}

bool isLabFile(const QString &path) { return path.endsWith(QLatin1String(kLabSuffix), Qt::CaseInsensitive); }

} // namespace shotlab::shell
