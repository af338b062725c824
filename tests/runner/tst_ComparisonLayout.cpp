// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <set>

#include <QTest>

#include "TestLab.h"
#include "runner/ComparisonLayout.h"
#include "runner/DataChecks.h"

using namespace shotlab;
using namespace shotlab::runner;

namespace
{

/// A lab in memory: names, examples per class; every third example of a class is a test example.
LabData dataOf(const std::vector<std::pair<std::string, int>> &classes)
{
    LabData data;
    LabModel model;
    model.card = guessedModelCard("m", 3, 32, 3);
    model.card.sourceLabels = {"Cat", "dog", "polar_bear"};
    model.hash = "modelhash";
    data.model = model;
    std::int64_t id = 0;
    for (const auto &[name, count] : classes) {
        LabClass labClass;
        labClass.id = ClassId {static_cast<std::int64_t>(data.classes.size()) + 1};
        labClass.name = name;
        labClass.links = linksByName(name, model.card.sourceLabels);
        data.classes.push_back(labClass);
        for (int i = 0; i < count; ++i) {
            Example example;
            example.id = ExampleId {++id};
            example.classId = labClass.id;
            example.hash = name + std::to_string(i);
            example.role = i % 3 == 0 ? Role::Test : Role::Pool;
            data.examples.push_back(example);
        }
    }
    return data;
}

ComparisonPlan plan(const std::vector<Shots> &shots)
{
    return support::planOf({ArmKind::ZeroShot, ArmKind::LinearProbe}, shots, 2, dataOf({}).model->card);
}

ErrorCode refusal(const LabData &data)
{
    const auto laidOut = layOut(plan({Shots(0), Shots(1)}), data);
    return laidOut ? ErrorCode::Internal : laidOut.error().code;
}

} // namespace

class TestComparisonLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testAndPoolNeverShareContents();
    void skipsWhatTheSmallestClassCannotGive();
    void skipsZeroShotWithoutLinks();
    void refusesWhatCannotBeCompared();
    void sortsShotsAndDropsDoubles();
    void dataHashForgetsOrderButNotContent();
    void seedsDependOnTheRunAlone();
    void fingerprintsTellRunsApart();
    void namesAreLinkedWhateverTheirSpelling();
    void pointsOutWhatIsWrongWithTheData();
    void dealsTheTestSetByTheRules();
};

void TestComparisonLayout::testAndPoolNeverShareContents()
{
    LabData data = dataOf({{"cat", 9}, {"dog", 9}});
    data.examples.back().hash = data.examples.front().hash; // a dog that is a test cat
    QCOMPARE(data.examples.back().role, Role::Pool);
    const auto laidOut = layOut(plan({Shots(1), Shots::all()}), data);
    QVERIFY(laidOut);
    QCOMPARE(laidOut->comparison.testExamples.size(), std::size_t(6));
    QCOMPARE(laidOut->comparison.testLabels, (std::vector<int> {0, 0, 0, 1, 1, 1}));
    QCOMPARE(laidOut->comparison.poolSizes, (std::vector<int> {6, 5}));
    for (const auto &ofClass : laidOut->draws.support(Shots::all(), 0))
        QVERIFY(std::find(ofClass.begin(), ofClass.end(), data.examples.back().id) == ofClass.end());
}

void TestComparisonLayout::skipsWhatTheSmallestClassCannotGive()
{
    const auto laidOut = layOut(plan({Shots(0), Shots(4), Shots(5), Shots::all()}), dataOf({{"cat", 30}, {"dog", 6}}));
    QVERIFY(laidOut);
    const auto &skipped = laidOut->comparison.skipped;
    QCOMPARE(skipped.size(), std::size_t(1));
    QVERIFY(!skipped.front().arm && skipped.front().shots == Shots(5));
    QCOMPARE(skipped.front().reason.code, ErrorCode::ClassTooSmall);
    QCOMPARE(skipped.front().reason.arguments, (std::vector<std::string> {"dog", "6", "2"}));
    for (const RunKey &key : schedule(laidOut->comparison))
        QVERIFY(key.shots != Shots(5));
}

void TestComparisonLayout::skipsZeroShotWithoutLinks()
{
    const auto laidOut = layOut(plan({Shots(0), Shots(1)}), dataOf({{"cat", 6}, {"nebula", 6}, {"star", 6}}));
    QVERIFY(laidOut);
    const auto &skipped = laidOut->comparison.skipped;
    QCOMPARE(skipped.size(), std::size_t(1));
    QVERIFY(skipped.front().arm == 0 && !skipped.front().shots);
    QCOMPARE(skipped.front().reason.code, ErrorCode::NoZeroShotLink);
    QCOMPARE(skipped.front().reason.arguments.front(), std::string("nebula, star"));
}

