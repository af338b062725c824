// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/FrontierLayout.h"

#include <ATen/ATen.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

constexpr double kTolerance = 1e-3; // relative to the largest value; kernels block differently for other batch sizes

bool isClose(const at::Tensor &a, const at::Tensor &b)
{
    if (a.sizes() != b.sizes() || a.scalar_type() != b.scalar_type())
        return false;
    if (!at::isFloatingType(a.scalar_type()))
        return at::equal(a, b);
    const double scale = std::max(1e-6, b.abs().max().item<double>());
    return (a - b).abs().max().item<double>() <= kTolerance * scale;
}

bool isSame(const c10::IValue &a, const c10::IValue &b)
{
    if (a.isTensor() && b.isTensor())
        return at::equal(a.toTensor(), b.toTensor());
    return !a.isTensor() && !b.isTensor() && a == b;
}

/// Batch (and fold) dimension first: [B, ...] or [B, factor, ...].
at::Tensor batchFirst(const FrontierValue &entry, const at::Tensor &tensor, std::int64_t batch)
{
    if (entry.factor == 1)
        return tensor.movedim(entry.dimension, 0);
    std::vector<std::int64_t> shape = tensor.sizes().vec();
    const auto at = shape.begin() + entry.dimension;
    if (entry.sampleMajor) {
        *at = entry.factor;
        shape.insert(shape.begin() + entry.dimension, batch);
        return tensor.reshape(shape).movedim(entry.dimension, 0).movedim(entry.dimension + 1, 1);
    }
    *at = batch;
    shape.insert(shape.begin() + entry.dimension, entry.factor);
    return tensor.reshape(shape).movedim(entry.dimension + 1, 0).movedim(entry.dimension + 1, 1);
}

at::Tensor batchBack(const FrontierValue &entry, const at::Tensor &rows, std::int64_t batch)
{
    if (entry.factor == 1)
        return rows.movedim(0, entry.dimension);
    std::vector<std::int64_t> shape = rows.sizes().vec(); // [B, factor, rest...]
    shape.erase(shape.begin(), shape.begin() + 2);
    shape.insert(shape.begin() + entry.dimension, batch * entry.factor);
    const at::Tensor ordered = entry.sampleMajor ? rows : rows.transpose(0, 1);
    const std::int64_t first = entry.dimension;
    // [B, factor, rest] -> [rest before, B, factor, rest after] -> folded
    return ordered.movedim({0, 1}, {first, first + 1}).reshape(shape);
}

struct Passes {
    c10::IValue first; ///< three pictures
    c10::IValue second; ///< three other pictures
    c10::IValue larger; ///< four, the first three of them as in first
    c10::IValue single; ///< the first alone
};

FrontierValue tensorEntry(const Passes &passes)
{
    const at::Tensor three = passes.first.toTensor();
    const at::Tensor four = passes.larger.toTensor();
    const at::Tensor one = passes.single.toTensor();
    FrontierValue entry;
    if (three.sizes() == four.sizes()) {
        if (!isSame(passes.first, passes.second) || !isSame(passes.first, passes.larger) || !isSame(passes.first, passes.single))
            throw Refusal("a value at the cut mixes the pictures of a batch");
        entry.constant = passes.first;
        return entry;
    }
    std::vector<std::int64_t> changing;
    for (std::int64_t i = 0; three.dim() == four.dim() && i < three.dim(); ++i) {
        if (three.size(i) != four.size(i))
            changing.push_back(i);
    }
    if (changing.size() != 1 || one.dim() != three.dim())
        throw Refusal("a value at the cut has no single batch dimension");
    entry.kind = FrontierValue::Kind::Rows;
    entry.dimension = changing.front();
    entry.factor = one.size(entry.dimension);
    entry.type = three.scalar_type();
    if (entry.factor == 0 || three.size(entry.dimension) != 3 * entry.factor || four.size(entry.dimension) != 4 * entry.factor)
        throw Refusal("a value at the cut does not grow with the batch");
    const auto holds = [&](bool sampleMajor) {
        entry.sampleMajor = sampleMajor;
        const at::Tensor rows = batchFirst(entry, four, 4);
        return isClose(rows.slice(0, 0, 3), batchFirst(entry, three, 3))
            && isClose(rows.slice(0, 0, 1), batchFirst(entry, one, 1));
    };
    if (!holds(true) && (entry.factor == 1 || !holds(false)))
        throw Refusal("the result for one picture depends on the others in its batch");
    entry.channelsLast = entry.factor == 1 && entry.dimension == 0 && four.dim() == 4 && !four.is_contiguous()
        && four.is_contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor rows = batchFirst(entry, four, 4);
    entry.rowShape = (entry.channelsLast ? rows.permute({0, 2, 3, 1}) : rows).sizes().slice(1).vec();
    return entry;
}

