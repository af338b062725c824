// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/Catalogue.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "text/Numbers.h"

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Catalogue)
};

/// Titles as the samples' own files have them.
struct SampleTitle {
    const char *sample;
    const char *title;
};
constexpr std::array kSampleTitles {
    SampleTitle {"digits", QT_TRANSLATE_NOOP("Catalogue", "Handwritten digits")},
    SampleTitle {"clothes", QT_TRANSLATE_NOOP("Catalogue", "Clothes")},
    SampleTitle {"deep-sky", QT_TRANSLATE_NOOP("Catalogue", "Deep sky")},
    SampleTitle {"things", QT_TRANSLATE_NOOP("Catalogue", "Everyday things")},
    SampleTitle {"intents", QT_TRANSLATE_NOOP("Catalogue", "What does the customer want?")},
};

const SampleTitle *findTitle(const QString &sample)
{
    const auto *found = std::find_if(kSampleTitles.begin(), kSampleTitles.end(),
                                     [&sample](const SampleTitle &each) { return sample == QLatin1String(each.sample); });
    return found == kSampleTitles.end() ? nullptr : found;
}

QString sampleTitle(const QString &sample)
{
    const SampleTitle *known = findTitle(sample);
    return known != nullptr ? Words::tr(known->title) : sample;
}

QString middot(const QStringList &parts) { return parts.join(QStringLiteral(" · ")); }

} // namespace

ModelText modelText(const ModelCard &card)
{
    const QString labels = numberText(static_cast<std::int64_t>(card.sourceLabels.size()));
    const QString name = QString::fromStdString(card.title.empty() ? card.name : card.title);
    if (card.name == "efficientnet-lite0")
        return {Words::tr("Photographs"), name, Words::tr("Knows: %1 kinds of things in photographs").arg(labels),
                Words::tr("Animals, tools, food, vehicles; no stars or galaxies")};
    if (card.name == "glyphnet")
        return {Words::tr("Characters"), name, Words::tr("Knows: %1 printed characters of many scripts").arg(labels),
                Words::tr("Reads drawings and small grey pictures, %1 × %1 dots").arg(card.inputSize)};
    if (card.name == "minilm-l6")
        return {Words::tr("Sentences"), name, Words::tr("Knows: how alike sentences are in meaning"),
                Words::tr("Reads English, up to %1 pieces of words of a sentence; a class needs only a name").arg(card.maxTokens)};
    if (card.modality == Modality::Text)
        return {name, {}, Words::tr("Reads sentences"), Words::tr("Up to %1 pieces of words of a sentence").arg(card.maxTokens)};
    const QString knows = card.sourceLabels.empty() ? Words::tr("The file does not say what it knows")
                                                    : Words::tr("Knows: %1 classes").arg(labels);
    const QString colours = card.channels == 1 ? Words::tr("grey") : Words::tr("colour");
    return {name, {}, knows, Words::tr("Sees pictures of %1 × %1 dots in %2").arg(card.inputSize).arg(colours)};
}

QString modelFacts(const ModelCard &card, std::int64_t fileBytes)
{
    QStringList parts;
    if (card.parameters > 0)
        parts << Words::tr("%1 weights").arg(weightsText(card.parameters, Precision::Fine));
    if (fileBytes > 0)
        parts << bytesText(fileBytes);
    parts << (card.licence.empty() ? Words::tr("licence unknown") : QString::fromStdString(card.licence));
    return middot(parts);
}

QString modelCaution(const ModelCard &card)
{
    return card.modality == Modality::Picture && card.channels == 1 ? Words::tr("Sees only grey: photographs lose their colours") : QString();
}

QString modelUnsuitability(const ModelCard &card, Modality examples)
{
    if (card.modality == examples)
        return {};
    return card.modality == Modality::Text ? Words::tr("Reads sentences, and your examples are pictures")
                                           : Words::tr("Sees pictures, and your examples are sentences");
}

SampleText sampleText(const QString &name)
{
    const QString title = sampleTitle(name);
    if (name == QLatin1String("digits"))
        return {
            title, Words::tr("It has read print. How many examples until it reads handwriting?"),
            Words::tr("From print to handwriting: names alone go far, a few examples further, and from scratch is far behind.")};
    if (name == QLatin1String("clothes"))
        return {title, Words::tr("When is it worth letting the whole network relearn?"),
                Words::tr("Far from what the model knows: it has no word for any of these, so there is no zero-shot here.")};
    if (name == QLatin1String("deep-sky"))
        return {title, Words::tr("Can it learn things that it has never seen before?"),
                Words::tr(
                    "Rare classes: the model has no word for a galaxy, so there is no zero-shot here and examples must do it.")};
    if (name == QLatin1String("things"))
        return {title, Words::tr("When are the names alone enough, with no example?"),
                Words::tr("The model already knows such things: see how many examples it takes to beat their names.")};
    if (name == QLatin1String("intents"))
        return {title, Words::tr("Twelve wishes in plain words: what are their names worth?"),
                Words::tr("Sentences instead of pictures: the name of a class alone sorts many of them, and a few examples settle "
                          "most of the rest.")};
    return {name, {}, {}};
}

QString labTitle(const QString &title, const QString &sample)
{
    const SampleTitle *known = findTitle(sample);
    return known != nullptr && title == QLatin1String(known->title) ? Words::tr(known->title) : title;
}

QString labTitle(const LabInfo &info) { return labTitle(QString::fromStdString(info.title), QString::fromStdString(info.sample)); }

} // namespace shotlab::text
