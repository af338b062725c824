// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QTimer>

#include <nlohmann/json.hpp>

#include "Commands.h"
#include "Console.h"
#include "ResultsDocument.h"

#include "runner/LabSession.h"

namespace shotlab::cli
{

namespace
{

using runner::LabSession;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Show)
};

int print(const ShowArguments &arguments, const runner::ComparisonView &comparison, const runner::LabView &lab)
{
    if (arguments.json) {
        const std::string model = lab.model ? lab.model->model.card.name : std::string();
        say(QString::fromStdString(resultsDocument(comparison, model).dump(1)));
    } else {
        say(arguments.csv ? resultsCsv(comparison).chopped(1) : resultsTable(comparison)); // say ends the last line
    }
    return kDone;
}

} // namespace

int runCommand(const ShowArguments &arguments)
{
    LabSession session(LabSession::Options {});
    runner::LabViewPtr lab;
    runner::ComparisonViewPtr comparison;
    std::optional<Error> error;
    QObject::connect(&session, &LabSession::labChanged, [&](const runner::LabViewPtr &view) { lab = view; });
    QObject::connect(&session, &LabSession::comparisonChanged, [&](const runner::ComparisonViewPtr &view) { comparison = view; });
    QObject::connect(&session, &LabSession::labFailed, [&](const QString &, const Error &why) { error = why; });
    QObject::connect(&session, &LabSession::planRejected, [&](const Error &why) { error = why; });
    session.openLabReadOnly(QString::fromStdString(arguments.lab)); // reading a file takes no event loop
    if (!error && arguments.comparison > 0)
        session.showComparison(ComparisonId {arguments.comparison});
    if (error)
        return failWith(*error);
    if (!comparison) {
        complain(Words::tr("This lab holds no comparison yet. Run one with \"shotlab-cli compare\"."));
        return kFailed;
    }
    return print(arguments, *comparison, *lab);
}

} // namespace shotlab::cli
