// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Folding.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/csrc/jit/passes/frozen_conv_folding.h>

namespace shotlab::engine
{

std::shared_ptr<torch::jit::Graph> folded(const std::shared_ptr<torch::jit::Graph> &graph,
                                          const std::vector<at::Tensor> &tensors)
{
    const at::NoGradGuard noGradients;
    std::shared_ptr<torch::jit::Graph> merged = graph->copy();
    torch::jit::WithInsertPoint atStart(*merged->nodes().begin());
    for (std::size_t i = tensors.size(); i-- > 0;) {
        torch::jit::Value *input = merged->inputs().at(merged->inputs().size() - tensors.size() + i);
        input->replaceAllUsesWith(torch::jit::insertConstant(*merged, tensors[i]));
    }
    for (std::size_t i = 0; i < tensors.size(); ++i)
        merged->eraseInput(merged->inputs().size() - 1);
    if (!torch::jit::FoldFrozenConvBatchnorm(merged))
        return nullptr;
    torch::jit::EliminateDeadCode(merged);
    return merged;
}

} // namespace shotlab::engine
