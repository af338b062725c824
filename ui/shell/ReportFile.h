// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "models/Workspace.h"

namespace shotlab::shell
{

/// Writes a report of the shown comparison: one file with everything in it, a PDF when the path ends so, else a web page.
/// False when it cannot be written, or when nothing is shown.
[[nodiscard]] bool saveReport(const models::Workspace &workspace, const QString &path);

} // namespace shotlab::shell
