// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

#include "lab/DrawPlan.h"

using namespace shotlab;

namespace
{

std::vector<Example> someExamples(int count, const std::string &prefix = "h")
{
    std::vector<Example> examples;
    for (int i = 0; i < count; ++i) {
        Example example;
        example.id = ExampleId {i + 1};
        example.hash = prefix + std::to_string(i);
        examples.push_back(example);
    }
    return examples;
}

std::set<std::string> hashesOf(const std::vector<Example> &examples, const std::vector<ExampleId> &ids)
{
    std::set<std::string> hashes;
    for (const Example &example : examples) {
        if (std::find(ids.begin(), ids.end(), example.id) != ids.end())
            hashes.insert(example.hash);
    }
    return hashes;
}

} // namespace

class TestDrawPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shareOfTheTestSet()
    {
        QCOMPARE(testShare(0), 0);
        QCOMPARE(testShare(1), 0);
        QCOMPARE(testShare(2), 1);
        QCOMPARE(testShare(5), 1);
        QCOMPARE(testShare(6), 2);
        QCOMPARE(testShare(299), 99);
        QCOMPARE(testShare(5000), 100);
    }

    void lotDependsOnSeedAndContentAlone()
    {
        std::vector<Example> examples = someExamples(60);
        const std::set<std::string> first = hashesOf(examples, dealTestSet(examples, 7));
        QCOMPARE(first.size(), std::size_t(20));

        std::reverse(examples.begin(), examples.end());
        for (std::size_t i = 0; i < examples.size(); ++i)
            examples[i].id = ExampleId {static_cast<std::int64_t>(1000 + i)};
        QVERIFY(hashesOf(examples, dealTestSet(examples, 7)) == first);
        QVERIFY(hashesOf(examples, dealTestSet(examples, 8)) != first);
    }

    void copiesStayOnOneSide()
    {
        std::vector<Example> examples = someExamples(30);
        for (std::size_t i = 0; i < 10; ++i)
            examples[i].group = "one photographer";
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const std::vector<ExampleId> test = dealTestSet(examples, seed);
            QVERIFY(!test.empty());
            QVERIFY(test.size() <= 10);
            const auto ofGroup = std::count_if(test.begin(), test.end(), [](ExampleId id) { return id.value <= 10; });
            QVERIFY(ofGroup == 0 || ofGroup == 10);
        }
    }

    void oneGroupOnlyStillGetsATestSet()
    {
        std::vector<Example> examples = someExamples(9);
        for (Example &example : examples)
            example.group = "the same";
        QCOMPARE(dealTestSet(examples, 1).size(), std::size_t(3));
    }

    void twoLargeGroupsGiveOneAway()
    {
        std::vector<Example> examples = someExamples(10);
        for (std::size_t i = 0; i < 10; ++i)
            examples[i].group = i < 6 ? "a" : "b";
        QCOMPARE(dealTestSet(examples, 1).size(), std::size_t(4));
    }

    void supportSetsAreNested()
    {
        const DrawPlan plan({someExamples(50, "a"), someExamples(40, "b")}, 3);
        QCOMPARE(plan.largestShots(), 40);
        for (int draw = 0; draw < 5; ++draw) {
            const auto five = plan.support(Shots(5), draw);
            const auto two = plan.support(Shots(2), draw);
            for (std::size_t c = 0; c < 2; ++c) {
                QCOMPARE(five[c].size(), std::size_t(5));
                QVERIFY(std::equal(two[c].begin(), two[c].end(), five[c].begin()));
                QCOMPARE(std::set<ExampleId>(five[c].begin(), five[c].end()).size(), std::size_t(5));
            }
        }
        QVERIFY(plan.support(Shots(5), 0) != plan.support(Shots(5), 1));
    }

    void allIsThePoolWhateverTheDraw()
    {
        const DrawPlan plan({someExamples(12), someExamples(7)}, 3);
        const auto all = plan.support(Shots::all(), 4);
        QCOMPARE(all[0].size(), std::size_t(12));
        QCOMPARE(all[1].size(), std::size_t(7));
        QVERIFY(all == plan.support(Shots::all(), 0));
    }

    void everyExampleIsDrawnAboutEquallyOften()
    {
        const DrawPlan plan({someExamples(10)}, 99);
        std::map<ExampleId, int> drawn;
        constexpr int kDraws = 4000;
        for (int draw = 0; draw < kDraws; ++draw)
            ++drawn[plan.support(Shots(1), draw)[0][0]];
        // Binomial(4000, 0.1): standard deviation 19; six of them would be a one in a billion event.
        for (const auto &[id, times] : drawn)
            QVERIFY2(std::abs(times - kDraws / 10) < 114, qPrintable(QString::number(times)));
        QCOMPARE(drawn.size(), std::size_t(10));
    }

    void equalPicturesAreDrawnApart()
    {
        std::vector<Example> twins = someExamples(4);
        for (Example &example : twins)
            example.hash = "same";
        const DrawPlan plan({twins}, 1);
        const auto ids = plan.support(Shots(4), 0)[0];
        QCOMPARE(std::set<ExampleId>(ids.begin(), ids.end()).size(), std::size_t(4));
    }
};

QTEST_GUILESS_MAIN(TestDrawPlan)
#include "tst_DrawPlan.moc"
