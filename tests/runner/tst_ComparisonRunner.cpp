// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <csignal>
#include <set>

#include <sys/resource.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "TestLab.h"
#include "runner/ComparisonDesk.h"
#include "runner/EngineProcess.h"

using namespace shotlab;
using namespace shotlab::runner;
using support::EngineScript;

namespace
{

/// A lab, an engine and the desk between them.
struct Bench {
    explicit Bench(const QString &path, const std::vector<std::pair<std::string, int>> &classes = {{"cat", 9}, {"dog", 9}})
        : lab(support::makeLab(path, classes, {"cat", "dog"})), library(path), desk(*lab, executor, speed, library, 1)
    {
    }

    void start(const ComparisonPlan &plan, bool fresh = false) { desk.start(plan, fresh); }
    [[nodiscard]] ComparisonView last() const { return *over.last().front().value<ComparisonViewPtr>(); }
    [[nodiscard]] ComparisonPlan plan(const std::vector<ArmKind> &arms, const std::vector<Shots> &shots, int draws) const
    {
        return support::planOf(arms, shots, draws, lab->data().model->card);
    }
    [[nodiscard]] std::map<RunKey, RunStatus> stored(ComparisonId id) const
    {
        std::map<RunKey, RunStatus> statuses;
        const auto runs = lab->store().runs(id);
        for (const Run &run : *runs)
            statuses[run.key] = run.status;
        return statuses;
    }

    std::unique_ptr<LabEditor> lab;
    EngineProcess engine {{support::fakeEngine(), 1, std::chrono::milliseconds(100)}};
    RunExecutor executor {engine};
    SpeedBook speed {QString()};
    ModelLibrary library;
    ComparisonDesk desk;
    QSignalSpy over {&desk, &ComparisonDesk::comparisonFinished};
    QSignalSpy rejected {&desk, &ComparisonDesk::planRejected};
    QSignalSpy progressed {&desk, &ComparisonDesk::progressed};
};

const std::vector<ArmKind> kThreeArms {ArmKind::Prototypes, ArmKind::LinearProbe, ArmKind::FullFineTuning};

/// As if the disk were full: no file of this process grows beyond so many bytes.
void limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

std::vector<double> accuracies(const ComparisonView &view)
{
    std::vector<double> all;
    for (const CellView &cell : view.cells)
        all.insert(all.end(), cell.summary.perDraw.begin(), cell.summary.perDraw.end());
    return all;
}

} // namespace

class TestComparisonRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsBreadthFirst();
    void floorsNeedNoEngine();
    void firstPictureComesBeforeTheSecondDraw();
    void takesOverFinishedRuns();
    void freshComputesAgain();
    void sameQuestionIsContinued();
    void deadEngineCostsOneRun();
    void armThatKeepsFailingIsGivenUp();
    void answersThatDoNotFitAreRefused();
    void refusedExampleFailsItsRuns();
    void cancelKeepsWhatIsFinished();
    void cancelEndsAStubbornEngine();
    void pauseHoldsAfterTheCurrentRun();
    void fullDiskHoldsUntilThereIsRoom();
    void closingMarksTheRunCancelled();
    void otherModelFileIsRefused();
    void missingEngineEndsTheComparison();
    void modelThatKillsTheEngineEndsTheComparison();
    void curvesAndMixUpsComeFromTheRuns();
    void estimateCountsWhatIsDone();
    void shownComparisonSaysWhenDataChanged();
    void cellsAreRunAgainInTheirComparison();
    void whatWasDeletedStaysAwayAndComesBack();
    void examplesBehindAMixUpComeFromTheFile();
    void examplesOnTheirWayStopWithTheirOwner();
    void everyQuestionAboutDrawsIsAnsweredOrRefused();
    void questionsAreAboutTheComparisonThatIsShown();
    void aQuestionOutlivesTheEngine();
    void modelReplacedBetweenRunsEndsTheComparison();
    void movedFrozenWeightsFailTheRun();

