// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

const std::vector<std::vector<std::string>> kSupport {
    {"I lost my card.", "Where can my card be? I cannot find it.", "My card is missing since yesterday."},
    {"What is the weather like today?", "Will it rain in the afternoon?", "How warm is it going to be tomorrow, and will the sun be out?"},
    {"Please play some music.", "Put on my favourite song.", "I would like to hear jazz."}};
const std::vector<std::vector<std::string>> kTests {
    {"My card is gone", "I think I left my card on the train this morning and now I cannot find it anywhere"},
    {"Is it snowing?", "Do I need an umbrella when I leave the house at seven?"},
    {"Play the next track", "Turn on the radio"}};
const std::vector<std::vector<std::string>> kNames {{"lost card"}, {"weather forecast"}, {"play music", "The person wants to hear a song."}};

std::string hashOf(const std::string &sentence) { return "h" + std::to_string(std::hash<std::string>()(sentence)); }

Settings training()
{
    return {{"optimiser", std::string("adamw")}, {"lr-trunk", 2e-5},   {"lr-head", 1e-3}, {"weight-decay", 0.01},
            {"steps-few", 4.0},                  {"steps-many", 4.0},  {"batch", 4.0},    {"head-first", std::string("yes")},
            {"C", 10.0}};
}

protocol::StartRun run(ArmKind kind, Settings settings, const std::vector<std::string> &layers = {})
{
    protocol::StartRun start {7, {kind, std::move(settings), {layers}}, Shots(usesExamples(kind) ? 3 : 0), 1, {}};
    for (const auto &ofClass : usesExamples(kind) ? kSupport : std::vector<std::vector<std::string>> {}) {
        start.support.emplace_back();
        for (const std::string &sentence : ofClass)
            start.support.back().push_back(hashOf(sentence));
    }
    return start;
}

/// An engine with the bundled encoder and the sentences.
struct Bench : Harness {
    explicit Bench(std::int64_t memory = 0, bool named = true)
    {
        protocol::Hello hello {protocol::kVersion, 1};
        hello.memoryBytes = memory;
        engine().handle(hello);
        open(MODELS "/minilm-l6.pt");
        protocol::SetTestSet set;
        set.classes = 3;
        set.links = {{}, {}, {}};
        if (named)
            set.texts = kNames;
        for (int c = 0; c < 3; ++c) {
            const auto at = static_cast<std::size_t>(c);
            for (const std::string &sentence : kSupport[at])
                put(sentence);
            for (const std::string &sentence : kTests[at]) {
                put(sentence);
                set.hashes.push_back(hashOf(sentence));
                set.labels.push_back(c);
            }
        }
        engine().handle(set);
    }

    void put(const std::string &sentence) { engine().handle(protocol::PutExample {hashOf(sentence), QByteArray::fromStdString(sentence)}); }

    RunResult finished(const protocol::StartRun &start)
    {
        const auto event = did(start);
        if (const auto *failed = std::get_if<protocol::RunFailed>(&event))
            qWarning("run failed: %s", failed->error.technical.c_str());
        const auto *done = std::get_if<protocol::RunFinished>(&event);
        return done != nullptr ? done->result : RunResult {};
    }
};

int right(const RunResult &result)
{
    int count = 0;
    for (std::size_t i = 0; i < result.predictions.size(); ++i)
        count += result.predictions[i].answer() == static_cast<int>(i) / 2 ? 1 : 0;
    return count;
}

std::vector<int> answers(const RunResult &result)
{
    std::vector<int> list;
    for (const Prediction &prediction : result.predictions)
        list.push_back(prediction.answer());
    return list;
}

} // namespace

