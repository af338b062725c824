// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "protocol/Messages.h"

using namespace shotlab;
using namespace shotlab::protocol;

namespace
{

ModelCard someCard()
{
    ModelCard card = guessedModelCard("own", 3, 224, 2);
    card.sourceLabels = {"cat", "d\xc3\xb6g"};
    card.confirmed = false;
    return card;
}

ModelReport someReport()
{
    ModelReport report;
    report.card = someCard();
    report.hash = std::string(64, 'a');
    LayerNode block {"stage1.block1", "Sequential", LayerRole::Block, 1, 12, {}};
    report.layers = {LayerNode {"stage1", "Sequential", LayerRole::Stage, 1, 12, {block}},
                     LayerNode {"head", "Linear", LayerRole::Head, 1, std::int64_t {1} << 40, {}}};
    report.headPath = "head";
    report.outputs = 2;
    report.features = 64;
    report.parameters = 3'400'000;
    report.suggestedLearning = {"stage1"};
    report.whyNotSplit = "SetAttr \"x\"\nleft";
    report.warnings = {"no-card"};
    return report;
}

RunResult someResult()
{
    RunResult result;
    Prediction first;
    first.classes = {3, 1, 0, -1, -1};
    first.probabilities = {0.5F, 0.25F, 0.125F, 0.0F, 0.0F};
    result.predictions = {first, Prediction {}};
    result.trainedParameters = std::int64_t {5} << 33;
    result.totalParameters = std::int64_t {7} << 33;
    result.seconds = 0.1;
    result.featureSeconds = 1.0 / 3.0;
    result.peakBytes = std::int64_t {9} << 30;
    result.frozenHashBefore = std::string(64, 'b');
    result.frozenHashAfter = std::string(64, 'b');
    result.steps = 60;
    result.finalLoss = std::numeric_limits<double>::infinity();
    result.trainAccuracy = 1.0;
    result.wholeModel = true;
    result.retention = Retention {RetentionKind::FeatureSimilarity, 1.0, 0.1 + 0.2, 0.0, 200};
    return result;
}

std::vector<ToEngine> allToEngine()
{
    Arm arm = defaultArm(ArmKind::ChosenLayers, someCard());
    arm.layers.learning = {"stage1"};
    return {Hello {kVersion, 2},
            OpenModel {7,
                       "/tmp/m\xc3\xb6"
                       "del.pt",
                       std::nullopt, 0},
            OpenModel {8, "x", someCard(), 160},
            PutExample {"abc", QByteArray("\n{\"type\":\"shutdown\"}\n\0\xff", 24)},
            PutExample {"empty", {}},
            SetTestSet {{"a", "b"}, {0, 1}, 2, {{3, 4}, {}}, {{"card lost", "The card is gone."}, {"\xe5\xae\xa0\xe7\x89\xa9"}}},
            StartRun {1, arm, Shots(5), std::numeric_limits<std::uint64_t>::max(), {{"a"}, {"b", "c"}}, 4},
            StartRun {2, defaultArm(ArmKind::LinearProbe, someCard()), Shots::all(), 9007199254740993ULL, {}},
            StartRun {3, arm, Shots(1), 4, {{"a"}, {"b"}}, 1, "kept"},
            AskAnswers {9, QByteArray("\x89PNG\n\0{", 7), {"kept", "other"}, {StartRun {0, arm, Shots(1), 4, {{"a"}, {"b"}}, 1, "other"}}},
            AskAlike {-9, {{"cat", "a small animal"}, {}}, {"tabby cat", "\u732b"}, 12},
            CancelRun {std::numeric_limits<std::int64_t>::min()},
            Shutdown {}};
}

std::vector<FromEngine> allFromEngine()
{
    const Error error {ErrorCode::OutOfMemory, {"123"}, "line\nwith \"quotes\""};
    return {Ready {1, "0.1.0", "LibTorch 1.13.1", 2},
            ModelOpened {7, someReport()},
            RequestFailed {8, error},
            ExampleStored {"abc"},
            ExampleRejected {"abc", error},
            FeatureProgress {1, 3, 200},
            RunEpoch {1, EpochPoint {10, 60, 0.1 + 0.2, 1e-300, 0.5, 200, 12.25}},
            RunFinished {1, someResult()},
            RunCancelled {1},
            RunFailed {1, error},
            AnswersGiven {9, {MethodAnswer {{0.1 + 0.2, 0.7}, {}}, MethodAnswer {}, MethodAnswer {{}, error}}},
            AlikeAnswered {-9, {{1, 0}, {}}, {{0.1 + 0.2, -0.5}, {}}}};
}

template<typename Message> QByteArray stream(const std::vector<Message> &messages)
{
    QByteArray bytes;
    for (const Message &message : messages)
        bytes += encode(message);
    return bytes;
}

/// Every message that can be had, as its wire form; nothing when the stream breaks.
template<typename Message> std::optional<std::vector<QByteArray>> drain(Decoder<Message> &decoder)
{
    std::vector<QByteArray> encoded;
    for (;;) {
        const auto next = decoder.next();
        if (!next)
            return std::nullopt;
        if (!*next)
            return encoded;
        encoded.push_back(encode(**next));
    }
}

template<typename Message> ErrorCode codeAfter(const QByteArray &bytes)
{
    Decoder<Message> decoder;
    decoder.feed(bytes);
    const auto next = decoder.next();
    return next ? ErrorCode::LabNotFound : next.error().code;
}

template<typename Message> void checkSplits(const std::vector<Message> &messages)
{
    const QByteArray whole = stream(messages);
    std::vector<QByteArray> expected;
    for (const Message &message : messages)
        expected.push_back(encode(message));
    for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
        Decoder<Message> decoder;
        decoder.feed(whole.left(cut));
        auto got = drain(decoder);
        QVERIFY(got.has_value());
        decoder.feed(whole.mid(cut));
        const auto rest = drain(decoder);
        QVERIFY(rest.has_value());
        got->insert(got->end(), rest->begin(), rest->end());
        QCOMPARE(*got, expected);
    }
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageSurvivesEverySplit();
    void fieldsArriveExactly();
    void numbersThatJsonHasNoWordFor();
    void payloadMayHoldAnything();
    void brokenStreams_data();
    void brokenStreams();
    void brokenStaysBroken();
    void nestingCannotExhaustTheStack();
    void noiseNeverCrashes();
};

