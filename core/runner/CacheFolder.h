// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include <QString>

namespace shotlab::runner
{

/// What Shotlab keeps in the user's cache folder and can do without: "models", "features", "speed.json".
[[nodiscard]] QString cachePath(const QString &name);

/// Size in bytes of everything kept there. Walks over the files: not for the window's thread.
[[nodiscard]] std::int64_t cacheBytes();
/// Removes it. Runs already done stay in their labs; the next ones compute again what they need. Measured speeds are kept.
/// Not while a comparison runs. Walks over the files.
void clearCache();

} // namespace shotlab::runner
