// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "LabFixture.h"
#include "store/Database.h"
#include "store/Migrations.h"

using namespace shotlab;
using namespace shotlab::test;
using store::Database;

namespace
{

/// A new lab with one finished run of a comparison; not valid when that failed.
ComparisonId comparisonWithARun(const QString &path)
{
    const StorePtr lab = makeLab(path);
    const Comparison comparison = addedComparison(*lab);
    const RunSpec spec = specFor(comparison, drawsOver(*lab), {1, Shots(1), 0});
    const auto run = lab->beginRun(comparison.id, spec, "f", someProvenance());
    return run && lab->finishRun(*run, someResult(comparison)) ? comparison.id : ComparisonId {};
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyFileBecomesTheLatestVersion()
    {
        const LabFolder folder;
        {
            Database database;
            QVERIFY(database.open(folder.path(), Database::Mode::Create));
            QVERIFY(store::migrate(database));
        }
        QCOMPARE(asked(folder.path(), QStringLiteral("PRAGMA user_version")), qint64(store::latestVersion()));
        QCOMPARE(asked(folder.path(), QStringLiteral("PRAGMA application_id")), qint64(store::kApplicationId));
        // Every table takes only the types it declares, and is known to the documentation.
        QCOMPARE(asked(folder.path(),
                       QStringLiteral("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
                                      " AND NOT strict AND name NOT LIKE 'sqlite%'")),
                 0);
        QFile document(QStringLiteral(LAB_FILE_DOCUMENT));
        QVERIFY(document.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(document.readAll());
        Database database;
        QVERIFY(database.open(folder.path(), Database::Mode::ReadOnly));
        int tables = 0;
        QVERIFY(database.each(
            QStringLiteral("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'"), {},
            [&](const store::Row &row) {
                ++tables;
                const QString name = QString::fromStdString(row.text(0));
                QVERIFY2(text.contains(QStringLiteral("`%1`").arg(name)), qPrintable(name));
            }));
        QVERIFY(tables > 15);
    }

    void runsOfTheFirstVersionAreReadWithoutRetention()
    {
        const LabFolder folder;
        const ComparisonId id = comparisonWithARun(folder.path());
        QVERIFY(id.isValid());
        // As version 1 left it.
        QVERIFY(backToVersionFour(folder.path()));
        QVERIFY(poked(folder.path(), QStringLiteral("DROP TABLE cell_mark")));
        QVERIFY(poked(folder.path(), QStringLiteral("DROP TABLE retention")));
        QVERIFY(poked(folder.path(), QStringLiteral("ALTER TABLE class DROP COLUMN description")));
        QVERIFY(poked(folder.path(), QStringLiteral("ALTER TABLE comparison_class DROP COLUMN description")));
        QVERIFY(poked(folder.path(), QStringLiteral("PRAGMA user_version = 1")));
        const StorePtr lab = store::LabStore::open(folder.path(), store::Access::ReadWrite).value();
        const std::vector<Run> runs = lab->runs(id).value();
        QCOMPARE(runs.size(), std::size_t(1));
        QVERIFY(runs[0].status == RunStatus::Finished);
        QVERIFY(!runs[0].result.retention);
    }

    void classesOfTheSecondVersionHaveNoDescription()
    {
        const LabFolder folder;
        {
            Database database;
            QVERIFY(database.open(folder.path(), Database::Mode::Create));
            QVERIFY(store::migrate(database, store::migrations().first(2)));
            for (const char *statement :
                 {"INSERT INTO lab (id, title, sample, seed, created_at, created_by, written_by, test_locked, test_by_user)"
                  " VALUES (1, 'Old', '', 1, '', '0.1', '0.1', 0, 0)",
                  "INSERT INTO class (id, name, display) VALUES (7, 'crane', '{\"zh_CN\":\"鹤\"}')",
                  "INSERT INTO comparison (id, created_at, plan, skipped, model_hash, data_hash, test_size)"
                  " VALUES (3, '', '{\"shots\":[],\"draws\":{\"frozen\":1,\"trained\":1,\"trained_at_all\":1},\"seed\":1,\"working_size\":0,\"threads\":2}', '[]', 'm', 'd', 0)",
                  "INSERT INTO comparison_class (comparison_id, position, class_id, name, display, links)"
                  " VALUES (3, 0, 7, 'crane', '{}', '[134]')"})
                QVERIFY2(database.run(QString::fromUtf8(statement)), statement);
        }
        const LabClass crane {ClassId {7}, "crane", {{"zh_CN", "鹤"}}, {}};
        // Only read, the file stays as it was; written, it is brought up to date. Either way the rows are there.
        for (const auto access : {store::Access::ReadOnly, store::Access::ReadWrite}) {
            const StorePtr lab = store::LabStore::open(folder.path(), access).value();
            QCOMPARE(lab->classes().value(), std::vector {crane});
            const std::vector<LabClass> compared = lab->comparison(ComparisonId {3}).value().classes;
            QCOMPARE(compared, (std::vector {LabClass {ClassId {7}, "crane", {}, {134}}}));
            QVERIFY(lab->runs(ComparisonId {3}).value().empty());
            const int version = access == store::Access::ReadOnly ? 2 : store::latestVersion();
            QCOMPARE(asked(folder.path(), QStringLiteral("PRAGMA user_version")), qint64(version));
        }
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM class WHERE description = ''")), 1);
    }

    void comparisonsOfTheThirdVersionHaveNoMarks()
    {
        const LabFolder folder;
        const ComparisonId id = comparisonWithARun(folder.path());
        QVERIFY(id.isValid());
        // As version 3 left it.
        QVERIFY(backToVersionFour(folder.path()));
        QVERIFY(poked(folder.path(), QStringLiteral("DROP TABLE cell_mark")));
        QVERIFY(poked(folder.path(), QStringLiteral("PRAGMA user_version = 3")));
        for (const auto access : {store::Access::ReadOnly, store::Access::ReadWrite}) {
            const StorePtr lab = store::LabStore::open(folder.path(), access).value();
            QVERIFY(lab->comparison(id)->marks.empty());
            QCOMPARE(lab->runs(id)->size(), std::size_t(1));
            if (access == store::Access::ReadWrite)
                QVERIFY(lab->setMarks(id, {{{1, Shots(1)}, {{"tag"}, "note", true}}}));
        }
        QCOMPARE(asked(folder.path(), QStringLiteral("PRAGMA user_version")), qint64(store::latestVersion()));
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM cell_mark WHERE note = 'note' AND removed = 1")), 1);
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM run")), 1); // nothing is lost with it
    }

    void laterVersionsContinueFromWhereTheFileIs()
    {
        const LabFolder folder;
        Database database;
        QVERIFY(database.open(folder.path(), Database::Mode::Create));
        const QString first = QStringLiteral("CREATE TABLE a (x INTEGER) STRICT;\n---\nINSERT INTO a VALUES (7);\n");
        const QString second = QStringLiteral("ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new';\n");
        QVERIFY(store::migrate(database, {first}));
        QVERIFY(store::migrate(database, {first, second}));
        QVERIFY(store::migrate(database, {first, second})); // nothing left to do
        database.close();
        QCOMPARE(asked(folder.path(), QStringLiteral("PRAGMA user_version")), 2);
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT x FROM a WHERE y = 'new'")), 7);
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM a")), 1);
    }

    void brokenStepChangesNothing()
    {
        const LabFolder folder;
        Database database;
        QVERIFY(database.open(folder.path(), Database::Mode::Create));
        const QString first = QStringLiteral("CREATE TABLE a (x INTEGER) STRICT;");
        QVERIFY(store::migrate(database, {first}));
        const QString second
            = QStringLiteral("CREATE TABLE b (x INTEGER) STRICT;\n---\nINSERT INTO a VALUES (1);\n---\nNONSENSE;\n");
        QVERIFY(!store::migrate(database, {first, second}));
        database.close();
        QCOMPARE(asked(folder.path(), QStringLiteral("PRAGMA user_version")), 1);
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM a")), 0);
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'b'")), 0);
    }

    void semicolonsInsideAStatementDoNotSplitIt()
    {
        const QStringList parts = store::statements(
            QStringLiteral("-- a comment; with a semicolon\nSELECT ';';\n---\nBEGIN x; y; END;\n  ---  \n\n"));
        QCOMPARE(parts.size(), 2);
        QVERIFY(parts[0].contains(QStringLiteral("SELECT ';';")));
        QCOMPARE(parts[1].trimmed(), QStringLiteral("BEGIN x; y; END;"));
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_Migrations.moc"
