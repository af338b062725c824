// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/HeadFit.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

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

/// Solution of the regression on x [n, inputs]: weight and bias in one.
struct Solution {
    at::Tensor weight;
    at::Tensor bias;
    int iterations = 0;
};

Solution solve(const at::Tensor &x, const std::vector<int> &labels, int classes, double C, const std::function<bool()> &stop)
{
    const std::int64_t inputs = x.size(1);
    const std::int64_t weights = classes * inputs;
    at::Tensor scores = at::empty({x.size(0), classes}, at::kDouble);
    const auto objective = [&](const std::vector<double> &values, std::vector<double> &gradient) {
        auto &readOnly = const_cast<std::vector<double> &>(values); // from_blob knows no const
        const at::Tensor weight = view(readOnly, 0, {classes, inputs});
        at::addmm_out(scores, view(readOnly, weights, {classes}), x, weight.t());
        const double loss = turnIntoErrors(scores, labels);
        at::Tensor weightGradient = view(gradient, 0, {classes, inputs});
        at::addmm_out(weightGradient, weight, scores.t(), x, 1 / C, 1);
        at::Tensor biasGradient = view(gradient, weights, {classes});
        at::sum_out(biasGradient, scores, 0);
        const double length = std::inner_product(values.begin(), values.begin() + weights, values.begin(), 0.0);
        return loss + length / (2 * C);
    };
    std::vector<double> solution(static_cast<std::size_t>(weights + classes), 0.0);
    const LbfgsOutcome outcome = minimise(objective, solution, {}, stop);
    if (stop && stop())
        throw Cancelled();
    return {view(solution, 0, {classes, inputs}).clone(), view(solution, weights, {classes}).clone(), outcome.iterations};
}

/// L of x x^T = L L^T, or nothing where the rows are too nearly dependent for it.
std::optional<at::Tensor> gramFactor(const at::Tensor &x)
{
    constexpr double kSmallestPivot = 1e-6; // relative; below, going back to the inputs would lose half of the digits
    const auto [factor, info] = at::linalg_cholesky_ex(at::mm(x, x.t()));
    if (info.item<int>() != 0)
        return std::nullopt;
    const at::Tensor pivots = factor.diagonal();
    if (pivots.min().item<double>() < kSmallestPivot * pivots.max().item<double>())
        return std::nullopt;
    return factor;
}

} // namespace

/// With fewer examples than inputs the solution lies in the space that the examples span. There x = L Q with orthonormal
/// rows Q, and the regression on L has the same scores and the same penalty, with a fraction of the numbers.
FittedHead fitHead(const at::Tensor &features, const std::vector<int> &labels, int classes, double C,
                   const std::function<bool()> &stop)
{
    const at::NoGradGuard noGradients;
    const at::Tensor x = features.to(at::kDouble).contiguous();
    const at::Tensor target = at::tensor(labels, at::kInt).to(at::kLong);
    const auto factor = x.size(0) < x.size(1) ? gramFactor(x) : std::nullopt;
    Solution solution = solve(factor.value_or(x), labels, classes, C, stop);
    if (factor) {
        const at::Tensor coefficients
            = at::linalg_solve_triangular(factor->t(), solution.weight.t(), /*upper=*/true); // [n, classes]
        solution.weight = at::mm(coefficients.t(), x);
    }

    FittedHead head;
    head.iterations = solution.iterations;
    head.weight = solution.weight;
    head.bias = solution.bias;
    const at::Tensor scores = at::addmm(head.bias, x, head.weight.t());
    head.meanLoss = at::cross_entropy_loss(scores, target).item<double>();
    head.accuracy = scores.argmax(1).eq(target).to(at::kDouble).mean().item<double>();
    return head;
}

// A loop of our own: a dozen operations of LibTorch cost more than these few numbers.
double turnIntoErrors(at::Tensor &scores, const std::vector<int> &labels)
{
    const auto classes = static_cast<std::size_t>(scores.size(1));
    double *row = scores.data_ptr<double>();
    double loss = 0;
    for (const int label : labels) {
        const double most = *std::max_element(row, row + classes);
        double sum = 0;
        loss += most - row[label];
        for (std::size_t c = 0; c < classes; ++c)
            sum += row[c] = std::exp(row[c] - most);
        loss += std::log(sum);
        for (std::size_t c = 0; c < classes; ++c)
            row[c] /= sum;
        row[label] -= 1;
        row += classes;
    }
    return loss;
}

at::Tensor unitRows(const at::Tensor &features)
{
    constexpr double kSmallest = 1e-12;
    return features / features.norm(2, {1}, /*keepdim=*/true).clamp_min(kSmallest);
}

} // namespace shotlab::engine