private:
    [[nodiscard]] QString labPath() const { return m_folder->filePath(QStringLiteral("lab.shotlab")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestComparisonRunner::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestComparisonRunner::runsBreadthFirst()
{
    const EngineScript script;
    Bench bench(labPath());
    bench.start(
        bench.plan({ArmKind::FullFineTuning, ArmKind::ZeroShot, ArmKind::Prototypes}, {Shots(0), Shots(1), Shots::all()}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(script.told(QStringLiteral("run ")),
             (QStringList {QStringLiteral("zero-shot 0"), QStringLiteral("prototypes 1"), QStringLiteral("prototypes all"),
                           QStringLiteral("full-fine-tuning 1"), QStringLiteral("full-fine-tuning all"),
                           QStringLiteral("prototypes 1"), QStringLiteral("full-fine-tuning 1"),
                           QStringLiteral("full-fine-tuning all")}));
    const ComparisonView view = bench.last();
    QCOMPARE(view.state, ComparisonState::Finished);
    QCOMPARE(view.runsDone, 8);
    QCOMPARE(view.runsTotal, 8);
    QVERIFY(!view.trouble);
    QCOMPARE(script.told(QStringLiteral("open")).size(), 1);
    QCOMPARE(script.told(QStringLiteral("test ")), (QStringList {QStringLiteral("6")}));
    QCOMPARE(script.told(QStringLiteral("source ")), (QStringList {QStringLiteral("0")})); // an own model brings none
    QCOMPARE(script.told(QStringLiteral("put ")).size(), 18);
    QVERIFY(bench.lab->data().info.testLocked);
}

void TestComparisonRunner::floorsNeedNoEngine()
{
    const EngineScript script;
    Bench bench(labPath(), {{"cat", 18}, {"dog", 9}});
    bench.start(bench.plan({ArmKind::Prototypes, ArmKind::Chance, ArmKind::Majority}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 1);
    const ComparisonView view = bench.last();
    QCOMPARE(view.cells.size(), std::size_t(3));
    QCOMPARE(view.cells[1].summary.accuracy.mean, 0.5);
    QCOMPARE(view.cells[2].summary.accuracy.mean, 6.0 / 9.0); // of 6 + 3 test examples
    QVERIFY(!view.cells[2].summary.accuracy.low);
    QVERIFY(view.cells[1].summary.shots == Shots(0));
}

void TestComparisonRunner::firstPictureComesBeforeTheSecondDraw()
{
    const EngineScript script;
    Bench bench(labPath());
    qsizetype runsThen = 0;
    connect(&bench.desk, &ComparisonDesk::firstPictureComplete, this,
            [&] { runsThen = script.told(QStringLiteral("run ")).size(); });
    QSignalSpy complete(&bench.desk, &ComparisonDesk::firstPictureComplete);
    bench.start(bench.plan(kThreeArms, {Shots(1), Shots(2)}, 3));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(complete.size(), 1);
    QVERIFY(complete.front().front().toDouble() > 0);
    QCOMPARE(runsThen, 6);
}

void TestComparisonRunner::takesOverFinishedRuns()
{
    const EngineScript script;
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1), Shots(2)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 4);
    const ComparisonView first = bench.last();

    // A what-if: another arm in front of the known one, one more k.
    bench.start(bench.plan({ArmKind::LinearProbe, ArmKind::Prototypes}, {Shots(1), Shots(2), Shots(3)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 2, support::kPatience);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 4 + 8);
    const ComparisonView second = bench.last();
    QVERIFY(second.comparison.id != first.comparison.id);
    QCOMPARE(second.runsDone, 12);
    for (const CellView &cell : second.cells) {
        if (second.comparison.arms()[static_cast<std::size_t>(cell.summary.arm)].kind == ArmKind::Prototypes
            && cell.summary.shots == Shots(2))
            QCOMPARE(cell.summary.perDraw, first.cells[1].summary.perDraw);
    }
}

void TestComparisonRunner::freshComputesAgain()
{
    const EngineScript script;
    Bench bench(labPath());
    const ComparisonPlan plan = bench.plan({ArmKind::Prototypes}, {Shots(1)}, 3);
    bench.start(plan);
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    const ComparisonView first = bench.last();
    bench.start(plan, true);
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 2, support::kPatience);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 6);
    QVERIFY(bench.last().comparison.id != first.comparison.id);
    QCOMPARE(accuracies(bench.last()), accuracies(first));
}

void TestComparisonRunner::sameQuestionIsContinued()
{
    EngineScript script(QStringLiteral("fail=linear-probe"));
    Bench bench(labPath());
    const ComparisonPlan plan = bench.plan({ArmKind::Prototypes, ArmKind::LinearProbe}, {Shots(1)}, 2);
    bench.start(plan);
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().runsFailed, 2);
    const ComparisonId id = bench.last().comparison.id;

    script.setWishes({});
    bench.engine.kill();
    bench.start(plan);
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 2, support::kPatience);
    QVERIFY(bench.last().comparison.id == id);
    QCOMPARE(bench.last().runsFailed, 0);
    QCOMPARE(bench.last().runsDone, 4);
    QCOMPARE(script.told(QStringLiteral("run prototypes")).size(), 2); // finished ones are not run again
    for (const auto &[key, status] : bench.stored(id))
        QCOMPARE(status, RunStatus::Finished);
}

