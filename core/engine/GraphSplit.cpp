// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/GraphSplit.h"

#include <functional>
#include <set>
#include <string>
#include <unordered_map>

#include <torch/csrc/jit/ir/alias_analysis.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

using torch::jit::AliasDb;
using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;
using torch::jit::ValueSet;
using ValueMap = std::unordered_map<const Value *, Value *>;

/// Values a node reads, those captured by nested blocks included.
void collectReads(Node *node, std::vector<Value *> &reads)
{
    for (Value *input : node->inputs())
        reads.push_back(input);
    for (Block *block : node->blocks()) {
        for (Node *inner : block->nodes())
            collectReads(inner, reads);
        for (Value *output : block->outputs())
            reads.push_back(output);
    }
}

std::vector<Value *> readsOf(Node *node)
{
    std::vector<Value *> reads;
    collectReads(node, reads);
    return reads;
}

/// Decides for every top-level node, in program order, on which side of the cut it lies.
class Taint
{
public:
    Taint(const std::shared_ptr<Graph> &graph, const std::vector<bool> &learns) : m_aliases(graph)
    {
        do {
            m_again = false;
            m_learning.clear();
            m_frozen.clear();
            m_readByLearning.clear();
            m_suffix.clear();
            for (std::size_t i = 0; i < graph->inputs().size(); ++i) {
                const bool tainted = i > 0 && learns[i - 1];
                (tainted ? m_learning : m_frozen).insert(graph->inputs()[i]);
            }
            for (Node *node : graph->nodes())
                place(node);
        } while (m_again);
    }

    [[nodiscard]] bool inSuffix(const Node *node) const { return m_suffix.count(node) > 0; }
    [[nodiscard]] bool inSuffix(const Value *value) const { return m_learning.count(value) > 0; }
    [[nodiscard]] bool isWrittenTo(const Value *value) const { return m_aliases.hasWriters(value); }

private:
    void place(Node *node)
    {
        const std::vector<Value *> reads = readsOf(node);
        bool learning = m_moved.count(node) > 0;
        for (const Value *value : reads)
            learning |= m_learning.count(value) > 0;
        // A frozen node that overwrites what the learning part has read or made belongs behind that part.
        learning |= m_aliases.writesToAlias(node, m_learning) || m_aliases.writesToAlias(node, m_readByLearning);
        if (learning && m_aliases.writesToAlias(node, m_frozen))
            moveWhatIsWrittenBy(node);
        if (learning) {
            m_suffix.insert(node);
            for (const Value *value : reads)
                m_readByLearning.insert(value);
        }
        for (const Value *output : node->outputs())
            (learning ? m_learning : m_frozen).insert(output);
    }

    /// What a learning node overwrites is made behind the cut as well, and everything is placed once more.
    void moveWhatIsWrittenBy(Node *writer)
    {
        for (const Value *value : m_frozen) {
            const ValueSet one {value};
            if (!m_aliases.writesToAlias(writer, one))
                continue;
            if (value->node()->kind() == torch::jit::prim::Param)
                throw Refusal(std::string("in-place write across the cut: ") + writer->kind().toQualString());
            m_moved.insert(value->node());
            m_again = true;
        }
    }

    AliasDb m_aliases;
    std::unordered_set<const Node *> m_moved; ///< frozen, but behind the cut
    bool m_again = false;
    ValueSet m_learning;
    ValueSet m_frozen;
    ValueSet m_readByLearning;
    std::unordered_set<const Node *> m_suffix;
};

/// A number that crosses the cut must follow from shapes, which are equal for all examples, and not from contents.
class ShapeArithmetic
{
public:
    explicit ShapeArithmetic(const Graph &graph) : m_graph(graph) { }

    void check(Value *value)
    {
        if (!m_seen.insert(value).second)
            return;
        Node *node = value->node();
        if (node->kind() == torch::jit::prim::Constant || readsOnlyMetadata(node))
            return;
        if (node->kind() == torch::jit::prim::Param && node->owningBlock() == m_graph.block())
            throw Refusal("a frozen number depends on the picture's contents");
        if (node->kind() == torch::jit::prim::If) { // one of its values may follow from shapes where another does not
            check(node->input());
            for (Block *block : node->blocks())
                check(block->outputs()[value->offset()]);
            return;
        }
        for (Value *read : readsOf(node))
            check(read);
    }

private:
    static bool readsOnlyMetadata(const Node *node)
    {
        // A frozen value needs no gradient in the whole network either.
        static const std::set<std::string> names {"aten::size",   "aten::dim",        "aten::numel",    "prim::device",
                                                  "prim::dtype",  "prim::layout",     "aten::len",      "aten::is_floating_point",
                                                  "aten::stride", "prim::is_cuda",    "prim::shape",    "aten::sym_size",
                                                  "prim::shape",  "aten::__isnot__",  "aten::__is__",   "prim::requires_grad",
                                                  "prim::is_cpu", "prim::is_nested",  "prim::is_sparse"};
        return names.count(node->kind().toQualString()) > 0;
    }

    const Graph &m_graph;
    ValueSet m_seen;
};

/// Copies the nodes of one side into a graph of its own.
class Half
{
public:
    explicit Half(const Graph &whole) : m_whole(whole) { }

    Value *addInput(const Value *original)
    {
        Value *copy = graph->addInput();
        copy->setType(original->type());
        m_copies[original] = copy;
        return copy;
    }

