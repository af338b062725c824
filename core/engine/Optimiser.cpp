// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Optimiser.h"

#include <algorithm>
#include <array>
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
constexpr std::int64_t kBlock = 1024; // values whose gradients are added up before the pass over them: they stay in the cache

/// Everything a pass over one tensor's values needs, in the tensor's own precision.
template<typename T> struct AdamPass {
    T rate;
    T shrink; ///< AdamW: 1 - rate x decay
    T decay; ///< Adam: added to the gradient
    T secondRoot; ///< sqrt(1 - beta2^t)
    T firstCorrection;

    void run(T *value, const T *gradient, T *first, T *second, std::int64_t count) const
    {
        const T beta1 = static_cast<T>(kBeta1);
        const T beta2 = static_cast<T>(kBeta2);
        const T epsilon = static_cast<T>(kEpsilon);
        const T stepSize = rate / firstCorrection;
        const AdamPass self = *this; // in registers: as far as the compiler knows, value might point into *this
#pragma omp simd
        for (std::int64_t i = 0; i < count; ++i) {
            const T shrunk = value[i] * self.shrink;
            const T g = gradient[i] + self.decay * shrunk;
            first[i] = first[i] * beta1 + g * (1 - beta1);
            second[i] = second[i] * beta2 + g * g * (1 - beta2);
            value[i] = shrunk - stepSize * (first[i] / (std::sqrt(second[i]) / self.secondRoot + epsilon));
        }
    }
};

template<typename T> struct SgdPass {
    T rate;
    T decay;
    bool firstStep;

    void run(T *value, const T *gradient, T *momentum, std::int64_t count) const
    {
        for (std::int64_t i = 0; i < count; ++i) {
            const T g = gradient[i] + decay * value[i];
            momentum[i] = firstStep ? g : momentum[i] * static_cast<T>(kMomentum) + g;
            value[i] -= rate * momentum[i];
        }
    }
};

/// The parts of one tensor's gradient, laid out in memory like the tensor.
std::vector<at::Tensor> partsFor(const at::Tensor &tensor, std::size_t index, const std::vector<Optimiser::Gradients> &parts)
{
    std::vector<at::Tensor> defined;
    for (const Optimiser::Gradients &gradients : parts) {
        const at::Tensor &gradient = gradients[index];
        if (gradient.defined()) // the passes walk through memory
            defined.push_back(gradient.strides() == tensor.strides() ? gradient : at::empty_like(tensor).copy_(gradient));
    }
    return defined;
}

/// pass(from, gradient, count) for all values, block by block on all threads; gradient: the sum of the parts from there on.
template<typename T, typename Pass> void overBlocks(const std::vector<at::Tensor> &parts, std::int64_t values, const Pass &pass)
{
    std::vector<const T *> gradients;
    for (const at::Tensor &part : parts)
        gradients.push_back(part.data_ptr<T>());
    at::parallel_for(0, values, kGrain, [&](std::int64_t begin, std::int64_t end) {
        std::array<T, kBlock> sum;
        for (std::int64_t from = begin; from < end; from += kBlock) {
            const std::int64_t count = std::min(kBlock, end - from);
            if (gradients.size() == 1) {
                pass(from, gradients.front() + from, count);
                continue;
            }
            std::copy_n(gradients.front() + from, count, sum.begin());
            for (std::size_t part = 1; part < gradients.size(); ++part) {
                const T *more = gradients[part] + from;
                for (std::int64_t i = 0; i < count; ++i)
                    sum[static_cast<std::size_t>(i)] += more[i];
            }
            pass(from, sum.data(), count);
        }
    });
}

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

void Optimiser::step(const std::vector<Gradients> &parts, double scale)
{
    const at::NoGradGuard noGradients;
    ++m_steps;
    const double firstCorrection = 1 - std::pow(kBeta1, static_cast<double>(m_steps));
    const double secondRoot = std::sqrt(1 - std::pow(kBeta2, static_cast<double>(m_steps)));
    for (std::size_t k = 0; k < m_states.size(); ++k) {
        State &state = m_states[k];
        const std::vector<at::Tensor> gradient = partsFor(state.tensor, k, parts);
        if (gradient.empty())
            continue;
        const double rate = state.rate * scale;
        AT_DISPATCH_FLOATING_TYPES(state.tensor.scalar_type(), "optimiser", [&] {
            auto *value = state.tensor.data_ptr<scalar_t>();
            auto *first = state.first.data_ptr<scalar_t>();
            const auto cast = [](double number) { return static_cast<scalar_t>(number); };
            if (m_kind == OptimiserKind::Sgd) {
                const SgdPass<scalar_t> pass {cast(rate), cast(m_weightDecay), m_steps == 1};
                overBlocks<scalar_t>(gradient, state.tensor.numel(), [&](std::int64_t from, const scalar_t *sum, std::int64_t count) {
                    pass.run(value + from, sum, first + from, count);
                });
                return;
            }
            const bool decoupled = m_kind == OptimiserKind::AdamW;
            const AdamPass<scalar_t> pass {cast(rate), cast(decoupled ? 1 - rate * m_weightDecay : 1),
                                           cast(decoupled ? 0 : m_weightDecay), cast(secondRoot), cast(firstCorrection)};
            auto *second = state.second.data_ptr<scalar_t>();
            overBlocks<scalar_t>(gradient, state.tensor.numel(), [&](std::int64_t from, const scalar_t *sum, std::int64_t count) {
                pass.run(value + from, sum, first + from, second + from, count);
            });
        });
    }
}

double cosineScale(int step, int total) { return 0.5 * (1 + std::cos(M_PI * step / total)); }

} // namespace shotlab::engine
