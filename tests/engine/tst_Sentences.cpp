// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>

#include "engine/Encoder.h"
#include "engine/Failure.h"
#include "engine/HeadFit.h"
#include "engine/ModelLoader.h"
#include "engine/RowCache.h"
#include "engine/Trainee.h"
#include "media/WordPiece.h"

using namespace shotlab;
using namespace shotlab::engine;

namespace
{

constexpr std::int64_t kFeatures = 384;

nlohmann::json reference()
{
    QFile file(QStringLiteral(ENGINE_DATA "/sentences.json"));
    return file.open(QIODevice::ReadOnly) ? nlohmann::json::parse(file.readAll().toStdString()) : nlohmann::json();
}

/// [sentences, F] from float32 in base64.
at::Tensor embeddings(const nlohmann::json &packed)
{
    const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(packed.get<std::string>()));
    const at::Tensor flat = at::empty({static_cast<std::int64_t>(bytes.size()) / 4}, at::kFloat);
    std::copy(bytes.begin(), bytes.end(), static_cast<char *>(flat.data_ptr()));
    return flat.view({-1, kFeatures});
}

/// The encoder with the reference's sentences, numbered as they stand.
struct Bench {
    std::shared_ptr<const Network> network = openModel(MODELS "/minilm-l6.pt", {}, 0).network;
    Examples examples {1, [](const std::string &, const Done &) {}};
    RowCache rows {network, examples, std::int64_t {1} << 30, {RowDisk({}, 0), {}}};
    std::vector<int> all;
    std::atomic<bool> stop = false;

    Bench()
    {
        examples.setForm({network->card, network->side, network->vocabulary});
        const nlohmann::json document = reference();
        for (const auto &sentence : document.at("sentences"))
            all.push_back(examples.add(sentence.get<std::string>()));
    }

    int prepare(const Cut &cut, const std::vector<int> &some)
    {
        return rows.prepare(
            cut, some, [](int, int) {}, stop);
    }

    /// One flag per tensor: those of modules whose path begins so learn.
    [[nodiscard]] std::vector<bool> learning(const std::string &path) const { return network->learning(LayerMap {{path}}); }

    /// Scores of the sentences by the whole network, each on its own.
    [[nodiscard]] at::Tensor alone(const Trainee &trainee)
    {
        std::vector<at::Tensor> scores;
        const auto whole = Cut::make(*network, network->learningAnew());
        for (const int example : all)
            scores.push_back(trainee.scores(rows.frontier(*whole, {example}), false));
        return at::cat(scores);
    }
};

} // namespace

