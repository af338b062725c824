// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "Arguments.h"

namespace shotlab::cli
{

/// Each runs the event loop until its work is done and returns the exit status: 0 done, 1 failed (one sentence on standard
/// error), 2 usage, 130 cancelled. A QCoreApplication must exist.
[[nodiscard]] int runCommand(const SampleArguments &arguments);
[[nodiscard]] int runCommand(const NewArguments &arguments);
[[nodiscard]] int runCommand(const InspectArguments &arguments);
[[nodiscard]] int runCommand(const CompareArguments &arguments);
[[nodiscard]] int runCommand(const ShowArguments &arguments);
[[nodiscard]] int runCommand(const RescueArguments &arguments);

} // namespace shotlab::cli
