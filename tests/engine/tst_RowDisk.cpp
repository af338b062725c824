// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

constexpr std::int64_t kPlenty = 64 << 20;

/// A run in an engine of its own, as after a restart.
struct Session {
    RunResult result;
    int passed = 0; ///< examples that went through the frozen part
};

Session session(const QString &folder, ArmKind kind = ArmKind::LinearProbe, std::int64_t limit = kPlenty,
                const std::string &model = "tiny.pt")
{
    Harness harness;
    harness.engine().handle(protocol::Hello {protocol::kVersion, 1, folder.toStdString(), limit});
    harness.open(dataFile(model));
    harness.putPictures();
    harness.setTestSet();
    protocol::StartRun start
        = Harness::run(kind, kind == ArmKind::ChosenLayers ? trainingSettings() : Settings {{"C", 10.0}, {"temperature", 10.0}});
    if (kind == ArmKind::ChosenLayers)
        start.arm.layers.learning = {"stage2"};
    Session session;
    if (const auto event = harness.did(start); const auto *done = std::get_if<protocol::RunFinished>(&event))
        session.result = done->result;
    for (const auto &progress : harness.all<protocol::FeatureProgress>())
        session.passed += progress.done == progress.total ? progress.total : 0;
    return session;
}

QStringList rowFiles(const QString &folder) { return QDir(folder).entryList({"*.rows"}, QDir::Files, QDir::Name); }

} // namespace

class tst_RowDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondEngineDoesNotPassTheTrunkAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("features") << static_cast<int>(ArmKind::LinearProbe);
        QTest::newRow("last stage") << static_cast<int>(ArmKind::ChosenLayers);
    }

    void aSecondEngineDoesNotPassTheTrunkAgain()
    {
        QFETCH(const int, kind);
        const QTemporaryDir folder;
        const Session without = session({}, static_cast<ArmKind>(kind));
        const Session first = session(folder.path(), static_cast<ArmKind>(kind));
        const Session second = session(folder.path(), static_cast<ArmKind>(kind));
        QVERIFY(!without.result.predictions.empty());
        QVERIFY(first.passed >= kClasses * kShots + kTests);
        QCOMPARE(second.passed, 0);
        QCOMPARE(second.result.featureSeconds, 0.0);
        QVERIFY(first.result.predictions == without.result.predictions);
        QVERIFY(second.result.predictions == without.result.predictions);
    }

    void anotherModelOrCutSharesNothing()
    {
        const QTemporaryDir folder;
        session(folder.path());
        QVERIFY(session(folder.path(), ArmKind::LinearProbe, kPlenty, "residual-scripted.pt").passed > 0);
        QVERIFY(session(folder.path(), ArmKind::ChosenLayers).passed > 0);
        QCOMPARE(session(folder.path()).passed, 0);
    }

    void damagedFilesAreRebuilt_data()
    {
        QTest::addColumn<int>("kind");
        for (const char *kind : {"empty", "garbage", "header cut short", "last record cut short", "a bit in a row", "a folder"})
            QTest::newRow(kind) << static_cast<int>(qstrlen(kind));
    }

    void damagedFilesAreRebuilt()
    {
        const QByteArray kind = QTest::currentDataTag();
        const QTemporaryDir folder;
        const Session intact = session(folder.path());
        QCOMPARE(rowFiles(folder.path()).size(), 1);
        const QString path = folder.filePath(rowFiles(folder.path())[0]);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        if (kind == "empty")
            bytes.clear();
        else if (kind == "garbage")
            bytes = QByteArray(bytes.size(), '\x7f');
        else if (kind == "header cut short")
            bytes.truncate(20);
        else if (kind == "last record cut short")
            bytes.chop(7);
        else
            bytes[bytes.size() - 1] = static_cast<char>(bytes[bytes.size() - 1] ^ 1);
        file.resize(0);
        file.seek(0);
        file.write(bytes);
        file.close();
        if (kind == "a folder") {
            QFile::remove(path);
            QVERIFY(QDir().mkpath(path));
        }
        const Session after = session(folder.path());
        QVERIFY(after.passed > 0);
        QVERIFY(after.result.predictions == intact.result.predictions);
        if (kind == "a folder")
            return; // nothing can be kept, and nothing is lost
        const Session again = session(folder.path());
        QCOMPARE(again.passed, 0);
        QVERIFY(again.result.predictions == intact.result.predictions);
    }

    void aFolderThatCannotBeWrittenCostsNothing()
    {
        const Session nowhere = session("/proc/nowhere");
        QVERIFY(nowhere.result.predictions == session({}).result.predictions);
    }

    void theLimitHolds()
    {
        const QTemporaryDir folder;
        session(folder.path());
        const qint64 one = QFileInfo(folder.filePath(rowFiles(folder.path())[0])).size();
        const std::int64_t limit = 3 * one;
        for (const char *model : {"residual-scripted.pt", "residual-traced.pt", "depthwise-scripted.pt", "tiny.pt"})
            session(folder.path(), ArmKind::LinearProbe, limit, model);
        qint64 total = 0;
        for (const QString &name : rowFiles(folder.path()))
            total += QFileInfo(folder.filePath(name)).size();
        QVERIFY2(total <= limit, qPrintable(QString("%1 of %2").arg(total).arg(limit)));
        QVERIFY(!rowFiles(folder.path()).isEmpty());
        const QTemporaryDir tiny;
        const Session small = session(tiny.path(), ArmKind::LinearProbe, 100);
        QVERIFY(!small.result.predictions.empty());
        QCOMPARE(session(tiny.path(), ArmKind::LinearProbe, 100).passed, small.passed);
    }
};

QTEST_GUILESS_MAIN(tst_RowDisk)
#include "tst_RowDisk.moc"
