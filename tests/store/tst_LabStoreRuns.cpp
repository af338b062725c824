// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <QElapsedTimer>
#include <QTest>

#include "LabFixture.h"

using namespace shotlab;
using namespace shotlab::test;
using store::Access;
using store::LabStore;

namespace
{

const RunKey kProbeAtOne {2, Shots(1), 1};

/// The two queries of docs/lab-file.md.
const QString kOverlap
    = QStringLiteral("SELECT count(*) FROM run_support AS s"
                     " JOIN comparison_run AS c ON c.run_id = s.run_id"
                     " JOIN comparison_test AS t ON t.comparison_id = c.comparison_id AND t.example_id = s.example_id");
const QString kNotExactlyK = QStringLiteral(
    "SELECT count(*) FROM (SELECT 1 FROM run JOIN arm ON arm.comparison_id = run.comparison_id AND arm.position = run.arm"
    " JOIN comparison_class AS c ON c.comparison_id = run.comparison_id"
    " LEFT JOIN run_support AS s ON s.run_id = run.id AND s.class_position = c.position"
    " WHERE run.k NOT IN ('0', 'all') GROUP BY run.id, c.position"
    " HAVING count(DISTINCT s.example_id) <> CAST(run.k AS INTEGER))");

/// Runs every cell of the schedule.
void runAll(LabStore &store, const Comparison &comparison, const DrawPlan &draws)
{
    for (const RunKey &key : schedule(comparison)) {
        const RunId run = store.beginRun(comparison.id, specFor(comparison, draws, key), "f", someProvenance()).value();
        QVERIFY(store.finishRun(run, someResult(comparison)));
    }
}

} // namespace

class TestLabStoreRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparisonComesBack()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        Comparison comparison = comparisonOver(*store);
        comparison.createdAt = "2026-01-01T00:00:00.000Z";
        comparison.plan.seed = 0x8000'0000'0000'0001ULL;
        comparison.skipped.push_back({std::nullopt, Shots(10), {ErrorCode::ClassTooSmall, {"class 1", "6"}, "t"}});
        comparison.skipped.push_back({3, Shots::all(), {ErrorCode::NoZeroShotLink, {"class 0"}, {}}});
        comparison.skipped.push_back({1, std::nullopt, {ErrorCode::Internal, {}, {}}});
        comparison.id = store->addComparison(comparison, drawsOver(*store)).value();
        const Comparison read = store->comparison(comparison.id).value();
        QCOMPARE(read.plan, comparison.plan);
        QCOMPARE(read.classes, comparison.classes);
        QCOMPARE(read.testExamples, comparison.testExamples);
        QCOMPARE(read.testLabels, comparison.testLabels);
        QCOMPARE(read.poolSizes, (std::vector<int> {6, 6, 6}));
        QCOMPARE(read.createdAt, comparison.createdAt);
        QCOMPARE(read.modelHash, comparison.modelHash);
        QCOMPARE(read.dataHash, comparison.dataHash);
        QCOMPARE(read.skipped.size(), std::size_t(3));
        QVERIFY(!read.skipped[0].arm && read.skipped[0].shots == Shots(10));
        QCOMPARE(read.skipped[0].reason.code, ErrorCode::ClassTooSmall);
        QCOMPARE(read.skipped[0].reason.arguments, (std::vector<std::string> {"class 1", "6"}));
        QVERIFY(read.skipped[1].arm == 3 && read.skipped[1].shots == Shots::all());
        QVERIFY(read.skipped[2].arm == 1 && !read.skipped[2].shots);
        QCOMPARE(store->comparisons().value(), std::vector {comparison.id});
        QCOMPARE(store->comparison(ComparisonId {9}).error().code, ErrorCode::ComparisonUnknown);
    }

    void supportComesBackWhateverHappensToTheLab()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        const DrawPlan draws = drawsOver(*store);
        const auto all = draws.support(Shots::all(), 0);
        QVERIFY(store->removeClass(comparison.classes[0].id));
        QVERIFY(addExamples(*store, {newExample(comparison.classes[1].id, 100)}));
        for (const RunKey &key : schedule(comparison))
            QCOMPARE(store->support(comparison.id, key).value(),
                     key.shots == Shots(0) ? std::vector<std::vector<ExampleId>>(3) : draws.support(key.shots, key.draw));
        QCOMPARE(store->support(comparison.id, {1, Shots::all(), 0}).value(), all);
        QVERIFY(!store->support(ComparisonId {5}, {}));
    }

    void finishedRunComesBack()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        const RunSpec spec = specFor(comparison, drawsOver(*store), kProbeAtOne);
        const RunId id = store->beginRun(comparison.id, spec, "print", someProvenance()).value();
        QCOMPARE(store->runs(comparison.id).value()[0].status, RunStatus::Running);
        const std::vector<EpochPoint> points {{0, 60, 2.5, 0, 0.1, 9, 0.01}, {6, 60, 1.25, 0.5, 0.6, 9, 0.5}};
        QVERIFY(store->addEpochs(id, {points[0]}));
        QVERIFY(store->addEpochs(id, {points[1]}));
        const RunResult result = someResult(comparison, 1);
        QVERIFY(store->finishRun(id, result));
        QVERIFY(!store->finishRun(id, result)); // it has ended
        QVERIFY(!store->cancelRun(id));

        store.reset();
        store = LabStore::open(folder.path(), Access::ReadWrite).value();
        const std::vector<Run> runs = store->runs(comparison.id).value();
        QCOMPARE(runs.size(), std::size_t(1));
        const Run &run = runs[0];
        QCOMPARE(run.id, id);
        QVERIFY(run.key == kProbeAtOne);
        QCOMPARE(run.status, RunStatus::Finished);
        QCOMPARE(run.seed, spec.seed);
        QCOMPARE(run.epochs, points);
        QCOMPARE(run.result.predictions, result.predictions);
        QCOMPARE(run.result.trainedParameters, result.trainedParameters);
        QCOMPARE(run.result.totalParameters, result.totalParameters);
        QCOMPARE(run.result.seconds, result.seconds);
        QCOMPARE(run.result.featureSeconds, result.featureSeconds);
        QCOMPARE(run.result.peakBytes, result.peakBytes);
        QCOMPARE(run.result.frozenHashBefore, result.frozenHashBefore);
        QCOMPARE(run.result.frozenHashAfter, result.frozenHashAfter);
        QCOMPARE(run.result.steps, result.steps);
        QCOMPARE(run.result.finalLoss, result.finalLoss);
        QCOMPARE(run.result.trainAccuracy, result.trainAccuracy);
        QVERIFY(run.result.wholeModel);
        QVERIFY(run.result.retention == result.retention);
        QCOMPARE(run.provenance.library, someProvenance().library);
        QCOMPARE(run.provenance.startedAt, someProvenance().startedAt);
        QCOMPARE(run.provenance.threads, 2);
    }

    void failedCancelledAndDiverged()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        const DrawPlan draws = drawsOver(*store);
        const auto begin = [&](const RunKey &key) {
            return store->beginRun(comparison.id, specFor(comparison, draws, key), "f", someProvenance()).value();
        };
        const RunId failed = begin({1, Shots(1), 0});
        QVERIFY(store->failRun(failed, {ErrorCode::EngineDied, {"SIGSEGV", "last line"}, "more"}));
        QVERIFY(store->cancelRun(begin({1, Shots(2), 0})));
        const RunId diverged = begin({3, Shots(1), 0});
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(store->addEpochs(diverged, {{3, 60, nan, 0, 0, 9, 1}}));
        RunResult result = someResult(comparison);
        result.finalLoss = nan;
        QVERIFY(store->finishRun(diverged, result));

        const std::vector<Run> runs = store->runs(comparison.id).value();
        QCOMPARE(runs.size(), std::size_t(3)); // ordered by cell
        QCOMPARE(runs[0].status, RunStatus::Failed);
        QCOMPARE(runs[0].error->code, ErrorCode::EngineDied);
        QCOMPARE(runs[0].error->arguments, (std::vector<std::string> {"SIGSEGV", "last line"}));
        QCOMPARE(runs[0].error->technical, std::string("more"));
        QCOMPARE(runs[1].status, RunStatus::Cancelled);
        QVERIFY(std::isnan(runs[2].result.finalLoss));
        QVERIFY(std::isnan(runs[2].epochs[0].trainLoss));
    }

    void latestAttemptIsShown()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        const RunSpec spec = specFor(comparison, drawsOver(*store), kProbeAtOne);
        QVERIFY(store->cancelRun(store->beginRun(comparison.id, spec, "f", someProvenance()).value()));
        const RunId second = store->beginRun(comparison.id, spec, "f", someProvenance()).value();
        QVERIFY(store->finishRun(second, someResult(comparison)));
        const std::vector<Run> runs = store->runs(comparison.id).value();
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].id, second);
    }

    void finishedRunsAreFoundAndTakenOver()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const Comparison first = addedComparison(*store);
        const Comparison second = addedComparison(*store);
        const RunSpec spec = specFor(first, drawsOver(*store), kProbeAtOne);
        const RunId run = store->beginRun(first.id, spec, "print", someProvenance()).value();
        QVERIFY(!store->finishedRun("print").value()); // still running
        QVERIFY(store->finishRun(run, someResult(first)));
        QCOMPARE(store->finishedRun("print").value(), std::optional(run));
        QVERIFY(!store->finishedRun("other").value());
        QVERIFY(store->runs(second.id).value().empty());

        // Two equal arms show the same run.
        QVERIFY(store->adoptRun(second.id, kProbeAtOne, run));
        QVERIFY(store->adoptRun(second.id, {1, Shots(1), 1}, run));
        const std::vector<Run> shown = store->runs(second.id).value();
        QCOMPARE(shown.size(), std::size_t(2));
        for (const Run &adopted : shown)
            QCOMPARE(adopted.result.predictions, someResult(first).predictions);
        QVERIFY(shown[1].key == kProbeAtOne);
        QVERIFY(!store->adoptRun(second.id, kProbeAtOne, RunId {99}));
    }

    void supportThatDiffersIsRefused()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        const DrawPlan draws = drawsOver(*store);
        RunSpec spec = specFor(comparison, draws, kProbeAtOne);
        spec.support[0] = {comparison.testExamples[0]};
        QVERIFY(!store->beginRun(comparison.id, spec, "f", someProvenance()));
        spec = specFor(comparison, draws, {0, Shots(0), 0});
        spec.support = draws.support(Shots(1), 0); // zero-shot learns from nothing
        QVERIFY(!store->beginRun(comparison.id, spec, "f", someProvenance()));
        QVERIFY(store->runs(comparison.id).value().empty());
    }

    void testExampleInThePoolIsRefused()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        Comparison comparison = comparisonOver(*store);
        comparison.testExamples[0] = drawsOver(*store).order(0)[0][0];
        QVERIFY(!store->addComparison(comparison, drawsOver(*store)));
        QVERIFY(store->comparisons().value().empty());
    }

    void separationIsProvableInSql()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path(), 4, 12);
        const Comparison first = addedComparison(*store);
        const DrawPlan draws = drawsOver(*store);
        runAll(*store, first, draws);
        const Comparison second = addedComparison(*store);
        QVERIFY(store->adoptRun(second.id, kProbeAtOne, store->finishedRun("f").value().value()));
        store.reset();

        const QString path = folder.path();
        QCOMPARE(asked(path, kOverlap), 0);
        QCOMPARE(asked(path, kNotExactlyK), 0);
        QVERIFY(asked(path, QStringLiteral("SELECT count(*) FROM run_support")) > 0);
        const auto examplesOf = [&](const char *cell) {
            return asked(
                path,
                QStringLiteral("SELECT count(*) FROM run_support JOIN run ON run.id = run_id WHERE %1").arg(QLatin1String(cell)));
        };
        QCOMPARE(examplesOf("arm = 2 AND k = 1 AND draw = 1"), 4);
        QCOMPARE(examplesOf("arm = 2 AND k = 2 AND draw = 0"), 8);
        QCOMPARE(examplesOf("arm = 2 AND k = 'all' AND draw = 0"), 32);
        QCOMPARE(examplesOf("k = 0"), 0);

        // The queries see what is wrong: a test example smuggled into a draw is found by both.
        QVERIFY(poked(path, QStringLiteral("UPDATE comparison_test SET example_id = 999")) == false); // fixed by a trigger
        for (const char *table : {"comparison_test", "comparison_pool", "draw"})
            QVERIFY2(!poked(path, QStringLiteral("DELETE FROM ") + QLatin1String(table)), table);
        for (const char *statement :
             {"INSERT INTO comparison_test SELECT comparison_id, 999, 4711, 0 FROM comparison_test LIMIT 1",
              "INSERT INTO comparison_pool SELECT comparison_id, 0, 4711, 999 FROM comparison_pool LIMIT 1",
              "INSERT INTO draw SELECT comparison_id, 999, class_position, rank, example_id FROM draw LIMIT 1"})
            QVERIFY2(!poked(path, QLatin1String(statement)), statement);
        for (const char *statement : {"DROP TRIGGER draw_is_fixed", "DROP TRIGGER draw_is_kept",
                                      "UPDATE draw SET example_id = (SELECT example_id FROM comparison_test LIMIT 1)"
                                      " WHERE number = 1 AND class_position = 0 AND rank = 0",
                                      "DELETE FROM draw WHERE number = 0 AND class_position = 1 AND rank = 0"})
            QVERIFY(poked(path, QString::fromLatin1(statement)));
        QVERIFY(asked(path, kOverlap) > 0);
        QVERIFY(asked(path, kNotExactlyK) > 0);
    }

    void marksAreKeptChangedAndTakenAway()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path());
        Comparison comparison = comparisonOver(*store);
        comparison.marks[{2, Shots::all()}] = {{"carried over"}, "", false};
        const ComparisonId id = store->addComparison(comparison, drawsOver(*store)).value();
        QCOMPARE(store->comparison(id)->marks, comparison.marks);
        const CellMarks said {{{0, Shots(1)}, {{"baseline", "一"}, "as \"in\" the paper", false}}, {{1, Shots(2)}, {{}, "", true}}};
        QVERIFY(store->setMarks(id, said));
        store.reset();
        store = store::LabStore::open(folder.path(), store::Access::ReadWrite).value();
        CellMarks all = said;
        all.insert(comparison.marks.begin(), comparison.marks.end());
        QCOMPARE(store->comparison(id)->marks, all);
        QVERIFY(store->setMarks(id, {{{1, Shots(2)}, {}}, {{0, Shots(1)}, {{}, "new", false}}}));
        all.erase({1, Shots(2)});
        all[{0, Shots(1)}] = {{}, "new", false};
        QCOMPARE(store->comparison(id)->marks, all);
        QVERIFY(!store->setMarks(id, {{{99, Shots(1)}, {{"no such arm"}, "", false}}}));
        QCOMPARE(store->comparison(id)->marks, all);
    }

    void answersOfOneCellAreReadAlone()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        const DrawPlan draws = drawsOver(*store);
        for (const RunKey &key : {RunKey {1, Shots(1), 0}, RunKey {1, Shots(1), 1}, RunKey {1, Shots(2), 0}}) {
            const RunId run = store->beginRun(comparison.id, specFor(comparison, draws, key), "f", someProvenance()).value();
            QVERIFY(store->finishRun(run, someResult(comparison, key.draw)));
        }
        static_cast<void>(store->beginRun(comparison.id, specFor(comparison, draws, {2, Shots(1), 0}), "g", someProvenance()));
        const auto answers = store->predictions(comparison.id, 1, Shots(1)).value();
        QCOMPARE(answers.size(), std::size_t(2));
        for (int draw = 0; draw < 2; ++draw) {
            QCOMPARE(answers[static_cast<std::size_t>(draw)].size(), comparison.testExamples.size());
            QCOMPARE(answers[static_cast<std::size_t>(draw)][0].answer(), someResult(comparison, draw).predictions[0].answer());
        }
        QVERIFY(store->predictions(comparison.id, 2, Shots(1))->empty()); // not finished
    }

    void aThousandRunsAreReadQuickly()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path(), 10, 60);
        Comparison comparison = comparisonOver(*store);
        comparison.plan.arms.erase(comparison.plan.arms.begin());
        comparison.plan.draws = {140, 140, 60};
        comparison.id = store->addComparison(comparison, drawsOver(*store)).value();
        const DrawPlan draws = drawsOver(*store);
        std::size_t count = 0;
        for (const RunKey &key : schedule(comparison)) {
            const RunId run = store->beginRun(comparison.id, specFor(comparison, draws, key), "f", someProvenance()).value();
            std::vector<EpochPoint> points;
            for (int step = 0; step < 10; ++step)
                points.push_back({step, 60, 1, 1, 1, 200, 1});
            QVERIFY(store->addEpochs(run, points));
            QVERIFY(store->finishRun(run, someResult(comparison)));
            ++count;
        }
        QElapsedTimer timer;
        timer.start();
        const std::vector<Run> runs = store->runs(comparison.id).value();
        const qint64 milliseconds = timer.elapsed();
        QCOMPARE(runs.size(), count);
        QVERIFY(count > 850);
        QCOMPARE(runs.back().epochs.size(), std::size_t(10));
        qInfo("%d runs of %d test examples read in %lld ms", int(count), int(comparison.testExamples.size()), milliseconds);
        QVERIFY2(milliseconds < 2000, "reading must not grow with a query per run");
    }
};

QTEST_GUILESS_MAIN(TestLabStoreRuns)
#include "tst_LabStoreRuns.moc"
