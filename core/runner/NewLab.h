// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <stop_token>

#include <QByteArray>
#include <QStringList>

#include "importer/Importer.h"
#include "lab/Lab.h"
#include "lab/Result.h"
#include "runner/NewLabRequest.h"

namespace shotlab::runner
{

class LabEditor;

/// Reads data and test data of a request. Errors of the importer; TestDataMismatch, ClassWithoutTest.
[[nodiscard]] Result<importer::ImportedData> readRequestedData(const NewLabRequest &request, const importer::Progress &progress,
                                                               const std::stop_token &stop);

/// What was dropped: folders of class folders, folders of pictures or texts (one class each), tables, loose pictures (a class
/// named after their folder), loose text files (a class each, a sentence on each line). DataIsText, DataIsPictures {path} when
/// they are of both kinds.
[[nodiscard]] Result<importer::ImportedData> importDropped(const QStringList &paths, const importer::Progress &progress,
                                                           const std::stop_token &stop);

/// Everything a new lab begins with.
struct LabSeed {
    LabInfo info;
    std::optional<LabModel> model;
    QByteArray modelBytes; ///< when it is to be embedded
    importer::ImportedData data;
    std::optional<double> testFraction;
};

/// Makes the file; it is removed again when something fails. LabExists, LabWriteFailed, DiskFull.
[[nodiscard]] Result<std::unique_ptr<LabEditor>> makeLab(const QString &path, const LabSeed &seed);

} // namespace shotlab::runner
