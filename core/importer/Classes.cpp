// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/Classes.h"

#include <algorithm>

#include "importer/NaturalOrder.h"

namespace shotlab::importer
{

std::size_t ClassIndex::of(const QString &name)
{
    const QString composed = name.normalized(QString::NormalizationForm_C);
    const auto [entry, isNew] = m_indices.emplace(composed, m_data.classes.size());
    if (isNew)
        m_data.classes.push_back({composed.toStdString(), {}, {}, {}});
    return entry->second;
}

Result<ImportedData> finished(ImportedData data, const QString &path, bool stopped)
{
    std::erase_if(data.classes, [](const ImportedClass &one) { return one.examples.empty(); });
    std::sort(data.classes.begin(), data.classes.end(), [](const ImportedClass &a, const ImportedClass &b) {
        return naturallyBefore(QString::fromStdString(a.name), QString::fromStdString(b.name));
    });
    if (stopped)
        return data;
    if (data.classes.empty())
        return fail(data.modality == Modality::Text ? ErrorCode::NoReadableTexts : ErrorCode::NoReadablePictures,
                    {path.toStdString()});
    if (data.classes.size() == 1)
        return fail(ErrorCode::NotEnoughClasses, {"1"});
    return data;
}

} // namespace shotlab::importer
