// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/FolderWalk.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>

#include "importer/NaturalOrder.h"
#include "media/Picture.h"

namespace shotlab::importer
{

namespace
{

/// Names of what is visible in a folder. Names that begin with a dot are hidden.
QStringList namesIn(const QString &folder, QDir::Filters filters)
{
    QStringList names = QDir(folder).entryList(filters | QDir::NoDotAndDotDot, QDir::Unsorted);
    names.removeIf([](const QString &name) { return name.startsWith(u'.'); });
    std::sort(names.begin(), names.end(), naturallyBefore);
    return names;
}

bool isOfKind(const QString &name, Modality modality)
{
    static const std::vector<QString> kTextSuffixes {QStringLiteral("txt")};
    const std::vector<QString> &suffixes = modality == Modality::Picture ? media::pictureSuffixes() : kTextSuffixes;
    const QString suffix = name.section(u'.', -1).toLower();
    return name.contains(u'.') && std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

QStringList below(const QString &folder, QStringList names)
{
    for (QString &name : names)
        name.prepend(folder.endsWith(u'/') ? folder : folder + u'/');
    return names;
}

QString withSlash(const QString &path) { return path.endsWith(u'/') ? path : path + u'/'; }

} // namespace

QStringList foldersIn(const QString &folder)
{
    QStringList names = namesIn(folder, QDir::Dirs);
    names.removeAll(QStringLiteral("__MACOSX"));
    return below(folder, names);
}

QStringList filesIn(const QString &folder, Modality modality)
{
    QStringList names = namesIn(folder, QDir::Files | QDir::System);
    names.removeIf([modality](const QString &name) { return !isOfKind(name, modality); });
    return below(folder, names);
}

bool holdsFiles(const QString &folder, Modality modality)
{
    FolderWalk walk(folder, modality);
    walk.collect(folder, 0, {});
    return walk.count() > 0;
}

FolderWalk::FolderWalk(const QString &dropped, Modality modality)
    : m_modality(modality), m_base(withSlash(QFileInfo(dropped).absolutePath())), m_canonicalRoot(QFileInfo(dropped).canonicalFilePath())
{
}

void FolderWalk::reserve(const QString &folder) { m_entered.insert(QFileInfo(folder).canonicalFilePath()); }

bool FolderWalk::mayEnter(const QString &folder) const
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    return !m_entered.contains(canonical) && !withSlash(m_canonicalRoot).startsWith(withSlash(canonical));
}

void FolderWalk::collect(const QString &folder, std::size_t classIndex, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return;
    if (!QFileInfo(folder).isReadable()) {
        m_rejected.push_back({folder, Error {ErrorCode::PictureUnreadable, {folder.toStdString(), "no-permission"}, {}}});
        return;
    }
    reserve(folder);
    for (const QString &path : filesIn(folder, m_modality))
        addFile(path, classIndex);
    for (const QString &path : foldersIn(folder)) {
        if (mayEnter(path))
            collect(path, classIndex, stop);
    }
}

void FolderWalk::addFile(const QString &path, std::size_t classIndex)
{
    const QString origin = path.startsWith(m_base) ? path.mid(m_base.size()) : path;
    m_files.push_back({path, origin.toStdString(), {}, classIndex});
}

} // namespace shotlab::importer
