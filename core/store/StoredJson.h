// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "lab/Comparison.h"
#include "lab/Result.h"

/// JSON columns of the lab file. Reading never throws: what cannot be understood gives an empty value.
namespace shotlab::store
{

[[nodiscard]] std::string dumped(const nlohmann::json &json); ///< invalid UTF-8 is replaced, never an exception
[[nodiscard]] nlohmann::json parsed(const std::string &text); ///< null when it is no JSON

[[nodiscard]] std::string displayToText(const std::map<std::string, std::string> &display);
[[nodiscard]] std::map<std::string, std::string> displayFromText(const std::string &text);
[[nodiscard]] std::string linksToText(const std::vector<int> &links);
[[nodiscard]] std::vector<int> linksFromText(const std::string &text);
[[nodiscard]] std::string tagsToText(const std::vector<std::string> &tags);
[[nodiscard]] std::vector<std::string> tagsFromText(const std::string &text);

/// Error codes are stored by name, because their numbers change when the list grows. An unknown name (of a newer
/// program) reads as Internal with the name as its argument.
[[nodiscard]] std::string errorToText(const Error &error);
[[nodiscard]] Error errorFromText(const std::string &text);
[[nodiscard]] std::string skippedToText(const std::vector<Skipped> &skipped);
[[nodiscard]] std::vector<Skipped> skippedFromText(const std::string &text);

} // namespace shotlab::store
