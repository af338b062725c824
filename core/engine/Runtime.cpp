// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Runtime.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include <dlfcn.h>
#include <malloc.h>
#include <sched.h>
#include <unistd.h>

#include <ATen/Parallel.h>
#include <torch/csrc/api/include/torch/version.h>

namespace shotlab::engine
{

namespace
{

std::string readFile(const std::string &path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

int allowedCores()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
        return 1;
    std::set<std::string> cores; // hyperthreads of one core share this list
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed))
            continue;
        const std::string siblings
            = readFile("/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/thread_siblings_list");
        cores.insert(siblings.empty() ? "cpu" + std::to_string(cpu) : siblings);
    }
    return static_cast<int>(cores.size());
}

/// Cores' worth of time the control groups above this process grant; none: no limit.
double groupQuota()
{
    double quota = INFINITY;
    std::string group = readFile("/proc/self/cgroup"); // "0::/path" under version 2
    if (group.rfind("0::", 0) != 0)
        return quota;
    group = group.substr(3, group.find('\n') - 3);
    for (; !group.empty(); group.resize(group.rfind('/') == std::string::npos ? 0 : group.rfind('/'))) {
        std::istringstream line(readFile("/sys/fs/cgroup" + group + "/cpu.max"));
        double time = 0;
        double period = 0;
        if (line >> time >> period && period > 0) // "max 100000" sets no limit and does not read as a number
            quota = std::min(quota, time / period);
    }
    return quota;
}

/// OpenBLAS's own switches; LibTorch loads it, so they are found at run time without linking to it.
void keepOpenBlasQuiet()
{
    constexpr int kOwnThreads = 1; // 0: none, 1: a pool of its own, 2: OpenMP, shared with LibTorch
    const auto parallel = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "openblas_get_parallel"));
    const auto setThreads = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    if (parallel != nullptr && setThreads != nullptr && parallel() == kOwnThreads)
        setThreads(1);
}

} // namespace

int usableCores()
{
    const double quota = groupQuota();
    const int cores = allowedCores();
    return std::max(1, std::isfinite(quota) ? std::min(cores, static_cast<int>(std::ceil(quota))) : cores);
}

int useThreads(int threads)
{
    const int count = threads > 0 ? threads : usableCores();
    at::set_num_threads(count);
    keepOpenBlasQuiet();
    return count;
}

void tuneAllocator()
{
    constexpr int kMapAbove = 1 << 30;
    constexpr int kTrimAbove = 2'000'000'000;
    constexpr int kGrowBy = 64 << 20;
    mallopt(M_MMAP_THRESHOLD, kMapAbove);
    mallopt(M_TRIM_THRESHOLD, kTrimAbove);
    mallopt(M_TOP_PAD, kGrowBy);
}

std::int64_t peakMemory()
{
    std::istringstream status(readFile("/proc/self/status"));
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0)
            return std::stoll(line.substr(6)) * 1024;
    }
    return 0;
}

std::int64_t rowCacheLimit()
{
    constexpr std::int64_t kMost = 4LL << 30;
    const std::int64_t memory = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return std::min(kMost, memory / 4);
}

std::string libraryVersion() { return std::string("LibTorch ") + TORCH_VERSION; }

} // namespace shotlab::engine
