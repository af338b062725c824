// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

namespace torch::jit
{
struct Graph;
} // namespace torch::jit

namespace shotlab::engine
{

/// Whether a frozen part may be simplified to what is equal but for rounding.
enum class Folding {
    Off, ///< bit for bit the network's own operations
    On, ///< batch-norms go into the weights of the convolutions before them: 1e-5 of the largest value, a tenth to a fifth faster
};

/// graph (inputs: pictures, then tensors) with its tensors as constants and every batch-norm that directly follows a
/// convolution merged into its weights. Only the pictures are left as input. None where there is nothing to merge.
[[nodiscard]] std::shared_ptr<torch::jit::Graph> folded(const std::shared_ptr<torch::jit::Graph> &graph,
                                                          const std::vector<at::Tensor> &tensors);

} // namespace shotlab::engine
