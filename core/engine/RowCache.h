// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <ATen/core/Tensor.h>

#include "engine/Cut.h"
#include "engine/Examples.h"
#include "engine/Network.h"
#include "engine/RowDisk.h"

namespace shotlab::engine
{

/// Examples that pass a suffix together.
struct FrontierPart {
    std::vector<c10::IValue> values; ///< what the suffix takes
    std::vector<int> positions; ///< of the examples, in what was asked for
};

/// Rows that stand for these positions (all from 0, each once), put in their order.
[[nodiscard]] at::Tensor inOrder(const at::Tensor &rows, const std::vector<int> &positions);

/// Everything the numbers of a row depend on beside its cut and example: what they are computed with, and where.
/// modelContents: see OpenedModel.
[[nodiscard]] std::string originOfRows(const Network &network, const std::string &modelContents);

/// What a network's frozen part makes of every example, kept per cut: computed once, used by every draw and arm with the
/// same cut. Examples are given with their view (ExampleView.h). Example by example the numbers do not depend on which
/// examples were computed together or before: batches are always of a fixed size, that of the cut or, of
/// sentences, of their length.
class RowCache
{
public:
    using Progress = std::function<void(int done, int total)>;

    /// Rows kept from one session to the next, and what they depend on beside cut and example, as text.
    struct Kept {
        RowDisk disk;
        std::string origin;
    };

    /// limit in bytes for all cuts together; what does not fit is computed again whenever it is needed.
    RowCache(std::shared_ptr<const Network> network, Examples &examples, std::int64_t limit, Kept kept);

    /// Computes the rows of those examples that are neither here nor on the disk. Throws Cancelled when stop is set, between
    /// two batches. Returns how many had to be computed.
    int prepare(const Cut &cut, const std::vector<int> &examples, const Progress &progress, const std::atomic<bool> &stop);

    /// The rows of the examples put together, one tensor [n, ...] per value at the cut. The examples have one length where
    /// the cut's rows are not alike.
    [[nodiscard]] std::vector<at::Tensor> gather(const Cut &cut, const std::vector<int> &examples);

    /// Values the suffix takes for these examples: sentences of different lengths in several parts, unless the cut takes
    /// inputs; then the shorter ones are padded to the longest.
    [[nodiscard]] std::vector<FrontierPart> frontier(const Cut &cut, const std::vector<int> &examples);

    /// Positions of the examples dealt to batches of at most `size` that pass together in one part, whatever their order.
    [[nodiscard]] std::vector<std::vector<int>> batches(const std::vector<int> &examples, std::size_t size);
    /// Places a sentence takes, padding included; 0 for pictures.
    [[nodiscard]] int lengthOf(int example);

private:
    struct Store {
        std::vector<at::Tensor> columns; ///< [capacity, ...] each
        std::unordered_map<int, std::int64_t> row; ///< of each example
        std::int64_t capacity = 0;
        std::int64_t bytes = 0;
        std::unique_ptr<RowDisk::File> file; ///< set with the first use
    };

    [[nodiscard]] at::Tensor inputs(const std::vector<int> &examples) const;
    [[nodiscard]] std::size_t sizeOf(const Cut &cut, const std::vector<int> &batch);
    [[nodiscard]] std::vector<at::Tensor> computed(const Cut &cut, const std::vector<int> &examples, std::size_t size) const;
    [[nodiscard]] std::size_t batchOf(int length) const;
    [[nodiscard]] int rowLength(const Cut &cut, int example);
    [[nodiscard]] static std::string keyOf(const Cut &cut, int length);
    [[nodiscard]] Store &store(const Cut &cut, int length);
    [[nodiscard]] bool restore(const Cut &cut, int length, std::vector<int> &missing);
    bool makeRoom(const std::string &key, std::int64_t bytes);
    [[nodiscard]] std::vector<std::string> hashes(const std::vector<int> &examples) const;
    void keep(Store &store, const std::vector<int> &examples, const std::vector<at::Tensor> &rows);

    std::shared_ptr<const Network> m_network;
    Examples &m_examples;
    std::int64_t m_limit;
    Kept m_kept;
    std::int64_t m_bytes = 0;
    std::unordered_map<std::string, Store> m_stores;
    std::list<std::string> m_recent; ///< keys, last used first
};

} // namespace shotlab::engine
