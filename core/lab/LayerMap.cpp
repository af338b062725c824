// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/LayerMap.h"

#include <algorithm>
#include <functional>
#include <set>

namespace shotlab
{

namespace
{

bool isBelow(const std::string &path, const std::string &parent)
{
    return path.size() > parent.size() && path.compare(0, parent.size(), parent) == 0 && path[parent.size()] == '.';
}

/// '*' stands for any run of characters (dots included), '?' for one.
bool matches(const char *pattern, const char *text)
{
    if (*pattern == '\0')
        return *text == '\0';
    if (*pattern == '*')
        return matches(pattern + 1, text) || (*text != '\0' && matches(pattern, text + 1));
    return *text != '\0' && (*pattern == '?' || *pattern == *text) && matches(pattern + 1, text + 1);
}

void visit(const std::vector<LayerNode> &nodes, const std::function<void(const LayerNode &)> &action)
{
    for (const LayerNode &node : nodes) {
        action(node);
        visit(node.children, action);
    }
}

/// Parameters a node owns itself, beside those of its children.
std::int64_t ownParameters(const LayerNode &node)
{
    std::int64_t own = node.parameters;
    for (const LayerNode &child : node.children)
        own -= child.parameters;
    return own;
}

/// Collects the fewest paths that stand for the learning layers below; true when all of them learn.
bool collect(const LayerNode &node, const LayerMap &map, std::set<std::string> &paths)
{
    if (map.learns(node.path)) {
        paths.insert(node.path);
        return true;
    }
    if (node.children.empty())
        return false;
    std::set<std::string> below;
    bool all = true;
    for (const LayerNode &child : node.children) {
        if (!child.fixed && (child.parameters > 0 || map.learns(child.path)))
            all = collect(child, map, below) && all;
    }
    if (all && ownParameters(node) == 0 && !below.empty()) {
        paths.insert(node.path);
        return true;
    }
    paths.insert(below.begin(), below.end());
    return false;
}

} // namespace

bool LayerMap::learns(const std::string &path) const
{
    return std::any_of(learning.begin(), learning.end(),
                       [&](const std::string &root) { return path == root || isBelow(path, root); });
}

std::int64_t learningParameters(const std::vector<LayerNode> &tree, const LayerMap &map, const std::string &headPath)
{
    std::int64_t sum = 0;
    visit(tree, [&](const LayerNode &node) {
        if (!node.fixed && node.path != headPath && !isBelow(node.path, headPath) && map.learns(node.path))
            sum += ownParameters(node);
    });
    return sum;
}

LayerMap normalised(const std::vector<LayerNode> &tree, const LayerMap &map)
{
    std::set<std::string> paths;
    for (const LayerNode &root : tree)
        collect(root, map, paths);
    return {std::vector<std::string>(paths.begin(), paths.end())};
}

Result<LayerMap> layerMapFromPatterns(const std::vector<LayerNode> &tree, const std::vector<std::string> &patterns)
{
    LayerMap map;
    for (const std::string &pattern : patterns) {
        bool found = false;
        visit(tree, [&](const LayerNode &node) {
            if (matches(pattern.c_str(), node.path.c_str())) {
                found = true;
                map.learning.push_back(node.path);
            }
        });
        if (!found)
            return fail(ErrorCode::UnknownLayerPattern, {pattern});
    }
    return normalised(tree, map);
}

} // namespace shotlab