void TestMessages::everyMessageSurvivesEverySplit()
{
    checkSplits(allToEngine());
    checkSplits(allFromEngine());
}

void TestMessages::fieldsArriveExactly()
{
    Decoder<ToEngine> toEngine;
    toEngine.feed(stream(allToEngine()));
    std::vector<ToEngine> received;
    for (auto next = toEngine.next(); next && *next; next = toEngine.next())
        received.push_back(std::move(**next));
    QCOMPARE(received.size(), allToEngine().size());
    const auto &run = std::get<StartRun>(received[6]);
    QCOMPARE(run.seed, std::numeric_limits<std::uint64_t>::max());
    QVERIFY(run.arm == std::get<StartRun>(allToEngine()[6]).arm);
    QVERIFY(run.shots == Shots(5));
    QCOMPARE(run.support, (std::vector<std::vector<std::string>> {{"a"}, {"b", "c"}}));
    QCOMPARE(run.views, 4);
    QCOMPARE(std::get<StartRun>(received[7]).views, 1);
    QCOMPARE(std::get<StartRun>(received[7]).seed, 9007199254740993ULL);
    QVERIFY(std::get<StartRun>(received[7]).shots.isAll());
    QVERIFY(std::get<OpenModel>(received[2]).card == someCard());
    QVERIFY(!std::get<OpenModel>(received[1]).card);
    QCOMPARE(std::get<PutExample>(received[3]).bytes, std::get<PutExample>(allToEngine()[3]).bytes);

    Decoder<FromEngine> fromEngine;
    fromEngine.feed(encode(FromEngine(RunFinished {1, someResult()})));
    const RunResult result = std::get<RunFinished>(fromEngine.next()->value()).result;
    QVERIFY(result.predictions == someResult().predictions);
    QCOMPARE(result.featureSeconds, 1.0 / 3.0);
    QVERIFY(std::isinf(result.finalLoss));
    QVERIFY(result.wholeModel);
    QVERIFY(result.retention == someResult().retention);

    fromEngine.feed(encode(FromEngine(ModelOpened {7, someReport()})));
    const ModelReport report = std::get<ModelOpened>(fromEngine.next()->value()).report;
    QVERIFY(report.layers == someReport().layers);
    QVERIFY(report.card == someCard());
}

void TestMessages::numbersThatJsonHasNoWordFor()
{
    const double values[] = {std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity(),
                             -0.0,
                             std::numeric_limits<double>::denorm_min(),
                             std::numeric_limits<double>::max(),
                             0.1,
                             1.0};
    for (const double value : values) {
        Decoder<FromEngine> decoder;
        decoder.feed(encode(FromEngine(RunEpoch {1, EpochPoint {1, 2, value, 0, 0, 0, 0}})));
        const auto next = decoder.next();
        QVERIFY(next && *next);
        const double arrived = std::get<RunEpoch>(**next).point.trainLoss;
        QCOMPARE(std::bit_cast<std::uint64_t>(arrived), std::bit_cast<std::uint64_t>(value));
    }
}

