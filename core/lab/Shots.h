// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace shotlab
{

/// k: labelled examples per class that one run may learn from; 0, a number, or all of the pool.
class Shots
{
public:
    constexpr Shots() = default;
    constexpr explicit Shots(int perClass) : m_perClass(perClass) { }
    [[nodiscard]] static constexpr Shots all() { return Shots(std::numeric_limits<int>::max()); }

    [[nodiscard]] constexpr bool isAll() const { return m_perClass == std::numeric_limits<int>::max(); }
    /// Only meaningful when !isAll().
    [[nodiscard]] constexpr int perClass() const { return m_perClass; }

    [[nodiscard]] std::string toString() const { return isAll() ? "all" : std::to_string(m_perClass); }
    /// "0", "5" or "all"; nothing for anything else.
    [[nodiscard]] static std::optional<Shots> fromString(std::string_view text);

    /// "all" sorts behind every number.
    constexpr auto operator<=>(const Shots &) const = default;

private:
    int m_perClass = 0;
};

} // namespace shotlab
