// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "SampleViews.h"
#include "models/ChartFeed.h"

using namespace shotlab;

class TestChartFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArmBecomesASeriesAndFloorsLines()
    {
        const charts::AccuracyChartData data = models::accuracyData(*test::sampleComparison(), {});
        QCOMPARE(data.series.size(), 5U);
        QCOMPARE(data.floors.size(), 1U);
        QCOMPARE(data.floors[0].accuracy, 1.0 / 3);
        QCOMPARE(data.series[1].arm, 1);
        QCOMPARE(data.series[1].points.size(), 2U);
        QCOMPARE(data.series[1].points[1].shots, Shots(5));
        QVERIFY(!data.series[1].points[1].hollow);
        QVERIFY(!data.series[0].points[0].hollow); // zero-shot has no luck of the draw
        QVERIFY(!data.headline.isEmpty());
        QVERIFY(!data.subline.isEmpty());
    }

    void unfinishedAndSingleDrawsAreHollow()
    {
        auto comparison = test::sampleComparison();
        comparison->state = runner::ComparisonState::Running;
        comparison->cells[1].finishedDraws = 2;
        comparison->cells[2].summary.testLuckOnly = true;
        const charts::AccuracyChartData data = models::accuracyData(*comparison, {});
        QVERIFY(data.series[1].points[0].hollow);
        QVERIFY(data.series[1].points[1].hollow);
    }

    void secondChosenLayersIsAVariantWithItsOwnName()
    {
        auto comparison = test::sampleComparison();
        Arm other = comparison->comparison.plan.arms[3];
        other.layers = LayerMap {{"stage1"}};
        comparison->comparison.plan.arms.push_back(other);
        runner::CellView cell = comparison->cells.back();
        cell.summary.arm = 6;
        comparison->cells.push_back(cell);
        const charts::AccuracyChartData data = models::accuracyData(*comparison, test::sampleModel().layers);
        QCOMPARE(data.series.back().variant, 1);
        QVERIFY(data.series.back().title != data.series[3].title);
    }

    void learningCurvesOfOneK()
    {
        const auto comparison = test::sampleComparison();
        runner::CurvesView curves;
        curves.arm = 4;
        curves.shots = Shots(5);
        EpochPoint point;
        point.step = 10;
        point.testAccuracy = 0.7;
        curves.perDraw = {{EpochPoint {}, point}, {}};
        const charts::LearningChartData data = models::learningData(*comparison, {}, Shots(5), {curves});
        QCOMPARE(data.series.size(), 1U);
        QCOMPARE(data.series[0].draws.size(), 1U);
        QCOMPARE(data.series[0].draws[0][1].step, 10);
        QCOMPARE(data.series[0].draws[0][1].value, 0.7);
        const charts::LearningChartData none = models::learningData(*comparison, {}, Shots(1), {curves});
        QVERIFY(none.series.empty());
        QVERIFY2(none.emptyText.startsWith(QStringLiteral("With 1 example per class, ")), qPrintable(none.emptyText));
    }
};

QTEST_MAIN(TestChartFeed)
#include "tst_ChartFeed.moc"
