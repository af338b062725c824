// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <array>

#include <QTest>

#include "Reference.h"
#include "stats/Crossed.h"
#include "stats/Distributions.h"
#include "stats/Intervals.h"

using namespace shotlab;
using namespace shotlab::stats;
using reference::close;

class TestIntervals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonAgreesWithScipy();
    void meanSquaresAgreeWithNumpy();
    void accuracyAgreesWithNumpy();
    void oneDrawIsWilson();
    void extremesKeepAWidth_data();
    void extremesKeepAWidth();
    void moreTestExamplesShrinkIt();
    void summaryCountsEverything();
    void summaryOfNothing();
};

void TestIntervals::wilsonAgreesWithScipy()
{
    for (const auto &v : reference::load("wilson")) {
        const int n = v.at("n");
        const Estimate interval = wilson(v.at("right").get<double>() / n, n, normalUpperQuantile(0.025));
        QVERIFY(close(*interval.low, v.at("low"), 1e-9));
        QVERIFY(close(*interval.high, v.at("high"), 1e-9));
    }
}

void TestIntervals::meanSquaresAgreeWithNumpy()
{
    const nlohmann::json values = reference::load("anova");
    const auto table = reference::table<std::int8_t>(values.at("table"));
    const auto check = [](const CrossedMeanSquares &squares, const nlohmann::json &v) {
        QVERIFY(close(squares.mean, v.at("mean")));
        QVERIFY(close(squares.tests, v.at("tests")));
        QVERIFY(close(squares.ofDraws, v.at("draws_ms")));
        QVERIFY(close(squares.ofTests, v.at("tests_ms")));
        QVERIFY(close(squares.residual, v.at("residual_ms")));
    };
    check(crossedMeanSquares(table), values);
    const std::array<PseudoColumn, 2> pseudo {{{1.0, 0.5}, {-1.0, 1.5}}};
    check(crossedMeanSquares(table, pseudo), values.at("weighted"));
}

void TestIntervals::accuracyAgreesWithNumpy()
{
    for (const auto &v : reference::load("accuracy")) {
        const Estimate interval = accuracyInterval(reference::table<std::uint8_t>(v.at("table")));
        QVERIFY(close(interval.mean, v.at("mean")));
        QVERIFY(close(*interval.low, v.at("low")));
        QVERIFY(close(*interval.high, v.at("high")));
    }
}

void TestIntervals::oneDrawIsWilson()
{
    const CorrectMatrix correct {{1, 1, 1, 0, 1, 1, 0, 1, 1, 1}};
    const Estimate interval = accuracyInterval(correct);
    const Estimate expected = wilson(0.8, 10, normalUpperQuantile(0.025));
    QVERIFY(interval == expected);
}

void TestIntervals::extremesKeepAWidth_data()
{
    QTest::addColumn<int>("draws");
    QTest::addColumn<int>("tests");
    QTest::addColumn<int>("right");
    for (const int draws : {1, 2, 20}) {
        for (const int tests : {1, 2, 50}) {
            for (const int right : {0, 1})
                QTest::addRow("%d draws, %d tests, all %d", draws, tests, right) << draws << tests << right;
        }
    }
}

void TestIntervals::extremesKeepAWidth()
{
    QFETCH(int, draws);
    QFETCH(int, tests);
    QFETCH(int, right);
    const std::vector<std::uint8_t> row(static_cast<std::size_t>(tests), static_cast<std::uint8_t>(right));
    const Estimate interval = accuracyInterval(CorrectMatrix(static_cast<std::size_t>(draws), row));
    QCOMPARE(interval.mean, static_cast<double>(right));
    QVERIFY(*interval.low >= 0 && *interval.high <= 1);
    QVERIFY(*interval.low <= interval.mean && interval.mean <= *interval.high);
    // With n test examples all right, up to about 3 / n might well be wrong (the rule of three).
    QVERIFY2(*interval.high - *interval.low > 2.5 / (tests + 4), qPrintable(QString::number(*interval.high - *interval.low)));
}

void TestIntervals::moreTestExamplesShrinkIt()
{
    CorrectMatrix few(3, std::vector<std::uint8_t>(20));
    CorrectMatrix many(3, std::vector<std::uint8_t>(200));
    for (std::size_t d = 0; d < 3; ++d) {
        for (std::size_t i = 0; i < 200; ++i)
            many[d][i] = (i + d) % 4 != 0 ? 1 : 0;
        std::copy_n(many[d].begin(), 20, few[d].begin());
    }
    const Estimate wide = accuracyInterval(few);
    const Estimate narrow = accuracyInterval(many);
    QVERIFY(*narrow.high - *narrow.low < (*wide.high - *wide.low) / 2);
}

void TestIntervals::summaryCountsEverything()
{
    CellOutcomes cell;
    cell.arm = 2;
    cell.shots = Shots(5);
    cell.draws = {0, 3};
    cell.correct = {{1, 1, 0, 1}, {1, 0, 0, 1}};
    cell.seconds = 1.5;
    cell.trainedParameters = 77;
    const CellSummary summary = summarise(cell);
    QCOMPARE(summary.arm, 2);
    QVERIFY(summary.shots == Shots(5));
    QCOMPARE(summary.draws, 2);
    QCOMPARE(summary.testSize, 4);
    QCOMPARE(summary.accuracy.mean, 0.625);
    QVERIFY(!summary.testLuckOnly);
    QCOMPARE(summary.perDraw, (std::vector<double> {0.75, 0.5}));
    QCOMPARE(summary.seconds, 1.5);
    QCOMPARE(summary.trainedParameters, std::int64_t {77});
    cell.draws.pop_back();
    cell.correct.pop_back();
    QVERIFY(summarise(cell).testLuckOnly);
}

void TestIntervals::summaryOfNothing()
{
    const CellSummary summary = summarise(CellOutcomes {});
    QCOMPARE(summary.draws, 0);
    QVERIFY(!summary.accuracy.low && !summary.accuracy.high);
    QVERIFY(!summary.testLuckOnly);
}

QTEST_APPLESS_MAIN(TestIntervals)
#include "tst_Intervals.moc"
