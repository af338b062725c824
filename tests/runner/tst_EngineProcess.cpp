// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QTest>

#include "TestLab.h"
#include "runner/EngineProcess.h"
#include "runner/ExampleFeeder.h"
#include "runner/Threads.h"

using namespace shotlab;
using namespace shotlab::runner;
using support::EngineScript;

class TestEngineProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetsWithItsThreads();
    void waitingThreadsSleep();
    void saysWhyItCannotStart();
    void refusesAnotherProtocol();
    void refusesGarbage();
    void saysHowItDied();
    void startsAgainWithTheNextMessage();
    void killsARunThatDoesNotEnd();
    void feedsEachExampleOnceAndNotTooManyAtATime();
    void asksForBytesOnlyWhenTheirTurnComes();
    void countsAtLeastOneCore();

private:
    static EngineProcess::Options options(int threads = 2)
    {
        return {support::fakeEngine(), threads, std::chrono::milliseconds(100)};
    }
};

namespace
{

/// What the process was found to have died of.
std::optional<Error> reason(const QSignalSpy &ended)
{
    return ended.isEmpty() ? std::nullopt : ended.front().front().value<std::optional<Error>>();
}

} // namespace

void TestEngineProcess::greetsWithItsThreads()
{
    const EngineScript script;
    EngineProcess engine(options(3));
    QSignalSpy ready(&engine, &EngineProcess::ready);
    QVERIFY(!engine.greeting());
    engine.start();
    engine.start(); // a second start is none
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, support::kPatience);
    QCOMPARE(engine.greeting()->threads, 3);
    QCOMPARE(script.told(QStringLiteral("hello")).size(), 1);
}

void TestEngineProcess::waitingThreadsSleep()
{
    const auto spin = [this] {
        const EngineScript script;
        EngineProcess engine(options());
        QSignalSpy ready(&engine, &EngineProcess::ready);
        engine.start();
        return ready.wait(support::kPatience) ? script.told(QStringLiteral("spin ")).join(QLatin1Char(',')) : QString();
    };
    qunsetenv("GOMP_SPINCOUNT");
    qunsetenv("OMP_WAIT_POLICY");
    QCOMPARE(spin(), QStringLiteral("1000"));
    qputenv("OMP_WAIT_POLICY", "active");
    QCOMPARE(spin(), QStringLiteral("forever"));
    qunsetenv("OMP_WAIT_POLICY");
    qputenv("GOMP_SPINCOUNT", "7");
    QCOMPARE(spin(), QStringLiteral("7"));
    qunsetenv("GOMP_SPINCOUNT");
}

void TestEngineProcess::saysWhyItCannotStart()
{
    EngineProcess engine({QStringLiteral("/nowhere/shotlab-engine"), 1, {}});
    QSignalSpy ended(&engine, &EngineProcess::ended);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, support::kPatience);
    QVERIFY(reason(ended).has_value());
    QCOMPARE(reason(ended)->code, ErrorCode::EngineMissing);
    QCOMPARE(reason(ended)->arguments.front(), std::string("/nowhere/shotlab-engine"));
}

void TestEngineProcess::refusesAnotherProtocol()
{
    const EngineScript script(QStringLiteral("version=99"));
    EngineProcess engine(options());
    QSignalSpy ended(&engine, &EngineProcess::ended);
    QSignalSpy ready(&engine, &EngineProcess::ready);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, support::kPatience);
    QCOMPARE(reason(ended)->code, ErrorCode::EngineVersion);
    QCOMPARE(reason(ended)->arguments, (std::vector<std::string> {"99", "1"}));
    QCOMPARE(ready.size(), 0);
}

void TestEngineProcess::refusesGarbage()
{
    const EngineScript script(QStringLiteral("garbage"));
    EngineProcess engine(options());
    QSignalSpy ended(&engine, &EngineProcess::ended);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, support::kPatience);
    QCOMPARE(reason(ended)->code, ErrorCode::ProtocolBroken);
}

void TestEngineProcess::saysHowItDied()
{
    const EngineScript script(QStringLiteral("die=linear-probe"));
    EngineProcess engine(options());
    QSignalSpy ended(&engine, &EngineProcess::ended);
    protocol::StartRun run;
    run.arm.kind = ArmKind::LinearProbe;
    engine.send(run);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, support::kPatience);
    QCOMPARE(reason(ended)->code, ErrorCode::EngineDied);
    QCOMPARE(reason(ended)->arguments, (std::vector<std::string> {"exit 3", "about to learn"}));
    QVERIFY(!engine.greeting());
}

