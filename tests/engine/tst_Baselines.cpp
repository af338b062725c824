// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

using Table = std::vector<std::vector<double>>;
constexpr double kTolerance = 1e-3; // probabilities come as halves from some places; here as floats of a picture rounded to bytes

nlohmann::json expected()
{
    QFile file(QString::fromStdString(dataFile("baselines.json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("baselines.json is missing");
    return nlohmann::json::parse(file.readAll().toStdString());
}

/// Probabilities in the order of the classes.
Table probabilities(const RunResult &result)
{
    Table table;
    for (const Prediction &prediction : result.predictions) {
        table.emplace_back(kClasses, -1.0);
        for (std::size_t i = 0; i < kClasses; ++i)
            table.back()[static_cast<std::size_t>(prediction.classes[i])] = static_cast<double>(prediction.probabilities[i]);
    }
    return table;
}

RunResult resultOf(const protocol::FromEngine &event)
{
    if (const auto *failed = std::get_if<protocol::RunFailed>(&event))
        qWarning("run failed: %s", failed->error.technical.c_str());
    const auto *done = std::get_if<protocol::RunFinished>(&event);
    return done != nullptr ? done->result : RunResult {};
}

QString difference(const RunResult &result, const Table &reference)
{
    const Table table = probabilities(result);
    if (table.size() != reference.size())
        return QStringLiteral("%1 answers").arg(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t c = 0; c < kClasses; ++c) {
            if (!(std::abs(table[i][c] - reference[i][c]) <= kTolerance))
                return QStringLiteral("answer %1, class %2: %3 and not %4").arg(i).arg(c).arg(table[i][c]).arg(reference[i][c]);
        }
    }
    return {};
}

protocol::StartRun run(ArmKind kind, const std::vector<std::vector<std::string>> &sentences)
{
    protocol::StartRun start {7, {kind, {}, {}}, Shots(3), 1, sentences};
    if (kind == ArmKind::TfidfLogistic)
        start.arm.settings = {{"C", 10.0}};
    return start;
}

} // namespace

/// Arms without a model, against scikit-learn and Pillow (tools/reference/baseline_reference.py).
class tst_Baselines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rawPixels()
    {
        Harness harness;
        harness.engine().handle(protocol::Hello {protocol::kVersion, 2});
        harness.open(dataFile("tiny.pt"));
        harness.putPictures();
        harness.setTestSet();
        const Table reference = expected().at("pixel-neighbour").get<Table>();
        protocol::StartRun start = Harness::run(ArmKind::PixelNeighbour, {});
        const RunResult plain = resultOf(harness.did(start));
        QCOMPARE(difference(plain, reference), QString());
        QCOMPARE(plain.trainedParameters, std::int64_t {0});
        start.views = 3; // changed versions are for models
        QCOMPARE(difference(resultOf(harness.did(start)), reference), QString());
    }

    void countedWords()
    {
        const nlohmann::json reference = expected();
        const auto support = reference.at("support").get<std::vector<std::vector<std::string>>>();
        Harness harness;
        harness.engine().handle(protocol::Hello {protocol::kVersion, 2});
        harness.open(MODELS "/minilm-l6.pt");
        protocol::SetTestSet set;
        set.classes = kClasses;
        set.links.resize(kClasses);
        const auto put = [&harness](const std::string &sentence) {
            harness.engine().handle(protocol::PutExample {sentence, QByteArray::fromStdString(sentence)});
        };
        int label = 0;
        for (const auto &ofClass : reference.at("tests").get<std::vector<std::vector<std::string>>>()) {
            for (const std::string &sentence : ofClass) {
                put(sentence);
                set.hashes.push_back(sentence);
                set.labels.push_back(label);
            }
            ++label;
        }
        for (const auto &ofClass : support)
            std::for_each(ofClass.begin(), ofClass.end(), put);
        harness.engine().handle(set);

        const RunResult average = resultOf(harness.did(run(ArmKind::TfidfCentroid, support)));
        QCOMPARE(difference(average, reference.at("tfidf-centroid").get<Table>()), QString());
        QCOMPARE(average.trainedParameters, std::int64_t {0});
        const RunResult weighed = resultOf(harness.did(run(ArmKind::TfidfLogistic, support)));
        QCOMPARE(difference(weighed, reference.at("tfidf-logistic").get<Table>()), QString());
        QCOMPARE(weighed.trainedParameters, kClasses * (reference.at("terms").get<std::int64_t>() + 1));
        QCOMPARE(weighed.trainAccuracy, 1.0);

        const auto refused = harness.did(run(ArmKind::PixelNeighbour, support));
        QVERIFY(std::get<protocol::RunFailed>(refused).error.code == ErrorCode::ArmUnsuitable);
    }
};

QTEST_GUILESS_MAIN(tst_Baselines)
#include "tst_Baselines.moc"
