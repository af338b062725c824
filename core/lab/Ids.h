// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace shotlab
{

/// Row id of one kind of thing in one lab file. Distinct types, so that a class id never stands where an example id should.
template<typename Tag> struct Id {
    std::int64_t value = 0; ///< 0: not stored yet

    [[nodiscard]] bool isValid() const { return value > 0; }
    auto operator<=>(const Id &) const = default;
};

using ClassId = Id<struct ClassTag>;
using ExampleId = Id<struct ExampleTag>;
using ComparisonId = Id<struct ComparisonTag>;
using RunId = Id<struct RunTag>;

} // namespace shotlab

template<typename Tag> struct std::hash<shotlab::Id<Tag>> {
    std::size_t operator()(shotlab::Id<Tag> id) const noexcept { return std::hash<std::int64_t> {}(id.value); }
};
