// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "TestLab.h"
#include "runner/Estimates.h"
#include "runner/MixUpExamples.h"
#include "runner/ResultsCollector.h"
#include "runner/SpeedBook.h"
#include "runner/Throttle.h"

using namespace shotlab;
using namespace shotlab::runner;

namespace
{

const ModelCard &card()
{
    static const ModelCard card = [] {
        ModelCard made = guessedModelCard("m", 1, 32, 2);
        made.recipe = "small-grey";
        made.parameters = 400'000;
        return made;
    }();
    return card;
}

Comparison comparisonOf(const std::vector<ArmKind> &arms, const std::vector<Shots> &shots, int draws)
{
    Comparison comparison;
    comparison.plan = support::planOf(arms, shots, draws, card());
    comparison.classes.resize(2);
    for (int i = 0; i < 10; ++i) {
        comparison.testExamples.push_back(ExampleId {i + 1});
        comparison.testLabels.push_back(i < 5 ? 0 : 1);
    }
    comparison.poolSizes = {20, 10};
    return comparison;
}

/// Answers class 0 everywhere except on the last examples.
Run finishedRun(const RunKey &key, int answersOfOne)
{
    Run run;
    run.key = key;
    run.status = RunStatus::Finished;
    for (int i = 0; i < 10; ++i) {
        Prediction prediction;
        prediction.classes[0] = static_cast<std::int16_t>(i >= 10 - answersOfOne ? 1 : 0);
        run.result.predictions.push_back(prediction);
    }
    run.result.seconds = key.draw + 1;
    run.result.trainAccuracy = 0.9;
    run.result.trainedParameters = 12;
    return run;
}

} // namespace

class TestResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreSortedByDraw();
    void runsOutsideTheGridAreLeftOut();
    void firstPictureCountsFailuresAndWhatWasGivenUp();
    void whatIsTakenOutIsNotCounted();
    void curvesGrowWhileARunIsOn();
    void examplesBehindAMixUpComeWithEveryArmsAnswer();
    void speedIsKeptPerModelAndArm();
    void estimatesFollowTheWork();
    void throttleKeepsTheLastRequest();
};

void TestResults::rowsAreSortedByDraw()
{
    ResultsCollector results(comparisonOf({ArmKind::Prototypes}, {Shots(1)}, 3));
    results.add(finishedRun({0, Shots(1), 2}, 5));
    results.add(finishedRun({0, Shots(1), 0}, 3));
    results.add(finishedRun({0, Shots(1), 0}, 5)); // the same draw again changes nothing
    const ComparisonView view = results.view();
    QCOMPARE(view.cells.size(), std::size_t(1));
    QCOMPARE(view.cells[0].summary.perDraw, (std::vector<double> {0.8, 1.0}));
    QCOMPARE(view.cells[0].summary.seconds, 2.0);
    QCOMPARE(view.cells[0].summary.trainedParameters, std::int64_t {12});
    QCOMPARE(view.cells[0].plannedDraws, 3);
    QCOMPARE(view.cells[0].finishedDraws, 2);
    QCOMPARE(view.seconds, 4.0);
    const MixUpsView mixUps = results.mixUps(0, Shots(1));
    QVERIFY(mixUps.counts == (std::vector<std::vector<int>> {{10, 0}, {2, 8}}));
}

void TestResults::runsOutsideTheGridAreLeftOut()
{
    ResultsCollector results(comparisonOf({ArmKind::Prototypes}, {Shots(1)}, 1));
    results.add(finishedRun({0, Shots(7), 0}, 5));
    results.add(finishedRun({4, Shots(1), 0}, 5));
    Run incomplete = finishedRun({0, Shots(1), 0}, 5);
    incomplete.result.predictions.pop_back();
    results.add(incomplete);
    QCOMPARE(results.finishedRuns(), 0);
    QVERIFY(results.mixUps(4, Shots(1)).counts.empty());
}

void TestResults::firstPictureCountsFailuresAndWhatWasGivenUp()
{
    ResultsCollector results(comparisonOf({ArmKind::Prototypes, ArmKind::LinearProbe, ArmKind::FullFineTuning}, {Shots(1)}, 2));
    results.add(finishedRun({0, Shots(1), 0}, 5));
    results.add(finishedRun({0, Shots(1), 1}, 5));
    QVERIFY(!results.firstPictureComplete());
    Run failed;
    failed.key = {1, Shots(1), 0};
    failed.status = RunStatus::Failed;
    failed.error = Error {ErrorCode::OutOfMemory, {}, {}};
    results.add(failed);
    QVERIFY(!results.firstPictureComplete());
    results.giveUp(2, Error {ErrorCode::EngineDied, {}, {}});
    QVERIFY(results.firstPictureComplete());
    QCOMPARE(results.failedRuns(), 1);
    Run later = failed;
    later.key.draw = 1;
    later.error = Error {ErrorCode::RunDiverged, {"3"}, {}};
    results.add(later);
    const ComparisonView broken = results.view();
    QCOMPARE(broken.cells[1].failedDraws, 2);
    QVERIFY(broken.cells[1].failure && broken.cells[1].failure->code == ErrorCode::OutOfMemory);
    QVERIFY(!broken.cells[0].failure);
    results.add(finishedRun({1, Shots(1), 1}, 5));
    results.add(finishedRun({1, Shots(1), 0}, 5)); // tried again
    QCOMPARE(results.failedRuns(), 0);
}

