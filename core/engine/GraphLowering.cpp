// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/GraphLowering.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/passes/constant_propagation.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/csrc/jit/passes/inline_fork_wait.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/passes/loop_unrolling.h>
#include <torch/csrc/jit/passes/lower_tuples.h>
#include <torch/csrc/jit/passes/peephole.h>
#include <torch/csrc/jit/passes/remove_mutation.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

using torch::jit::Block;
using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

/// Two attributes are one tensor (tied weights, flattened weight lists) when they look at the same memory the same way.
using TensorKey = std::tuple<const void *, std::int64_t, std::vector<std::int64_t>, std::vector<std::int64_t>>;

TensorKey keyOf(const at::Tensor &tensor)
{
    return {tensor.storage().unsafeGetStorageImpl(), tensor.storage_offset(), tensor.sizes().vec(), tensor.strides().vec()};
}

/// One precision for all: double where the whole network is in double, float else (halves are only a way of storing).
void settlePrecision(std::vector<BoundTensor> &tensors)
{
    const auto isFloating = [](const BoundTensor &tensor) { return at::isFloatingType(tensor.value.scalar_type()); };
    const bool allDouble = std::all_of(tensors.begin(), tensors.end(), [&](const BoundTensor &tensor) {
        return !isFloating(tensor) || tensor.value.scalar_type() == at::kDouble;
    });
    for (BoundTensor &tensor : tensors) {
        if (isFloating(tensor) && !allDouble)
            tensor.value = tensor.value.to(at::kFloat);
        tensor.value = tensor.value.contiguous();
    }
}

/// Follows the attributes of self through the graph and replaces each by an input or a constant.
class AttributeLowering
{
public:
    explicit AttributeLowering(LoweredGraph &lowered, const torch::jit::Module &module) : m_lowered(lowered)
    {
        m_objects[lowered.graph->inputs().at(0)] = {module._ivalue(), ""};
    }

    void lower(Block *block)
    {
        for (Node *node : block->nodes()) {
            if (node->kind() == torch::jit::prim::GetAttr)
                lowerAttribute(node);
            for (Block *inner : node->blocks())
                lower(inner);
        }
    }

private:
    struct Object {
        c10::intrusive_ptr<c10::ivalue::Object> object;
        std::string path;
    };

    void lowerAttribute(Node *node)
    {
        const auto found = m_objects.find(node->input());
        if (found == m_objects.end())
            throw Refusal("attribute of an object made at run time: " + node->s(torch::jit::attr::name));
        const Object owner = found->second;
        const std::string name = node->s(torch::jit::attr::name);
        const c10::IValue value = owner.object->getAttr(name);
        if (value.isObject() && value.type()->cast<c10::ClassType>()) {
            m_objects[node->output()] = {value.toObject(), owner.path.empty() ? name : owner.path + "." + name};
            return;
        }
        torch::jit::WithInsertPoint here(node);
        node->output()->replaceAllUsesWith(lowered(owner, name, value));
    }

    Value *lowered(const Object &owner, const std::string &name, const c10::IValue &value)
    {
        if (value.isTensor() && value.toTensor().defined())
            return input(owner, name, value.toTensor());
        if (value.isTensorList()) {
            std::vector<Value *> items;
            for (const at::Tensor &tensor : value.toTensorVector())
                items.push_back(input(owner, name, tensor));
            return m_lowered.graph->insertNode(m_lowered.graph->createList(c10::TensorType::get(), items))->output();
        }
        if (const auto constant = torch::jit::tryInsertConstant(*m_lowered.graph, value))
            return *constant;
        throw Refusal("attribute " + owner.path + "." + name + " is a " + value.type()->str());
    }

    /// Recurrent layers read their weights from a plain list that shares memory with the parameters.
    static std::optional<std::string> parameterName(const Object &owner, const std::string &name, const at::Tensor &tensor)
    {
        const auto type = owner.object->type();
        if (const auto slot = type->findAttributeSlot(name); slot && type->is_parameter(*slot))
            return name;
        for (std::size_t i = 0; i < type->numAttributes(); ++i) {
            const c10::IValue &value = owner.object->getSlot(i);
            if (type->is_parameter(i) && value.isTensor() && value.toTensor().defined()
                && keyOf(value.toTensor()) == keyOf(tensor))
                return type->getAttributeName(i);
        }
        return std::nullopt;
    }

    Value *input(const Object &owner, const std::string &name, const at::Tensor &tensor)
    {
        if (tensor.is_quantized() || tensor.is_mkldnn() || tensor.layout() != c10::kStrided)
            throw Refusal("tensor " + owner.path + "." + name + " is quantised or packed");
        const auto [at, isNew] = m_inputs.try_emplace(keyOf(tensor), nullptr);
        if (isNew) {
            at->second = m_lowered.graph->addInput();
            at->second->setType(c10::TensorType::get());
            const auto parameter = at::isFloatingType(tensor.scalar_type()) ? parameterName(owner, name, tensor) : std::nullopt;
            m_lowered.tensors.push_back({owner.path, parameter.value_or(name), plainTypeName(*owner.object->type()),
                                         tensor.detach(), parameter.has_value()});
        }
        return at->second;
    }

