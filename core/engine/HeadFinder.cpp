// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/HeadFinder.h"

#include <set>
#include <unordered_map>

#include <ATen/ops/zeros.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

bool isOneOf(const Node *node, const std::set<std::string> &names) { return names.count(node->kind().toQualString()) > 0; }

bool isFinalActivation(const Node *node)
{
    static const std::set<std::string> names {"aten::softmax", "aten::log_softmax", "aten::sigmoid", "aten::_softmax",
                                              "aten::_log_softmax"};
    return isOneOf(node, names);
}

/// What may stand between a head and the output. Anything else (a norm, an addition) means that the layer is an inner one.
bool mayFollowHead(const Node *node)
{
    static const std::set<std::string> names {
        "aten::reshape",    "aten::view", "aten::flatten", "aten::squeeze",    "aten::dropout",
        "aten::mean",       "aten::relu", "aten::relu_",   "aten::select",     "aten::adaptive_avg_pool2d",
        "aten::avg_pool2d", "aten::t",    "aten::permute", "aten::contiguous", "aten::to",
        "aten::transpose"};
    return isOneOf(node, names) || isFinalActivation(node);
}

/// The parameter a value is, seen through transpositions; transposed tells whether their number was odd.
struct ParameterUse {
    std::size_t index = 0; ///< into LoweredGraph::tensors
    bool transposed = false;
};

class Finder
{
public:
    explicit Finder(const LoweredGraph &lowered) : m_lowered(lowered)
    {
        const auto inputs = lowered.graph->inputs();
        for (std::size_t i = 1; i < inputs.size(); ++i)
            m_parameters[inputs[i]] = i - 1;
    }

    struct Found {
        Head head;
        Value *features = nullptr;
    };

    /// From the output backwards over single-input nodes to the head.
    std::optional<Found> walkBack(Value *output) const
    {
        for (Value *value = output;;) {
            if (auto found = headAt(value))
                return found;
            Node *node = value->node();
            if (node->owningGraph() != m_lowered.graph.get() || !node->blocks().empty() || !mayFollowHead(node))
                return std::nullopt;
            value = node->input(0);
        }
    }

private:
    std::optional<ParameterUse> parameter(Value *value) const
    {
        static const std::set<std::string> transpositions {"aten::t", "aten::transpose", "aten::permute", "aten::numpy_T"};
        bool transposed = false;
        while (isOneOf(value->node(), transpositions)) {
            transposed = !transposed;
            value = value->node()->input(0);
        }
        const auto found = m_parameters.find(value);
        return found == m_parameters.end() ? std::nullopt : std::optional(ParameterUse {found->second, transposed});
    }

    /// Weight as [outputs, features] when the value is a parameter of that kind.
    std::optional<Found> made(Value *features, Value *weight, bool wantsTransposed, Value *bias, bool convolution) const
    {
        const auto use = parameter(weight);
        if (!use || use->transposed != wantsTransposed)
            return std::nullopt;
        const BoundTensor &bound = m_lowered.tensors[use->index];
        const std::int64_t dimensions = convolution ? 4 : 2;
        if (bound.value.dim() != dimensions || (convolution && (bound.value.size(2) != 1 || bound.value.size(3) != 1)))
            return std::nullopt;
        Found found;
        found.features = features;
        found.head.path = bound.module;
        found.head.convolution = convolution;
        found.head.weight = convolution ? bound.value.flatten(1) : bound.value;
        found.head.bias = at::zeros({bound.value.size(0)}, bound.value.options());
        if (bias != nullptr && bias->type()->kind() != c10::TypeKind::NoneType) {
            const auto biasUse = parameter(bias);
            if (!biasUse || m_lowered.tensors[biasUse->index].value.numel() != bound.value.size(0))
                return std::nullopt;
            found.head.bias = m_lowered.tensors[biasUse->index].value.flatten();
        }
        return found;
    }

    std::optional<Found> headAt(Value *value) const
    {
        Node *node = value->node();
        if (node->owningGraph() != m_lowered.graph.get())
            return std::nullopt;
        const std::string kind = node->kind().toQualString();
        if (kind == "aten::linear")
            return made(node->input(0), node->input(1), false, node->input(2), false);
        if (kind == "aten::addmm")
            return made(node->input(1), node->input(2), true, node->input(0), false);
        if (kind == "aten::matmul" || kind == "aten::mm")
            return made(node->input(0), node->input(1), true, nullptr, false);
        if (kind == "aten::conv2d" || kind == "aten::_convolution" || kind == "aten::convolution")
            return made(node->input(0), node->input(1), false, node->input(2), true);
        if (kind == "aten::add" || kind == "aten::add_")
            return productPlusBias(node);
        return std::nullopt;
    }

    /// matmul(x, w^T) + b, in either order.
    std::optional<Found> productPlusBias(Node *node) const
    {
        for (const std::size_t first : {std::size_t {0}, std::size_t {1}}) {
            Node *product = node->input(first)->node();
            if (product->kind() != c10::aten::matmul && product->kind() != c10::aten::mm)
                continue;
            if (auto found = made(product->input(0), product->input(1), true, node->input(1 - first), false))
                return found;
        }
        return std::nullopt;
    }

    const LoweredGraph &m_lowered;
    std::unordered_map<const Value *, std::size_t> m_parameters;
};

std::vector<Value *> outputTensors(const Graph &graph)
{
    Value *output = const_cast<Value *>(graph.outputs().at(0));
    Node *node = output->node();
    const bool container = node->kind() == torch::jit::prim::TupleConstruct || node->kind() == torch::jit::prim::ListConstruct
        || node->kind() == torch::jit::prim::DictConstruct;
    std::vector<Value *> tensors;
    for (Value *value : container ? node->inputs().vec() : std::vector<Value *> {output}) {
        if (value->type()->isSubtypeOf(*c10::TensorType::get()))
            tensors.push_back(value);
    }
    return tensors;
}

/// The same graph with one other output.
std::shared_ptr<Graph> withOutput(const LoweredGraph &lowered, const Value *output)
{
    auto graph = std::make_shared<Graph>();
    std::unordered_map<const Value *, Value *> copies;
    for (const Value *input : lowered.graph->inputs())
        copies[input] = graph->addInput()->setType(input->type());
    const auto lookUp = [&](Value *value) { return copies.at(value); };
    for (Node *node : lowered.graph->nodes()) {
        Node *copy = graph->appendNode(graph->createClone(node, lookUp));
        for (std::size_t i = 0; i < node->outputs().size(); ++i)
            copies[node->outputs()[i]] = copy->outputs()[i];
    }
    graph->registerOutput(copies.at(output));
    torch::jit::EliminateDeadCode(graph);
    return graph;
}

} // namespace

TakenApart findHead(const LoweredGraph &lowered)
{
    const std::vector<Value *> outputs = outputTensors(*lowered.graph);
    if (outputs.empty())
        throw Refusal("forward returns " + lowered.graph->outputs().at(0)->type()->str());
    const Finder finder(lowered);
    TakenApart parts;
    Value *scores = outputs.front();
    Value *trunkEnd = nullptr;
    for (Value *output : outputs) {
        if (auto found = finder.walkBack(output)) {
            scores = output;
            trunkEnd = found->features;
            parts.head = found->head;
            break;
        }
    }
    while (isFinalActivation(scores->node()))
        scores = scores->node()->input(0);
    parts.trunk = withOutput(lowered, trunkEnd != nullptr ? trunkEnd : scores);
    parts.source = withOutput(lowered, scores);
    return parts;
}

} // namespace shotlab::engine
