// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QFile>
#include <QFileInfo>

#include "store/LabStorePrivate.h"
#include "store/Migrations.h"

namespace shotlab::store
{

namespace
{

/// Parents before children: a row whose parent was lost is refused by its foreign key and left out.
constexpr const char *kTables[] = {"lab",
                                   "model",
                                   "model_data",
                                   "class",
                                   "link",
                                   "example",
                                   "example_data",
                                   "comparison",
                                   "arm",
                                   "comparison_class",
                                   "comparison_test",
                                   "comparison_pool",
                                   "draw",
                                   "run",
                                   "comparison_run",
                                   "epoch",
                                   "prediction",
                                   "retention",
                                   "cell_mark"};

struct Table {
    QString name;
    QStringList columns;
    QStringList key;

    /// Leaves the columns that the other has too, whose own are then the defaults; false when it has none.
    bool takeCommonColumns(const Table &other)
    {
        columns.removeIf([&other](const QString &column) { return !other.columns.contains(column); });
        return !columns.isEmpty();
    }
};

Result<Table> describe(const Database &database, const char *name)
{
    Table table {QString::fromLatin1(name), {}, {}};
    const Done read = database.each(QStringLiteral("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"), {table.name},
                                    [&](const Row &row) {
                                        const QString column = QString::fromStdString(row.text(0));
                                        table.columns.append(column);
                                        if (row.integer(1) > 0)
                                            table.key.append(column);
                                    });
    if (!read)
        return tl::unexpected(read.error());
    return table;
}

/// Copies rows in the order of the key until a damaged page stops the reading.
bool copyRows(const Database &from, const Database &to, const Table &table, const QString &direction)
{
    const QString read = QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
                             .arg(table.columns.join(QLatin1Char(',')), table.name,
                                  table.key.join(QLatin1Char(' ') + direction + QLatin1Char(',')) + QLatin1Char(' ') + direction);
    QStringList marks;
    marks.fill(QStringLiteral("?"), table.columns.size());
    const QString write = QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                              .arg(table.name, table.columns.join(QLatin1Char(',')), marks.join(QLatin1Char(',')));
    const Done done = from.each(read, {}, [&](const Row &row) {
        Values values;
        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
            values.push_back(row.isNull(i) ? QVariant() : row.value(i));
        static_cast<void>(to.run(write, values)); // a row that breaks a rule is one of the damaged ones
    });
    return done.has_value();
}

/// What lost its other half is put into a state the rest of the program knows.
Done tidy(const Database &database, const QString &title)
{
    const QString statements[] = {
        QStringLiteral(
            "INSERT OR IGNORE INTO lab (id, title, sample, seed, created_at, created_by, written_by, test_locked, test_by_user)"
            " VALUES (1, '', '', 1, '', '', '" SHOTLAB_VERSION "', 1, 0)"),
        QStringLiteral("UPDATE example SET removed = 1 WHERE id NOT IN (SELECT example_id FROM example_data)"),
        QStringLiteral("DELETE FROM comparison WHERE test_size <>"
                       " (SELECT count(*) FROM comparison_test WHERE comparison_id = comparison.id)"),
        QStringLiteral("UPDATE run SET status = 'interrupted' WHERE status = 'running'"
                       " OR (status = 'finished' AND id NOT IN (SELECT run_id FROM prediction))"),
    };
    for (const QString &statement : statements) {
        if (Done done = database.run(statement); !done)
            return done;
    }
    return database.run(QStringLiteral("UPDATE lab SET title = ?, created_at = ? WHERE title = ''"), {title, textValue(now())});
}

Done copyAll(const Database &from, Database &to, const QString &damagedPath)
{
    return to.transact([&]() -> Done {
        std::int64_t rows = 0;
        for (const char *name : kTables) {
            Result<Table> table = describe(to, name);
            if (!table)
                return tl::unexpected(table.error());
            if (const Result<Table> there = describe(from, name); there && !table->takeCommonColumns(*there))
                continue; // a lab of an older version
            if (!copyRows(from, to, *table, QStringLiteral("ASC")))
                copyRows(from, to, *table, QStringLiteral("DESC")); // the rows behind the damage
            const Done counted = to.each(QStringLiteral("SELECT count(*) FROM ") + table->name, {},
                                         [&](const Row &row) { rows += row.integer(0); });
            if (!counted)
                return counted;
        }
        if (rows == 0)
            return fail(ErrorCode::LabDamaged, {damagedPath.toStdString()}, "nothing can be read");
        return tidy(to, QFileInfo(damagedPath).completeBaseName());
    });
}

} // namespace

Done LabStore::salvage(const QString &damagedPath, const QString &newPath)
{
    if (!QFileInfo(damagedPath).isFile())
        return fail(ErrorCode::LabNotFound, {damagedPath.toStdString()});
    Database damaged;
    if (Done opened = damaged.open(damagedPath, Database::Mode::ReadOnly); !opened)
        return fail(ErrorCode::LabDamaged, {damagedPath.toStdString()}, opened.error().technical);
    LabFile rescued;
    if (Done created = rescued.create(newPath); !created)
        return created;
    Done done = copyAll(damaged, rescued.database(), damagedPath);
    const Done closed = rescued.close();
    if (!done) {
        QFile::remove(newPath);
        return done;
    }
    return closed;
}

} // namespace shotlab::store
