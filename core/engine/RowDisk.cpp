// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/RowDisk.h"

#include <algorithm>

#include <ATen/ATen.h>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace shotlab::engine
{

namespace
{

// A file: kMagic, header (length and bytes, see readHeader), then records of equal size: key and checksum of an example, rows.
constexpr quint32 kMagic = 0x53524f57; // "SROW"
constexpr qsizetype kKeyBytes = 32;
constexpr qsizetype kSumBytes = 16;
constexpr qint32 kMostColumns = 64;
constexpr qint32 kMostDimensions = 8;
constexpr int kLockPatienceMs = 2000;
constexpr auto kStreamVersion = QDataStream::Qt_6_4;

QByteArray keyOf(const std::string &exampleHash)
{
    return QCryptographicHash::hash(QByteArrayView(exampleHash.data(), static_cast<qsizetype>(exampleHash.size())),
                                    QCryptographicHash::Sha256);
}

QByteArray checksum(const QByteArray &key, QByteArrayView rows)
{
    QCryptographicHash hash(QCryptographicHash::Md5); // against damage, not against an enemy
    hash.addData(key);
    hash.addData(rows);
    return hash.result();
}

QFileInfoList rowFiles(const QString &folder)
{
    return QDir(folder).entryInfoList({QStringLiteral("*.rows")}, QDir::Files, QDir::Time); // newest first
}

} // namespace

std::unique_ptr<RowDisk::File> RowDisk::file(const QByteArray &description) const
{
    if (m_folder.isEmpty() || m_limit <= 0)
        return std::make_unique<File>(QString(), description, 0);
    makeRoom();
    const QByteArray name = QCryptographicHash::hash(description, QCryptographicHash::Sha256).toHex();
    return std::make_unique<File>(m_folder + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".rows"), description,
                                  m_limit / 2);
}

/// Leaves half of the limit free for the file that is about to grow.
void RowDisk::makeRoom() const
{
    qint64 total = 0;
    for (const QFileInfo &info : rowFiles(m_folder)) {
        total += info.size();
        if (total > m_limit / 2)
            QFile::remove(info.filePath());
    }
}

RowDisk::File::File(QString path, QByteArray description, std::int64_t limit)
    : m_path(std::move(path)), m_description(std::move(description)), m_limit(limit), m_file(m_path),
      m_writable(!m_path.isEmpty())
{
    open();
}

