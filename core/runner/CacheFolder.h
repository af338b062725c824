// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace shotlab::runner
{

/// What Shotlab keeps in the user's cache folder and can do without: "models", "features", "speed.json".
[[nodiscard]] QString cachePath(const QString &name);

} // namespace shotlab::runner
