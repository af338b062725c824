// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ChartFeed.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "charts/ChartMath.h"
#include "text/Sentences.h"

namespace shotlab::models
{

using charts::AccuracyChartData;
using charts::LearningChartData;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartFeed)
};

/// Before the first step there is no batch to measure it on.
std::optional<double> lossOf(const EpochPoint &point)
{
    return point.step > 0 && std::isfinite(point.trainLoss) ? std::optional(point.trainLoss) : std::nullopt;
}

/// What the curves show, as far as they have come: who gains most while it trains.
QString learningHeadline(const charts::LearningChartData &data, Shots shots)
{
    constexpr double kNothing = 0.01; // a point
    const charts::LearningSeries *steepest = nullptr;
    double most = 0;
    charts::CurvePoint from;
    charts::CurvePoint to;
    for (const charts::LearningSeries &series : data.series) {
        const std::vector<charts::CurvePoint> mean = charts::meanCurve(series.draws);
        if (mean.size() < 2)
            continue;
        const double gain = mean.back().value - mean.front().value;
        if (steepest != nullptr && gain <= most)
            continue;
        steepest = &series;
        most = gain;
        from = mean.front();
        to = mean.back();
    }
    if (steepest == nullptr)
        return Words::tr("Learning curves");
    if (most < kNothing)
        return Words::tr("%1: training gains less than a point").arg(text::shotsShort(shots));
    return Words::tr("%1: %2 goes from %3 to %4 in %5 steps")
        .arg(text::shotsShort(shots), steepest->title, text::decimalText(100 * from.value, 0), text::percentText(to.value, 0),
             text::numberText(to.step));
}

const Arm &armOf(const runner::ComparisonView &comparison, int arm)
{
    return comparison.comparison.plan.arms[static_cast<std::size_t>(arm)];
}

} // namespace

int armVariant(const std::vector<Arm> &arms, int arm)
{
    const auto end = arms.begin() + arm;
    return static_cast<int>(std::count_if(arms.begin(), end, [&](const Arm &other) { return other.kind == end->kind; }));
}

QString armTitle(const runner::ComparisonView &comparison, int arm, const std::vector<LayerNode> &tree)
{
    return text::armTitle(comparison.comparison.plan.arms, arm, tree);
}

AccuracyChartData accuracyData(const runner::ComparisonView &comparison, const std::vector<LayerNode> &tree)
{
    AccuracyChartData data;
    const std::vector<Arm> &arms = comparison.comparison.plan.arms;
    data.headline = text::chartHeadline(comparison.findings, comparison.comparison);
    data.shots = comparison.comparison.plan.shots;
    data.shotsTitle = Words::tr("Examples per class (k)");
    data.emptyText = Words::tr("The first points appear within seconds.");
    bool severalDraws = false;
    bool anyHollow = false;
    for (const runner::CellView &cell : comparison.cells) {
        const Arm &arm = armOf(comparison, cell.summary.arm);
        if (isFloor(arm.kind)) {
            data.floors.push_back({text::armTitle(arm.kind), cell.summary.accuracy.mean});
            continue;
        }
        if (cell.summary.draws == 0)
            continue;
        if (data.series.empty() || data.series.back().arm != cell.summary.arm) {
            data.series.push_back({cell.summary.arm,
                                   arm.kind,
                                   armVariant(arms, cell.summary.arm),
                                   armTitle(comparison, cell.summary.arm, tree),
                                   {},
                                   comparison.outOfDate});
        }
        // A cell that gets no further draws (zero-shot, frozen arms at "all") is complete with one.
        const bool single = cell.summary.testLuckOnly && usesExamples(arm.kind);
        const bool unfinished = cell.finishedDraws < cell.plannedDraws && comparison.state == runner::ComparisonState::Running;
        data.series.back().points.push_back(
            {cell.summary.shots, cell.summary.accuracy, cell.summary.draws, single || unfinished, cell.summary.seconds,
             cell.summary.trainedParameters});
        severalDraws = severalDraws || cell.summary.draws > 1;
        anyHollow = anyHollow || single || unfinished;
    }
    data.subline = text::accuracySubline(static_cast<int>(comparison.comparison.testExamples.size()), severalDraws, anyHollow);
    return data;
}

AccuracyChartData emptyAccuracyData(const ComparisonPlan &plan)
{
    AccuracyChartData data;
    data.headline = Words::tr("How many examples are needed?");
    data.shots = plan.shots;
    data.shotsTitle = Words::tr("Examples per class (k)");
    data.emptyText = Words::tr("Here the answer will stand. Press Run comparison.");
    return data;
}

LearningChartData learningData(const runner::ComparisonView &comparison, const std::vector<LayerNode> &tree, Shots shots,
                                       const std::vector<runner::CurvesView> &curves)
{
    LearningChartData data;
    data.headline = Words::tr("Learning curves");
    data.subline = Words::tr("%1, test accuracy").arg(text::shotsShort(shots));
    data.emptyText = comparison.state == runner::ComparisonState::Running
        ? Words::tr("%1, no method with training has run yet. Its curves appear here.").arg(text::withShots(shots))
        : Words::tr("%1, no method with training has run.").arg(text::withShots(shots));
    const std::vector<Arm> &arms = comparison.comparison.plan.arms;
    for (const runner::CurvesView &view : curves) {
        if (view.shots != shots || view.arm < 0 || view.arm >= static_cast<int>(arms.size()))
            continue;
        charts::LearningSeries series;
        series.arm = view.arm;
        series.kind = armOf(comparison, view.arm).kind;
        series.variant = armVariant(arms, view.arm);
        series.title = armTitle(comparison, view.arm, tree);
        series.running = view.live;
        for (const std::vector<EpochPoint> &draw : view.perDraw) {
            std::vector<charts::CurvePoint> points;
            for (const EpochPoint &point : draw)
                points.push_back({point.step, point.testAccuracy, lossOf(point)});
            if (!points.empty())
                series.draws.push_back(std::move(points));
        }
        if (!series.draws.empty())
            data.series.push_back(std::move(series));
    }
    data.headline = learningHeadline(data, shots);
    data.lossHeadline = Words::tr("%1: loss on the examples learnt from").arg(text::shotsShort(shots));
    return data;
}

QStringList classTitles(const std::vector<LabClass> &classes)
{
    QStringList titles;
    for (const LabClass &labClass : classes)
        titles.append(text::classTitle(labClass));
    return titles;
}

} // namespace shotlab::models
