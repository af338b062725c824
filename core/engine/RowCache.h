// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <unordered_map>
#include <vector>

#include <ATen/core/Tensor.h>

#include "engine/Cut.h"
#include "engine/Examples.h"
#include "engine/Network.h"

namespace shotlab::engine
{

/// What a network's frozen part makes of every example, kept per cut: computed once, used by every draw and arm with the
/// same cut. Example by example the numbers do not depend on which examples were computed together or before: batches
/// are always of the cut's fixed size.
class RowCache
{
public:
    using Progress = std::function<void(int done, int total)>;

    /// limit in bytes for all cuts together; what does not fit is computed again whenever it is needed.
    RowCache(std::shared_ptr<const Network> network, Examples &examples, std::int64_t limit);

    /// Computes the rows of those examples that are not here yet. Throws Cancelled when stop is set, between two batches.
    /// Returns how many had to be computed.
    int prepare(const Cut &cut, const std::vector<int> &examples, const Progress &progress, const std::atomic<bool> &stop);

    /// The rows of the examples put together, one tensor [n, ...] per value at the cut; for a cut that takes pictures the
    /// normalised batch.
    [[nodiscard]] std::vector<at::Tensor> gather(const Cut &cut, const std::vector<int> &examples);

    /// Values the suffix takes for these examples.
    [[nodiscard]] std::vector<c10::IValue> frontier(const Cut &cut, const std::vector<int> &examples);

private:
    struct Store {
        std::vector<at::Tensor> columns; ///< [capacity, ...] each
        std::unordered_map<int, std::int64_t> row; ///< of each example
        std::int64_t capacity = 0;
        std::int64_t bytes = 0;
    };

    [[nodiscard]] at::Tensor pictures(const std::vector<int> &examples) const;
    [[nodiscard]] std::vector<at::Tensor> computed(const Cut &cut, const std::vector<int> &examples) const;
    [[nodiscard]] Store &store(const Cut &cut);
    bool makeRoom(const Cut &cut, std::int64_t bytes);
    void keep(Store &store, const std::vector<int> &examples, const std::vector<at::Tensor> &rows);

    std::shared_ptr<const Network> m_network;
    Examples &m_examples;
    std::int64_t m_limit;
    std::int64_t m_bytes = 0;
    std::unordered_map<std::string, Store> m_stores;
    std::list<std::string> m_recent; ///< keys, last used first
};

} // namespace shotlab::engine
