// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/PlanDraft.h"

#include <algorithm>

namespace shotlab::models
{

namespace
{

constexpr const char *kNameWeight = "name-weight";

int rank(const Arm &arm)
{
    const auto &kinds = allArmKinds();
    return static_cast<int>(std::find(kinds.begin(), kinds.end(), arm.kind) - kinds.begin());
}

} // namespace

PlanDraft::PlanDraft(QObject *parent) : QObject(parent) { }

void PlanDraft::reset(const ComparisonPlan &defaults, const std::vector<Arm> &allArms, const LayerMap &suggested)
{
    m_plan = defaults;
    m_suggested = suggested;
    m_layers = suggested;
    m_choices.clear();
    for (const Arm &arm : allArms) {
        const bool on
            = std::any_of(defaults.arms.begin(), defaults.arms.end(), [&](const Arm &other) { return other.kind == arm.kind; });
        m_choices.push_back({arm, on, false});
        if (arm.kind == ArmKind::ChosenLayers)
            m_choices.back().arm.layers = suggested;
    }
    m_shots.clear();
    for (const Shots shots : defaults.shots)
        m_shots.push_back({shots, true, false});
    m_shotsWithResults.clear();
    m_armsWithResults.clear();
    m_viewsWithResults = 0;
    sortChoices();
    setLargestShots(m_largestShots);
}

void PlanDraft::adopt(const runner::ComparisonView &comparison)
{
    const ComparisonPlan &plan = comparison.comparison.plan;
    std::vector<Choice> choices;
    for (const Arm &arm : plan.arms) {
        choices.push_back({arm, true, true});
    }
    // What the comparison lacks stays on offer; a variant that is being put together stays as it is.
    for (const Choice &old : m_choices) {
        const bool known = std::any_of(choices.begin(), choices.end(), [&](const Choice &choice) {
            return old.hasResults || old.arm.kind != ArmKind::ChosenLayers ? choice.arm.kind == old.arm.kind
                                                                           : choice.arm == old.arm;
        });
        const bool sameKind
            = std::any_of(choices.begin(), choices.end(), [&](const Choice &choice) { return choice.arm.kind == old.arm.kind; });
        if (!known && (!sameKind || old.arm.layers == m_layers))
            choices.push_back({old.arm, sameKind && old.on, false});
    }
    m_choices = std::move(choices);
    m_plan.draws = plan.draws;
    m_plan.seed = plan.seed;
    m_plan.workingSize = plan.workingSize;
    m_plan.threads = plan.threads;
    m_plan.views = m_viewsWithResults = plan.views;
    m_shotsWithResults = plan.shots;
    m_armsWithResults = plan.arms;
    m_drawsWithResults = plan.draws;
    for (ShotsChoice &choice : m_shots)
        choice.on = false;
    for (const Shots shots : plan.shots) {
        const auto found
            = std::find_if(m_shots.begin(), m_shots.end(), [&](const ShotsChoice &choice) { return choice.shots == shots; });
        if (found == m_shots.end())
            m_shots.push_back({shots, true, false});
        else
            found->on = true;
    }
    sortChoices();
    setLargestShots(m_largestShots);
}

void PlanDraft::forgetResults()
{
    for (Choice &choice : m_choices)
        choice.hasResults = false;
    m_shotsWithResults.clear();
    m_armsWithResults.clear();
    m_viewsWithResults = 0;
    Q_EMIT changed();
}

void PlanDraft::setLargestShots(int perClass)
{
    m_largestShots = perClass;
    for (ShotsChoice &choice : m_shots)
        choice.outOfReach = !choice.shots.isAll() && perClass > 0 && choice.shots.perClass() > perClass;
    Q_EMIT changed();
}

void PlanDraft::setArmOn(int choice, bool on)
{
    if (choice < 0 || choice >= static_cast<int>(m_choices.size()) || m_choices[static_cast<std::size_t>(choice)].on == on)
        return;
    m_choices[static_cast<std::size_t>(choice)].on = on;
    Q_EMIT changed();
}

void PlanDraft::setKindOn(ArmKind kind, bool on)
{
    const auto found
        = std::find_if(m_choices.begin(), m_choices.end(), [kind](const Choice &choice) { return choice.arm.kind == kind; });
    if (found != m_choices.end())
        setArmOn(static_cast<int>(found - m_choices.begin()), on);
}

void PlanDraft::setShotsOn(Shots shots, bool on)
{
    const auto found
        = std::find_if(m_shots.begin(), m_shots.end(), [&](const ShotsChoice &choice) { return choice.shots == shots; });
    if (found == m_shots.end()) {
        m_shots.push_back({shots, on, !shots.isAll() && m_largestShots > 0 && shots.perClass() > m_largestShots});
        std::sort(m_shots.begin(), m_shots.end(), [](const ShotsChoice &a, const ShotsChoice &b) { return a.shots < b.shots; });
    } else if (found->on == on) {
        return;
    } else {
        found->on = on;
    }
    Q_EMIT changed();
}

int PlanDraft::chosenLayersDraft() const
{
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].arm.kind == ArmKind::ChosenLayers && !m_choices[i].hasResults)
            return static_cast<int>(i);
    }
    return -1;
}

