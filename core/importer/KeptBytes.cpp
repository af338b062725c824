// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/KeptBytes.h"

#include <mutex>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

namespace shotlab::importer
{

namespace
{

constexpr qint64 kInMemory = 32'000'000;

/// /tmp lies in memory on many systems; /var/tmp is for what may be large.
QString temporaryFolder()
{
    const QString large = QStringLiteral("/var/tmp");
    return QFileInfo(large).isWritable() ? large : QDir::tempPath();
}

} // namespace

struct KeptBytes::File {
    std::mutex mutex;
    qint64 inMemory = 0;
    QTemporaryFile file {temporaryFolder() + QStringLiteral("/shotlab-import-XXXXXX")};
    bool broken = false; ///< could not be made or written
};

Result<QByteArray> KeptBytes::read() const
{
    if (!m_file)
        return m_inMemory;
    const std::lock_guard lock(m_file->mutex);
    QByteArray bytes;
    if (m_file->file.seek(m_offset))
        bytes = m_file->file.read(m_size);
    if (bytes.size() != m_size)
        return fail(ErrorCode::PictureUnreadable, {m_file->file.fileName().toStdString(), "read-failed"},
                    m_file->file.errorString().toStdString());
    return bytes;
}

BytesKeeper::BytesKeeper() : m_file(std::make_shared<KeptBytes::File>()) { }

BytesKeeper::~BytesKeeper() = default;

KeptBytes BytesKeeper::keep(QByteArray bytes)
{
    const std::lock_guard lock(m_file->mutex);
    const bool fits = m_file->inMemory + bytes.size() <= kInMemory;
    if (!fits && !m_file->broken) {
        QTemporaryFile &file = m_file->file;
        const qint64 end = file.isOpen() ? file.size() : 0;
        m_file->broken = !(file.isOpen() || file.open()) || !file.seek(end) || file.write(bytes) != bytes.size() || !file.flush();
        if (!m_file->broken) {
            KeptBytes kept;
            kept.m_file = m_file;
            kept.m_offset = end;
            kept.m_size = bytes.size();
            return kept;
        }
    }
    m_file->inMemory += bytes.size();
    return bytes;
}

} // namespace shotlab::importer
