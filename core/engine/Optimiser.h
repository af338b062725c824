// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

namespace shotlab::engine
{

enum class OptimiserKind { Adam, AdamW, Sgd };
[[nodiscard]] OptimiserKind optimiserKind(const std::string &name); ///< "adam", "adamw", "sgd"

/// Adam (Kingma and Ba, arXiv 1412.6980), AdamW (Loshchilov and Hutter, arXiv 1711.05101) and SGD with momentum 0.9, step
/// for step as PyTorch defines them: betas 0.9 and 0.999, epsilon 1e-8, bias correction; weight decay added to the
/// gradient for Adam and SGD, decoupled for AdamW.
class Optimiser
{
public:
    static constexpr int kStatesPerTensor = 2; ///< tensors kept beside each one that learns, at most

    struct Group {
        std::vector<at::Tensor> tensors; ///< float or double, dense; changed in place
        double rate = 0; ///< learning rate at scale 1
    };

    Optimiser(OptimiserKind kind, std::vector<Group> groups, double weightDecay);

    /// All tensors in group order: what gradients are wanted for.
    [[nodiscard]] std::vector<at::Tensor> tensors() const;

    /// Gradients in the order of tensors(), undefined where there is none.
    using Gradients = std::vector<at::Tensor>;
    /// One step with the sum of these parts. A tensor that has a gradient in none of them is left out. scale multiplies every
    /// rate.
    void step(const std::vector<Gradients> &parts, double scale);

private:
    struct State {
        at::Tensor tensor;
        double rate = 0;
        at::Tensor first; ///< mean of the gradients; SGD: momentum
        at::Tensor second; ///< mean of their squares
    };

    OptimiserKind m_kind;
    double m_weightDecay;
    std::int64_t m_steps = 0;
    std::vector<State> m_states;
};

/// Half a cosine from 1 at step 0 to 0 at step total.
[[nodiscard]] double cosineScale(int step, int total);

} // namespace shotlab::engine
