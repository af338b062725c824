// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "engine/RawExamples.h"
#include "engine/RowCache.h"

namespace shotlab::engine
{

/// Examples that methods look at.
struct LookedAt {
    std::vector<int> examples; ///< numbers in Examples
    RowCache &rows;
    RawExamples &raw;
    std::function<at::Tensor()> features; ///< [n, F] of the examples
    std::function<void()> check; ///< between two batches
};

/// What one method has learnt, ready to answer.
class Learnt
{
public:
    virtual ~Learnt() = default;
    /// [n, classes]
    [[nodiscard]] virtual at::Tensor probabilities(const LookedAt &lookedAt) const = 0;
    /// Memory it holds beyond what the model needs anyway.
    [[nodiscard]] virtual std::int64_t bytes() const = 0;
};

/// What runs have learnt, by name: those used last, as many as there is room for.
class Kept
{
public:
    explicit Kept(std::int64_t limit) : m_limit(limit) { }

    /// In place of what has that name. The newest stays even where it alone is more than the limit.
    void put(const std::string &name, std::shared_ptr<const Learnt> learnt);
    /// None when nothing is kept under that name.
    [[nodiscard]] std::shared_ptr<const Learnt> find(const std::string &name);
    void clear();

private:
    std::list<std::pair<std::string, std::shared_ptr<const Learnt>>> m_kept; ///< used last first
    std::int64_t m_limit;
    std::int64_t m_bytes = 0;
};

} // namespace shotlab::engine
