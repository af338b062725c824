// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/SteadyNorm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/library.h>

#include "engine/VectorTargets.h"

namespace shotlab::engine
{

namespace
{

using torch::jit::Node;
using torch::jit::Value;

/// What follows the norm; they differ in the gradient at their bounds.
enum class Bounds : std::int64_t {
    None,
    Relu, ///< passes gradients above the lower bound
    Hardtanh, ///< passes gradients between its bounds
    Clamp, ///< and on them
};

struct Limits {
    Bounds kind = Bounds::None;
    float least = -std::numeric_limits<float>::infinity();
    float most = std::numeric_limits<float>::infinity();
};

/// y = x * scale + shift for each channel, as LibTorch computes it.
struct Line {
    std::vector<float> scale, shift, mean, inverse; // inverse: 1 / sqrt(variance + epsilon)
};

SHOTLAB_VECTOR_TARGETS
void fill(const float *weight, const float *bias, const float *mean, const float *variance, float epsilon, std::int64_t channels,
          Line &line)
{
    for (std::int64_t c = 0; c < channels; ++c) {
        const auto i = static_cast<std::size_t>(c);
        line.mean[i] = mean[c];
        line.inverse[i] = 1 / std::sqrt(variance[c] + epsilon);
        line.scale[i] = line.inverse[i] * weight[c];
        line.shift[i] = bias[c] - mean[c] * line.scale[i];
    }
}

Line lineOf(const at::Tensor &weight, const at::Tensor &bias, const at::Tensor &mean, const at::Tensor &variance, double epsilon)
{
    const auto size = static_cast<std::size_t>(weight.numel());
    Line line {std::vector<float>(size), std::vector<float>(size), std::vector<float>(size), std::vector<float>(size)};
    fill(weight.data_ptr<float>(), bias.data_ptr<float>(), mean.data_ptr<float>(), variance.data_ptr<float>(), static_cast<float>(epsilon),
         weight.numel(), line);
    return line;
}

/// NaN stays NaN: a training that diverges must be seen.
SHOTLAB_VECTOR_TARGETS
void forwardRows(const float *x, float *y, std::int64_t rows, std::int64_t channels, const float *scale, const float *shift, Limits limits)
{
    for (std::int64_t row = 0; row < rows; ++row, x += channels, y += channels) {
#pragma omp simd
        for (std::int64_t c = 0; c < channels; ++c) {
            float value = x[c] * scale[c] + shift[c];
            value = value < limits.least ? limits.least : value;
            y[c] = value > limits.most ? limits.most : value;
        }
    }
}

/// sums: [2, channels], of the gradients behind the bounds, and of them times the distance from the mean.
template<bool OnBounds>
[[gnu::always_inline]] inline void backwardRowsOf(const float *x, const float *gradient, float *to, std::int64_t rows, std::int64_t channels,
                                                  const Line &line, Limits limits, float *sums)
{
    const float *scale = line.scale.data();
    const float *shift = line.shift.data();
    const float *mean = line.mean.data();
    float *plain = sums;
    float *distant = sums + channels;
    for (std::int64_t row = 0; row < rows; ++row, x += channels, gradient += channels, to += channels) {
#pragma omp simd
        for (std::int64_t c = 0; c < channels; ++c) {
            const float value = x[c] * scale[c] + shift[c];
            const bool passes = OnBounds ? !(value < limits.least) & !(value > limits.most) : !(value <= limits.least) & !(value >= limits.most);
            const float g = passes ? gradient[c] : 0.0F;
            to[c] = g * scale[c];
            plain[c] += g;
            distant[c] += g * (x[c] - mean[c]);
        }
    }
}

SHOTLAB_VECTOR_TARGETS
void backwardRows(const float *x, const float *gradient, float *to, std::int64_t rows, std::int64_t channels, const Line &line, Limits limits,
                  float *sums)
{
    if (limits.kind == Bounds::Clamp)
        backwardRowsOf<true>(x, gradient, to, rows, channels, line, limits, sums);
    else
        backwardRowsOf<false>(x, gradient, to, rows, channels, line, limits, sums);
}

bool isPlain(const at::Tensor &x, const std::vector<at::Tensor> &perChannel)
{
    return x.dim() == 4 && x.scalar_type() == at::kFloat && x.is_contiguous(at::MemoryFormat::ChannelsLast)
           && std::all_of(perChannel.begin(), perChannel.end(), [&](const at::Tensor &tensor) {
                  return tensor.scalar_type() == at::kFloat && tensor.is_contiguous() && tensor.numel() == x.size(1);
              });
}

class SteadyNorm : public torch::autograd::Function<SteadyNorm>
{
public:
    static at::Tensor forward(torch::autograd::AutogradContext *context, const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias,
                              const at::Tensor &mean, const at::Tensor &variance, double epsilon, std::int64_t kind, double least, double most)
    {
        context->save_for_backward({x, weight, bias, mean, variance});
        context->saved_data["epsilon"] = epsilon;
        context->saved_data["kind"] = kind;
        context->saved_data["least"] = least;
        context->saved_data["most"] = most;
        return computed(x, weight, bias, mean, variance, epsilon, {static_cast<Bounds>(kind), static_cast<float>(least), static_cast<float>(most)});
    }

