// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/NewLab.h"

#include <algorithm>
#include <map>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "lab/DrawPlan.h"
#include "runner/LabEditor.h"

namespace shotlab::runner
{

namespace
{

using importer::ImportedClass;
using importer::ImportedData;

Result<ImportedData> readData(const QString &path, const NewLabRequest &request, const importer::Progress &progress,
                              const std::stop_token &stop)
{
    if (QFileInfo(path).isFile())
        return importer::importTable(path, request.contentColumn, request.labelColumn, progress, stop);
    return importer::importPath(path, progress, stop);
}

/// Adds test data to the classes they name.
Done mergeTestData(ImportedData &data, ImportedData test, const QString &testPath)
{
    if (test.modality != data.modality)
        return fail(test.modality == Modality::Text ? ErrorCode::DataIsText : ErrorCode::DataIsPictures,
                    {testPath.toStdString()});
    for (ImportedClass &from : test.classes) {
        const auto to = std::find_if(data.classes.begin(), data.classes.end(),
                                     [&from](const ImportedClass &known) { return sameName(known.name, from.name); });
        if (to == data.classes.end())
            return fail(ErrorCode::TestDataMismatch, {from.name});
        for (importer::ImportedExample &example : from.examples) {
            example.test = true;
            to->examples.push_back(std::move(example));
        }
    }
    for (const ImportedClass &imported : data.classes) {
        if (std::none_of(imported.examples.begin(), imported.examples.end(), [](const auto &example) { return example.test; }))
            return fail(ErrorCode::ClassWithoutTest, {imported.name});
    }
    data.rejected.insert(data.rejected.end(), test.rejected.begin(), test.rejected.end());
    return {};
}

/// Pictures and texts do not go into one lab: what comes second is refused.
Done append(ImportedData &all, ImportedData more, const QString &path)
{
    if (all.classes.empty())
        all.modality = more.modality;
    else if (!more.classes.empty() && more.modality != all.modality)
        return fail(more.modality == Modality::Text ? ErrorCode::DataIsText : ErrorCode::DataIsPictures, {path.toStdString()});
    for (ImportedClass &imported : more.classes) {
        const auto known = std::find_if(all.classes.begin(), all.classes.end(),
                                        [&imported](const ImportedClass &other) { return sameName(other.name, imported.name); });
        if (known == all.classes.end())
            all.classes.push_back(std::move(imported));
        else
            std::move(imported.examples.begin(), imported.examples.end(), std::back_inserter(known->examples));
    }
    all.rejected.insert(all.rejected.end(), more.rejected.begin(), more.rejected.end());
    return {};
}

/// All examples of a drop on one class, under one name.
ImportedData asOneClass(const QStringList &paths, const QString &name, const importer::Progress &progress,
                        const std::stop_token &stop)
{
    ImportedData data = importer::importFiles(paths, importer::modalityOf(paths), progress, stop);
    ImportedClass all;
    all.name = name.toStdString();
    for (ImportedClass &part : data.classes)
        std::move(part.examples.begin(), part.examples.end(), std::back_inserter(all.examples));
    data.classes.clear();
    if (!all.examples.empty())
        data.classes.push_back(std::move(all));
    return data;
}

Result<ImportedData> importDroppedFolder(const QString &path, const importer::Progress &progress, const std::stop_token &stop)
{
    const QDir folder(path);
    if (!folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty()) {
        auto classes = importer::importFolder(path, progress, stop);
        if (classes || classes.error().code != ErrorCode::NotEnoughClasses)
            return classes;
    }
    return asOneClass({path}, folder.dirName(), progress, stop);
}

/// Loose files of one folder: pictures make a class that is named after the folder, each text file is a class of its own.
Result<ImportedData> importLoose(const QString &folder, const QStringList &files, const importer::Progress &progress,
                                 const std::stop_token &stop)
{
    if (importer::modalityOf(files) == Modality::Picture)
        return asOneClass(files, folder, progress, stop);
    ImportedData all;
    for (const QString &file : files) {
        const QString name = QFileInfo(file).completeBaseName();
        if (const Done done = append(all, asOneClass({file}, name, progress, stop), file); !done)
            return tl::unexpected(done.error());
    }
    return all;
}

/// A test set of a share of each class, by lot.
std::vector<ExampleId> dealtByFraction(const LabData &data, double fraction)
{
    std::map<ClassId, std::vector<Example>> byClass;
    for (const Example &example : data.examples)
        byClass[example.classId].push_back(example);
    std::vector<ExampleId> test;
    for (const auto &[classId, examples] : byClass) {
        const int count = static_cast<int>(examples.size());
        if (count < 2)
            continue;
        const int share = std::clamp(static_cast<int>(fraction * count), 1, count - 1);
        const auto dealt = dealTestSet(examples, data.info.seed, share);
        test.insert(test.end(), dealt.begin(), dealt.end());
    }
    return test;
}

Done fill(LabEditor &lab, const LabSeed &seed)
{
    if (seed.model) {
        if (Done done = lab.setModel(*seed.model, seed.modelBytes); !done)
            return done;
    }
    if (!seed.data.classes.empty()) {
        if (const auto added = lab.addImported(seed.data); !added)
            return tl::unexpected(added.error());
    }
    lab.forgetHistory();
    return seed.testFraction ? lab.setUserTestSet(dealtByFraction(lab.data(), *seed.testFraction)) : Done {};
}

} // namespace

Result<ImportedData> readRequestedData(const NewLabRequest &request, const importer::Progress &progress,
                                       const std::stop_token &stop)
{
    auto data = readData(request.dataPath, request, progress, stop);
    if (!data || request.testPath.isEmpty() || stop.stop_requested())
        return data;
    auto test = readData(request.testPath, request, progress, stop);
    if (!test)
        return test;
    if (const Done merged = mergeTestData(*data, std::move(*test), request.testPath); !merged)
        return tl::unexpected(merged.error());
    return data;
}

Result<ImportedData> importDropped(const QStringList &paths, const importer::Progress &progress, const std::stop_token &stop)
{
    ImportedData all;
    std::map<QString, QStringList> loose; // by the folder they lie in
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir() && !importer::isTable(path)) {
            loose[info.absoluteDir().dirName()].append(path);
            continue;
        }
        auto data
            = info.isDir() ? importDroppedFolder(path, progress, stop) : importer::importTable(path, {}, {}, progress, stop);
        if (!data)
            return data;
        if (const Done done = append(all, std::move(*data), path); !done)
            return tl::unexpected(done.error());
    }
    for (const auto &[folder, files] : loose) {
        auto data = importLoose(folder, files, progress, stop);
        if (!data)
            return data;
        if (const Done done = append(all, std::move(*data), files.front()); !done)
            return tl::unexpected(done.error());
    }
    return all;
}

Result<std::unique_ptr<LabEditor>> makeLab(const QString &path, const LabSeed &seed)
{
    auto store = store::LabStore::create(path, seed.info);
    if (!store)
        return tl::unexpected(store.error());
    auto lab = LabEditor::over(std::move(*store));
    const Done filled = lab ? fill(**lab, seed) : Done(tl::unexpected(lab.error()));
    if (filled)
        return lab;
    lab = tl::unexpected(filled.error()); // closes the file
    QFile::remove(path);
    return lab;
}

} // namespace shotlab::runner
