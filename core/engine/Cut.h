// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

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

    /// Nothing learns but the head: the prefix is the whole trunk and its rows are the features [B, F].
    [[nodiscard]] static std::shared_ptr<const Cut> atFeatures(const Network &network);

    /// Equal for cuts at the same place of the same network.
    [[nodiscard]] const std::string &key() const { return m_key; }
    /// Nothing frozen lies in front: the suffix takes the pictures themselves, and there is nothing to keep.
    [[nodiscard]] bool takesPictures() const { return m_takesPictures; }
    [[nodiscard]] bool wholeModel() const { return !m_whyWhole.empty(); }
    [[nodiscard]] const std::string &whyWhole() const { return m_whyWhole; }
    /// Examples that pass the prefix together; 1 where the network mixes the pictures of a batch.
    [[nodiscard]] int rowBatch() const { return m_rowBatch; }

    /// Rows of a batch of rowBatch() pictures, one tensor [rowBatch, ...] per value at the cut. No gradients.
    [[nodiscard]] std::vector<at::Tensor> prefixRows(const at::Tensor &pictures) const;
    /// What the suffix takes, from rows put together.
    [[nodiscard]] std::vector<c10::IValue> frontier(const std::vector<at::Tensor> &rows, std::int64_t batch) const;
    [[nodiscard]] std::int64_t rowBytes() const { return m_rowBytes; }

    /// None at the features: there is nothing left to compute.
    [[nodiscard]] const std::shared_ptr<torch::jit::Graph> &suffix() const { return m_suffix; }
    /// Which tensors the suffix takes behind the frontier values: indices into Network::tensors.
    [[nodiscard]] const std::vector<std::size_t> &suffixTensors() const { return m_suffixTensors; }
    [[nodiscard]] const std::vector<bool> &learning() const { return m_learning; }

private:
    void cutWhole(const Network &network, std::string why);
    void cutAt(const Network &network, std::vector<bool> flags);

    std::string m_key;
    bool m_takesPictures = false;
    bool m_meansFeatures = false; ///< rows are toFeatures() of the prefix's output
    std::string m_whyWhole;
    int m_rowBatch = 1;
    std::shared_ptr<const GraphRunner> m_prefix;
    std::vector<at::Tensor> m_prefixTensors;
    FrontierLayout m_layout;
    std::int64_t m_rowBytes = 0;
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

/// Four pictures of fixed random pixels in 0..255 as the network sees them, to try it with.
[[nodiscard]] at::Tensor trialPictures(const Network &network);

} // namespace shotlab::engine