void RowDisk::File::open()
{
    if (m_path.isEmpty() || !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    if (readHeader()) {
        readIndex();
        // Used just now: of all files this is the last to go.
        m_file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
        return;
    }
    m_file.close();
    QFile::remove(m_path);
}

/// False for anything that is not exactly a header for this description.
bool RowDisk::File::readHeader()
{
    QDataStream stream(&m_file);
    stream.setVersion(kStreamVersion);
    quint32 magic = 0;
    QByteArray description;
    qint32 columns = 0;
    stream >> magic;
    if (magic != kMagic)
        return false;
    stream >> description >> columns;
    if (description != m_description || columns <= 0 || columns > kMostColumns)
        return false;
    std::vector<Column> read(static_cast<std::size_t>(columns));
    for (Column &column : read) {
        qint32 type = 0;
        qint32 dimensions = 0;
        stream >> type >> dimensions;
        if (type < 0 || type >= static_cast<qint32>(c10::ScalarType::Undefined) || dimensions < 0 || dimensions > kMostDimensions)
            return false;
        column.type = type;
        column.bytes = static_cast<std::int64_t>(c10::elementSize(static_cast<c10::ScalarType>(type)));
        for (qint32 i = 0; i < dimensions; ++i) {
            qint64 size = 0;
            stream >> size;
            if (size <= 0 || size > m_limit)
                return false;
            column.shape.push_back(size);
            column.bytes *= size;
            if (column.bytes > m_limit)
                return false;
        }
    }
    if (stream.status() != QDataStream::Ok)
        return false;
    m_columns = std::move(read);
    m_begin = m_file.pos();
    return true;
}

std::int64_t RowDisk::File::recordBytes() const
{
    std::int64_t bytes = kKeyBytes + kSumBytes;
    for (const Column &column : m_columns)
        bytes += column.bytes;
    return bytes;
}

void RowDisk::File::readIndex()
{
    m_places.clear();
    for (std::int64_t at = m_begin; at + recordBytes() <= m_file.size(); at += recordBytes()) {
        m_file.seek(at);
        m_places[m_file.read(kKeyBytes)] = at;
    }
}

std::vector<at::Tensor> RowDisk::File::read(const std::string &exampleHash)
{
    if (m_places.empty())
        return {};
    const QByteArray key = keyOf(exampleHash);
    const auto place = m_places.find(key);
    if (place == m_places.end())
        return {};
    m_file.seek(place->second + kKeyBytes);
    const QByteArray sum = m_file.read(kSumBytes);
    const QByteArray bytes = m_file.read(recordBytes() - kKeyBytes - kSumBytes);
    if (bytes.size() != recordBytes() - kKeyBytes - kSumBytes || checksum(key, bytes) != sum) {
        m_places.erase(place); // computed anew, and appended
        return {};
    }
    std::vector<at::Tensor> rows;
    const char *from = bytes.constData();
    for (const Column &column : m_columns) {
        std::vector<std::int64_t> shape = column.shape;
        shape.insert(shape.begin(), 1);
        at::Tensor row = at::empty(shape, static_cast<c10::ScalarType>(column.type));
        std::copy_n(from, column.bytes, static_cast<char *>(row.data_ptr()));
        from += column.bytes;
        rows.push_back(std::move(row));
    }
    return rows;
}

bool RowDisk::File::fits(const std::vector<at::Tensor> &rows) const
{
    return std::equal(rows.begin(), rows.end(), m_columns.begin(), m_columns.end(),
                      [](const at::Tensor &tensor, const Column &column) {
                          return static_cast<int>(tensor.scalar_type()) == column.type && tensor.sizes().slice(1) == column.shape;
                      });
}

/// Writes the header of a new file. It appears under its name complete or not at all.
bool RowDisk::File::begin(const std::vector<at::Tensor> &rows)
{
    if (rows.empty() || rows.size() > static_cast<std::size_t>(kMostColumns) || !QDir().mkpath(QFileInfo(m_path).path()))
        return false;
    QByteArray header;
    QDataStream stream(&header, QIODevice::WriteOnly);
    stream.setVersion(kStreamVersion);
    stream << kMagic << m_description << static_cast<qint32>(rows.size());
    for (const at::Tensor &tensor : rows) {
        stream << static_cast<qint32>(tensor.scalar_type()) << static_cast<qint32>(tensor.dim() - 1);
        for (std::int64_t i = 1; i < tensor.dim(); ++i)
            stream << static_cast<qint64>(tensor.size(i));
    }
    QFile file(m_path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(header) == header.size();
}

bool RowDisk::File::appended(const std::vector<std::string> &exampleHashes, const std::vector<at::Tensor> &rows)
{
    QDir().mkpath(QFileInfo(m_path).path());
    QLockFile lock(m_path + QStringLiteral(".lock")); // another engine may be at work on the same pictures
    if (!lock.tryLock(kLockPatienceMs))
        return false;
    if (m_columns.empty())
        open(); // somebody else may have begun it meanwhile
    if (m_columns.empty()) {
        if (!begin(rows))
            return false;
        open();
    }
    QFile out(m_path);
    if (!fits(rows) || !out.open(QIODevice::ReadWrite))
        return false;
    // What another engine was killed over is cut off: records are found by counting from the beginning.
    const std::int64_t end = m_begin + (out.size() - m_begin) / recordBytes() * recordBytes();
    if (end + recordBytes() * static_cast<std::int64_t>(exampleHashes.size()) > m_limit || !out.resize(end) || !out.seek(end))
        return false;
    QByteArray records;
    for (std::size_t i = 0; i < exampleHashes.size(); ++i) {
        const QByteArray key = keyOf(exampleHashes[i]);
        QByteArray bytes;
        for (const at::Tensor &tensor : rows) {
            const at::Tensor row = tensor[static_cast<std::int64_t>(i)].contiguous();
            bytes.append(static_cast<const char *>(row.data_ptr()), static_cast<qsizetype>(row.nbytes()));
        }
        records += key + checksum(key, bytes) + bytes;
    }
    return out.write(records) == records.size() && out.flush();
}

void RowDisk::File::append(const std::vector<std::string> &exampleHashes, const std::vector<at::Tensor> &rows)
{
    m_writable = m_writable && appended(exampleHashes, rows);
}

} // namespace shotlab::engine