class tst_TextArms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreEnoughForZeroShot()
    {
        Bench bench;
        const RunResult result = bench.finished(run(ArmKind::ZeroShot, {}));
        QCOMPARE(right(result), 6);
        QCOMPARE(result.trainedParameters, std::int64_t {0});
        QCOMPARE(result.frozenHashBefore, result.frozenHashAfter);
        // softmax of 10 x cosine: never certain
        QVERIFY(result.predictions[0].probabilities[0] > 0.5F && result.predictions[0].probabilities[0] < 0.9999F);
    }

    /// Which labels mean a class: no model has to be open.
    void nearestInMeaning()
    {
        Harness harness;
        protocol::Hello hello {protocol::kVersion, 1};
        hello.encoder = MODELS "/minilm-l6.pt";
        harness.engine().handle(hello);
        protocol::AskAlike question {-3, {{"kitten"}, {"car", "a vehicle with four wheels"}, {"nebula"}},
                                     {"banana", "tabby cat", "lion", "sports car", "planetarium"}, 2};
        harness.engine().handle(question);
        const auto answers = harness.all<protocol::AlikeAnswered>();
        QCOMPARE(answers.size(), std::size_t {1});
        QCOMPARE(answers[0].request, std::int64_t {-3});
        QCOMPARE(answers[0].labels.size(), std::size_t {3});
        QVERIFY((answers[0].labels[0] == std::vector<int> {1, 2}));
        QCOMPARE(answers[0].labels[1].front(), 3);
        QCOMPARE(answers[0].labels[2].front(), 4);
        for (const std::vector<double> &cosines : answers[0].cosines)
            QVERIFY(cosines.size() == 2 && cosines[0] >= cosines[1] && cosines[0] < 1);
        QVERIFY(answers[0].cosines[2][0] < 0.56 && answers[0].cosines[0][0] > 0.56);
    }

    void withoutAnEncoderNothingIsNear()
    {
        Harness harness;
        harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
        harness.engine().handle(protocol::AskAlike {1, {{"kitten"}}, {"lion"}, 1});
        const auto refused = harness.all<protocol::RequestFailed>();
        QCOMPARE(refused.size(), std::size_t {1});
        QCOMPARE(refused[0].error.code, ErrorCode::ModelNotFound);
    }

    void zeroShotWithoutNamesSaysSo()
    {
        Bench bench(0, false);
        const auto event = bench.did(run(ArmKind::ZeroShot, {}));
        const auto *failed = std::get_if<protocol::RunFailed>(&event);
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->error.code, ErrorCode::NoZeroShotLink);
        QVERIFY((failed->error.arguments == std::vector<std::string> {"#0", "#1", "#2"}));
    }

    /// Its name counts as so many more examples: none, one, or enough to outvote them all.
    void prototypesMixTheNameIn()
    {
        Bench bench;
        const auto with = [&](double weight) {
            return bench.finished(run(ArmKind::Prototypes, {{"temperature", 10.0}, {"name-weight", weight}}));
        };
        const RunResult without = bench.finished(run(ArmKind::Prototypes, {{"temperature", 10.0}}));
        QCOMPARE(right(without), 6);
        QVERIFY(with(0).predictions == without.predictions);
        QVERIFY(with(1).predictions != without.predictions);
        const RunResult byName = bench.finished(run(ArmKind::ZeroShot, {}));
        const RunResult outvoted = with(1e6);
        QVERIFY(answers(outvoted) == answers(byName));
        for (std::size_t i = 0; i < outvoted.predictions.size(); ++i)
            QVERIFY(std::abs(outvoted.predictions[i].probabilities[0] - byName.predictions[i].probabilities[0]) < 1e-4F);
    }

    void readoutsEqualRuns()
    {
        Bench bench;
        protocol::AskReadouts question;
        question.request = 3;
        question.arms = {Arm {ArmKind::Prototypes, {{"temperature", 10.0}, {"name-weight", 1.0}}, {}},
                         Arm {ArmKind::LinearProbe, {{"C", 10.0}}, {}}};
        question.pool = run(ArmKind::LinearProbe, {}).support;
        question.draws = {{{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}};
        bench.engine().overtake(question);
        bench.engine().handle(question);
        const auto answered = bench.all<protocol::ReadoutsAnswered>();
        QCOMPARE(answered.size(), std::size_t {1});
        for (std::size_t arm = 0; arm < question.arms.size(); ++arm) {
            const RunResult result = bench.finished(run(question.arms[arm].kind, question.arms[arm].settings));
            QCOMPARE(answered[0].accuracies[arm][0], right(result) / 6.0);
        }
    }

    void fullFineTuningLeavesTheWordTable()
    {
        Bench bench;
        const RunResult result = bench.finished(run(ArmKind::FullFineTuning, training()));
        constexpr std::int64_t kAll = 22'565'376;
        constexpr std::int64_t kWords = 30'522 * 384;
        constexpr std::int64_t kHead = 3 * 385;
        QCOMPARE(result.totalParameters, kAll + kHead);
        QCOMPARE(result.trainedParameters, kAll - kWords + kHead);
        QCOMPARE(result.frozenHashBefore, result.frozenHashAfter);
        QVERIFY(!result.wholeModel);
        QCOMPARE(right(result), 6);
        QVERIFY(result.retention.has_value());
        QVERIFY(result.retention->kind == RetentionKind::FeatureSimilarity);
        QVERIFY(result.retention->after > 0.9 && result.retention->after < 1.0);
        QCOMPARE(bench.all<protocol::RunEpoch>().size(), std::size_t {5});
    }

    /// The same bits in a fresh engine and in one that has done other things.
    void resultsDoNotDependOnThePast()
    {
        const auto start = run(ArmKind::ChosenLayers, training(), {"layer6"});
        Bench fresh;
        const RunResult first = fresh.finished(start);
        QVERIFY(!first.predictions.empty());
        Bench warm;
        warm.finished(run(ArmKind::LinearProbe, {{"C", 10.0}}));
        warm.finished(run(ArmKind::ChosenLayers, training(), {"layer5", "layer6"}));
        const RunResult later = warm.finished(start);
        QVERIFY(later.predictions == first.predictions);
        QCOMPARE(later.finalLoss, first.finalLoss);
    }

    void fromScratchDrawsTheWordsAnew()
    {
        Bench bench;
        Settings settings = training();
        settings["head-first"] = std::string("no");
        settings["steps-few"] = 1.0;
        const RunResult result = bench.finished(run(ArmKind::FromScratch, settings));
        QCOMPARE(result.trainedParameters, result.totalParameters);
    }

    void refusesWhatDoesNotFit()
    {
        Bench bench(std::int64_t {100} << 20);
        const auto event = bench.did(run(ArmKind::FullFineTuning, training()));
        const auto *failed = std::get_if<protocol::RunFailed>(&event);
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->error.code, ErrorCode::RunTooLarge);
    }
};

QTEST_GUILESS_MAIN(tst_TextArms)
#include "tst_TextArms.moc"
