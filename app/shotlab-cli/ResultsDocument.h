// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include "runner/Views.h"

namespace shotlab::cli
{

/// The document that scripts read: comparison, model, classes, test_size, results, findings, skipped. Accuracy in 0..1,
/// k a number or "all", null where something is undefined.
[[nodiscard]] nlohmann::ordered_json resultsDocument(const runner::ComparisonView &comparison, const std::string &modelName);

/// The results as comma separated values (RFC 4180), one line per arm and k.
[[nodiscard]] QString resultsCsv(const runner::ComparisonView &comparison);

/// The same for people: arms down, k across, "95.0 ± 1.2 (20)", then what this shows with its evidence and what was left out.
[[nodiscard]] QString resultsTable(const runner::ComparisonView &comparison);

} // namespace shotlab::cli
