// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/ModelLoader.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

#include <ATen/ATen.h>
#include <QCryptographicHash>
#include <torch/csrc/jit/serialization/import.h>

#include "engine/CardGuess.h"
#include "engine/Cut.h"
#include "engine/Failure.h"
#include "engine/HeadFinder.h"
#include "engine/LayerTree.h"
#include "engine/ModelFile.h"
#include "engine/Network.h"
#include "engine/TokenPooling.h"
#include "media/WordPiece.h"

namespace shotlab::engine
{

namespace
{

torch::jit::Module load(const std::string &path)
{
    try {
        return torch::jit::load(path, c10::kCPU);
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &exception) { // whatever a damaged file makes LibTorch throw
        throw Failure(ErrorCode::ModelDamaged, {path}, shortened(exception.what()));
    }
}

std::shared_ptr<const media::WordPiece> vocabularyOf(const ModelFile &file)
{
    auto pieces = media::WordPiece::fromVocabulary(file.vocabulary);
    if (!pieces)
        throw Failure(ErrorCode::ModelNoVocabulary, {file.path}, pieces.error().technical);
    return std::make_shared<const media::WordPiece>(std::move(*pieces));
}

/// Tables with a row for each piece of the vocabulary.
void markWordTables(Network &network)
{
    for (BoundTensor &tensor : network.tensors)
        tensor.wordTable = tensor.parameter && tensor.type == "Embedding" && tensor.value.size(0) >= network.vocabulary->size();
}

void requireFinite(const std::vector<BoundTensor> &tensors, const std::string &path)
{
    for (const BoundTensor &tensor : tensors) {
        if (at::isFloatingType(tensor.value.scalar_type()) && !at::isfinite(tensor.value).all().item<bool>())
            throw Failure(ErrorCode::ModelDamaged, {path},
                          tensor.module + "." + tensor.name + " holds values that are no numbers");
    }
}

/// Features of four trial pictures, or nothing when they do not go through.
std::optional<at::Tensor> tried(const Network &network, std::string &why)
{
    try {
        const auto cut = Cut::atFeatures(network, Folding::Off);
        const at::Tensor features = cut->prefixRows(trialInputs(network)).at(0);
        if (features.dim() != 2 || features.size(0) != 4 || (network.head && features.size(1) != network.head->weight.size(1)))
            throw Refusal("features have an unexpected shape");
        return features;
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &exception) {
        why = shortened(exception.what());
        return std::nullopt;
    }
}

bool isClose(const at::Tensor &a, const at::Tensor &b)
{
    constexpr double kTolerance = 1e-3;
    return a.sizes() == b.sizes()
        && (a - b).abs().max().item<double>() <= kTolerance * std::max(1e-6, b.abs().max().item<double>());
}

void useChannelsLast(Network &network)
{
    Network other = network;
    other.channelsLast = true;
    for (BoundTensor &tensor : other.tensors) {
        if (tensor.value.dim() == 4)
            tensor.value = tensor.value.contiguous(at::MemoryFormat::ChannelsLast);
    }
    std::string why;
    const auto plain = tried(network, why);
    const auto reordered = tried(other, why);
    if (plain && reordered && isClose(*reordered, *plain))
        network = other;
}

/// Fixed by the input size alone, so that the same pictures pass the network in the same way everywhere: about 400,000
/// pixels together, few enough for the cache of a small processor.
int rowBatchFor(const Network &network)
{
    if (network.readsText())
        return Network::sentencesAtOnce(1);
    const int side = network.side;
    constexpr double kPixels = 8.0 * 224 * 224;
    const double fitting = kPixels / (static_cast<double>(side) * side);
    const int power = static_cast<int>(std::lround(std::log2(std::max(1.0, fitting))));
    return 1 << std::clamp(power, 3, 6);
}

/// Uses the first size that works; the error of the first one otherwise.
void settleSize(Network &network, const std::vector<int> &sides)
{
    std::string firstWhy;
    for (const int side : sides) {
        network.side = side;
        std::string why;
        if (const auto features = tried(network, why)) {
            network.features = features->size(1);
            return;
        }
        if (firstWhy.empty())
            firstWhy = why;
    }
    throw Failure(ErrorCode::ModelRunFailed, {network.card.title, firstWhy}, firstWhy);
}

/// A card for a model of text that brings none; confirmed = false.
ModelCard guessedTextCard(const std::string &name)
{
    ModelCard card;
    card.name = name;
    card.title = name;
    card.modality = Modality::Text;
    card.recipe = "sentences";
    card.confirmed = false;
    return card;
}

void settleTextCard(Network &network, const std::optional<ModelCard> &card, const std::string &name)
{
    network.card = card.value_or(guessedTextCard(name));
    std::string why;
    const auto features = tried(network, why);
    if (!features)
        throw Failure(ErrorCode::ModelRunFailed, {name, why}, why);
    network.features = features->size(1);
}

void settleCard(Network &network, const std::optional<ModelCard> &card, const std::string &name, int workingSize)
{
    if (network.readsText()) {
        settleTextCard(network, card, name);
        return;
    }
    if (card) {
        network.card = *card;
        settleSize(network, {workingSize > 0 ? workingSize : card->workingSize});
        return;
    }
    const CardGuess guess = guessCard(network, name);
    const int outputs = network.head ? static_cast<int>(network.head->weight.size(0)) : 0;
    network.card = cardFromGuess(guess, name, guess.sides.front(), outputs);
    settleSize(network, workingSize > 0 ? std::vector<int> {workingSize} : guess.sides);
    network.card = cardFromGuess(guess, name, network.side, outputs);
}

bool headIsLast(const Network &network)
{
    if (!network.head)
        return false;
    const at::NoGradGuard noGradients;
    const at::Tensor pictures = trialInputs(network);
    std::vector<at::Tensor> tensors;
    for (const BoundTensor &tensor : network.tensors)
        tensors.push_back(tensor.value);
    const at::Tensor scores = GraphRunner(network.source).run({pictures}, tensors).at(0).toTensor();
    const at::Tensor features = Cut::atFeatures(network, Folding::Off)->prefixRows(pictures).at(0);
    return isClose(at::linear(features, network.head->weight, network.head->bias), scores.flatten(1));
}

void tryToSplit(Network &network)
{
    try {
        const auto features = Cut::atFeatures(network, Folding::Off);
        const auto ignored = FrontierLayout::learn(
            [&](const at::Tensor &pictures) { return std::vector<c10::IValue> {features->prefixRows(pictures).at(0)}; },
            trialInputs(network));
        static_cast<void>(ignored);
    } catch (const Refusal &refusal) {
        network.whyNotSplit = refusal.what();
    }
}

std::map<std::string, std::string> typesOf(const torch::jit::Module &module)
{
    std::map<std::string, std::string> types;
    for (const auto &named : module.named_modules())
        types[named.name] = plainTypeName(*named.value.type());
    return types;
}

double secondsPerExample(const Network &network)
{
    const at::Tensor pictures = trialInputs(network);
    const auto features = Cut::atFeatures(network);
    const auto warmUp = features->prefixRows(pictures); // the first pass prepares the network and tells nothing of later ones
    const auto begin = std::chrono::steady_clock::now();
    const auto ignored = features->prefixRows(pictures);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    return took.count() / static_cast<double>(pictures.size(0));
}

protocol::ModelReport describe(const Network &network, const torch::jit::Module &module, const ModelFile &file)
{
    protocol::ModelReport report;
    report.card = network.card;
    report.hash = file.hash;
    report.headPath = network.head ? network.head->path : std::string();
    report.outputs = network.head ? static_cast<int>(network.head->weight.size(0)) : 0;
    report.features = static_cast<int>(network.features);
    std::vector<LayerParameter> parameters;
    for (const BoundTensor &tensor : network.tensors) {
        if (!tensor.parameter)
            continue;
        parameters.push_back({tensor.module, tensor.value.numel(), tensor.wordTable});
        report.parameters += tensor.value.numel();
    }
    report.secondsPerExample = secondsPerExample(network);
    report.layers = layerTree(parameters, typesOf(module), report.headPath);
    report.suggestedLearning = suggestedLearning(report.layers);
    report.whyNotSplit = network.whyNotSplit;
    if (report.whyNotSplit.empty() && !report.suggestedLearning.empty())
        report.whyNotSplit = Cut::make(network, network.learning(LayerMap {report.suggestedLearning}))->whyWhole();
    report.splits = report.whyNotSplit.empty();
    return report;
}

ModelCard settledCard(ModelCard card, const Network &network)
{
    if (card.parameters == 0)
        card.parameters
            = network.trunkParameters() + (network.head ? network.head->weight.numel() + network.head->bias.numel() : 0);
    if (network.head && !card.sourceLabels.empty()
        && static_cast<std::int64_t>(card.sourceLabels.size()) != network.head->weight.size(0))
        card.sourceLabels.clear(); // names that fit no output would only mislead
    if (static_cast<std::int64_t>(card.featureMean.size()) != network.features)
        card.featureMean.clear();
    if (!network.readsText())
        card.workingSize = network.side;
    return card;
}

} // namespace

OpenedModel openModel(const std::string &path, const std::optional<ModelCard> &givenCard, int workingSize)
{
    const auto file = checkModelFile(path);
    if (!file)
        throw Failure(file.error());
    const std::optional<ModelCard> card = givenCard ? givenCard : file->card;
    const std::string name = card ? card->title : std::filesystem::path(path).stem().string();

    const torch::jit::Module module = load(path);
    const bool isText = card ? card->modality == Modality::Text : inputKindOf(module) == InputKind::Sentences;
    auto network = std::make_shared<Network>();
    if (isText)
        network->vocabulary = vocabularyOf(*file);
    network->code = module._ivalue()->compilation_unit();
    bool tracedInTrainMode = false;
    try {
        LoweredGraph lowered = lowerForward(module, isText ? InputKind::Sentences : InputKind::Pictures);
        TakenApart parts = findHead(lowered);
        network->trunk = parts.trunk;
        network->source = parts.source;
        network->head = parts.head;
        network->tensors = std::move(lowered.tensors);
        tracedInTrainMode = lowered.tracedInTrainMode;
    } catch (const Refusal &refusal) {
        throw Failure(ErrorCode::ModelRunFailed, {name, refusal.what()}, refusal.what());
    }
    requireFinite(network->tensors, path);
    if (isText) {
        markWordTables(*network);
        poolTokens(*network);
    }

    settleCard(*network, card, name, workingSize);
    network->rowBatch = rowBatchFor(*network);
    useChannelsLast(*network);
    network->headIsLast = headIsLast(*network);
    tryToSplit(*network);
    network->card = settledCard(network->card, *network);

    const QByteArray words = QCryptographicHash::hash(file->vocabulary, QCryptographicHash::Sha256).toHex();
    OpenedModel opened {network, describe(*network, module, *file), file->hash + (isText ? words.toStdString() : std::string())};
    if (!file->card)
        opened.report.warnings.emplace_back("no-card");
    if (!card)
        opened.report.warnings.emplace_back("card-guessed");
    if (tracedInTrainMode)
        opened.report.warnings.emplace_back("traced-in-train-mode");
    if (!network->head && !isText) // an encoder of text is not expected to have one
        opened.report.warnings.emplace_back("no-head");
    return opened;
}

} // namespace shotlab::engine
