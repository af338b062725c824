// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <nlohmann/json.hpp>

#include "lab/Arm.h"

using namespace shotlab;

class TestArm : public QObject
{
    Q_OBJECT

private:
    static ModelCard small()
    {
        ModelCard card;
        card.recipe = "small-grey";
        return card;
    }

private Q_SLOTS:
    void namesAreUniqueAndReversible()
    {
        for (const ArmKind kind : allArmKinds())
            QVERIFY(armKindFromName(armName(kind)) == kind);
        QVERIFY(!armKindFromName("magic"));
    }

    void defaultsFollowTheModel()
    {
        const ModelCard photographs;
        QCOMPARE(number(defaultArm(ArmKind::LinearProbe, photographs).settings, "C"), 10.0);
        QCOMPARE(number(defaultArm(ArmKind::FullFineTuning, small()).settings, "lr-trunk"), 1e-3);
        QCOMPARE(number(defaultArm(ArmKind::FullFineTuning, photographs).settings, "lr-trunk"), 3e-4);
        QCOMPARE(number(defaultArm(ArmKind::FullFineTuning, small()).settings, "steps-few"), 60.0);
        QCOMPARE(number(defaultArm(ArmKind::FromScratch, small()).settings, "steps-few"), 120.0);
        QCOMPARE(number(defaultArm(ArmKind::FromScratch, small()).settings, "lr-trunk"), 2e-3);
        QCOMPARE(word(defaultArm(ArmKind::FromScratch, small()).settings, "batch-norm"), std::string("train"));
        QCOMPARE(word(defaultArm(ArmKind::ChosenLayers, small()).settings, "batch-norm"), std::string("eval"));
        QVERIFY(onByDefault(ArmKind::FromScratch, small()));
        QVERIFY(!onByDefault(ArmKind::FromScratch, photographs));
    }

    void sentencesHaveTheirOwnDefaults()
    {
        ModelCard card;
        card.modality = Modality::Text;
        card.recipe = "sentences";
        const Settings full = defaultArm(ArmKind::FullFineTuning, card).settings;
        QCOMPARE(word(full, "optimiser"), std::string("adamw"));
        QCOMPARE(number(full, "lr-trunk"), 2e-5);
        QCOMPARE(number(full, "lr-head"), 1e-3);
        QCOMPARE(number(full, "weight-decay"), 0.01);
        QCOMPARE(number(full, "steps-few"), 60.0);
        QCOMPARE(number(full, "steps-many"), 160.0);
        QCOMPARE(number(full, "batch"), 16.0);
        QVERIFY(!onByDefault(ArmKind::FromScratch, card));
        Arm prototypes = defaultArm(ArmKind::Prototypes, card);
        QCOMPARE(number(prototypes.settings, "name-weight", -1), 0.0);
        QVERIFY(applySetting(prototypes, "name-weight", "1"));
        QVERIFY(!applySetting(prototypes, "name-weight", "-1"));
        QVERIFY(!defaultArm(ArmKind::Prototypes, small()).settings.contains("name-weight"));
    }

    void armsWithoutAModelSuitOneKindOfExamples()
    {
        ModelCard photographs;
        photographs.sourceLabels = {"tench"};
        ModelCard sentences;
        sentences.modality = Modality::Text;
        for (const ArmKind kind : allArmKinds()) {
            const bool baseline = isBaseline(kind);
            QVERIFY(suits(kind, photographs) || suits(kind, sentences));
            QCOMPARE(suits(kind, photographs) != suits(kind, sentences), baseline || kind == ArmKind::ByMeaning);
            QVERIFY(!baseline || (!onByDefault(kind, small()) && usesExamples(kind) && !isFloor(kind)));
        }
        QVERIFY(suits(ArmKind::PixelNeighbour, photographs));
        QVERIFY(suits(ArmKind::TfidfCentroid, sentences));
        photographs.sourceLabels = {"A", "b", "\u3042"}; // characters mean nothing
        QVERIFY(!suits(ArmKind::ByMeaning, photographs));
        Arm meaning = defaultArm(ArmKind::ByMeaning, photographs);
        QVERIFY(applySetting(meaning, "labels", "5"));
        QVERIFY(!applySetting(meaning, "labels", "0.5"));
        QVERIFY(!usesExamples(ArmKind::ByMeaning) && !onByDefault(ArmKind::ByMeaning, photographs));
        Arm arm = defaultArm(ArmKind::TfidfLogistic, small());
        QVERIFY(applySetting(arm, "C", "1"));
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("rate") << "lr-trunk"
                              << "0.0001" << true;
        QTest::newRow("negative rate") << "lr-trunk"
                                       << "-1" << false;
        QTest::newRow("trailing text") << "lr-trunk"
                                       << "1e-3x" << false;
        QTest::newRow("not finite") << "lr-head"
                                    << "inf" << false;
        QTest::newRow("half a step") << "steps-few"
                                     << "1.5" << false;
        QTest::newRow("no steps") << "steps-many"
                                  << "0" << false;
        QTest::newRow("optimiser") << "optimiser"
                                   << "sgd" << true;
        QTest::newRow("unknown optimiser") << "optimiser"
                                           << "lion" << false;
        QTest::newRow("unknown key") << "momentum"
                                     << "0.9" << false;
    }

    void settingsAreChecked()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, accepted);
        Arm arm = defaultArm(ArmKind::FullFineTuning, small());
        QCOMPARE(applySetting(arm, key.toStdString(), value.toStdString()).has_value(), accepted);
    }

    void jsonKeepsEverything()
    {
        for (const ArmKind kind : allArmKinds()) {
            Arm arm = defaultArm(kind, small());
            arm.layers.learning = {"stage3", "summary"};
            const Result<Arm> back = armFromJson(nlohmann::json::parse(toJson(arm).dump()));
            QVERIFY(back.has_value());
            QVERIFY(*back == arm);
        }
        QVERIFY(!armFromJson(nlohmann::json::object()));
        QVERIFY(!armFromJson({{"kind", "magic"}, {"settings", nlohmann::json::object()}, {"layers", nlohmann::json::array()}}));
    }
};

QTEST_GUILESS_MAIN(TestArm)
#include "tst_Arm.moc"
