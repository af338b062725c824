// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include "models/Workspace.h"

namespace shotlab::shell
{

/// Writes a report of the shown comparison from what the workspace has: one file with everything in it, a PDF when the path ends
/// so, else a web page. False when it cannot be written, or when nothing is shown.
[[nodiscard]] bool saveReport(const models::Workspace &workspace, const QString &path);

/// Asks for the curves and mix-ups that a report tells of, waits for them, writes the report and deletes itself.
class ReportWriter : public QObject
{
    Q_OBJECT

public:
    ReportWriter(models::Workspace &workspace, const QString &path, QObject *parent = nullptr);

Q_SIGNALS:
    void finished(bool written); ///< once

private:
    void write();

    models::Workspace &m_workspace;
    QString m_path;
    bool m_done = false;
};

} // namespace shotlab::shell
