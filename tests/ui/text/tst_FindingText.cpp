// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QRegularExpression>
#include <QTest>

#include "text/Sentences.h"

using namespace shotlab;

namespace
{

constexpr int kLastKind = static_cast<int>(FindingKind::Forgetting);

int armIndex(ArmKind kind)
{
    const std::vector<ArmKind> &kinds = allArmKinds();
    return static_cast<int>(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin());
}

Comparison comparison()
{
    Comparison result;
    for (const ArmKind kind : allArmKinds())
        result.plan.arms.push_back({kind, {}, {}});
    result.classes = {LabClass {ClassId {1}, "open cluster", {}, {}}, LabClass {ClassId {2}, "globular cluster", {}, {}}};
    return result;
}

/// A finding with every field set that its kind needs.
Finding example(FindingKind kind)
{
    Finding finding;
    finding.kind = kind;
    finding.arms = {armIndex(ArmKind::FullFineTuning), armIndex(ArmKind::LinearProbe)};
    finding.classes = {0, 1};
    finding.shots = Shots(5);
    finding.shotsTo = Shots(50);
    finding.difference = {0.031, 0.012, 0.050};
    finding.value = 0.25;
    finding.weights = {3400000, 13000};
    finding.draws = 20;
    finding.moreDraws = 12;
    return finding;
}

QString spaced(QString text) { return text.replace(QChar(0xA0), QLatin1Char(' ')); }

} // namespace

class TestFindingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsAWholeSentence_data();
    void everyKindIsAWholeSentence();
    void wordings();
    void numberOfTheVerb();
    void namesThatAreWorthNothing();
    void priceWithoutGain();
    void similarArmsAreToldApart();
    void headlineOfTheChart();
    void brokenIndicesDoNoHarm();
};

void TestFindingText::everyKindIsAWholeSentence_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= kLastKind; ++kind)
        QTest::addRow("%s", findingName(static_cast<FindingKind>(kind)).c_str()) << kind;
}

void TestFindingText::everyKindIsAWholeSentence()
{
    QFETCH(int, kind);
    const Finding finding = example(static_cast<FindingKind>(kind));
    const text::FindingText words = text::findingSentence(finding, comparison());
    QVERIFY(words.sentence.size() > 20);
    QVERIFY2(words.sentence.endsWith(QLatin1Char('.')), qPrintable(words.sentence));
    QVERIFY2(words.sentence.at(0).isUpper(), qPrintable(words.sentence));
    QVERIFY2(!words.emphasis.isEmpty() && words.sentence.contains(words.emphasis), qPrintable(words.emphasis));
    for (const QString &part : {words.sentence, words.evidence})
        QVERIFY2(!part.contains(QRegularExpression(QStringLiteral("%[0-9L]"))), qPrintable(part));
    const QString headline = text::findingHeadline(finding, comparison());
    QVERIFY(!headline.isEmpty());
    QVERIFY2(!headline.endsWith(QLatin1Char('.')), qPrintable(headline));
}

