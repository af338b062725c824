// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <iterator>

#include <ATen/ATen.h>

#include "engine/Arms.h"
#include "engine/Failure.h"
#include "engine/GraphRunner.h"
#include "engine/Learnt.h"
#include "engine/Readouts.h"
#include "lab/Lab.h"

namespace shotlab::engine
{

namespace
{

std::vector<int> together(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<int> all = a;
    all.insert(all.end(), b.begin(), b.end());
    return all;
}

std::int64_t headParameters(const RunContext &context) { return context.test.classes * (context.network->features + 1); }

std::int64_t bytesOf(const std::vector<at::Tensor> &tensors)
{
    std::int64_t bytes = 0;
    for (const at::Tensor &tensor : tensors)
        bytes += tensor.defined() ? static_cast<std::int64_t>(tensor.nbytes()) : 0;
    return bytes;
}

/// What the old head says, [n, outputs].
at::Tensor sourceProbabilities(const Network &network, const LookedAt &lookedAt)
{
    if (network.headIsLast)
        return at::softmax(at::linear(lookedAt.features(), network.head->weight, network.head->bias), 1);
    // Something follows the head (an activation, pooling of its places): the whole network once more, kept nowhere.
    const GraphRunner runner(network.source);
    std::vector<at::Tensor> tensors;
    for (const BoundTensor &tensor : network.tensors)
        tensors.push_back(tensor.value);
    const auto whole = Cut::make(network, network.learningAnew()); // takes the examples themselves
    std::vector<at::Tensor> parts;
    std::vector<int> order;
    const std::vector<int> &examples = lookedAt.examples;
    for (const std::vector<int> &batch : lookedAt.rows.batches(examples, static_cast<std::size_t>(whole->rowBatch()))) {
        lookedAt.check();
        std::vector<int> some;
        for (const int position : batch)
            some.push_back(examples[static_cast<std::size_t>(position)]);
        at::Tensor scores = runner.run(lookedAt.rows.frontier(*whole, some).at(0).values, tensors).at(0).toTensor();
        parts.push_back(at::softmax(toFeatures(scores), 1)); // scores of several places count by their mean
        order.insert(order.end(), batch.begin(), batch.end());
    }
    return inOrder(at::cat(parts), order);
}

/// By the links from classes to what the network's old outputs mean. A class counts by the mean of its links: by their sum, one
/// that two hundred outputs stand for would be favoured over one of four, as though it were fifty times as common.
class LinkedLabels : public Learnt
{
public:
    LinkedLabels(std::shared_ptr<const Network> network, std::vector<std::vector<int>> links)
        : m_network(std::move(network)), m_links(std::move(links))
    {
    }

    [[nodiscard]] at::Tensor probabilities(const LookedAt &lookedAt) const override
    {
        const at::Tensor source = sourceProbabilities(*m_network, lookedAt);
        std::vector<at::Tensor> columns;
        for (const std::vector<int> &links : m_links) {
            for (const int link : links) {
                if (link < 0 || link >= source.size(1))
                    throw Failure(ErrorCode::Internal, {"link to source label " + std::to_string(link)});
            }
            columns.push_back(source.index_select(1, at::tensor(links, at::kInt)).mean(1));
        }
        const at::Tensor linked = at::stack(columns, 1);
        // The probability left over belongs to labels that no class is linked with; answers are given among the classes.
        return linked / linked.sum(1, true).clamp_min(1e-12);
    }

    [[nodiscard]] std::int64_t bytes() const override { return 0; }

private:
    std::shared_ptr<const Network> m_network;
    std::vector<std::vector<int>> m_links;
};

/// By the meaning of the names of what the network takes a picture for.
class MeaningOfLabels : public Learnt
{
public:
    /// labels, names: embeddings of unit length, [outputs, F] and [classes, F]; most: guesses that count.
    MeaningOfLabels(std::shared_ptr<const Network> network, at::Tensor labels, at::Tensor names, std::int64_t most)
        : m_network(std::move(network)), m_labels(std::move(labels)), m_names(std::move(names)),
          m_most(std::min(most, m_labels.size(0)))
    {
    }

