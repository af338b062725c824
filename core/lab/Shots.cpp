// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/Shots.h"

#include <charconv>

namespace shotlab
{

std::optional<Shots> Shots::fromString(std::string_view text)
{
    if (text == "all")
        return Shots::all();
    int perClass = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), perClass);
    if (error != std::errc() || end != text.data() + text.size() || perClass < 0 || Shots(perClass).isAll())
        return std::nullopt;
    return Shots(perClass);
}

} // namespace shotlab
