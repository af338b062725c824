// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <numeric>
#include <set>

#include "stats/Crossed.h"
#include "stats/Distributions.h"
#include "stats/FindingRules.h"
#include "stats/Intervals.h"

namespace shotlab::stats
{

namespace
{

constexpr int kFewestDrawsForLuck = 5;
constexpr double kSpreadOfLuck = 0.05;
constexpr int kFewTestExamples = 30;
constexpr int kFewDraws = 3;
constexpr int kFewestDrawsForMixUp = 2;
constexpr double kStubbornShare = 0.1;
constexpr double kByHeart = 0.99;
constexpr double kNotLearnt = 0.7;
constexpr double kKeptSkill = 0.03; ///< losing less than this is keeping it

/// Whether the draws differ by more than the residual explains (F test of the crossed model).
bool drawsMatter(const CorrectMatrix &correct)
{
    const CrossedMeanSquares squares = crossedMeanSquares(correct);
    if (squares.residual <= 0 || squares.residualDf() <= 0)
        return squares.ofDraws > 0;
    return fisherUpperTail(squares.ofDraws / squares.residual, squares.draws - 1, squares.residualDf()) < kAlpha;
}

struct MixUp {
    int truth = 0;
    int answer = 0;
    double share = 0; ///< of the answers to examples of that class
};

MixUp largestMixUp(const CellOutcomes &cell, const std::vector<int> &testLabels, int classes)
{
    const std::vector<std::vector<int>> counts = confusion(cell, testLabels, classes);
    MixUp largest;
    for (int truth = 0; truth < classes; ++truth) {
        const std::vector<int> &row = counts[static_cast<std::size_t>(truth)];
        const double all = std::accumulate(row.begin(), row.end(), 0.0);
        for (int answer = 0; answer < classes; ++answer) {
            const double share = all > 0 ? row[static_cast<std::size_t>(answer)] / all : 0;
            if (answer != truth && share > largest.share)
                largest = {truth, answer, share};
        }
    }
    return largest;
}

/// The largest k at which every learning arm that has any cell has one that does not hang on a single draw.
std::optional<Shots> largestSolidShots(const Evidence &evidence)
{
    const auto isSolid = [&evidence](int arm, Shots shots) {
        const Evidence::Cell *cell = evidence.cell(arm, shots);
        return cell->fixed || cell->summary.draws >= kFewestDrawsForMixUp;
    };
    std::set<int> everyArm;
    for (const Shots shots : evidence.shots()) {
        for (const int arm : evidence.learningArms(shots))
            everyArm.insert(arm);
    }
    std::optional<Shots> largest;
    for (const Shots shots : evidence.shots()) {
        const std::vector<int> arms = evidence.learningArms(shots);
        if (arms.size() == everyArm.size()
            && std::all_of(arms.begin(), arms.end(), [&](int arm) { return isSolid(arm, shots); }))
            largest = shots;
    }
    return largest;
}

} // namespace

std::vector<Finding> luckFindings(const Evidence &evidence)
{
    for (const Shots shots : evidence.shots()) {
        const Evidence::Cell *widest = nullptr;
        double spread = kSpreadOfLuck;
        for (const int arm : evidence.learningArms(shots)) {
            const Evidence::Cell *cell = evidence.cell(arm, shots);
            const std::vector<double> &perDraw = cell->summary.perDraw;
            if (static_cast<int>(perDraw.size()) < kFewestDrawsForLuck || !drawsMatter(cell->outcomes->correct))
                continue;
            const auto [low, high] = std::minmax_element(perDraw.begin(), perDraw.end());
            if (*high - *low >= spread) {
                spread = *high - *low;
                widest = cell;
            }
        }
        if (widest == nullptr)
            continue;
        const auto [low, high] = std::minmax_element(widest->summary.perDraw.begin(), widest->summary.perDraw.end());
        Finding finding;
        finding.kind = FindingKind::Luck;
        finding.arms = {widest->summary.arm};
        finding.shots = shots;
        finding.difference = {widest->summary.accuracy.mean, *low, *high};
        finding.draws = widest->summary.draws;
        return {finding};
    }
    return {};
}

std::vector<Finding> stubbornMixUpFindings(const Evidence &evidence)
{
    const std::optional<Shots> shots = largestSolidShots(evidence);
    if (!shots)
        return {};
    const std::vector<int> arms = evidence.learningArms(*shots);
    const int classes = static_cast<int>(evidence.comparison().classes.size());
    std::optional<MixUp> common;
    double share = 0;
    int fewestDraws = 0; // of the arms that differ from draw to draw
    for (const int arm : arms) {
        const Evidence::Cell &cell = *evidence.cell(arm, *shots);
        if (!cell.fixed)
            fewestDraws = fewestDraws == 0 ? cell.summary.draws : std::min(fewestDraws, cell.summary.draws);
        const MixUp largest = largestMixUp(*cell.outcomes, evidence.comparison().testLabels, classes);
        if (largest.share < kStubbornShare)
            return {};
        if (common && (common->truth != largest.truth || common->answer != largest.answer))
            return {};
        common = largest;
        share += largest.share / static_cast<double>(arms.size());
    }
    if (arms.size() < 2)
        return {};
    Finding finding;
    finding.kind = FindingKind::StubbornMixUp;
    finding.arms = arms;
    finding.classes = {common->truth, common->answer};
    finding.shots = shots;
    finding.value = share;
    finding.draws = fewestDraws;
    return {finding};
}

std::vector<Finding> thinIceFindings(const Evidence &evidence)
{
    int mostDraws = 0;
    for (const auto &[key, cell] : evidence.cells()) {
        if (!cell.fixed)
            mostDraws = std::max(mostDraws, cell.summary.draws);
    }
    const std::vector<int> counts = evidence.testCounts();
    if (evidence.cells().empty() || counts.empty())
        return {};
    const int smallest = *std::min_element(counts.begin(), counts.end());
    const bool fewDraws = mostDraws > 0 && mostDraws < kFewDraws;
    std::vector<Finding> found;
    if (smallest < kFewTestExamples) {
        Finding tests;
        tests.kind = FindingKind::ThinIce;
        tests.value = 1.0 / static_cast<double>(evidence.comparison().testLabels.size());
        tests.weights = {smallest};
        found.push_back(tests);
    }
    if (fewDraws) {
        Finding draws;
        draws.kind = FindingKind::ThinIce;
        draws.draws = mostDraws;
        found.push_back(draws);
    }
    return found;
}

std::vector<Finding> memorisedFindings(const Evidence &evidence)
{
    const Evidence::Cell *worst = nullptr;
    double worstGap = 0;
    double worstTrain = 0;
    for (const auto &[key, cell] : evidence.cells()) {
        const std::vector<double> &train = cell.outcomes->trainAccuracy;
        if (train.empty())
            continue;
        const double mean = std::accumulate(train.begin(), train.end(), 0.0) / static_cast<double>(train.size());
        const Estimate &test = cell.summary.accuracy;
        const bool supported = mean >= kByHeart && test.mean <= kNotLearnt && *test.high < mean;
        if (supported && mean - test.mean > worstGap) {
            worst = &cell;
            worstGap = mean - test.mean;
            worstTrain = mean;
        }
    }
    if (worst == nullptr)
        return {};
    Finding finding;
    finding.kind = FindingKind::Memorised;
    finding.arms = {worst->summary.arm};
    finding.shots = worst->summary.shots;
    finding.value = worstTrain;
    finding.difference = worst->summary.accuracy;
    finding.draws = worst->summary.draws;
    return {finding};
}

std::vector<Finding> forgettingFindings(const Evidence &evidence)
{
    const std::optional<int> arm = evidence.tunedArm();
    const Evidence::Cell *chosen = nullptr;
    for (const Shots shots : evidence.shots()) {
        const Evidence::Cell *cell = arm ? evidence.cell(*arm, shots) : nullptr;
        const bool measured
            = cell != nullptr && cell->summary.retention && cell->summary.retention->kind == RetentionKind::SourceTask;
        // The largest k, but not one draw where others have several.
        if (measured && (chosen == nullptr || cell->summary.draws > 1 || chosen->summary.draws == 1))
            chosen = cell;
    }
    if (chosen == nullptr)
        return {};
    const Estimate &lost = chosen->summary.retention->lost;
    const bool hasLost = *lost.low > 0;
    const bool hasKept = *lost.high < kKeptSkill;
    if (!hasLost && !hasKept)
        return {};
    Finding finding;
    finding.kind = FindingKind::Forgetting;
    finding.arms = {*arm};
    finding.shots = chosen->summary.shots;
    finding.difference = lost;
    finding.draws = chosen->summary.draws;
    return {finding};
}

} // namespace shotlab::stats
