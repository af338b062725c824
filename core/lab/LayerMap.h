// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/Result.h"

namespace shotlab
{

/// What a layer is for, in the terms ui/text can put into plain words.
enum class LayerRole { First, Stage, Block, Summary, Head, Part };

/// One row of the layer tree. Order is the order of execution.
struct LayerNode {
    std::string path; ///< module path, e.g. "stage5.block2.project"
    std::string type; ///< e.g. "Conv2d", "BatchNorm2d", "Sequential"
    LayerRole role = LayerRole::Part;
    int ordinal = 0; ///< number within its role, from 1 (Stage 2, Block 1)
    std::int64_t parameters = 0; ///< own and below
    std::vector<LayerNode> children;
    bool fixed = false; ///< keeps its values whatever is chosen (a table of word vectors); has no children

    friend bool operator==(const LayerNode &, const LayerNode &) = default;
};

/// Which layers learn. A layer learns when its path equals a listed path or lies below one. The head always learns
/// (it is new); everything else is frozen. Empty = only the head.
struct LayerMap {
    std::vector<std::string> learning; ///< module paths, sorted, none below another

    [[nodiscard]] bool learns(const std::string &path) const;
    friend bool operator==(const LayerMap &, const LayerMap &) = default;
};

/// Parameters below the listed paths (fixed ones and the head of the original network not counted; path of the head given).
[[nodiscard]] std::int64_t learningParameters(const std::vector<LayerNode> &tree, const LayerMap &map,
                                              const std::string &headPath);

/// Turns shell-style patterns ("stage6*", "stage7.block1", "*") into a LayerMap over the tree; a pattern also matches
/// everything below what it matches. UnknownLayerPattern when one matches nothing.
[[nodiscard]] Result<LayerMap> layerMapFromPatterns(const std::vector<LayerNode> &tree, const std::vector<std::string> &patterns);

/// The same set of layers written with as few paths as possible (a fully learning parent stands for its children).
[[nodiscard]] LayerMap normalised(const std::vector<LayerNode> &tree, const LayerMap &map);

} // namespace shotlab
