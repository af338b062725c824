// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace shotlab::engine
{

/// Physical cores this process may use: its affinity mask and its control group's quota respected, hyperthreads counted
/// once. At least 1.
[[nodiscard]] int usableCores();

/// LibTorch's threads (0 = usableCores()), and one for OpenBLAS where that brings a pool of its own, which would spin
/// against LibTorch's. Returns the number in use. Numbers depend on it: it is recorded with every run.
int useThreads(int threads);

/// Memory settings for large short-lived buffers: kept by the process instead of being mapped and zeroed anew for every
/// tensor. Call before the first tensor.
void tuneAllocator();

/// Gives memory that is free but kept for later back to the system: after something large that does not come again.
void giveBackMemory();

/// Peak resident memory of this process in bytes since resetPeakMemory(); 0 where the system does not tell.
[[nodiscard]] std::int64_t peakMemory();
/// The peak begins anew from what is resident now. Linux; elsewhere the peak stays that of the whole life.
void resetPeakMemory();

/// What a run may take beyond what this process has in use, in bytes: free memory of the machine and of the control groups
/// above this process, and what the allocator keeps for later.
[[nodiscard]] std::int64_t freeMemory();

/// What cached rows may take: a quarter of the machine's memory, at most 4 GiB.
[[nodiscard]] std::int64_t rowCacheLimit();

/// As the system names it ("AMD EPYC 9B45"), or empty: other processors round otherwise.
[[nodiscard]] std::string processorName();

/// "LibTorch 1.13.1"
[[nodiscard]] std::string libraryVersion();

} // namespace shotlab::engine