void TestComparisonRunner::deadEngineCostsOneRun()
{
    EngineScript script;
    script.setWishes(QStringLiteral("die-once=") + script.pathOf(QStringLiteral("died")));
    Bench bench(labPath());
    bench.start(bench.plan(kThreeArms, {Shots(1), Shots(2)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    const ComparisonView view = bench.last();
    QCOMPARE(view.state, ComparisonState::Finished);
    QCOMPARE(view.runsFailed, 1);
    QCOMPARE(view.runsDone, 12);
    QVERIFY(view.trouble.has_value());
    QCOMPARE(view.trouble->code, ErrorCode::EngineDied);
    QCOMPARE(view.trouble->arguments, (std::vector<std::string> {"signal 6", "about to learn"}));
    QCOMPARE(script.told(QStringLiteral("hello")).size(), 2);
    const auto stored = bench.stored(view.comparison.id);
    QCOMPARE(std::count_if(stored.begin(), stored.end(), [](const auto &run) { return run.second == RunStatus::Failed; }), 1);
    QCOMPARE(std::count_if(stored.begin(), stored.end(), [](const auto &run) { return run.second == RunStatus::Finished; }), 11);
}

void TestComparisonRunner::armThatKeepsFailingIsGivenUp()
{
    const EngineScript script(QStringLiteral("die=linear-probe"));
    Bench bench(labPath());
    bench.start(bench.plan(kThreeArms, {Shots(1), Shots(2)}, 4));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    const ComparisonView view = bench.last();
    QCOMPARE(view.state, ComparisonState::Finished);
    QCOMPARE(script.told(QStringLiteral("run linear-probe")).size(), 3);
    QCOMPARE(script.told(QStringLiteral("run full-fine-tuning")).size(), 8);
    QCOMPARE(view.comparison.skipped.size(), std::size_t(1));
    QVERIFY(view.comparison.skipped.front().arm == 1);
    QCOMPARE(view.comparison.skipped.front().reason.code, ErrorCode::EngineDied);
    QCOMPARE(view.runsFailed, 3);

    // The lab file tells as much.
    ComparisonDesk later(*bench.lab, bench.executor, bench.speed, bench.library, 1);
    QSignalSpy shown(&later, &ComparisonDesk::comparisonChanged);
    later.show(view.comparison.id);
    const auto again = shown.last().front().value<ComparisonViewPtr>();
    QCOMPARE(again->state, ComparisonState::Finished);
    QCOMPARE(again->comparison.skipped.size(), std::size_t(1));
    QVERIFY(again->comparison.skipped.front().arm == 1);
    QCOMPARE(again->comparison.skipped.front().reason.code, ErrorCode::EngineDied);
}

void TestComparisonRunner::answersThatDoNotFitAreRefused()
{
    const EngineScript script(QStringLiteral("wrong=linear-probe"));
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::LinearProbe}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Failed);
    QCOMPARE(bench.last().trouble->code, ErrorCode::ProtocolBroken);
    QCOMPARE(bench.last().runsFailed, 1);
}

void TestComparisonRunner::refusedExampleFailsItsRuns()
{
    EngineScript script;
    Bench bench(labPath());
    // Find an example of the pool that only k = 6 (all of it) is sure to use, then have it refused.
    std::string hash;
    for (const Example &example : bench.lab->data().examples) {
        if (example.role == Role::Pool)
            hash = example.hash;
    }
    script.setWishes(QStringLiteral("reject=") + QString::fromStdString(hash));
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots::all()}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Failed);
    QCOMPARE(bench.last().trouble->code, ErrorCode::PictureUnreadable);
}