void PlanDraft::setLayers(const LayerMap &layers, bool worthARun)
{
    if (layers == m_layers)
        return;
    m_layers = layers;
    const auto withResults = std::find_if(m_choices.begin(), m_choices.end(), [&](const Choice &choice) {
        return choice.arm.kind == ArmKind::ChosenLayers && choice.hasResults && choice.arm.layers == layers;
    });
    const int draft = chosenLayersDraft();
    if (withResults != m_choices.end()) {
        // Back to layers that already have their results: nothing new to run.
        withResults->on = true;
        if (draft >= 0)
            m_choices.erase(m_choices.begin() + draft);
    } else if (draft >= 0) {
        Choice &choice = m_choices[static_cast<std::size_t>(draft)];
        choice.arm.layers = layers;
        choice.on = worthARun && !layers.learning.empty();
    } else if (worthARun && !layers.learning.empty()) {
        const auto any = std::find_if(m_choices.begin(), m_choices.end(),
                                      [](const Choice &choice) { return choice.arm.kind == ArmKind::ChosenLayers; });
        if (any != m_choices.end()) {
            Choice variant = *any;
            variant.arm.layers = layers;
            variant.hasResults = false;
            variant.on = true;
            m_choices.push_back(variant);
            sortChoices();
        }
    }
    Q_EMIT changed();
}

void PlanDraft::setDraws(const DrawCounts &draws)
{
    if (draws == m_plan.draws)
        return;
    m_plan.draws = draws;
    Q_EMIT changed();
}

void PlanDraft::setViews(int views)
{
    if (views == m_plan.views)
        return;
    m_plan.views = views;
    Q_EMIT changed();
}

const PlanDraft::Choice *PlanDraft::prototypesOfNames() const
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(), [](const Choice &choice) {
        return choice.arm.kind == ArmKind::Prototypes && choice.arm.settings.contains(kNameWeight);
    });
    return found == m_choices.end() ? nullptr : &*found;
}

bool PlanDraft::offersNames() const
{
    constexpr int kHelps = 2; // with more examples a name adds next to nothing
    const Choice *prototypes = prototypesOfNames();
    return prototypes != nullptr && prototypes->on && std::any_of(m_shots.begin(), m_shots.end(), [](const ShotsChoice &choice) {
               return choice.on && !choice.shots.isAll() && choice.shots > Shots(0) && choice.shots.perClass() <= kHelps;
           });
}

bool PlanDraft::mixesNamesIn() const
{
    const Choice *prototypes = prototypesOfNames();
    return prototypes != nullptr && number(prototypes->arm.settings, kNameWeight) > 0;
}

void PlanDraft::setMixesNamesIn(bool on)
{
    const Choice *prototypes = prototypesOfNames();
    if (prototypes == nullptr || mixesNamesIn() == on)
        return;
    Choice &choice = m_choices[static_cast<std::size_t>(prototypes - m_choices.data())];
    choice.arm.settings[kNameWeight] = on ? 1.0 : 0.0;
    choice.hasResults = std::find(m_armsWithResults.begin(), m_armsWithResults.end(), choice.arm) != m_armsWithResults.end();
    Q_EMIT changed();
}

ComparisonPlan PlanDraft::plan() const
{
    ComparisonPlan plan = m_plan;
    plan.arms.clear();
    for (const Choice &choice : m_choices) {
        if (choice.on)
            plan.arms.push_back(choice.arm);
    }
    plan.shots.clear();
    for (const ShotsChoice &choice : m_shots) {
        if (choice.on)
            plan.shots.push_back(choice.shots);
    }
    return plan;
}

std::optional<int> PlanDraft::planIndex(int choice) const
{
    int index = 0;
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i) {
        const bool on = m_choices[static_cast<std::size_t>(i)].on;
        if (i == choice)
            return on ? std::optional<int>(index) : std::nullopt;
        index += on ? 1 : 0;
    }
    return std::nullopt;
}

bool PlanDraft::hasNews() const
{
    const bool newArm
        = std::any_of(m_choices.begin(), m_choices.end(), [](const Choice &choice) { return choice.on && !choice.hasResults; });
    const bool newShots = std::any_of(m_shots.begin(), m_shots.end(), [this](const ShotsChoice &choice) {
        return choice.on && !choice.outOfReach
            && std::find(m_shotsWithResults.begin(), m_shotsWithResults.end(), choice.shots) == m_shotsWithResults.end();
    });
    const DrawCounts &draws = m_plan.draws;
    const bool moreDraws = draws.frozen > m_drawsWithResults.frozen || draws.trained > m_drawsWithResults.trained
        || draws.trainedAtAll > m_drawsWithResults.trainedAtAll;
    const bool otherViews = m_viewsWithResults > 0 && m_plan.views != m_viewsWithResults;
    return newArm || newShots || moreDraws || otherViews;
}

void PlanDraft::sortChoices()
{
    std::stable_sort(m_choices.begin(), m_choices.end(),
                     [](const Choice &a, const Choice &b) { return rank(a.arm) < rank(b.arm); });
    std::sort(m_shots.begin(), m_shots.end(), [](const ShotsChoice &a, const ShotsChoice &b) { return a.shots < b.shots; });
}

} // namespace shotlab::models
