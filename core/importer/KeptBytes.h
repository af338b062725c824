// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include <QByteArray>

#include "lab/Result.h"

namespace shotlab::importer
{

class BytesKeeper;

/// Bytes of an example on their way into a lab: in memory, or in a temporary file that goes with the last bytes kept in it.
class KeptBytes
{
public:
    KeptBytes() = default;
    KeptBytes(QByteArray bytes) : m_inMemory(std::move(bytes)) { } // bytes of a few examples may simply stay where they are

    /// The bytes; from any thread. PictureUnreadable {path of the temporary file, "read-failed"}.
    [[nodiscard]] Result<QByteArray> read() const;

private:
    friend class BytesKeeper;
    struct File;

    QByteArray m_inMemory;
    std::shared_ptr<File> m_file; ///< null: in memory
    qint64 m_offset = 0;
    qint64 m_size = 0;
};

/// Keeps the bytes of many examples: the first 32 MB in memory, more in a temporary file, so that ten thousand pictures can be
/// imported on a small laptop. Where no such file can be written, all stay in memory. Safe to use from several threads.
class BytesKeeper
{
public:
    BytesKeeper();
    ~BytesKeeper();
    BytesKeeper(const BytesKeeper &) = delete;
    BytesKeeper &operator=(const BytesKeeper &) = delete;

    [[nodiscard]] KeptBytes keep(QByteArray bytes);

private:
    std::shared_ptr<KeptBytes::File> m_file;
};

} // namespace shotlab::importer
