// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

#include "engine/Folding.h"
#include "engine/FrontierLayout.h"
#include "engine/GraphRunner.h"
#include "engine/Network.h"

namespace shotlab::engine
{

/// One cut through a network's trunk: a frozen prefix run once per example and a suffix that can be trained.
class Cut
{
public:
    /// Cuts in front of the first learning tensor. Where that cannot be done (network.whyNotSplit, or this very cut is
    /// refused) the suffix is the whole trunk and wholeModel() says so; results are the same, only slower.
    [[nodiscard]] static std::shared_ptr<const Cut> make(const Network &network, std::vector<bool> learning);

    /// Nothing learns but the head: the prefix is the whole trunk and its rows are the features [B, F]. Only here is it
    /// folded: where layers learn behind a cut, a rounding of 1e-6 moves some values over the kinks of their activations,
    /// and gradients by 2e-4 (EfficientNet-Lite0).
    [[nodiscard]] static std::shared_ptr<const Cut> atFeatures(const Network &network, Folding folding = Folding::On);

    /// Equal for cuts at the same place of the same network whose frozen part computes in the same way.
    [[nodiscard]] const std::string &key() const { return m_key; }
    /// Nothing frozen worth keeping lies in front: the suffix takes the examples themselves.
    [[nodiscard]] bool takesInputs() const { return m_takesInputs; }
    /// Rows at the features are alike for all examples; others of sentences have as many places as the sentence (see
    /// Network::paddedLength), and only those of one length can be put together.
    [[nodiscard]] bool rowsAreAlike() const { return m_meansFeatures || !m_trial; }
    [[nodiscard]] bool wholeModel() const { return !m_whyWhole.empty(); }
    [[nodiscard]] const std::string &whyWhole() const { return m_whyWhole; }
    /// Examples that pass the prefix together; 1 where the network mixes the pictures of a batch.
    [[nodiscard]] int rowBatch() const { return m_rowBatch; }

    /// Rows of a batch of rowBatch() examples, one tensor [rowBatch, ...] per value at the cut. No gradients.
    [[nodiscard]] std::vector<at::Tensor> prefixRows(const at::Tensor &inputs) const;
    /// What the suffix takes, from rows put together; length: places of their sentences, 0 for pictures.
    [[nodiscard]] std::vector<c10::IValue> frontier(const std::vector<at::Tensor> &rows, std::int64_t batch, int length) const;
    [[nodiscard]] std::int64_t rowBytes(int length) const;

    /// None at the features: there is nothing left to compute.
    [[nodiscard]] const std::shared_ptr<torch::jit::Graph> &suffix() const { return m_suffix; }
    /// Which tensors the suffix takes behind the frontier values: indices into Network::tensors.
    [[nodiscard]] const std::vector<std::size_t> &suffixTensors() const { return m_suffixTensors; }
    [[nodiscard]] const std::vector<bool> &learning() const { return m_learning; }

private:
    void cutWhole(const Network &network, std::string why);
    void cutAt(const Network &network, std::vector<bool> flags);
    void fold(const Network &network);

    [[nodiscard]] const FrontierLayout &layout(int length) const;
    void learn(const at::Tensor &inputs) const;

    std::string m_key;
    bool m_takesInputs = false;
    bool m_meansFeatures = false; ///< rows are toFeatures() of the prefix's output
    std::string m_whyWhole;
    int m_rowBatch = 1;
    std::shared_ptr<const GraphRunner> m_prefix;
    std::vector<at::Tensor> m_prefixTensors;
    std::function<at::Tensor(int)> m_trial; ///< of text: trial sentences of a length
    mutable std::map<int, FrontierLayout> m_layouts; ///< by length; those of text are learnt when their length first comes up
    std::int64_t m_featureBytes = 0; ///< of a row at the features
    std::shared_ptr<torch::jit::Graph> m_suffix;
    std::vector<std::size_t> m_suffixTensors;
    std::vector<bool> m_learning;
};

/// The cuts of one network, each made once.
class Cuts
{
public:
    [[nodiscard]] std::shared_ptr<const Cut> of(const Network &network, const std::vector<bool> &learning);
    [[nodiscard]] std::shared_ptr<const Cut> atFeatures(const Network &network);
    void clear() { m_made.clear(); }

private:
    std::map<std::vector<bool>, std::shared_ptr<const Cut>> m_made;
};

/// Four fixed random examples as the network sees them, to try it with: pixels in 0..255, or sentences of different lengths.
[[nodiscard]] at::Tensor trialInputs(const Network &network);

} // namespace shotlab::engine