void TestMessages::payloadMayHoldAnything()
{
    QByteArray bytes(1 << 20, '\0');
    std::mt19937 generator(1);
    for (char &byte : bytes)
        byte = static_cast<char>(generator());
    Decoder<ToEngine> decoder;
    const QByteArray wire = encode(ToEngine(PutExample {"h", bytes})) + encode(ToEngine(Shutdown {}));
    for (qsizetype at = 0; at < wire.size(); at += 65536)
        decoder.feed(wire.mid(at, 65536));
    QCOMPARE(std::get<PutExample>(decoder.next()->value()).bytes, bytes);
    QVERIFY(std::holds_alternative<Shutdown>(decoder.next()->value()));
}

void TestMessages::brokenStreams_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no json") << QByteArray("hello\n");
    QTest::newRow("empty line") << QByteArray("\n");
    QTest::newRow("array") << QByteArray("[1]\n");
    QTest::newRow("no type") << QByteArray("{}\n");
    QTest::newRow("type is no word") << QByteArray("{\"type\":1}\n");
    QTest::newRow("unknown type") << QByteArray("{\"type\":\"dance\"}\n");
    QTest::newRow("of the other direction") << encode(FromEngine(RunCancelled {1}));
    QTest::newRow("field missing") << QByteArray("{\"type\":\"hello\",\"version\":1}\n");
    QTest::newRow("field of another kind") << QByteArray("{\"type\":\"hello\",\"version\":1,\"threads\":\"2\"}\n");
    QTest::newRow("number too large") << QByteArray("{\"type\":\"hello\",\"version\":1,\"threads\":4294967296}\n");
    QTest::newRow("number with a fraction") << QByteArray("{\"type\":\"cancel-run\",\"run\":1.5}\n");
    QTest::newRow("huge claim") << QByteArray("{\"type\":\"put-example\",\"hash\":\"a\",\"bytes\":268435457}\n");
    QTest::newRow("claim beyond 64 bits") << QByteArray(
        "{\"type\":\"put-example\",\"hash\":\"a\",\"bytes\":18446744073709551615}\n");
    QTest::newRow("negative claim") << QByteArray("{\"type\":\"put-example\",\"hash\":\"a\",\"bytes\":-1}\n");
    QTest::newRow("payload where none belongs") << QByteArray("{\"type\":\"shutdown\",\"bytes\":1}\nx");
    QTest::newRow("not UTF-8") << QByteArray("{\"type\":\"\xff\"}\n");
}

void TestMessages::brokenStreams()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(codeAfter<ToEngine>(bytes), ErrorCode::ProtocolBroken);
}

void TestMessages::brokenStaysBroken()
{
    Decoder<FromEngine> decoder;
    QByteArray odd = encode(FromEngine(RunFinished {1, someResult()}));
    odd.replace("\"bytes\":40", "\"bytes\":39"); // no whole number of predictions
    decoder.feed(odd);
    QVERIFY(!decoder.next());
    decoder.feed(encode(FromEngine(RunCancelled {1})));
    const auto next = decoder.next();
    QVERIFY(!next);
    QCOMPARE(next.error().code, ErrorCode::ProtocolBroken);
}

void TestMessages::nestingCannotExhaustTheStack()
{
    const int levels = 200'000;
    QCOMPARE(codeAfter<ToEngine>(QByteArray(levels, '[') + QByteArray(levels, ']') + '\n'), ErrorCode::ProtocolBroken);
    QByteArray tree = "{\"type\":\"model-opened\",\"request\":1,\"report\":";
    for (int level = 0; level < levels; ++level)
        tree += "{\"layers\":[";
    for (int level = 0; level < levels; ++level)
        tree += "]}";
    QCOMPARE(codeAfter<FromEngine>(tree + "}\n"), ErrorCode::ProtocolBroken);
}

void TestMessages::noiseNeverCrashes()
{
    std::mt19937 generator(20260101);
    const QByteArray clean = stream(allFromEngine());
    int broken = 0;
    for (int round = 0; round < 2000; ++round) {
        QByteArray noisy = clean;
        for (int flips = 0; flips < 3; ++flips)
            noisy[static_cast<qsizetype>(generator() % static_cast<unsigned>(noisy.size()))] = static_cast<char>(generator());
        Decoder<FromEngine> decoder;
        decoder.feed(noisy);
        broken += drain(decoder) ? 0 : 1;
    }
    QVERIFY(broken > 1000);
}

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_Messages.moc"
