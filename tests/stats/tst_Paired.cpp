// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "Reference.h"
#include "SimulatedGrid.h"
#include "stats/Intervals.h"
#include "stats/Paired.h"

using namespace shotlab;
using namespace shotlab::stats;
using reference::close;

class TestPaired : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reducesToThePairedTTest();
    void agreesWithNumpy();
    void intervalAndPValueAgree();
    void takesCommonDrawsOnly();
    void fixedRowMeetsEveryDraw();
    void oneDrawIsNoTest();
    void equalArmsAreNeverApart();
    void nothingInCommon();
    void moreDrawsHelpOrNot();
    void priorAgreesWithScipy();
    void priorNeedsSomeRatios();
};

void TestPaired::reducesToThePairedTTest()
{
    // Where all test examples behave alike, only draws vary and the classic paired t test over draws remains.
    const nlohmann::json v = reference::load("paired_t");
    std::vector<std::vector<std::int8_t>> rows;
    for (const auto &value : v.at("draws"))
        rows.emplace_back(v.at("columns").get<std::size_t>(), value.get<std::int8_t>());
    const CrossedMeanSquares squares = crossedMeanSquares(rows);
    const LuckParts luck {squares.ofDraws / squares.count(), squares.draws - 1.0, 0, squares.tests - 1};
    QVERIFY(close(twoSidedP(luck, squares.mean), v.at("p"), 1e-6));
}

void TestPaired::agreesWithNumpy()
{
    for (const auto &v : reference::load("paired")) {
        const CellOutcomes a = simulated::cell(0, Shots(1), reference::table<std::uint8_t>(v.at("a")));
        const CellOutcomes b = simulated::cell(1, Shots(1), reference::table<std::uint8_t>(v.at("b")));
        const auto difference = pairedDifference(a, false, b, false);
        QVERIFY(difference.has_value());
        const LuckParts luck = luckOf(*difference);
        QVERIFY(close(difference->mean, v.at("mean")));
        QVERIFY(close(halfWidth(luck, 0.05), v.at("half_width")));
        QVERIFY(close(twoSidedP(luck, difference->squares.mean), v.at("p"), 1e-5));
    }
}

void TestPaired::intervalAndPValueAgree()
{
    for (const double distance : {0.001, 0.01, 0.05, 0.2, 0.9}) {
        const LuckParts luck {2e-4, 2, 3e-4, 120};
        const double p = twoSidedP(luck, distance);
        QVERIFY(close(halfWidth(luck, p), distance, 1e-5));
        QVERIFY(close(twoSidedP(luck, -distance), p));
    }
    QCOMPARE(twoSidedP({2e-4, 2, 3e-4, 120}, 0), 1.0);
    QVERIFY(twoSidedP({0, 2, 1e-9, 120}, 0.9) <= 1e-14);
}

void TestPaired::takesCommonDrawsOnly()
{
    CellOutcomes a = simulated::cell(0, Shots(1), {{1, 1}, {0, 0}, {1, 0}});
    CellOutcomes b = simulated::cell(1, Shots(1), {{1, 0}, {0, 1}});
    a.draws = {0, 2, 5};
    b.draws = {5, 0}; // finished in another order
    const auto difference = pairedDifference(a, false, b, false);
    QCOMPARE(difference->draws, 2);
    // Draw 0: (1,1) - (0,1); draw 5: (1,0) - (1,0).
    QCOMPARE(difference->mean, 0.25);
}

void TestPaired::fixedRowMeetsEveryDraw()
{
    const CellOutcomes zeroShot = simulated::cell(0, Shots(0), {{1, 0, 1, 1}});
    const CellOutcomes probe = simulated::cell(1, Shots(1), {{1, 1, 0, 1}, {1, 0, 0, 0}, {0, 0, 1, 1}});
    const auto forward = pairedDifference(zeroShot, true, probe, false);
    const auto backward = pairedDifference(probe, false, zeroShot, true);
    QCOMPARE(forward->draws, 3);
    QVERIFY(close(forward->mean, 0.75 - 6.0 / 12));
    QVERIFY(close(backward->mean, -forward->mean));
    QCOMPARE(pairedDifference(zeroShot, true, zeroShot, true)->draws, 1);
}

