// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/HeadFit.h"

#include <ATen/ATen.h>

#include "engine/Failure.h"
#include "engine/Lbfgs.h"

namespace shotlab::engine
{

namespace
{

at::Tensor view(std::vector<double> &values, std::int64_t from, at::IntArrayRef shape)
{
    return at::from_blob(values.data() + from, shape, at::kDouble);
}

} // namespace

FittedHead fitHead(const at::Tensor &features, const std::vector<int> &labels, int classes, double C,
                   const std::function<bool()> &stop)
{
    const at::NoGradGuard noGradients;
    const at::Tensor x = features.to(at::kDouble).contiguous();
    const at::Tensor target = at::tensor(labels, at::kInt).to(at::kLong);
    const at::Tensor oneHot = at::one_hot(target, classes).to(at::kDouble);
    const std::int64_t inputs = x.size(1);
    const std::int64_t weights = classes * inputs;

    const auto objective = [&](const std::vector<double> &values, std::vector<double> &gradient) {
        auto &readOnly = const_cast<std::vector<double> &>(values); // from_blob knows no const
        const at::Tensor weight = view(readOnly, 0, {classes, inputs});
        const at::Tensor scores = at::addmm(view(readOnly, weights, {classes}), x, weight.t());
        const at::Tensor logProbabilities = at::log_softmax(scores, 1);
        const at::Tensor error = logProbabilities.exp() - oneHot;
        view(gradient, 0, {classes, inputs}).copy_(at::addmm(weight / C, error.t(), x));
        view(gradient, weights, {classes}).copy_(error.sum(0));
        const at::Tensor loss = -(logProbabilities * oneHot).sum() + weight.square().sum() / (2 * C);
        return loss.item<double>();
    };
    std::vector<double> solution(static_cast<std::size_t>(weights + classes), 0.0);
    const LbfgsOutcome outcome = minimise(objective, solution, {}, stop);
    if (stop && stop())
        throw Cancelled();

    FittedHead head;
    head.iterations = outcome.iterations;
    head.weight = view(solution, 0, {classes, inputs}).clone();
    head.bias = view(solution, weights, {classes}).clone();
    const at::Tensor scores = at::addmm(head.bias, x, head.weight.t());
    head.meanLoss = at::cross_entropy_loss(scores, target).item<double>();
    head.accuracy = scores.argmax(1).eq(target).to(at::kDouble).mean().item<double>();
    return head;
}

at::Tensor unitRows(const at::Tensor &features)
{
    constexpr double kSmallest = 1e-12;
    return features / features.norm(2, {1}, /*keepdim=*/true).clamp_min(kSmallest);
}

} // namespace shotlab::engine