void TestComparisonRunner::cancelKeepsWhatIsFinished()
{
    const EngineScript script(QStringLiteral("hang=full-fine-tuning"));
    Bench bench(labPath());
    bench.start(bench.plan(kThreeArms, {Shots(1)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(script.told(QStringLiteral("run full-fine-tuning")).size(), 1, support::kPatience);
    QVERIFY(bench.desk.isRunning());
    bench.desk.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Stopped);
    QCOMPARE(bench.last().runsDone, 2);
    QVERIFY(!bench.desk.isRunning());
    const auto stored = bench.stored(bench.last().comparison.id);
    QCOMPARE(stored.size(), std::size_t(3));
    QCOMPARE(stored.at({2, Shots(1), 0}), RunStatus::Cancelled);
    QCOMPARE(script.told(QStringLiteral("hello")).size(), 1); // it obeyed, so it lives
}

void TestComparisonRunner::cancelEndsAStubbornEngine()
{
    const EngineScript script(QStringLiteral("stubborn=full-fine-tuning"));
    Bench bench(labPath());
    bench.start(bench.plan(kThreeArms, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(script.told(QStringLiteral("run full-fine-tuning")).size(), 1, support::kPatience);
    bench.desk.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Stopped);
    QVERIFY(!bench.engine.greeting());
    QCOMPARE(bench.stored(bench.last().comparison.id).at({2, Shots(1), 0}), RunStatus::Cancelled);
}

void TestComparisonRunner::pauseHoldsAfterTheCurrentRun()
{
    const EngineScript script;
    Bench bench(labPath());
    connect(&bench.desk, &ComparisonDesk::firstPictureComplete, this, [&] { bench.desk.pause(); });
    bench.start(bench.plan(kThreeArms, {Shots(1)}, 4));
    QSignalSpy changed(&bench.desk, &ComparisonDesk::comparisonChanged);
    const auto isPaused = [&] {
        return !changed.isEmpty() && changed.last().front().value<ComparisonViewPtr>()->state == ComparisonState::Paused;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isPaused(), support::kPatience);
    QTest::qWait(60);
    QCOMPARE(bench.over.size(), 0);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 3);
    bench.desk.resume();
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().runsDone, 12);
}

void TestComparisonRunner::fullDiskHoldsUntilThereIsRoom()
{
    const EngineScript script;
    Bench bench(labPath());
    QSignalSpy saveFailed(&bench.desk, &ComparisonDesk::saveFailed);
    // No file may grow any more, once every arm has run.
    connect(&bench.desk, &ComparisonDesk::firstPictureComplete, this, [] { limitFiles(1); });
    bench.start(bench.plan(kThreeArms, {Shots(1)}, 3));
    QTRY_COMPARE_WITH_TIMEOUT(saveFailed.size(), 1, support::kPatience);
    const ErrorCode code = saveFailed.front().front().value<Error>().code;
    QVERIFY(code == ErrorCode::DiskFull || code == ErrorCode::LabWriteFailed);
    QVERIFY(bench.desk.isRunning());
    bench.desk.resume(); // still no room
    QTRY_COMPARE_WITH_TIMEOUT(saveFailed.size(), 2, support::kPatience);
    limitFiles(RLIM_INFINITY);
    bench.desk.resume();
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Finished);
    QVERIFY(!bench.last().trouble);
    const auto stored = bench.stored(bench.last().comparison.id);
    QCOMPARE(stored.size(), std::size_t(9));
    QVERIFY(std::all_of(stored.begin(), stored.end(), [](const auto &run) { return run.second == RunStatus::Finished; }));
}

void TestComparisonRunner::closingMarksTheRunCancelled()
{
    const EngineScript script(QStringLiteral("hang=prototypes"));
    ComparisonId id;
    {
        Bench bench(labPath());
        bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 1));
        QTRY_COMPARE_WITH_TIMEOUT(script.told(QStringLiteral("run ")).size(), 1, support::kPatience);
        id = bench.lab->store().comparisons().value().front();
    }
    const auto store = store::LabStore::open(labPath(), store::Access::ReadOnly);
    QVERIFY(store);
    const auto runs = (*store)->runs(id);
    QVERIFY(runs);
    QCOMPARE(runs->size(), std::size_t(1));
    QCOMPARE(runs->front().status, RunStatus::Cancelled);
}

