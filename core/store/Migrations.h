// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include <QString>
#include <QStringList>

#include "lab/Result.h"

namespace shotlab::store
{

class Database;

/// "ShLb" in ASCII: marks a SQLite file as a lab (bytes 68 to 71 of the file).
constexpr int kApplicationId = 0x53684C62;

/// Scripts that lead from each version to the next: the first makes version 1 of an empty file. Forward only.
[[nodiscard]] const QStringList &migrations();
/// The version that this program reads and writes.
[[nodiscard]] int latestVersion();

/// Brings the file from the version it has to scripts.size(), in one transaction together with application_id and
/// user_version: it either gets there or stays as it was.
[[nodiscard]] Done migrate(Database &database, const QStringList &scripts = migrations());

/// Stands in for what a file of an earlier version lacks while it may only be read, as temporary views and tables that shadow
/// the file's own; the file is not touched.
[[nodiscard]] Done standIn(Database &database, int version);

/// The statements of a script: separated by lines of three dashes. Comments stay in.
[[nodiscard]] QStringList statements(const QString &script);

} // namespace shotlab::store
