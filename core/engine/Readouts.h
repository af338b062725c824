// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "engine/HeadFit.h"
#include "lab/Arm.h"

namespace shotlab::engine
{

/// Frozen features as the cheap arms read them: rows of several forms, made once and used by every draw.
struct ReadoutFeatures {
    at::Tensor unit; ///< [n, F] double, scaled to unit length: what the probe learns from
    at::Tensor cosine; ///< [n, F] float, the card's mean feature subtracted first where there is one, unit length

    /// features: [n, F]; mean: of the card, may be empty.
    [[nodiscard]] static ReadoutFeatures of(const at::Tensor &features, const std::vector<float> &mean);
    /// Some of the rows; index: long.
    [[nodiscard]] ReadoutFeatures rows(const at::Tensor &index) const;
};

/// What one support set says about the test examples.
struct Readout {
    at::Tensor scores; ///< [test, classes]; softmax of these are the probabilities
    FittedHead head; ///< of the probe, else empty
};

/// Of the probe. [n, classes]
[[nodiscard]] at::Tensor probeScores(const FittedHead &head, const ReadoutFeatures &features);

constexpr double kCosineTemperature = 10.0; ///< of what has no setting for it

/// What is known of classes by name: the mean of the embeddings (unit length) of a class's texts, scaled to unit length,
/// [classes, F] float. features: of all texts, class after class; names: per class its texts.
/// Throws Failure(NoZeroShotLink) with "#i" for each class without a text.
[[nodiscard]] at::Tensor classNames(const at::Tensor &features, const std::vector<std::vector<int>> &names,
                                    const std::vector<float> &mean);
[[nodiscard]] bool readsNames(const Arm &arm); ///< prototypes with a name-weight

[[nodiscard]] bool isReadout(ArmKind kind); ///< prototypes, nearest neighbour, linear probe

/// prototypes: mean of the support's features per class, scaled to unit length; temperature x cosine (Snell et al., arXiv
/// 1703.05175; centred as in Wang et al., arXiv 1911.04623). nearest-neighbour: temperature x cosine of the most similar
/// support example of each class. linear-probe: logistic regression, see HeadFit.h.
/// names: classNames() for an arm that readsNames(); each counts as name-weight examples of its class.
[[nodiscard]] Readout readOut(const Arm &arm, const ReadoutFeatures &support, const std::vector<int> &labels, int classes,
                              const ReadoutFeatures &test, const at::Tensor &names, const std::function<bool()> &stop = {});

} // namespace shotlab::engine
