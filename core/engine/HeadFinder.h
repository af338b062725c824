// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>

#include "engine/BoundTensor.h"
#include "engine/GraphLowering.h"

namespace shotlab::engine
{

/// A network taken apart in front of its head.
struct TakenApart {
    std::shared_ptr<torch::jit::Graph>
        trunk; ///< inputs as the lowered graph's; output: the head's input (or, without a head, the output)
    std::shared_ptr<torch::jit::Graph> source; ///< same inputs; output: the source scores before any final softmax or sigmoid
    std::optional<Head> head; ///< none: an encoder, whose output is the feature
};

/// Walks back from the output to the last linear layer or 1x1 convolution, with only reshaping, pooling, activation and
/// softmax behind it. For several outputs (tuple, dictionary, list) the first with a head counts, else the first.
/// Throws Refusal when the output holds no tensor that can be told apart.
[[nodiscard]] TakenApart findHead(const LoweredGraph &lowered);

} // namespace shotlab::engine
