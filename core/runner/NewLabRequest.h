// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

#include <QString>

namespace shotlab::runner
{

/// A new lab from a user's own data.
struct NewLabRequest {
    QString labPath;
    QString dataPath; ///< folder of class folders or table
    QString model; ///< bundled name or file; empty: the most suitable bundled one
    QString testPath; ///< the user's own test data; empty: a lot
    std::optional<double> testFraction; ///< 0..1: share of each class that the lot holds out; nothing: design default
    std::uint64_t seed = 1;
    QString contentColumn; ///< of a table: pictures or sentences; empty: by the usual names
    QString labelColumn;
};

} // namespace shotlab::runner
