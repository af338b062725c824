// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Cut.h"

#include <algorithm>
#include <random>

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/ir.h>

#include "engine/Failure.h"
#include "engine/GraphSplit.h"
#include "media/WordPiece.h"

namespace shotlab::engine
{

namespace
{

std::string keyOf(const std::vector<std::size_t> &frontier)
{
    std::string key;
    for (const std::size_t value : frontier)
        key += std::to_string(value) + ",";
    return key;
}

std::vector<at::Tensor> chosen(const std::vector<BoundTensor> &tensors, const std::vector<std::size_t> &indices)
{
    std::vector<at::Tensor> list;
    for (const std::size_t index : indices)
        list.push_back(tensors[index].value);
    return list;
}

constexpr std::size_t kTrials = 4;
constexpr int kTrialLength = 16; ///< of sentences

/// Merging rounds differently; more than this would be another network (a variance of zero, a type that overflows).
bool areClose(const std::vector<c10::IValue> &some, const std::vector<c10::IValue> &others)
{
    constexpr double kTolerance = 1e-4; // of the largest value
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const auto &a, const auto &b) {
        if (!a.isTensor() || !b.isTensor())
            return !a.isTensor() && !b.isTensor() && a == b;
        const at::Tensor &one = a.toTensor();
        const at::Tensor &other = b.toTensor();
        if (one.sizes() != other.sizes() || one.scalar_type() != other.scalar_type())
            return false;
        if (!at::isFloatingType(one.scalar_type()) || one.numel() == 0)
            return at::equal(one, other);
        return (one - other).abs().max().template item<double>() <= kTolerance * other.abs().max().template item<double>();
    });
}

at::Tensor trialPictures(const Network &network)
{
    const auto size = static_cast<std::size_t>(network.card.channels) * static_cast<std::size_t>(network.side * network.side);
    std::mt19937 random(1); // the same pictures in every process
    std::vector<std::vector<std::uint8_t>> pictures(kTrials, std::vector<std::uint8_t>(size));
    std::vector<const std::vector<std::uint8_t> *> pointers;
    for (std::vector<std::uint8_t> &picture : pictures) {
        for (std::uint8_t &value : picture)
            value = static_cast<std::uint8_t>(random() >> 24);
        pointers.push_back(&picture);
    }
    return network.normalised(pointers);
}

/// Sentences that fill `length` places, the last one wholly and each one before it to a quarter less.
at::Tensor trialSentences(int vocabulary, int length)
{
    std::mt19937 random(1);
    const at::Tensor sentences = at::zeros({static_cast<std::int64_t>(kTrials), 2, length}, at::kLong);
    std::int64_t *ids = sentences.data_ptr<std::int64_t>();
    for (std::size_t i = 1; i <= kTrials; ++i, ids += 2 * static_cast<std::ptrdiff_t>(length)) {
        const std::size_t tokens = static_cast<std::size_t>(length) * i / kTrials;
        std::generate_n(ids, tokens, [&] { return static_cast<std::int64_t>(random() % static_cast<unsigned>(vocabulary)); });
        std::fill_n(ids + length, tokens, 1);
    }
    return sentences;
}

int lengthOf(const at::Tensor &inputs) { return inputs.dim() == 3 ? static_cast<int>(inputs.size(2)) : 0; }

/// Looking up rows of a table is all the graph does with its tensors.
bool onlyLooksUp(const torch::jit::Graph &graph)
{
    for (std::size_t i = 1; i < graph.inputs().size(); ++i) {
        for (const torch::jit::Use &use : graph.inputs()[i]->uses()) {
            if (use.user->kind() != c10::aten::embedding)
                return false;
        }
    }
    return true;
}

} // namespace

at::Tensor trialInputs(const Network &network)
{
    return network.readsText() ? trialSentences(network.vocabulary->size(), kTrialLength) : trialPictures(network);
}

void Cut::cutWhole(const Network &network, std::string why)
{
    m_key = "inputs";
    m_takesInputs = true;
    m_whyWhole = std::move(why);
    m_suffix = network.trunk;
    m_suffixTensors.clear();
    for (std::size_t i = 0; i < network.tensors.size(); ++i)
        m_suffixTensors.push_back(i);
}