    void copy(Node *node)
    {
        Node *clone = graph->appendNode(graph->createClone(node, [this](Value *value) { return m_copies.at(value); }));
        for (std::size_t i = 0; i < node->outputs().size(); ++i)
            m_copies[node->outputs()[i]] = clone->outputs()[i];
    }

    [[nodiscard]] bool has(const Value *value) const { return m_copies.count(value) > 0; }
    void addOutput(const Value *value) { graph->registerOutput(m_copies.at(value)); }

    /// Inputs for those tensors of the whole graph that are asked for, in their order.
    std::vector<std::size_t> addTensors(const ValueSet &used)
    {
        std::vector<std::size_t> indices;
        for (std::size_t i = 1; i < m_whole.inputs().size(); ++i) {
            if (used.count(m_whole.inputs()[i]) == 0)
                continue;
            addInput(m_whole.inputs()[i]);
            indices.push_back(i - 1);
        }
        return indices;
    }

    std::shared_ptr<Graph> graph = std::make_shared<Graph>();

private:
    const Graph &m_whole;
    ValueMap m_copies;
};

/// What the suffix needs from the prefix: values to hand over, and cheap nodes to make again on the other side.
class Frontier
{
public:
    Frontier(const Graph &graph, const Taint &taint) : m_graph(graph), m_taint(taint) { }

    void need(Value *value)
    {
        if (m_taint.inSuffix(value) || isTensorInput(value) || !m_seen.insert(value).second)
            return;
        Node *node = value->node();
        if (node->owningBlock() != m_graph.block())
            return; // made inside a nested block that moves as a whole
        if (canBeMadeAgain(node)) {
            for (Value *input : node->inputs())
                need(input);
            m_again.push_back(node);
            return;
        }
        if (!value->type()->isSubtypeOf(*c10::TensorType::get()))
            ShapeArithmetic(m_graph).check(value);
        m_values.push_back(value);
    }

    [[nodiscard]] const std::vector<Value *> &values() const { return m_values; }
    [[nodiscard]] const std::vector<Node *> &madeAgain() const { return m_again; }

private:
    bool isTensorInput(const Value *value) const
    {
        return value->node()->kind() == torch::jit::prim::Param && value->node()->owningBlock() == m_graph.block()
            && value != m_graph.inputs()[0];
    }

    /// A list that somebody appends to or overwrites is one object and must be handed over as such.
    bool canBeMadeAgain(const Node *node) const
    {
        if (node->kind() == torch::jit::prim::Constant || node->kind() == torch::jit::prim::Uninitialized)
            return true;
        // The prefix runs without gradients, and the suffix must not believe that it does too.
        if (node->kind().toQualString() == std::string("aten::is_grad_enabled"))
            return true;
        const bool container
            = node->kind() == torch::jit::prim::ListConstruct || node->kind() == torch::jit::prim::TupleConstruct;
        return container && !m_taint.isWrittenTo(node->output());
    }

    const Graph &m_graph;
    const Taint &m_taint;
    ValueSet m_seen;
    std::vector<Value *> m_values;
    std::vector<Node *> m_again;
};

ValueSet readByNodes(const std::vector<Node *> &nodes, const Graph &graph)
{
    ValueSet reads;
    for (Node *node : nodes) {
        for (const Value *value : readsOf(node))
            reads.insert(value);
    }
    for (const Value *output : graph.outputs())
        reads.insert(output);
    return reads;
}

} // namespace

SplitGraph splitGraph(const std::shared_ptr<Graph> &graph, const std::vector<bool> &learns)
{
    const Taint taint(graph, learns);
    std::vector<Node *> front;
    std::vector<Node *> back;
    for (Node *node : graph->nodes())
        (taint.inSuffix(node) ? back : front).push_back(node);

    Frontier frontier(*graph, taint);
    for (Node *node : back) {
        for (Value *value : readsOf(node))
            frontier.need(value);
    }
    for (Value *output : graph->outputs())
        frontier.need(output);

    SplitGraph split;
    Half prefix(*graph);
    prefix.addInput(graph->inputs()[0]);
    split.prefixTensors = prefix.addTensors(readByNodes(front, *graph));
    for (Node *node : front)
        prefix.copy(node);
    for (const Value *value : frontier.values()) {
        prefix.addOutput(value);
        split.frontier.push_back(value->unique());
    }
    split.prefix = prefix.graph;
    torch::jit::EliminateDeadCode(split.prefix);
    for (std::size_t i = split.prefix->inputs().size(); i-- > 1;) {
        if (split.prefix->inputs()[i]->hasUses())
            continue;
        split.prefix->eraseInput(i);
        split.prefixTensors.erase(split.prefixTensors.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
    split.prefixUsesTensors = !split.prefixTensors.empty();

    Half suffix(*graph);
    for (const Value *value : frontier.values())
        suffix.addInput(value);
    std::vector<Node *> behind = frontier.madeAgain();
    behind.insert(behind.end(), back.begin(), back.end());
    split.suffixTensors = suffix.addTensors(readByNodes(behind, *graph));
    for (Node *node : behind)
        suffix.copy(node);
    for (const Value *output : graph->outputs())
        suffix.addOutput(output);
    split.suffix = suffix.graph;
    return split;
}

} // namespace shotlab::engine
