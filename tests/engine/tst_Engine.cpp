// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

RunResult finished(const protocol::FromEngine &event)
{
    if (const auto *failed = std::get_if<protocol::RunFailed>(&event))
        qWarning("run failed: %s", failed->error.technical.c_str());
    return std::holds_alternative<protocol::RunFinished>(event) ? std::get<protocol::RunFinished>(event).result : RunResult {};
}

std::optional<ErrorCode> failure(const protocol::FromEngine &event)
{
    if (const auto *run = std::get_if<protocol::RunFailed>(&event))
        return run->error.code;
    if (const auto *request = std::get_if<protocol::RequestFailed>(&event))
        return request->error.code;
    return std::nullopt;
}

/// Probability of every class as the reference has it, from predictions sorted by probability.
double largestDifference(const std::vector<Prediction> &predictions, const nlohmann::json &expected)
{
    double most = predictions.size() == expected.size() ? 0.0 : 1.0;
    for (std::size_t i = 0; i < std::min(predictions.size(), expected.size()); ++i) {
        for (int j = 0; j < kClasses; ++j) {
            const auto c = static_cast<std::size_t>(predictions[i].classes[static_cast<std::size_t>(j)]);
            most = std::max(most,
                            std::abs(expected[i][c].get<double>()
                                     - static_cast<double>(predictions[i].probabilities[static_cast<std::size_t>(j)])));
        }
    }
    return most;
}

} // namespace

class tst_Engine : public QObject
{
    Q_OBJECT

private:
    static void prepare(Harness &harness, const std::string &model = "tiny.pt")
    {
        harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
        QVERIFY(std::holds_alternative<protocol::ModelOpened>(harness.open(dataFile(model))));
        harness.putPictures();
        harness.setTestSet();
    }

private Q_SLOTS:
    void greets()
    {
        Harness harness;
        harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
        const auto ready = harness.all<protocol::Ready>();
        QCOMPARE(ready.size(), std::size_t {1});
        QCOMPARE(ready[0].threads, 1);
        QVERIFY(ready[0].library.starts_with("LibTorch 1.13"));
    }