void TestComparisonLayout::refusesWhatCannotBeCompared()
{
    LabData data = dataOf({{"cat", 6}, {"dog", 6}});
    QCOMPARE(refusal(data), ErrorCode::Internal);
    QCOMPARE(refusal(dataOf({{"cat", 6}})), ErrorCode::NotEnoughClasses);
    QCOMPARE(refusal(dataOf({})), ErrorCode::LabHasNoData);
    QCOMPARE(refusal(dataOf({{"cat", 6}, {"dog", 1}})), ErrorCode::ClassTooSmall);
    LabData untested = data;
    for (Example &example : untested.examples)
        example.role = example.classId == ClassId {2} ? Role::Pool : example.role;
    QCOMPARE(refusal(untested), ErrorCode::ClassWithoutTest);
    data.model.reset();
    QCOMPARE(refusal(data), ErrorCode::LabHasNoModel);

    const auto nothing = layOut(plan({Shots(50)}), dataOf({{"cat", 6}, {"dog", 6}}));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::ClassTooSmall); // says why instead of "nothing to run"
}

void TestComparisonLayout::sortsShotsAndDropsDoubles()
{
    const auto laidOut = layOut(plan({Shots::all(), Shots(2), Shots(1), Shots(2)}), dataOf({{"cat", 9}, {"dog", 9}}));
    QVERIFY(laidOut);
    QVERIFY(laidOut->comparison.plan.shots == (std::vector<Shots> {Shots(1), Shots(2), Shots::all()}));
}

void TestComparisonLayout::dataHashForgetsOrderButNotContent()
{
    const LabData data = dataOf({{"cat", 6}, {"dog", 6}});
    LabData turned = data;
    std::reverse(turned.examples.begin(), turned.examples.end());
    for (Example &example : turned.examples)
        example.id.value += 100;
    QCOMPARE(dataHash(turned), dataHash(data));

    LabData other = data;
    other.examples.front().role = Role::Pool;
    QVERIFY(dataHash(other) != dataHash(data));
    other = data;
    other.examples.front().classId = ClassId {2};
    QVERIFY(dataHash(other) != dataHash(data));
    other = data;
    other.model->card.mean.front() += 0.1F; // the same pictures, prepared in another way
    QVERIFY(dataHash(other) != dataHash(data));
}

void TestComparisonLayout::seedsDependOnTheRunAlone()
{
    const ComparisonPlan one = plan({Shots(1)});
    ComparisonPlan turned = one;
    std::swap(turned.arms[0], turned.arms[1]);
    QCOMPARE(runSeed(one, {1, Shots(1), 0}), runSeed(turned, {0, Shots(1), 0}));
    std::set<std::uint64_t> seeds;
    for (const int arm : {0, 1}) {
        for (const Shots shots : {Shots(1), Shots(2), Shots::all()}) {
            for (const int draw : {0, 1, 2})
                seeds.insert(runSeed(one, {arm, shots, draw}));
        }
    }
    QCOMPARE(seeds.size(), std::size_t(18));
}

