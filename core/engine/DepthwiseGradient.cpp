// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/DepthwiseGradient.h"

#include <algorithm>
#include <array>
#include <vector>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/library.h>

#include "engine/VectorTargets.h"

namespace shotlab::engine
{

namespace
{

/// Channels that are worked on at once: one register of AVX2.
constexpr std::int64_t kLanes = 8;
typedef float Lanes __attribute__((vector_size(kLanes * sizeof(float))));

/// Pixels side by side whose gradients are gathered at once.
constexpr std::int64_t kTile = 4;

struct Shape {
    std::int64_t pictures, channels; // channels: a multiple of kLanes
    std::int64_t height, width; // of the input
    std::int64_t outHeight, outWidth;
    std::int64_t taps; // of the square filter in one direction
    std::int64_t stride, padding;
};

typedef float LanesInMemory __attribute__((vector_size(kLanes * sizeof(float)), aligned(alignof(float)), may_alias));

[[gnu::always_inline]] inline const LanesInMemory &load(const float *from) { return *reinterpret_cast<const LanesInMemory *>(from); }

[[gnu::always_inline]] inline void store(float *to, const Lanes &lanes) { *reinterpret_cast<LanesInMemory *>(to) = lanes; }

/// Gradient of one row of one picture's input. filter: [taps, taps, channels]. Taps and stride are known to the compiler: sums
/// stay in registers, and nothing is divided.
template<std::int64_t Taps, std::int64_t Stride>
[[gnu::always_inline]] inline void inputRowOf(const Shape &s, const float *gradient, const float *filter, std::int64_t y, float *row)
{
    const std::int64_t c = s.channels;
    // Rows of taps that meet rows of the output: each stride-th one.
    std::int64_t firstTap = (y + s.padding) % Stride;
    while ((y + s.padding - firstTap) / Stride >= s.outHeight)
        firstTap += Stride;
    const std::int64_t lastTap = std::min(Taps - 1, y + s.padding);
    // Pixels that have every tap inside the picture, in tiles; there is nothing to ask for each.
    const std::int64_t first = Stride == 1 ? std::clamp<std::int64_t>(Taps - 1 - s.padding, 0, s.width) : s.width;
    const std::int64_t tiles = std::max<std::int64_t>(0, std::min(s.width, s.outWidth - s.padding) - first) / kTile;

    for (std::int64_t lane = 0; lane < c; lane += kLanes) {
        const auto alone = [&](std::int64_t x) {
            Lanes sum {};
            for (std::int64_t i = firstTap; i <= lastTap; i += Stride) {
                const float *line = gradient + (y + s.padding - i) / Stride * s.outWidth * c + lane;
                const std::int64_t place = x + s.padding;
                for (std::int64_t j = place % Stride; j < Taps && j <= place; j += Stride) {
                    const std::int64_t at = (place - j) / Stride;
                    if (at < s.outWidth)
                        sum += load(line + at * c) * load(filter + (i * Taps + j) * c + lane);
                }
            }
            store(row + x * c + lane, sum);
        };
        for (std::int64_t x = 0; x < first; ++x)
            alone(x);
        for (std::int64_t x = first; x < first + tiles * kTile; x += kTile) {
            std::array<Lanes, kTile> sum {};
            for (std::int64_t i = firstTap; i <= lastTap; ++i) {
                const float *pixel = gradient + ((y + s.padding - i) * s.outWidth + x + s.padding) * c + lane;
                const float *weights = filter + i * Taps * c + lane;
                for (std::int64_t j = 0; j < Taps; ++j, pixel -= c, weights += c) {
                    const Lanes weight = load(weights);
                    for (std::int64_t t = 0; t < kTile; ++t)
                        sum[static_cast<std::size_t>(t)] += load(pixel + t * c) * weight;
                }
            }
            for (std::int64_t t = 0; t < kTile; ++t)
                store(row + (x + t) * c + lane, sum[static_cast<std::size_t>(t)]);
        }
        for (std::int64_t x = first + tiles * kTile; x < s.width; ++x)
            alone(x);
    }
}

SHOTLAB_VECTOR_TARGETS
void inputRow(const Shape &s, const float *gradient, const float *filter, std::int64_t y, float *row)
{
    if (s.taps == 5)
        return s.stride == 1 ? inputRowOf<5, 1>(s, gradient, filter, y, row) : inputRowOf<5, 2>(s, gradient, filter, y, row);
    return s.stride == 1 ? inputRowOf<7, 1>(s, gradient, filter, y, row) : inputRowOf<7, 2>(s, gradient, filter, y, row);
}

/// Adds what one row of the output's gradient says about one row of taps of the filter.
template<std::int64_t Taps, std::int64_t Stride>
[[gnu::always_inline]] inline void filterRow(const Shape &s, const float *gradient, const float *input, float *sums)
{
    const std::int64_t c = s.channels;
    std::array<Lanes, Taps> sum;
    for (std::int64_t j = 0; j < Taps; ++j)
        sum[static_cast<std::size_t>(j)] = load(sums + j * c);
    const auto edge = [&](std::int64_t x) {
        const Lanes g = load(gradient + x * c);
        for (std::int64_t j = 0; j < Taps; ++j) {
            const std::int64_t at = x * Stride - s.padding + j;
            if (at >= 0 && at < s.width)
                sum[static_cast<std::size_t>(j)] += g * load(input + at * c);
        }
    };
    const std::int64_t first = std::min(s.outWidth, (s.padding + Stride - 1) / Stride);
    const std::int64_t room = s.width - Taps + s.padding; // where the last pixel may begin that has all its taps inside
    const std::int64_t last = room < 0 ? first : std::max(first, std::min(s.outWidth, room / Stride + 1));
    for (std::int64_t x = 0; x < first; ++x)
        edge(x);
    for (std::int64_t x = first; x < last; ++x) {
        const Lanes g = load(gradient + x * c);
        const float *pixel = input + (x * Stride - s.padding) * c;
        for (std::int64_t j = 0; j < Taps; ++j)
            sum[static_cast<std::size_t>(j)] += g * load(pixel + j * c);
    }
    for (std::int64_t x = last; x < s.outWidth; ++x)
        edge(x);
    for (std::int64_t j = 0; j < Taps; ++j)
        store(sums + j * c, sum[static_cast<std::size_t>(j)]);
}

/// Gradient of the filter, [taps, taps, channels], from one picture.
template<std::int64_t Taps, std::int64_t Stride>
[[gnu::always_inline]] inline void filterOf(const Shape &s, const float *gradient, const float *input, float *sums)
{
    const std::int64_t c = s.channels;
    for (std::int64_t y = 0; y < s.outHeight; ++y) {
        for (std::int64_t i = 0; i < Taps; ++i) {
            const std::int64_t from = y * Stride - s.padding + i;
            if (from < 0 || from >= s.height)
                continue;
            for (std::int64_t lane = 0; lane < c; lane += kLanes)
                filterRow<Taps, Stride>(s, gradient + y * s.outWidth * c + lane, input + from * s.width * c + lane, sums + i * Taps * c + lane);
        }
    }
}

SHOTLAB_VECTOR_TARGETS
void filterFromPicture(const Shape &s, const float *gradient, const float *input, float *sums)
{
    if (s.taps == 5)
        return s.stride == 1 ? filterOf<5, 1>(s, gradient, input, sums) : filterOf<5, 2>(s, gradient, input, sums);
    return s.stride == 1 ? filterOf<7, 1>(s, gradient, input, sums) : filterOf<7, 2>(s, gradient, input, sums);
}

at::Tensor inputGradient(const Shape &s, const at::Tensor &gradient, const at::Tensor &input, const at::Tensor &weight)
{
    const at::Tensor filter = weight.squeeze(1).permute({1, 2, 0}).contiguous();
    at::Tensor result = at::empty_like(input, at::MemoryFormat::ChannelsLast);
    const auto *from = gradient.data_ptr<float>();
    const auto *taps = filter.data_ptr<float>();
    auto *to = result.data_ptr<float>();
    at::parallel_for(0, s.pictures * s.height, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            inputRow(s, from + row / s.height * s.outHeight * s.outWidth * s.channels, taps, row % s.height, to + row * s.width * s.channels);
    });
    return result;
}

at::Tensor weightGradient(const Shape &s, const at::Tensor &gradient, const at::Tensor &input, const at::Tensor &weight)
{
    const at::Tensor sums = at::zeros({s.pictures, s.taps, s.taps, s.channels}, weight.options());
    const auto *from = gradient.data_ptr<float>();
    const auto *pixels = input.data_ptr<float>();
    auto *to = sums.data_ptr<float>();
    at::parallel_for(0, s.pictures, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t picture = begin; picture < end; ++picture)
            filterFromPicture(s, from + picture * s.outHeight * s.outWidth * s.channels, pixels + picture * s.height * s.width * s.channels,
                              to + picture * s.taps * s.taps * s.channels);
    });
    return at::empty_like(weight).copy_(sums.sum(0).permute({2, 0, 1}).unsqueeze(1));
}

