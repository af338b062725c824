// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <nlohmann/json.hpp>

#include "lab/ModelCard.h"

using namespace shotlab;

class TestModelCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonKeepsEverything()
    {
        ModelCard card = guessedModelCard("mine", 3, 224, 4);
        card.sourceLabels = {"一", "b", "c", "d"};
        card.framing = Framing::InkOnBlack;
        card.featureMean = {0.25F, -1.5F};
        card.measured = {{"top1", 0.75}};
        card.licence = "MIT";
        const Result<ModelCard> back = modelCardFromJson(nlohmann::json::parse(toJson(card).dump()));
        QVERIFY(back.has_value());
        QVERIFY(*back == card);
    }

    void textHasNothingOfPictures()
    {
        ModelCard card;
        card.name = "words";
        card.title = "Words";
        card.modality = Modality::Text;
        card.maxTokens = 48;
        card.recipe = "sentences";
        const nlohmann::json json = toJson(card);
        QVERIFY(!json.contains("mean") && !json.contains("working_size"));
        const Result<ModelCard> back = modelCardFromJson(json);
        QVERIFY(back.has_value());
        QVERIFY(*back == card);
        nlohmann::json wrong = json;
        wrong["max_tokens"] = 2;
        QVERIFY(!modelCardFromJson(wrong));
    }

    void faultsAreRefused_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::newRow("format") << R"({"format": 2})";
        QTest::newRow("channels") << R"({"channels": 4})";
        QTest::newRow("size") << R"({"input_size": 0})";
        QTest::newRow("huge") << R"({"working_size": 100000})";
        QTest::newRow("mean") << R"({"mean": [0.5]})";
        QTest::newRow("std") << R"({"std": [0.5, 0, 0.5]})";
        QTest::newRow("crop") << R"({"crop_fraction": 0})";
        QTest::newRow("type") << R"({"mean": "grey"})";
        QTest::newRow("name missing") << R"({"name": null})";
    }

    void faultsAreRefused()
    {
        QFETCH(QString, patch);
        nlohmann::json json = toJson(guessedModelCard("mine", 3, 224, 2));
        QVERIFY(modelCardFromJson(json).has_value());
        json.merge_patch(nlohmann::json::parse(patch.toStdString()));
        const Result<ModelCard> card = modelCardFromJson(json);
        QVERIFY(!card);
        QVERIFY(card.error().code == ErrorCode::ModelCardMissing);
    }

    void guessSaysThatItIsOne()
    {
        QVERIFY(!guessedModelCard("mine", 1, 28, 10).confirmed);
        QCOMPARE(guessedModelCard("mine", 1, 28, 10).mean.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestModelCard)
#include "tst_ModelCard.moc"