    static at::Tensor computed(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias, const at::Tensor &mean,
                               const at::Tensor &variance, double epsilon, Limits limits)
    {
        const Line line = lineOf(weight, bias, mean, variance, epsilon);
        at::Tensor y = at::empty_like(x, at::MemoryFormat::ChannelsLast);
        const std::int64_t channels = x.size(1);
        const auto *from = x.data_ptr<float>();
        auto *to = y.data_ptr<float>();
        at::parallel_for(0, x.numel() / channels, std::max<std::int64_t>(1, kGrain / channels), [&](std::int64_t begin, std::int64_t end) {
            forwardRows(from + begin * channels, to + begin * channels, end - begin, channels, line.scale.data(), line.shift.data(), limits);
        });
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const at::Tensor &x = saved[0];
        const Line line = lineOf(saved[1], saved[2], saved[3], saved[4], context->saved_data["epsilon"].toDouble());
        const Limits limits {static_cast<Bounds>(context->saved_data["kind"].toInt()),
                             static_cast<float>(context->saved_data["least"].toDouble()),
                             static_cast<float>(context->saved_data["most"].toDouble())};
        const at::Tensor behind = gradients[0].contiguous(at::MemoryFormat::ChannelsLast);
        at::Tensor before = at::empty_like(x, at::MemoryFormat::ChannelsLast);
        const std::int64_t channels = x.size(1);
        const std::int64_t rows = x.numel() / channels;
        // As many parts on every machine, added up in their order.
        const std::int64_t parts = std::clamp<std::int64_t>(x.numel() / kGrain, 1, kMostParts);
        const at::Tensor sums = at::zeros({parts, 2, channels}, x.options());
        const auto *input = x.data_ptr<float>();
        const auto *gradient = behind.data_ptr<float>();
        auto *to = before.data_ptr<float>();
        auto *partSums = sums.data_ptr<float>();
        at::parallel_for(0, parts, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t part = begin; part < end; ++part) {
                const std::int64_t first = rows * part / parts;
                const std::int64_t at = first * channels;
                backwardRows(input + at, gradient + at, to + at, rows * (part + 1) / parts - first, channels, line, limits,
                             partSums + part * 2 * channels);
            }
        });
        const at::Tensor total = sums.sum(0, false, at::kDouble);
        const at::Tensor inverse = at::tensor(at::ArrayRef<float>(line.inverse));
        at::Tensor ofWeight = (total[1] * inverse).to(at::kFloat);
        at::Tensor ofBias = total[0].to(at::kFloat);
        return {before, ofWeight, ofBias, {}, {}, {}, {}, {}, {}};
    }

private:
    static constexpr std::int64_t kGrain = 32768; ///< values per task
    static constexpr std::int64_t kMostParts = 64;
};

at::Tensor bounded(const at::Tensor &x, Limits limits)
{
    switch (limits.kind) {
    case Bounds::Relu:
        return at::relu(x);
    case Bounds::Hardtanh:
        return at::hardtanh(x, limits.least, limits.most);
    case Bounds::Clamp:
        return at::clamp(x, limits.least, limits.most);
    case Bounds::None:
        break;
    }
    return x;
}

