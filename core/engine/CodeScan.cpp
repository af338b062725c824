// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/CodeScan.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace shotlab::engine
{

namespace
{

struct Forbidden {
    std::string_view name;
    std::string_view act;
};

constexpr std::array<Forbidden, 3> kForbidden {{
    {"save", "writes-file"},
    {"from_file", "reads-file"},
    {"__setstate__", "runs-on-load"},
}};

bool isWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// As a whole word anywhere: blanks, comments and line breaks may stand between a name and its call.
bool mentions(std::string_view source, std::string_view name)
{
    for (std::size_t at = source.find(name); at != std::string_view::npos; at = source.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !isWordCharacter(source[at - 1])) && (end == source.size() || !isWordCharacter(source[end])))
            return true;
    }
    return false;
}

int deepestNesting(std::string_view source)
{
    int depth = 0;
    int deepest = 0;
    for (const char c : source) {
        if (c == '(' || c == '[' || c == '{')
            deepest = std::max(deepest, ++depth);
        else if (c == ')' || c == ']' || c == '}')
            --depth;
    }
    return deepest;
}

} // namespace

std::optional<std::string> unsafeAct(std::string_view source)
{
    constexpr int kDeepest = 500; // real models stay below 30; 200,000 overflow the parser's stack
    for (const Forbidden &forbidden : kForbidden) {
        if (mentions(source, forbidden.name))
            return std::string(forbidden.act);
    }
    if (deepestNesting(source) > kDeepest)
        return "nested";
    return std::nullopt;
}

} // namespace shotlab::engine
