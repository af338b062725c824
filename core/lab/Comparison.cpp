// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/Comparison.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace shotlab
{

namespace
{

/// Cheap arms first, so that a picture of all arms stands as early as possible.
int costRank(ArmKind kind)
{
    switch (kind) {
    case ArmKind::Chance:
    case ArmKind::Majority:
    case ArmKind::ZeroShot:
    case ArmKind::ByMeaning:
        return 0;
    case ArmKind::Prototypes:
    case ArmKind::PixelNeighbour:
    case ArmKind::TfidfCentroid:
        return 1;
    case ArmKind::NearestNeighbour:
        return 2;
    case ArmKind::LinearProbe:
    case ArmKind::TfidfLogistic:
        return 3;
    case ArmKind::ChosenLayers:
        return 4;
    case ArmKind::FullFineTuning:
        return 5;
    case ArmKind::FromScratch:
        return 6;
    }
    return 6;
}

bool isSkipped(const Comparison &comparison, int arm, Shots shots)
{
    return std::any_of(comparison.skipped.begin(), comparison.skipped.end(), [&](const Skipped &skipped) {
        return (!skipped.arm || *skipped.arm == arm) && (!skipped.shots || *skipped.shots == shots);
    });
}

bool isCell(const Arm &arm, Shots shots)
{
    if (isFloor(arm.kind))
        return false;
    return usesExamples(arm.kind) ? shots > Shots(0) : shots == Shots(0);
}

} // namespace

DrawCounts defaultDrawCounts(const ModelCard &card)
{
    return card.recipe == "small-grey" || card.recipe == "sentences" ? DrawCounts {20, 3, 1} : DrawCounts {20, 1, 1};
}

bool isRemoved(const CellMarks &marks, int arm, Shots shots)
{
    const auto mark = marks.find({arm, shots});
    return mark != marks.end() && mark->second.removed;
}

CellMarks carriedOver(const CellMarks &marks, const ComparisonPlan &from, const ComparisonPlan &to)
{
    CellMarks carried;
    for (const auto &[cell, mark] : marks) {
        const auto &[arm, shots] = cell;
        const auto place = std::find(to.arms.begin(), to.arms.end(), from.arms.at(static_cast<std::size_t>(arm)));
        if (place != to.arms.end() && std::find(to.shots.begin(), to.shots.end(), shots) != to.shots.end())
            carried.emplace(std::pair(static_cast<int>(place - to.arms.begin()), shots), mark);
    }
    return carried;
}

nlohmann::json toJson(const ComparisonPlan &plan)
{
    nlohmann::json arms = nlohmann::json::array();
    for (const Arm &arm : plan.arms)
        arms.push_back(toJson(arm));
    nlohmann::json shots = nlohmann::json::array();
    for (const Shots k : plan.shots)
        shots.push_back(k.toString());
    return {
        {"arms", arms},
        {"shots", shots},
        {"draws", {{"frozen", plan.draws.frozen}, {"trained", plan.draws.trained}, {"trained_at_all", plan.draws.trainedAtAll}}},
        {"seed", plan.seed},
        {"working_size", plan.workingSize},
        {"threads", plan.threads},
        {"views", plan.views},
    };
}

Result<ComparisonPlan> comparisonPlanFromJson(const nlohmann::json &json)
{
    try {
        ComparisonPlan plan;
        for (const nlohmann::json &item : json.at("arms")) {
            Result<Arm> arm = armFromJson(item);
            if (!arm)
                return tl::unexpected(arm.error());
            plan.arms.push_back(std::move(*arm));
        }
        for (const nlohmann::json &item : json.at("shots")) {
            const std::optional<Shots> shots = Shots::fromString(item.get<std::string>());
            if (!shots)
                return fail(ErrorCode::ProtocolBroken, {"shots"}, item.dump());
            plan.shots.push_back(*shots);
        }
        const nlohmann::json &draws = json.at("draws");
        plan.draws = {draws.at("frozen").get<int>(), draws.at("trained").get<int>(), draws.at("trained_at_all").get<int>()};
        json.at("seed").get_to(plan.seed);
        json.at("working_size").get_to(plan.workingSize);
        json.at("threads").get_to(plan.threads);
        plan.views = json.value("views", 1); // older labs know none
        if (plan.views < 1 || plan.views > kMostViews)
            return fail(ErrorCode::ProtocolBroken, {"views"}, std::to_string(plan.views));
        return plan;
    } catch (const nlohmann::json::exception &e) {
        return fail(ErrorCode::ProtocolBroken, {"comparison plan"}, e.what());
    }
}

int drawsOf(const ComparisonPlan &plan, const Arm &arm, Shots shots)
{
    if (!usesExamples(arm.kind))
        return 1;
    if (trainsTrunk(arm.kind))
        return shots.isAll() ? plan.draws.trainedAtAll : plan.draws.trained;
    // Nothing in a frozen arm depends on the training seed, so at k = all every draw would be the same.
    return shots.isAll() ? 1 : plan.draws.frozen;
}

std::vector<RunKey> schedule(const Comparison &comparison)
{
    const ComparisonPlan &plan = comparison.plan;
    std::vector<RunKey> keys;
    for (int arm = 0; arm < static_cast<int>(plan.arms.size()); ++arm) {
        const Arm &settings = plan.arms[static_cast<std::size_t>(arm)];
        for (const Shots shots : plan.shots) {
            if (!isCell(settings, shots) || isSkipped(comparison, arm, shots))
                continue;
            for (int draw = 0; draw < drawsOf(plan, settings, shots); ++draw)
                keys.push_back({arm, shots, draw});
        }
    }
    const auto rank = [&](const RunKey &key) {
        const int cost = costRank(plan.arms[static_cast<std::size_t>(key.arm)].kind);
        // k = all costs most where the trunk moves: such runs come last within their draw.
        const bool late = key.shots.isAll() && trainsTrunk(plan.arms[static_cast<std::size_t>(key.arm)].kind);
        return std::tuple(key.draw, late, cost, key.shots, key.arm);
    };
    std::sort(keys.begin(), keys.end(), [&](const RunKey &a, const RunKey &b) { return rank(a) < rank(b); });
    return keys;
}

} // namespace shotlab
