// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

namespace torch::jit
{
struct Graph;
}

namespace shotlab::engine
{

/// Replaces each batch-norm that keeps its statistics, and the ReLU, ReLU6 or clamp behind it, by one operation. LibTorch passes
/// over the pictures for each of them, and keeps a copy between for the backward pass; this takes two passes less forward and
/// four less backward. Outputs are bit-equal to LibTorch's, gradients differ in rounding alone and do not depend on the number
/// of threads. Values that are no channels-last pictures of floats take LibTorch's own operations.
void joinSteadyNorms(const std::shared_ptr<torch::jit::Graph> &graph);

} // namespace shotlab::engine