    void frozenArmsEqualTheReference_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("setting");
        QTest::newRow("zero-shot") << static_cast<int>(ArmKind::ZeroShot) << "";
        QTest::newRow("prototypes") << static_cast<int>(ArmKind::Prototypes) << "temperature";
        QTest::newRow("nearest-neighbour") << static_cast<int>(ArmKind::NearestNeighbour) << "temperature";
        QTest::newRow("linear-probe") << static_cast<int>(ArmKind::LinearProbe) << "C";
    }

    void frozenArmsEqualTheReference()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, setting);
        const auto armKind = static_cast<ArmKind>(kind);
        Harness harness;
        prepare(harness);
        Settings settings;
        if (!setting.isEmpty())
            settings[setting.toStdString()] = 10.0;
        const RunResult result
            = finished(harness.did(Harness::run(armKind, settings, armKind == ArmKind::ZeroShot ? 0 : kShots)));
        const auto expected = reference()["frozen"][std::string(armName(armKind))];
        QVERIFY2(largestDifference(result.predictions, expected) < 2e-5,
                 qPrintable(QString::number(largestDifference(result.predictions, expected))));
        QCOMPARE(result.frozenHashBefore, result.frozenHashAfter);
        QVERIFY(!result.frozenHashBefore.empty());
    }

    void trainingEqualsTheReference_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("full") << true;
        QTest::newRow("chosen") << false;
    }

    /// The same losses, step for step, and the same answers as the loop in PyTorch, both in double.
    void trainingEqualsTheReference()
    {
        QFETCH(const bool, full);
        Harness harness;
        prepare(harness, "tiny-doubles.pt");
        Settings settings = trainingSettings();
        settings["optimiser"] = std::string("sgd");
        settings["lr-trunk"] = 0.02;
        settings["lr-head"] = 0.05;
        protocol::StartRun start = Harness::run(full ? ArmKind::FullFineTuning : ArmKind::ChosenLayers, settings);
        start.arm.layers.learning = full ? std::vector<std::string> {} : std::vector<std::string> {"stage2"};
        const RunResult result = finished(harness.did(start));
        const auto expected = reference()[full ? "full" : "chosen"];
        const auto points = harness.all<protocol::RunEpoch>();
        QCOMPARE(points.size(), std::size_t {11});
        for (std::size_t i = 1; i < points.size(); ++i) {
            const EpochPoint &point = points[i].point;
            QCOMPARE(point.step, static_cast<int>(2 * i));
            const double loss = (expected["losses"][2 * i - 2].get<double>() + expected["losses"][2 * i - 1].get<double>()) / 2;
            QVERIFY2(std::abs(point.trainLoss - loss) < 1e-5,
                     qPrintable(QString("step %1: %2 and %3").arg(2 * i).arg(point.trainLoss).arg(loss)));
        }
        QVERIFY(largestDifference(result.predictions, expected["probabilities"]) < 1e-5);
        QCOMPARE(result.trainedParameters, expected["trained"].get<std::int64_t>());
        QCOMPARE(result.frozenHashBefore, result.frozenHashAfter);
        QVERIFY(!result.wholeModel);
    }

    /// A run gives the same bits in a fresh engine and in one that has done other things, whatever came first.
    void resultsDoNotDependOnThePast()
    {
        Settings small = trainingSettings();
        small["batch"] = 5.0; // several batches, so that their order matters
        Settings scratch = trainingSettings("train");
        scratch["head-first"] = std::string("no");
        scratch["batch"] = 5.0;
        std::vector<protocol::StartRun> runs {Harness::run(ArmKind::FullFineTuning, small),
                                              Harness::run(ArmKind::FromScratch, scratch),
                                              Harness::run(ArmKind::LinearProbe, {{"C", 10.0}}, 2)};
        runs.push_back(Harness::run(ArmKind::ChosenLayers, small));
        runs.back().arm.layers.learning = {"stage2"};

        Harness warm;
        warm.engine().handle(protocol::Hello {protocol::kVersion, 1});
        warm.putPictures(true); // before the model, in another order
        warm.open(dataFile("residual-scripted.pt"));
        warm.open(dataFile("tiny.pt"));
        warm.setTestSet();
        for (const protocol::StartRun &start : runs)
            warm.did(start);
        for (const protocol::StartRun &start : runs) {
            Harness fresh;
            prepare(fresh);
            const RunResult first = finished(fresh.did(start));
            const RunResult second = finished(warm.did(start));
            QVERIFY(!first.predictions.empty());
            QCOMPARE(first.predictions, second.predictions);
            QCOMPARE(first.finalLoss, second.finalLoss);
        }
        const RunResult other = finished(warm.did(Harness::run(ArmKind::FullFineTuning, small, kShots, 2)));
        const RunResult same = finished(warm.did(Harness::run(ArmKind::FullFineTuning, small)));
        QVERIFY(other.finalLoss != same.finalLoss);
    }

    void networksThatCannotBeCutAreTrainedWhole()
    {
        Harness harness;
        harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
        const auto opened = harness.open(dataFile("mixing-scripted.pt"), {}, kSide);
        QVERIFY(std::holds_alternative<protocol::ModelOpened>(opened));
        const protocol::ModelReport report = std::get<protocol::ModelOpened>(opened).report;
        QVERIFY(!report.splits);
        QVERIFY(!report.whyNotSplit.empty());
        harness.putPictures();
        harness.setTestSet();
        protocol::StartRun start = Harness::run(ArmKind::ChosenLayers, trainingSettings());
        start.arm.layers.learning = {"conv"};
        const RunResult result = finished(harness.did(start));
        QVERIFY(result.wholeModel);
        QCOMPARE(result.predictions.size(), std::size_t {kTests});
    }

    void cancelEndsARunAtItsNextBatch()
    {
        Harness harness;
        prepare(harness);
        Settings endless = trainingSettings();
        endless["steps-few"] = 1e6;
        harness.watch = [&](const protocol::FromEngine &event) {
            if (std::holds_alternative<protocol::RunEpoch>(event))
                harness.engine().overtake(protocol::CancelRun {7});
        };
        const auto event = harness.did(Harness::run(ArmKind::FullFineTuning, endless));
        QVERIFY(std::holds_alternative<protocol::RunCancelled>(event));
        harness.watch = {};
        QVERIFY(std::holds_alternative<protocol::RunFinished>(
            harness.did(Harness::run(ArmKind::Prototypes, {{"temperature", 10.0}}))));
    }

    void cancelBeforeTheStartCounts()
    {
        Harness harness;
        prepare(harness);
        harness.engine().overtake(protocol::CancelRun {7});
        QVERIFY(std::holds_alternative<protocol::RunCancelled>(
            harness.did(Harness::run(ArmKind::Prototypes, {{"temperature", 10.0}}))));
    }

    void explodingLossIsReportedWithItsStep()
    {
        Harness harness;
        prepare(harness);
        Settings wild = trainingSettings();
        wild["optimiser"] = std::string("sgd");
        wild["lr-trunk"] = 100.0;
        wild["lr-head"] = 100.0;
        const auto event = harness.did(Harness::run(ArmKind::FullFineTuning, wild));
        QCOMPARE(failure(event), std::optional(ErrorCode::RunDiverged));
        QVERIFY(std::stoi(std::get<protocol::RunFailed>(event).error.arguments.at(0)) > 0);
    }

    void classesWithoutALinkAreNamed()
    {
        Harness harness;
        prepare(harness);
        harness.engine().handle(protocol::SetTestSet {{"test0", "test1"}, {0, 1}, 3, {{0}, {}, {}}, {}});
        const auto event = harness.did(Harness::run(ArmKind::ZeroShot, {}, 0));
        QCOMPARE(failure(event), std::optional(ErrorCode::NoZeroShotLink));
        QCOMPARE(std::get<protocol::RunFailed>(event).error.arguments, (std::vector<std::string> {"#1", "#2"}));
    }

    void mistakesOfTheHostAreErrors()
    {
        Harness harness;
        const Settings settings {{"temperature", 10.0}};
        QCOMPARE(failure(harness.did(Harness::run(ArmKind::Prototypes, settings))),
                 std::optional(ErrorCode::Internal)); // no model
        harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
        harness.open(dataFile("tiny.pt"));
        QCOMPARE(failure(harness.did(Harness::run(ArmKind::Prototypes, settings))),
                 std::optional(ErrorCode::Internal)); // no test set
        harness.setTestSet();
        QCOMPARE(failure(harness.did(Harness::run(ArmKind::Prototypes, settings))),
                 std::optional(ErrorCode::Internal)); // no examples
        harness.putPictures();
        QVERIFY(std::holds_alternative<protocol::RunFinished>(harness.did(Harness::run(ArmKind::Prototypes, settings))));
        QCOMPARE(failure(harness.did(Harness::run(ArmKind::Chance, {}))), std::optional(ErrorCode::Internal));
    }

    void brokenPicturesAreRejectedAndTheEngineGoesOn()
    {
        Harness harness;
        prepare(harness);
        harness.engine().handle(protocol::PutExample {"broken", "no picture"});
        QTRY_COMPARE(harness.all<protocol::ExampleRejected>().size(), std::size_t {1});
        QCOMPARE(harness.all<protocol::ExampleRejected>()[0].error.code, ErrorCode::PictureUnreadable);
        protocol::StartRun start = Harness::run(ArmKind::Prototypes, {{"temperature", 10.0}});
        start.support[0].push_back("broken");
        QCOMPARE(failure(harness.did(start)), std::optional(ErrorCode::PictureUnreadable));
        QVERIFY(std::holds_alternative<protocol::RunFinished>(
            harness.did(Harness::run(ArmKind::Prototypes, {{"temperature", 10.0}}))));
    }

    void everyExampleIsAnsweredOnce()
    {
        Harness harness;
        prepare(harness);
        const std::size_t count = kClasses * kShots + kTests;
        QTRY_COMPARE(harness.all<protocol::ExampleStored>().size(), count);
        harness.open(dataFile("softmax-scripted.pt")); // decodes everything again, silently
        finished(harness.did(Harness::run(ArmKind::Prototypes, {{"temperature", 10.0}})));
        QCOMPARE(harness.all<protocol::ExampleStored>().size(), count);
    }

    void aModelThatCannotBeOpenedCostsNothing()
    {
        Harness harness;
        prepare(harness);
        QCOMPARE(failure(harness.open(dataFile("state-dict.pth"))), std::optional(ErrorCode::ModelNotAModel));
        QVERIFY(std::holds_alternative<protocol::RunFinished>(
            harness.did(Harness::run(ArmKind::Prototypes, {{"temperature", 10.0}}))));
    }
};

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_Engine.moc"