void TestPaired::oneDrawIsNoTest()
{
    const CellOutcomes a = simulated::cell(0, Shots(1), {{1, 1, 1, 1}});
    const CellOutcomes b = simulated::cell(1, Shots(1), {{0, 0, 0, 0}});
    const auto difference = pairedDifference(a, false, b, false);
    QCOMPARE(difference->mean, 1.0);
    QVERIFY(!difference->isTestable());
}

void TestPaired::equalArmsAreNeverApart()
{
    const CorrectMatrix same(5, std::vector<std::uint8_t> {1, 0, 1, 1, 0, 1, 1, 1});
    const CellOutcomes a = simulated::cell(0, Shots(1), same);
    const CellOutcomes b = simulated::cell(1, Shots(1), same);
    const auto difference = pairedDifference(a, false, b, false);
    QCOMPARE(difference->mean, 0.0);
    QVERIFY(halfWidth(luckOf(*difference), kAlpha) > 0);
    QCOMPARE(moreDrawsNeeded(*difference, {}, kAlpha, 100), 0);
}

void TestPaired::nothingInCommon()
{
    CellOutcomes a = simulated::cell(0, Shots(1), {{1, 1}});
    CellOutcomes b = simulated::cell(1, Shots(1), {{0, 0}});
    b.draws = {1};
    QVERIFY(!pairedDifference(a, false, b, false));
    QVERIFY(!pairedDifference(a, false, CellOutcomes {}, false));
    b.draws = {0};
    b.correct = {{0, 0, 0}};
    QVERIFY(!pairedDifference(a, false, b, false));
}

void TestPaired::moreDrawsHelpOrNot()
{
    PairedDifference difference;
    difference.draws = 3;
    difference.mean = 0.05;
    difference.squares = {0.05, 3, 102, 0.05 * 306 / 50, 0.001, 0.001};
    // Luck of the draw sets the limit: a few more draws shrink it.
    const int needed = moreDrawsNeeded(difference, {}, kAlpha, 100);
    QVERIFY(needed > 0);
    LuckParts luck = luckOf(difference);
    const auto halfAfter = [&luck, &difference](int more) {
        LuckParts later = luck;
        later.draws *= 3.0 / (difference.draws + more);
        later.drawsDf += more;
        return halfWidth(later, kAlpha);
    };
    QVERIFY(halfAfter(needed) < 0.05);
    QVERIFY(halfAfter(needed - 1) >= 0.05);
    // The test set sets the limit: no number of draws helps.
    difference.squares.ofTests = 3 * 102 * 0.05 * 0.05;
    QCOMPARE(moreDrawsNeeded(difference, {}, kAlpha, 100), 0);
}

void TestPaired::priorAgreesWithScipy()
{
    const nlohmann::json v = reference::load("prior");
    std::vector<DrawLuckRatio> ratios;
    for (std::size_t i = 0; i < v.at("ratios").size(); ++i)
        ratios.push_back({v.at("ratios")[i], v.at("df")[i]});
    const DrawLuckPrior prior = drawLuckPrior(ratios);
    QVERIFY(close(prior.df, v.at("prior_df"), 1e-6));
    QVERIFY(close(prior.ratio, v.at("prior_ratio"), 1e-6));

    const DrawLuckRatio mixed = moderated({4.0, 2}, {2.0, 6});
    QCOMPARE(mixed.df, 8.0);
    QCOMPARE(mixed.ratio, 2.5);
    QCOMPARE(moderated({0.1, 2}, {0.2, 6}).ratio, 1.0);
}

void TestPaired::priorNeedsSomeRatios()
{
    const std::vector<DrawLuckRatio> alike(20, DrawLuckRatio {2.0, 2});
    QCOMPARE(drawLuckPrior(alike).df, kMostPriorDf);
    QCOMPARE(drawLuckPrior({{2.0, 2}, {3.0, 2}, {2.5, 2}}).df, 0.0);
    QCOMPARE(drawLuckPrior({}).df, 0.0);
}

QTEST_APPLESS_MAIN(TestPaired)
#include "tst_Paired.moc"
