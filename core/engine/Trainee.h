// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

#include "engine/Cut.h"
#include "engine/Network.h"
#include "engine/RowCache.h"

namespace shotlab::engine
{

/// A network in training: the suffix of a cut with copies of its learning tensors, and a new linear head on the features.
/// The network itself stays as it is.
class Trainee
{
public:
    enum class Mode {
        Steady, ///< batch-norm keeps its statistics, no dropout
        BatchNorm, ///< batch-norm of learning layers uses and updates batch statistics while training; no dropout
        Training, ///< as PyTorch's train(): that and dropout
    };

    Trainee(std::shared_ptr<const Network> network, std::shared_ptr<const Cut> cut, int classes, Mode mode);

    /// Fresh weights for every learning tensor and the head, PyTorch's defaults for each kind of layer.
    void initialiseTrunk(std::uint64_t seed);
    void initialiseHead(std::uint64_t seed);
    /// weight: [classes, features], bias: [classes].
    void setHead(const at::Tensor &weight, const at::Tensor &bias);

    /// Features [n, F] for values at the cut, in the order of the parts' positions.
    [[nodiscard]] at::Tensor features(const std::vector<FrontierPart> &frontier, bool training) const;
    /// Class scores [n, classes] of features [n, F].
    [[nodiscard]] at::Tensor scores(const at::Tensor &features) const;
    /// The same for values at the cut.
    [[nodiscard]] at::Tensor scores(const std::vector<FrontierPart> &frontier, bool training) const;

    [[nodiscard]] const std::vector<at::Tensor> &trunkTensors() const { return m_learning; }
    [[nodiscard]] std::vector<at::Tensor> headTensors() const { return {m_weight, m_bias}; }
    [[nodiscard]] const Cut &cut() const { return *m_cut; }

    [[nodiscard]] std::int64_t trainedParameters() const;
    [[nodiscard]] std::int64_t totalParameters() const;
    [[nodiscard]] std::int64_t copiedBytes() const; ///< memory of what is its own
    /// SHA-256 over everything that must not change: frozen tensors, and batch-norm statistics unless the mode lets them move.
    [[nodiscard]] std::string frozenHash() const;

private:
    struct Copy {
        std::size_t index = 0; ///< into Network::tensors
        at::Tensor tensor;
    };

    [[nodiscard]] bool isCopied(std::size_t index) const;

    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const Cut> m_cut;
    Mode m_mode;
    std::vector<Copy> m_copies; ///< learning parameters, and buffers that may move
    std::vector<at::Tensor> m_bound; ///< suffix tensors, copies in place of the originals
    std::vector<at::Tensor> m_learning;
    std::unique_ptr<GraphRunner> m_steady;
    std::unique_ptr<GraphRunner> m_training;
    at::Tensor m_weight;
    at::Tensor m_bias;
};

/// SHA-256 over the values of tensors in their order, lower-case hex.
[[nodiscard]] std::string hashOf(const std::vector<at::Tensor> &tensors);

} // namespace shotlab::engine