at::Tensor steadyNorm(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias, const at::Tensor &mean, const at::Tensor &variance,
                      double epsilon, std::int64_t kind, double least, double most)
{
    const Limits limits {static_cast<Bounds>(kind), static_cast<float>(least), static_cast<float>(most)};
    if (!isPlain(x, {weight, bias, mean, variance}))
        return bounded(at::batch_norm(x, weight, bias, mean, variance, false, 0, epsilon, false), limits);
    if (!at::GradMode::is_enabled())
        return SteadyNorm::computed(x, weight, bias, mean, variance, epsilon, limits);
    return SteadyNorm::apply(x, weight, bias, mean, variance, epsilon, kind, least, most);
}

/// The bounds a node sets for its first input; kind None where it is another node or they are not known.
Limits boundsOf(const Node *node)
{
    const auto number = [&](std::size_t input) {
        const auto value = torch::jit::toIValue(node->input(input));
        return value && value->isScalar() ? value->toScalar().to<float>() : std::numeric_limits<float>::quiet_NaN();
    };
    Limits limits;
    if (node->kind() == c10::aten::relu)
        return {Bounds::Relu, 0, limits.most};
    if (node->kind() == c10::aten::relu6)
        return {Bounds::Hardtanh, 0, 6};
    if (node->kind() == c10::aten::hardtanh)
        limits = {Bounds::Hardtanh, number(1), number(2)};
    else if (node->kind() == c10::aten::clamp && node->input(1)->type()->isSubtypeOf(*c10::NumberType::get())
             && node->input(2)->type()->isSubtypeOf(*c10::NumberType::get()))
        limits = {Bounds::Clamp, number(1), number(2)};
    return std::isnan(limits.least) || std::isnan(limits.most) ? Limits {} : limits;
}

/// Inputs of aten::batch_norm.
enum NormInput : std::size_t { Pictures, Weight, Bias, Mean, Variance, Training, Momentum, Epsilon };

bool isSteady(const Node *node)
{
    const auto training = torch::jit::toIValue(node->input(Training));
    const auto isTensor = [&](std::size_t input) { return node->input(input)->type()->isSubtypeOf(*c10::TensorType::get()); };
    return training && training->isBool() && !training->toBool() && isTensor(Weight) && isTensor(Bias) && isTensor(Mean) && isTensor(Variance);
}

void join(Node *norm)
{
    Value *result = norm->output();
    Limits limits;
    if (result->uses().size() == 1 && result->uses().front().offset == 0 && result->uses().front().user->owningBlock() == norm->owningBlock())
        limits = boundsOf(result->uses().front().user);
    Node *last = limits.kind == Bounds::None ? norm : result->uses().front().user;

    torch::jit::Graph &graph = *norm->owningGraph();
    const torch::jit::WithInsertPoint before(norm);
    const std::vector<Value *> inputs {norm->input(Pictures),
                                       norm->input(Weight),
                                       norm->input(Bias),
                                       norm->input(Mean),
                                       norm->input(Variance),
                                       norm->input(Epsilon),
                                       graph.insertConstant(static_cast<std::int64_t>(limits.kind)),
                                       graph.insertConstant(static_cast<double>(limits.least)),
                                       graph.insertConstant(static_cast<double>(limits.most))};
    Node *joined = graph.insertNode(graph.create(c10::Symbol::fromQualString("shotlab::steady_norm"), inputs));
    joined->output()->setType(last->output()->type());
    last->output()->replaceAllUsesWith(joined->output());
}

void joinIn(torch::jit::Block *block)
{
    std::vector<Node *> norms;
    for (Node *node : block->nodes()) {
        for (torch::jit::Block *inner : node->blocks())
            joinIn(inner);
        if (node->kind() == c10::aten::batch_norm && isSteady(node))
            norms.push_back(node);
    }
    for (Node *norm : norms)
        join(norm);
}

} // namespace

void joinSteadyNorms(const std::shared_ptr<torch::jit::Graph> &graph)
{
    joinIn(graph->block());
    torch::jit::EliminateDeadCode(graph);
}

TORCH_LIBRARY(shotlab, library)
{
    library.def("steady_norm(Tensor x, Tensor weight, Tensor bias, Tensor mean, Tensor variance, float epsilon, int bounds, float least, "
                "float most) -> Tensor",
                steadyNorm);
}

} // namespace shotlab::engine
