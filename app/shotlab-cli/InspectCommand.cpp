// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QTimer>

#include <nlohmann/json.hpp>

#include "Commands.h"
#include "Console.h"
#include "Interrupt.h"

#include "importer/Importer.h"
#include "runner/ModelInspector.h"
#include "runner/ModelLibrary.h"
#include "runner/Threads.h"
#include "text/Sentences.h"

namespace shotlab::cli
{

namespace
{

using Json = nlohmann::json;
using protocol::ModelReport;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inspect)
};

Json layersJson(const std::vector<LayerNode> &layers)
{
    Json list = Json::array();
    for (const LayerNode &layer : layers)
        list.push_back({{"path", layer.path},
                        {"type", layer.type},
                        {"parameters", layer.parameters},
                        {"children", layersJson(layer.children)}});
    return list;
}

Json reportJson(const ModelReport &report)
{
    return {{"card", toJson(report.card)},     {"hash", report.hash},
            {"parameters", report.parameters}, {"layers", layersJson(report.layers)},
            {"head", report.headPath},         {"outputs", report.outputs},
            {"features", report.features},     {"suggested_learning", report.suggestedLearning},
            {"splits", report.splits},         {"why_not_split", report.whyNotSplit},
            {"warnings", report.warnings}};
}

void sayLayers(const std::vector<LayerNode> &layers, int depth)
{
    for (const LayerNode &layer : layers) {
        const QString name = QString(2 * depth, QLatin1Char(' ')) + text::layerTitle(layer);
        say(QStringLiteral("  %1 %2 %3")
                .arg(name.leftJustified(28), text::weightsText(layer.parameters).rightJustified(8),
                     QString::fromStdString(layer.path)));
        if (layer.role == LayerRole::Stage || layer.role == LayerRole::Block)
            sayLayers(layer.children, depth + 1);
    }
}

QString inputText(const ModelCard &card)
{
    if (card.modality == Modality::Text)
        return Words::tr("Input: sentences, up to %1 tokens each").arg(card.maxTokens);
    return Words::tr("Input: %1 × %1, %2; fed at %3 × %3")
        .arg(card.inputSize)
        .arg(card.channels == 1 ? Words::tr("grey") : Words::tr("colour"))
        .arg(card.workingSize);
}

void sayReport(const ModelReport &report)
{
    const ModelCard &card = report.card;
    say(QStringLiteral("%1 (%2)").arg(QString::fromStdString(card.title), QString::fromStdString(card.name)));
    say(inputText(card));
    if (!card.confirmed)
        say(Words::tr("The file has no card: input size and colours are guessed."));
    say(Words::tr("Weights: %1").arg(text::numberText(report.parameters)));
    if (report.headPath.empty())
        say(Words::tr("No last layer of its own: it gives %1 features").arg(text::numberText(report.features)));
    else
        say(Words::tr("Last layer: %1, %2 features in, %3 names out")
                .arg(QString::fromStdString(report.headPath), text::numberText(report.features), text::numberText(report.outputs)));
    say(report.splits
            ? Words::tr("Frozen layers are passed once per example.")
            : Words::tr("The whole network runs for every example: %1").arg(text::whyWholeText(report.whyNotSplit)));
    for (const std::string &warning : report.warnings)
        say(Words::tr("Note: %1").arg(QString::fromStdString(warning)));
    say(Words::tr("Layers, in order:"));
    sayLayers(report.layers, 0);
}

} // namespace

int runCommand(const InspectArguments &arguments)
{
    const runner::ModelLibrary library(importer::resourceFolder());
    const auto path = library.locate(QString::fromStdString(arguments.model));
    if (!path)
        return failWith(path.error());
    runner::ModelInspector inspector({QString(), runner::physicalCores()});
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, [] { QCoreApplication::exit(kCancelled); });
    QTimer::singleShot(0, &inspector, [&] {
        inspector.inspect({*path, std::nullopt, 0}, [&](const Result<ModelReport> &report) {
            if (!report) {
                QCoreApplication::exit(failWith(report.error()));
                return;
            }
            if (arguments.json)
                say(QString::fromStdString(reportJson(*report).dump(1)));
            else
                sayReport(*report);
            QCoreApplication::exit(kDone);
        });
    });
    return QCoreApplication::exec();
}

} // namespace shotlab::cli
