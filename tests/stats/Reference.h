// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

/// Values written by tools/reference/stats_reference.py.
namespace shotlab::stats::reference
{

inline nlohmann::json load(const std::string &name)
{
    std::ifstream file(std::string(TEST_DATA) + "/" + name + ".json");
    return nlohmann::json::parse(file);
}

/// 0 or 1 (or -1) per draw and test example.
template<typename T> std::vector<std::vector<T>> table(const nlohmann::json &json)
{
    return json.get<std::vector<std::vector<T>>>();
}

inline bool close(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance * std::max({1e-12, std::abs(a), std::abs(b)});
}

} // namespace shotlab::stats::reference
