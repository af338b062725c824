// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "lab/Comparison.h"
#include "runner/SpeedBook.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// How much data one run of a comparison works on.
[[nodiscard]] RunSize sizeOf(const Comparison &comparison, const RunKey &key);

/// What the runs would take: per arm, with the passing of features counted once for all arms that read the same features.
/// measured is true when every arm in it was timed on this machine.
[[nodiscard]] PlanEstimate estimateRuns(const Comparison &comparison, const std::vector<RunKey> &runs, const ModelSpeed &speed);

/// Seconds of one run without features, measured if possible.
[[nodiscard]] double secondsOf(const Comparison &comparison, const RunKey &key, const ModelSpeed &speed);

} // namespace shotlab::runner
