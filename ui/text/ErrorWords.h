// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <QString>

namespace shotlab::text
{

/// What an error carries, the way sentences need it. A missing argument is empty: a sentence must never fail.
class ErrorArguments
{
public:
    explicit ErrorArguments(const std::vector<std::string> &arguments) : m_arguments(arguments) { }

    [[nodiscard]] QString at(std::size_t index) const;
    [[nodiscard]] QString file(std::size_t index) const; ///< last part of a path, in quotes; "This file" when there is none
    [[nodiscard]] QString folder(std::size_t index) const; ///< the folder a path lies in, in quotes
    [[nodiscard]] std::int64_t number(std::size_t index) const;
    /// A comma separated list with each part in quotes, at most four: “fox”, “owl” and 3 more.
    [[nodiscard]] QString quotedList(std::size_t index) const;

private:
    const std::vector<std::string> &m_arguments;
};

/// Names of all methods as the command line knows them, comma separated.
[[nodiscard]] QString allArmNames();

} // namespace shotlab::text