FrontierValue entryFor(const Passes &passes)
{
    if (passes.first.isTensor() && passes.second.isTensor() && passes.larger.isTensor() && passes.single.isTensor())
        return tensorEntry(passes);
    FrontierValue entry;
    if (isSame(passes.first, passes.second) && isSame(passes.first, passes.larger) && isSame(passes.first, passes.single)) {
        entry.constant = passes.first;
        return entry;
    }
    const bool integers = passes.first.isInt() && passes.second.isInt() && passes.larger.isInt() && passes.single.isInt();
    if (!integers)
        throw Refusal("a " + passes.first.tagKind() + " at the cut changes with the batch");
    entry.kind = FrontierValue::Kind::Scaled;
    entry.factor = passes.single.toInt();
    if (passes.first.toInt() != 3 * entry.factor || passes.second.toInt() != 3 * entry.factor
        || passes.larger.toInt() != 4 * entry.factor)
        throw Refusal("a number at the cut does not grow with the batch");
    return entry;
}

} // namespace

std::int64_t FrontierValue::rowBytes() const
{
    std::int64_t bytes = kind == Kind::Rows ? static_cast<std::int64_t>(c10::elementSize(type)) : 0;
    for (const std::int64_t side : rowShape)
        bytes *= side;
    return bytes;
}

FrontierLayout FrontierLayout::learn(const std::function<std::vector<c10::IValue>(const at::Tensor &)> &prefix,
                                     const at::Tensor &pictures)
{
    const auto keepFormat = [](const at::Tensor &tensor) { return tensor.clone(at::MemoryFormat::Preserve); };
    const auto first = prefix(keepFormat(pictures.slice(0, 0, 3)));
    const auto again = prefix(keepFormat(pictures.slice(0, 0, 3)));
    const auto second = prefix(keepFormat(pictures.flip(0).slice(0, 0, 3).contiguous(pictures.suggest_memory_format())));
    const auto larger = prefix(keepFormat(pictures));
    const auto single = prefix(keepFormat(pictures.slice(0, 0, 1)));
    FrontierLayout layout;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (!isSame(first[i], again[i]))
            throw Refusal("the frozen part gives different results for the same pictures");
        layout.m_entries.push_back(entryFor({first[i], second[i], larger[i], single[i]}));
    }
    return layout;
}

std::vector<at::Tensor> FrontierLayout::rows(const std::vector<c10::IValue> &values, std::int64_t batch) const
{
    std::vector<at::Tensor> rows;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const FrontierValue &entry = m_entries[i];
        if (entry.kind != FrontierValue::Kind::Rows)
            continue;
        at::Tensor tensor = batchFirst(entry, values[i].toTensor(), batch);
        if (entry.channelsLast)
            tensor = tensor.permute({0, 2, 3, 1});
        rows.push_back(tensor.contiguous());
    }
    return rows;
}

std::vector<c10::IValue> FrontierLayout::values(const std::vector<at::Tensor> &rows, std::int64_t batch) const
{
    std::vector<c10::IValue> values;
    std::size_t next = 0;
    for (const FrontierValue &entry : m_entries) {
        switch (entry.kind) {
        case FrontierValue::Kind::Constant:
            values.push_back(entry.constant);
            break;
        case FrontierValue::Kind::Scaled:
            values.emplace_back(entry.factor * batch);
            break;
        case FrontierValue::Kind::Rows: {
            const at::Tensor &stored = rows[next++];
            values.emplace_back(batchBack(entry, entry.channelsLast ? stored.permute({0, 3, 1, 2}) : stored, batch));
            break;
        }
        }
    }
    return values;
}

std::int64_t FrontierLayout::rowBytes() const
{
    std::int64_t bytes = 0;
    for (const FrontierValue &entry : m_entries)
        bytes += entry.rowBytes();
    return bytes;
}

} // namespace shotlab::engine