    [[nodiscard]] at::Tensor probabilities(const LookedAt &lookedAt) const override
    {
        const at::Tensor source = sourceProbabilities(*m_network, lookedAt);
        const auto [guesses, labels] = source.topk(m_most, 1);
        const at::Tensor shares = at::zeros_like(source).scatter(1, labels, guesses / guesses.sum(1, true));
        return at::softmax(kCosineTemperature * at::mm(unitRows(at::mm(shares, m_labels)), m_names.t()), 1);
    }

    [[nodiscard]] std::int64_t bytes() const override { return bytesOf({m_labels, m_names}); }

private:
    std::shared_ptr<const Network> m_network;
    at::Tensor m_labels;
    at::Tensor m_names;
    std::int64_t m_most;
};

/// By name: cosine of a sentence and what its classes are called.
class NamesOfClasses : public Learnt
{
public:
    NamesOfClasses(at::Tensor names, std::vector<float> mean) : m_names(std::move(names)), m_mean(std::move(mean)) { }

    [[nodiscard]] at::Tensor probabilities(const LookedAt &lookedAt) const override
    {
        const auto features = ReadoutFeatures::of(lookedAt.features(), m_mean);
        return at::softmax(kCosineTemperature * at::mm(features.cosine, m_names.t()), 1);
    }

    [[nodiscard]] std::int64_t bytes() const override { return bytesOf({m_names}); }

private:
    at::Tensor m_names;
    std::vector<float> m_mean;
};

/// A support set as frozen features, and what was fitted to it.
class FeatureReader : public Learnt
{
public:
    FeatureReader(Arm arm, ReadoutFeatures support, std::vector<int> labels, int classes, at::Tensor names,
                  std::vector<float> mean, const std::function<bool()> &stop)
        : m_arm(std::move(arm)), m_support(std::move(support)), m_labels(std::move(labels)), m_classes(classes),
          m_names(std::move(names)), m_mean(std::move(mean))
    {
        if (m_arm.kind == ArmKind::LinearProbe) {
            m_head = fitHead(m_support.unit, m_labels, m_classes, number(m_arm.settings, "C"), stop);
            m_support = {};
        }
    }

    [[nodiscard]] const FittedHead &head() const { return m_head; }

    [[nodiscard]] at::Tensor probabilities(const LookedAt &lookedAt) const override
    {
        const auto features = ReadoutFeatures::of(lookedAt.features(), m_mean);
        if (m_arm.kind == ArmKind::LinearProbe)
            return at::softmax(probeScores(m_head, features), 1);
        return at::softmax(readOut(m_arm, m_support, m_labels, m_classes, features, m_names).scores, 1);
    }

