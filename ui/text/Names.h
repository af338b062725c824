// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QString>
#include <QStringList>

#include "lab/Arm.h"
#include "lab/Lab.h"
#include "lab/LayerMap.h"
#include "lab/ModelCard.h"
#include "lab/Shots.h"

/// What the things of a lab are called on screen.
namespace shotlab::text
{

// --- arms
[[nodiscard]] QString armTitle(ArmKind kind); ///< "New last layer"
/// As in the middle of a sentence: "the new last layer", "full fine-tuning".
[[nodiscard]] QString armInSentence(ArmKind kind);
/// Prototypes and chosen layers take a plural verb.
[[nodiscard]] bool armIsPlural(ArmKind kind);
/// Chosen layers with what learns beside the last layer: "Chosen layers · Stage 7, Summary layer". tree may be empty (paths are
/// shown then).
[[nodiscard]] QString armTitle(const Arm &arm, const std::vector<LayerNode> &tree);
/// Title of one of several arms; says which layers only where two arms of the list would be called the same.
[[nodiscard]] QString armTitle(const std::vector<Arm> &arms, int index, const std::vector<LayerNode> &tree = {});
/// One plain line: "Uses only the names of your classes."
[[nodiscard]] QString armExplanation(ArmKind kind);

// --- examples per class
[[nodiscard]] QString shotsTick(Shots shots); ///< "5", "all"
[[nodiscard]] QString shotsShort(Shots shots); ///< "k = 5", "all examples"
[[nodiscard]] QString shotsText(Shots shots); ///< "no examples", "1 example per class", "all examples"
[[nodiscard]] QString withShots(Shots shots); ///< "With 5 examples per class", start of a sentence

// --- layers
[[nodiscard]] QString
layerTitle(const LayerNode &node); ///< "First layer", "Stage 2", "Block 1", "Summary layer", "New last layer"
/// What a layer is known to see, "textures"; empty where nobody can say (parts, blocks, sentences).
/// stages: how many layers of role Stage the network has.
[[nodiscard]] QString layerHint(const LayerNode &node, int stages, const ModelCard &card);
[[nodiscard]] QString summaryHint(int features); ///< "1,280 features"
[[nodiscard]] QString lastLayerHint(int classes, int knownLabels); ///< "your 7 classes, in place of 1,000 names"
[[nodiscard]] int stageCount(const std::vector<LayerNode> &tree);
[[nodiscard]] QString weightsWillChange(std::int64_t learning, std::int64_t total); ///< "0.4 M of 3.4 M weights will change"

// --- classes
/// Name for people in the language of the interface, else the name used by models, spelled.
[[nodiscard]] QString classTitle(const LabClass &labClass);

/// Language code under which a class has the name for people that classTitle gives; empty when it gives the model's name.
[[nodiscard]] std::string displayKey(const LabClass &labClass);
/// A name for models as words: underscores as spaces ("lost_card" is "lost card").
[[nodiscard]] QString spelledName(const std::string &name);

/// A word with what it means, for the dotted underline.
enum class Term {
    TrainedModel,
    Frozen,
    Learning,
    ExamplesPerClass,
    ZeroShot,
    FewShot,
    Prototypes,
    NearestExample,
    NewLastLayer,
    ChosenLayers,
    FullFineTuning,
    FromScratch,
    TestSet,
    Draw,
    Range,
    MixUps,
    Weights,
    Normalisation,
};
[[nodiscard]] const std::vector<Term> &allTerms();
[[nodiscard]] QString termTitle(Term term);
[[nodiscard]] QString termExplanation(Term term); ///< two plain sentences, the field's own word in the second
[[nodiscard]] Term termOf(ArmKind kind);

} // namespace shotlab::text
