// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "TestLab.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>

namespace shotlab::support
{

namespace
{

std::string sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

QString fakeEngine() { return QStringLiteral(SHOTLAB_FAKE_ENGINE); }

EngineScript::EngineScript(const QString &wishes)
{
    qputenv("SHOTLAB_FAKE_LOG", pathOf(QStringLiteral("log")).toUtf8());
    setWishes(wishes);
}

EngineScript::~EngineScript()
{
    qunsetenv("SHOTLAB_FAKE_LOG");
    qunsetenv("SHOTLAB_FAKE");
}

void EngineScript::setWishes(const QString &wishes) { qputenv("SHOTLAB_FAKE", wishes.toUtf8()); }

QStringList EngineScript::told(const QString &prefix) const
{
    QFile log(pathOf(QStringLiteral("log")));
    QStringList lines;
    if (!log.open(QIODevice::ReadOnly))
        return lines;
    for (const QString &line : QString::fromUtf8(log.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(prefix))
            lines.append(line.mid(prefix.size()).trimmed());
    }
    return lines;
}

QByteArray picture(int number, int side)
{
    QImage image(side, side, QImage::Format_RGB888);
    image.fill(QColor(number % 256, number / 256 % 256, 77));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, "PNG"))
        qFatal("cannot make a picture");
    return bytes;
}

void makePictureFolders(const QString &folder, const std::vector<std::pair<QString, int>> &classes)
{
    int number = 0;
    for (const auto &[name, count] : classes) {
        if (!QDir().mkpath(folder + QLatin1Char('/') + name))
            qFatal("cannot make a folder");
        for (int i = 0; i < count; ++i)
            write(QStringLiteral("%1/%2/%3.png").arg(folder, name).arg(i), picture(number++));
    }
}

LabModel modelAt(const QString &path, const std::vector<std::string> &sourceLabels)
{
    const QByteArray content("a model, for those who do not look");
    write(path, content);
    LabModel model;
    model.card = guessedModelCard("fake", 3, 32, 2);
    model.card.sourceLabels = sourceLabels;
    model.card.confirmed = true;
    model.card.parameters = 130;
    model.hash = sha256(content);
    model.path = path.toStdString();
    model.bundled = false;
    return model;
}

importer::ImportedData importedData(const std::vector<std::pair<std::string, int>> &classes)
{
    importer::ImportedData data;
    for (const auto &[name, count] : classes) {
        importer::ImportedClass group;
        group.name = name;
        for (int i = 0; i < count; ++i) {
            importer::ImportedExample example;
            const QByteArray bytes = QByteArray::fromStdString(name + std::to_string(i));
            example.bytes = bytes;
            example.hash = sha256(bytes);
            example.width = example.height = 8;
            example.thumbnail = QByteArray("thumbnail");
            group.examples.push_back(std::move(example));
        }
        data.classes.push_back(std::move(group));
    }
    return data;
}

std::unique_ptr<runner::LabEditor> makeLab(const QString &path, const std::vector<std::pair<std::string, int>> &classes,
                                           const std::vector<std::string> &sourceLabels)
{
    auto store = store::LabStore::create(path, LabInfo {});
    if (!store)
        qFatal("cannot make a lab: %s", store.error().technical.c_str());
    auto lab = runner::LabEditor::over(std::move(*store));
    const QString model = QFileInfo(path).absolutePath() + QStringLiteral("/model.pt");
    if (!lab || !(*lab)->setModel(modelAt(model, sourceLabels), {}) || !(*lab)->addImported(importedData(classes)))
        qFatal("cannot fill the lab");
    (*lab)->forgetHistory();
    return std::move(*lab);
}

ComparisonPlan planOf(const std::vector<ArmKind> &arms, const std::vector<Shots> &shots, int draws, const ModelCard &card)
{
    ComparisonPlan plan;
    for (const ArmKind kind : arms)
        plan.arms.push_back(defaultArm(kind, card));
    plan.shots = shots;
    plan.draws = {draws, draws, draws};
    plan.threads = 1;
    return plan;
}

} // namespace shotlab::support
