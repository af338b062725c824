// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

nlohmann::json expected()
{
    QFile file(QString::fromStdString(dataFile("conse.json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("conse.json is missing");
    return nlohmann::json::parse(file.readAll().toStdString());
}

/// The tiny network with words for its outputs, and an encoder beside it.
struct Bench : Harness {
    Bench(const std::vector<std::string> &labels, const std::string &encoder)
    {
        protocol::Hello hello {protocol::kVersion, 2};
        hello.encoder = encoder;
        engine().handle(hello);
        ModelCard card = std::get<protocol::ModelOpened>(open(dataFile("tiny.pt"))).report.card;
        card.sourceLabels = labels;
        open(dataFile("tiny.pt"), card);
        putPictures();
        protocol::SetTestSet set;
        set.classes = kClasses;
        set.links.resize(kClasses);
        set.texts = expected().at("names").get<std::vector<std::vector<std::string>>>();
        for (int i = 0; i < kTests; ++i) {
            set.hashes.push_back(testHash(i));
            set.labels.push_back(i % kClasses);
        }
        engine().handle(set);
    }

    protocol::FromEngine askedFor(double most) { return did(run(ArmKind::ByMeaning, {{"labels", most}}, 0)); }
};

std::optional<ErrorCode> failure(const protocol::FromEngine &event)
{
    const auto *failed = std::get_if<protocol::RunFailed>(&event);
    return failed != nullptr ? std::optional(failed->error.code) : std::nullopt;
}

} // namespace

/// Zero-shot for pictures by what the names of labels mean (ConSE), against tools/reference/conse_reference.py.
class tst_ByMeaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheReference()
    {
        const nlohmann::json reference = expected();
        Bench bench(reference.at("labels").get<std::vector<std::string>>(), MODELS "/minilm-l6.pt");
        for (const auto &result : reference.at("results")) {
            const auto event = bench.askedFor(result.at("most").get<double>());
            const auto *done = std::get_if<protocol::RunFinished>(&event);
            QVERIFY(done != nullptr);
            QCOMPARE(done->result.trainedParameters, std::int64_t {0});
            const auto table = result.at("probabilities").get<std::vector<std::vector<double>>>();
            QCOMPARE(done->result.predictions.size(), table.size());
            for (std::size_t i = 0; i < table.size(); ++i) {
                for (std::size_t rank = 0; rank < kClasses; ++rank) {
                    const Prediction &said = done->result.predictions[i];
                    const double ours = static_cast<double>(said.probabilities[rank]);
                    QVERIFY(std::abs(ours - table[i][static_cast<std::size_t>(said.classes[rank])]) < 1e-5);
                }
            }
        }
    }

    void labelsHaveToBeWords()
    {
        Bench bench({"a", "b", "c", "d", "e"}, MODELS "/minilm-l6.pt");
        QCOMPARE(failure(bench.askedFor(3)), std::optional(ErrorCode::ArmUnsuitable));
    }

    void needsAnEncoder()
    {
        Bench bench(expected().at("labels").get<std::vector<std::string>>(), {});
        QCOMPARE(failure(bench.askedFor(3)), std::optional(ErrorCode::ModelNotFound));
    }
};

QTEST_GUILESS_MAIN(tst_ByMeaning)
#include "tst_ByMeaning.moc"