void TestComparisonRunner::otherModelFileIsRefused()
{
    const EngineScript script;
    Bench bench(labPath());
    QFile model(m_folder->filePath(QStringLiteral("model.pt")));
    QVERIFY(model.open(QIODevice::Append));
    model.write("changed");
    model.close();
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Failed);
    QCOMPARE(bench.last().trouble->code, ErrorCode::ModelChanged);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 0);
}

void TestComparisonRunner::missingEngineEndsTheComparison()
{
    Bench bench(labPath());
    EngineProcess missing({QStringLiteral("/nowhere/engine"), 1, {}});
    RunExecutor executor(missing);
    ComparisonDesk desk(*bench.lab, executor, bench.speed, bench.library, 1);
    QSignalSpy over(&desk, &ComparisonDesk::comparisonFinished);
    desk.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 2), false);
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, support::kPatience);
    const auto view = over.front().front().value<ComparisonViewPtr>();
    QCOMPARE(view->state, ComparisonState::Failed);
    QCOMPARE(view->trouble->code, ErrorCode::EngineMissing);
}

void TestComparisonRunner::modelThatKillsTheEngineEndsTheComparison()
{
    const EngineScript script(QStringLiteral("die-opening"));
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Failed);
    QCOMPARE(bench.last().trouble->code, ErrorCode::EngineDied);
    QCOMPARE(script.told(QStringLiteral("open")).size(), 2); // tried once more
}

void TestComparisonRunner::curvesAndMixUpsComeFromTheRuns()
{
    const EngineScript script;
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::FullFineTuning}, {Shots(1)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QSignalSpy curves(&bench.desk, &ComparisonDesk::curvesReady);
    QSignalSpy mixUps(&bench.desk, &ComparisonDesk::mixUpsReady);
    const auto check = [&] {
        bench.desk.requestCurves(0, Shots(1));
        bench.desk.requestMixUps(0, Shots(1));
        const auto curve = curves.last().front().value<CurvesView>();
        QCOMPARE(curve.perDraw.size(), std::size_t(2));
        QVERIFY(!curve.live);
        QCOMPARE(curve.perDraw[1].size(), std::size_t(3));
        QCOMPARE(curve.perDraw[1][2].step, 60);
        const auto mixed = mixUps.last().front().value<MixUpsView>();
        QCOMPARE(mixed.draws, 2);
        int answers = 0;
        for (const auto &row : mixed.counts)
            answers += row[0] + row[1];
        QCOMPARE(answers, 12);
    };
    check();
    // The same from the file.
    const ComparisonId id = bench.last().comparison.id;
    ComparisonDesk later(*bench.lab, bench.executor, bench.speed, bench.library, 1);
    QSignalSpy changed(&later, &ComparisonDesk::comparisonChanged);
    later.show(id);
    QCOMPARE(changed.size(), 1);
    const auto view = changed.front().front().value<ComparisonViewPtr>();
    QCOMPARE(view->state, ComparisonState::Finished);
    QCOMPARE(accuracies(*view), accuracies(bench.last()));
    bench.desk.show(id);
    check();
}

void TestComparisonRunner::estimateCountsWhatIsDone()
{
    const EngineScript script;
    Bench bench(labPath());
    const ComparisonPlan small = bench.plan({ArmKind::Prototypes}, {Shots(1), Shots(2)}, 2);
    const PlanEstimate guess = bench.desk.estimate(small);
    QCOMPARE(guess.runs, 4);
    QCOMPARE(guess.alreadyDone, 0);
    QVERIFY(!guess.measured);
    QVERIFY(guess.seconds > 0);
    bench.start(small);
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);

    const PlanEstimate more = bench.desk.estimate(bench.plan({ArmKind::Prototypes}, {Shots(1), Shots(2), Shots(3)}, 2));
    QCOMPARE(more.runs, 6);
    QCOMPARE(more.alreadyDone, 4);
    QVERIFY(more.measured);
    QVERIFY(more.seconds > 0 && more.seconds < 1);
    const PlanEstimate tooMuch = bench.desk.estimate(bench.plan({ArmKind::Prototypes}, {Shots(1), Shots(100)}, 2));
    QCOMPARE(tooMuch.skipped.size(), std::size_t(1));
    QCOMPARE(tooMuch.seconds, 0.0);
}

