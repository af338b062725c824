// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QTemporaryDir>

#include "SampleViews.h"
#include "importer/Importer.h"
#include "shell/MainWindow.h"

namespace shotlab::test
{

/// The window on commands that are only written down.
struct Desk {
    QTemporaryDir folder;
    RecordingCommands commands;
    models::Workspace workspace {commands, planFor};
    widgets::ThemeSwitch theme {*qApp};
    text::Translation translation;
    shell::MainWindow window {
        workspace, theme, {importer::resourceFolder(), folder.filePath(QStringLiteral("recent.ini")), &translation}};

    [[nodiscard]] QAbstractButton *button(const char *name) const
    {
        return window.findChild<QAbstractButton *>(QLatin1String(name));
    }
    void open(const std::shared_ptr<runner::LabView> &lab)
    {
        window.labOpened(lab->path);
        workspace.takeLab(lab);
    }
};

} // namespace shotlab::test
