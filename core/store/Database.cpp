// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Database.h"

#include <atomic>
#include <cmath>
#include <limits>

#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>

namespace shotlab::store
{

namespace
{

// Primary result codes of SQLite (sqlite.org/rescode.html); extended ones hold them in the low byte.
enum SqliteCode { kBusy = 5, kLocked = 6, kReadOnly = 8, kIoError = 10, kCorrupt = 11, kFull = 13, kNotADatabase = 26 };

constexpr int kBusyMilliseconds = 5000;
constexpr qint64 kNoRoom = 64 * 1024; // with less than this left, an I/O error (of the shared memory file, say) means a full disk

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("lab-%1").arg(++count);
}

void bind(QSqlQuery &query, const Values &values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
}

} // namespace

QVariant textValue(const std::string &text) { return text.empty() ? QStringLiteral("") : QString::fromStdString(text); }

QVariant blobValue(const QByteArray &bytes) { return bytes.isNull() ? QByteArray("") : bytes; }

QVariant integerValue(std::int64_t number) { return QVariant::fromValue(static_cast<qlonglong>(number)); }

QVariant seedValue(std::uint64_t seed) { return integerValue(static_cast<std::int64_t>(seed)); }

QVariant realValue(double number) { return std::isnan(number) ? QVariant() : QVariant(number); }

std::int64_t Row::integer(int column) const { return m_query.value(column).toLongLong(); }

double Row::real(int column) const
{
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN() : m_query.value(column).toDouble();
}

std::string Row::text(int column) const { return m_query.value(column).toString().toStdString(); }

QByteArray Row::blob(int column) const { return m_query.value(column).toByteArray(); }

bool Row::isNull(int column) const { return m_query.isNull(column); }

Done Database::open(const QString &path, Mode mode)
{
    close();
    m_path = path;
    m_mode = mode;
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), nextConnectionName());
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyMilliseconds);
    if (!isWritable())
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (mode == Mode::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        m_database.setDatabaseName(QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + QStringLiteral("?immutable=1"));
    } else {
        m_database.setDatabaseName(path);
    }
    m_database.setConnectOptions(options);
    if (!m_database.open()) {
        const tl::unexpected<Error> error = failure(m_database.lastError());
        close();
        return error;
    }
    return run(QStringLiteral("PRAGMA foreign_keys = ON"));
}

void Database::close()
{
    if (!m_database.isValid())
        return;
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Done Database::prepare(QSqlQuery &query, const QString &sql) const
{
    if (!m_database.isOpen())
        return fail(ErrorCode::LabWriteFailed, {m_path.toStdString(), "closed"});
    if (!query.prepare(sql))
        return failure(query.lastError());
    return {};
}

Done Database::run(const QString &sql, const Values &values, std::int64_t *lastId, int *changed) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (Done ready = prepare(query, sql); !ready)
        return ready;
    bind(query, values);
    if (!query.exec())
        return failure(query.lastError());
    if (lastId != nullptr)
        *lastId = query.lastInsertId().toLongLong();
    if (changed != nullptr)
        *changed = query.numRowsAffected();
    return {};
}

Done Database::runMany(const QString &sql, const std::vector<Values> &sets, std::vector<std::int64_t> *ids) const
{
    QSqlQuery query(m_database);
    if (Done ready = prepare(query, sql); !ready)
        return ready;
    for (const Values &values : sets) {
        bind(query, values);
        if (!query.exec())
            return failure(query.lastError());
        if (ids != nullptr)
            ids->push_back(query.lastInsertId().toLongLong());
    }
    return {};
}

Done Database::each(const QString &sql, const Values &values, const std::function<void(const Row &)> &onRow) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (Done ready = prepare(query, sql); !ready)
        return ready;
    bind(query, values);
    if (!query.exec())
        return failure(query.lastError());
    const Row row(query);
    while (query.next())
        onRow(row);
    if (query.lastError().isValid())
        return failure(query.lastError());
    return {};
}

Done Database::begin() const
{
    if (!isWritable())
        return fail(ErrorCode::LabReadOnly, {m_path.toStdString()});
    return run(QStringLiteral("BEGIN IMMEDIATE"));
}

void Database::rollback() const { QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK")); }

tl::unexpected<Error> Database::failure(const QSqlError &error) const
{
    const std::string path = m_path.toStdString();
    const std::string native = error.databaseText().toStdString();
    const std::string technical = error.text().toStdString() + " (" + error.nativeErrorCode().toStdString() + ")";
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case kFull:
        return fail(ErrorCode::DiskFull, {path}, technical);
    case kReadOnly:
        return fail(ErrorCode::LabReadOnly, {path}, technical);
    case kCorrupt:
    case kNotADatabase:
        return fail(ErrorCode::LabDamaged, {path}, technical);
    case kBusy:
    case kLocked:
        return fail(ErrorCode::LabInUse, {path, std::string()}, technical);
    case kIoError:
        if (QStorageInfo(QFileInfo(m_path).absolutePath()).bytesAvailable() < kNoRoom)
            return fail(ErrorCode::DiskFull, {path}, technical);
        [[fallthrough]];
    default:
        return fail(ErrorCode::LabWriteFailed, {path, native}, technical);
    }
}

} // namespace shotlab::store
