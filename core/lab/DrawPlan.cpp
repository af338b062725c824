// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/DrawPlan.h"

#include <algorithm>
#include <map>

namespace shotlab
{

namespace
{

std::uint64_t splitMix(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

/// FNV-1a over a text: the same on every machine, unlike std::hash.
std::uint64_t textSeed(const std::string &text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

/// A lot: everybody gets a number from seed and content; the smallest numbers win. Unlike a shuffle it does not depend on the
/// order of the examples, and adding one leaves the order of the others as it was.
struct Ticket {
    std::uint64_t number = 0;
    std::string key; // settles equal numbers
    std::size_t index = 0;

    auto operator<=>(const Ticket &) const = default;
};

std::vector<std::size_t> drawnOrder(const std::vector<std::string> &keys, std::uint64_t seed)
{
    std::vector<Ticket> tickets;
    tickets.reserve(keys.size());
    std::map<std::string, std::uint64_t> copies; // equal contents still get different numbers
    for (std::size_t i = 0; i < keys.size(); ++i)
        tickets.push_back({mixedSeed({seed, textSeed(keys[i]), copies[keys[i]]++}), keys[i], i});
    std::sort(tickets.begin(), tickets.end());
    std::vector<std::size_t> order;
    order.reserve(keys.size());
    for (const Ticket &ticket : tickets)
        order.push_back(ticket.index);
    return order;
}

constexpr std::uint64_t kTestSetStream = 0x7E57;
constexpr std::uint64_t kDrawStream = 0xD4A3;

} // namespace

std::uint64_t mixedSeed(std::initializer_list<std::uint64_t> parts)
{
    std::uint64_t seed = 0x243F6A8885A308D3ULL;
    for (const std::uint64_t part : parts)
        seed = splitMix(seed ^ splitMix(part));
    return seed;
}

int testShare(int examplesInClass)
{
    constexpr int kMost = 100;
    if (examplesInClass < 2)
        return 0;
    return std::clamp(examplesInClass / 3, 1, kMost);
}

std::vector<ExampleId> dealTestSet(const std::vector<Example> &examplesOfClass, std::uint64_t seed, std::optional<int> share)
{
    // Lots are drawn by groups: a picture and its near-copies (same group, or the same bytes) go together.
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < examplesOfClass.size(); ++i) {
        const Example &example = examplesOfClass[i];
        groups[example.group.empty() ? "#" + example.hash : "g" + example.group].push_back(i);
    }
    std::vector<std::string> names;
    for (const auto &[name, members] : groups)
        names.push_back(name);

    const auto wanted = static_cast<std::size_t>(share.value_or(testShare(static_cast<int>(examplesOfClass.size()))));
    std::vector<ExampleId> chosen;
    const auto take = [&](const std::vector<std::size_t> &members) {
        for (const std::size_t member : members)
            chosen.push_back(examplesOfClass[member].id);
    };
    const std::vector<std::size_t> order = drawnOrder(names, mixedSeed({seed, kTestSetStream}));
    for (const std::size_t index : order) {
        const std::vector<std::size_t> &members = groups[names[index]];
        if (chosen.size() + members.size() <= wanted)
            take(members);
    }
    // Every group is larger than the share: the smallest one goes whole, as long as something is left to learn from.
    if (chosen.empty() && wanted > 0) {
        const std::size_t smallest = *std::min_element(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return groups[names[a]].size() < groups[names[b]].size();
        });
        const std::vector<std::size_t> &members = groups[names[smallest]];
        if (members.size() < examplesOfClass.size())
            take(members);
        else
            take({members.begin(),
                  members.begin() + static_cast<std::ptrdiff_t>(wanted)}); // one group only: counts do not allow it
    }
    return chosen;
}

DrawPlan::DrawPlan(std::vector<std::vector<Example>> pool, std::uint64_t seed) : m_pool(std::move(pool)), m_seed(seed) { }

int DrawPlan::largestShots() const
{
    if (m_pool.empty())
        return 0;
    const auto smallest
        = std::min_element(m_pool.begin(), m_pool.end(), [](const auto &a, const auto &b) { return a.size() < b.size(); });
    return static_cast<int>(smallest->size());
}

std::vector<std::vector<ExampleId>> DrawPlan::order(int draw) const
{
    std::vector<std::vector<ExampleId>> result;
    result.reserve(m_pool.size());
    for (const std::vector<Example> &examples : m_pool) {
        std::vector<std::string> keys;
        keys.reserve(examples.size());
        for (const Example &example : examples)
            keys.push_back(example.hash);
        std::vector<ExampleId> ids;
        ids.reserve(examples.size());
        for (const std::size_t index : drawnOrder(keys, mixedSeed({m_seed, kDrawStream, static_cast<std::uint64_t>(draw)})))
            ids.push_back(examples[index].id);
        result.push_back(std::move(ids));
    }
    return result;
}

std::vector<std::vector<ExampleId>> DrawPlan::support(Shots shots, int draw) const
{
    // At k = all every draw holds the same examples; draw 0's order keeps "all" one and the same list.
    std::vector<std::vector<ExampleId>> result = order(shots.isAll() ? 0 : draw);
    if (!shots.isAll()) {
        for (std::vector<ExampleId> &ids : result)
            ids.resize(std::min(ids.size(), static_cast<std::size_t>(shots.perClass())));
    }
    return result;
}

} // namespace shotlab
