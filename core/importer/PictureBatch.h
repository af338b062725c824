// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include <QByteArray>
#include <QString>

#include "importer/Importer.h"

namespace shotlab::importer
{

/// Files beyond this are not read: no picture needs it, and two at a time must fit into the memory of a small laptop.
constexpr qint64 kMaximumFileBytes = 200'000'000;

/// A picture or text that was found and not read yet.
struct FoundFile {
    QString path; ///< named when it is rejected
    std::string origin;
    std::string group;
    std::size_t classIndex = 0; ///< into ImportedData::classes
};

/// The bytes of a picture; called from several threads at once.
using ReadPicture = std::function<Result<QByteArray>(const FoundFile &)>;

/// Whole contents of a regular file. PathNotFound {path}, or PictureUnreadable {path, machine word: not-a-file, no-permission,
/// too-many-bytes, read-failed}. Pipes and devices are never opened: reading them could wait forever.
[[nodiscard]] Result<QByteArray> readRegularFile(const QString &path);

/// Reads, checks and prepares pictures on two threads and adds them to the classes they belong to (or to the rejected ones),
/// in the order given, whichever thread was faster. progress is called from the calling thread. Once stop is
/// requested no further picture is begun; those finished by then are added.
void addPictures(const std::vector<FoundFile> &pictures, const ReadPicture &read, const Progress &progress,
                 const std::stop_token &stop, ImportedData &data);

} // namespace shotlab::importer
