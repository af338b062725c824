// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "Arguments.h"

#include "runner/Views.h"

namespace shotlab::cli
{

/// The default plan of the lab's model, changed as the command line asks. The model's layers must be known.
/// UnknownArm, UnknownSetting, BadSettingValue, UnknownLayerPattern.
[[nodiscard]] Result<ComparisonPlan> planFromArguments(const CompareArguments &arguments, const runner::LabView &lab);

} // namespace shotlab::cli
