// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReportCommand.h"

#include <cstdio>

#include <QCoreApplication>
#include <QFileInfo>

#include "models/Workspace.h"
#include "runner/LabSession.h"
#include "shell/ReportFile.h"
#include "shell/SessionThread.h"
#include "text/Sentences.h"

namespace shotlab::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)
};

void giveUp(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    QCoreApplication::exit(EXIT_FAILURE);
}

} // namespace

int writeReport(shell::SessionThread &session, models::Workspace &workspace, const QString &lab, const QString &file)
{
    QObject waiting; // ends what is connected below
    bool begun = false;
    QObject::connect(&session.session(), &runner::LabSession::labFailed, &waiting,
                     [](const QString &, const Error &error) { giveUp(text::errorSentence(error)); });
    const auto begin = [&] {
        const runner::LabViewPtr &view = workspace.lab();
        if (begun || !view || (view->model && view->model->opening)) // the layers give the methods their names
            return;
        if (view->comparisons.empty()) {
            giveUp(Words::tr("Nothing has been compared in %1 yet. Run a comparison first.").arg(QFileInfo(lab).fileName()));
            return;
        }
        if (!workspace.comparison())
            return;
        begun = true;
        auto *writer = new shell::ReportWriter(workspace, file, &waiting);
        QObject::connect(writer, &shell::ReportWriter::finished, &waiting, [file](bool written) {
            if (written)
                QCoreApplication::exit(EXIT_SUCCESS);
            else
                giveUp(Words::tr("%1 could not be written. Choose another folder, or free some space.").arg(file));
        });
    };
    QObject::connect(&workspace, &models::Workspace::labChanged, &waiting, begin);
    QObject::connect(&workspace, &models::Workspace::comparisonChanged, &waiting, begin);
    session.openLabReadOnly(QFileInfo(lab).absoluteFilePath());
    return QCoreApplication::exec();
}

} // namespace shotlab::app
