// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/Names.h"

#include <algorithm>

#include <QCoreApplication>

#include "text/Numbers.h"
#include "text/Phrases.h"

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

const LayerNode *find(const std::vector<LayerNode> &tree, const std::string &path)
{
    for (const LayerNode &node : tree) {
        if (node.path == path)
            return &node;
        if (const LayerNode *below = find(node.children, path))
            return below;
    }
    return nullptr;
}

/// Where a block belongs: "Stage 7, Block 1".
QString placedTitle(const std::vector<LayerNode> &tree, const std::string &path)
{
    for (const LayerNode &node : tree) {
        if (node.path == path)
            return layerTitle(node);
        if (find(node.children, path))
            return layerTitle(node) + QStringLiteral(" ") + placedTitle(node.children, path);
    }
    return QString::fromStdString(path);
}

QString lastComponent(const std::string &path)
{
    const std::size_t dot = path.rfind('.');
    return QString::fromStdString(dot == std::string::npos ? path : path.substr(dot + 1));
}

/// Spreads a list of hints over the stages of a network: the first stage gets the first, the last the last.
QString spreadHint(const QStringList &hints, int ordinal, int stages)
{
    if (hints.isEmpty() || ordinal < 1 || ordinal > stages)
        return {};
    if (stages == 1)
        return hints.last();
    const double place = static_cast<double>(ordinal - 1) / (stages - 1);
    return hints.at(static_cast<int>(place * static_cast<double>(hints.size() - 1) + 0.5));
}

} // namespace

QString armTitle(ArmKind kind)
{
    switch (kind) {
    case ArmKind::ZeroShot:
        return Words::tr("Zero-shot");
    case ArmKind::ByMeaning:
        return Words::tr("Zero-shot by meaning");
    case ArmKind::Prototypes:
        return Words::tr("Prototypes");
    case ArmKind::NearestNeighbour:
        return Words::tr("Nearest example");
    case ArmKind::LinearProbe:
        return Words::tr("New last layer");
    case ArmKind::ChosenLayers:
        return Words::tr("Chosen layers");
    case ArmKind::FullFineTuning:
        return Words::tr("Full fine-tuning");
    case ArmKind::FromScratch:
        return Words::tr("From scratch");
    case ArmKind::PixelNeighbour:
        return Words::tr("Raw pixels");
    case ArmKind::TfidfCentroid:
        return Words::tr("Counted words, average");
    case ArmKind::TfidfLogistic:
        return Words::tr("Counted words, weighed");
    case ArmKind::Chance:
        return Words::tr("Guessing");
    case ArmKind::Majority:
        return Words::tr("Commonest class");
    }
    return {};
}

QString armInSentence(ArmKind kind)
{
    switch (kind) {
    case ArmKind::ZeroShot:
        return Words::tr("zero-shot");
    case ArmKind::ByMeaning:
        return Words::tr("zero-shot by meaning");
    case ArmKind::Prototypes:
        return Words::tr("prototypes");
    case ArmKind::NearestNeighbour:
        return Words::tr("the nearest example");
    case ArmKind::LinearProbe:
        return Words::tr("the new last layer");
    case ArmKind::ChosenLayers:
        return Words::tr("chosen layers");
    case ArmKind::FullFineTuning:
        return Words::tr("full fine-tuning");
    case ArmKind::FromScratch:
        return Words::tr("training from scratch");
    case ArmKind::PixelNeighbour:
        return Words::tr("comparing raw pixels");
    case ArmKind::TfidfCentroid:
        return Words::tr("averaging counted words");
    case ArmKind::TfidfLogistic:
        return Words::tr("weighing counted words");
    case ArmKind::Chance:
        return Words::tr("guessing");
    case ArmKind::Majority:
        return Words::tr("always taking the commonest class");
    }
    return {};
}

bool armIsPlural(ArmKind kind) { return kind == ArmKind::Prototypes || kind == ArmKind::ChosenLayers; }

QString armTitle(const Arm &arm, const std::vector<LayerNode> &tree)
{
    if (arm.kind != ArmKind::ChosenLayers || arm.layers.learning.empty())
        return armTitle(arm.kind);
    QStringList names;
    for (const std::string &path : arm.layers.learning)
        names << placedTitle(tree, path);
    if (names.size() > 3)
        names = {names.first(), QStringLiteral("…"), names.last()};
    return Words::tr("%1 · %2", "chosen layers · which").arg(armTitle(arm.kind), listText(names));
}

QString armTitle(const std::vector<Arm> &arms, int index, const std::vector<LayerNode> &tree)
{
    if (index < 0 || index >= static_cast<int>(arms.size()))
        return {};
    const Arm &arm = arms[static_cast<std::size_t>(index)];
    const auto sameKind = std::count_if(arms.begin(), arms.end(), [&arm](const Arm &other) { return other.kind == arm.kind; });
    return sameKind > 1 ? armTitle(arm, tree) : armTitle(arm.kind);
}