bool isOne(at::IntArrayRef list)
{
    return std::all_of(list.begin(), list.end(), [](std::int64_t value) { return value == 1; });
}

bool isSame(at::IntArrayRef list) { return std::equal(list.begin() + 1, list.end(), list.begin()); }

bool isDepthwise(const at::Tensor &gradient, const at::Tensor &input, const at::Tensor &weight, at::IntArrayRef stride, at::IntArrayRef padding,
            at::IntArrayRef dilation, bool transposed, std::int64_t groups)
{
    const auto isFloatPicture = [](const at::Tensor &tensor) {
        return tensor.dim() == 4 && tensor.scalar_type() == at::kFloat && tensor.layout() == at::kStrided;
    };
    if (transposed || !isFloatPicture(gradient) || !isFloatPicture(input) || !isFloatPicture(weight) || !input.is_contiguous(at::MemoryFormat::ChannelsLast))
        return false;
    const std::int64_t taps = weight.size(2);
    return groups == input.size(1) && groups == weight.size(0) && groups % kLanes == 0 && taps == weight.size(3)
           && (taps == 5 || taps == 7) && isOne(dilation)
           && isSame(stride) && stride.front() <= 2 && isSame(padding);
}

std::tuple<at::Tensor, at::Tensor, at::Tensor>
convolutionGradients(const at::Tensor &gradient, const at::Tensor &input, const at::Tensor &weight, at::OptionalSymIntArrayRef biasSizes,
                     at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation, bool transposed,
                     at::IntArrayRef outputPadding, std::int64_t groups, std::array<bool, 3> wanted)
{
    if (!isDepthwise(gradient, input, weight, stride, padding, dilation, transposed, groups)) {
        return at::_ops::convolution_backward::redispatch(c10::DispatchKeySet(c10::DispatchKey::CompositeExplicitAutograd), gradient, input,
                                                          weight, biasSizes, stride, padding, dilation, transposed, outputPadding, groups,
                                                          wanted);
    }
    const at::Tensor behind = gradient.contiguous(at::MemoryFormat::ChannelsLast);
    const Shape shape {input.size(0),    input.size(1),  input.size(2),    input.size(3), behind.size(2),
                       behind.size(3), weight.size(2), stride.front(), padding.front()};
    return {wanted[0] ? inputGradient(shape, behind, input, weight) : at::Tensor(),
            wanted[1] ? weightGradient(shape, behind, input, weight) : at::Tensor(),
            wanted[2] ? behind.sum(at::IntArrayRef {0, 2, 3}) : at::Tensor()};
}

} // namespace

void useOwnDepthwiseGradient()
{
    // LibTorch has one kernel for all processors; one for the CPU alone comes before it.
    static const torch::Library library = [] {
        torch::Library cpu(torch::Library::IMPL, "aten", c10::DispatchKey::CPU, __FILE__, __LINE__);
        cpu.impl("convolution_backward", TORCH_FN(convolutionGradients));
        return cpu;
    }();
}

} // namespace shotlab::engine
