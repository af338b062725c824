// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <set>

#include "stats/FindingRules.h"

namespace shotlab::stats
{

namespace
{

constexpr double kDearFactor = 3;

/// What is worth saying at one k: the main question if it has an answer, else the best arm, else chosen layers.
const Contrast *supportedAt(const std::vector<Contrast> &contrasts, Shots shots)
{
    for (const Question question : {Question::TunedOrFrozen, Question::BestOrRest, Question::ChosenOrFrozen}) {
        const Contrast *contrast = contrastOf(contrasts, question, shots);
        if (contrast != nullptr && contrast->supported)
            return contrast;
    }
    return nullptr;
}

/// The open question at one k.
const Contrast *openAt(const std::vector<Contrast> &contrasts, Shots shots)
{
    const Contrast *main = contrastOf(contrasts, Question::TunedOrFrozen, shots);
    return main != nullptr ? main : contrastOf(contrasts, Question::BestOrRest, shots);
}

} // namespace

std::vector<Finding> contrastFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts)
{
    std::vector<Finding> ahead;
    std::vector<Finding> open;
    std::set<std::pair<int, int>> openPairs;
    for (const Shots shots : evidence.shotsOfInterest()) {
        const Contrast *supported = supportedAt(contrasts, shots);
        if (supported != nullptr)
            ahead.push_back(findingAbout(*supported, FindingKind::Ahead));
        const Contrast *undecided = openAt(contrasts, shots);
        if (undecided != nullptr && !undecided->supported && openPairs.insert(std::minmax(undecided->a, undecided->b)).second)
            open.push_back(findingAbout(*undecided, FindingKind::CannotTell));
    }
    for (const Shots shots : evidence.shotsOfInterest()) {
        const Contrast *names = contrastOf(contrasts, Question::ExamplesOrNames, shots);
        if (names != nullptr && names->supported) {
            ahead.push_back(findingAbout(*names, FindingKind::Ahead));
            break;
        }
    }
    ahead.insert(ahead.end(), open.begin(), open.end());
    return ahead;
}

std::vector<Finding> crossingFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts)
{
    const Contrast *last = nullptr;
    for (const Shots shots : evidence.shots()) {
        const Contrast *contrast = contrastOf(contrasts, Question::TunedOrFrozen, shots);
        if (contrast == nullptr || !contrast->supported)
            continue;
        if (last != nullptr && last->better() != contrast->better()) {
            Finding finding;
            finding.kind = FindingKind::Crossing;
            finding.arms = {last->better(), contrast->better()};
            finding.shots = last->shots;
            finding.shotsTo = contrast->shots;
            finding.difference = findingAbout(*contrast, FindingKind::Ahead).difference;
            finding.draws = std::min(last->difference.draws, contrast->difference.draws);
            finding.pValue = std::max(last->pValue, contrast->pValue);
            return {finding};
        }
        last = contrast;
    }
    return {};
}

std::vector<Finding> priceFindings(const Evidence &evidence, const std::vector<Contrast> &contrasts)
{
    const Contrast *chosen = nullptr;
    for (const Shots shots : evidence.shotsOfInterest()) {
        const Contrast *contrast = contrastOf(contrasts, Question::TunedOrFrozen, shots);
        if (contrast == nullptr || !contrast->difference.isTestable())
            continue;
        if (chosen == nullptr || (!chosen->supported && contrast->supported))
            chosen = contrast;
    }
    if (chosen == nullptr)
        return {};
    const CellSummary &a = evidence.cell(chosen->a, chosen->shots)->summary;
    const CellSummary &b = evidence.cell(chosen->b, chosen->shots)->summary;
    const CellSummary &dearer = a.seconds >= b.seconds ? a : b;
    const CellSummary &cheaper = a.seconds >= b.seconds ? b : a;
    if (cheaper.seconds <= 0 || dearer.seconds < kDearFactor * cheaper.seconds)
        return {};

    Finding finding = findingAbout(*chosen, FindingKind::Price);
    if (finding.arms.front() != dearer.arm) {
        // Seen from the dearer arm, which brings less here.
        finding.arms = {dearer.arm, cheaper.arm};
        const Estimate gain = finding.difference;
        finding.difference = {-gain.mean, -*gain.high, -*gain.low};
    }
    finding.value = dearer.seconds / cheaper.seconds;
    finding.weights = {dearer.trainedParameters, cheaper.trainedParameters};
    return {finding};
}

} // namespace shotlab::stats
