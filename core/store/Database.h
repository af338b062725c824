// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include "lab/Result.h"

class QSqlError;

namespace shotlab::store
{

using Values = std::vector<QVariant>;

/// Values as SQLite's strict tables want them: never null by accident, floating point always double.
[[nodiscard]] QVariant textValue(const std::string &text);
[[nodiscard]] QVariant blobValue(const QByteArray &bytes);
[[nodiscard]] QVariant integerValue(std::int64_t number);
[[nodiscard]] QVariant seedValue(std::uint64_t seed); ///< kept bit by bit in a signed column
[[nodiscard]] QVariant realValue(double number); ///< NaN becomes NULL
/// A list of ids for `IN (SELECT value FROM json_each(?))`.
template<typename Id> [[nodiscard]] QVariant idListValue(const std::vector<Id> &ids)
{
    QString json = QStringLiteral("[");
    for (const Id &id : ids) {
        if (json.size() > 1)
            json += QLatin1Char(',');
        json += QString::number(id.value);
    }
    json += QLatin1Char(']');
    return json;
}

/// The current row of a query.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) { }
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::uint64_t seed(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    [[nodiscard]] double real(int column) const; ///< NaN for NULL
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }

private:
    const QSqlQuery &m_query;
};

/// One SQLite connection with a name of its own. Turns SQLite's codes into ours: full disk -> DiskFull, read-only ->
/// LabReadOnly, malformed -> LabDamaged, busy -> LabInUse, anything else -> LabWriteFailed.
class Database
{
public:
    enum class Mode { Create, ReadWrite, ReadOnly, Immutable };

    Database() = default;
    ~Database() { close(); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] Done open(const QString &path, Mode mode);
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    [[nodiscard]] bool isWritable() const { return m_mode == Mode::Create || m_mode == Mode::ReadWrite; }
    [[nodiscard]] QString path() const { return m_path; }

    /// Runs one statement. Several rows: use each(). lastId: rowid of the row that an INSERT made.
    [[nodiscard]] Done run(const QString &sql, const Values &values = {}, std::int64_t *lastId = nullptr,
                           int *changed = nullptr) const;
    /// Runs one prepared statement once per set of values.
    [[nodiscard]] Done runMany(const QString &sql, const std::vector<Values> &sets,
                               std::vector<std::int64_t> *ids = nullptr) const;
    /// Calls onRow for every row. An error that SQLite meets midway is an error here too.
    [[nodiscard]] Done each(const QString &sql, const Values &values, const std::function<void(const Row &)> &onRow) const;

    /// Runs work between BEGIN IMMEDIATE and COMMIT; rolls back when it fails. work returns Done or Result<T>.
    template<typename Work> auto transact(Work &&work) -> std::invoke_result_t<Work>
    {
        if (Done begun = begin(); !begun)
            return tl::unexpected(begun.error());
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        if (Done committed = run(QStringLiteral("COMMIT")); !committed) {
            rollback(); // SQLite may have done so already; then this changes nothing
            return tl::unexpected(committed.error());
        }
        return result;
    }

private:
    [[nodiscard]] Done prepare(QSqlQuery &query, const QString &sql) const;
    [[nodiscard]] Done begin() const;
    void rollback() const;
    [[nodiscard]] tl::unexpected<Error> failure(const QSqlError &error) const;

    QSqlDatabase m_database;
    QString m_path;
    Mode m_mode = Mode::ReadOnly;
};

} // namespace shotlab::store
