// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "lab/Comparison.h"
#include "lab/Result.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// The answers of every finished draw of a cell; empty where there is none.
using AnswersOf = std::function<Result<std::vector<std::vector<Prediction>>>(int arm, Shots shots)>;

/// The test examples behind one cell of the mix-ups of an arm at a k, with what every arm says to them. What is taken out of
/// the comparison says nothing.
[[nodiscard]] Result<MixUpExamplesView> mixUpExamples(const Comparison &comparison, int arm, Shots shots, int trueClass,
                                                      int answered, const AnswersOf &answersOf);

} // namespace shotlab::runner
