// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>

#include "engine/BoundTensor.h"

namespace shotlab::engine
{

/// What a batch of examples is for a network.
enum class InputKind {
    Pictures, ///< [B, C, H, W], float or double
    Sentences, ///< [B, 2, T], int64: token ids, and a mask that is 1 for tokens and 0 for padding
};

/// `forward` as one flat graph without any object: inputs are the batch of examples and then one per entry of tensors, in
/// order of first use, all floating ones float or all double. Evaluation mode: batch-norm uses its running statistics,
/// dropout does nothing.
struct LoweredGraph {
    std::shared_ptr<torch::jit::Graph> graph;
    std::vector<BoundTensor> tensors;
    bool tracedInTrainMode = false; ///< batch-norm or dropout was fixed in training mode and has been switched back
};

/// Inlines, turns attributes into inputs or constants, removes mutation and simplifies.
/// Throws Refusal where that cannot be done: attribute writes, calls through interfaces, custom classes (quantised
/// weights), or a forward that wants anything but one batch of pictures, or token ids and mask. The module is put into
/// evaluation mode.
[[nodiscard]] LoweredGraph lowerForward(torch::jit::Module module, InputKind input = InputKind::Pictures);

/// A guess from what forward asks for: two tensors that cannot be left out are token ids and mask.
[[nodiscard]] InputKind inputKindOf(const torch::jit::Module &module);

/// Last part of a TorchScript class name without mangling: "__torch__.torch.nn.modules.conv.___torch_mangle_3.Conv2d"
/// becomes "Conv2d".
[[nodiscard]] std::string plainTypeName(const c10::Type &type);

/// Switches every batch-norm for which useBatchStatistics says so (given its position among the graph's inputs: that of
/// the running mean) and every dropout to training mode, the others to evaluation mode.
void setTrainingMode(torch::jit::Graph &graph,
                     const std::function<bool(const torch::jit::Value *runningMean)> &useBatchStatistics, bool dropout);

} // namespace shotlab::engine
