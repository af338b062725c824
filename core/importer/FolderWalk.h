// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stop_token>
#include <utility>
#include <vector>

#include <QSet>
#include <QString>
#include <QStringList>

#include "importer/Importer.h"
#include "importer/PictureBatch.h"

namespace shotlab::importer
{

/// Paths of visible sub-folders in natural order, without those that archivers leave behind.
[[nodiscard]] QStringList foldersIn(const QString &folder);
/// Paths of files that are pictures (or texts: .txt) by name, in natural order. Broken links and pipes among them are left for
/// the reader to refuse, so that they are reported.
[[nodiscard]] QStringList filesIn(const QString &folder, Modality modality);
/// Whether a folder or one below it holds such a file.
[[nodiscard]] bool holdsFiles(const QString &folder, Modality modality);

/// Finds the pictures or texts in folders and all folders below. Links to folders are followed, but no folder is entered twice, none
/// that holds the one the walk is about, and none that is reserved: loops end, and no class swallows its neighbour.
class FolderWalk
{
public:
    /// dropped: what the user chose. Origins are paths that begin with its name (and do not tell where it lay).
    explicit FolderWalk(const QString &dropped, Modality modality = Modality::Picture);

    /// Only collect() with this very folder enters it, no link from elsewhere does.
    void reserve(const QString &folder);
    /// Adds the files in a folder; a folder that may not be read is rejected.
    void collect(const QString &folder, std::size_t classIndex, const std::stop_token &stop);
    void addFile(const QString &path, std::size_t classIndex);

    [[nodiscard]] std::vector<FoundFile> takeFiles() { return std::exchange(m_files, {}); }
    [[nodiscard]] std::vector<Rejected> takeRejected() { return std::exchange(m_rejected, {}); }
    [[nodiscard]] std::size_t count() const { return m_files.size(); }

private:
    [[nodiscard]] bool mayEnter(const QString &folder) const;

    Modality m_modality;
    QString m_base; ///< what origins leave out, with the slash
    QString m_canonicalRoot;
    QSet<QString> m_entered; ///< canonical paths
    std::vector<FoundFile> m_files;
    std::vector<Rejected> m_rejected;
};

} // namespace shotlab::importer
