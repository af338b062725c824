// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace shotlab::runner
{

/// Physical cores this process may run on, at least 1: processors of its affinity mask, those that share a core counted
/// once (Linux: /sys/devices/system/cpu/cpuN/topology). Window and command line use the same number, since the order of
/// sums, and with it the last digits of a result, depends on it.
[[nodiscard]] int physicalCores();

} // namespace shotlab::runner
