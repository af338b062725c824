// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include "lab/Comparison.h"
#include "lab/Lab.h"
#include "runner/LabEditor.h"

/// Small labs for tests of the runner, and the engine that pretends to be one.
namespace shotlab::support
{

/// Longest wait in milliseconds for something that takes a moment on an idle machine.
constexpr int kPatience = 30'000;

/// The program built from FakeEngine.cpp.
[[nodiscard]] QString fakeEngine();
/// Sets what the engine does for as long as the object lives, see FakeEngine.cpp; collects what it was told.
class EngineScript
{
public:
    explicit EngineScript(const QString &wishes = {});
    ~EngineScript();
    EngineScript(const EngineScript &) = delete;
    EngineScript &operator=(const EngineScript &) = delete;

    void setWishes(const QString &wishes);
    /// Lines of the log that begin with prefix, without it.
    [[nodiscard]] QStringList told(const QString &prefix) const;
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// A picture as PNG bytes; equal numbers give equal pictures.
[[nodiscard]] QByteArray picture(int number, int side = 8);
/// One folder per class with that many pictures each.
void makePictureFolders(const QString &folder, const std::vector<std::pair<QString, int>> &classes);

/// A model file that the fake engine accepts, with a card that names the source labels.
[[nodiscard]] LabModel modelAt(const QString &path, const std::vector<std::string> &sourceLabels = {});

[[nodiscard]] importer::ImportedData importedData(const std::vector<std::pair<std::string, int>> &classes);
/// A lab at path with a model beside it and so many examples per class.
[[nodiscard]] std::unique_ptr<runner::LabEditor> makeLab(const QString &path,
                                                         const std::vector<std::pair<std::string, int>> &classes,
                                                         const std::vector<std::string> &sourceLabels = {});

/// Arms with their defaults.
[[nodiscard]] ComparisonPlan planOf(const std::vector<ArmKind> &arms, const std::vector<Shots> &shots, int draws,
                                    const ModelCard &card);

} // namespace shotlab::support
