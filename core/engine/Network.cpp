// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Network.h"

#include <algorithm>
#include <array>

#include <ATen/ATen.h>

#include "engine/Failure.h"
#include "media/WordPiece.h"

namespace shotlab::engine
{

namespace
{

/// Every 8-bit value of one channel as the network sees it, computed once in float as (v / 255 - mean) / std.
std::array<float, 256> levels(float mean, float deviation)
{
    std::array<float, 256> table {};
    for (std::size_t v = 0; v < table.size(); ++v)
        table[v] = (static_cast<float>(v) / 255.0F - mean) / deviation;
    return table;
}

} // namespace

std::int64_t Network::trunkParameters() const
{
    std::int64_t count = 0;
    for (const BoundTensor &tensor : tensors)
        count += tensor.parameter && !isHeadTensor(tensor) ? tensor.value.numel() : 0;
    return count;
}

std::vector<bool> Network::learning(const LayerMap &layers) const
{
    std::vector<bool> flags;
    for (const BoundTensor &tensor : tensors)
        flags.push_back(!isHeadTensor(tensor) && !tensor.wordTable && layers.learns(tensor.module));
    return flags;
}

std::vector<bool> Network::learningEverywhere() const
{
    std::vector<bool> flags;
    for (const BoundTensor &tensor : tensors)
        flags.push_back(!isHeadTensor(tensor) && !tensor.wordTable);
    return flags;
}

std::vector<bool> Network::learningAnew() const
{
    std::vector<bool> flags;
    for (const BoundTensor &tensor : tensors)
        flags.push_back(!isHeadTensor(tensor));
    return flags;
}

at::ScalarType Network::precision() const
{
    const auto isDouble = [](const BoundTensor &tensor) { return tensor.value.scalar_type() == at::kDouble; };
    return std::any_of(tensors.begin(), tensors.end(), isDouble) ? at::kDouble : at::kFloat;
}

at::Tensor Network::normalised(const std::vector<const std::vector<std::uint8_t> *> &pictures) const
{
    const auto channels = static_cast<std::size_t>(card.channels);
    const auto places = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    std::vector<std::array<float, 256>> tables;
    for (std::size_t c = 0; c < channels; ++c)
        tables.push_back(levels(card.mean[c], card.std[c]));

    const auto format = channelsLast ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    at::Tensor batch = at::empty({static_cast<std::int64_t>(pictures.size()), card.channels, side, side}, at::kFloat, format);
    float *out = batch.data_ptr<float>();
    const std::size_t placeStep = channelsLast ? channels : 1;
    const std::size_t channelStep = channelsLast ? 1 : places;
    for (const std::vector<std::uint8_t> *picture : pictures) {
        for (std::size_t c = 0; c < channels; ++c) {
            const std::uint8_t *in = picture->data() + c * places;
            for (std::size_t i = 0; i < places; ++i)
                out[i * placeStep + c * channelStep] = tables[c][in[i]];
        }
        out += channels * places;
    }
    return batch.to(precision());
}

int Network::paddedLength(std::size_t tokens)
{
    constexpr std::size_t kLeast = 8;
    constexpr std::size_t kStep = 2; // finer steps save padding, coarser ones fill larger batches
    return static_cast<int>(std::max(kLeast, (tokens + kStep - 1) / kStep * kStep));
}

int Network::sentencesAtOnce(int length)
{
    constexpr int kPlaces = 512; // together: enough for the matrix products to be fast
    constexpr int kFewest = 4;
    constexpr int kMost = 32;
    int sentences = kMost;
    while (sentences > kFewest && sentences * length > kPlaces)
        sentences /= 2;
    return sentences;
}

at::Tensor Network::sentences(const std::vector<const std::vector<std::int32_t> *> &tokens, int length) const
{
    const at::Tensor batch = at::zeros({static_cast<std::int64_t>(tokens.size()), 2, length}, at::kLong);
    batch.select(1, 0).fill_(vocabulary->padding());
    std::int64_t *ids = batch.data_ptr<std::int64_t>();
    for (const std::vector<std::int32_t> *sentence : tokens) {
        std::copy(sentence->begin(), sentence->end(), ids);
        std::fill_n(ids + length, sentence->size(), 1);
        ids += 2 * static_cast<std::ptrdiff_t>(length);
    }
    return batch;
}

at::Tensor toFeatures(const at::Tensor &trunkOutput)
{
    switch (trunkOutput.dim()) {
    case 2:
        return trunkOutput;
    case 3:
        return trunkOutput.mean(1);
    case 4:
        return trunkOutput.mean(at::IntArrayRef {2, 3});
    default:
        throw Refusal("features have " + std::to_string(trunkOutput.dim()) + " dimensions");
    }
}

} // namespace shotlab::engine
