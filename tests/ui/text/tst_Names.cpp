// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSet>
#include <QTest>

#include "text/Language.h"
#include "text/Sentences.h"

using namespace shotlab;

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArmIsNamed();
    void everyTermIsExplained();
    void shots();
    void layers();
    void hintsSpreadOverTheStages();
    void chosenLayersNameTheirLayers();
    void modelsAndSamples();
    void classesInTheLanguageOfTheInterface();
    void sampleLabsInTheLanguageOfTheInterface();
    void whyANetworkIsNotDivided();
};

void TestNames::everyArmIsNamed()
{
    QSet<QString> titles;
    QSet<QString> explanations;
    for (const ArmKind kind : allArmKinds()) {
        QVERIFY(!text::armInSentence(kind).isEmpty());
        titles.insert(text::armTitle(kind));
        explanations.insert(text::armExplanation(kind));
    }
    QCOMPARE(titles.size(), static_cast<qsizetype>(allArmKinds().size()));
    QCOMPARE(explanations.size(), static_cast<qsizetype>(allArmKinds().size()));
    QVERIFY(!titles.contains(QString()));
}

void TestNames::everyTermIsExplained()
{
    QSet<QString> titles;
    for (const text::Term term : text::allTerms()) {
        titles.insert(text::termTitle(term));
        const QString explanation = text::termExplanation(term);
        QVERIFY(explanation.endsWith(QLatin1Char('.')));
        QVERIFY2(explanation.count(QStringLiteral(". ")) == 1, qPrintable(explanation)); // two sentences
    }
    QCOMPARE(titles.size(), static_cast<qsizetype>(text::allTerms().size()));
}

void TestNames::shots()
{
    QCOMPARE(text::shotsText(Shots(0)), QStringLiteral("no examples"));
    QCOMPARE(text::shotsText(Shots(1)), QStringLiteral("1 example per class"));
    QCOMPARE(text::shotsText(Shots(5)), QStringLiteral("5 examples per class"));
    QCOMPARE(text::shotsText(Shots::all()), QStringLiteral("all examples"));
    QCOMPARE(text::shotsShort(Shots(5)), QStringLiteral("k = 5"));
    QCOMPARE(text::shotsTick(Shots::all()), QStringLiteral("all"));
    QCOMPARE(text::withShots(Shots(2)), QStringLiteral("With 2 examples per class"));
}

void TestNames::layers()
{
    const auto node
        = [](LayerRole role, int ordinal, const char *path) { return LayerNode {path, "Conv2d", role, ordinal, 0, {}}; };
    QCOMPARE(text::layerTitle(node(LayerRole::First, 1, "stem")), QStringLiteral("First layer"));
    QCOMPARE(text::layerTitle(node(LayerRole::Stage, 2, "stage2")), QStringLiteral("Stage 2"));
    QCOMPARE(text::layerTitle(node(LayerRole::Block, 1, "stage2.block1")), QStringLiteral("Block 1"));
    QCOMPARE(text::layerTitle(node(LayerRole::Summary, 1, "head")), QStringLiteral("Summary layer"));
    QCOMPARE(text::layerTitle(node(LayerRole::Head, 1, "classifier")), QStringLiteral("New last layer"));
    QCOMPARE(text::layerTitle(node(LayerRole::Part, 0, "features.12.conv")), QStringLiteral("conv"));
    QCOMPARE(text::summaryHint(1280), QStringLiteral("1,280 features"));
    QCOMPARE(text::lastLayerHint(7, 1000), QStringLiteral("your 7 classes, in place of 1,000 names"));
    QCOMPARE(text::lastLayerHint(7, 0), QStringLiteral("your 7 classes"));
}

void TestNames::hintsSpreadOverTheStages()
{
    ModelCard photographs;
    const auto stage = [](int ordinal) { return LayerNode {"s", "Sequential", LayerRole::Stage, ordinal, 0, {}}; };
    QCOMPARE(text::layerHint(stage(1), 7, photographs), QStringLiteral("spots, lines"));
    QCOMPARE(text::layerHint(stage(7), 7, photographs), QStringLiteral("things"));
    QCOMPARE(text::layerHint(stage(4), 4, photographs), QStringLiteral("things"));
    QSet<QString> hints;
    for (int ordinal = 1; ordinal <= 7; ++ordinal)
        hints.insert(text::layerHint(stage(ordinal), 7, photographs));
    QCOMPARE(hints.size(), 7);
    ModelCard grey;
    grey.channels = 1;
    QVERIFY(!text::layerHint({"f", "Conv2d", LayerRole::First, 1, 0, {}}, 3, grey).contains(QStringLiteral("colour")));
    QVERIFY(text::layerHint(stage(0), 7, photographs).isEmpty());
    QVERIFY(text::layerHint(stage(9), 7, photographs).isEmpty());
}

