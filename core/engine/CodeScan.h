// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shotlab::engine
{

/// What TorchScript source would do that no picture classifier needs: "writes-file" (save), "reads-file" (from_file),
/// "runs-on-load" (__setstate__). Nothing when it does none of it. Comments and strings count too: a false alarm costs
/// less than a file written. Source nested so deeply that LibTorch's parser would run out of stack is "nested".
[[nodiscard]] std::optional<std::string> unsafeAct(std::string_view source);

} // namespace shotlab::engine
