// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstdio>
#include <set>

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include "LabFixture.h"

using namespace shotlab;
using namespace shotlab::test;
using store::Access;
using store::LabStore;

namespace
{

constexpr int kRounds = 8;

/// Writes runs into the lab without end, and says on stdout which are in.
int writeForEver(const QString &path)
{
    const auto opened = LabStore::open(path, Access::ReadWrite);
    if (!opened) {
        std::fprintf(stderr, "cannot open: %s\n", opened.error().technical.c_str());
        return 1;
    }
    LabStore &store = **opened;
    const Comparison comparison = store.comparison(store.comparisons().value().back()).value();
    const DrawPlan draws = drawsOver(store);
    const std::vector<RunKey> keys = schedule(comparison);
    for (std::size_t i = 0;; ++i) {
        const auto run = store.beginRun(comparison.id, specFor(comparison, draws, keys[i % keys.size()]), std::to_string(i),
                                        someProvenance());
        if (!run || !store.addEpochs(*run, {{1, 1, 1, 1, 1, 9, 1}}) || !store.finishRun(*run, someResult(comparison)))
            return 2;
        std::printf("%lld\n", static_cast<long long>(run->value));
        std::fflush(stdout);
    }
}

} // namespace

class TestLabStoreKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAcknowledgedSurvives()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        store.reset();

        std::set<std::int64_t> acknowledged;
        for (int round = 0; round < kRounds; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("write"), folder.path()});
            QVERIFY(writer.waitForReadyRead(60'000));
            QTest::qWait(QRandomGenerator::global()->bounded(60));
            QVERIFY(LabStore::open(folder.path(), Access::ReadOnly)); // somebody looks at it meanwhile
            QCOMPARE(LabStore::open(folder.path(), Access::ReadWrite).error().code, ErrorCode::LabInUse);
            writer.kill();
            QVERIFY(writer.waitForFinished(60'000));
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
            for (qsizetype i = 0; i + 1 < lines.size(); ++i) // the last one may be cut
                acknowledged.insert(lines[i].toLongLong());
            QVERIFY(folder.files().contains(QStringLiteral("lab.shotlab.lock"))); // left behind, taken over by the next

            if (round % 3 == 0) { // the others leave the log to the next writer
                const auto reopened = LabStore::open(folder.path(), Access::ReadWrite);
                QVERIFY2(reopened, reopened ? "" : reopened.error().technical.c_str());
                const auto runs = (*reopened)->runs(comparison.id);
                QVERIFY(runs);
                for (const Run &run : *runs)
                    QVERIFY(run.status == RunStatus::Finished ? run.result.predictions.size() == comparison.testExamples.size()
                                                              : run.status == RunStatus::Interrupted);
            }
        }
        QVERIFY(LabStore::open(folder.path(), Access::ReadWrite));
        QVERIFY(acknowledged.size() > kRounds);
        QStringList ids;
        for (const std::int64_t id : acknowledged)
            ids.append(QString::number(id));
        const QString complete
            = QStringLiteral("SELECT count(*) FROM run JOIN prediction ON run_id = id JOIN epoch USING (run_id)"
                             " WHERE status = 'finished' AND id IN (%1)")
                  .arg(ids.join(QLatin1Char(',')));
        QCOMPARE(asked(folder.path(), complete), qint64(acknowledged.size()));
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM run WHERE status NOT IN ('finished', 'interrupted')")),
                 0);
        QVERIFY(asked(folder.path(), QStringLiteral("SELECT count(*) FROM run WHERE status = 'interrupted'")) <= kRounds);
        QCOMPARE(
            asked(folder.path(), QStringLiteral("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'")), 0);
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")), 0);
        QCOMPARE(folder.files(), QStringList {QStringLiteral("lab.shotlab")});
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("write"))
        return writeForEver(arguments[2]);
    TestLabStoreKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_LabStoreKilled.moc"
