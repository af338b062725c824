// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>

namespace shotlab::engine
{

/// A linear classifier: scores = features x weight^T + bias.
struct FittedHead {
    at::Tensor weight; ///< [classes, features], double
    at::Tensor bias; ///< [classes], double
    double meanLoss = 0; ///< mean cross-entropy on the examples it was fitted to (nats), penalty not counted
    double accuracy = 0; ///< 0..1 on them
    int iterations = 0;
};

/// Multinomial logistic regression by L-BFGS, in double: summed cross-entropy + |weight|^2 / (2 C), bias not penalised;
/// the objective of scikit-learn's LogisticRegression(C). features: [n, F]; labels: class index of each.
/// Throws Cancelled when stop says so.
[[nodiscard]] FittedHead fitHead(const at::Tensor &features, const std::vector<int> &labels, int classes, double C,
                                 const std::function<bool()> &stop = {});

/// Turns scores [n, classes], double, into what the gradient of the cross-entropy is made of, probability minus target, row by
/// row; the summed cross-entropy.
double turnIntoErrors(at::Tensor &scores, const std::vector<int> &labels);

/// Rows scaled to unit length; a row of zeros stays.
[[nodiscard]] at::Tensor unitRows(const at::Tensor &features);

} // namespace shotlab::engine
