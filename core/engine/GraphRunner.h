// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

namespace torch::jit
{
struct Graph;
struct Code;
} // namespace torch::jit

namespace shotlab::engine
{

/// Runs a lowered graph with the plain interpreter: as fast as Module::forward, without the slow first runs of the
/// profiling executor. Gradients are recorded according to the thread's grad mode.
class GraphRunner
{
public:
    explicit GraphRunner(const std::shared_ptr<torch::jit::Graph> &graph);

    /// inputs, then tensors, in the order of the graph's inputs. Throws what the operators throw.
    [[nodiscard]] std::vector<c10::IValue> run(std::vector<c10::IValue> inputs, const std::vector<at::Tensor> &tensors) const;

private:
    std::shared_ptr<torch::jit::Code> m_code;
};

} // namespace shotlab::engine
