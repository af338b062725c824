// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <set>

#include <QFile>
#include <QTest>

#include "LabFixture.h"

using namespace shotlab;
using namespace shotlab::test;
using store::Access;
using store::LabStore;

namespace
{

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Overwrites a part of a file, given in percent.
void spoil(const QString &path, int from, int to)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 first = file.size() * from / 100, last = file.size() * to / 100;
    file.seek(first);
    file.write(QByteArray(last - first, '\x5A'));
}

} // namespace

class TestSalvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundLabIsCopiedWhole()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        const RunId run
            = store->beginRun(comparison.id, specFor(comparison, drawsOver(*store), {1, Shots(1), 0}), "f", someProvenance())
                  .value();
        QVERIFY(store->addEpochs(run, {{1, 2, 3, 0.5, 0.5, 9, 1}}));
        QVERIFY(store->finishRun(run, someResult(comparison)));
        const auto examples = store->examples().value();
        const QByteArray bytes = store->exampleBytes(examples[5].id).value();
        store.reset();

        const QString rescued = folder.path(QStringLiteral("rescued.shotlab"));
        QVERIFY(LabStore::salvage(folder.path(), rescued));
        const StorePtr copy = LabStore::open(rescued, Access::ReadWrite).value();
        QCOMPARE(copy->info().value().title, std::string("Test lab"));
        QCOMPARE(copy->examples().value(), examples);
        QCOMPARE(copy->exampleBytes(examples[5].id).value(), bytes);
        QCOMPARE(copy->comparison(comparison.id).value().plan, comparison.plan);
        const auto runs = copy->runs(comparison.id).value();
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].result.predictions, someResult(comparison).predictions);
        QCOMPARE(runs[0].epochs.size(), std::size_t(1));
        QCOMPARE(copy->support(comparison.id, {1, Shots(2), 1}).value(), drawsOver(*copy).support(Shots(2), 1));
    }

    void whatCanBeReadIsCopied_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addRow("a piece in the middle") << 45 << 50;
        QTest::addRow("a piece near the end") << 90 << 93;
    }
    void whatCanBeReadIsCopied()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        const LabFolder folder;
        QVERIFY(makeLab(folder.path(), 4, 60, 3000));
        spoil(folder.path(), from, to);
        const QByteArray damaged = contents(folder.path());
        QVERIFY(!LabStore::open(folder.path(), Access::ReadWrite));

        const QString rescued = folder.path(QStringLiteral("rescued.shotlab"));
        QVERIFY(LabStore::salvage(folder.path(), rescued));
        QCOMPARE(contents(folder.path()), damaged);
        const StorePtr copy = LabStore::open(rescued, Access::ReadWrite).value();
        QCOMPARE(copy->classes().value().size(), std::size_t(4));
        const auto examples = copy->examples().value();
        QVERIFY2(examples.size() > 150 && examples.size() < 240, qPrintable(QString::number(examples.size())));
        for (const Example &example : examples)
            QVERIFY(copy->exampleBytes(example.id));
    }

    void anOlderLabIsCopiedToo()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path());
        const auto examples = store->examples().value();
        const Comparison comparison = addedComparison(*store);
        store.reset();
        for (const char *statement : {"ALTER TABLE class DROP COLUMN description", "DROP TABLE cell_mark", "DROP TABLE retention",
                                      "ALTER TABLE comparison_class DROP COLUMN description"})
            QVERIFY2(poked(folder.path(), QLatin1String(statement)), statement);
        const QString rescued = folder.path(QStringLiteral("rescued.shotlab"));
        QVERIFY(LabStore::salvage(folder.path(), rescued));
        const StorePtr copy = LabStore::open(rescued, Access::ReadWrite).value();
        QCOMPARE(copy->classes().value().size(), std::size_t(3));
        QCOMPARE(copy->examples().value(), examples);
        QCOMPARE(copy->comparison(comparison.id).value().classes.size(), std::size_t(3));
    }

    void nothingReadableGivesNoFile()
    {
        const LabFolder folder;
        QVERIFY(makeLab(folder.path()));
        spoil(folder.path(), 0, 100);
        const QString rescued = folder.path(QStringLiteral("rescued.shotlab"));
        const Done done = LabStore::salvage(folder.path(), rescued);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::LabDamaged);
        QVERIFY(!QFile::exists(rescued));
        QCOMPARE(LabStore::salvage(folder.path(QStringLiteral("none")), rescued).error().code, ErrorCode::LabNotFound);
    }

    void existingFilesAreNotOverwritten()
    {
        const LabFolder folder;
        QVERIFY(makeLab(folder.path()));
        const QByteArray before = contents(folder.path());
        QCOMPARE(LabStore::salvage(folder.path(), folder.path()).error().code, ErrorCode::LabExists);
        QCOMPARE(contents(folder.path()), before);
    }
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_Salvage.moc"
