// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Initialisation.h"

#include <cmath>
#include <map>

#include <ATen/ATen.h>

namespace shotlab::engine
{

namespace
{

double uniformBound(const at::Tensor &weight)
{
    const std::int64_t fanIn = weight.numel() / std::max<std::int64_t>(1, weight.size(0));
    return 1.0 / std::sqrt(static_cast<double>(std::max<std::int64_t>(1, fanIn)));
}

/// Fills in plain memory order, so that values do not depend on how the tensor is laid out.
void fillUniform(const at::Tensor &tensor, double bound, at::Generator &generator)
{
    tensor.copy_(at::empty(tensor.sizes(), tensor.options().requires_grad(false)).uniform_(-bound, bound, generator));
}

void fillNormal(const at::Tensor &tensor, double deviation, at::Generator &generator)
{
    tensor.copy_(at::empty(tensor.sizes(), tensor.options().requires_grad(false)).normal_(0, deviation, generator));
}

} // namespace

void initialiseLikePyTorch(const std::vector<FreshTensor> &tensors, at::Generator &generator)
{
    const at::NoGradGuard noGradients;
    constexpr double kOtherDeviation = 0.02;
    std::map<std::string, at::Tensor> weights; // by module: a bias is drawn from its weight's range
    for (const FreshTensor &fresh : tensors) {
        if (fresh.description->name == "weight")
            weights[fresh.description->module] = fresh.tensor;
    }
    for (const FreshTensor &fresh : tensors) {
        const std::string &name = fresh.description->name;
        const auto weight = weights.find(fresh.description->module);
        if (name == "weight" && fresh.description->type == "Embedding")
            fillNormal(fresh.tensor, 1.0, generator);
        else if (name == "weight" && fresh.tensor.dim() >= 2)
            fillUniform(fresh.tensor, uniformBound(fresh.tensor), generator);
        else if (name == "weight" || name == "running_var")
            fresh.tensor.fill_(1);
        else if (name == "bias" && weight != weights.end() && weight->second.dim() >= 2)
            fillUniform(fresh.tensor, uniformBound(weight->second), generator);
        else if (name == "bias" || name == "running_mean" || name == "num_batches_tracked")
            fresh.tensor.zero_();
        else if (fresh.description->parameter)
            fillNormal(fresh.tensor, kOtherDeviation, generator);
    }
}

void initialiseLinear(at::Tensor &weight, at::Tensor &bias, at::Generator &generator)
{
    const at::NoGradGuard noGradients;
    const double bound = uniformBound(weight);
    fillUniform(weight, bound, generator);
    fillUniform(bias, bound, generator);
}

} // namespace shotlab::engine
