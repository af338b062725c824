// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lab/Ids.h"
#include "lab/Lab.h"
#include "lab/Shots.h"

namespace shotlab
{

/// Deals test sets and support sets. Everything depends on seeds and content hashes only, never on row ids or on the
/// order in which examples were added, so two labs with the same data and seed agree.

/// Test examples per class: min(100, floor(n / 3)), at least 1; 0 when the class has fewer than 2 examples.
[[nodiscard]] int testShare(int examplesInClass);

/// Chooses by lot which of one class's examples are held out. Examples that share a hash or a non-empty group stay on
/// the same side where the counts allow it, so that no near-copy of a test picture can be learnt from.
/// share: how many; nothing = testShare of the class.
[[nodiscard]] std::vector<ExampleId> dealTestSet(const std::vector<Example> &examplesOfClass, std::uint64_t seed,
                                                 std::optional<int> share = std::nullopt);

/// Nested support sets: the order in which one draw takes the examples of each class.
class DrawPlan
{
public:
    /// pool: per class, the examples that may be learnt from.
    DrawPlan(std::vector<std::vector<Example>> pool, std::uint64_t seed);

    /// Size of the smallest class's pool: the largest k that can be drawn.
    [[nodiscard]] int largestShots() const;
    [[nodiscard]] int classCount() const { return static_cast<int>(m_pool.size()); }
    [[nodiscard]] int poolSize(int classIndex) const
    {
        return static_cast<int>(m_pool[static_cast<std::size_t>(classIndex)].size());
    }

    /// Per class the examples of this draw in order; the first k are the support set at k (so k = 1 is part of k = 2).
    [[nodiscard]] std::vector<std::vector<ExampleId>> order(int draw) const;
    /// The support set; at k = all every example of the pool, whatever the draw.
    [[nodiscard]] std::vector<std::vector<ExampleId>> support(Shots shots, int draw) const;

private:
    std::vector<std::vector<Example>> m_pool;
    std::uint64_t m_seed = 0;
};

/// Mixes numbers into one well-spread 64-bit seed (SplitMix64 finaliser, Steele et al. 2014).
[[nodiscard]] std::uint64_t mixedSeed(std::initializer_list<std::uint64_t> parts);

} // namespace shotlab
