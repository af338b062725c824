// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <iterator>
#include <optional>

#include <QDir>
#include <QFileInfo>

#include "importer/Classes.h"
#include "importer/FolderWalk.h"
#include "importer/Importer.h"
#include "importer/PictureBatch.h"
#include "importer/TextFiles.h"

namespace shotlab::importer
{

namespace
{

constexpr int kTextsPerProgress = 256; ///< small files are read by the thousand a second
constexpr qsizetype kMaximumNamedBytes = 60; ///< of a line that is told to have been left out

QString absolute(const QString &path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); }

Result<QByteArray> readFound(const FoundFile &picture) { return readRegularFile(picture.path); }

/// Archives often wrap everything into one more folder: goes down while there is nothing but a single folder of folders.
QString folderOfClasses(QString folder)
{
    for (;;) {
        const QStringList below = foldersIn(folder);
        if (below.size() != 1 || !filesIn(folder, Modality::Picture).isEmpty())
            return folder;
        const QString &only = below.front();
        if (foldersIn(only).isEmpty() || !filesIn(only, Modality::Picture).isEmpty() || !QFileInfo(only).isReadable())
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

/// Reads what a walk has found.
void addFound(FolderWalk &walk, const Progress &progress, const std::stop_token &stop, ImportedData &data)
{
    std::ranges::move(walk.takeRejected(), std::back_inserter(data.rejected));
    const std::vector<FoundFile> files = walk.takeFiles();
    if (data.modality == Modality::Picture) {
        addPictures(files, readFound, progress, stop, data);
        return;
    }
    const int total = static_cast<int>(files.size());
    for (int done = 0; done < total && !stop.stop_requested(); ++done) {
        const FoundFile &file = files[static_cast<std::size_t>(done)];
        if (progress && done % kTextsPerProgress == 0)
            progress(done, total);
        addWholeText(file.path, file.origin, file.classIndex, data);
    }
    if (progress)
        progress(total, total);
}

/// One sub-folder per class. Nothing when none of them holds a file of this kind.
std::optional<ImportedData> importClassFolders(const QString &root, const QStringList &paths, Modality modality,
                                               const Progress &progress, const std::stop_token &stop)
{
    ImportedData data;
    data.modality = modality;
    FolderWalk walk(root, modality);
    for (const QString &path : paths)
        walk.reserve(path);
    ClassIndex classes(data);
    std::vector<std::pair<QString, std::size_t>> folders;
    for (const QString &path : paths) {
        folders.emplace_back(path, classes.of(QFileInfo(path).fileName()));
        walk.collect(path, folders.back().second, stop);
    }
    if (walk.count() == 0 && !stop.stop_requested())
        return std::nullopt;
    addFound(walk, progress, stop, data);
    if (!stop.stop_requested())
        rejectEmpty(folders, data);
    return data;
}

/// One .txt file per class with a sentence on each line.
std::optional<ImportedData> importClassFiles(const QString &folder)
{
    const QStringList paths = filesIn(folder, Modality::Text);
    if (paths.isEmpty())
        return std::nullopt;
    ImportedData data;
    data.modality = Modality::Text;
    ClassIndex classes(data);
    for (const QString &path : paths)
        addTextLines(path, classes.of(QFileInfo(path).completeBaseName()), data);
    return data;
}

} // namespace

Result<ImportedData> importFolder(const QString &folder, const Progress &progress, const std::stop_token &stop)
{
    const QString root = absolute(folder);
    if (!QFileInfo(root).isDir())
        return fail(ErrorCode::PathNotFound, {folder.toStdString()});
    const QString parent = folderOfClasses(root);
    const QStringList paths = foldersIn(parent);
    if (paths.isEmpty() && !filesIn(parent, Modality::Picture).isEmpty())
        return fail(ErrorCode::NotEnoughClasses, {"1"});

    auto data = importClassFolders(root, paths, Modality::Picture, progress, stop);
    if (!data)
        data = importClassFolders(root, paths, Modality::Text, progress, stop);
    if (!data)
        data = importClassFiles(parent);
    if (!data)
        return fail(ErrorCode::FolderEmpty, {folder.toStdString()});
    data->title = QFileInfo(root).fileName().toStdString();
    return finished(*std::move(data), folder, stop.stop_requested());
}

ImportedData importFiles(const QStringList &paths, Modality modality, const Progress &progress, const std::stop_token &stop)
{
    ImportedData data;
    data.modality = modality;
    data.classes.emplace_back();
    std::vector<FoundFile> pictures;
    for (const QString &path : paths) {
        const QString dropped = absolute(path);
        FolderWalk walk(dropped, modality);
        if (QFileInfo(dropped).isDir())
            walk.collect(dropped, 0, stop);
        else if (modality == Modality::Text)
            addTextLines(dropped, 0, data);
        else
            walk.addFile(dropped, 0);
        if (modality == Modality::Text) {
            addFound(walk, progress, stop, data);
            continue;
        }
        std::ranges::move(walk.takeFiles(), std::back_inserter(pictures));
        std::ranges::move(walk.takeRejected(), std::back_inserter(data.rejected));
    }
    if (modality == Modality::Picture)
        addPictures(pictures, readFound, progress, stop, data);
    return data;
}

ImportedData importLines(const QString &text)
{
    ImportedData data;
    data.modality = Modality::Text;
    ImportedClass all;
    for (const Line &line : linesOf(text.toUtf8())) {
        if (auto example = textExample(line.text, {}))
            all.examples.push_back(*std::move(example));
        else
            data.rejected.push_back({QString::fromUtf8(line.text.left(kMaximumNamedBytes)), std::move(example.error())});
    }
    data.classes.push_back(std::move(all));
    return data;
}

Modality modalityOf(const QStringList &paths)
{
    bool hasText = false;
    for (const QString &path : paths) {
        const bool isFolder = QFileInfo(path).isDir();
        if (isFolder && holdsFiles(path, Modality::Picture))
            return Modality::Picture;
        const bool isText
            = isFolder ? holdsFiles(path, Modality::Text) : path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
        if (!isFolder && !isText)
            return Modality::Picture; // files named by hand are tried as pictures whatever they are called
        hasText = hasText || isText;
    }
    return hasText ? Modality::Text : Modality::Picture;
}

Result<ImportedData> importPath(const QString &path, const Progress &progress, const std::stop_token &stop)
{
    if (QFileInfo(path).isDir())
        return importFolder(path, progress, stop);
    return importTable(path, {}, {}, progress, stop);
}

} // namespace shotlab::importer
