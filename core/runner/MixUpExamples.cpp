// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/MixUpExamples.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace shotlab::runner
{

namespace
{

using Draws = std::vector<std::vector<Prediction>>;

/// Answers of one arm, where it stands.
struct Answers {
    int arm = 0;
    Shots shots;
    Draws draws;
};

struct Tally {
    int given = 0;
    double probability = 0; ///< sum
};

ArmAnswer answerOf(const Answers &answers, int answer, const Tally &tally)
{
    return {answers.arm,  answers.shots, answer, tally.given > 0 ? tally.probability / tally.given : 0,
            tally.given, static_cast<int>(answers.draws.size())};
}

std::map<int, Tally> tallied(const Answers &answers, std::size_t example)
{
    std::map<int, Tally> tallies;
    for (const std::vector<Prediction> &draw : answers.draws) {
        const Prediction &prediction = draw[example];
        Tally &tally = tallies[prediction.answer()];
        ++tally.given;
        tally.probability += static_cast<double>(prediction.probabilities[0]);
    }
    return tallies;
}

ArmAnswer commonest(const Answers &answers, std::size_t example)
{
    const std::map<int, Tally> tallies = tallied(answers, example);
    const auto best = std::max_element(tallies.begin(), tallies.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.second.given, a.second.probability) < std::tuple(b.second.given, b.second.probability);
    });
    return answerOf(answers, best->first, best->second);
}

/// Of every arm that has any at this k, or without examples.
Result<std::vector<Answers>> allAnswers(const Comparison &comparison, Shots shots, const AnswersOf &answersOf)
{
    std::vector<Answers> all;
    for (int arm = 0; arm < static_cast<int>(comparison.arms().size()); ++arm) {
        const ArmKind kind = comparison.arms()[static_cast<std::size_t>(arm)].kind;
        const Shots at = usesExamples(kind) ? shots : Shots(0);
        if (isFloor(kind) || isRemoved(comparison.marks, arm, at))
            continue;
        auto draws = answersOf(arm, at);
        if (!draws)
            return tl::unexpected(draws.error());
        std::erase_if(*draws, [&](const auto &draw) { return draw.size() != comparison.testExamples.size(); });
        if (!draws->empty())
            all.push_back({arm, at, std::move(*draws)});
    }
    return all;
}

} // namespace

Result<MixUpExamplesView> mixUpExamples(const Comparison &comparison, int arm, Shots shots, int trueClass, int answered,
                                        const AnswersOf &answersOf)
{
    MixUpExamplesView view {arm, shots, trueClass, answered, {}};
    const auto all = allAnswers(comparison, shots, answersOf);
    if (!all)
        return tl::unexpected(all.error());
    const auto asked = std::find_if(all->begin(), all->end(), [arm](const Answers &answers) { return answers.arm == arm; });
    if (asked == all->end())
        return view;
    for (std::size_t i = 0; i < comparison.testExamples.size(); ++i) {
        if (comparison.testLabels[i] != trueClass)
            continue;
        const std::map<int, Tally> tallies = tallied(*asked, i);
        const auto found = tallies.find(answered);
        if (found == tallies.end())
            continue;
        AnsweredExample example {comparison.testExamples[i], answerOf(*asked, answered, found->second), {}};
        for (const Answers &answers : *all)
            example.answers.push_back(commonest(answers, i));
        view.examples.push_back(std::move(example));
    }
    return view;
}

} // namespace shotlab::runner
