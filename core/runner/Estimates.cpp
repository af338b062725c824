// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/Estimates.h"

#include <algorithm>
#include <numeric>

namespace shotlab::runner
{

namespace
{

const Arm &armOf(const Comparison &comparison, const RunKey &key) { return comparison.arms()[static_cast<std::size_t>(key.arm)]; }

/// Arms that read the features in front of the head share one pass; chosen layers cut elsewhere and need one of their own.
bool sharesHeadFeatures(ArmKind kind)
{
    return kind == ArmKind::Prototypes || kind == ArmKind::NearestNeighbour || kind == ArmKind::LinearProbe;
}

} // namespace

RunSize sizeOf(const Comparison &comparison, const RunKey &key)
{
    RunSize size {key.shots, 0, static_cast<int>(comparison.testExamples.size())};
    if (key.shots.isAll())
        size.supportExamples = std::accumulate(comparison.poolSizes.begin(), comparison.poolSizes.end(), 0);
    else
        size.supportExamples = key.shots.perClass() * static_cast<int>(comparison.classes.size());
    size.supportExamples *= comparison.plan.views;
    return size;
}

double secondsOf(const Comparison &comparison, const RunKey &key, const ModelSpeed &speed)
{
    const RunSize size = sizeOf(comparison, key);
    const Arm &arm = armOf(comparison, key);
    return speed.run(arm, size).value_or(speed.guessRun(arm, size));
}

PlanEstimate estimateRuns(const Comparison &comparison, const std::vector<RunKey> &runs, const ModelSpeed &speed)
{
    PlanEstimate estimate;
    estimate.runs = static_cast<int>(runs.size());
    estimate.skipped = comparison.skipped;
    estimate.measured = !runs.empty();
    const int pool = std::accumulate(comparison.poolSizes.begin(), comparison.poolSizes.end(), 0) * comparison.plan.views;
    std::map<int, int> examplesOfArm; // looked at by all runs of an arm; draws overlap, but never exceed the pool
    for (const RunKey &key : runs) {
        estimate.secondsPerArm[key.arm] += secondsOf(comparison, key, speed);
        const RunSize size = sizeOf(comparison, key);
        estimate.measured = estimate.measured && speed.run(armOf(comparison, key), size).has_value();
        examplesOfArm[key.arm] = std::min(pool, examplesOfArm[key.arm] + size.supportExamples);
    }
    const double perExample = speed.featuresPerExample().value_or(speed.guessFeaturesPerExample());
    bool headFeaturesCounted = false;
    for (auto &[arm, seconds] : estimate.secondsPerArm) {
        const ArmKind kind = comparison.arms()[static_cast<std::size_t>(arm)].kind;
        const bool first = sharesHeadFeatures(kind) && !std::exchange(headFeaturesCounted, true);
        if (first || kind == ArmKind::ChosenLayers)
            seconds += perExample * (examplesOfArm[arm] + static_cast<int>(comparison.testExamples.size()));
        estimate.seconds += seconds;
    }
    return estimate;
}

} // namespace shotlab::runner
