// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

/// The built programs, run the way a shell runs them.
namespace shotlab::support
{

/// Long enough for a loaded machine.
constexpr int kProgramMs = 240'000;

struct Outcome {
    int status = -1; ///< -1: it crashed or did not end in time
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject json() const;
};

[[nodiscard]] QString programPath(const QString &name);
[[nodiscard]] Outcome runCli(const QStringList &arguments);
[[nodiscard]] Outcome runProgram(const QString &name, const QStringList &arguments);
/// Started, not waited for.
[[nodiscard]] std::unique_ptr<QProcess> startCli(const QStringList &arguments);
[[nodiscard]] Outcome outcomeOf(QProcess &process);

/// Waits until the lab holds at least so many finished runs; false when that takes too long.
[[nodiscard]] bool waitForFinishedRuns(const QString &lab, int count);
/// The engine that a running shotlab-cli started, 0 if there is none.
[[nodiscard]] qint64 engineOf(const QProcess &process);
/// Rows of one SQL query on a lab file, opened for reading.
[[nodiscard]] QList<QVariantList> query(const QString &lab, const QString &sql);

} // namespace shotlab::support
