// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/Arm.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

namespace shotlab
{

namespace
{

struct KindInfo {
    ArmKind kind;
    std::string_view name;
};

constexpr std::array<KindInfo, 13> kKinds {{
    {ArmKind::ZeroShot, "zero-shot"},
    {ArmKind::ByMeaning, "conse"},
    {ArmKind::Prototypes, "prototypes"},
    {ArmKind::NearestNeighbour, "nearest-neighbour"},
    {ArmKind::LinearProbe, "linear-probe"},
    {ArmKind::ChosenLayers, "chosen-layers"},
    {ArmKind::FullFineTuning, "full-fine-tuning"},
    {ArmKind::FromScratch, "from-scratch"},
    {ArmKind::PixelNeighbour, "pixel-neighbour"},
    {ArmKind::TfidfCentroid, "tfidf-centroid"},
    {ArmKind::TfidfLogistic, "tfidf-logistic"},
    {ArmKind::Chance, "chance"},
    {ArmKind::Majority, "majority"},
}};

constexpr double kProbeC = 10.0; // measured on sets that are no samples, see design.md section 3

bool isSmallGrey(const ModelCard &card) { return card.recipe == "small-grey"; }

/// An encoder's steps are those of its published fine-tuning (recipes for sentence encoders: 2e-5, decay 0.01).
Settings sentenceDefaults(bool scratch)
{
    const double effort = scratch ? 2.0 : 1.0;
    return {
        {"optimiser", std::string("adamw")},
        {"lr-trunk", scratch ? 5e-4 : 2e-5},
        {"lr-head", 1e-3},
        {"weight-decay", 0.01},
        {"steps-few", effort * 60.0},
        {"steps-many", effort * 160.0},
        {"batch", 16.0},
        {"head-first", std::string(scratch ? "no" : "yes")},
        {"C", kProbeC},
    };
}

Settings trainingDefaults(ArmKind kind, const ModelCard &card)
{
    const bool small = isSmallGrey(card);
    const bool scratch = kind == ArmKind::FromScratch;
    if (card.recipe == "sentences")
        return sentenceDefaults(scratch);
    const double rate = scratch ? 2e-3 : small ? 1e-3 : 3e-4;
    const double effort = scratch ? 2.0 : 1.0;
    return {
        {"optimiser", std::string("adam")},
        {"lr-trunk", rate},
        {"lr-head", rate},
        {"weight-decay", 0.0},
        {"steps-few", effort * (small ? 60.0 : 30.0)},
        {"steps-many", effort * (small ? 160.0 : 60.0)},
        {"batch", small ? 64.0 : 32.0},
        {"head-first", std::string(scratch ? "no" : "yes")},
        {"C", kProbeC},
        {"batch-norm", std::string(scratch ? "train" : "eval")},
    };
}

std::optional<double> parsedNumber(const std::string &text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

bool isAllowedNumber(const std::string &key, double value)
{
    constexpr double kMostSteps = 1e6;
    if (key == "weight-decay" || key == "lr-trunk" || key == "lr-head" || key == "name-weight")
        return value >= 0.0 && value <= 100.0;
    if (key == "steps-few" || key == "steps-many" || key == "batch" || key == "labels")
        return value >= 1.0 && value <= kMostSteps && value == std::floor(value);
    return value > 0.0 && value <= 1e9; // temperature, C
}

bool isAllowedWord(const std::string &key, const std::string &value)
{
    if (key == "optimiser")
        return value == "adam" || value == "adamw" || value == "sgd";
    if (key == "head-first")
        return value == "yes" || value == "no";
    return value == "eval" || value == "train"; // batch-norm
}

} // namespace

const std::vector<ArmKind> &allArmKinds()
{
    static const std::vector<ArmKind> kinds = [] {
        std::vector<ArmKind> list;
        for (const KindInfo &info : kKinds)
            list.push_back(info.kind);
        return list;
    }();
    return kinds;
}

std::string_view armName(ArmKind kind)
{
    return std::find_if(kKinds.begin(), kKinds.end(), [kind](const KindInfo &info) { return info.kind == kind; })->name;
}

std::optional<ArmKind> armKindFromName(std::string_view name)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [name](const KindInfo &info) { return info.name == name; });
    return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

bool isFloor(ArmKind kind) { return kind == ArmKind::Chance || kind == ArmKind::Majority; }

bool isBaseline(ArmKind kind)
{
    return kind == ArmKind::PixelNeighbour || kind == ArmKind::TfidfCentroid || kind == ArmKind::TfidfLogistic;
}

bool suits(ArmKind kind, const ModelCard &card)
{
    const bool picture = card.modality == Modality::Picture;
    if (kind == ArmKind::ByMeaning)
        return picture && std::any_of(card.sourceLabels.begin(), card.sourceLabels.end(), isWord);
    return !isBaseline(kind) || (kind == ArmKind::PixelNeighbour) == picture;
}

bool trainsTrunk(ArmKind kind)
{
    return kind == ArmKind::ChosenLayers || kind == ArmKind::FullFineTuning || kind == ArmKind::FromScratch;
}

bool movesTrainedWeights(ArmKind kind) { return trainsTrunk(kind) && kind != ArmKind::FromScratch; }

bool usesExamples(ArmKind kind) { return kind != ArmKind::ZeroShot && kind != ArmKind::ByMeaning && !isFloor(kind); }

Arm defaultArm(ArmKind kind, const ModelCard &card)
{
    Arm arm;
    arm.kind = kind;
    if (kind == ArmKind::Prototypes || kind == ArmKind::NearestNeighbour)
        arm.settings = {{"temperature", 10.0}};
    else if (kind == ArmKind::LinearProbe || kind == ArmKind::TfidfLogistic)
        arm.settings = {{"C", kProbeC}};
    else if (kind == ArmKind::ByMeaning)
        arm.settings = {{"labels", 10.0}}; // Norouzi et al., arXiv 1312.5650
    else if (trainsTrunk(kind))
        arm.settings = trainingDefaults(kind, card);
    if (kind == ArmKind::Prototypes && card.modality == Modality::Text)
        arm.settings["name-weight"] = 0.0; // off: a k-curve shows what the examples alone are worth
    return arm;
}

bool onByDefault(ArmKind kind, const ModelCard &card)
{
    return !isBaseline(kind) && kind != ArmKind::ByMeaning && (kind != ArmKind::FromScratch || isSmallGrey(card));
}

Done applySetting(Arm &arm, const std::string &key, const std::string &value)
{
    const std::string name(armName(arm.kind));
    const auto found = arm.settings.find(key);
    if (found == arm.settings.end())
        return fail(ErrorCode::UnknownSetting, {name, key});
    if (std::holds_alternative<double>(found->second)) {
        const std::optional<double> parsed = parsedNumber(value);
        if (!parsed || !isAllowedNumber(key, *parsed))
            return fail(ErrorCode::BadSettingValue, {name, key, value});
        found->second = *parsed;
    } else {
        if (!isAllowedWord(key, value))
            return fail(ErrorCode::BadSettingValue, {name, key, value});
        found->second = value;
    }
    return {};
}

double number(const Settings &settings, const std::string &key, double otherwise)
{
    const auto found = settings.find(key);
    if (found == settings.end() || !std::holds_alternative<double>(found->second))
        return otherwise;
    return std::get<double>(found->second);
}

std::string word(const Settings &settings, const std::string &key, const std::string &otherwise)
{
    const auto found = settings.find(key);
    if (found == settings.end() || !std::holds_alternative<std::string>(found->second))
        return otherwise;
    return std::get<std::string>(found->second);
}

nlohmann::json toJson(const Arm &arm)
{
    nlohmann::json settings = nlohmann::json::object();
    for (const auto &[key, value] : arm.settings)
        std::visit([&, &name = key](const auto &v) { settings[name] = v; }, value);
    return {{"kind", armName(arm.kind)}, {"settings", settings}, {"layers", arm.layers.learning}};
}

Result<Arm> armFromJson(const nlohmann::json &json)
{
    try {
        Arm arm;
        const auto name = json.at("kind").get<std::string>();
        const std::optional<ArmKind> kind = armKindFromName(name);
        if (!kind)
            return fail(ErrorCode::UnknownArm, {name});
        arm.kind = *kind;
        for (const auto &[key, value] : json.at("settings").items()) {
            if (value.is_number())
                arm.settings[key] = value.get<double>();
            else
                arm.settings[key] = value.get<std::string>();
        }
        json.at("layers").get_to(arm.layers.learning);
        return arm;
    } catch (const nlohmann::json::exception &e) {
        return fail(ErrorCode::ProtocolBroken, {"arm"}, e.what());
    }
}

} // namespace shotlab
