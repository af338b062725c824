// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <QTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

constexpr int kOutputs = 5; ///< of the tiny network's old head

void prepare(Harness &harness)
{
    harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
    QVERIFY(std::holds_alternative<protocol::ModelOpened>(harness.open(dataFile("tiny.pt"))));
    harness.putPictures();
    harness.setTestSet();
}

/// All pictures are examples of one source label.
protocol::SetSourceTask allOf(int label)
{
    protocol::SetSourceTask task;
    for (int i = 0; i < kTests; ++i) {
        task.hashes.push_back(Harness::testHash(i));
        task.labels.push_back(label);
    }
    return task;
}

RunResult finished(const protocol::FromEngine &event)
{
    const auto *done = std::get_if<protocol::RunFinished>(&event);
    return done == nullptr ? RunResult {} : done->result;
}

Settings settings(double rate)
{
    Settings some = trainingSettings();
    some["lr-trunk"] = rate;
    return some;
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPictureIsNamedOnceBeforeAndAfter()
    {
        Harness harness;
        prepare(harness);
        double before = 0;
        double after = 0;
        double changed = 0;
        for (int label = 0; label < kOutputs; ++label) {
            harness.engine().handle(allOf(label));
            const RunResult result = finished(harness.did(Harness::run(ArmKind::FullFineTuning, settings(0.02))));
            QVERIFY(result.retention);
            QVERIFY(result.retention->kind == RetentionKind::SourceTask);
            QCOMPARE(result.retention->count, kTests);
            QVERIFY(result.retention->changed >= std::abs(result.retention->before - result.retention->after) - 1e-12);
            before += result.retention->before;
            after += result.retention->after;
            changed += result.retention->changed;
        }
        QVERIFY(std::abs(before - 1) < 1e-12);
        QVERIFY(std::abs(after - 1) < 1e-12);
        QVERIFY(changed > 0); // twenty steps at this rate do not leave every answer as it was
    }

    void nothingIsLostWhereNothingMoves()
    {
        Harness harness;
        prepare(harness);
        const RunResult drift = finished(harness.did(Harness::run(ArmKind::FullFineTuning, settings(0))));
        QVERIFY(drift.retention);
        QVERIFY(drift.retention->kind == RetentionKind::FeatureSimilarity);
        QVERIFY(std::abs(drift.retention->after - 1) < 1e-6);
        harness.engine().handle(allOf(0));
        const RunResult still = finished(harness.did(Harness::run(ArmKind::FullFineTuning, settings(0))));
        QVERIFY(still.retention->kind == RetentionKind::SourceTask);
        QCOMPARE(still.retention->after, still.retention->before);
        QCOMPARE(still.retention->changed, 0.0);
    }

    void looksWithoutTouching()
    {
        Harness harness;
        prepare(harness);
        const auto start = Harness::run(ArmKind::FullFineTuning, settings(0.02));
        const RunResult without = finished(harness.did(start));
        QVERIFY(without.retention && without.retention->after < 1);
        harness.engine().handle(allOf(2));
        const RunResult with = finished(harness.did(start));
        QVERIFY(!with.predictions.empty());
        QVERIFY(with.predictions == without.predictions);
        QCOMPARE(with.finalLoss, without.finalLoss);
    }

    void onlyWhereTrainedWeightsMove()
    {
        Harness harness;
        prepare(harness);
        harness.engine().handle(allOf(1));
        Settings probe;
        probe["C"] = 10.0;
        const RunResult frozen = finished(harness.did(Harness::run(ArmKind::LinearProbe, probe)));
        QVERIFY(!frozen.predictions.empty() && !frozen.retention);
        Settings scratch = trainingSettings("train");
        scratch["head-first"] = std::string("no");
        const RunResult fresh = finished(harness.did(Harness::run(ArmKind::FromScratch, scratch)));
        QVERIFY(!fresh.predictions.empty() && !fresh.retention);
    }

    void labelsThatTheHeadDoesNotHave()
    {
        Harness harness;
        prepare(harness);
        harness.engine().handle(allOf(kOutputs));
        const auto event = harness.did(Harness::run(ArmKind::FullFineTuning, settings(0)));
        QVERIFY(std::holds_alternative<protocol::RunFailed>(event));
    }

    void anotherModelForgetsTheTask()
    {
        Harness harness;
        prepare(harness);
        harness.engine().handle(allOf(0));
        prepare(harness);
        const RunResult result = finished(harness.did(Harness::run(ArmKind::FullFineTuning, settings(0))));
        QVERIFY(result.retention && result.retention->kind == RetentionKind::FeatureSimilarity);
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_Retention.moc"
