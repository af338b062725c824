// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ATen/ATen.h>

#include "engine/Arms.h"
#include "engine/Failure.h"
#include "engine/GraphRunner.h"
#include "engine/Readouts.h"

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

/// Source probabilities [n, outputs] of the test pictures.
at::Tensor sourceProbabilities(RunContext &context)
{
    const Network &network = *context.network;
    if (network.headIsLast)
        return at::softmax(at::linear(context.features(context.test.examples), network.head->weight, network.head->bias), 1);
    // Something follows the head (an activation, pooling of its places): the whole network once more, kept nowhere.
    const GraphRunner runner(network.source);
    std::vector<at::Tensor> tensors;
    for (const BoundTensor &tensor : network.tensors)
        tensors.push_back(tensor.value);
    const auto whole = Cut::make(network, network.learningAnew()); // takes the examples themselves
    std::vector<at::Tensor> parts;
    std::vector<int> order;
    const std::vector<int> &examples = context.test.examples;
    for (const std::vector<int> &batch : context.rows.batches(examples, static_cast<std::size_t>(whole->rowBatch()))) {
        context.check();
        std::vector<int> some;
        for (const int position : batch)
            some.push_back(examples[static_cast<std::size_t>(position)]);
        at::Tensor scores = runner.run(context.rows.frontier(*whole, some).at(0).values, tensors).at(0).toTensor();
        parts.push_back(at::softmax(toFeatures(scores), 1)); // scores of several places count by their mean
        order.insert(order.end(), batch.begin(), batch.end());
    }
    return inOrder(at::cat(parts), order);
}

/// By name: cosine of a sentence and what its classes are called.
RunResult zeroShotByName(RunContext &context)
{
    context.prepare(*context.featureCut(), together(context.test.texts(), context.test.examples));
    const at::Tensor names = classNames(context.features(context.test.texts()), context.test.names, context.network->card.featureMean);
    const auto test = ReadoutFeatures::of(context.features(context.test.examples), context.network->card.featureMean);
    RunResult result;
    result.predictions = predictionsFrom(at::softmax(kCosineTemperature * at::mm(test.cosine, names.t()), 1));
    result.totalParameters = context.network->trunkParameters();
    return result;
}

} // namespace

RunResult zeroShot(RunContext &context)
{
    const at::NoGradGuard noGradients;
    const Network &network = *context.network;
    if (network.readsText())
        return zeroShotByName(context);
    std::vector<std::string> withoutLink;
    for (int c = 0; c < context.test.classes; ++c) {
        const auto at = static_cast<std::size_t>(c);
        if (!network.head || at >= context.test.links.size() || context.test.links[at].empty())
            withoutLink.push_back(std::string("#").append(std::to_string(c))); // "#" + x: false -Wrestrict alarm of GCC 12
    }
    if (!withoutLink.empty())
        throw Failure(ErrorCode::NoZeroShotLink, withoutLink);

    const at::Tensor source = sourceProbabilities(context);
    std::vector<at::Tensor> columns;
    for (const std::vector<int> &links : context.test.links) {
        for (const int link : links) {
            if (link < 0 || link >= source.size(1))
                throw Failure(ErrorCode::Internal, {"link to source label " + std::to_string(link)});
        }
        columns.push_back(source.index_select(1, at::tensor(links, at::kInt)).sum(1));
    }
    const at::Tensor linked = at::stack(columns, 1);
    RunResult result;
    // The probability left over belongs to labels that no class is linked with; answers are given among the classes.
    result.predictions = predictionsFrom(linked / linked.sum(1, true).clamp_min(1e-12));
    result.totalParameters = network.trunkParameters() + network.head->weight.numel() + network.head->bias.numel();
    return result;
}

RunResult readOutArm(RunContext &context)
{
    const at::NoGradGuard noGradients;
    const bool reads = readsNames(context.start.arm);
    const std::vector<int> texts = reads ? context.test.texts() : std::vector<int>();
    context.prepare(*context.featureCut(), together(together(context.support, context.test.examples), texts)); // one progress
    const std::vector<float> &mean = context.network->card.featureMean;
    const at::Tensor names = reads ? classNames(context.features(texts), context.test.names, mean) : at::Tensor();
    const Readout readout
        = readOut(context.start.arm, ReadoutFeatures::of(context.features(context.support), mean), context.supportLabels,
                  context.test.classes, ReadoutFeatures::of(context.features(context.test.examples), mean), names,
                  [&] { return context.isCancelled(); });
    RunResult result;
    result.predictions = predictionsFrom(at::softmax(readout.scores, 1));
    result.totalParameters = context.network->trunkParameters() + headParameters(context);
    if (context.start.arm.kind == ArmKind::LinearProbe) {
        result.trainedParameters = headParameters(context);
        result.steps = readout.head.iterations;
        result.finalLoss = readout.head.meanLoss;
        result.trainAccuracy = readout.head.accuracy;
    }
    return result;
}

} // namespace shotlab::engine
