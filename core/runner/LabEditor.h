// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QByteArray>

#include "importer/Importer.h"
#include "runner/ClassWords.h"
#include "runner/LabData.h"
#include "store/LabStore.h"

namespace shotlab::runner
{

/// Changes to an open lab, each of which can be undone until the lab is closed. Keeps the test set dealt as the rules say
/// and a copy of the lab's data that is always what the file holds.
class LabEditor
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LabEditor>> over(std::unique_ptr<store::LabStore> store);

    [[nodiscard]] store::LabStore &store() { return *m_store; }
    [[nodiscard]] const store::LabStore &store() const { return *m_store; }
    [[nodiscard]] const LabData &data() const { return m_data; }
    [[nodiscard]] const std::string &dataHash() const { return m_dataHash; }
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }

    Done rename(const std::string &title);
    Done addClass(const std::string &name); ///< nothing happens when the name is empty or there already
    Done renameClass(ClassId id, const std::string &name);
    Done removeClass(ClassId id);
    Done setLinks(ClassId id, const std::vector<int> &links);
    /// Name and description for the model, names for people. Links are not touched.
    Done setWords(ClassId id, const ClassWords &words);
    Done moveExamples(const std::vector<ExampleId> &ids, ClassId to);
    Done removeExamples(const std::vector<ExampleId> &ids);
    /// What people say about cells of a comparison; the others stay as they are.
    Done setMarks(ComparisonId id, const CellMarks &marks);
    /// Adds what was imported: all of it to one class, or to classes of the same names, which are made where missing.
    /// The number of examples added.
    [[nodiscard]] Result<int> addImported(const importer::ImportedData &data, std::optional<ClassId> into = std::nullopt);
    /// bytes: the file of an own model that is to be embedded. Links follow the names of the labels they pointed to.
    Done setModel(const LabModel &model, const QByteArray &bytes);

    Done undo();
    Done redo();
    /// What was done so far is part of making the lab.
    void forgetHistory();

    /// Deals what is missing and locks the test set for good: from here on new examples go to the pool.
    Done lockTestSet();
    /// Replaces the lot by a test set of the user's choice.
    Done setUserTestSet(const std::vector<ExampleId> &test);

private:
    using Action = std::function<Done()>;
    struct Step {
        Action undo;
        Action redo;
    };

    explicit LabEditor(std::unique_ptr<store::LabStore> store) : m_store(std::move(store)) { }

    /// Does it, and remembers how to take it back.
    Done perform(const Action &action, const Action &inverse);
    Done travel(std::vector<Step> &from, std::vector<Step> &to, Action Step::*direction);
    Done reload();
    Done deal();
    Done readComparedForms();
    Done updateClasses(const std::vector<LabClass> &classes);
    [[nodiscard]] const LabClass *find(ClassId id) const;
    [[nodiscard]] Result<ClassId> classFor(const importer::ImportedClass &imported, std::vector<ClassId> &made);
    [[nodiscard]] std::vector<int> linksFor(const importer::ImportedClass &imported) const;

    std::unique_ptr<store::LabStore> m_store;
    LabData m_data;
    std::string m_dataHash;
    std::vector<Step> m_undo;
    std::vector<Step> m_redo;
};

} // namespace shotlab::runner
