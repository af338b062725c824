// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include <ATen/core/Tensor.h>

namespace shotlab::engine
{

/// A tensor of a model that its lowered graph takes as an input.
struct BoundTensor {
    std::string module; ///< path of the module that owns it, "" for the root
    std::string name; ///< attribute name, e.g. "weight"
    std::string type; ///< type of the owning module, e.g. "Conv2d"
    at::Tensor value; ///< dense; floating tensors are widened or narrowed to float
    bool parameter = false; ///< false: buffer (running statistics, tables)
    bool wordTable = false; ///< one row per piece of the vocabulary: keeps its values in every arm but from-scratch
};

/// The classifier at the end of a network: scores = features x weight^T + bias.
struct Head {
    std::string path; ///< module that owns the weight
    at::Tensor weight; ///< [outputs, features] (a 1x1 convolution's kernel squeezed)
    at::Tensor bias; ///< [outputs], zeros where the network has none
    bool convolution = false; ///< features are the spatial mean of the input, the head itself ran at every place
};

} // namespace shotlab::engine
