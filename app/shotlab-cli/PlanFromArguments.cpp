// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "PlanFromArguments.h"

#include <algorithm>

#include "runner/LabSession.h"

namespace shotlab::cli
{

namespace
{

Result<std::vector<Arm>> namedArms(const std::vector<std::string> &names, const runner::ModelView &model)
{
    std::vector<Arm> arms;
    for (const std::string &name : names) {
        const auto kind = armKindFromName(name);
        if (!kind)
            return fail(ErrorCode::UnknownArm, {name});
        if (!suits(*kind, model.model.card))
            return fail(ErrorCode::ArmUnsuitable, {name});
        if (std::any_of(arms.begin(), arms.end(), [kind](const Arm &arm) { return arm.kind == *kind; }))
            continue;
        arms.push_back(defaultArm(*kind, model.model.card));
        if (*kind == ArmKind::ChosenLayers)
            arms.back().layers = normalised(model.layers, LayerMap {model.suggestedLearning});
    }
    return arms;
}

/// Applies "ARM.KEY=VALUE" to the arm of that kind.
Done applyTo(std::vector<Arm> &arms, const std::string &setting)
{
    const std::size_t dot = setting.find('.');
    const std::size_t equals = setting.find('=', dot);
    const std::string name = setting.substr(0, dot);
    const auto arm = std::find_if(arms.begin(), arms.end(), [&name](const Arm &known) { return armName(known.kind) == name; });
    if (arm == arms.end())
        return fail(ErrorCode::UnknownArm, {name, "not-compared"});
    return applySetting(*arm, setting.substr(dot + 1, equals - dot - 1), setting.substr(equals + 1));
}

} // namespace

Result<ComparisonPlan> planFromArguments(const CompareArguments &arguments, const runner::LabView &lab)
{
    const runner::ModelView &model = *lab.model;
    ComparisonPlan plan = runner::defaultPlan(model, arguments.seed.value_or(lab.info.seed));
    if (!arguments.arms.empty()) {
        auto arms = namedArms(arguments.arms, model);
        if (!arms)
            return tl::unexpected(arms.error());
        plan.arms = std::move(*arms);
    }
    if (!arguments.shots.empty()) {
        plan.shots.clear();
        for (const std::string &text : arguments.shots)
            plan.shots.push_back(Shots::fromString(text).value_or(Shots()));
    }
    if (arguments.draws > 0)
        plan.draws = {arguments.draws, arguments.draws, arguments.draws};
    if (arguments.views > 1) {
        if (model.model.card.modality != Modality::Picture)
            return fail(ErrorCode::BadSettingValue, {"sentences", "views", std::to_string(arguments.views)});
        plan.views = arguments.views;
    }
    if (!arguments.train.empty()) {
        const auto layers = layerMapFromPatterns(model.layers, arguments.train);
        if (!layers)
            return tl::unexpected(layers.error());
        const auto chosen
            = std::find_if(plan.arms.begin(), plan.arms.end(), [](const Arm &arm) { return arm.kind == ArmKind::ChosenLayers; });
        if (chosen == plan.arms.end())
            return fail(ErrorCode::UnknownArm, {std::string(armName(ArmKind::ChosenLayers)), "not-compared"});
        chosen->layers = *layers;
    }
    for (const std::string &setting : arguments.settings) {
        if (const Done applied = applyTo(plan.arms, setting); !applied)
            return tl::unexpected(applied.error());
    }
    return plan;
}

} // namespace shotlab::cli
