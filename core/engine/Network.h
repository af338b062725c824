// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>
#include <c10/core/ScalarType.h>

#include "engine/BoundTensor.h"
#include "lab/LayerMap.h"
#include "lab/ModelCard.h"

namespace torch::jit
{
struct Graph;
} // namespace torch::jit

namespace shotlab::media
{
class WordPiece;
} // namespace shotlab::media

namespace shotlab::engine
{

/// An opened model: its trunk (example to feature), its old head, and how examples are fed to it. Never changed by a run:
/// runs train copies.
struct Network {
    /// The module's code. Graphs point into it without owning it, and TorchScript follows those pointers to word an exception.
    std::shared_ptr<const void> code;
    std::shared_ptr<torch::jit::Graph> trunk; ///< inputs: examples, tensors; output: the head's input
    std::shared_ptr<torch::jit::Graph> source; ///< same inputs; output: source scores [B, outputs]
    std::vector<BoundTensor> tensors;
    std::optional<Head> head; ///< none: an encoder
    bool headIsLast = false; ///< source scores = features x weight^T + bias, nothing else behind
    ModelCard card;
    int side = 0; ///< working size, pixels
    std::shared_ptr<const media::WordPiece> vocabulary; ///< of a model of text; none: it sees pictures
    bool channelsLast = false;
    int rowBatch = 0; ///< examples that pass the frozen part together, always (filled up); of sentences the most
    std::int64_t features = 0;
    std::string whyNotSplit; ///< empty: the graph can be cut

    /// Parameters of the trunk, head not counted.
    [[nodiscard]] std::int64_t trunkParameters() const;
    /// One flag per tensor: true where its module learns (buffers of learning modules included). The word table never does:
    /// a few sentences touch a few of its rows, and it is half of an encoder's weights.
    [[nodiscard]] std::vector<bool> learning(const LayerMap &layers) const;
    [[nodiscard]] std::vector<bool> learningEverywhere() const;
    /// The word table included, for a network that starts anew.
    [[nodiscard]] std::vector<bool> learningAnew() const;
    /// Head tensors are bound like any others but belong to no cut.
    [[nodiscard]] bool isHeadTensor(const BoundTensor &tensor) const { return head && tensor.module == head->path; }

    /// Float, or double where all weights are double.
    [[nodiscard]] at::ScalarType precision() const;
    /// Pixels (8 bits, CHW) of n pictures to the normalised batch [n, C, side, side] in the network's precision.
    [[nodiscard]] at::Tensor normalised(const std::vector<const std::vector<std::uint8_t> *> &pictures) const;

    [[nodiscard]] bool readsText() const { return vocabulary != nullptr; }
    /// Places that a sentence of so many tokens takes, padding included: a multiple of 2, at least 8. What becomes of it
    /// depends on its own length alone, never on the sentences beside it.
    [[nodiscard]] static int paddedLength(std::size_t tokens);
    /// Sentences of so many places that pass the frozen part together, always: 32 short ones, fewer long ones, so that the
    /// last batch of a length, which is filled up, wastes little.
    [[nodiscard]] static int sentencesAtOnce(int length);
    /// Token ids of n sentences to the batch [n, 2, length] of ids and mask, int64.
    [[nodiscard]] at::Tensor sentences(const std::vector<const std::vector<std::int32_t> *> &tokens, int length) const;
};

/// A trunk's output as features [B, F]: spatial mean of [B, F, H, W], mean over positions of [B, T, F].
[[nodiscard]] at::Tensor toFeatures(const at::Tensor &trunkOutput);

} // namespace shotlab::engine
