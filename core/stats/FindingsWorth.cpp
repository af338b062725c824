// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>

#include "stats/FindingRules.h"

namespace shotlab::stats
{

namespace
{

/// Accuracy against k of one arm.
std::vector<CurvePoint> curveOf(const Evidence &evidence, int arm)
{
    std::vector<CurvePoint> points;
    for (const Shots shots : evidence.shots()) {
        const Evidence::Cell *cell = evidence.cell(arm, shots);
        const std::optional<double> perClass = evidence.perClass(shots);
        if (cell != nullptr && perClass && (points.empty() || *perClass > points.back().perClass))
            points.push_back({*perClass, cell->summary.accuracy.mean});
    }
    return points;
}

/// The frozen arm with the best curve of those that learn from examples alone: highest mean over the k it was measured at.
std::optional<int> bestFrozenArm(const Evidence &evidence)
{
    std::optional<int> best;
    double highest = -1;
    for (int arm = 0; arm < static_cast<int>(evidence.comparison().arms().size()); ++arm) {
        const std::vector<CurvePoint> points = curveOf(evidence, arm);
        if (points.empty() || !usesExamples(evidence.kind(arm)) || trainsTrunk(evidence.kind(arm)) || evidence.mixesNamesIn(arm))
            continue;
        double mean = 0;
        for (const CurvePoint &point : points)
            mean += point.accuracy / static_cast<double>(points.size());
        if (mean > highest) {
            highest = mean;
            best = arm;
        }
    }
    return best;
}

} // namespace

CurveReading readCurve(const std::vector<CurvePoint> &points, double accuracy)
{
    if (accuracy < points.front().accuracy)
        return {CurveReach::Below, points.front().perClass};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const CurvePoint &before = points[i - 1];
        const CurvePoint &after = points[i];
        if (accuracy > after.accuracy)
            continue;
        const double rise = after.accuracy - before.accuracy;
        const double part = rise > 0 ? std::max(0.0, (accuracy - before.accuracy) / rise) : 0;
        return {CurveReach::Within, before.perClass * std::pow(after.perClass / before.perClass, part)};
    }
    if (accuracy > points.back().accuracy)
        return {CurveReach::Above, points.back().perClass};
    return {CurveReach::Within, points.back().perClass};
}

std::vector<Finding> worthOfNamesFindings(const Evidence &evidence)
{
    const std::optional<int> names = evidence.firstOf({ArmKind::ZeroShot});
    const std::optional<int> frozen = bestFrozenArm(evidence);
    const Evidence::Cell *zeroShot = names ? evidence.cell(*names, Shots(0)) : nullptr;
    if (zeroShot == nullptr || !frozen)
        return {};
    const Estimate &accuracy = zeroShot->summary.accuracy;
    Finding finding;
    finding.kind = FindingKind::WorthOfNames;
    finding.arms = {*names, *frozen};
    finding.difference = accuracy;
    if (*accuracy.low <= evidence.guessing())
        return {finding};

    const std::vector<CurvePoint> points = curveOf(evidence, *frozen);
    const CurveReading reading = readCurve(points, accuracy.mean);
    if (reading.reach == CurveReach::Below) {
        // Less than the smallest k: only near a single example is that still a number of examples.
        const double share = (accuracy.mean - evidence.guessing()) / (points.front().accuracy - evidence.guessing());
        if (points.front().perClass != 1.0 || share < 0.5)
            return {};
    }
    finding.value = std::round(reading.perClass);
    if (reading.reach == CurveReach::Above)
        finding.shots = Shots(static_cast<int>(finding.value));
    for (const Shots shots : evidence.shots()) {
        const Evidence::Cell *cell = evidence.cell(*frozen, shots);
        if (cell == nullptr || shots.isAll() || shots.perClass() == 0)
            continue;
        // Stricter than a paired test; with one draw only there is no interval that covers both kinds of luck.
        const CellSummary &few = cell->summary;
        if (few.testLuckOnly || !few.accuracy.high || *accuracy.low <= *few.accuracy.high)
            break;
        finding.shotsTo = shots;
    }
    return {finding};
}

std::vector<Finding> worthOfPretrainingFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts)
{
    const Contrast *largest = nullptr; // at the largest k
    const Contrast *gain = nullptr; // at the largest k with a supported advantage of full fine-tuning
    for (const Shots shots : evidence.shots()) {
        const Contrast *contrast = contrastOf(contrasts, Question::FullOrScratch, shots);
        if (contrast == nullptr || !evidence.perClass(shots) || !contrast->difference.isTestable())
            continue;
        largest = contrast;
        if (contrast->supported && contrast->better() == contrast->a)
            gain = contrast;
    }
    if (largest == nullptr)
        return {};
    const Contrast &judged = gain != nullptr ? *gain : *largest;
    Finding finding;
    finding.kind = FindingKind::WorthOfPretraining;
    finding.arms = {judged.a, judged.b};
    finding.shots = judged.shots;
    finding.difference = judged.interval;
    finding.draws = judged.difference.draws;
    finding.pValue = judged.pValue;
    if (gain == nullptr) {
        finding.value = 1;
        return *judged.interval.high < kNothingGained ? std::vector {finding} : std::vector<Finding> {};
    }
    const double reached = evidence.cell(judged.b, judged.shots)->summary.accuracy.mean;
    const CurveReading reading = readCurve(curveOf(evidence, judged.a), reached);
    finding.value = *evidence.perClass(judged.shots) / reading.perClass;
    if (reading.reach == CurveReach::Below)
        finding.shotsTo = Shots(static_cast<int>(std::round(reading.perClass)));
    return finding.value > 1 ? std::vector {finding} : std::vector<Finding> {};
}

} // namespace shotlab::stats
