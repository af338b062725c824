// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "runner/LabData.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// Fewer pictures to learn from than this in a class are pointed out.
constexpr int kFewExamples = 5;
/// The largest class has more than this many times the examples of the smallest.
constexpr int kUnbalanced = 3;

/// What is worth a look before comparing: the same content twice in the pool (all copies but the first are listed; texts are
/// compared in Unicode NFC with their ends trimmed), contents
/// or groups on both sides of the split, small classes, uneven classes, classes that zero-shot cannot name.
[[nodiscard]] std::vector<DataCheck> checkData(const LabData &data);

} // namespace shotlab::runner
