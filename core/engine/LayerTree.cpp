// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/LayerTree.h"

#include <algorithm>
#include <set>

namespace shotlab::engine
{

namespace
{

std::string lastPart(const std::string &path)
{
    return path.substr(path.rfind('.') + 1); // npos + 1 is 0
}

bool isNorm(const LayerNode &node) { return node.type.find("Norm") != std::string::npos; }

bool isLeaf(const LayerNode &node) { return node.children.empty(); }

/// Convolutions, linear layers and the like below a node: how much of the network's depth it holds.
int weightLayers(const LayerNode &node)
{
    if (isLeaf(node))
        return isNorm(node) ? 0 : 1;
    int count = 0;
    for (const LayerNode &child : node.children)
        count += weightLayers(child);
    return count;
}

bool holds(const LayerNode &node, const std::string &path)
{
    return !path.empty() && (node.path == path || path.starts_with(node.path + "."));
}

/// Adds a parameter under node, making modules on the way in the order they are met.
void add(std::vector<LayerNode> &level, const LayerParameter &parameter, std::size_t depth,
         const std::map<std::string, std::string> &types)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i <= depth && end != std::string::npos; ++i)
        end = parameter.module.find('.', i == 0 ? 0 : end + 1);
    const std::string path = parameter.module.substr(0, end);
    auto found = std::find_if(level.begin(), level.end(), [&](const LayerNode &node) { return node.path == path; });
    if (found == level.end()) {
        LayerNode node;
        node.path = path;
        const auto type = types.find(path);
        node.type = type == types.end() ? std::string() : type->second;
        found = level.insert(level.end(), node);
    }
    found->parameters += parameter.count;
    found->fixed |= parameter.fixed && end == std::string::npos;
    if (end != std::string::npos)
        add(found->children, parameter, depth + 1, types);
}

bool isBlockLike(const LayerNode &node);

bool isContainer(const LayerNode &node)
{
    static const std::set<std::string> types {"Sequential", "ModuleList", "ModuleDict"};
    return types.count(node.type) > 0;
}

/// A row of blocks: every child with weights is composite, and either the node is a plain container or its children are alike.
bool isStage(const LayerNode &node)
{
    if (isLeaf(node))
        return false;
    const std::string name = lastPart(node.path);
    if (name.starts_with("stage"))
        return true;
    bool composite = true;
    bool alike = node.children.size() > 1;
    for (const LayerNode &child : node.children) {
        composite &= isBlockLike(child);
        alike &= child.type == node.children.front().type;
    }
    return composite && (isContainer(node) || alike);
}

/// Composite, and more than a convolution with its norm.
bool isBlockLike(const LayerNode &node)
{
    return !isLeaf(node) && (weightLayers(node) > 1 || lastPart(node.path).starts_with("block"));
}

/// The row of units the trunk is made of: pointers into the tree, head left out, wrappers looked into.
std::vector<LayerNode *> unitsOf(std::vector<LayerNode> &roots, const std::string &headPath)
{
    std::vector<LayerNode *> units;
    for (LayerNode &node : roots)
        units.push_back(&node);
    constexpr double kMostOfNetwork = 0.5;
    while (true) {
        int total = 0;
        for (const LayerNode *unit : units)
            total += unit->path == headPath ? 0 : weightLayers(*unit);
        const auto isWrapper = [&](const LayerNode *unit) {
            if (isLeaf(*unit))
                return false;
            if (holds(*unit, headPath))
                return true;
            // A long stage among stages (18 of 24 blocks) is no wrapper: there are others like it.
            const bool hasPeers
                = std::count_if(units.begin(), units.end(),
                                [&](const LayerNode *other) {
                                    return other->type == unit->type && isStage(*other) == isStage(*unit) && isBlockLike(*other);
                                })
                > 1;
            return weightLayers(*unit) > kMostOfNetwork * total && !hasPeers;
        };
        const auto wrapper = std::find_if(units.begin(), units.end(), isWrapper);
        if (wrapper == units.end())
            break;
        std::vector<LayerNode *> inner;
        for (LayerNode &child : (*wrapper)->children)
            inner.push_back(&child);
        units.insert(units.erase(wrapper), inner.begin(), inner.end());
    }
    std::erase_if(units, [&](const LayerNode *unit) { return unit->path == headPath; });
    return units;
}

class Ordinals
{
public:
    void assign(LayerNode &node, LayerRole role)
    {
        node.role = role;
        node.ordinal = ++m_last[role];
    }

private:
    std::map<LayerRole, int> m_last;
};

void nameBlocksWithin(LayerNode &stage)
{
    Ordinals ordinals;
    for (LayerNode &child : stage.children)
        ordinals.assign(child, isBlockLike(child) ? LayerRole::Block : LayerRole::Part);
}

/// Position behind the last unit of the trunk's body: composite units, or without any the weight layers themselves.
std::size_t bodyEnd(const std::vector<LayerNode *> &units)
{
    for (std::size_t i = units.size(); i-- > 0;) {
        if (isStage(*units[i]) || isBlockLike(*units[i]))
            return i + 1;
    }
    for (std::size_t i = units.size(); i-- > 0;) {
        if (units[i]->type.starts_with("Conv"))
            return i + 1;
    }
    return units.size();
}

void assignRoles(const std::vector<LayerNode *> &units)
{
    const std::size_t end = bodyEnd(units);
    Ordinals ordinals;
    for (std::size_t i = 0; i < units.size(); ++i) {
        LayerNode &unit = *units[i];
        if (i >= end)
            ordinals.assign(unit, LayerRole::Summary);
        else if (isStage(unit)) {
            ordinals.assign(unit, LayerRole::Stage);
            nameBlocksWithin(unit);
        } else if (i == 0)
            ordinals.assign(unit, LayerRole::First);
        else if (isBlockLike(unit) || (isLeaf(unit) && !isNorm(unit)))
            ordinals.assign(unit, LayerRole::Block);
        else
            ordinals.assign(unit, LayerRole::Part);
    }
}

LayerNode *find(std::vector<LayerNode> &level, const std::string &path)
{
    for (LayerNode &node : level) {
        if (node.path == path)
            return &node;
        if (LayerNode *below = find(node.children, path))
            return below;
    }
    return nullptr;
}

/// All nodes with a role of their own, in order.
void collectUnits(const std::vector<LayerNode> &level, std::vector<const LayerNode *> &units)
{
    for (const LayerNode &node : level) {
        if (node.role != LayerRole::Part || isLeaf(node))
            units.push_back(&node);
        else
            collectUnits(node.children, units);
    }
}

} // namespace

std::vector<LayerNode> layerTree(const std::vector<LayerParameter> &parameters, const std::map<std::string, std::string> &types,
                                 const std::string &headPath)
{
    std::vector<LayerNode> roots;
    for (const LayerParameter &parameter : parameters) {
        if (!parameter.module.empty()) // parameters of the root itself belong to no layer
            add(roots, parameter, 0, types);
    }
    assignRoles(unitsOf(roots, headPath));
    if (LayerNode *head = find(roots, headPath)) {
        head->role = LayerRole::Head;
        head->ordinal = 1;
    }
    return roots;
}

std::vector<std::string> suggestedLearning(const std::vector<LayerNode> &tree)
{
    std::vector<const LayerNode *> units;
    collectUnits(tree, units);
    std::vector<std::string> paths;
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit) {
        if ((*unit)->role == LayerRole::Head)
            continue;
        paths.push_back((*unit)->path);
        if ((*unit)->role == LayerRole::Stage || (*unit)->role == LayerRole::Block)
            break;
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace shotlab::engine
