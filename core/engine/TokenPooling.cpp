// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/TokenPooling.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/ir.h>

#include "engine/Cut.h"
#include "engine/GraphRunner.h"
#include "engine/Network.h"

namespace shotlab::engine
{

namespace
{

/// Whether the trunk's answer to four sentences of T places is [4, T, F].
bool answersPerToken(const Network &network)
{
    const at::NoGradGuard noGradients;
    const at::Tensor sentences = trialInputs(network);
    std::vector<at::Tensor> tensors;
    for (const BoundTensor &tensor : network.tensors)
        tensors.push_back(tensor.value);
    try {
        const c10::IValue answer = GraphRunner(network.trunk).run({sentences}, tensors).at(0);
        return answer.isTensor() && answer.toTensor().dim() == 3 && answer.toTensor().size(1) == sentences.size(2);
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) { // tried again, and reported, when the card is settled
        return false;
    }
}

} // namespace

void poolTokens(Network &network)
{
    if (network.head || !answersPerToken(network))
        return;
    torch::jit::Graph &graph = *network.trunk;
    torch::jit::Value *tokens = graph.outputs().at(0);
    const torch::jit::WithInsertPoint atEnd(graph.return_node());
    torch::jit::Value *mask = graph.insert(c10::aten::select, {graph.inputs().at(0), 1, 1});
    torch::jit::Value *weights = graph.insert(c10::aten::unsqueeze, {graph.insert(c10::aten::type_as, {mask, tokens}), 2});
    torch::jit::Value *sum = graph.insert(c10::aten::sum, {graph.insert(c10::aten::mul, {tokens, weights}), std::vector<std::int64_t> {1}});
    torch::jit::Value *count = graph.insert(c10::aten::sum, {weights, std::vector<std::int64_t> {1}});
    graph.eraseOutput(0);
    graph.registerOutput(graph.insert(c10::aten::div, {sum, count}));
}

} // namespace shotlab::engine
