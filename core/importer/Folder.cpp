// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <iterator>

#include <QDir>
#include <QFileInfo>

#include "importer/Classes.h"
#include "importer/FolderWalk.h"
#include "importer/Importer.h"
#include "importer/PictureBatch.h"

namespace shotlab::importer
{

namespace
{

QString absolute(const QString &path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); }

Result<QByteArray> readFound(const FoundPicture &picture) { return readRegularFile(picture.path); }

/// Archives often wrap everything into one more folder: goes down while there is nothing but a single folder of folders.
QString folderOfClasses(QString folder)
{
    for (;;) {
        const QStringList below = foldersIn(folder);
        if (below.size() != 1 || !picturesIn(folder).isEmpty())
            return folder;
        const QString &only = below.front();
        if (foldersIn(only).isEmpty() || !picturesIn(only).isEmpty() || !QFileInfo(only).isReadable())
            return folder;
        folder = only;
    }
}

/// The class folders that turned out to hold nothing, unless the import was stopped before they were looked at.
void rejectEmpty(const std::vector<std::pair<QString, std::size_t>> &folders, ImportedData &data)
{
    for (const auto &[path, index] : folders) {
        if (data.classes[index].examples.empty())
            data.rejected.push_back({path, Error {ErrorCode::FolderEmpty, {path.toStdString()}, {}}});
    }
}

} // namespace

Result<ImportedData> importFolder(const QString &folder, const Progress &progress, const std::stop_token &stop)
{
    const QString root = absolute(folder);
    if (!QFileInfo(root).isDir())
        return fail(ErrorCode::PathNotFound, {folder.toStdString()});
    const QString parent = folderOfClasses(root);
    const QStringList paths = foldersIn(parent);
    if (paths.isEmpty() && !picturesIn(parent).isEmpty())
        return fail(ErrorCode::NotEnoughClasses, {"1"});

    ImportedData data;
    data.title = QFileInfo(root).fileName().toStdString();
    FolderWalk walk(root);
    for (const QString &path : paths)
        walk.reserve(path);
    ClassIndex classes(data);
    std::vector<std::pair<QString, std::size_t>> folders;
    for (const QString &path : paths) {
        folders.emplace_back(path, classes.of(QFileInfo(path).fileName()));
        walk.collect(path, folders.back().second, stop);
    }
    if (walk.count() == 0 && !stop.stop_requested())
        return fail(ErrorCode::FolderEmpty, {folder.toStdString()});

    data.rejected = walk.takeRejected();
    addPictures(walk.takePictures(), readFound, progress, stop, data);
    if (!stop.stop_requested())
        rejectEmpty(folders, data);
    return finished(std::move(data), folder, stop.stop_requested());
}

ImportedData importFiles(const QStringList &paths, const Progress &progress, const std::stop_token &stop)
{
    ImportedData data;
    data.classes.emplace_back();
    std::vector<FoundPicture> pictures;
    for (const QString &path : paths) {
        const QString dropped = absolute(path);
        FolderWalk walk(dropped);
        if (QFileInfo(dropped).isDir())
            walk.collect(dropped, 0, stop);
        else
            walk.addFile(dropped, 0);
        std::ranges::move(walk.takePictures(), std::back_inserter(pictures));
        std::ranges::move(walk.takeRejected(), std::back_inserter(data.rejected));
    }
    addPictures(pictures, readFound, progress, stop, data);
    return data;
}

Result<ImportedData> importPath(const QString &path, const Progress &progress, const std::stop_token &stop)
{
    if (QFileInfo(path).isDir())
        return importFolder(path, progress, stop);
    return importTable(path, {}, {}, progress, stop);
}

} // namespace shotlab::importer