    LoweredGraph &m_lowered;
    std::unordered_map<const Value *, Object> m_objects;
    std::map<TensorKey, Value *> m_inputs;
};

bool takesTensor(const c10::Argument &argument)
{
    return argument.type()->isSubtypeOf(*c10::TensorType::get()) || argument.type()->kind() == c10::TypeKind::OptionalType;
}

/// forward(self, inputs..., optional...): the first `inputs` arguments are tensors, optional ones take their defaults.
void bindDefaults(Graph &graph, const c10::FunctionSchema &schema, std::size_t inputs)
{
    const auto &arguments = schema.arguments();
    for (std::size_t i = 1; i <= inputs; ++i) {
        if (i >= arguments.size())
            throw Refusal(inputs == 1 ? "forward takes no input" : "forward takes no mask");
        if (!takesTensor(arguments[i]))
            throw Refusal("forward takes a " + arguments[i].type()->str());
    }
    torch::jit::WithInsertPoint atStart(*graph.nodes().begin());
    for (std::size_t i = arguments.size() - 1; i > inputs; --i) {
        if (!arguments[i].default_value())
            throw Refusal("forward takes more than one input: " + arguments[i].name());
        graph.inputs().at(i)->replaceAllUsesWith(torch::jit::insertConstant(graph, *arguments[i].default_value()));
        graph.eraseInput(i);
    }
}

/// forward(self, ids, mask) becomes forward(self, both): whatever handles one batch of examples handles sentences too.
void joinIdsAndMask(Graph &graph)
{
    Value *both = graph.insertInput(1, "sentences");
    both->setType(c10::TensorType::get());
    torch::jit::WithInsertPoint atStart(*graph.nodes().begin());
    for (const std::int64_t part : {1, 0}) { // the second first: erasing an input moves those behind it
        const auto input = static_cast<std::size_t>(2 + part);
        graph.inputs().at(input)->replaceAllUsesWith(graph.insert(c10::aten::select, {both, 1, part}));
        graph.eraseInput(input);
    }
}

/// Walks all nodes, nested blocks included; the action may destroy the node it is given.
template<typename Action> void forEachNode(Block *block, const Action &action)
{
    for (auto it = block->nodes().begin(); it != block->nodes().end();) {
        Node *node = *it++;
        for (Block *inner : node->blocks())
            forEachNode(inner, action);
        action(node);
    }
}

void setFlag(Node *node, std::size_t position, bool value)
{
    torch::jit::WithInsertPoint here(node);
    node->replaceInput(position, torch::jit::insertConstant(*node->owningGraph(), value));
}

constexpr std::size_t kBatchNormFlag = 5;
constexpr std::size_t kRunningMean = 3;
constexpr std::size_t kDropoutFlag = 2;

bool isDropout(const Node *node)
{
    static const std::set<std::string> names {"aten::dropout", "aten::dropout_", "aten::feature_dropout", "aten::alpha_dropout",
                                              "aten::feature_alpha_dropout"};
    return names.count(node->kind().toQualString()) > 0;
}

/// Without running statistics a batch-norm knows no other than those of the batch.
bool tracksStatistics(const Node *batchNorm) { return batchNorm->input(kRunningMean)->type()->kind() != c10::TypeKind::NoneType; }

bool hasTrainingFlag(Block *block)
{
    bool found = false;
    forEachNode(block, [&](Node *node) {
        if (node->kind() == c10::aten::batch_norm && !tracksStatistics(node))
            return;
        const std::size_t at = node->kind() == c10::aten::batch_norm ? kBatchNormFlag : isDropout(node) ? kDropoutFlag : 0;
        if (at > 0)
            found |= torch::jit::toIValue(node->input(at)).value_or(false).toBool();
    });
    return found;
}

/// A view of a channels-last tensor can fail where one of a contiguous tensor works; reshape does the same and copies if it must.
void relaxViews(Block *block)
{
    forEachNode(block, [](Node *node) {
        if (node->kind() != c10::aten::view || node->input(1)->type()->kind() != c10::TypeKind::ListType)
            return;
        torch::jit::WithInsertPoint here(node);
        Value *reshaped = node->owningGraph()->insert(c10::aten::reshape, {node->input(0), node->input(1)});
        node->output()->replaceAllUsesWith(reshaped);
        node->destroy();
    });
}

