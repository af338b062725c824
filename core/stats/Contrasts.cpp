// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Contrasts.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "stats/Intervals.h"
#include "stats/Multiplicity.h"
#include "stats/Sequential.h"

namespace shotlab::stats
{

namespace
{

constexpr int kMostMoreDraws = 100; ///< beyond that "more draws" is no advice

/// A contrast before correction. rivals: for BestOrRest all pairs with the best arm, otherwise just the pair itself.
struct Pair {
    Contrast contrast;
    double information = 1;
};
struct Candidate {
    std::vector<Pair> rivals;
    double p = 1;
    std::size_t hardest = 0;
};

std::optional<Pair> pairOf(const Evidence &evidence, Question question, int a, int b, Shots shots)
{
    const Shots shotsA = usesExamples(evidence.kind(a)) ? shots : Shots(0);
    const Shots shotsB = usesExamples(evidence.kind(b)) ? shots : Shots(0);
    const Evidence::Cell *cellA = evidence.cell(a, shotsA);
    const Evidence::Cell *cellB = evidence.cell(b, shotsB);
    if (a == b || cellA == nullptr || cellB == nullptr)
        return std::nullopt;
    std::optional<PairedDifference> difference = pairedDifference(*cellA->outcomes, cellA->fixed, *cellB->outcomes, cellB->fixed);
    if (!difference)
        return std::nullopt;
    const int planned = std::max(evidence.plannedDraws(a, shotsA, b, shotsB), 1);
    Pair pair;
    pair.contrast.question = question;
    pair.contrast.a = a;
    pair.contrast.b = b;
    pair.contrast.shots = shots;
    pair.contrast.difference = *difference;
    pair.information = std::min(1.0, static_cast<double>(difference->draws) / planned);
    return pair;
}

/// The learning arm with the highest mean accuracy over the draws that all of them have.
std::optional<int> bestArm(const Evidence &evidence, const std::vector<int> &arms, Shots shots)
{
    std::optional<std::set<int>> common;
    for (const int arm : arms) {
        const Evidence::Cell *cell = evidence.cell(arm, shots);
        if (cell->fixed)
            continue;
        const std::set<int> draws(cell->outcomes->draws.begin(), cell->outcomes->draws.end());
        std::set<int> both;
        if (common)
            std::set_intersection(common->begin(), common->end(), draws.begin(), draws.end(), std::inserter(both, both.end()));
        common = common ? both : draws;
    }
    std::optional<int> best;
    double highest = -1;
    for (const int arm : arms) {
        const Evidence::Cell *cell = evidence.cell(arm, shots);
        double sum = 0;
        int count = 0;
        for (std::size_t row = 0; row < cell->outcomes->draws.size(); ++row) {
            if (cell->fixed || (common && common->contains(cell->outcomes->draws[row]))) {
                sum += cell->summary.perDraw[row];
                ++count;
            }
        }
        if (count > 0 && sum / count > highest) {
            highest = sum / count;
            best = arm;
        }
    }
    return best;
}

std::vector<Candidate> family(const Evidence &evidence)
{
    std::vector<Candidate> candidates;
    const auto add = [&](Question question, std::optional<int> a, std::optional<int> b, Shots shots) {
        if (!a || !b)
            return;
        if (const std::optional<Pair> pair = pairOf(evidence, question, *a, *b, shots))
            candidates.push_back({{*pair}});
    };
    const std::optional<int> frozen = evidence.frozenArm();
    const std::optional<int> tuned = evidence.tunedArm();
    const std::optional<int> full = evidence.firstOf({ArmKind::FullFineTuning});
    for (const Shots shots : evidence.shots()) {
        add(Question::TunedOrFrozen, tuned, frozen, shots);
        add(Question::FullOrScratch, full, evidence.firstOf({ArmKind::FromScratch}), shots);
    }
    for (const Shots shots : evidence.shotsOfInterest()) {
        if (full) // otherwise chosen layers are the tuned arm already
            add(Question::ChosenOrFrozen, evidence.firstOf({ArmKind::ChosenLayers}), frozen, shots);
        if (frozen && !evidence.mixesNamesIn(*frozen))
            add(Question::ExamplesOrNames, frozen, evidence.firstOf({ArmKind::ZeroShot}), shots);
        const std::vector<int> arms = evidence.learningArms(shots);
        const std::optional<int> best = bestArm(evidence, arms, shots);
        Candidate candidate;
        for (const int arm : arms) {
            if (const std::optional<Pair> pair = best ? pairOf(evidence, Question::BestOrRest, *best, arm, shots) : std::nullopt)
                candidate.rivals.push_back(*pair);
        }
        if (!candidate.rivals.empty())
            candidates.push_back(std::move(candidate));
    }
    return candidates;
}

DrawLuckPrior priorOf(const std::vector<Candidate> &candidates)
{
    std::vector<DrawLuckRatio> ratios;
    for (const Candidate &candidate : candidates) {
        const Contrast &contrast = candidate.rivals.front().contrast;
        // The pairs of the best arm mostly repeat planned ones.
        if (contrast.question != Question::BestOrRest && contrast.difference.isTestable())
            ratios.push_back(contrast.difference.drawLuckRatio());
    }
    return drawLuckPrior(ratios);
}

/// The p value of a candidate before Holm: that of its hardest pair.
void test(Candidate &candidate, const DrawLuckPrior &prior)
{
    candidate.p = -1;
    for (std::size_t i = 0; i < candidate.rivals.size(); ++i) {
        const Pair &pair = candidate.rivals[i];
        const PairedDifference &difference = pair.contrast.difference;
        double p = 1;
        // Over its own common draws a rival may turn out better than the best arm.
        const bool right = pair.contrast.question != Question::BestOrRest || difference.mean > 0;
        if (difference.isTestable() && right)
            p = sequentialP(twoSidedP(luckOf(difference, prior), difference.squares.mean), pair.information);
        const bool closer = p == candidate.p && difference.mean < candidate.rivals[candidate.hardest].contrast.difference.mean;
        if (p > candidate.p || closer) {
            candidate.p = p;
            candidate.hardest = i;
        }
    }
}

Contrast judged(const Candidate &candidate, const DrawLuckPrior &prior, double adjusted, double level)
{
    const Pair &pair = candidate.rivals[candidate.hardest];
    Contrast contrast = pair.contrast;
    const PairedDifference &difference = contrast.difference;
    contrast.pValue = adjusted;
    contrast.supported = adjusted <= kAlpha;
    contrast.interval.mean = difference.mean;
    if (!difference.isTestable())
        return contrast;
    const double half = halfWidth(luckOf(difference, prior), nominalLevel(pair.information, level));
    contrast.interval.low = std::max(-1.0, std::min(difference.squares.mean - half, difference.mean));
    contrast.interval.high = std::min(1.0, std::max(difference.squares.mean + half, difference.mean));
    if (!contrast.supported)
        contrast.moreDraws = moreDrawsNeeded(difference, prior, nominalLevel(1.0, level), kMostMoreDraws);
    return contrast;
}

} // namespace

std::vector<Contrast> contrasts(const Evidence &evidence)
{
    std::vector<Candidate> candidates = family(evidence);
    const DrawLuckPrior prior = priorOf(candidates);
    std::vector<double> p;
    for (Candidate &candidate : candidates) {
        test(candidate, prior);
        p.push_back(candidate.p);
    }
    const Holm corrected = holm(p, kAlpha);
    std::vector<Contrast> result;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        result.push_back(judged(candidates[i], prior, corrected.adjusted[i], corrected.levels[i]));
    return result;
}

const Contrast *contrastOf(const std::vector<Contrast> &contrasts, Question question, Shots shots)
{
    const auto found = std::find_if(contrasts.begin(), contrasts.end(), [&](const Contrast &contrast) {
        return contrast.question == question && contrast.shots == shots;
    });
    return found == contrasts.end() ? nullptr : &*found;
}

Finding findingAbout(const Contrast &contrast, FindingKind kind)
{
    Finding finding;
    finding.kind = kind;
    finding.arms = {contrast.better(), contrast.worse()};
    finding.shots = contrast.shots;
    finding.difference = contrast.interval;
    if (contrast.better() == contrast.b) {
        const Estimate seenFromA = contrast.interval;
        finding.difference = {-seenFromA.mean, std::nullopt, std::nullopt};
        if (seenFromA.low && seenFromA.high) {
            finding.difference.low = -*seenFromA.high;
            finding.difference.high = -*seenFromA.low;
        }
    }
    finding.draws = contrast.difference.draws;
    finding.moreDraws = contrast.moreDraws;
    finding.pValue = contrast.pValue;
    return finding;
}

} // namespace shotlab::stats
