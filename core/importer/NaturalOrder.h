// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace shotlab::importer
{

/// Order of names as people expect it: "class 2" before "class 10", upper and lower case together. A total order that is the
/// same on every machine, whatever its language (the numbers of classes, and so all results, hang on it).
[[nodiscard]] bool naturallyBefore(const QString &a, const QString &b);

} // namespace shotlab::importer
