// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Optimiser.h"

#include <cmath>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;
constexpr double kMomentum = 0.9;
constexpr std::int64_t kGrain = 16384; // values per task

/// Everything a pass over one tensor's values needs, in the tensor's own precision.
template<typename T> struct AdamPass {
    T rate;
    T shrink; ///< AdamW: 1 - rate x decay
    T decay; ///< Adam: added to the gradient
    T secondRoot; ///< sqrt(1 - beta2^t)
    T firstCorrection;

    void run(T *value, const T *gradient, T *first, T *second, std::int64_t from, std::int64_t to) const
    {
        const T beta1 = static_cast<T>(kBeta1);
        const T beta2 = static_cast<T>(kBeta2);
        const T epsilon = static_cast<T>(kEpsilon);
        const T stepSize = rate / firstCorrection;
        for (std::int64_t i = from; i < to; ++i) {
            const T shrunk = value[i] * shrink;
            const T g = gradient[i] + decay * shrunk;
            first[i] = first[i] * beta1 + g * (1 - beta1);
            second[i] = second[i] * beta2 + g * g * (1 - beta2);
            value[i] = shrunk - stepSize * (first[i] / (std::sqrt(second[i]) / secondRoot + epsilon));
        }
    }
};

template<typename T> struct SgdPass {
    T rate;
    T decay;
    bool firstStep;

    void run(T *value, const T *gradient, T *momentum, std::int64_t from, std::int64_t to) const
    {
        for (std::int64_t i = from; i < to; ++i) {
            const T g = gradient[i] + decay * value[i];
            momentum[i] = firstStep ? g : momentum[i] * static_cast<T>(kMomentum) + g;
            value[i] -= rate * momentum[i];
        }
    }
};

} // namespace

OptimiserKind optimiserKind(const std::string &name)
{
    if (name == "adam")
        return OptimiserKind::Adam;
    if (name == "adamw")
        return OptimiserKind::AdamW;
    if (name == "sgd")
        return OptimiserKind::Sgd;
    throw Failure(ErrorCode::Internal, {"optimiser " + name});
}

Optimiser::Optimiser(OptimiserKind kind, std::vector<Group> groups, double weightDecay) : m_kind(kind), m_weightDecay(weightDecay)
{
    for (const Group &group : groups) {
        for (const at::Tensor &tensor : group.tensors) {
            State state {tensor, group.rate, at::zeros_like(tensor), {}};
            if (kind != OptimiserKind::Sgd)
                state.second = at::zeros_like(tensor);
            m_states.push_back(std::move(state));
        }
    }
}

std::vector<at::Tensor> Optimiser::tensors() const
{
    std::vector<at::Tensor> list;
    for (const State &state : m_states)
        list.push_back(state.tensor);
    return list;
}

void Optimiser::step(const std::vector<at::Tensor> &gradients, double scale)
{
    const at::NoGradGuard noGradients;
    ++m_steps;
    const double firstCorrection = 1 - std::pow(kBeta1, static_cast<double>(m_steps));
    const double secondRoot = std::sqrt(1 - std::pow(kBeta2, static_cast<double>(m_steps)));
    for (std::size_t k = 0; k < m_states.size(); ++k) {
        State &state = m_states[k];
        if (!gradients[k].defined())
            continue;
        at::Tensor gradient = gradients[k];
        if (gradient.strides() != state.tensor.strides()) // the passes below walk through memory
            gradient = at::empty_like(state.tensor).copy_(gradient);
        const double rate = state.rate * scale;
        AT_DISPATCH_FLOATING_TYPES(state.tensor.scalar_type(), "optimiser", [&] {
            auto *value = state.tensor.data_ptr<scalar_t>();
            auto *first = state.first.data_ptr<scalar_t>();
            const auto *grad = gradient.data_ptr<scalar_t>();
            const auto cast = [](double number) { return static_cast<scalar_t>(number); };
            if (m_kind == OptimiserKind::Sgd) {
                const SgdPass<scalar_t> pass {cast(rate), cast(m_weightDecay), m_steps == 1};
                at::parallel_for(0, state.tensor.numel(), kGrain,
                                 [&](std::int64_t from, std::int64_t to) { pass.run(value, grad, first, from, to); });
                return;
            }
            const bool decoupled = m_kind == OptimiserKind::AdamW;
            const AdamPass<scalar_t> pass {cast(rate), cast(decoupled ? 1 - rate * m_weightDecay : 1),
                                           cast(decoupled ? 0 : m_weightDecay), cast(secondRoot), cast(firstCorrection)};
            auto *second = state.second.data_ptr<scalar_t>();
            at::parallel_for(0, state.tensor.numel(), kGrain,
                             [&](std::int64_t from, std::int64_t to) { pass.run(value, grad, first, second, from, to); });
        });
    }
}

double cosineScale(int step, int total) { return 0.5 * (1 + std::cos(M_PI * step / total)); }

} // namespace shotlab::engine
