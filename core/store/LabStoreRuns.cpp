// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "store/LabStore.h"
#include "store/LabStorePrivate.h"
#include "store/StoredJson.h"

namespace shotlab::store
{

namespace
{

/// Runs of a comparison in the order of their cells; the columns runFrom() reads.
constexpr const char *kRunsOfComparison
    = "SELECT run.id, shown.arm, shown.k, shown.draw, run.status, run.seed, run.program, run.library, run.model_hash, "
      "run.threads,"
      " run.started_at, run.error, run.seconds, run.feature_seconds, run.peak_bytes, run.trained_parameters, "
      "run.total_parameters,"
      " run.steps, run.final_loss, run.train_accuracy, run.whole_model, run.frozen_hash_before, run.frozen_hash_after,"
      " retention.kind, retention.before, retention.after, retention.changed, retention.count"
      " FROM comparison_run AS shown JOIN run ON run.id = shown.run_id LEFT JOIN retention ON retention.run_id = run.id"
      " WHERE shown.comparison_id = ?";

constexpr auto kSourceTask = "source-task";
constexpr auto kFeatureSimilarity = "feature-similarity";

RunStatus statusFrom(const std::string &name)
{
    constexpr std::array<std::pair<std::string_view, RunStatus>, 5> kNames {{{"running", RunStatus::Running},
                                                                             {"finished", RunStatus::Finished},
                                                                             {"failed", RunStatus::Failed},
                                                                             {"cancelled", RunStatus::Cancelled},
                                                                             {"interrupted", RunStatus::Interrupted}}};
    const auto row = std::find_if(kNames.begin(), kNames.end(), [&](const auto &entry) { return entry.first == name; });
    return row == kNames.end() ? RunStatus::Interrupted : row->second;
}

RunResult resultFrom(const Row &row)
{
    RunResult result;
    result.seconds = row.real(12);
    result.featureSeconds = row.real(13);
    result.peakBytes = row.integer(14);
    result.trainedParameters = row.integer(15);
    result.totalParameters = row.integer(16);
    result.steps = row.number(17);
    result.finalLoss = row.real(18);
    result.trainAccuracy = row.real(19);
    result.wholeModel = row.flag(20);
    result.frozenHashBefore = row.text(21);
    result.frozenHashAfter = row.text(22);
    if (!row.isNull(23)) {
        const RetentionKind kind = row.text(23) == kSourceTask ? RetentionKind::SourceTask : RetentionKind::FeatureSimilarity;
        result.retention = Retention {kind, row.real(24), row.real(25), row.real(26), row.number(27)};
    }
    return result;
}

Run runFrom(const Row &row)
{
    Run run;
    run.id = RunId {row.integer(0)};
    run.key = {row.number(1), Shots::fromString(row.text(2)).value_or(Shots()), row.number(3)};
    run.status = statusFrom(row.text(4));
    run.seed = row.seed(5);
    run.provenance = {row.text(6), row.text(7), row.text(8), row.number(9), row.text(10)};
    if (!row.isNull(11))
        run.error = errorFromText(row.text(11));
    if (run.status == RunStatus::Finished)
        run.result = resultFrom(row);
    return run;
}

Result<std::vector<Prediction>> unpacked(const QByteArray &data)
{
    return unpackPredictions(reinterpret_cast<const std::uint8_t *>(data.constData()), static_cast<std::size_t>(data.size()));
}

Done addRetention(Database &database, RunId run, const std::optional<Retention> &retention)
{
    if (!retention)
        return {};
    const char *kind = retention->kind == RetentionKind::SourceTask ? kSourceTask : kFeatureSimilarity;
    return database.run(
        QStringLiteral("INSERT INTO retention (run_id, kind, before, after, changed, count) VALUES (?, ?, ?, ?, ?, ?)"),
        {integerValue(run.value), textValue(kind), realValue(retention->before), realValue(retention->after),
         realValue(retention->changed), retention->count});
}

/// Turns a running run into an ended one; refuses one that has ended already.
Done endRun(Database &database, RunId id, const char *status, const QVariant &error = {})
{
    int changed = 0;
    const Done done = database.run(QStringLiteral("UPDATE run SET status = ?, error = ? WHERE id = ? AND status = 'running'"),
                                   {QString::fromLatin1(status), error, integerValue(id.value)}, nullptr, &changed);
    if (done && changed == 0)
        return fail(ErrorCode::Internal, {"run " + std::to_string(id.value) + " is not running"});
    return done;
}

Done showRun(Database &database, ComparisonId id, const RunKey &key, RunId run)
{
    return database.run(
        QStringLiteral("INSERT OR REPLACE INTO comparison_run (comparison_id, arm, k, draw, run_id) VALUES (?, ?, ?, ?, ?)"),
        {integerValue(id.value), key.arm, textValue(key.shots.toString()), key.draw, integerValue(run.value)});
}

} // namespace

Result<std::optional<RunId>> LabStore::finishedRun(const std::string &fingerprint) const
{
    std::optional<RunId> id;
    const Done read = d->database.each(
        QStringLiteral("SELECT id FROM run WHERE fingerprint = ? AND status = 'finished' ORDER BY id DESC LIMIT 1"),
        {textValue(fingerprint)}, [&](const Row &row) { id = RunId {row.integer(0)}; });
    if (!read)
        return tl::unexpected(read.error());
    return id;
}

Done LabStore::adoptRun(ComparisonId id, const RunKey &key, RunId run)
{
    return d->database.transact([&] { return showRun(d->database, id, key, run); });
}

Result<RunId> LabStore::beginRun(ComparisonId id, const RunSpec &spec, const std::string &fingerprint,
                                 const Provenance &provenance)
{
    // What the file proves about a run must be what the run was given.
    Result<std::vector<std::vector<ExampleId>>> stored = support(id, spec.key);
    if (!stored)
        return tl::unexpected(stored.error());
    if (usesExamples(spec.arm.kind)
            ? *stored != spec.support
            : std::any_of(spec.support.begin(), spec.support.end(), [](const auto &ids) { return !ids.empty(); }))
        return fail(ErrorCode::Internal, {"support set differs from the stored draw"});

    Database &database = d->database;
    return database.transact([&]() -> Result<RunId> {
        RunId run;
        Done done = database.run(
            QStringLiteral(
                "INSERT INTO run (comparison_id, arm, k, draw, status, fingerprint, seed, settings, program, library, model_hash,"
                " threads, started_at) VALUES (?, ?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?)"),
            {integerValue(id.value), spec.key.arm, textValue(spec.key.shots.toString()), spec.key.draw, textValue(fingerprint),
             seedValue(spec.seed), textValue(dumped(toJson(spec.arm))), textValue(provenance.program),
             textValue(provenance.library), textValue(provenance.modelHash), provenance.threads,
             textValue(provenance.startedAt.empty() ? now() : provenance.startedAt)},
            &run.value);
        if (done)
            done = showRun(database, id, spec.key, run);
        if (!done)
            return tl::unexpected(done.error());
        return run;
    });
}

Done LabStore::addEpochs(RunId run, const std::vector<EpochPoint> &points)
{
    std::vector<Values> rows;
    for (const EpochPoint &point : points) {
        rows.push_back({integerValue(run.value), point.step, point.totalSteps, realValue(point.trainLoss),
                        realValue(point.trainAccuracy), realValue(point.testAccuracy), point.testCount,
                        realValue(point.seconds)});
    }
    return d->database.transact([&] {
        return d->database.runMany(
            QStringLiteral("INSERT OR REPLACE INTO epoch (run_id, step, total_steps, train_loss, train_accuracy,"
                           " test_accuracy, test_count, seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            rows);
    });
}

Done LabStore::finishRun(RunId run, const RunResult &result)
{
    Database &database = d->database;
    const std::vector<std::uint8_t> packed = packPredictions(result.predictions);
    const QByteArray data(reinterpret_cast<const char *>(packed.data()), static_cast<qsizetype>(packed.size()));
    return database.transact([&] {
        return endRun(database, run, "finished")
            .and_then([&] {
                return database.run(
                    QStringLiteral("UPDATE run SET seconds = ?, feature_seconds = ?, peak_bytes = ?, trained_parameters = ?,"
                                   " total_parameters = ?, steps = ?, final_loss = ?, train_accuracy = ?, whole_model = ?,"
                                   " frozen_hash_before = ?, frozen_hash_after = ? WHERE id = ?"),
                    {realValue(result.seconds), realValue(result.featureSeconds), integerValue(result.peakBytes),
                     integerValue(result.trainedParameters), integerValue(result.totalParameters), result.steps,
                     realValue(result.finalLoss), realValue(result.trainAccuracy), result.wholeModel,
                     textValue(result.frozenHashBefore), textValue(result.frozenHashAfter), integerValue(run.value)});
            })
            .and_then([&] {
                return database.run(QStringLiteral("INSERT INTO prediction (run_id, data) VALUES (?, ?)"),
                                    {integerValue(run.value), blobValue(data)});
            })
            .and_then([&] { return addRetention(database, run, result.retention); });
    });
}

Done LabStore::failRun(RunId run, const Error &error)
{
    return d->database.transact([&] { return endRun(d->database, run, "failed", textValue(errorToText(error))); });
}

Done LabStore::cancelRun(RunId run)
{
    return d->database.transact([&] { return endRun(d->database, run, "cancelled"); });
}

Result<std::vector<Run>> LabStore::runs(ComparisonId id) const
{
    const Values ofComparison {integerValue(id.value)};
    std::vector<Run> runs;
    Done read
        = d->database.each(QLatin1String(kRunsOfComparison), ofComparison, [&](const Row &row) { runs.push_back(runFrom(row)); });
    if (!read)
        return tl::unexpected(read.error());
    std::sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.key < b.key; });
    // Read while the program that was writing is gone: nothing runs any more.
    const bool nobodyWrites = access() == Access::ReadOnly && !d->file.hasWriter();
    std::unordered_multimap<std::int64_t, Run *> byId; // two equal arms share their runs
    for (Run &run : runs) {
        if (nobodyWrites && run.status == RunStatus::Running)
            run.status = RunStatus::Interrupted;
        byId.emplace(run.id.value, &run);
    }
    const auto forRun = [&](std::int64_t run, const auto &change) {
        const auto [first, last] = byId.equal_range(run);
        std::for_each(first, last, [&](const auto &entry) { change(*entry.second); });
    };

    std::optional<Error> broken;
    read = d->database
               .each(QStringLiteral("SELECT prediction.run_id, data FROM comparison_run JOIN prediction USING (run_id) WHERE "
                                    "comparison_id = ?"),
                     ofComparison,
                     [&](const Row &row) {
                         auto predictions = unpacked(row.blob(1));
                         if (predictions)
                             forRun(row.integer(0), [&](Run &run) { run.result.predictions = *predictions; });
                         else
                             broken = predictions.error();
                     })
               .and_then([&] {
                   return d->database.each(
                       QStringLiteral(
                           "SELECT run_id, step, total_steps, train_loss, train_accuracy, test_accuracy, test_count, seconds"
                           " FROM epoch WHERE run_id IN (SELECT run_id FROM comparison_run WHERE comparison_id = ?) ORDER BY "
                           "run_id, step"),
                       ofComparison, [&](const Row &row) {
                           const EpochPoint point {row.number(1), row.number(2), row.real(3), row.real(4),
                                                   row.real(5),   row.number(6), row.real(7)};
                           forRun(row.integer(0), [&](Run &run) { run.epochs.push_back(point); });
                       });
               });
    if (!read)
        return tl::unexpected(read.error());
    if (broken)
        return fail(ErrorCode::LabDamaged, {path().toStdString()}, "predictions: " + broken->technical);
    return runs;
}

Result<std::vector<std::vector<Prediction>>> LabStore::predictions(ComparisonId id, int arm, Shots shots) const
{
    std::vector<std::vector<Prediction>> byDraw;
    std::optional<Error> broken;
    const Done read = d->database.each(
        QStringLiteral("SELECT data FROM comparison_run JOIN prediction USING (run_id)"
                       " WHERE comparison_id = ? AND arm = ? AND k = ? ORDER BY draw"),
        {integerValue(id.value), arm, textValue(shots.toString())}, [&](const Row &row) {
            if (auto answers = unpacked(row.blob(0)))
                byDraw.push_back(std::move(*answers));
            else
                broken = answers.error();
        });
    if (!read)
        return tl::unexpected(read.error());
    if (broken)
        return fail(ErrorCode::LabDamaged, {path().toStdString()}, "predictions: " + broken->technical);
    return byDraw;
}

} // namespace shotlab::store