void TestFindingText::wordings()
{
    const auto sentence = [](FindingKind kind) { return spaced(text::findingSentence(example(kind), comparison()).sentence); };
    const auto evidence = [](FindingKind kind) { return spaced(text::findingSentence(example(kind), comparison()).evidence); };
    QCOMPARE(sentence(FindingKind::Ahead),
             QStringLiteral("With 5 examples per class, full fine-tuning is ahead of the new last layer by 3.1 points."));
    QCOMPARE(evidence(FindingKind::Ahead), QStringLiteral("95 % range 1.2 to 5.0 · 20 draws"));
    QCOMPARE(sentence(FindingKind::CannotTell),
             QStringLiteral("With 5 examples per class, full fine-tuning and the new last layer cannot be told apart yet."));
    QCOMPARE(evidence(FindingKind::CannotTell), QStringLiteral("+3.1 points (1.2 to 5.0) · 20 draws. About 12 more might."));
    QCOMPARE(sentence(FindingKind::StubbornMixUp),
             QStringLiteral("With 5 examples per class, every method takes “open cluster” for “globular cluster” in 25 % of cases."));
    QCOMPARE(evidence(FindingKind::StubbornMixUp), QStringLiteral("20 draws · More examples of both would help most."));
    Finding thinIce = example(FindingKind::ThinIce);
    thinIce.draws = 2;
    QCOMPARE(spaced(text::findingSentence(thinIce, comparison()).sentence),
             QStringLiteral("Every number rests on only 2 draws: other examples to learn from may well give another."));
    thinIce.draws = 0;
    thinIce.weights = {12};
    QCOMPARE(spaced(text::findingSentence(thinIce, comparison()).sentence),
             QStringLiteral("The smallest class has only 12 examples for testing: a single mistake moves its own accuracy by 8.3 points."));
    QVERIFY(spaced(text::findingSentence(thinIce, comparison()).evidence)
                .startsWith(QStringLiteral("It moves the accuracy over all classes by 25.0 points.")));
    QCOMPARE(sentence(FindingKind::Crossing),
             QStringLiteral("Up to 5 examples per class, full fine-tuning is better; from 50 on, the new last layer."));
    QCOMPARE(sentence(FindingKind::Forgetting),
             QStringLiteral("Full fine-tuning lost 3.1 points of its old skill; frozen models lost none."));
    QCOMPARE(evidence(FindingKind::Forgetting),
             QStringLiteral("5 examples per class · 95 % range 1.2 to 5.0 · 20 draws"));
    Finding kept = example(FindingKind::Forgetting);
    kept.difference = {0.004, -0.01, 0.02};
    QCOMPARE(spaced(text::findingSentence(kept, comparison()).sentence), QStringLiteral("Full fine-tuning kept its old skill."));
    QCOMPARE(spaced(text::retentionSentence({RetentionKind::SourceTask, 0.84, 0.62, {}, 800})),
             QStringLiteral("Old skill kept: 62.0 % of 800 examples named rightly, 84.0 % before."));
    Finding luck = example(FindingKind::Luck);
    luck.arms = {armIndex(ArmKind::LinearProbe)};
    luck.shots = Shots(1);
    luck.difference = {0, 0.71, 0.88};
    QCOMPARE(spaced(text::findingSentence(luck, comparison()).sentence),
             QStringLiteral("With 1 example per class, the draw decides: between 71 and 88 %."));
    Finding price = example(FindingKind::Price);
    price.value = 41.3;
    QCOMPARE(spaced(text::findingSentence(price, comparison()).sentence),
             QStringLiteral("The 3.1 points that full fine-tuning gains over the new last layer cost about 40 times the time, once "
                            "the frozen layers have seen every example."));
    const auto times = [&price](double value) {
        price.value = value;
        return text::findingSentence(price, comparison()).emphasis;
    };
    QCOMPARE(times(3.4), QStringLiteral("about 3 times the time"));
    QCOMPARE(times(96), QStringLiteral("about 95 times the time"));
    QCOMPARE(times(98), QStringLiteral("about 100 times the time"));
    QCOMPARE(times(134), QStringLiteral("about 130 times the time"));
    QCOMPARE(times(185), QStringLiteral("hundreds of times the time"));
    QCOMPARE(times(1720), QStringLiteral("more than a thousand times the time"));
    QCOMPARE(spaced(text::findingSentence(price, comparison()).evidence),
             QStringLiteral("Changes 3.4 M weights instead of 13 k · 5 examples per class"));
}

void TestFindingText::numberOfTheVerb()
{
    Finding finding = example(FindingKind::Ahead);
    finding.arms = {armIndex(ArmKind::Prototypes), armIndex(ArmKind::LinearProbe)};
    QVERIFY(text::findingSentence(finding, comparison()).sentence.contains(QStringLiteral("prototypes are ahead")));
}