void TestComparisonRunner::shownComparisonSaysWhenDataChanged()
{
    const EngineScript script;
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QVERIFY(!bench.last().outOfDate);
    QSignalSpy changed(&bench.desk, &ComparisonDesk::comparisonChanged);
    QVERIFY(bench.lab->addImported(support::importedData({{"new", 3}})));
    bench.desk.dataChanged();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, support::kPatience);
    QVERIFY(changed.front().front().value<ComparisonViewPtr>()->outOfDate);
}

void TestComparisonRunner::cellsAreRunAgainInTheirComparison()
{
    const EngineScript script;
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::Prototypes, ArmKind::LinearProbe}, {Shots(1), Shots(2)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    const ComparisonView first = bench.last();
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 8);
    bench.desk.runAgain(first.comparison.id, {{1, Shots(2)}});
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 2, support::kPatience);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 10); // though all of them were finished
    QCOMPARE(bench.last().comparison.id, first.comparison.id);
    QCOMPARE(bench.last().runsDone, 8);
    QCOMPARE(accuracies(bench.last()), accuracies(first)); // same examples, same seeds
    // The new runs are those that are shown, the old ones are still there.
    QCOMPARE(bench.lab->store().runs(first.comparison.id)->size(), std::size_t(8));
}

void TestComparisonRunner::whatWasDeletedStaysAwayAndComesBack()
{
    const EngineScript script;
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::Prototypes, ArmKind::LinearProbe}, {Shots(1), Shots(2)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    const ComparisonId id = bench.last().comparison.id;
    QSignalSpy changed(&bench.desk, &ComparisonDesk::comparisonChanged);
    const auto shown = [&] { return changed.last().front().value<ComparisonViewPtr>(); };
    QVERIFY(bench.lab->setMarks(id, {{{1, Shots(2)}, {{}, "", true}}, {{0, Shots(1)}, {{"odd one"}, "look again", false}}}));
    bench.desk.dataChanged();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, support::kPatience);
    QCOMPARE(shown()->cells.size(), std::size_t(3));
    QVERIFY(!shown()->outOfDate);
    QCOMPARE(shown()->runsTotal, 6);

    // A what-if of it has the same row away and keeps what was said; its arms stand in another order.
    bench.start(bench.plan({ArmKind::LinearProbe, ArmKind::Prototypes}, {Shots(1), Shots(2), Shots(3)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 2, support::kPatience);
    const ComparisonView whatIf = bench.last();
    QVERIFY(whatIf.comparison.id != id);
    QCOMPARE(whatIf.cellsRemoved, 1);
    QCOMPARE(whatIf.runsDone, 10);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 8 + 4); // nothing is computed for what is away
    QCOMPARE(whatIf.comparison.marks.at({1, Shots(1)}).note, std::string("look again"));
    QVERIFY(whatIf.comparison.marks.at({0, Shots(2)}).removed);

    // Back again: what the file has is shown, and another start finds the rest.
    bench.desk.show(id);
    QVERIFY(bench.lab->undo());
    changed.clear();
    bench.desk.dataChanged();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, support::kPatience);
    QCOMPARE(shown()->cells.size(), std::size_t(4));
    QCOMPARE(shown()->runsDone, 8);
    QVERIFY(shown()->comparison.marks.empty());
    QVERIFY(bench.lab->setMarks(whatIf.comparison.id, {{{0, Shots(2)}, {}}}));
    bench.desk.continueStored(whatIf.comparison.id);
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 3, support::kPatience);
    QCOMPARE(bench.last().runsDone, 12);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 12); // taken over from the first
}

void TestComparisonRunner::examplesBehindAMixUpComeFromTheFile()
{
    const EngineScript script;
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::Prototypes, ArmKind::LinearProbe}, {Shots(1)}, 2));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QSignalSpy mixUps(&bench.desk, &ComparisonDesk::mixUpsReady);
    QSignalSpy ready(&bench.desk, &ComparisonDesk::mixUpExamplesReady);
    bench.desk.requestMixUps(1, Shots(1));
    const auto counts = mixUps.last().front().value<MixUpsView>().counts;
    int seen = 0;
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 2; ++column) {
            bench.desk.requestMixUpExamples(1, Shots(1), row, column);
            int given = 0;
            for (const AnsweredExample &example : ready.last().front().value<MixUpExamplesView>().examples) {
                given += example.asked.given;
                QCOMPARE(example.answers.size(), std::size_t(2));
            }
            QCOMPARE(given, counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
            seen += given;
        }
    }
    QVERIFY(seen > 0);
}

