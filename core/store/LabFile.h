// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include <QLockFile>
#include <QString>

#include "store/Database.h"
#include "store/LabStore.h"

namespace shotlab::store
{

/// The file below a LabStore: checked, locked and connected, or not there at all.
class LabFile
{
public:
    /// Makes the file and its tables; writes nothing into them.
    [[nodiscard]] Done create(const QString &path);
    [[nodiscard]] Done open(const QString &path, Access access);
    /// Leaves one file without companions, unless somebody else is reading it just now.
    [[nodiscard]] Done close();

    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] const Database &database() const { return m_database; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] Access access() const { return m_access; }
    /// Whether a living program (this one included) holds the file for writing.
    [[nodiscard]] bool hasWriter() const;

private:
    [[nodiscard]] Done lock();
    [[nodiscard]] tl::unexpected<Error> notCreated(const Error &why) const;
    [[nodiscard]] Done connectReadOnly();
    Done connectUntouched();
    [[nodiscard]] Done check();
    [[nodiscard]] Done upgrade();
    [[nodiscard]] Done prepareForWriting();

    Database m_database;
    std::unique_ptr<QLockFile> m_lock;
    QString m_path;
    Access m_access = Access::ReadOnly;
};

} // namespace shotlab::store
