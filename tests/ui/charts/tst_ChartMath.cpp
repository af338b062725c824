// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <limits>

#include <QTest>

#include "charts/ChartMath.h"

using namespace shotlab;
using namespace shotlab::charts;

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

AccuracyPoint point(Shots shots, double mean) { return {shots, {mean, std::nullopt, std::nullopt}, 1, false}; }

AccuracySeries series(int arm, ArmKind kind, std::vector<AccuracyPoint> points)
{
    return {arm, kind, 0, QStringLiteral("arm %1").arg(arm), std::move(points), false};
}

std::vector<Shots> shotsList(std::initializer_list<int> numbers)
{
    std::vector<Shots> shots;
    for (const int k : numbers)
        shots.push_back(k < 0 ? Shots::all() : Shots(k));
    return shots;
}

} // namespace

class TestChartMath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundAxesFromZero()
    {
        LearningChartData data;
        data.series.push_back({});
        for (const auto &[highest, top] : std::vector<std::pair<double, double>> {
                 {2.3, 3.0}, {0.07, 0.08}, {1.0, 1.0}, {0.12, 0.15}, {9.1, 10.0}, {41, 50}, {0.0, 1.0}}) {
            data.series[0].draws = {{{0, highest / 2}, {1, highest}}};
            QVERIFY2(std::abs(roundedTop(data) - top) < 1e-9, qPrintable(QString::number(roundedTop(data))));
        }
        for (const double top : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 0.15, 80.0}) {
            for (const double pixels : {20.0, 70.0, 140.0, 400.0}) {
                const std::vector<double> ticks = roundTicks(top, pixels, 30);
                QCOMPARE(ticks.front(), 0.0);
                QVERIFY2(std::abs(ticks.back() - top) < 1e-9, qPrintable(QStringLiteral("%1 %2").arg(top).arg(ticks.back())));
                QVERIFY(ticks.size() <= 6 && ticks.size() >= 2);
            }
        }
    }

    void usualPositions()
    {
        const std::vector<double> expected {0, 0.20, 0.36, 0.58, 0.76, 1};
        const std::vector<double> positions = shotsPositions(shotsList({0, 1, 2, 5, 10, -1}));
        QCOMPARE(positions.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(positions[i] - expected[i]) < 1e-9);
    }

    void otherPositions_data()
    {
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("without all") << QList<int> {0, 1, 2, 5, 10};
        QTest::newRow("without 0") << QList<int> {1, 2, 5, 10, -1};
        QTest::newRow("far") << QList<int> {0, 1, 5, 20, 50, 200, -1};
        QTest::newRow("two") << QList<int> {3, -1};
        QTest::newRow("neighbours") << QList<int> {40, 41, 42, 43, 1000};
        QList<int> thirty;
        for (int k = 0; k < 30; ++k)
            thirty << k;
        QTest::newRow("thirty") << thirty;
    }
    void otherPositions()
    {
        QFETCH(QList<int>, numbers);
        std::vector<Shots> shots;
        for (const int k : numbers)
            shots.push_back(k < 0 ? Shots::all() : Shots(k));
        const std::vector<double> positions = shotsPositions(shots);
        QCOMPARE(positions.size(), shots.size());
        QCOMPARE(positions.front(), 0.0);
        QCOMPARE(positions.back(), 1.0);
        const double evenly = 1.0 / static_cast<double>(shots.size() - 1);
        for (std::size_t i = 1; i < positions.size(); ++i)
            QVERIFY(positions[i] - positions[i - 1] >= std::min(0.04, 0.5 * evenly));
    }

    void aLoneShotsLiesInTheMiddle()
    {
        QCOMPARE(shotsPositions(shotsList({5})), std::vector<double> {0.5});
        QVERIFY(shotsPositions({}).empty());
    }

    void partOfTheUsualListKeepsItsProportions()
    {
        const std::vector<double> positions = shotsPositions(shotsList({0, 1, 2, 5, 10}));
        QVERIFY(std::abs(positions[1] - 0.20 / 0.76) < 1e-9);
        QVERIFY(std::abs(positions[3] - 0.58 / 0.76) < 1e-9);
    }

    void everyShotsHasItsPlace()
    {
        AccuracyChartData data;
        data.shots = shotsList({5, 0, 1});
        QCOMPARE(shotsOf(data), shotsList({0, 1, 5})); // nothing measured: the plan stands
        data.series = {series(0, ArmKind::LinearProbe, {point(Shots(2), 0.5), point(Shots::all(), 0.9)})};
        QCOMPARE(shotsOf(data), shotsList({1, 2, 5, -1})); // no arm can have a result at 0
        data.series.push_back(series(1, ArmKind::ZeroShot, {point(Shots(0), 0.5)}));
        QCOMPARE(shotsOf(data), shotsList({0, 1, 2, 5, -1}));
    }

    void cleaningKeepsWhatCanBeDrawn()
    {
        AccuracyChartData data;
        AccuracyPoint wide = point(Shots(1), 1.4);
        wide.accuracy.low = kNaN;
        wide.accuracy.high = 2;
        data.series
            = {series(0, ArmKind::LinearProbe, {point(Shots(5), 0.5), point(Shots(2), kNaN), wide, point(Shots(5), 0.6)})};
        data.floors = {{QStringLiteral("chance"), kNaN}, {QStringLiteral("majority"), 0.1}};
        data = cleaned(data);
        const std::vector<AccuracyPoint> &points = data.series[0].points;
        QCOMPARE(points.size(), std::size_t {2});
        QCOMPARE(points[0].shots, Shots(1));
        QCOMPARE(points[0].accuracy.mean, 1.0);
        QVERIFY(!points[0].accuracy.low);
        QCOMPARE(points[0].accuracy.high.value_or(-1), 1.0);
        QCOMPARE(points[1].accuracy.mean, 0.6); // the last one given
        QCOMPARE(data.floors.size(), std::size_t {1});
    }

    void cleaningCurves()
    {
        LearningChartData data;
        LearningSeries broken;
        broken.draws = {{{20, 0.5}, {10, 0.4}, {30, kNaN}}, {}};
        broken.running = true;
        data.series = {broken, LearningSeries {}};
        data = cleaned(data);
        QCOMPARE(data.series.size(), std::size_t {1});
        QCOMPARE(data.series[0].draws.size(), std::size_t {1});
        QCOMPARE(data.series[0].draws[0].front().step, 10);
        QCOMPARE(data.series[0].draws[0].size(), std::size_t {2});
        QVERIFY(!data.series[0].running); // what runs has no point yet
    }

    void lowerEnds_data()
    {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("bound");
        QTest::newRow("0 %") << 0.0 << 0.0;
        QTest::newRow("just above 20 %") << 0.21 << 0.0;
        QTest::newRow("25 %") << 0.25 << 20.0;
        QTest::newRow("59 %") << 0.59 << 40.0;
        QTest::newRow("82 %") << 0.82 << 80.0;
        QTest::newRow("100 %") << 1.0 << 80.0;
    }
    void lowerEnds()
    {
        QFETCH(double, lowest);
        QFETCH(double, bound);
        AccuracyChartData data;
        data.series
            = {series(0, ArmKind::LinearProbe, {point(Shots(1), lowest)}), series(1, ArmKind::ZeroShot, {point(Shots(0), 0.02)})};
        data.floors = {{QStringLiteral("chance"), 0.1}};
        QCOMPARE(lowerBound(data, {1}), bound);
        QCOMPARE(lowerBound(data, {}), 0.0);
        LearningChartData curves;
        curves.series = {{0, ArmKind::FullFineTuning, 0, {}, {{{0, lowest}, {10, 1.0}}}, false, 0}};
        QCOMPARE(lowerBound(curves), bound);
    }

    void rangesCountForTheLowerEnd()
    {
        AccuracyChartData data;
        AccuracyPoint wide = point(Shots(1), 0.9);
        wide.accuracy.low = 0.3;
        data.series = {series(0, ArmKind::LinearProbe, {wide})};
        QCOMPARE(lowerBound(data, {}), 20.0);
        QCOMPARE(lowerBound(AccuracyChartData {}, {}), 0.0);
        QCOMPARE(lowerBound(LearningChartData {}), 0.0);
    }

    void labelsFarApartStay()
    {
        const std::vector<double> wanted {80, 20, 50};
        QCOMPARE(spreadLabels(wanted, 16, 0, 100), wanted);
        QVERIFY(spreadLabels({}, 16, 0, 100).empty());
    }

    void labelsAreSpread()
    {
        const std::vector<double> wanted {50, 52, 51, 90, 99, 10};
        const std::vector<double> placed = spreadLabels(wanted, 16, 0, 100);
        for (std::size_t a = 0; a < wanted.size(); ++a) {
            QVERIFY(placed[a] >= 0 && placed[a] <= 100);
            for (std::size_t b = 0; b < wanted.size(); ++b) {
                if (wanted[a] < wanted[b])
                    QVERIFY(placed[b] - placed[a] >= 16 - 1e-9);
            }
        }
        // The group of three around 51 moves as little as it can: its middle stays, its order too.
        QVERIFY(std::abs(placed[2] - 51) < 1e-9);
        QVERIFY(std::abs(placed[5] - 10) < 1e-9);
    }

    void tooManyLabelsShareTheRoom()
    {
        const std::vector<double> placed = spreadLabels(std::vector<double>(11, 50), 16, 0, 100);
        for (std::size_t i = 0; i < placed.size(); ++i)
            QVERIFY(std::abs(placed[i] - 10.0 * static_cast<double>(i)) < 1e-9);
    }

    void meanOverThoseThatCameThatFar()
    {
        const std::vector<CurvePoint> mean = meanCurve({{{0, 0.2}, {10, 0.6}}, {{0, 0.4}, {20, 0.8}}, {}});
        QCOMPARE(mean.size(), std::size_t {2});
        QCOMPARE(mean[0].value, 0.3);
        QCOMPARE(mean[1].step, 20);
        QCOMPARE(mean[1].value, 0.8); // the first has stopped at 10
        const std::vector<CurvePoint> between = meanCurve({{{0, 0.2}, {10, 0.6}}, {{0, 0.4}, {5, 0.5}, {20, 0.8}}});
        QVERIFY(std::abs(between[1].value - 0.45) < 1e-9); // 0.4 on the way and 0.5
        QVERIFY(meanCurve({}).empty());
    }

    void valuesBetweenPoints()
    {
        const std::vector<CurvePoint> curve {{10, 0.2}, {20, 0.4}};
        QVERIFY(!valueAt(curve, 9));
        QCOMPARE(valueAt(curve, 10).value_or(-1), 0.2);
        QVERIFY(std::abs(valueAt(curve, 15).value_or(-1) - 0.3) < 1e-9);
        QVERIFY(!valueAt(curve, 21));
    }

    void longCurvesKeepTheirExtremes()
    {
        std::vector<CurvePoint> curve;
        for (int i = 0; i < 10'000; ++i)
            curve.push_back({i, 0.5 + 0.001 * (i % 7)});
        curve[5'003].value = 1;
        curve[7'001].value = 0;
        const std::vector<CurvePoint> few = decimated(curve, 300);
        QVERIFY(few.size() <= 600);
        const auto has = [&](double accuracy) {
            return std::any_of(few.begin(), few.end(), [&](const CurvePoint &p) { return p.value == accuracy; });
        };
        QVERIFY(has(1) && has(0));
        QVERIFY(std::is_sorted(few.begin(), few.end(), [](const CurvePoint &a, const CurvePoint &b) { return a.step < b.step; }));
        QCOMPARE(decimated({{0, 0.1}, {1, 0.2}}, 300).size(), std::size_t {2});
    }

    void ticksOfSteps()
    {
        QCOMPARE(stepTicks(0), std::vector<int> {0});
        QCOMPARE(stepTicks(3), (std::vector<int> {0, 1, 2, 3}));
        QCOMPARE(stepTicks(60), (std::vector<int> {0, 10, 20, 30, 40, 50, 60}));
        QCOMPARE(stepTicks(160), (std::vector<int> {0, 50, 100, 150}));
        QCOMPARE(stepTicks(1'000'000).size(), std::size_t {6});
    }

    void ticksOfPercents()
    {
        QCOMPARE(percentTicks(0, 400, 30), (std::vector<double> {0, 20, 40, 60, 80, 100}));
        QCOMPARE(percentTicks(80, 400, 30), (std::vector<double> {80, 85, 90, 95, 100}));
        QCOMPARE(percentTicks(60, 400, 30), (std::vector<double> {60, 70, 80, 90, 100}));
        QCOMPARE(percentTicks(0, 70, 30), (std::vector<double> {0, 50, 100}));
        QCOMPARE(percentTicks(40, 20, 30), (std::vector<double> {40, 100}));
    }

    void readingIsBestFirst()
    {
        AccuracyChartData data;
        data.series
            = {series(0, ArmKind::LinearProbe, {point(Shots(1), 0.5), point(Shots(5), 0.7)}),
               series(1, ArmKind::FullFineTuning, {point(Shots(5), 0.8)}), series(2, ArmKind::ZeroShot, {point(Shots(0), 0.75)})};
        const auto arms = [&](Shots shots, const std::vector<int> &hidden) {
            std::vector<int> list;
            for (const ReadingRow &row : readingAt(data, shots, hidden))
                list.push_back(row.series->arm);
            return list;
        };
        QCOMPARE(arms(Shots(5), {}), (std::vector<int> {1, 2, 0}));
        QCOMPARE(arms(Shots(5), {2}), (std::vector<int> {1, 0}));
        QCOMPARE(arms(Shots(1), {}), (std::vector<int> {2, 0}));
        QCOMPARE(arms(Shots(9), {2}), std::vector<int> {});
        const QString words = readingText(data, Shots(5), {});
        QVERIFY(words.startsWith(QStringLiteral("5 examples per class")));
        QVERIFY(words.indexOf(QStringLiteral("arm 1")) < words.indexOf(QStringLiteral("arm 0")));
        QVERIFY(readingText(data, Shots(9), {2}).contains(QStringLiteral("not measured")));
    }
};

QTEST_GUILESS_MAIN(TestChartMath)
#include "tst_ChartMath.moc"