/// More examples than travel at a time, so that some still wait when whoever has them goes.
void TestComparisonRunner::examplesOnTheirWayStopWithTheirOwner()
{
    const EngineScript script(QStringLiteral("late"));
    Bench bench(labPath());
    constexpr qsizetype kMegabyte = 1024 * 1024;
    constexpr int kExamples = 24;
    protocol::SetTestSet testSet;
    for (int i = 0; i < kExamples; ++i)
        testSet.hashes.push_back(std::to_string(i));
    testSet.labels.assign(kExamples, 0);
    testSet.classes = 1;
    int asked = 0;
    const auto source = [&asked](const std::string &) -> Result<QByteArray> {
        ++asked;
        return QByteArray(kMegabyte, '.');
    };
    auto owner = std::make_unique<QObject>();
    bench.executor.setData(testSet, source, owner.get());
    bench.executor.openModel({m_folder->filePath(QStringLiteral("model.pt")), std::nullopt, 0});
    bench.executor.ask({});
    QTRY_VERIFY_WITH_TIMEOUT(asked > 0, support::kPatience);
    owner.reset();
    const int askedSoFar = asked;
    QVERIFY2(askedSoFar < kExamples, qPrintable(QString::number(askedSoFar)));
    QTest::qWait(300); // the fake engine acknowledges within 30 ms
    QCOMPARE(asked, askedSoFar);

    auto next = std::make_unique<QObject>();
    QSignalSpy answered(&bench.executor, &RunExecutor::readoutsAnswered);
    bench.executor.setData(testSet, source, next.get());
    bench.executor.ask({});
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, support::kPatience);
    QVERIFY(script.told(QStringLiteral("put again ")).isEmpty());
}

void TestComparisonRunner::everyQuestionAboutDrawsIsAnsweredOrRefused()
{
    const EngineScript script(QStringLiteral("hang=full-fine-tuning"));
    Bench bench(labPath());
    QSignalSpy answered(&bench.desk, &ComparisonDesk::readoutsReady);
    QSignalSpy refused(&bench.desk, &ComparisonDesk::readoutsFailed);
    const auto why = [&refused] { return refused.takeFirst().front().value<Error>(); };
    bench.desk.requestReadouts(Shots(1), 3, 0); // nothing is shown
    QCOMPARE(refused.size(), 1);
    QCOMPARE(why().code, ErrorCode::NothingToRun);

    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    const ComparisonId first = bench.last().comparison.id;
    bench.desk.requestReadouts(Shots(60), 3, 0);
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, support::kPatience);
    QCOMPARE(why().code, ErrorCode::NothingToRun);

    bench.start(bench.plan({ArmKind::FullFineTuning}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(script.told(QStringLiteral("run full")).size(), 1, support::kPatience);
    bench.desk.requestReadouts(Shots(1), 3, 0); // no such arm
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, support::kPatience);
    QCOMPARE(why().code, ErrorCode::NothingToRun);
    bench.desk.show(first);
    bench.desk.requestReadouts(Shots(1), 3, 0);
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, support::kPatience);
    QCOMPARE(why().arguments, std::vector<std::string> {"another-comparison-runs"});
    QCOMPARE(answered.size(), 0);

    constexpr int kToken = 7;
    QSignalSpy noAnswer(&bench.desk, &ComparisonDesk::answersFailed);
    bench.desk.requestAnswers("anything", Shots(1), kToken);
    QCOMPARE(noAnswer.size(), 1);
    QCOMPARE(noAnswer.front().front().toInt(), kToken);
    QCOMPARE(noAnswer.front().back().value<Error>().arguments, std::vector<std::string> {"another-comparison-runs"});
    QSignalSpy notPrepared(&bench.desk, &ComparisonDesk::preparing);
    bench.desk.prepareMethod(0, Shots(1));
    QCOMPARE(notPrepared.size(), 1);
    QCOMPARE(notPrepared.front().front().value<PreparationView>().error->arguments, std::vector<std::string> {"another-comparison-runs"});
    bench.desk.cancel();

    EngineProcess missing({QStringLiteral("/nowhere/engine"), 1, {}});
    RunExecutor executor(missing);
    ComparisonDesk desk(*bench.lab, executor, bench.speed, bench.library, 1);
    QSignalSpy failed(&desk, &ComparisonDesk::readoutsFailed);
    desk.show(first);
    desk.requestReadouts(Shots(1), 3, 0);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, support::kPatience);
    QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::EngineMissing);
}

