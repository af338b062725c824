// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Programs.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>
#include <QVariant>

namespace shotlab::support
{

QJsonObject Outcome::json() const { return QJsonDocument::fromJson(output).object(); }

QString programPath(const QString &name) { return qEnvironmentVariable("SHOTLAB_BIN") + QLatin1Char('/') + name; }

Outcome runCli(const QStringList &arguments)
{
    const auto process = startCli(arguments);
    return outcomeOf(*process);
}

Outcome runProgram(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.start(programPath(name), arguments);
    return outcomeOf(process);
}

std::unique_ptr<QProcess> startCli(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(programPath(QStringLiteral("shotlab-cli")), arguments);
    return process;
}

Outcome outcomeOf(QProcess &process)
{
    Outcome outcome;
    if (!process.waitForFinished(kProgramMs))
        return outcome;
    if (process.exitStatus() == QProcess::NormalExit)
        outcome.status = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

bool waitForFinishedRuns(const QString &lab, int count)
{
    const QDeadlineTimer deadline(kProgramMs);
    while (!deadline.hasExpired()) {
        const auto rows = query(lab, QStringLiteral("SELECT count(*) FROM run WHERE status = 'finished'"));
        if (!rows.isEmpty() && rows.front().front().toInt() >= count)
            return true;
        QTest::qWait(20);
    }
    return false;
}

qint64 engineOf(const QProcess &process)
{
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(process.processId()));
    if (!children.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &child : children.readAll().split(' ')) {
        QFile name(QStringLiteral("/proc/%1/comm").arg(QString::fromLatin1(child)));
        if (!child.isEmpty() && name.open(QIODevice::ReadOnly) && name.readAll().startsWith("shotlab-engine"))
            return child.toLongLong();
    }
    return 0;
}

QList<QVariantList> query(const QString &lab, const QString &sql)
{
    const QString connection = QStringLiteral("reader");
    QList<QVariantList> rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(lab);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
        if (database.open()) {
            QSqlQuery select(database);
            select.setForwardOnly(true);
            select.exec(sql);
            while (select.next()) {
                QVariantList row;
                for (int column = 0; column < select.record().count(); ++column)
                    row.append(select.value(column));
                rows.append(row);
            }
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return rows;
}

} // namespace shotlab::support
