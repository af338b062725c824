// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

namespace torch::jit
{
struct Graph;
} // namespace torch::jit

namespace shotlab::engine
{

/// A lowered graph cut at the frontier between what depends on no learning tensor and what depends on one.
struct SplitGraph {
    std::shared_ptr<torch::jit::Graph> prefix; ///< inputs: picture, prefixTensors; outputs: the frontier values
    std::shared_ptr<torch::jit::Graph> suffix; ///< inputs: frontier values, suffixTensors; output as the whole graph's
    std::vector<std::size_t> prefixTensors; ///< indices into LoweredGraph::tensors
    std::vector<std::size_t> suffixTensors;
    std::vector<std::size_t> frontier; ///< numbers of the values at the cut; equal for cuts at the same place
    bool prefixUsesTensors = false; ///< false: nothing frozen is computed in front of the cut
};

/// Cuts graph (inputs: picture, then tensors) for the given learning tensors (one flag per tensor). With no learning tensor
/// everything is prefix and the suffix only hands its input on.
/// Outputs and gradients of suffix(prefix(x)) equal those of the whole graph.
/// Throws Refusal where memory shared between the two parts is written to, or a frozen scalar decides over contents.
[[nodiscard]] SplitGraph splitGraph(const std::shared_ptr<torch::jit::Graph> &graph, const std::vector<bool> &learns);

} // namespace shotlab::engine
