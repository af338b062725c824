// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

void prepare(Harness &harness)
{
    harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
    harness.open(dataFile("tiny.pt"));
    harness.putPictures();
    harness.setTestSet();
}

RunResult finished(const protocol::FromEngine &event)
{
    if (const auto *failed = std::get_if<protocol::RunFailed>(&event))
        qWarning("run failed: %s", failed->error.technical.c_str());
    return std::holds_alternative<protocol::RunFinished>(event) ? std::get<protocol::RunFinished>(event).result : RunResult {};
}

protocol::StartRun run(ArmKind kind, int views, int shots = 1)
{
    Settings settings = trainingSettings();
    if (kind == ArmKind::LinearProbe)
        settings = {{"C", 10.0}};
    else if (!trainsTrunk(kind))
        settings = {{"temperature", 10.0}};
    protocol::StartRun start = Harness::run(kind, settings, shots);
    start.arm.layers.learning = {"stage2"};
    start.views = views;
    return start;
}

} // namespace

/// Each example in several versions, the same for every arm.
class tst_Views : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArmThatLearnsSeesThem_data()
    {
        QTest::addColumn<int>("kind");
        for (const ArmKind kind : {ArmKind::Prototypes, ArmKind::NearestNeighbour, ArmKind::LinearProbe, ArmKind::ChosenLayers,
                                   ArmKind::FullFineTuning})
            QTest::newRow(std::string(armName(kind)).c_str()) << static_cast<int>(kind);
    }

    /// Other answers than with the plain pictures alone; the same in a fresh engine and after other runs.
    void everyArmThatLearnsSeesThem()
    {
        QFETCH(const int, kind);
        const auto armKind = static_cast<ArmKind>(kind);
        Harness harness;
        prepare(harness);
        const RunResult plain = finished(harness.did(run(armKind, 1)));
        const RunResult four = finished(harness.did(run(armKind, 4)));
        QCOMPARE(four.predictions.size(), std::size_t {kTests});
        QVERIFY(four.predictions != plain.predictions);
        QCOMPARE(four.frozenHashBefore, four.frozenHashAfter);
        Harness fresh;
        prepare(fresh);
        QVERIFY(finished(fresh.did(run(armKind, 4))).predictions == four.predictions);
        QVERIFY(finished(harness.did(run(armKind, 1))).predictions == plain.predictions);
    }

    /// Passed through the frozen part once each, however many runs and arms use them: 3 examples in 4 versions and the tests.
    void passTheFrozenPartOnce()
    {
        Harness harness;
        prepare(harness);
        finished(harness.did(run(ArmKind::Prototypes, 4)));
        QCOMPARE(harness.all<protocol::FeatureProgress>().back().total, 4 * kClasses + kTests);
        harness.clear();
        finished(harness.did(run(ArmKind::NearestNeighbour, 4)));
        finished(harness.did(run(ArmKind::LinearProbe, 4)));
        QVERIFY(harness.all<protocol::FeatureProgress>().empty());
    }

    /// The slider tells the same story.
    void readoutsShowThemToo()
    {
        Harness harness;
        prepare(harness);
        protocol::AskReadouts question;
        question.request = 3;
        question.views = 4;
        question.arms = {run(ArmKind::Prototypes, 4).arm, run(ArmKind::LinearProbe, 4).arm};
        for (int c = 0; c < kClasses; ++c) {
            question.pool.emplace_back();
            for (int i = 0; i < kShots; ++i)
                question.pool.back().push_back(Harness::supportHash(c * kShots + i));
        }
        question.draws = {{{0, 1}, {0, 1}, {0, 1}}};
        harness.engine().overtake(question);
        harness.engine().handle(question);
        const auto answers = harness.all<protocol::ReadoutsAnswered>();
        QCOMPARE(answers.size(), std::size_t {1});
        for (std::size_t arm = 0; arm < question.arms.size(); ++arm) {
            const RunResult result = finished(harness.did(run(question.arms[arm].kind, 4, 2)));
            int right = 0;
            for (std::size_t i = 0; i < result.predictions.size(); ++i)
                right += result.predictions[i].answer() == static_cast<int>(i) % kClasses ? 1 : 0;
            QCOMPARE(answers[0].accuracies[arm][0], static_cast<double>(right) / kTests);
        }
    }

    void impossibleNumbersAreRefused()
    {
        Harness harness;
        prepare(harness);
        for (const int views : {0, -1, 17, 1'000'000'000})
            QVERIFY(std::holds_alternative<protocol::RunFailed>(harness.did(run(ArmKind::Prototypes, views))));
        QVERIFY(std::holds_alternative<protocol::RunFinished>(harness.did(run(ArmKind::Prototypes, 16))));
    }
};

QTEST_GUILESS_MAIN(tst_Views)
#include "tst_Views.moc"
