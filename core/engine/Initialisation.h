// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include "engine/BoundTensor.h"

namespace shotlab::engine
{

/// A tensor to fill and what it is.
struct FreshTensor {
    const BoundTensor *description = nullptr;
    at::Tensor tensor;
};

/// PyTorch's default initialisation: weights of convolutions and linear layers uniform in +-1/sqrt(fan-in) (which is what
/// Kaiming-uniform with a = sqrt 5 comes to), their biases the same; norms 1 and 0, running statistics 0 and 1; embeddings
/// standard normal. Other parameters (position tables, layer scales), for which each network has its own rule: normal with
/// deviation 0.02. Values depend on the generator and the order of tensors alone.
void initialiseLikePyTorch(const std::vector<FreshTensor> &tensors, at::Generator &generator);

/// The two tensors of a linear layer, by the same rule.
void initialiseLinear(at::Tensor &weight, at::Tensor &bias, at::Generator &generator);

} // namespace shotlab::engine
