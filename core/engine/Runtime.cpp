// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Runtime.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
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

/// Folders of the control groups above this process, innermost first.
template<typename Visit> void forEachGroup(const Visit &visit)
{
    std::string group = readFile("/proc/self/cgroup"); // "0::/path" under version 2
    if (group.rfind("0::", 0) != 0)
        return;
    group = group.substr(3, group.find('\n') - 3);
    for (; !group.empty(); group.resize(group.rfind('/') == std::string::npos ? 0 : group.rfind('/')))
        visit("/sys/fs/cgroup" + group);
}

/// Cores' worth of time the control groups above this process grant; none: no limit.
double groupQuota()
{
    double quota = INFINITY;
    forEachGroup([&quota](const std::string &folder) {
        std::istringstream line(readFile(folder + "/cpu.max"));
        double time = 0;
        double period = 0;
        if (line >> time >> period && period > 0) // "max 100000" sets no limit and does not read as a number
            quota = std::min(quota, time / period);
    });
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

void giveBackMemory() { malloc_trim(0); }

std::int64_t peakMemory()
{
    std::istringstream status(readFile("/proc/self/status"));
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0)
            return std::stoll(line.substr(6)) * 1024;
    }
    return 0;
}

void resetPeakMemory() { std::ofstream("/proc/self/clear_refs") << "5"; }

std::int64_t freeMemory()
{
    std::int64_t free = std::numeric_limits<std::int64_t>::max();
    std::istringstream machine(readFile("/proc/meminfo"));
    for (std::string line; std::getline(machine, line);) {
        if (line.rfind("MemAvailable:", 0) == 0)
            free = std::stoll(line.substr(13)) * 1024;
    }
    forEachGroup([&free](const std::string &folder) {
        std::istringstream limit(readFile(folder + "/memory.max")); // "max" sets no limit and does not read as a number
        std::istringstream used(readFile(folder + "/memory.current"));
        std::int64_t most = 0;
        std::int64_t current = 0;
        if (limit >> most && used >> current)
            free = std::min(free, std::max<std::int64_t>(0, most - current));
    });
    const auto kept = static_cast<std::int64_t>(mallinfo2().fordblks);
    return free > std::numeric_limits<std::int64_t>::max() - kept ? free : free + kept;
}

std::int64_t rowCacheLimit()
{
    constexpr std::int64_t kMost = 4LL << 30;
    const std::int64_t memory = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return std::min(kMost, memory / 4);
}

std::string processorName()
{
    std::istringstream info(readFile("/proc/cpuinfo"));
    for (std::string line; std::getline(info, line);) {
        if (line.rfind("model name", 0) == 0)
            return line.substr(std::min(line.size(), line.find(':') + 2));
    }
    return {};
}

std::string libraryVersion() { return std::string("LibTorch ") + TORCH_VERSION; }

} // namespace shotlab::engine