void TestNames::chosenLayersNameTheirLayers()
{
    std::vector<LayerNode> tree {
        {"stage7", "Sequential", LayerRole::Stage, 7, 10, {{"stage7.block1", "Sequential", LayerRole::Block, 1, 5, {}}}},
        {"summary", "Conv2d", LayerRole::Summary, 1, 10, {}}};
    Arm arm {ArmKind::ChosenLayers, {}, {{"stage7.block1", "summary"}}};
    QCOMPARE(text::armTitle(arm, tree), QStringLiteral("Chosen layers · Stage 7 Block 1, Summary layer"));
    const std::vector<Arm> one {arm, {ArmKind::LinearProbe, {}, {}}};
    QCOMPARE(text::armTitle(one, 0, tree), QStringLiteral("Chosen layers")); // nothing to tell apart
    Arm other = arm;
    other.layers.learning = {"summary"};
    QCOMPARE(text::armTitle(std::vector<Arm> {arm, other}, 1, tree), QStringLiteral("Chosen layers · Summary layer"));
    QVERIFY(text::armTitle(one, 7, tree).isEmpty());
}

void TestNames::modelsAndSamples()
{
    ModelCard card;
    card.name = "efficientnet-lite0";
    card.title = "EfficientNet-Lite0";
    card.sourceLabels.resize(1000);
    card.parameters = 4652008;
    card.licence = "Apache-2.0";
    QCOMPARE(text::modelText(card).title, QStringLiteral("Photographs"));
    QCOMPARE(text::modelText(card).knows, QStringLiteral("Knows: 1,000 kinds of things in photographs"));
    QCOMPARE(text::modelFacts(card, 9500000).replace(QChar(0xA0), QLatin1Char(' ')),
             QStringLiteral("4.65 M weights · 9.5 MB · Apache-2.0"));
    ModelCard own;
    own.name = "mine";
    QCOMPARE(text::modelText(own).title, QStringLiteral("mine"));
    QVERIFY(text::modelFacts(own).contains(QStringLiteral("licence unknown")));

    for (const char *name : {"digits", "clothes", "deep-sky", "things", "intents"}) {
        const text::SampleText sample = text::sampleText(QLatin1String(name));
        QVERIFY(sample.title != QLatin1String(name));
        QVERIFY2(sample.question.endsWith(QLatin1Char('?')), name);
        QVERIFY2(!sample.shows.isEmpty(), name);
    }
    QCOMPARE(text::sampleText(QStringLiteral("other")).title, QStringLiteral("other"));
}

void TestNames::classesInTheLanguageOfTheInterface()
{
    LabClass cluster {ClassId {1}, "globular cluster", {{"zh", "球状星团"}}, {}};
    QCOMPARE(text::classTitle(cluster), QStringLiteral("globular cluster"));
    QLocale::setDefault(QLocale(QLocale::Chinese));
    QCOMPARE(text::classTitle(cluster), QStringLiteral("球状星团"));
    QLocale::setDefault(QLocale::c());
    cluster.display["en"] = "Globular cluster";
    QCOMPARE(text::classTitle(cluster), QStringLiteral("Globular cluster"));
}

void TestNames::sampleLabsInTheLanguageOfTheInterface()
{
    const QString title = QStringLiteral("Handwritten digits"); // as the sample's file has it
    text::Translation translation;
    translation.choose(text::Language::Chinese);
    QCOMPARE(text::labTitle(title, QStringLiteral("digits")), text::sampleText(QStringLiteral("digits")).title);
    QVERIFY(text::labTitle(title, QStringLiteral("digits")) != title);
    QCOMPARE(text::labTitle(QStringLiteral("My digits"), QStringLiteral("digits")), QStringLiteral("My digits")); // renamed
    QCOMPARE(text::labTitle(title, {}), title); // made of own data
    translation.choose(text::Language::English);
    QCOMPARE(text::labTitle(title, QStringLiteral("digits")), title);
}

/// Reasons as core/engine gives them; whatever else it says, people get a whole sentence.
void TestNames::whyANetworkIsNotDivided()
{
    QSet<QString> sentences;
    for (const char *reason : {"a value at the cut mixes the pictures of a batch", "the frozen part gives different results for the same pictures",
                               "in-place write across the cut: aten::add_", "a frozen number depends on the picture's contents",
                               "a value at the cut has no single batch dimension", "tensor conv.weight is quantised or packed", "anything else"})
        sentences.insert(text::whyWholeText(reason));
    QCOMPARE(sentences.size(), 7);
    QVERIFY(!text::whyWholeText("in-place write across the cut: aten::add_").contains(QStringLiteral("aten")));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_Names.moc"