void TestEngineProcess::startsAgainWithTheNextMessage()
{
    EngineScript script;
    EngineProcess engine(options());
    QSignalSpy ended(&engine, &EngineProcess::ended);
    script.setWishes(QStringLiteral("die-once=") + script.pathOf(QStringLiteral("died")));
    protocol::StartRun run;
    run.arm.kind = ArmKind::LinearProbe;
    engine.send(run);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, support::kPatience);
    QCOMPARE(reason(ended)->arguments.front(), std::string("signal 6"));
    QSignalSpy received(&engine, &EngineProcess::received);
    engine.send(run);
    QTRY_VERIFY_WITH_TIMEOUT(!received.isEmpty(), support::kPatience);
    QCOMPARE(script.told(QStringLiteral("hello")).size(), 2);
}

void TestEngineProcess::killsARunThatDoesNotEnd()
{
    const EngineScript script(QStringLiteral("stubborn=linear-probe"));
    EngineProcess engine(options());
    QSignalSpy ready(&engine, &EngineProcess::ready);
    QSignalSpy ended(&engine, &EngineProcess::ended);
    protocol::StartRun run;
    run.run = 5;
    run.arm.kind = ArmKind::LinearProbe;
    engine.send(run);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, support::kPatience);
    engine.cancelRun(5);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, support::kPatience);
    QVERIFY(!reason(ended)); // asked for
    QTRY_COMPARE_WITH_TIMEOUT(script.told(QStringLiteral("cancel")).size(), 1, support::kPatience);
}

void TestEngineProcess::feedsEachExampleOnceAndNotTooManyAtATime()
{
    const EngineScript script(QStringLiteral("late"));
    EngineProcess engine(options());
    ExampleFeeder feeder(engine);
    QSignalSpy supplied(&feeder, &ExampleFeeder::supplied);
    const QByteArray bytes(1 << 20, 'x');
    std::vector<std::string> hashes;
    for (int i = 0; i < 20; ++i)
        hashes.push_back("e" + std::to_string(i % 18)); // two of them twice
    feeder.supply(hashes, [&](const std::string &) { return bytes; });
    QTRY_COMPARE_WITH_TIMEOUT(supplied.size(), 1, support::kPatience);
    QCOMPARE(script.told(QStringLiteral("put ")).size(), 18);
    QCOMPARE(script.told(QStringLiteral("put again")).size(), 0);
    const QStringList underWay = script.told(QStringLiteral("under way"));
    QVERIFY(!underWay.isEmpty());
    QVERIFY(underWay.last().toLongLong() <= ExampleFeeder::kMostUnderWay);

    feeder.supply({"e1", "e2"}, [](const std::string &) { return fail(ErrorCode::Internal); });
    QCOMPARE(supplied.size(), 2); // it had them, nobody was asked for bytes
    engine.kill();
    feeder.supply({"e1"}, [&](const std::string &) { return bytes; });
    QTRY_COMPARE_WITH_TIMEOUT(supplied.size(), 3, support::kPatience); // a new engine knows nothing
    QCOMPARE(script.told(QStringLiteral("put ")).size(), 19);
}

void TestEngineProcess::asksForBytesOnlyWhenTheirTurnComes()
{
    const EngineScript script(QStringLiteral("reject=e0"));
    EngineProcess engine(options());
    ExampleFeeder feeder(engine);
    QSignalSpy supplied(&feeder, &ExampleFeeder::supplied);
    QSignalSpy failed(&feeder, &ExampleFeeder::failed);
    int asked = 0;
    const QByteArray large(5 << 20, 'x');
    feeder.supply({"e0", "e1", "e2", "e3"}, [&](const std::string &) {
        ++asked;
        return large;
    });
    QVERIFY(asked <= 2);
    QTRY_COMPARE_WITH_TIMEOUT(supplied.size(), 1, support::kPatience);
    QCOMPARE(feeder.rejected().size(), std::size_t(1));
    QCOMPARE(feeder.rejected().at("e0").code, ErrorCode::PictureUnreadable);

    feeder.supply({"e9"}, [](const std::string &) { return fail(ErrorCode::LabDamaged); });
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::LabDamaged);
}

void TestEngineProcess::countsAtLeastOneCore()
{
    QVERIFY(physicalCores() >= 1);
    QVERIFY(physicalCores() <= std::max(1, QThread::idealThreadCount()));
}

QTEST_GUILESS_MAIN(TestEngineProcess)
#include "tst_EngineProcess.moc"
