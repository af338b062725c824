// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <variant>

#include <QCoreApplication>
#include <QLoggingCategory>

#include "Arguments.h"
#include "Commands.h"

#include "runner/LabSession.h"
#include "text/Language.h"

int main(int argc, char **argv)
{
    const auto parsed = shotlab::cli::parseArguments(argc, argv);
    if (const int *status = std::get_if<int>(&parsed))
        return *status;
    const QCoreApplication application(argc, argv);
    // Qt's picture readers print lines of their own about a broken file; here it is named in a sentence.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
    QCoreApplication::setApplicationName(QStringLiteral("shotlab-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SHOTLAB_VERSION));
    shotlab::runner::registerMetaTypes();
    shotlab::text::Translation translation;
    translation.choose(std::nullopt); // sentences in the language of the system; options and names stay what they are
    return std::visit([](const auto &command) { return shotlab::cli::runCommand(command); },
                      std::get<shotlab::cli::Command>(parsed));
}
