// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>

#include "Commands.h"
#include "Console.h"

#include "store/LabStore.h"
#include "text/Sentences.h"

namespace shotlab::cli
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rescue)
};

} // namespace

int runCommand(const RescueArguments &arguments)
{
    const QString path = QString::fromStdString(arguments.lab);
    if (const Done done = store::LabStore::salvage(QString::fromStdString(arguments.damaged), path); !done)
        return failWith(done.error());
    const auto lab = store::LabStore::open(path, store::Access::ReadOnly);
    if (!lab)
        return failWith(lab.error());
    const auto classes = (*lab)->classes();
    const auto examples = (*lab)->examples();
    const auto comparisons = (*lab)->comparisons();
    if (!classes || !examples || !comparisons)
        return failWith(!classes ? classes.error() : !examples ? examples.error() : comparisons.error());
    say(Words::tr("%1: saved were %2, %3, comparisons: %4.")
            .arg(path, text::classesText(static_cast<std::int64_t>(classes->size())),
                 text::examplesText(static_cast<std::int64_t>(examples->size())),
                 text::numberText(static_cast<std::int64_t>(comparisons->size()))));
    return kDone;
}

} // namespace shotlab::cli
