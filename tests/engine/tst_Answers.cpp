// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <QTest>

#include "EngineHarness.h"

using namespace shotlab;
using namespace shotlab::engine::test;

namespace
{

Settings settingsOf(ArmKind kind)
{
    switch (kind) {
    case ArmKind::ZeroShot:
        return {};
    case ArmKind::LinearProbe:
        return {{"C", 10.0}};
    case ArmKind::Prototypes:
    case ArmKind::NearestNeighbour:
        return {{"temperature", 10.0}};
    default:
        return trainingSettings(kind == ArmKind::FromScratch ? "train" : "eval");
    }
}

protocol::StartRun run(ArmKind kind, const std::string &name)
{
    protocol::StartRun start = Harness::run(kind, settingsOf(kind));
    if (kind == ArmKind::ChosenLayers)
        start.arm.layers.learning = {"stage2"};
    start.keepAs = name;
    return start;
}

QByteArray testPicture(int i) { return png(labelledPixels(static_cast<std::uint32_t>(500 + i), i % kClasses), kSide); }

protocol::AskAnswers question(const QByteArray &example, const std::vector<std::string> &methods)
{
    protocol::AskAnswers question;
    question.request = 41;
    question.example = example;
    question.methods = methods;
    return question;
}

void prepare(Harness &harness)
{
    harness.engine().handle(protocol::Hello {protocol::kVersion, 2});
    harness.open(dataFile("tiny.pt"));
    harness.putPictures();
    harness.setTestSet();
}

/// The answers to it, or none when it was refused.
std::vector<protocol::MethodAnswer> asked(Harness &harness, const protocol::AskAnswers &question)
{
    harness.clear();
    harness.engine().overtake(question);
    harness.engine().handle(question);
    const auto given = harness.all<protocol::AnswersGiven>();
    return given.size() == 1 && given.front().request == question.request ? given.front().answers
                                                                          : std::vector<protocol::MethodAnswer> {};
}

bool isSame(const std::vector<double> &probabilities, const Prediction &recorded)
{
    constexpr double kOfHalves = 1e-3;
    if (probabilities.size() != std::size_t {kClasses})
        return false;
    for (int i = 0; i < kClasses; ++i) {
        const auto place = static_cast<std::size_t>(i);
        const double said = probabilities[static_cast<std::size_t>(recorded.classes[place])];
        if (std::abs(said - static_cast<double>(recorded.probabilities[place])) > kOfHalves)
            return false;
    }
    return true;
}

} // namespace