void TestComparisonLayout::fingerprintsTellRunsApart()
{
    const LabData data = dataOf({{"cat", 9}, {"dog", 9}});
    HashById hashes;
    for (const Example &example : data.examples)
        hashes[example.id] = example.hash;
    const auto laidOut = layOut(plan({Shots(0), Shots(1), Shots(2)}), data);
    QVERIFY(laidOut);
    const Comparison &comparison = laidOut->comparison;
    const Provenance here {"0.1.0", "Lib 1", comparison.modelHash, 2, "now"};
    const auto fingerprint = [&](const Comparison &of, const Provenance &by, const RunSpec &spec) {
        return Fingerprints(of, hashes, data.model->card, by).of(spec);
    };
    const RunSpec probe {{1, Shots(1), 0}, comparison.arms()[1], 1, laidOut->draws.support(Shots(1), 0)};
    const std::string original = fingerprint(comparison, here, probe);

    Provenance later = here;
    later.startedAt = "then";
    QCOMPARE(fingerprint(comparison, later, probe), original);
    Comparison relinked = comparison;
    relinked.classes.front().links = {1};
    QCOMPARE(fingerprint(relinked, here, probe), original); // names matter to zero-shot alone
    const RunSpec zeroShot {{0, Shots(0), 0}, comparison.arms()[0], 1, {{}, {}}};
    QVERIFY(fingerprint(relinked, here, zeroShot) != fingerprint(comparison, here, zeroShot));

    // A model of text reads the names themselves: links say nothing to it, and prototypes read them only if told to.
    ModelCard words = data.model->card;
    words.modality = Modality::Text;
    const auto ofText = [&](const Comparison &of, const RunSpec &spec) { return Fingerprints(of, hashes, words, here).of(spec); };
    QCOMPARE(ofText(relinked, zeroShot), ofText(comparison, zeroShot));
    Comparison renamed = comparison;
    renamed.classes.front().name = "tiger";
    QVERIFY(ofText(renamed, zeroShot) != ofText(comparison, zeroShot));
    QCOMPARE(ofText(renamed, probe), ofText(comparison, probe));
    RunSpec named = probe;
    named.arm.settings["name-weight"] = 1.0;
    QVERIFY(ofText(renamed, named) != ofText(comparison, named));

    std::set<std::string> different {original};
    RunSpec other = probe;
    other.seed = 2;
    different.insert(fingerprint(comparison, here, other));
    other = probe;
    other.support = laidOut->draws.support(Shots(1), 1);
    different.insert(fingerprint(comparison, here, other));
    other = probe;
    QVERIFY(applySetting(other.arm, "C", "3"));
    different.insert(fingerprint(comparison, here, other));
    Provenance threads = here;
    threads.threads = 1;
    different.insert(fingerprint(comparison, threads, probe));
    Comparison smaller = comparison;
    smaller.plan.workingSize = 16;
    different.insert(fingerprint(smaller, here, probe));
    Comparison views = comparison;
    views.plan.views = 4;
    different.insert(fingerprint(views, here, probe));
    QCOMPARE(fingerprint(views, here, zeroShot), fingerprint(comparison, here, zeroShot)); // learns from no example
    QCOMPARE(different.size(), std::size_t(7));
}

void TestComparisonLayout::namesAreLinkedWhateverTheirSpelling()
{
    const std::vector<std::string> labels {"Cat", "dog", "polar_bear", "cat"};
    QCOMPARE(linksByName(" cat ", labels), (std::vector<int> {0, 3}));
    QCOMPARE(linksByName("Polar bear", labels), (std::vector<int> {2}));
    QVERIFY(linksByName("bear", labels).empty());
}

void TestComparisonLayout::pointsOutWhatIsWrongWithTheData()
{
    const auto kinds = [](const LabData &data) {
        std::set<CheckKind> found;
        for (const DataCheck &check : checkData(data))
            found.insert(check.kind);
        return found;
    };
    LabData data = dataOf({{"cat", 12}, {"dog", 12}});
    QVERIFY(kinds(data).empty());
    LabData leaking = data;
    leaking.examples[1].group = leaking.examples[0].group = "one photographer";
    QVERIFY(kinds(leaking) == std::set {CheckKind::Leak});
    LabData doubled = data;
    doubled.examples[1].hash = doubled.examples[2].hash;
    QVERIFY(kinds(doubled) == std::set {CheckKind::Duplicates});
    QCOMPARE(checkData(doubled).front().examples, (std::vector<ExampleId> {doubled.examples[2].id}));
    QVERIFY(kinds(dataOf({{"cat", 37}, {"dog", 12}})) == std::set {CheckKind::Unbalanced});
    QVERIFY(kinds(dataOf({{"cat", 6}, {"dog", 12}})) == std::set {CheckKind::FewExamples});
    QVERIFY(kinds(dataOf({{"cat", 12}, {"star", 12}})) == std::set {CheckKind::NoLinks});
}

void TestComparisonLayout::dealsTheTestSetByTheRules()
{
    LabData data = dataOf({{"cat", 9}, {"dog", 9}});
    QCOMPARE(dealtTestSet(data, {}).size(), std::size_t(6));

    // Locked: the class that has a test set keeps it, the new one is dealt one of what nobody has learnt from.
    data.info.testLocked = true;
    std::set<ExampleId> kept;
    std::set<ExampleId> learnt;
    for (Example &example : data.examples) {
        if (example.classId == ClassId {2})
            example.role = Role::Pool;
        else if (example.role == Role::Test)
            kept.insert(example.id);
        if (example.classId == ClassId {2} && learnt.size() < 6)
            learnt.insert(example.id);
    }
    const std::vector<ExampleId> dealt = dealtTestSet(data, learnt);
    QCOMPARE(dealt.size(), kept.size() + 1); // a third of the three that are left
    for (const ExampleId id : dealt)
        QVERIFY(kept.contains(id) || (id.value > 9 && !learnt.contains(id)));

    data.info.testByUser = true;
    const std::vector<ExampleId> own = dealtTestSet(data, {});
    QCOMPARE(std::set<ExampleId>(own.begin(), own.end()), kept);
}

QTEST_GUILESS_MAIN(TestComparisonLayout)
#include "tst_ComparisonLayout.moc"