void TestFindingText::namesThatAreWorthNothing()
{
    Finding finding = example(FindingKind::WorthOfNames);
    finding.arms = {armIndex(ArmKind::ZeroShot), armIndex(ArmKind::LinearProbe)};
    finding.value = 1.2;
    finding.shots.reset();
    finding.shotsTo.reset();
    QCOMPARE(text::findingSentence(finding, comparison()).sentence,
             QStringLiteral("Knowing only the names is worth about 1 example per class here."));
    QVERIFY(spaced(text::findingSentence(finding, comparison()).evidence)
                .endsWith(QStringLiteral("names alone: 3.1 % · 95 % range 1.2 to 5.0")));
    finding.value = 0;
    QCOMPARE(text::findingSentence(finding, comparison()).sentence,
             QStringLiteral("Names alone do no better than guessing here."));
    Finding pretraining = example(FindingKind::WorthOfPretraining);
    pretraining.value = 12;
    QVERIFY(text::findingSentence(pretraining, comparison()).sentence.contains(QStringLiteral("at least 12 times the examples")));
    pretraining.shotsTo.reset();
    QCOMPARE(text::findingSentence(pretraining, comparison()).sentence,
             QStringLiteral("Without what the model had learnt before, the same accuracy takes about 12 times the examples."));
    pretraining.value = 0.8;
    QVERIFY(text::findingSentence(pretraining, comparison()).sentence.contains(QStringLiteral("brings nothing here")));
}

void TestFindingText::priceWithoutGain()
{
    Finding price = example(FindingKind::Price);
    price.value = 12;
    price.difference = {-0.01, -0.02, 0.005};
    QCOMPARE(spaced(text::findingSentence(price, comparison()).sentence),
             QStringLiteral("Once the frozen layers have seen every example, full fine-tuning takes about 10 times the time of the "
                            "new last layer and is not ahead."));
    price.difference = {0.021, -0.03, 0.07}; // more on these draws, but that may be luck
    QVERIFY(text::findingSentence(price, comparison()).sentence.endsWith(QStringLiteral("is not ahead.")));
}

void TestFindingText::similarArmsAreToldApart()
{
    Comparison two;
    two.plan.arms = {{ArmKind::ChosenLayers, {}, {{"stage7"}}}, {ArmKind::ChosenLayers, {}, {{"stage6", "stage7"}}}};
    Finding finding = example(FindingKind::Ahead);
    finding.arms = {1, 0};
    const QString sentence = text::findingSentence(finding, two).sentence;
    QVERIFY2(sentence.contains(QStringLiteral("chosen layers (stage6, stage7) are ahead of chosen layers (stage7)")),
             qPrintable(sentence));
}

void TestFindingText::headlineOfTheChart()
{
    QCOMPARE(text::chartHeadline({}, comparison()), QStringLiteral("How many labelled examples are needed?"));
    const std::vector<Finding> onlyElsewhere {example(FindingKind::ThinIce), example(FindingKind::Price)};
    QCOMPARE(text::chartHeadline(onlyElsewhere, comparison()), QStringLiteral("How many labelled examples are needed?"));
    const std::vector<Finding> findings {example(FindingKind::ThinIce), example(FindingKind::Ahead)};
    QCOMPARE(text::chartHeadline(findings, comparison()),
             QStringLiteral("With 5 examples per class, full fine-tuning is ahead of the new last layer"));
}

void TestFindingText::brokenIndicesDoNoHarm()
{
    for (int kind = 0; kind <= kLastKind; ++kind) {
        Finding finding = example(static_cast<FindingKind>(kind));
        finding.arms = {99};
        finding.classes = {-1};
        finding.weights.clear();
        finding.shots.reset();
        finding.difference = {};
        QVERIFY(!text::findingSentence(finding, comparison()).sentence.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_FindingText.moc"
