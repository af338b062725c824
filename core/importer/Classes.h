// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>

#include <QString>

#include "importer/Importer.h"

namespace shotlab::importer
{

/// Classes of an import by name, made when they are first asked for.
class ClassIndex
{
public:
    explicit ClassIndex(ImportedData &data) : m_data(data) { }

    /// Index into ImportedData::classes. Names are compared in Unicode's composed form, which file systems do not agree on.
    std::size_t of(const QString &name);

private:
    ImportedData &m_data;
    std::map<QString, std::size_t> m_indices;
};

/// Puts the classes in natural order, those without examples aside, and sees whether enough are left to compare.
/// NoReadablePictures or NoReadableTexts {path}, NotEnoughClasses {count}; neither when the import was stopped.
[[nodiscard]] Result<ImportedData> finished(ImportedData data, const QString &path, bool stopped);

} // namespace shotlab::importer