/// Takes the simplified frozen part where it gives the same for trial inputs as the one that stands.
void Cut::fold(const Network &network)
{
    const std::shared_ptr<torch::jit::Graph> merged = folded(network.trunk, m_prefixTensors);
    if (!merged)
        return;
    auto simplified = std::make_shared<GraphRunner>(merged);
    const at::NoGradGuard noGradients;
    const at::Tensor inputs = trialInputs(network);
    if (!areClose(simplified->run({inputs}, {}), m_prefix->run({inputs}, m_prefixTensors)))
        return;
    m_prefix = std::move(simplified);
    m_prefixTensors.clear();
    m_key += " folded";
}

void Cut::cutAt(const Network &network, std::vector<bool> flags)
{
    for (std::size_t i = 0; i < flags.size(); ++i)
        flags[i] = flags[i] && network.tensors[i].parameter;
    SplitGraph split = splitGraph(network.trunk, flags);
    if (!split.prefixUsesTensors || onlyLooksUp(*split.prefix)) { // looking up again is cheaper than keeping
        cutWhole(network, {});
        return;
    }
    m_key = keyOf(split.frontier);
    m_prefix = std::make_shared<GraphRunner>(split.prefix);
    m_prefixTensors = chosen(network.tensors, split.prefixTensors);
    m_suffix = split.suffix;
    m_suffixTensors = split.suffixTensors;
    if (network.readsText())
        m_trial = [size = network.vocabulary->size()](int length) { return trialSentences(size, length); };
    learn(trialInputs(network));
}

void Cut::learn(const at::Tensor &inputs) const
{
    const at::NoGradGuard noGradients;
    m_layouts[lengthOf(inputs)]
        = FrontierLayout::learn([this](const at::Tensor &some) { return m_prefix->run({some}, m_prefixTensors); }, inputs);
}

const FrontierLayout &Cut::layout(int length) const
{
    if (m_layouts.count(length) == 0)
        learn(m_trial(length));
    return m_layouts.at(length);
}

std::shared_ptr<const Cut> Cut::make(const Network &network, std::vector<bool> learning)
{
    if (std::find(learning.begin(), learning.end(), true) == learning.end())
        return atFeatures(network);
    auto cut = std::make_shared<Cut>();
    cut->m_learning = std::move(learning);
    cut->m_rowBatch = network.whyNotSplit.empty() ? network.rowBatch : 1;
    if (!network.whyNotSplit.empty()) {
        cut->cutWhole(network, network.whyNotSplit);
        return cut;
    }
    try {
        cut->cutAt(network, cut->m_learning);
    } catch (const Refusal &refusal) {
        cut->cutWhole(network, refusal.what());
    }
    return cut;
}

std::shared_ptr<const Cut> Cut::atFeatures(const Network &network, Folding folding)
{
    auto cut = std::make_shared<Cut>();
    cut->m_key = "features";
    cut->m_meansFeatures = true;
    cut->m_learning.assign(network.tensors.size(), false);
    cut->m_prefix = std::make_shared<GraphRunner>(network.trunk);
    for (const BoundTensor &tensor : network.tensors)
        cut->m_prefixTensors.push_back(tensor.value);
    cut->m_featureBytes = network.features * static_cast<std::int64_t>(c10::elementSize(network.precision()));
    cut->m_rowBatch = network.whyNotSplit.empty() ? network.rowBatch : 1;
    if (folding == Folding::On)
        cut->fold(network);
    return cut;
}

std::int64_t Cut::rowBytes(int length) const { return m_meansFeatures ? m_featureBytes : layout(length).rowBytes(); }

std::vector<c10::IValue> Cut::frontier(const std::vector<at::Tensor> &rows, std::int64_t batch, int length) const
{
    if (m_meansFeatures)
        return {rows.at(0)};
    return layout(length).values(rows, batch);
}

std::vector<at::Tensor> Cut::prefixRows(const at::Tensor &inputs) const
{
    const at::NoGradGuard noGradients;
    const std::vector<c10::IValue> values = m_prefix->run({inputs}, m_prefixTensors);
    if (m_meansFeatures)
        return {toFeatures(values.at(0).toTensor()).contiguous()};
    return layout(lengthOf(inputs)).rows(values, inputs.size(0));
}

std::shared_ptr<const Cut> Cuts::of(const Network &network, const std::vector<bool> &learning)
{
    auto &made = m_made[learning];
    if (!made)
        made = Cut::make(network, learning);
    return made;
}

std::shared_ptr<const Cut> Cuts::atFeatures(const Network &network)
{
    return of(network, std::vector<bool>(network.tensors.size(), false));
}

} // namespace shotlab::engine
