// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "lab/LayerMap.h"
#include "lab/ModelCard.h"
#include "lab/Result.h"

namespace shotlab
{

enum class ArmKind {
    ZeroShot,
    Prototypes,
    NearestNeighbour,
    LinearProbe,
    ChosenLayers,
    FullFineTuning,
    FromScratch,
    Chance, ///< floor: 1 / classes
    Majority, ///< floor: always the commonest class of the pool
    PixelNeighbour, ///< baseline: the example whose pixels, 28 x 28 grey, are nearest
    TfidfCentroid, ///< baseline: word counts (TF-IDF), nearest average of a class
    TfidfLogistic, ///< baseline: word counts, logistic regression
    ByMeaning, ///< zero-shot for pictures: the meaning of what the model takes a picture for, against the classes' names (ConSE)
};

/// All kinds, in the order in which they are listed on screen and in tables.
[[nodiscard]] const std::vector<ArmKind> &allArmKinds();
/// Stable identifier used on the command line, in JSON and in the lab file ("linear-probe").
[[nodiscard]] std::string_view armName(ArmKind kind);
[[nodiscard]] std::optional<ArmKind> armKindFromName(std::string_view name);

[[nodiscard]] bool isFloor(ArmKind kind); ///< drawn as a thin line, needs no engine
/// Learns from the examples without any model: what a method must be ahead of to be worth a model. Optional; no claims are made
/// about it.
[[nodiscard]] bool isBaseline(ArmKind kind);
/// False: pixels of sentences, words of pictures, the meaning of labels that are no words.
[[nodiscard]] bool suits(ArmKind kind, const ModelCard &card);
[[nodiscard]] bool trainsTrunk(ArmKind kind); ///< chosen layers, full fine-tuning, from scratch
[[nodiscard]] bool movesTrainedWeights(ArmKind kind); ///< chosen layers, full fine-tuning: what was learnt before may be lost
[[nodiscard]] bool usesExamples(ArmKind kind); ///< false: both zero-shots and floors, which only exist at k = 0

/// A setting of an arm: a number or a word ("adam").
using SettingValue = std::variant<double, std::string>;
using Settings = std::map<std::string, SettingValue>;

/// Settings of each kind (keys; unit or range):
///  prototypes, nearest-neighbour: temperature (> 0; softmax of temperature x cosine)
///  prototypes of text: name-weight (>= 0; how many examples the class's name counts as)
///  conse: labels (>= 1; how many of the model's guesses count)
///  linear-probe, tfidf-logistic: C (> 0; inverse strength of the L2 penalty on unit-length features)
///  chosen-layers, full-fine-tuning, from-scratch: optimiser ("adam", "adamw", "sgd"), lr-trunk, lr-head (> 0),
///    weight-decay (>= 0), steps-few (k <= 10), steps-many (>= 1), batch (>= 1),
///    head-first ("yes": start from the probe's solution, LP-FT; "no": new random head), C (of that probe)
///    batch-norm ("eval": statistics stay; "train"; pictures only)
struct Arm {
    ArmKind kind = ArmKind::ZeroShot;
    Settings settings; ///< complete: every key of the kind is present
    LayerMap layers; ///< chosen-layers only: what learns beside the head

    friend bool operator==(const Arm &, const Arm &) = default;
};

/// Defaults of design.md section 3 for this model (column chosen by card.recipe).
/// layers stays empty: the caller fills in the engine's suggestion for chosen-layers.
[[nodiscard]] Arm defaultArm(ArmKind kind, const ModelCard &card);

/// Whether a comparison has this arm on unless the user says otherwise (from scratch is off for costly models, baselines and the second zero-shot for all).
[[nodiscard]] bool onByDefault(ArmKind kind, const ModelCard &card);

/// Applies KEY=VALUE after checking both. UnknownSetting or BadSettingValue.
[[nodiscard]] Done applySetting(Arm &arm, const std::string &key, const std::string &value);

[[nodiscard]] double number(const Settings &settings, const std::string &key, double otherwise = 0.0);
[[nodiscard]] std::string word(const Settings &settings, const std::string &key, const std::string &otherwise = {});

[[nodiscard]] nlohmann::json toJson(const Arm &arm);
[[nodiscard]] Result<Arm> armFromJson(const nlohmann::json &json);

} // namespace shotlab
