// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QTimer>

#include "Commands.h"
#include "Console.h"
#include "Interrupt.h"

#include "importer/Importer.h"
#include "runner/LabSession.h"
#include "text/Sentences.h"

namespace shotlab::cli
{

namespace
{

using runner::LabSession;
using runner::LabViewPtr;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Create)
};

int listSamples()
{
    for (const std::string &name : importer::sampleNames()) {
        const auto about = importer::sampleInfo(name);
        if (!about)
            return failWith(about.error());
        say(QStringLiteral("%1  %2 (%3, %4)")
                .arg(QString::fromStdString(name).leftJustified(10), text::sampleText(QString::fromStdString(name)).title,
                     text::classesText(about->classes), text::contentText(about->modality, about->examples)));
    }
    return kDone;
}

/// What the numbers of the new lab would be wrong about without a word.
void report(const runner::DataCheck &check, Modality modality, int leftOut)
{
    if (check.reason)
        complain(Words::tr("%1 It was left out.").arg(text::errorText(*check.reason).what));
    const int learnt = check.count - leftOut; // exact copies are not
    if (check.kind != runner::CheckKind::Leak || learnt <= 0)
        return;
    const QString counted = text::contentText(modality, learnt);
    complain(learnt == 1
                 ? Words::tr("%1 is both in examples and test, and stays in both: results will look better than they are.").arg(counted)
                 : Words::tr("%1 are both in examples and test, and stay in both: results will look better than they are.").arg(counted));
}

/// Runs start in a session and waits until there is a lab or a reason why there is none.
int createLab(const std::function<void(LabSession &)> &start)
{
    LabSession session(LabSession::Options {});
    const Interrupt interrupt;
    LabViewPtr lab;
    QObject::connect(&session, &LabSession::labChanged, &session, [&](const LabViewPtr &view) { lab = view; });
    QObject::connect(&session, &LabSession::labFailed, &session,
                     [](const QString &, const Error &error) { QCoreApplication::exit(failWith(error)); });
    QObject::connect(&session, &LabSession::importFinished, &session, [&](int, const QStringList &) {
        if (!lab)
            return; // stopped
        for (const runner::DataCheck &check : lab->checks)
            report(check, lab->model ? lab->model->model.card.modality : Modality::Picture, lab->leftOut);
        if (lab->leftOut > 0)
            complain(Words::tr("%1 left out of learning: also in the test set.").arg(text::examplesText(lab->leftOut)));
        say(Words::tr("%1: %2, %3 to learn from, %4 held out for testing; model %5.")
                .arg(lab->path, text::classesText(static_cast<std::int64_t>(lab->classes.size())),
                     text::numberText(lab->poolCount), text::numberText(lab->testCount),
                     lab->model ? QString::fromStdString(lab->model->model.card.name) : QString()));
        QCoreApplication::exit(kDone);
    });
    QObject::connect(&interrupt, &Interrupt::asked, &session, [&] {
        session.stopImport();
        QCoreApplication::exit(kCancelled);
    });
    QTimer::singleShot(0, &session, [&] { start(session); });
    return QCoreApplication::exec();
}

} // namespace

int runCommand(const SampleArguments &arguments)
{
    if (arguments.name.empty())
        return listSamples();
    return createLab([&](LabSession &session) {
        session.createFromSample(QString::fromStdString(arguments.name), QString::fromStdString(arguments.lab));
    });
}

int runCommand(const NewArguments &arguments)
{
    runner::NewLabRequest request;
    request.labPath = QString::fromStdString(arguments.lab);
    request.dataPath = QString::fromStdString(arguments.data);
    request.model = QString::fromStdString(arguments.model);
    request.seed = arguments.seed;
    request.contentColumn = QString::fromStdString(arguments.contentColumn);
    request.labelColumn = QString::fromStdString(arguments.labelColumn);
    bool isNumber = false;
    const QString test = QString::fromStdString(arguments.test);
    const double fraction = test.toDouble(&isNumber);
    if (isNumber && !(fraction > 0 && fraction < 1)) {
        complain(Words::tr("The share of the test set must lie between 0 and 1, and %1 does not.").arg(test));
        return kUsage;
    }
    if (isNumber)
        request.testFraction = fraction;
    else
        request.testPath = test;
    return createLab([&](LabSession &session) { session.createLab(request); });
}

} // namespace shotlab::cli