    [[nodiscard]] std::int64_t bytes() const override
    {
        return bytesOf({m_support.unit, m_support.cosine, m_names, m_head.weight, m_head.bias});
    }

private:
    Arm m_arm;
    ReadoutFeatures m_support;
    std::vector<int> m_labels;
    int m_classes;
    at::Tensor m_names;
    std::vector<float> m_mean;
    FittedHead m_head;
};

std::shared_ptr<const FeatureReader> readerOf(RunContext &context)
{
    const std::vector<float> &mean = context.network->card.featureMean;
    const at::Tensor names = readsNames(context.start.arm)
        ? classNames(context.features(context.test.texts()), context.test.names, mean)
        : at::Tensor();
    return std::make_shared<FeatureReader>(context.start.arm, ReadoutFeatures::of(context.features(context.support), mean),
                                           context.supportLabels, context.test.classes, names, mean,
                                           [&context] { return context.isCancelled(); });
}

std::shared_ptr<const Learnt> knownByMeaning(RunContext &context)
{
    const Network &network = *context.network;
    const Arm &arm = context.start.arm;
    const std::vector<std::string> &labels = network.card.sourceLabels;
    if (!suits(arm.kind, network.card) || !network.head || static_cast<std::int64_t>(labels.size()) != network.head->weight.size(0))
        throw Failure(ErrorCode::ArmUnsuitable, {std::string(armName(arm.kind))});
    std::vector<std::string> texts;
    std::transform(labels.begin(), labels.end(), std::back_inserter(texts), asWords);
    const Meanings meanings = meaningsOf(context.encoder, texts, context.test.words, context.stop());
    return std::make_shared<MeaningOfLabels>(context.network, meanings.labels, meanings.classes,
                                             static_cast<std::int64_t>(number(arm.settings, "labels", 1)));
}

std::shared_ptr<const Learnt> knownByName(RunContext &context)
{
    if (context.start.arm.kind == ArmKind::ByMeaning)
        return knownByMeaning(context);
    const Network &network = *context.network;
    if (network.readsText()) {
        const std::vector<float> &mean = network.card.featureMean;
        return std::make_shared<NamesOfClasses>(classNames(context.features(context.test.texts()), context.test.names, mean), mean);
    }
    std::vector<std::string> withoutLink;
    for (int c = 0; c < context.test.classes; ++c) {
        const auto at = static_cast<std::size_t>(c);
        if (!network.head || at >= context.test.links.size() || context.test.links[at].empty())
            withoutLink.push_back(std::string("#").append(std::to_string(c))); // "#" + x: false -Wrestrict alarm of GCC 12
    }
    if (!withoutLink.empty())
        throw Failure(ErrorCode::NoZeroShotLink, withoutLink);
    return std::make_shared<LinkedLabels>(context.network, context.test.links);
}

} // namespace

LookedAt testSetOf(RunContext &context)
{
    return {context.test.examples, context.rows, context.raw, [&context] { return context.features(context.test.examples); },
            [&context] { context.check(); }};
}

std::shared_ptr<const Learnt> learnFrozen(RunContext &context)
{
    const at::NoGradGuard noGradients;
    const ArmKind kind = context.start.arm.kind;
    if (kind == ArmKind::ZeroShot || kind == ArmKind::ByMeaning)
        return knownByName(context);
    if (isReadout(kind))
        return readerOf(context);
    if (isBaseline(kind))
        return learnBaseline(context);
    throw Failure(ErrorCode::Internal, {"the arm " + std::string(armName(kind)) + " trains"});
}

RunResult zeroShot(RunContext &context)
{
    const at::NoGradGuard noGradients;
    const Network &network = *context.network;
    if (network.readsText())
        context.prepare(*context.featureCut(), together(context.test.texts(), context.test.examples)); // one progress
    const auto learnt = knownByName(context);
    RunResult result;
    result.predictions = predictionsFrom(learnt->probabilities(testSetOf(context)));
    result.totalParameters = network.trunkParameters();
    if (!network.readsText())
        result.totalParameters += network.head->weight.numel() + network.head->bias.numel();
    if (context.keeps())
        context.learnt = learnt;
    return result;
}

RunResult readOutArm(RunContext &context)
{
    const at::NoGradGuard noGradients;
    const std::vector<int> texts = readsNames(context.start.arm) ? context.test.texts() : std::vector<int>();
    context.prepare(*context.featureCut(), together(together(context.support, context.test.examples), texts)); // one progress
    const auto reader = readerOf(context);
    RunResult result;
    result.predictions = predictionsFrom(reader->probabilities(testSetOf(context)));
    result.totalParameters = context.network->trunkParameters() + headParameters(context);
    if (context.start.arm.kind == ArmKind::LinearProbe) {
        result.trainedParameters = headParameters(context);
        result.steps = reader->head().iterations;
        result.finalLoss = reader->head().meanLoss;
        result.trainAccuracy = reader->head().accuracy;
    }
    if (context.keeps())
        context.learnt = reader;
    return result;
}

} // namespace shotlab::engine
