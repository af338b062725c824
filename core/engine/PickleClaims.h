// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lab/Result.h"

namespace shotlab::engine
{

/// What a pickle says about one tensor: which record holds its numbers and how many bytes of it the tensor reaches over.
struct TensorClaim {
    std::string record; ///< name within the archive's data folder, e.g. "12"
    std::int64_t bytes = 0;
};

/// Reads the tensors of a TorchScript or state-dictionary pickle without building any object and without calling anything.
/// ModelDamaged when the pickle is malformed, uses unknown operations, or claims impossible sizes.
[[nodiscard]] Result<std::vector<TensorClaim>> tensorClaims(std::string_view pickle);

} // namespace shotlab::engine
