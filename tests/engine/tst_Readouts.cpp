// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

Arm arm(ArmKind kind)
{
    Arm arm;
    arm.kind = kind;
    arm.settings = kind == ArmKind::LinearProbe ? Settings {{"C", 10.0}} : Settings {{"temperature", 10.0}};
    return arm;
}

std::vector<std::vector<std::string>> pool()
{
    std::vector<std::vector<std::string>> pool(kClasses);
    for (int c = 0; c < kClasses; ++c) {
        for (int i = 0; i < kShots; ++i)
            pool[static_cast<std::size_t>(c)].push_back(Harness::supportHash(c * kShots + i));
    }
    return pool;
}

/// Draw d takes k examples of each class, beginning with number d.
protocol::AskReadouts question(int draws, int k)
{
    protocol::AskReadouts question;
    question.request = 31;
    question.arms = {arm(ArmKind::Prototypes), arm(ArmKind::NearestNeighbour), arm(ArmKind::LinearProbe)};
    question.pool = pool();
    for (int d = 0; d < draws; ++d) {
        std::vector<int> indices;
        for (int i = 0; i < k; ++i)
            indices.push_back((d + i) % kShots);
        question.draws.emplace_back(kClasses, indices);
    }
    return question;
}

double accuracy(const RunResult &result)
{
    int right = 0;
    for (std::size_t i = 0; i < result.predictions.size(); ++i)
        right += result.predictions[i].answer() == static_cast<int>(i) % kClasses ? 1 : 0;
    return static_cast<double>(right) / static_cast<double>(result.predictions.size());
}

void prepare(Harness &harness)
{
    harness.engine().handle(protocol::Hello {protocol::kVersion, 2});
    harness.open(dataFile("tiny.pt"));
    harness.putPictures();
    harness.setTestSet();
}

} // namespace

class tst_Readouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The slider must not tell another story than the runs.
    void everyDrawEqualsItsRun()
    {
        Harness harness;
        prepare(harness);
        for (const int k : {1, 3}) {
            const protocol::AskReadouts asked = question(kShots, k);
            harness.clear();
            harness.engine().overtake(asked);
            harness.engine().handle(asked);
            const auto answers = harness.all<protocol::ReadoutsAnswered>();
            QCOMPARE(answers.size(), std::size_t {1});
            QCOMPARE(answers[0].request, asked.request);
            QCOMPARE(answers[0].accuracies.size(), asked.arms.size());
            for (std::size_t a = 0; a < asked.arms.size(); ++a) {
                QCOMPARE(answers[0].accuracies[a].size(), asked.draws.size());
                for (std::size_t d = 0; d < asked.draws.size(); ++d) {
                    protocol::StartRun start;
                    start.run = 5;
                    start.arm = asked.arms[a];
                    start.shots = Shots(k);
                    for (int c = 0; c < kClasses; ++c) {
                        start.support.emplace_back();
                        for (const int index : asked.draws[d][static_cast<std::size_t>(c)])
                            start.support.back().push_back(Harness::supportHash(c * kShots + index));
                    }
                    const auto event = harness.did(start);
                    const auto *done = std::get_if<protocol::RunFinished>(&event);
                    QVERIFY(done);
                    QCOMPARE(answers[0].accuracies[a][d], accuracy(done->result));
                }
            }
        }
    }

    /// Offered while a run trains, it is answered before the run ends, once, and the run's numbers stay.
    void isServedBetweenBatches()
    {
        Harness harness;
        prepare(harness);
        const protocol::StartRun start = Harness::run(ArmKind::FullFineTuning, trainingSettings());
        const auto alone = harness.did(start);
        harness.clear();
        const protocol::AskReadouts asked = question(8, 2);
        bool offered = false;
        harness.watch = [&](const protocol::FromEngine &event) {
            if (std::holds_alternative<protocol::RunEpoch>(event) && !std::exchange(offered, true))
                harness.engine().overtake(asked);
        };
        const auto disturbed = harness.did(start);
        harness.engine().handle(asked);
        int answer = -1;
        int end = -1;
        const auto events = harness.events();
        for (int i = 0; i < static_cast<int>(events.size()); ++i) {
            if (std::holds_alternative<protocol::ReadoutsAnswered>(events[static_cast<std::size_t>(i)])) {
                QCOMPARE(answer, -1);
                answer = i;
            }
            if (std::holds_alternative<protocol::RunFinished>(events[static_cast<std::size_t>(i)]))
                end = i;
        }
        QVERIFY(answer >= 0);
        QVERIFY(answer < end);
        QVERIFY(std::get<protocol::RunFinished>(alone).result.predictions
                == std::get<protocol::RunFinished>(disturbed).result.predictions);
    }

    /// Examples that have not arrived: the run goes on, and the question waits for its turn.
    void waitsForItsExamples()
    {
        Harness harness;
        prepare(harness);
        protocol::AskReadouts asked = question(2, 1);
        asked.pool[0][0] = "late";
        harness.engine().overtake(asked);
        harness.did(Harness::run(ArmKind::FullFineTuning, trainingSettings()));
        QVERIFY(harness.all<protocol::ReadoutsAnswered>().empty());
        harness.engine().handle(protocol::PutExample {"late", png(labelledPixels(900, 0), kSide)});
        harness.engine().handle(asked);
        QCOMPARE(harness.all<protocol::ReadoutsAnswered>().size(), std::size_t {1});
    }

    void refusesWhatCannotBeAnswered_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("an arm that trains") << 0;
        QTest::newRow("an index outside the pool") << 1;
        QTest::newRow("too few classes") << 2;
        QTest::newRow("an unknown example") << 3;
        QTest::newRow("an empty draw") << 4;
    }

    void refusesWhatCannotBeAnswered()
    {
        QFETCH(const int, fault);
        Harness harness;
        prepare(harness);
        protocol::AskReadouts asked = question(2, 1);
        if (fault == 0)
            asked.arms[0].kind = ArmKind::FullFineTuning;
        else if (fault == 1)
            asked.draws[1][2][0] = kShots;
        else if (fault == 2)
            asked.draws[0].pop_back();
        else if (fault == 3)
            asked.pool[1][1] = "never sent";
        else
            asked.draws[0].assign(kClasses, {});
        harness.engine().overtake(asked);
        harness.engine().handle(asked);
        const auto refused = harness.all<protocol::RequestFailed>();
        QCOMPARE(refused.size(), std::size_t {1});
        QCOMPARE(refused[0].request, asked.request);
        const protocol::AskReadouts good = question(2, 1);
        harness.engine().overtake(good);
        harness.engine().handle(good);
        QCOMPARE(harness.all<protocol::ReadoutsAnswered>().size(), std::size_t {1});
    }
};

QTEST_GUILESS_MAIN(tst_Readouts)
#include "tst_Readouts.moc"