void TestResults::curvesGrowWhileARunIsOn()
{
    ResultsCollector results(comparisonOf({ArmKind::FullFineTuning}, {Shots(1)}, 3));
    const RunKey first {0, Shots(1), 0};
    const RunKey second {0, Shots(1), 1};
    results.setRunning(first);
    results.addEpoch(first, {0, 60, 1, 0, 0, 10, 0});
    results.setRunning(std::nullopt);
    results.add(finishedRun(first, 5));
    results.setRunning(second);
    results.addEpoch(second, {0, 60, 1, 0, 0, 10, 0});
    results.addEpoch(second, {30, 60, 1, 0, 0, 10, 0});
    CurvesView curves = results.curves(0, Shots(1));
    QVERIFY(curves.live);
    QCOMPARE(curves.perDraw.size(), std::size_t(2));
    QCOMPARE(curves.perDraw[1].size(), std::size_t(2));
    Run cancelled;
    cancelled.key = second;
    cancelled.status = RunStatus::Cancelled;
    results.setRunning(std::nullopt);
    results.add(cancelled);
    curves = results.curves(0, Shots(1));
    QVERIFY(!curves.live);
    QCOMPARE(curves.perDraw.size(), std::size_t(1));
}

void TestResults::whatIsTakenOutIsNotCounted()
{
    Comparison comparison = comparisonOf({ArmKind::Prototypes, ArmKind::LinearProbe}, {Shots(1), Shots(2)}, 2);
    ResultsCollector results(comparison);
    for (const RunKey &key : schedule(comparison)) {
        if (!(key == RunKey {1, Shots(2), 1}))
            results.add(finishedRun(key, 5));
    }
    QCOMPARE(results.view().cells.size(), std::size_t(4));
    QCOMPARE(results.view().runsDone, 7);
    results.setMarks({{{1, Shots(2)}, {{}, "", true}}, {{0, Shots(1)}, {{"odd"}, "", false}}});
    const ComparisonView view = results.view();
    QCOMPARE(view.cells.size(), std::size_t(3));
    QCOMPARE(view.cellsRemoved, 1);
    QCOMPARE(view.runsDone, 6);
    QCOMPARE(view.runsTotal, 6); // nothing waits for what is gone
    QVERIFY(std::none_of(view.cells.begin(), view.cells.end(),
                         [](const CellView &cell) { return cell.summary.arm == 1 && cell.summary.shots == Shots(2); }));
    results.setMarks({});
    QCOMPARE(results.view().cells.size(), std::size_t(4));
    QCOMPARE(results.view().runsDone, 7);
}

void TestResults::examplesBehindAMixUpComeWithEveryArmsAnswer()
{
    Comparison comparison = comparisonOf({ArmKind::ZeroShot, ArmKind::Prototypes, ArmKind::LinearProbe}, {Shots(0), Shots(5)}, 3);
    const auto answersFrom = [&](const std::vector<std::pair<int, float>> &firstExample) {
        std::vector<std::vector<Prediction>> draws;
        for (const auto &[answer, probability] : firstExample) {
            std::vector<Prediction> draw(comparison.testExamples.size());
            for (std::size_t i = 0; i < draw.size(); ++i) {
                draw[i].classes[0] = static_cast<std::int16_t>(i == 0 ? answer : comparison.testLabels[i]);
                draw[i].probabilities[0] = i == 0 ? probability : 0.5F;
            }
            draws.push_back(draw);
        }
        return draws;
    };
    const auto answers = [&](int arm, Shots shots) -> Result<std::vector<std::vector<Prediction>>> {
        if (arm == 0)
            return shots == Shots(0) ? answersFrom({{1, 0.75F}}) : answersFrom({});
        if (shots != Shots(5))
            return answersFrom({});
        // The probe calls the first example of class 0 a 1 twice; prototypes never do.
        return arm == 2 ? answersFrom({{1, 0.875F}, {0, 0.5F}, {1, 0.625F}}) : answersFrom({{0, 0.5F}, {0, 0.25F}});
    };
    const auto view = mixUpExamples(comparison, 2, Shots(5), 0, 1, answers);
    QVERIFY(view);
    QCOMPARE(view->examples.size(), std::size_t(1));
    const AnsweredExample &example = view->examples[0];
    QCOMPARE(example.id, comparison.testExamples[0]);
    QCOMPARE(example.asked.given, 2);
    QCOMPARE(example.asked.draws, 3);
    QCOMPARE(example.asked.confidence, 0.75);
    QCOMPARE(example.answers.size(), std::size_t(3));
    QCOMPARE(example.answers[0].answer, 1); // zero-shot, at its own k
    QVERIFY(example.answers[0].shots == Shots(0));
    QCOMPARE(example.answers[1].answer, 0);
    QCOMPARE(example.answers[1].confidence, 0.375);
    QCOMPARE(example.answers[2].answer, 1); // most often

    QCOMPARE(mixUpExamples(comparison, 2, Shots(5), 0, 0, answers)->examples.size(), std::size_t(5)); // recognised ones
    QVERIFY(mixUpExamples(comparison, 2, Shots(5), 1, 0, answers)->examples.empty());
    comparison.marks[{1, Shots(5)}].removed = true;
    QCOMPARE(mixUpExamples(comparison, 2, Shots(5), 0, 1, answers)->examples[0].answers.size(), std::size_t(2));
}