QString armExplanation(ArmKind kind)
{
    switch (kind) {
    case ArmKind::ZeroShot:
        return Words::tr("Uses only the names of your classes.");
    case ArmKind::Prototypes:
        return Words::tr("Compares with the average example of each class. No weight changes.");
    case ArmKind::NearestNeighbour:
        return Words::tr("Takes the class of the most similar example. No weight changes.");
    case ArmKind::LinearProbe:
        return Words::tr("Everything stays frozen; only a new last layer learns.");
    case ArmKind::ChosenLayers:
        return Words::tr("The layers you choose learn, together with a new last layer.");
    case ArmKind::FullFineTuning:
        return Words::tr("Every layer may change, in small steps.");
    case ArmKind::FromScratch:
        return Words::tr("The same network without its earlier learning.");
    case ArmKind::ByMeaning:
        return Words::tr("No examples and no links: the ten things the model most likely sees, compared in meaning with the names of the classes.");
    case ArmKind::PixelNeighbour:
        return Words::tr("Without any model: takes the class of the example whose pixels are nearest, shrunk to 28 × 28 grey ones.");
    case ArmKind::TfidfCentroid:
        return Words::tr("Without any model: counts words (TF-IDF) and compares with the average of each class.");
    case ArmKind::TfidfLogistic:
        return Words::tr("Without any model: counts words (TF-IDF) and learns which of them speak for which class.");
    case ArmKind::Chance:
        return Words::tr("What picking a class by lot would reach.");
    case ArmKind::Majority:
        return Words::tr("What answering the commonest class every time would reach.");
    }
    return {};
}

QString shotsTick(Shots shots) { return shots.isAll() ? Words::tr("all") : QString::number(shots.perClass()); }

QString shotsShort(Shots shots) { return shots.isAll() ? Words::tr("all examples") : Words::tr("k = %1").arg(shots.perClass()); }

QString shotsText(Shots shots)
{
    if (shots.isAll())
        return Words::tr("all examples");
    if (shots.perClass() == 0)
        return Words::tr("no examples");
    return shots.perClass() == 1 ? Words::tr("1 example per class")
                                 : Words::tr("%1 examples per class").arg(numberText(shots.perClass()));
}

QString withShots(Shots shots) { return Words::tr("With %1").arg(shotsText(shots)); }

QString layerTitle(const LayerNode &node)
{
    switch (node.role) {
    case LayerRole::First:
        return Words::tr("First layer");
    case LayerRole::Stage:
        return Words::tr("Stage %1").arg(node.ordinal);
    case LayerRole::Block:
        return Words::tr("Block %1").arg(node.ordinal);
    case LayerRole::Summary:
        return Words::tr("Summary layer");
    case LayerRole::Head:
        return Words::tr("New last layer", "the layer itself");
    case LayerRole::Part:
        break;
    }
    return lastComponent(node.path);
}

QString layerHint(const LayerNode &node, int stages, const ModelCard &card)
{
    if (card.modality == Modality::Text) {
        if (node.role == LayerRole::First)
            return Words::tr("single words");
        // What layers of such encoders respond to best, from surface to meaning (Jawahar et al. 2019).
        return node.role != LayerRole::Stage ? QString()
                                             : spreadHint({Words::tr("neighbouring words"), Words::tr("phrases"),
                                                           Words::tr("grammar"), Words::tr("meaning")},
                                                          node.ordinal, stages);
    }
    const bool grey = card.channels == 1;
    if (node.role == LayerRole::First)
        return grey ? Words::tr("edges") : Words::tr("edges, colours");
    if (node.role != LayerRole::Stage)
        return {};
    if (grey)
        return spreadHint(
            {Words::tr("lines, corners"), Words::tr("strokes"), Words::tr("parts of shapes"), Words::tr("whole shapes")},
            node.ordinal, stages);
    return spreadHint({Words::tr("spots, lines"), Words::tr("textures"), Words::tr("patterns"), Words::tr("shapes"),
                       Words::tr("parts"), Words::tr("parts together"), Words::tr("things")},
                      node.ordinal, stages);
}

QString summaryHint(int features) { return Words::tr("%1 features").arg(numberText(features)); }

QString lastLayerHint(int classes, int knownLabels)
{
    if (knownLabels <= 0)
        return Words::tr("your %1").arg(classesText(classes));
    return Words::tr("your %1, in place of %2 names").arg(classesText(classes), numberText(knownLabels));
}

int stageCount(const std::vector<LayerNode> &tree)
{
    int stages = 0;
    for (const LayerNode &node : tree)
        stages += (node.role == LayerRole::Stage ? 1 : 0) + stageCount(node.children);
    return stages;
}

QString weightsWillChange(std::int64_t learning, std::int64_t total)
{
    return Words::tr("%1 of %2 weights will change").arg(weightsText(learning), weightsText(total));
}

std::string displayKey(const LabClass &labClass)
{
    // Samples say "zh_CN", users' labs may say "zh".
    const QString locale = displayLocale().name();
    for (const QString &key : {locale, locale.left(2)}) {
        const auto display = labClass.display.find(key.toStdString());
        if (display != labClass.display.end() && !display->second.empty())
            return display->first;
    }
    return {};
}

QString spelledName(const std::string &name) { return QString::fromStdString(name).replace(u'_', u' '); }

QString classTitle(const LabClass &labClass)
{
    const std::string key = displayKey(labClass);
    return key.empty() ? spelledName(labClass.name) : QString::fromStdString(labClass.display.at(key));
}

} // namespace shotlab::text