void simplify(std::shared_ptr<Graph> &graph)
{
    constexpr int kRounds = 4; // each pass opens work for the others; nothing changed after four on any network tried
    for (int round = 0; round < kRounds; ++round) {
        torch::jit::ConstantPropagation(graph);
        torch::jit::UnrollConstantLoops(graph);
        torch::jit::LowerSimpleTuples(graph);
        torch::jit::RemoveListMutation(graph);
        torch::jit::InplaceToFunctionalActivation(graph);
        torch::jit::RemoveTensorMutation(graph);
        torch::jit::PeepholeOptimize(graph, /*disable_shape_peepholes=*/true); // traced shapes must not become constants
        torch::jit::EliminateDeadCode(graph);
    }
}

/// A network traced in training mode counts the batches of every batch-norm. Nothing reads the count in evaluation mode,
/// and a write would forbid every cut across it.
void dropBatchCounts(Graph &graph)
{
    forEachNode(graph.block(), [&](Node *node) {
        if (node->kind() == c10::aten::add_ && node->input(0)->node() == graph.param_node() && !node->output()->hasUses()
            && node->input(0)->uses().size() == 1)
            node->destroy();
    });
}

/// Counters and tables that only training mode reads.
void dropUnusedTensors(LoweredGraph &lowered)
{
    for (std::size_t i = lowered.tensors.size(); i-- > 0;) {
        if (lowered.graph->inputs().at(i + 1)->hasUses())
            continue;
        lowered.graph->eraseInput(i + 1);
        lowered.tensors.erase(lowered.tensors.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void refuseLeftovers(Block *block)
{
    forEachNode(block, [](Node *node) {
        switch (node->kind()) {
        case torch::jit::prim::SetAttr:
            throw Refusal("forward writes the attribute " + node->s(torch::jit::attr::name));
        case torch::jit::prim::CallMethod:
        case torch::jit::prim::CallFunction:
            throw Refusal("forward calls through an interface");
        case torch::jit::prim::GetAttr:
            throw Refusal("forward uses the object " + node->s(torch::jit::attr::name));
        default:
            break;
        }
    });
}

} // namespace

std::string plainTypeName(const c10::Type &type)
{
    const auto *named = type.castRaw<c10::NamedType>();
    if (named == nullptr || !named->name())
        return {};
    const auto &atoms = named->name()->atoms();
    return atoms.empty() ? std::string() : atoms.back();
}

void setTrainingMode(Graph &graph, const std::function<bool(const Value *)> &useBatchStatistics, bool dropout)
{
    forEachNode(graph.block(), [&](Node *node) {
        if (node->kind() == c10::aten::batch_norm)
            setFlag(node, kBatchNormFlag, !tracksStatistics(node) || useBatchStatistics(node->input(kRunningMean)));
        else if (isDropout(node))
            setFlag(node, kDropoutFlag, dropout);
    });
}

InputKind inputKindOf(const torch::jit::Module &module)
{
    const auto schema = module.get_method("forward").function().getSchema();
    const auto &arguments = schema.arguments();
    const auto isWanted = [](const c10::Argument &argument) {
        return argument.type()->isSubtypeOf(*c10::TensorType::get()) && !argument.default_value();
    };
    const auto wanted = arguments.empty() ? 0 : std::count_if(arguments.begin() + 1, arguments.end(), isWanted);
    return wanted == 2 ? InputKind::Sentences : InputKind::Pictures;
}

LoweredGraph lowerForward(torch::jit::Module module, InputKind input)
{
    module.eval();
    const auto method = module.get_method("forward");
    LoweredGraph lowered;
    lowered.graph = method.graph()->copy();
    torch::jit::Inline(*lowered.graph);
    torch::jit::InlineForkWait(lowered.graph);
    torch::jit::Inline(*lowered.graph); // bodies of forks hold calls of their own

    bindDefaults(*lowered.graph, method.function().getSchema(), input == InputKind::Sentences ? 2 : 1);
    if (input == InputKind::Sentences)
        joinIdsAndMask(*lowered.graph);
    AttributeLowering(lowered, module).lower(lowered.graph->block());
    forEachNode(lowered.graph->block(), [](Node *node) {
        if (node->kind() == torch::jit::prim::Print || node->kind() == c10::aten::warn)
            node->destroy(); // nothing reads it, and stdout belongs to the protocol
    });
    torch::jit::EliminateDeadCode(lowered.graph);
    refuseLeftovers(lowered.graph->block());
    if (lowered.graph->inputs().at(0)->hasUses())
        throw Refusal("forward hands itself to something");
    lowered.graph->eraseInput(0);

    dropBatchCounts(*lowered.graph);
    simplify(lowered.graph);
    lowered.tracedInTrainMode = hasTrainingFlag(lowered.graph->block());
    setTrainingMode(
        *lowered.graph, [](const Value *) { return false; }, false);
    relaxViews(lowered.graph->block());
    dropUnusedTensors(lowered);
    settlePrecision(lowered.tensors);
    return lowered;
}

} // namespace shotlab::engine
