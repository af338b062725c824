// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Evidence.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace shotlab::stats
{

namespace
{

bool fitsTestSet(const CellOutcomes &cell, std::size_t testSize)
{
    const auto fits = [testSize](const std::vector<std::uint8_t> &row) { return row.size() == testSize; };
    return testSize > 0 && !cell.correct.empty() && cell.draws.size() == cell.correct.size()
        && std::all_of(cell.correct.begin(), cell.correct.end(), fits);
}

} // namespace

Evidence::Evidence(const Comparison &comparison, const std::vector<CellOutcomes> &cells) : m_comparison(&comparison)
{
    std::set<Shots> shots;
    for (const CellOutcomes &outcomes : cells) {
        const bool known = outcomes.arm >= 0 && static_cast<std::size_t>(outcomes.arm) < comparison.arms().size();
        if (!known || isFloor(kind(outcomes.arm)) || isBaseline(kind(outcomes.arm)) || !fitsTestSet(outcomes, comparison.testLabels.size()))
            continue;
        const ArmKind armKind = kind(outcomes.arm);
        const bool fixed = !usesExamples(armKind) || (!trainsTrunk(armKind) && outcomes.shots.isAll());
        m_cells[{outcomes.arm, outcomes.shots}] = {&outcomes, summarise(outcomes), fixed};
        if (usesExamples(armKind))
            shots.insert(outcomes.shots);
    }
    m_shots.assign(shots.begin(), shots.end());

    const std::vector<int> counts = testCounts();
    if (!counts.empty() && !comparison.testLabels.empty()) {
        const double commonest = *std::max_element(counts.begin(), counts.end());
        m_guessing
            = std::max(1.0 / static_cast<double>(counts.size()), commonest / static_cast<double>(comparison.testLabels.size()));
    }
}

const Evidence::Cell *Evidence::cell(int arm, Shots shots) const
{
    const auto found = m_cells.find({arm, shots});
    return found == m_cells.end() ? nullptr : &found->second;
}

std::vector<int> Evidence::learningArms(Shots shots) const
{
    std::vector<int> arms;
    for (const auto &[key, cell] : m_cells) {
        if (key.second == shots && usesExamples(kind(key.first)))
            arms.push_back(key.first);
    }
    return arms;
}

std::vector<Shots> Evidence::shotsOfInterest() const
{
    if (m_shots.empty())
        return {};
    const auto present = [this](Shots k) { return std::find(m_shots.begin(), m_shots.end(), k) != m_shots.end(); };
    std::vector<Shots> chosen;
    const auto choose = [&chosen](Shots k) {
        if (std::find(chosen.begin(), chosen.end(), k) == chosen.end())
            chosen.push_back(k);
    };
    choose(present(Shots(5)) ? Shots(5) : m_shots[m_shots.size() / 2]);
    choose(present(Shots(1)) ? Shots(1) : m_shots.front());
    const auto repeated = [this](Shots k) {
        const std::vector<int> arms = learningArms(k);
        return std::any_of(arms.begin(), arms.end(), [&](int arm) { return cell(arm, k)->summary.draws > 1; });
    };
    const auto largest = std::find_if(m_shots.rbegin(), m_shots.rend(), repeated);
    choose(largest == m_shots.rend() ? m_shots.back() : *largest);
    return chosen;
}

int Evidence::plannedDraws(int armA, Shots shotsA, int armB, Shots shotsB) const
{
    const auto planned = [this](int arm, Shots shots) {
        return drawsOf(m_comparison->plan, m_comparison->arms()[static_cast<std::size_t>(arm)], shots);
    };
    const Cell *a = cell(armA, shotsA);
    const Cell *b = cell(armB, shotsB);
    if (a != nullptr && a->fixed)
        return planned(armB, shotsB);
    if (b != nullptr && b->fixed)
        return planned(armA, shotsA);
    return std::min(planned(armA, shotsA), planned(armB, shotsB));
}

bool Evidence::mixesNamesIn(int arm) const
{
    return number(m_comparison->arms()[static_cast<std::size_t>(arm)].settings, "name-weight") > 0;
}

std::optional<int> Evidence::firstOf(std::initializer_list<ArmKind> kinds) const
{
    for (const ArmKind wanted : kinds) {
        for (int arm = 0; arm < static_cast<int>(m_comparison->arms().size()); ++arm) {
            if (kind(arm) == wanted)
                return arm;
        }
    }
    return std::nullopt;
}

std::optional<int> Evidence::tunedArm() const { return firstOf({ArmKind::FullFineTuning, ArmKind::ChosenLayers}); }

std::optional<int> Evidence::frozenArm() const
{
    return firstOf({ArmKind::LinearProbe, ArmKind::Prototypes, ArmKind::NearestNeighbour});
}

std::optional<double> Evidence::perClass(Shots shots) const
{
    if (!shots.isAll())
        return shots.perClass();
    const std::vector<int> &pool = m_comparison->poolSizes;
    if (pool.empty())
        return std::nullopt;
    return std::accumulate(pool.begin(), pool.end(), 0.0) / static_cast<double>(pool.size());
}

std::vector<int> Evidence::testCounts() const
{
    std::vector<int> counts(m_comparison->classes.size(), 0);
    for (const int label : m_comparison->testLabels) {
        if (label >= 0 && static_cast<std::size_t>(label) < counts.size())
            ++counts[static_cast<std::size_t>(label)];
    }
    return counts;
}

} // namespace shotlab::stats
