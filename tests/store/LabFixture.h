// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include <QDir>
#include <QTemporaryDir>

#include "lab/Comparison.h"
#include "lab/DrawPlan.h"
#include "store/LabStore.h"

/// A small lab with classes and examples, and comparisons over it, for the tests of the store.
namespace shotlab::test
{

/// A folder of its own with a path for a lab that does not exist yet.
class LabFolder
{
public:
    [[nodiscard]] QString path(const QString &name = QStringLiteral("lab.shotlab")) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

using StorePtr = std::unique_ptr<store::LabStore>;

/// A new lab with `classes` classes of `perClass` examples each; the first third of each class is the test set.
[[nodiscard]] StorePtr makeLab(const QString &path, int classes = 3, int perClass = 9, int exampleBytes = 200);
[[nodiscard]] store::NewExample newExample(ClassId classId, int number, int bytes = 200);
[[nodiscard]] Result<std::vector<ExampleId>> addExamples(store::LabStore &store, const std::vector<store::NewExample> &examples);

/// Prototypes, linear probe and full fine-tuning at k = 1, 2 and all, with two draws.
[[nodiscard]] Comparison comparisonOver(const store::LabStore &store);
[[nodiscard]] DrawPlan drawsOver(const store::LabStore &store);
/// The comparison stored, with its id filled in.
[[nodiscard]] Comparison addedComparison(store::LabStore &store);

[[nodiscard]] RunSpec specFor(const Comparison &comparison, const DrawPlan &draws, const RunKey &key);
[[nodiscard]] RunResult someResult(const Comparison &comparison, int shift = 0);
[[nodiscard]] Provenance someProvenance();

/// The answer of `sql` (one number) straight from SQLite, without the store; -1 when it fails.
[[nodiscard]] qint64 asked(const QString &path, const QString &sql);
/// Runs a statement straight through SQLite.
bool poked(const QString &path, const QString &sql);
/// Takes away what version 5 of the file brought.
bool backToVersionFour(const QString &path);

} // namespace shotlab::test