void TestResults::speedIsKeptPerModelAndArm()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache/speed.json"));
    const Arm probe = defaultArm(ArmKind::LinearProbe, card());
    const Arm full = defaultArm(ArmKind::FullFineTuning, card());
    const RunSize small {Shots(1), 10, 90};
    {
        SpeedBook book(file);
        ModelSpeed speed(book, "hash one", card(), 0, 2);
        QVERIFY(!speed.run(probe, small));
        speed.recordRun(probe, small, 0.5);
        speed.recordFeatures(0.001);
        QCOMPARE(speed.run(probe, small).value(), 0.5);
    }
    SpeedBook book(file);
    const ModelSpeed speed(book, "hash one", card(), 0, 2);
    QCOMPARE(speed.run(probe, small).value(), 0.5);
    QCOMPARE(speed.featuresPerExample().value(), 0.001);
    QVERIFY(!speed.run(full, small));
    QVERIFY(!ModelSpeed(book, "hash two", card(), 0, 2).run(probe, small));
    QVERIFY(!ModelSpeed(book, "hash one", card(), 0, 1).run(probe, small));
    QVERIFY(!ModelSpeed(book, "hash one", card(), 16, 2).run(probe, small));

    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\"a\": [}");
    damaged.close();
    SpeedBook empty(file);
    QVERIFY(!ModelSpeed(empty, "hash one", card(), 0, 2).run(probe, small));
}

void TestResults::estimatesFollowTheWork()
{
    const Comparison comparison = comparisonOf({ArmKind::LinearProbe, ArmKind::FullFineTuning}, {Shots(1), Shots::all()}, 2);
    SpeedBook book {QString()};
    ModelSpeed speed(book, "hash", card(), 0, 2);
    const std::vector<RunKey> runs = schedule(comparison);
    const PlanEstimate guess = estimateRuns(comparison, runs, speed);
    QVERIFY(!guess.measured);
    QVERIFY(guess.secondsPerArm.at(1) > guess.secondsPerArm.at(0));

    const RunKey one {1, Shots(1), 0};
    QCOMPARE(sizeOf(comparison, one).supportExamples, 2);
    QCOMPARE(sizeOf(comparison, {1, Shots::all(), 0}).supportExamples, 30);
    // A trial of the network itself replaces what its size lets one guess; it is still no measured run.
    speed.recordTrial(speed.guessFeaturesPerExample() / 10);
    const PlanEstimate tried = estimateRuns(comparison, runs, speed);
    QVERIFY(!tried.measured);
    QVERIFY(std::abs(tried.secondsPerArm.at(1) / guess.secondsPerArm.at(1) - 0.1) < 1e-9);

    speed.recordRun(comparison.arms()[0], sizeOf(comparison, {0, Shots(1), 0}), 0.01);
    speed.recordRun(comparison.arms()[1], sizeOf(comparison, one), 2.0);
    speed.recordFeatures(0.1);
    const PlanEstimate measured = estimateRuns(comparison, runs, speed);
    QVERIFY(measured.measured);
    QCOMPARE(secondsOf(comparison, one, speed), 2.0);
    QVERIFY(secondsOf(comparison, {1, Shots::all(), 0}, speed) > 10 * 2.0); // more steps, larger batches
    // 30 pool and 10 test examples pass once, for the arm that reads features.
    double probe = 0;
    for (const RunKey &key : runs)
        probe += key.arm == 0 ? secondsOf(comparison, key, speed) : 0;
    QCOMPARE(measured.secondsPerArm.at(0), probe + 4.0);
}

void TestResults::throttleKeepsTheLastRequest()
{
    Throttle throttle(std::chrono::milliseconds(40));
    QSignalSpy due(&throttle, &Throttle::due);
    QElapsedTimer since;
    since.start();
    throttle.request();
    QTRY_COMPARE_WITH_TIMEOUT(due.size(), 1, support::kPatience);
    for (int i = 0; i < 100; ++i)
        throttle.request();
    QCOMPARE(due.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(due.size(), 2, support::kPatience);
    QVERIFY(since.elapsed() >= 39);
    throttle.request();
    throttle.flush();
    QCOMPARE(due.size(), 3);
    throttle.flush();
    QCOMPARE(due.size(), 3);
    throttle.request();
    throttle.drop();
    QTest::qWait(60);
    QCOMPARE(due.size(), 3);
}

QTEST_GUILESS_MAIN(TestResults)
#include "tst_Results.moc"
