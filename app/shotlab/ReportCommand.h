// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace shotlab::models
{
class Workspace;
}

namespace shotlab::shell
{
class SessionThread;
}

namespace shotlab::app
{

/// Opens the lab for reading, writes a report of its latest comparison, and returns what main() should; a sentence on stderr where
/// that does not work. Runs the event loop meanwhile.
[[nodiscard]] int writeReport(shell::SessionThread &session, models::Workspace &workspace, const QString &lab, const QString &file);

} // namespace shotlab::app