/// The engine holds one test set, and the comparison that ran last need not be the one that is looked at.
void TestComparisonRunner::questionsAreAboutTheComparisonThatIsShown()
{
    const EngineScript script;
    Bench bench(labPath());
    QSignalSpy answered(&bench.desk, &ComparisonDesk::readoutsReady);
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    const ComparisonId first = bench.last().comparison.id;
    QVERIFY(bench.lab->addImported(support::importedData({{"fox", 9}})));
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 2, support::kPatience);
    const ComparisonId second = bench.last().comparison.id;
    for (const ComparisonId id : {first, second, first}) {
        bench.desk.show(id);
        bench.desk.requestReadouts(Shots(1), 2, 0);
        bench.desk.show(id); // the same again loses nothing
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, support::kPatience);
        answered.clear();
    }
    QCOMPARE(script.told(QStringLiteral("ask ")),
             (QStringList {QStringLiteral("2 test 6"), QStringLiteral("2 test 9"), QStringLiteral("2 test 6")}));
}

void TestComparisonRunner::aQuestionOutlivesTheEngine()
{
    EngineScript script;
    Bench bench(labPath());
    QSignalSpy answered(&bench.desk, &ComparisonDesk::readoutsReady);
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    bench.engine.kill();
    script.setWishes(QStringLiteral("ponder-once=") + m_folder->filePath(QStringLiteral("pondered")));
    bench.desk.requestReadouts(Shots(1), 2, 0);
    QTRY_COMPARE_WITH_TIMEOUT(script.told(QStringLiteral("ask ")).size(), 1, support::kPatience);
    bench.engine.kill(); // as when it does not let go of another run
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, support::kPatience);

    // The comparison that is asked about goes on.
    bench.engine.kill();
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("pondered"))));
    bench.desk.requestReadouts(Shots(2), 2, 0);
    QTRY_COMPARE_WITH_TIMEOUT(script.told(QStringLiteral("ask ")).size(), 3, support::kPatience);
    bench.desk.runAgain(bench.last().comparison.id, {{0, Shots(1)}});
    bench.engine.kill();
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 2, support::kPatience);
    QCOMPARE(answered.last().front().value<ReadoutsView>().shots, Shots(2));
}

void TestComparisonRunner::modelReplacedBetweenRunsEndsTheComparison()
{
    const EngineScript script(QStringLiteral("die-once=") + m_folder->filePath(QStringLiteral("died")));
    Bench bench(labPath());
    connect(&bench.engine, &EngineProcess::ended, &bench.desk, [this] {
        QFile model(m_folder->filePath(QStringLiteral("model.pt")));
        if (model.open(QIODevice::Append))
            model.write("changed");
    });
    bench.start(bench.plan({ArmKind::Prototypes}, {Shots(1)}, 3));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().state, ComparisonState::Failed);
    QCOMPARE(bench.last().trouble->code, ErrorCode::ModelChanged);
    QCOMPARE(script.told(QStringLiteral("run ")).size(), 1);
    const auto statuses = bench.stored(bench.last().comparison.id);
    QVERIFY(std::none_of(statuses.begin(), statuses.end(), [](const auto &run) { return run.second == RunStatus::Finished; }));
    QVERIFY(!bench.executor.isBusy());
}

void TestComparisonRunner::movedFrozenWeightsFailTheRun()
{
    const EngineScript script(QStringLiteral("thaw=linear-probe"));
    Bench bench(labPath());
    bench.start(bench.plan({ArmKind::Prototypes, ArmKind::LinearProbe}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(bench.over.size(), 1, support::kPatience);
    QCOMPARE(bench.last().runsFailed, 1);
    const auto statuses = bench.stored(bench.last().comparison.id);
    QCOMPARE(statuses.at({0, Shots(1), 0}), RunStatus::Finished);
    QCOMPARE(statuses.at({1, Shots(1), 0}), RunStatus::Failed);
    QCOMPARE(bench.last().trouble->arguments, std::vector<std::string> {"frozen-weights-moved"});
}

QTEST_GUILESS_MAIN(TestComparisonRunner)
#include "tst_ComparisonRunner.moc"
