// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lab/LayerMap.h"

namespace shotlab::engine
{

/// A parameter as the layer tree needs it.
struct LayerParameter {
    std::string module; ///< path of the owning module
    std::int64_t count = 0;
    bool fixed = false; ///< never learns
};

/// The modules that hold parameters as a tree in order of execution, with what each is for. Roles follow from structure:
/// the trunk is a row of units (wrappers that hold nearly all of the network are looked into); the first unit is First,
/// units made of blocks are Stages, other composite units Blocks, what follows the last of these is the Summary, and the
/// module of headPath is the Head. Names ("stage2", "layer3", "block1") count where structure leaves a choice.
///
/// parameters: in order of first use. types: type name of every module path ("Sequential").
[[nodiscard]] std::vector<LayerNode> layerTree(const std::vector<LayerParameter> &parameters,
                                               const std::map<std::string, std::string> &types, const std::string &headPath);

/// The last stage or block and everything between it and the head: the default of chosen-layers. Paths, sorted.
[[nodiscard]] std::vector<std::string> suggestedLearning(const std::vector<LayerNode> &tree);

} // namespace shotlab::engine
