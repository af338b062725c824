// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/CardGuess.h"

#include <cmath>

#include <ATen/core/Tensor.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>

#include "engine/Failure.h"
#include "engine/Network.h"

namespace shotlab::engine
{

namespace
{

struct FirstLayer {
    int channels = 0; ///< 0: takes the picture as one row of numbers
    int side = 0; ///< 0: any
};

/// The bound tensor a node reads at a position, or nothing when that is computed.
const at::Tensor *boundTensor(const Network &network, const torch::jit::Node *node, std::size_t position)
{
    const auto inputs = network.trunk->inputs();
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        if (inputs[i] == node->input(position))
            return &network.tensors[i - 1].value;
    }
    return nullptr;
}

/// Side of a square picture of 1 or 3 channels with so many numbers.
FirstLayer fromRow(std::int64_t numbers)
{
    for (const int channels : {1, 3}) {
        const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(numbers) / channels)));
        if (side * side * channels == numbers)
            return {channels, static_cast<int>(side)};
    }
    return {};
}

FirstLayer firstLayer(const Network &network)
{
    for (const torch::jit::Node *node : network.trunk->nodes()) {
        const std::string kind = node->kind().toQualString();
        if (kind == "aten::embedding")
            return {};
        if (kind == "aten::conv2d" || kind == "aten::_convolution" || kind == "aten::convolution") {
            const std::size_t groups = kind == "aten::conv2d" ? 6 : 8;
            const at::Tensor *weight = boundTensor(network, node, 1);
            const auto count = torch::jit::toIValue(node->input(groups));
            if (weight != nullptr && weight->dim() == 4 && count)
                return {static_cast<int>(weight->size(1) * count->toInt()), 0};
        }
        if (kind == "aten::linear") {
            if (const at::Tensor *weight = boundTensor(network, node, 1))
                return fromRow(weight->size(1));
        }
    }
    return {};
}

} // namespace

CardGuess guessCard(const Network &network, const std::string &name)
{
    const FirstLayer first = firstLayer(network);
    if (first.channels != 1 && first.channels != 3)
        throw Failure(ErrorCode::ModelUnsuitable, {name, "picture"},
                      "first layer takes " + std::to_string(first.channels) + " channels");
    // Small networks are made for small pictures; with average pooling at the end they would accept any.
    constexpr std::int64_t kSmall = 1'000'000;
    CardGuess guess;
    guess.channels = first.channels;
    guess.small = network.trunkParameters() < kSmall;
    if (first.side > 0)
        guess.sides = {first.side};
    else if (first.channels == 1)
        guess.sides = {28, 32, 64, 96, 128, 224};
    else if (guess.small)
        guess.sides = {32, 64, 96, 128, 160, 224, 28, 48};
    else
        guess.sides = {224, 256, 299, 192, 160, 128, 96, 64, 32, 384, 448, 512};
    return guess;
}

ModelCard cardFromGuess(const CardGuess &guess, const std::string &name, int side, int outputs)
{
    ModelCard card = guessedModelCard(name, guess.channels, side, outputs);
    if (guess.small)
        card.recipe = "small-grey";
    return card;
}

} // namespace shotlab::engine
