// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>

#include <QFile>

#include "importer/Importer.h"
#include "importer/PictureBatch.h"
#include "importer/SampleArchive.h"
#include "importer/TextFiles.h"

namespace shotlab::importer
{

namespace
{

constexpr std::array kNames {"digits", "clothes", "deep-sky", "things", "intents"}; // order of the start page

QString archivePath(const std::string &name)
{
    return resourceFolder() + QStringLiteral("/samples/") + QString::fromStdString(name) + QStringLiteral(".zip");
}

bool isOnBoard(const std::string &name)
{
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end() && QFile::exists(archivePath(name));
}

Result<ImportedData> withTexts(ImportedData data, const std::string &name, const SampleContents &contents)
{
    for (const SampleExample &one : contents.examples) {
        auto example = textExample(QByteArray::fromStdString(one.text), one.source);
        if (!example)
            return fail(ErrorCode::SampleDamaged, {name}, example.error().arguments.back());
        example->group = one.group;
        data.classes[one.classIndex].examples.push_back(*std::move(example));
    }
    return data;
}

} // namespace

std::vector<std::string> sampleNames()
{
    std::vector<std::string> names;
    std::copy_if(kNames.begin(), kNames.end(), std::back_inserter(names), isOnBoard);
    return names;
}

Result<SampleInfo> sampleInfo(const std::string &name)
{
    if (!isOnBoard(name))
        return fail(ErrorCode::UnknownSample, {name});
    SampleArchive archive(name, archivePath(name));
    const Result<SampleContents> contents = archive.contents();
    if (!contents)
        return tl::unexpected(contents.error());
    SampleInfo info;
    info.name = name;
    info.title = contents->title;
    info.model = contents->model;
    info.classes = static_cast<int>(contents->classes.size());
    info.examples = static_cast<int>(contents->examples.size());
    info.modality = contents->modality;
    if (contents->modality == Modality::Text) {
        info.sentences = contents->mosaic;
        return info;
    }
    for (const std::string &member : contents->mosaic) {
        Result<QByteArray> picture = archive.read(member);
        if (!picture)
            return tl::unexpected(picture.error());
        info.mosaic.push_back(*std::move(picture));
    }
    return info;
}

Result<ImportedData> importSample(const std::string &name, const Progress &progress, const std::stop_token &stop)
{
    if (!isOnBoard(name))
        return fail(ErrorCode::UnknownSample, {name});
    SampleArchive archive(name, archivePath(name));
    const Result<SampleContents> contents = archive.contents();
    if (!contents)
        return tl::unexpected(contents.error());

    ImportedData data;
    data.title = contents->title;
    for (const SampleClass &one : contents->classes)
        data.classes.push_back({one.name, one.display, one.links, {}, one.description});
    data.modality = contents->modality;
    if (data.modality == Modality::Text)
        return withTexts(std::move(data), name, *contents);
    std::vector<FoundFile> pictures;
    pictures.reserve(contents->examples.size());
    for (const SampleExample &one : contents->examples)
        pictures.push_back({QString::fromStdString(one.file), one.source, one.group, one.classIndex});
    const auto read = [&archive](const FoundFile &picture) { return archive.read(picture.path.toStdString()); };
    addPictures(pictures, read, progress, stop, data);
    if (!data.rejected.empty()) {
        const Rejected &first = data.rejected.front();
        return fail(ErrorCode::SampleDamaged, {name}, first.path.toStdString() + ": " + first.reason.technical);
    }
    return data;
}

} // namespace shotlab::importer
