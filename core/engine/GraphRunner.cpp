// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/GraphRunner.h"

#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/runtime/interpreter.h>

namespace shotlab::engine
{

GraphRunner::GraphRunner(const std::shared_ptr<torch::jit::Graph> &graph)
    : m_code(std::make_shared<torch::jit::Code>(graph, "network"))
{
}

std::vector<c10::IValue> GraphRunner::run(std::vector<c10::IValue> inputs, const std::vector<at::Tensor> &tensors) const
{
    inputs.reserve(inputs.size() + tensors.size());
    for (const at::Tensor &tensor : tensors)
        inputs.emplace_back(tensor);
    torch::jit::InterpreterState(*m_code).run(inputs);
    return inputs;
}

} // namespace shotlab::engine
