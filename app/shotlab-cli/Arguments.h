// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What was typed, one struct per command.
namespace shotlab::cli
{

struct SampleArguments {
    std::string name; ///< empty: list the samples
    std::string lab;
};

struct NewArguments {
    std::string lab;
    std::string model;
    std::string data;
    std::string test; ///< folder, table or fraction; empty: the default lot
    std::uint64_t seed = 1;
    std::string contentColumn;
    std::string labelColumn;
};

struct InspectArguments {
    std::string model;
    bool json = false;
};

struct CompareArguments {
    std::string lab;
    std::vector<std::string> arms; ///< empty: those that are on by default
    std::vector<std::string> shots; ///< empty: the default list
    int draws = 0; ///< 0: the defaults
    std::optional<std::uint64_t> seed; ///< nothing: the lab's
    int views = 1; ///< versions in which each picture to learn from is shown
    std::vector<std::string> train; ///< patterns of layers for chosen-layers
    std::vector<std::string> settings; ///< ARM.KEY=VALUE
    bool fresh = false;
    int threads = 0; ///< 0: physical cores
    bool json = false;
};

struct ShowArguments {
    std::string lab;
    std::int64_t comparison = 0; ///< 0: the latest
    bool json = false;
    bool csv = false;
};

struct RescueArguments {
    std::string damaged;
    std::string lab;
};

using Command = std::variant<SampleArguments, NewArguments, InspectArguments, CompareArguments, ShowArguments, RescueArguments>;

/// The command that was typed, or the exit status when there is none to run (help was shown, or usage was wrong).
[[nodiscard]] std::variant<Command, int> parseArguments(int argc, char **argv);

} // namespace shotlab::cli
