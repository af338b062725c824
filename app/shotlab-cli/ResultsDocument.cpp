// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ResultsDocument.h"

#include <nlohmann/json.hpp>

#include "text/Sentences.h"

namespace shotlab::cli
{

namespace
{

using Json = nlohmann::ordered_json; // as documented, for those who read along
using runner::CellView;
using runner::ComparisonView;

Json orNull(const std::optional<double> &value) { return value ? Json(*value) : Json(); }

Json shotsJson(Shots shots) { return shots.isAll() ? Json("all") : Json(shots.perClass()); }

std::string armAt(const ComparisonView &view, int arm)
{
    return std::string(armName(view.comparison.arms()[static_cast<std::size_t>(arm)].kind));
}

Json estimateJson(const Estimate &estimate)
{
    return {{"mean", estimate.mean}, {"low", orNull(estimate.low)}, {"high", orNull(estimate.high)}};
}

/// What training did to the old skill; null where no trained weights moved.
Json retentionJson(const std::optional<RetentionSummary> &retention)
{
    if (!retention)
        return {};
    const bool isTask = retention->kind == RetentionKind::SourceTask;
    return {{"kind", isTask ? "source-task" : "feature-similarity"},
            {"before", retention->before},
            {"after", retention->after},
            {"lost", estimateJson(retention->lost)},
            {"examples", retention->count}};
}

Json resultJson(const ComparisonView &view, const CellView &cell)
{
    const CellSummary &summary = cell.summary;
    return {{"arm", armAt(view, summary.arm)},
            {"k", shotsJson(summary.shots)},
            {"draws", summary.draws},
            {"accuracy", estimateJson(summary.accuracy)},
            {"trained_parameters", summary.trainedParameters},
            {"seconds", summary.seconds},
            {"retention", retentionJson(summary.retention)}};
}

/// The mean difference belongs to findings about two arms at one k; others carry a range or a value of another kind.
bool hasDifference(FindingKind kind)
{
    return kind == FindingKind::Ahead || kind == FindingKind::CannotTell || kind == FindingKind::Price
        || kind == FindingKind::Forgetting;
}

Json findingJson(const ComparisonView &view, const Finding &finding)
{
    Json arms = Json::array();
    for (const int arm : finding.arms)
        arms.push_back(armAt(view, arm));
    return {{"kind", findingName(finding.kind)},
            {"text", text::findingSentence(finding, view.comparison).sentence.toStdString()},
            {"arms", std::move(arms)},
            {"k", finding.shots ? shotsJson(*finding.shots) : Json()},
            {"difference", hasDifference(finding.kind) ? Json(finding.difference.mean) : Json()},
            {"low", orNull(finding.difference.low)},
            {"high", orNull(finding.difference.high)}};
}

Json skippedJson(const ComparisonView &view, const Skipped &skipped)
{
    return {{"arm", skipped.arm ? Json(armAt(view, *skipped.arm)) : Json()},
            {"k", skipped.shots ? shotsJson(*skipped.shots) : Json()},
            {"reason", text::skippedSentence(skipped, view.comparison).toStdString()}};
}

} // namespace

Json resultsDocument(const ComparisonView &view, const std::string &modelName)
{
    Json classes = Json::array();
    for (const LabClass &labClass : view.comparison.classes)
        classes.push_back(labClass.name);
    Json results = Json::array();
    Json skipped = Json::array();
    for (const Skipped &part : view.comparison.skipped)
        skipped.push_back(skippedJson(view, part));
    for (const CellView &cell : view.cells) {
        if (cell.finishedDraws > 0)
            results.push_back(resultJson(view, cell));
        if (cell.failure)
            skipped.push_back(
                {{"arm", armAt(view, cell.summary.arm)},
                 {"k", shotsJson(cell.summary.shots)},
                 {"reason", text::failedDrawsSentence(cell.failedDraws, cell.plannedDraws, *cell.failure).toStdString()}});
    }
    Json findings = Json::array();
    for (const Finding &finding : view.findings)
        findings.push_back(findingJson(view, finding));
    return {{"comparison", view.comparison.id.value}, {"model", modelName},
            {"classes", std::move(classes)},          {"test_size", view.comparison.testExamples.size()},
            {"views", view.comparison.plan.views},
            {"results", std::move(results)},          {"findings", std::move(findings)},
            {"skipped", std::move(skipped)}};
}

QString resultsCsv(const ComparisonView &view)
{
    const auto number = [](const std::optional<double> &value) {
        return value ? QString::number(*value, 'g', QLocale::FloatingPointShortest) : QString();
    };
    QString csv = QStringLiteral("comparison,arm,k,draws,test_size,mean,low,high,trained_parameters,seconds\r\n");
    for (const CellView &cell : view.cells) {
        const CellSummary &summary = cell.summary;
        if (cell.finishedDraws == 0)
            continue;
        const QStringList fields {QString::number(view.comparison.id.value),
                                  QString::fromStdString(armAt(view, summary.arm)),
                                  QString::fromStdString(summary.shots.toString()),
                                  QString::number(summary.draws),
                                  QString::number(summary.testSize),
                                  number(summary.accuracy.mean),
                                  number(summary.accuracy.low),
                                  number(summary.accuracy.high),
                                  QString::number(summary.trainedParameters),
                                  number(summary.seconds)};
        csv += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n"); // names of arms hold neither comma nor quote
    }
    return csv;
}

} // namespace shotlab::cli
