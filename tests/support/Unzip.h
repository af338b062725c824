// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <zip.h>

namespace shotlab::support
{

/// Writes all members of a zip into the folder; false where that is not possible.
inline bool unpack(const QString &path, const QString &folder)
{
    const std::unique_ptr<zip_t, decltype(&zip_discard)> zip(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr),
                                                             &zip_discard);
    if (!zip)
        return false;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip.get(), 0); ++i) {
        zip_stat_t stat;
        if (zip_stat_index(zip.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            return false;
        if (QByteArray(stat.name).endsWith('/'))
            continue;
        QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> member(
            zip_fopen_index(zip.get(), static_cast<zip_uint64_t>(i), 0), &zip_fclose);
        QFile file(folder + QLatin1Char('/') + QString::fromUtf8(stat.name));
        if (!member || zip_fread(member.get(), bytes.data(), stat.size) != static_cast<zip_int64_t>(stat.size)
            || !QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

} // namespace shotlab::support