class tst_Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalWhatARunSaid_data()
    {
        QTest::addColumn<int>("kind");
        for (const ArmKind kind : {ArmKind::ZeroShot, ArmKind::Prototypes, ArmKind::NearestNeighbour, ArmKind::LinearProbe,
                                   ArmKind::ChosenLayers, ArmKind::FullFineTuning, ArmKind::FromScratch})
            QTest::newRow(std::string(armName(kind)).c_str()) << static_cast<int>(kind);
    }

    /// A test picture shown by hand gets the answer that stands in the lab file.
    void equalWhatARunSaid()
    {
        QFETCH(const int, kind);
        Harness harness;
        prepare(harness);
        const auto event = harness.did(run(static_cast<ArmKind>(kind), "method"));
        const auto *done = std::get_if<protocol::RunFinished>(&event);
        QVERIFY(done);
        for (int i = 0; i < kTests; ++i) {
            const auto answers = asked(harness, question(testPicture(i), {"method"}));
            QCOMPARE(answers.size(), std::size_t {1});
            QVERIFY(!answers[0].error);
            QVERIFY(isSame(answers[0].probabilities, done->result.predictions[static_cast<std::size_t>(i)]));
        }
    }

    /// The second time the picture is another one, and so is the answer; nothing of it gets into later runs.
    void looksAtEachPictureAnew()
    {
        Harness harness;
        prepare(harness);
        const auto first = harness.did(run(ArmKind::FullFineTuning, "method"));
        const auto one = asked(harness, question(testPicture(0), {"method"}));
        const auto other = asked(harness, question(testPicture(1), {"method"}));
        const auto again = asked(harness, question(testPicture(0), {"method"}));
        QVERIFY(one[0].probabilities != other[0].probabilities);
        QVERIFY(one[0].probabilities == again[0].probabilities);
        const auto second = harness.did(run(ArmKind::FullFineTuning, "method"));
        QVERIFY(std::get<protocol::RunFinished>(first).result.predictions
                == std::get<protocol::RunFinished>(second).result.predictions);
    }

    /// What only reads features needs no run; what trains says that it is not there.
    void learnsWhatMovesNoWeights()
    {
        Harness harness;
        prepare(harness);
        protocol::AskAnswers wanted = question(testPicture(3), {"zero", "probe", "nearest", "full"});
        wanted.learn = {run(ArmKind::ZeroShot, "zero"), run(ArmKind::LinearProbe, "probe"), run(ArmKind::NearestNeighbour, "nearest")};
        const auto answers = asked(harness, wanted);
        QCOMPARE(answers.size(), std::size_t {4});
        const std::vector<ArmKind> kinds {ArmKind::ZeroShot, ArmKind::LinearProbe, ArmKind::NearestNeighbour};
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const auto event = harness.did(Harness::run(kinds[i], settingsOf(kinds[i])));
            QVERIFY(isSame(answers[i].probabilities, std::get<protocol::RunFinished>(event).result.predictions[3]));
        }
        QVERIFY(answers[3].probabilities.empty());
        QVERIFY(!answers[3].error);
        wanted.learn.clear(); // kept from the first time
        QVERIFY(asked(harness, wanted)[1].probabilities == answers[1].probabilities);
    }

    /// What was learnt for other classes or with another model must not answer.
    void forgetsWithItsTestSetAndModel()
    {
        Harness harness;
        prepare(harness);
        harness.did(run(ArmKind::FullFineTuning, "method"));
        harness.setTestSet(); // told again, the same
        QVERIFY(!asked(harness, question(testPicture(0), {"method"}))[0].probabilities.empty());
        protocol::SetTestSet other;
        other.classes = 2;
        other.hashes = {Harness::testHash(0), Harness::testHash(1)};
        other.labels = {0, 1};
        harness.engine().handle(other);
        QVERIFY(asked(harness, question(testPicture(0), {"method"}))[0].probabilities.empty());
        harness.setTestSet();
        harness.did(run(ArmKind::FullFineTuning, "method"));
        harness.open(dataFile("tiny.pt"));
        QVERIFY(asked(harness, question(testPicture(0), {"method"}))[0].probabilities.empty());
    }

    void oneMethodsTroubleDoesNotSilenceTheOthers()
    {
        Harness harness;
        prepare(harness);
        protocol::SetTestSet unlinked;
        unlinked.classes = kClasses;
        unlinked.links = {{0}, {}, {1}};
        unlinked.hashes = {Harness::testHash(0), Harness::testHash(1), Harness::testHash(2)};
        unlinked.labels = {0, 1, 2};
        harness.engine().handle(unlinked);
        protocol::AskAnswers wanted = question(testPicture(0), {"zero", "probe"});
        wanted.learn = {run(ArmKind::ZeroShot, "zero"), run(ArmKind::LinearProbe, "probe")};
        const auto answers = asked(harness, wanted);
        QCOMPARE(answers.size(), std::size_t {2});
        QVERIFY(answers[0].error);
        QCOMPARE(answers[0].error->code, ErrorCode::NoZeroShotLink);
        QCOMPARE(answers[1].probabilities.size(), std::size_t {kClasses});
    }

    void refusesWhatIsNoPicture()
    {
        Harness harness;
        prepare(harness);
        QVERIFY(asked(harness, question("no picture", {"method"})).empty());
        const auto refused = harness.all<protocol::RequestFailed>();
        QCOMPARE(refused.size(), std::size_t {1});
        QCOMPARE(refused[0].error.code, ErrorCode::PictureUnreadable);
    }

    /// Asked while a run trains, it is answered before the run ends, and the run's numbers stay.
    void isServedBetweenBatches()
    {
        Harness harness;
        prepare(harness);
        harness.did(run(ArmKind::FullFineTuning, "method"));
        const protocol::StartRun start = Harness::run(ArmKind::FromScratch, settingsOf(ArmKind::FromScratch));
        const auto alone = harness.did(start);
        harness.clear();
        protocol::AskAnswers wanted = question(testPicture(2), {"method", "probe"});
        wanted.learn = {run(ArmKind::LinearProbe, "probe")};
        bool offered = false;
        harness.watch = [&](const protocol::FromEngine &event) {
            if (std::holds_alternative<protocol::RunEpoch>(event) && !std::exchange(offered, true))
                harness.engine().overtake(wanted);
        };
        const auto disturbed = harness.did(start);
        harness.engine().handle(wanted);
        const auto events = harness.events();
        const auto answer = std::find_if(events.begin(), events.end(),
                                         [](const auto &event) { return std::holds_alternative<protocol::AnswersGiven>(event); });
        const auto end = std::find_if(events.begin(), events.end(),
                                      [](const auto &event) { return std::holds_alternative<protocol::RunFinished>(event); });
        QVERIFY(answer < end);
        QCOMPARE(harness.all<protocol::AnswersGiven>().size(), std::size_t {1});
        QVERIFY(std::get<protocol::RunFinished>(alone).result.predictions
                == std::get<protocol::RunFinished>(disturbed).result.predictions);
    }
};

QTEST_GUILESS_MAIN(tst_Answers)
#include "tst_Answers.moc"
