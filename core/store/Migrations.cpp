// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Migrations.h"

#include <QFile>

#include "store/Database.h"

// Outside any namespace, as the macro demands; a static library's resources are left out by the linker otherwise.
static void loadMigrationFiles() { Q_INIT_RESOURCE(migrations); }

namespace shotlab::store
{

const QStringList &migrations()
{
    static const QStringList scripts = [] {
        loadMigrationFiles();
        QStringList texts;
        for (const char *name : {"0001_initial.sql", "0002_retention.sql", "0003_descriptions.sql", "0004_marks.sql",
                                 "0005_fixed_lists.sql"}) {
            QFile file(QStringLiteral(":/store/migrations/") + QLatin1String(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("migration %s is missing from the program", name);
            texts.append(QString::fromUtf8(file.readAll()));
        }
        return texts;
    }();
    return scripts;
}

int latestVersion() { return static_cast<int>(migrations().size()); }

QStringList statements(const QString &script)
{
    QStringList result;
    QString current;
    for (const QString &line : script.split(QLatin1Char('\n'))) {
        if (line.trimmed() != QLatin1String("---")) {
            current += line + QLatin1Char('\n');
            continue;
        }
        result.append(current);
        current.clear();
    }
    if (!current.trimmed().isEmpty())
        result.append(current);
    return result;
}

Done migrate(Database &database, const QStringList &scripts)
{
    return database.transact([&]() -> Done {
        int version = 0;
        Done done = database.each(QStringLiteral("PRAGMA user_version"), {}, [&](const Row &row) { version = row.number(0); });
        for (; done && version < scripts.size(); ++version) {
            for (const QString &statement : statements(scripts[version])) {
                done = database.run(statement);
                if (!done)
                    return done;
            }
        }
        if (done)
            done = database.run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
        if (done)
            done = database.run(QStringLiteral("PRAGMA user_version = %1").arg(version));
        return done;
    });
}

Done standIn(Database &database, int version)
{
    Done done;
    if (version < 2)
        done = database.run(QStringLiteral("CREATE TEMP TABLE retention (run_id INTEGER PRIMARY KEY, kind, before, after, changed,"
                                           " count)"));
    if (done && version < 3)
        done = database.run(QStringLiteral("CREATE TEMP VIEW class AS SELECT *, '' AS description FROM main.class"))
                   .and_then([&] {
                       return database.run(QStringLiteral("CREATE TEMP VIEW comparison_class AS"
                                                          " SELECT *, '' AS description FROM main.comparison_class"));
                   });
    if (done && version < 4)
        done = database.run(QStringLiteral("CREATE TEMP TABLE cell_mark (comparison_id INTEGER, arm, k, tags, note, removed)"));
    return done;
}

} // namespace shotlab::store
