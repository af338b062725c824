// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/LabEditor.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "runner/ComparisonLayout.h"

namespace shotlab::runner
{

namespace
{

Result<store::NewExample> newExample(const importer::ImportedExample &imported, ClassId classId)
{
    auto bytes = imported.bytes.read();
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    auto thumbnail = imported.thumbnail.read();
    if (!thumbnail)
        return tl::unexpected(std::move(thumbnail.error()));
    store::NewExample example;
    example.classId = classId;
    example.role = imported.test ? Role::Test : Role::Pool;
    example.bytes = *std::move(bytes);
    example.hash = imported.hash;
    example.origin = imported.origin;
    example.originalHash = imported.originalHash;
    example.group = imported.group;
    example.width = imported.width;
    example.height = imported.height;
    example.thumbnail = *std::move(thumbnail);
    return example;
}

/// Links to labels of the same names in another list of labels; a class without any is linked by its own name.
std::vector<int> translated(const LabClass &labClass, const std::vector<std::string> &from, const std::vector<std::string> &to)
{
    std::vector<int> links;
    for (const int link : labClass.links) {
        if (link < 0 || static_cast<std::size_t>(link) >= from.size())
            continue;
        const std::string &label = from[static_cast<std::size_t>(link)];
        if (static_cast<std::size_t>(link) < to.size() && to[static_cast<std::size_t>(link)] == label)
            links.push_back(link);
        else if (const auto found = std::find(to.begin(), to.end(), label); found != to.end())
            links.push_back(static_cast<int>(found - to.begin()));
    }
    return links.empty() ? linksByName(labClass.name, to) : links;
}

Done allOf(const std::vector<ClassId> &ids, const std::function<Done(ClassId)> &action)
{
    for (const ClassId id : ids) {
        if (Done done = action(id); !done)
            return done;
    }
    return {};
}

} // namespace

Result<std::unique_ptr<LabEditor>> LabEditor::over(std::unique_ptr<store::LabStore> store)
{
    std::unique_ptr<LabEditor> editor(new LabEditor(std::move(store)));
    if (const Done loaded = editor->reload(); !loaded)
        return tl::unexpected(loaded.error());
    return editor;
}

Done LabEditor::rename(const std::string &title)
{
    const auto set = [this](const std::string &text) {
        LabInfo info = m_data.info;
        info.title = text;
        return m_store->setInfo(info);
    };
    return perform([set, title] { return set(title); }, [set, old = m_data.info.title] { return set(old); });
}

Done LabEditor::addClass(const std::string &name)
{
    const auto isThere = [&](const LabClass &known) { return sameName(known.name, name); };
    if (name.empty() || std::any_of(m_data.classes.begin(), m_data.classes.end(), isThere))
        return {};
    LabClass added;
    added.name = name;
    if (m_data.model)
        added.links = linksByName(name, m_data.model->card.sourceLabels);
    const auto id = std::make_shared<ClassId>();
    return perform(
        [this, added, id]() -> Done {
            if (id->isValid())
                return m_store->restoreClass(*id);
            const auto made = m_store->addClass(added);
            if (!made)
                return tl::unexpected(made.error());
            *id = *made;
            return {};
        },
        [this, id] { return m_store->removeClass(*id); });
}

Done LabEditor::renameClass(ClassId id, const std::string &name)
{
    const LabClass *labClass = find(id);
    if (!labClass || name.empty())
        return {};
    LabClass renamed = *labClass;
    renamed.name = name;
    renamed.display.clear(); // the other languages named what it was before
    if (renamed.links.empty() && m_data.model)
        renamed.links = linksByName(name, m_data.model->card.sourceLabels);
    return perform([this, renamed] { return m_store->updateClass(renamed); },
                   [this, old = *labClass] { return m_store->updateClass(old); });
}

Done LabEditor::removeClass(ClassId id)
{
    return perform([this, id] { return m_store->removeClass(id); }, [this, id] { return m_store->restoreClass(id); });
}

Done LabEditor::setLinks(ClassId id, const std::vector<int> &links)
{
    const LabClass *labClass = find(id);
    if (!labClass || labClass->links == links)
        return {};
    LabClass linked = *labClass;
    linked.links = links;
    return perform([this, linked] { return m_store->updateClass(linked); },
                   [this, old = *labClass] { return m_store->updateClass(old); });
}

Done LabEditor::setWords(ClassId id, const ClassWords &words)
{
    const LabClass *labClass = find(id);
    if (!labClass || words.name.empty())
        return {};
    LabClass changed = *labClass;
    changed.name = words.name;
    changed.description = words.description;
    changed.display = words.display;
    std::erase_if(changed.display, [](const auto &entry) { return entry.second.empty(); });
    if (changed == *labClass)
        return {};
    return perform([this, changed] { return m_store->updateClass(changed); },
                   [this, old = *labClass] { return m_store->updateClass(old); });
}

Done LabEditor::moveExamples(const std::vector<ExampleId> &ids, ClassId to)
{
    std::map<ClassId, std::vector<ExampleId>> origins;
    const std::set<ExampleId> moved(ids.begin(), ids.end());
    for (const Example &example : m_data.examples) {
        if (moved.contains(example.id) && example.classId != to)
            origins[example.classId].push_back(example.id);
    }
    if (origins.empty())
        return {};
    return perform([this, ids, to] { return m_store->moveExamples(ids, to); },
                   [this, origins]() -> Done {
                       for (const auto &[classId, examples] : origins) {
                           if (Done done = m_store->moveExamples(examples, classId); !done)
                               return done;
                       }
                       return {};
                   });
}

Done LabEditor::removeExamples(const std::vector<ExampleId> &ids)
{
    if (ids.empty())
        return {};
    return perform([this, ids] { return m_store->removeExamples(ids); }, [this, ids] { return m_store->restoreExamples(ids); });
}

Done LabEditor::setMarks(ComparisonId id, const CellMarks &marks)
{
    const auto comparison = m_store->comparison(id);
    if (!comparison)
        return tl::unexpected(comparison.error());
    CellMarks before;
    for (const auto &[cell, mark] : marks) {
        const auto known = comparison->marks.find(cell);
        before[cell] = known == comparison->marks.end() ? CellMark {} : known->second;
    }
    if (before == marks)
        return {};
    return perform([this, id, marks] { return m_store->setMarks(id, marks); },
                   [this, id, before] { return m_store->setMarks(id, before); });
}

Result<int> LabEditor::addImported(const importer::ImportedData &data, std::optional<ClassId> into)
{
    std::vector<ClassId> made;
    std::vector<std::pair<const importer::ImportedExample *, ClassId>> examples;
    for (const importer::ImportedClass &imported : data.classes) {
        if (into && imported.examples.empty())
            continue;
        const auto classId = into ? Result<ClassId>(*into) : classFor(imported, made);
        if (!classId)
            return tl::unexpected(classId.error());
        for (const importer::ImportedExample &example : imported.examples)
            examples.emplace_back(&example, *classId);
    }
    const auto added = m_store->addExamples(examples.size(), [&](std::size_t i) { return newExample(*examples[i].first, examples[i].second); });
    if (!added) {
        static_cast<void>(allOf(made, [this](ClassId id) { return m_store->removeClass(id); }));
        static_cast<void>(reload());
        return tl::unexpected(added.error());
    }
    const auto takeBack = [this, ids = *added, made]() -> Done {
        if (Done done = m_store->removeExamples(ids); !done)
            return done;
        return allOf(made, [this](ClassId id) { return m_store->removeClass(id); });
    };
    const auto again = [this, ids = *added, made]() -> Done {
        if (Done done = allOf(made, [this](ClassId id) { return m_store->restoreClass(id); }); !done)
            return done;
        return m_store->restoreExamples(ids);
    };
    m_undo.push_back({takeBack, again});
    m_redo.clear();
    if (const Done done = reload(); !done)
        return tl::unexpected(done.error());
    return static_cast<int>(added->size());
}

Done LabEditor::setModel(const LabModel &model, const QByteArray &bytes)
{
    QByteArray oldBytes;
    if (m_data.model && m_data.model->embedded) {
        auto kept = m_store->modelBytes();
        if (!kept)
            return tl::unexpected(kept.error());
        oldBytes = *kept;
    }
    static const std::vector<std::string> kNoLabels;
    std::vector<LabClass> relinked = m_data.classes;
    for (LabClass &labClass : relinked)
        labClass.links
            = translated(labClass, m_data.model ? m_data.model->card.sourceLabels : kNoLabels, model.card.sourceLabels);
    const auto set = [this](const LabModel &which, const QByteArray &file, const std::vector<LabClass> &classes) -> Done {
        if (Done done = m_store->setModel(which, file); !done)
            return done;
        return updateClasses(classes);
    };
    const Action change = [=] { return set(model, bytes, relinked); };
    if (!m_data.model) // a lab is never without a model again
        return perform(change, [this, classes = m_data.classes] { return updateClasses(classes); });
    return perform(change,
                   [set, old = *m_data.model, oldBytes, classes = m_data.classes] { return set(old, oldBytes, classes); });
}

Done LabEditor::undo() { return travel(m_undo, m_redo, &Step::undo); }

Done LabEditor::redo() { return travel(m_redo, m_undo, &Step::redo); }

void LabEditor::forgetHistory()
{
    m_undo.clear();
    m_redo.clear();
}

Done LabEditor::lockTestSet()
{
    if (Done done = deal(); !done)
        return done;
    if (m_data.info.testLocked)
        return {};
    LabInfo info = m_data.info;
    info.testLocked = true;
    if (Done done = m_store->setInfo(info); !done)
        return done;
    m_data.info = info;
    return {};
}

Done LabEditor::setUserTestSet(const std::vector<ExampleId> &test)
{
    LabInfo info = m_data.info;
    info.testByUser = true;
    if (Done done = m_store->setInfo(info); !done)
        return done;
    if (Done done = m_store->setTestSet(test); !done)
        return done;
    return reload();
}

Done LabEditor::perform(const Action &action, const Action &inverse)
{
    if (Done done = action(); !done) {
        static_cast<void>(reload()); // part of it may have been done
        return done;
    }
    m_undo.push_back({inverse, action});
    m_redo.clear();
    return reload();
}

Done LabEditor::travel(std::vector<Step> &from, std::vector<Step> &to, Action Step::*direction)
{
    if (from.empty())
        return {};
    if (Done done = (from.back().*direction)(); !done)
        return done;
    to.push_back(std::move(from.back()));
    from.pop_back();
    return reload();
}

Done LabEditor::reload()
{
    auto data = readLab(*m_store);
    if (!data)
        return tl::unexpected(data.error());
    data->comparedAs = std::move(m_data.comparedAs);
    m_data = std::move(*data);
    if (Done done = readComparedForms(); !done)
        return done;
    m_dataHash = runner::dataHash(m_data);
    const bool maySettle = m_store->access() == store::Access::ReadWrite && !m_data.info.testLocked;
    return maySettle ? deal() : Done {};
}

/// Of texts that have come since the last time.
Done LabEditor::readComparedForms()
{
    if (!m_data.isText())
        return {};
    for (const Example &example : m_data.examples) {
        if (m_data.comparedAs.contains(example.id))
            continue;
        const auto bytes = m_store->exampleBytes(example.id);
        if (!bytes)
            return tl::unexpected(bytes.error());
        m_data.comparedAs.emplace(example.id, comparedForm(*bytes));
    }
    return {};
}

/// Brings the roles of the examples in line with the rules of the test set.
Done LabEditor::deal()
{
    const auto learnt = m_data.info.testLocked ? learntExamples(*m_store) : Result<std::set<ExampleId>>();
    if (!learnt)
        return tl::unexpected(learnt.error());
    const std::vector<ExampleId> dealt = dealtTestSet(m_data, *learnt);
    const std::set<ExampleId> test(dealt.begin(), dealt.end());
    const auto roleOf = [&test](const Example &example) { return test.contains(example.id) ? Role::Test : Role::Pool; };
    const bool asItIs = std::all_of(m_data.examples.begin(), m_data.examples.end(),
                                    [&](const Example &example) { return example.role == roleOf(example); });
    if (asItIs)
        return {};
    if (Done done = m_store->setTestSet(dealt); !done)
        return done;
    for (Example &example : m_data.examples)
        example.role = roleOf(example);
    m_dataHash = runner::dataHash(m_data);
    return {};
}

Done LabEditor::updateClasses(const std::vector<LabClass> &classes)
{
    for (const LabClass &labClass : classes) {
        if (Done done = m_store->updateClass(labClass); !done)
            return done;
    }
    return {};
}

const LabClass *LabEditor::find(ClassId id) const
{
    const auto found
        = std::find_if(m_data.classes.begin(), m_data.classes.end(), [id](const LabClass &known) { return known.id == id; });
    return found == m_data.classes.end() ? nullptr : &*found;
}

Result<ClassId> LabEditor::classFor(const importer::ImportedClass &imported, std::vector<ClassId> &made)
{
    for (const LabClass &known : m_data.classes) {
        if (sameName(known.name, imported.name))
            return known.id;
    }
    LabClass added;
    added.name = imported.name;
    added.display = imported.display;
    added.description = imported.description;
    added.links = linksFor(imported);
    const auto id = m_store->addClass(added);
    if (id)
        made.push_back(*id);
    return id;
}

std::vector<int> LabEditor::linksFor(const importer::ImportedClass &imported) const
{
    if (!m_data.model)
        return {};
    const std::vector<std::string> &labels = m_data.model->card.sourceLabels;
    std::vector<int> links;
    for (const auto &[name, index] : imported.links) {
        if (index >= 0 && static_cast<std::size_t>(index) < labels.size() && labels[static_cast<std::size_t>(index)] == name)
            links.push_back(index);
        else if (const auto found = std::find(labels.begin(), labels.end(), name); found != labels.end())
            links.push_back(static_cast<int>(found - labels.begin()));
    }
    return links.empty() ? linksByName(imported.name, labels) : links;
}

} // namespace shotlab::runner
