// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ModelLibrary.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include "runner/CacheFolder.h"
#include "store/LabStore.h"

namespace shotlab::runner
{

namespace
{

Result<std::string> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::ModelNotFound, {path.toStdString()}, file.errorString().toStdString());
    return hash.result().toHex().toStdString();
}

} // namespace

ModelLibrary::ModelLibrary(const QString &resourceFolder) : m_folder(resourceFolder + QStringLiteral("/models/")) { }

QString ModelLibrary::filePath(const QString &name, const char *ending) const { return m_folder + name + QLatin1String(ending); }

bool ModelLibrary::isBundled(const QString &nameOrPath) const
{
    return !nameOrPath.isEmpty() && !nameOrPath.contains(QLatin1Char('/')) && QFile::exists(filePath(nameOrPath, ".pt"));
}

Result<LabModel> ModelLibrary::bundled(const QString &name) const
{
    QFile file(filePath(name, ".card.json"));
    if (!isBundled(name) || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ModelNotFound, {name.toStdString()});
    const QByteArray text = file.readAll();
    auto card = modelCardFromJson(nlohmann::json::parse(text.begin(), text.end(), nullptr, false));
    auto hash = hashOf(filePath(name, ".pt"));
    if (!card)
        return tl::unexpected(card.error());
    if (!hash)
        return tl::unexpected(hash.error());
    return LabModel {std::move(*card), std::move(*hash), {}, true, false};
}

Result<QString> ModelLibrary::locate(const QString &nameOrPath) const
{
    if (isBundled(nameOrPath))
        return filePath(nameOrPath, ".pt");
    if (QFileInfo(nameOrPath).isFile())
        return QFileInfo(nameOrPath).absoluteFilePath();
    if (QFileInfo::exists(nameOrPath)) // a folder, or a device that might never stop giving
        return fail(ErrorCode::ModelNotAModel, {nameOrPath.toStdString(), "not-a-file"});
    return fail(ErrorCode::ModelNotFound, {nameOrPath.toStdString()});
}

Result<QString> ModelLibrary::fileOf(const LabModel &model, const store::LabStore &store) const
{
    if (model.bundled)
        return locate(QString::fromStdString(model.card.name));
    if (!model.embedded)
        return locate(QString::fromStdString(model.path));
    const QDir cache(cachePath(QStringLiteral("models")));
    const QString path = cache.filePath(QString::fromStdString(model.hash) + QStringLiteral(".pt"));
    if (const auto known = hashOf(path); known && *known == model.hash)
        return path;
    const auto bytes = store.modelBytes();
    if (!bytes)
        return tl::unexpected(bytes.error());
    QSaveFile file(path);
    if (!cache.mkpath(QStringLiteral(".")) || !file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size()
        || !file.commit())
        return fail(ErrorCode::ModelNotFound, {path.toStdString()}, file.errorString().toStdString());
    return path;
}

SourceTask ModelLibrary::sourceTask(const LabModel &model) const
{
    constexpr std::size_t kMostExamples = 800; // 3 points either way; more would cost each run more than its own test set
    SourceTask task;
    const QString path = filePath(QString::fromStdString(model.card.name), "-retention.zip");
    if (!model.bundled || !QFile::exists(path))
        return task;
    const auto examples = importer::readSourceExamples(path, kMostExamples);
    const std::vector<std::string> &labels = model.card.sourceLabels;
    for (const importer::SourceExample &example : examples.value_or(std::vector<importer::SourceExample>())) {
        const auto label = std::find(labels.begin(), labels.end(), example.label);
        if (label == labels.end())
            continue;
        task.message.hashes.push_back(example.hash);
        task.message.labels.push_back(static_cast<int>(label - labels.begin()));
        task.bytes.emplace(example.hash, example.bytes);
    }
    return task;
}

QString ModelLibrary::mostSuitable(const importer::ImportedData &data)
{
    if (data.modality == Modality::Text)
        return QStringLiteral("minilm-l6");
    constexpr int kCharacterSide = 48;
    std::vector<int> sides;
    for (const importer::ImportedClass &group : data.classes) {
        for (const importer::ImportedExample &example : group.examples)
            sides.push_back(std::max(example.width, example.height));
    }
    const auto middle = sides.begin() + static_cast<std::ptrdiff_t>(sides.size() / 2);
    std::nth_element(sides.begin(), middle, sides.end());
    const bool small = !sides.empty() && *middle <= kCharacterSide;
    return small ? QStringLiteral("glyphnet") : QStringLiteral("efficientnet-lite0");
}

} // namespace shotlab::runner