class tst_Sentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void embeddingsEqualTheReference()
    {
        Bench bench;
        const auto cut = Cut::atFeatures(*bench.network);
        QCOMPARE(bench.prepare(*cut, bench.all), static_cast<int>(bench.all.size()));
        const at::Tensor ours = bench.rows.gather(*cut, bench.all).at(0);
        const nlohmann::json document = reference();
        const double most = (ours - embeddings(document.at("rounded"))).abs().max().item<double>();
        QVERIFY2(most <= 1e-5, qPrintable(QString::number(most)));
        const double cosine = at::cosine_similarity(ours, embeddings(document.at("published")), 1).min().item<double>();
        QVERIFY2(cosine >= 0.99999, qPrintable(QString::number(cosine, 'g', 9)));
    }

    /// What words mean, beside a model that does not read: the same embeddings, of unit length.
    void encoderBesideAnotherModel()
    {
        const nlohmann::json document = reference();
        const auto sentences = document.at("sentences").get<std::vector<std::string>>();
        const std::atomic<bool> stop = false;
        Encoder encoder(MODELS "/minilm-l6.pt");
        const at::Tensor expected = unitRows(embeddings(document.at("rounded")));
        const at::Tensor first = encoder.embeddings(sentences, stop);
        QVERIFY((first - expected).abs().max().item<double>() <= 1e-5);
        const at::Tensor again = encoder.embeddings({sentences[3], sentences[0]}, stop);
        QVERIFY(at::equal(again[0], first[3]) && at::equal(again[1], first[0]));
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(Encoder().embeddings(sentences, stop)), Failure);
        const std::atomic<bool> stopped = true;
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(encoder.embeddings({"something new"}, stopped)), Cancelled);
    }

    /// Alone, together, in any order: the same bits.
    void neighboursDoNotMatter()
    {
        Bench together;
        const auto cut = Cut::atFeatures(*together.network);
        together.prepare(*cut, together.all);
        Bench apart;
        for (auto example = apart.all.rbegin(); example != apart.all.rend(); ++example)
            apart.prepare(*cut, {*example});
        const at::Tensor a = together.rows.gather(*cut, together.all).at(0);
        const at::Tensor b = apart.rows.gather(*cut, apart.all).at(0);
        QVERIFY(at::equal(a, b));
    }

    /// Batches that pass together and find no room for all of them leave the room to others.
    void batchesWithoutRoomTakeNone()
    {
        Bench bench;
        const auto cut = Cut::atFeatures(*bench.network);
        const int threads = at::get_num_threads();
        at::set_num_threads(2);
        std::vector<int> two;
        for (int i = 0; i < 2 * cut->rowBatch(); ++i)
            two.push_back(bench.examples.add("sentence " + std::to_string(i)));
        RowCache small {bench.network, bench.examples, cut->rowBytes(0) * cut->rowBatch(), {RowDisk({}, 0), {}}};
        const auto silent = [](int, int) {};
        QCOMPARE(small.prepare(*cut, two, silent, bench.stop), 0);
        QCOMPARE(small.prepare(*cut, {two.front()}, silent, bench.stop), 1);
        at::set_num_threads(threads);
    }

    void cutsOfMixedLengthsEqualTheWhole_data()
    {
        QTest::addColumn<QString>("learns");
        for (const char *path : {"embeddings", "layer1.feed", "layer3", "layer5.attention.value", "layer6.feed.narrow"})
            QTest::newRow(path) << path;
    }

    /// What is kept of sentences holds their masks: sentences of all lengths in one batch answer as each one alone.
    void cutsOfMixedLengthsEqualTheWhole()
    {
        QFETCH(const QString, learns);
        Bench bench;
        const auto cut = Cut::make(*bench.network, bench.learning(learns.toStdString()));
        QVERIFY2(!cut->wholeModel(), cut->whyWhole().c_str());
        QCOMPARE(cut->takesInputs(), learns == QStringLiteral("embeddings"));
        Trainee trainee(bench.network, cut, 3, Trainee::Mode::Steady);
        const at::Tensor weight = at::linspace(-0.4, 0.6, 3 * kFeatures).view({3, kFeatures});
        trainee.setHead(weight, at::zeros({3}));
        bench.prepare(*cut, bench.all);
        const auto parts = bench.rows.frontier(*cut, bench.all);
        QVERIFY(cut->takesInputs() || parts.size() > 3);
        const at::NoGradGuard noGradients;
        Trainee whole(bench.network, Cut::make(*bench.network, bench.network->learningAnew()), 3, Trainee::Mode::Steady);
        whole.setHead(weight, at::zeros({3}));
        const at::Tensor expected = bench.alone(whole);
        const double most = (trainee.scores(parts, false) - expected).abs().max().item<double>() / expected.abs().max().item<double>();
        QVERIFY2(most <= 2e-6, qPrintable(QString::number(most)));
    }

    void theWordTableStaysAsItIs()
    {
        Bench bench;
        const auto &tensors = bench.network->tensors;
        const auto isTable = [](const BoundTensor &tensor) { return tensor.wordTable; };
        QCOMPARE(std::count_if(tensors.begin(), tensors.end(), isTable), std::ptrdiff_t {1});
        const auto table = static_cast<std::size_t>(std::find_if(tensors.begin(), tensors.end(), isTable) - tensors.begin());
        QCOMPARE(tensors[table].module, std::string("embeddings.words"));
        QVERIFY(!bench.network->learningEverywhere()[table]);
        QVERIFY(!bench.learning("embeddings")[table]);
        QVERIFY(bench.network->learningAnew()[table]);
    }

    /// Layers in plain order: embeddings, six blocks, no head; the table is marked.
    void theLayerTreeReadsWell()
    {
        const auto report = openModel(MODELS "/minilm-l6.pt", {}, 0).report;
        QCOMPARE(report.layers.size(), std::size_t {7});
        QCOMPARE(report.layers[0].role, LayerRole::First);
        for (std::size_t i = 1; i <= 6; ++i) {
            QCOMPARE(report.layers[i].role, LayerRole::Block);
            QCOMPARE(report.layers[i].path, "layer" + std::to_string(i));
        }
        const auto &parts = report.layers[0].children;
        QCOMPARE(std::count_if(parts.begin(), parts.end(), [](const LayerNode &node) { return node.fixed; }), std::ptrdiff_t {1});
        QVERIFY(report.suggestedLearning == std::vector<std::string> {"layer6"});
        QCOMPARE(report.features, static_cast<int>(kFeatures));
        QVERIFY(report.splits);
        QVERIFY(report.warnings.empty());
        QVERIFY(report.card.modality == Modality::Text);
    }

    void aModelOfTextNeedsItsVocabulary()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("two.pt"));
        QVERIFY(QFile::copy(QStringLiteral(ENGINE_DATA "/two-inputs-scripted.pt"), path));
        try {
            static_cast<void>(openModel(path.toStdString(), {}, 0));
            QFAIL("opened without a vocabulary");
        } catch (const Failure &failure) {
            QCOMPARE(failure.error().code, ErrorCode::ModelNoVocabulary);
        }
    }

    /// An encoder of somebody else: no card, vocabulary beside it, an answer per token, which is averaged over the tokens.
    void takesOtherEncoders()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tokens.pt"));
        QVERIFY(QFile::copy(QStringLiteral(ENGINE_DATA "/tokens-scripted.pt"), path));
        QVERIFY(QFile::copy(QStringLiteral(ENGINE_DATA "/tokens.vocab.txt"), folder.filePath(QStringLiteral("vocab.txt"))));
        const OpenedModel opened = openModel(path.toStdString(), {}, 0);
        QVERIFY(opened.network->readsText());
        QVERIFY(!opened.report.card.confirmed);
        QVERIFY(opened.report.card.modality == Modality::Text);
        QCOMPARE(opened.report.features, 5);
        const auto cut = Cut::atFeatures(*opened.network);
        const std::vector<std::int32_t> sentence = opened.network->vocabulary->ids("one two", 64);
        const std::vector<std::int32_t> longer = opened.network->vocabulary->ids("one two one two one two one", 64);
        // Every token's vector is its id times (1 ... 5); what is behind the sentence's end does not count.
        const at::Tensor features = cut->prefixRows(opened.network->sentences({&sentence, &longer}, 16)).at(0);
        const double mean = (2 + 4 + 5 + 3) / 4.0;
        QVERIFY(at::allclose(features[0], at::arange(1, 6).to(at::kFloat) * mean));
    }
};

QTEST_GUILESS_MAIN(tst_Sentences)
#include "tst_Sentences.moc"
