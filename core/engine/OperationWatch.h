// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include <c10/core/impl/LocalDispatchKeySet.h>

namespace shotlab::engine
{

/// While one of these lives, every LibTorch operation that its thread begins, in the forward or in the backward pass, first
/// looks at a flag and throws Cancelled when it is set: a run ends between two operations, not between two batches.
///
/// TorchScript's interpreter passes the exception on as a std::runtime_error of its own, so whoever catches anything else
/// looks at the flag too. Sits on a dispatch key that LibTorch keeps for tests (a RecordFunction callback cannot throw).
class StopBetweenOperations
{
public:
    explicit StopBetweenOperations(const std::atomic<bool> &stop);
    ~StopBetweenOperations();
    StopBetweenOperations(const StopBetweenOperations &) = delete;
    StopBetweenOperations &operator=(const StopBetweenOperations &) = delete;

private:
    const std::atomic<bool> *m_before;
    c10::impl::IncludeDispatchKeyGuard m_guard;
};

/// While one of these lives, the memory of every tensor that operations of its thread give back is counted, and kept: what a
/// training step on the same batch holds for its backward pass, at most.
class CountedResults
{
public:
    CountedResults();
    ~CountedResults();
    CountedResults(const CountedResults &) = delete;
    CountedResults &operator=(const CountedResults &) = delete;

    [[nodiscard]] std::int64_t bytes() const;

private:
    struct Count;
    std::unique_ptr<Count> m_count;
    Count *m_before;
    c10::impl::IncludeDispatchKeyGuard m_guard;

    friend struct OperationHook;
};

} // namespace shotlab::engine
