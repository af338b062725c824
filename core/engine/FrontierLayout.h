// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

namespace shotlab::engine
{

/// How one value at the cut depends on the batch.
struct FrontierValue {
    enum class Kind {
        Constant, ///< the same for every batch
        Scaled, ///< an integer: factor x batch size
        Rows, ///< a tensor with one slice per example
    };
    Kind kind = Kind::Constant;
    c10::IValue constant;
    std::int64_t factor = 1; ///< Scaled: per example; Rows: slices per example along the dimension (1 unless folded)
    std::int64_t dimension = 0; ///< Rows: where the batch lies
    bool sampleMajor = true; ///< folded rows: all slices of one example together, or example by example within a slice
    std::vector<std::int64_t> rowShape; ///< of one example, batch (and fold) dimension first, memory order as stored
    bool channelsLast = false; ///< rows are kept as [H, W, C]
    c10::ScalarType type = c10::ScalarType::Float;

    [[nodiscard]] std::int64_t rowBytes() const;
};

/// What crosses a cut, learnt by passing batches of different sizes through the prefix, never assumed. Values of one
/// example are kept as one row per tensor, so that any examples can be put together to a batch again.
class FrontierLayout
{
public:
    /// prefix: a batch [B, C, H, W] to the values at the cut. pictures: four different ones, [4, C, H, W].
    /// Throws Refusal when the result for one example depends on the others, is not deterministic, or has no batch dimension.
    [[nodiscard]] static FrontierLayout learn(const std::function<std::vector<c10::IValue>(const at::Tensor &)> &prefix,
                                              const at::Tensor &pictures);

    /// One tensor [B, ...] per Rows value: the batch's rows, contiguous.
    [[nodiscard]] std::vector<at::Tensor> rows(const std::vector<c10::IValue> &values, std::int64_t batch) const;
    /// The inverse: the values at the cut for rows put together to a batch.
    [[nodiscard]] std::vector<c10::IValue> values(const std::vector<at::Tensor> &rows, std::int64_t batch) const;

    [[nodiscard]] const std::vector<FrontierValue> &entries() const { return m_entries; }
    [[nodiscard]] std::int64_t rowBytes() const;

private:
    std::vector<FrontierValue> m_entries;
};

} // namespace shotlab::engine
