// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SplitCheck.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include "engine/GraphRunner.h"
#include "engine/SteadyNorm.h"
#include "engine/Trainee.h"

namespace shotlab::engine::test
{

namespace
{

constexpr int kClasses = 3;

at::Tensor pictures(const Network &network, int count)
{
    const std::size_t size = static_cast<std::size_t>(network.card.channels) * static_cast<std::size_t>(network.side)
        * static_cast<std::size_t>(network.side);
    std::mt19937 random(7);
    std::vector<std::vector<std::uint8_t>> pixels(static_cast<std::size_t>(count), std::vector<std::uint8_t>(size));
    std::vector<const std::vector<std::uint8_t> *> pointers;
    for (auto &picture : pixels) {
        for (std::uint8_t &value : picture)
            value = static_cast<std::uint8_t>(random() >> 24);
        pointers.push_back(&picture);
    }
    return network.normalised(pointers);
}

enum class Norms { Joined, Apart };

struct Outcome {
    at::Tensor scores;
    std::vector<at::Tensor> gradients; ///< of the learning parameters, the head's weight and bias
};

Outcome withGradients(const at::Tensor &scores, const std::vector<at::Tensor> &tensors)
{
    const at::Tensor labels = at::arange(scores.size(0)).remainder(kClasses);
    const at::Tensor loss = at::cross_entropy_loss(scores, labels);
    return {scores.detach(), torch::autograd::grad({loss}, tensors, {}, c10::nullopt, false, true)};
}

void head(const Network &network, at::Tensor &weight, at::Tensor &bias)
{
    const auto options = at::TensorOptions(network.precision());
    weight = at::linspace(-0.4, 0.6, kClasses * network.features, options).view({kClasses, network.features}).clone();
    bias = at::linspace(-0.1, 0.1, kClasses, options);
}

/// The whole trunk in one go, norms joined as in training or all as PyTorch would run it.
Outcome unsplit(const Network &network, const std::vector<bool> &learning, const at::Tensor &batch, Norms norms,
                at::ScalarType precision)
{
    std::vector<at::Tensor> bound;
    std::vector<at::Tensor> learns;
    for (std::size_t i = 0; i < network.tensors.size(); ++i) {
        at::Tensor tensor = network.tensors[i].value;
        if (at::isFloatingType(tensor.scalar_type()))
            tensor = tensor.to(precision);
        if (learning[i] && network.tensors[i].parameter) {
            tensor = tensor.clone(at::MemoryFormat::Preserve).set_requires_grad(true);
            learns.push_back(tensor);
        }
        bound.push_back(tensor);
    }
    at::Tensor weight;
    at::Tensor bias;
    head(network, weight, bias);
    weight = weight.to(precision);
    bias = bias.to(precision);
    learns.push_back(weight.set_requires_grad(true));
    learns.push_back(bias.set_requires_grad(true));
    const auto trunk = network.trunk->copy();
    if (norms == Norms::Joined)
        joinSteadyNorms(trunk);
    const at::Tensor input = network.readsText() ? batch : batch.to(precision);
    const at::Tensor features = toFeatures(GraphRunner(trunk).run({input}, bound).at(0).toTensor());
    return withGradients(at::linear(features, weight, bias), learns);
}

/// Frozen part once without gradients, then the rest as a run does it.
Outcome split(const std::shared_ptr<const Network> &network, const std::shared_ptr<const Cut> &cut, const at::Tensor &batch,
              QString &hashes)
{
    Trainee trainee(network, cut, kClasses, Trainee::Mode::Steady);
    at::Tensor weight;
    at::Tensor bias;
    head(*network, weight, bias);
    trainee.setHead(weight, bias);
    hashes = QString::fromStdString(trainee.frozenHash());
    FrontierPart frontier {{batch}, std::vector<int>(static_cast<std::size_t>(batch.size(0)))};
    std::iota(frontier.positions.begin(), frontier.positions.end(), 0);
    if (!cut->takesInputs()) {
        const at::NoGradGuard noGradients;
        const int length = network->readsText() ? static_cast<int>(batch.size(2)) : 0;
        frontier.values = cut->frontier(cut->prefixRows(batch), batch.size(0), length);
    }
    std::vector<at::Tensor> learns = trainee.trunkTensors();
    for (const at::Tensor &tensor : trainee.headTensors())
        learns.push_back(tensor);
    const Outcome outcome = withGradients(trainee.scores({frontier}, true), learns);
    if (hashes != QString::fromStdString(trainee.frozenHash()))
        hashes = QStringLiteral("changed");
    return outcome;
}

double difference(const at::Tensor &a, const at::Tensor &b)
{
    if (!a.defined() || !b.defined())
        return a.defined() == b.defined() ? 0 : 1;
    if (a.sizes() != b.sizes() || a.numel() == 0)
        return a.sizes() == b.sizes() ? 0 : 1;
    return (a - b).abs().max().item<double>() / std::max(1e-6, b.abs().max().item<double>());
}

at::Tensor trialBatch(const Network &network)
{
    return network.readsText() ? trialInputs(network) : pictures(network, network.rowBatch);
}

/// Modules of the trunk in the order in which they are used.
std::vector<std::string> modules(const Network &network)
{
    std::vector<std::string> names;
    for (const BoundTensor &tensor : network.tensors) {
        if (tensor.parameter && !network.isHeadTensor(tensor)
            && std::find(names.begin(), names.end(), tensor.module) == names.end())
            names.push_back(tensor.module);
    }
    return names;
}

std::vector<std::int64_t> sortedSizes(const std::vector<at::Tensor> &tensors)
{
    std::vector<std::int64_t> sizes;
    for (const at::Tensor &tensor : tensors)
        sizes.push_back(tensor.defined() ? tensor.numel() : 0);
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

/// Both sides list parameters in the order of the network's tensors, but the suffix names only those it uses, in the
/// order in which it uses them: every gradient must have an equal one on the other side.
double largestGradientDifference(const std::vector<at::Tensor> &a, const std::vector<at::Tensor> &b)
{
    double most = a.size() == b.size() ? 0 : 1;
    for (const at::Tensor &one : a) {
        double best = 1;
        for (const at::Tensor &other : b) {
            const bool comparable = one.defined() == other.defined() && (!one.defined() || one.sizes() == other.sizes());
            if (comparable)
                best = std::min(best, difference(one, other));
        }
        most = std::max(most, best);
    }
    return most;
}

} // namespace

SplitCheck checkSplits(const std::shared_ptr<const Network> &network, std::size_t mostCuts)
{
    SplitCheck check;
    const at::Tensor batch = trialBatch(*network);
    const std::vector<std::string> names = modules(*network);
    check.modules = names.size();
    std::set<std::string> keys;
    const std::size_t step = std::max<std::size_t>(1, (names.size() + mostCuts - 1) / mostCuts);
    for (std::size_t first = 0; first < names.size(); first += step) {
        std::vector<bool> learning;
        for (const BoundTensor &tensor : network->tensors) {
            const auto at = std::find(names.begin(), names.end(), tensor.module);
            learning.push_back(!tensor.wordTable && at != names.end() && at - names.begin() >= static_cast<std::ptrdiff_t>(first));
        }
        const QString where = QString::fromStdString(names[first]);
        const auto cut = Cut::make(*network, learning);
        if (cut->wholeModel()) {
            check.wholeAt << where + QStringLiteral(": ") + QString::fromStdString(cut->whyWhole());
            continue;
        }
        keys.insert(cut->key());
        const Outcome whole = unsplit(*network, learning, batch, Norms::Joined, network->precision());
        QString hashes;
        const Outcome parts = split(network, cut, batch, hashes);
        const double scores = difference(parts.scores, whole.scores);
        const bool sameSizes = sortedSizes(parts.gradients) == sortedSizes(whole.gradients);
        const double gradients = sameSizes ? largestGradientDifference(parts.gradients, whole.gradients) : 1;
        check.scores = std::max(check.scores, scores);
        check.gradients = std::max(check.gradients, gradients);
        if (hashes == QStringLiteral("changed") || scores > kUnfolded || gradients > kUnfolded)
            check.wrong << QStringLiteral("%1: scores %2, gradients %3, frozen part %4")
                               .arg(where)
                               .arg(scores)
                               .arg(gradients)
                               .arg(hashes);
    }
    check.cuts = static_cast<int>(keys.size());
    return check;
}

JoinCheck checkJoining(const std::shared_ptr<const Network> &network)
{
    const at::Tensor batch = trialBatch(*network);
    std::vector<bool> learning;
    for (const BoundTensor &tensor : network->tensors)
        learning.push_back(tensor.parameter && !tensor.wordTable && !network->isHeadTensor(tensor));
    const Outcome joined = unsplit(*network, learning, batch, Norms::Joined, at::kFloat);
    const Outcome apart = unsplit(*network, learning, batch, Norms::Apart, at::kFloat);
    const Outcome exact = unsplit(*network, learning, batch, Norms::Apart, at::kDouble);
    const auto error = [&](const Outcome &outcome) {
        double squared = 0;
        double all = 0;
        for (std::size_t i = 0; i < exact.gradients.size(); ++i) {
            if (!exact.gradients[i].defined())
                continue;
            squared += (outcome.gradients[i].to(at::kDouble) - exact.gradients[i]).square().sum().item<double>();
            all += exact.gradients[i].square().sum().item<double>();
        }
        return std::sqrt(squared / all);
    };
    return {at::equal(joined.scores, apart.scores), error(joined), error(apart)};
}

FoldCheck checkFolding(const std::shared_ptr<const Network> &network)
{
    const at::Tensor batch = trialBatch(*network);
    const auto outcome = [&](const Cut &cut) {
        at::Tensor weight;
        at::Tensor bias;
        head(*network, weight, bias);
        weight.set_requires_grad(true);
        bias.set_requires_grad(true);
        return withGradients(at::linear(cut.prefixRows(batch).at(0), weight, bias), {weight, bias});
    };
    const auto plain = Cut::atFeatures(*network, Folding::Off);
    const auto folded = Cut::atFeatures(*network, Folding::On);
    FoldCheck check;
    check.folded = folded->key() != plain->key();
    check.features = difference(folded->prefixRows(batch).at(0), plain->prefixRows(batch).at(0));
    const Outcome a = outcome(*folded);
    const Outcome b = outcome(*plain);
    check.gradients = std::max(difference(a.gradients[0], b.gradients[0]), difference(a.gradients[1], b.gradients[1]));
    return check;
}

} // namespace shotlab::engine::test
