// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <memory>

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAccessible>
#include <QFile>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "charts/ChartMath.h"
#include "charts/ChartMenu.h"
#include "charts/CostChart.h"
#include "charts/CostPlot.h"
#include "widgets/Controls.h"
#include "widgets/Theme.h"

using namespace shotlab;
using namespace shotlab::charts;

namespace
{

AccuracyChartData fourMethods()
{
    AccuracyChartData data;
    data.emptyText = QStringLiteral("Not yet.");
    data.shots = {Shots(0), Shots(1), Shots(5), Shots::all()};
    const auto point = [](Shots shots, double mean, double seconds, std::optional<std::int64_t> weights) {
        return AccuracyPoint {shots, {mean, mean - 0.02, mean + 0.02}, 3, false, seconds, weights};
    };
    data.series = {
        {0, ArmKind::ZeroShot, 0, QStringLiteral("Zero-shot"), {point(Shots(0), 0.62, 0.004, 0)}, false},
        {1, ArmKind::LinearProbe, 0, QStringLiteral("New last layer"),
         {point(Shots(1), 0.70, 0.02, 1300), point(Shots(5), 0.85, 0.03, 1300), point(Shots::all(), 0.9, 0.2, 1300)}, false},
        {2, ArmKind::FullFineTuning, 0, QStringLiteral("Full fine-tuning"),
         {point(Shots(1), 0.60, 5, 400'000), point(Shots(5), 0.84, 7, 400'000), point(Shots::all(), 0.95, 60, 400'000)}, false},
        {3, ArmKind::Prototypes, 0, QStringLiteral("Unknown cost"), {point(Shots(1), 0.5, 0, std::nullopt)}, false},
    };
    return data;
}

} // namespace

class TestCostChart : public QObject
{
    Q_OBJECT

    std::unique_ptr<CostChart> m_chart;
    CostPlot &plot() { return *m_chart->findChild<CostPlot *>(); }

private Q_SLOTS:
    void initTestCase() { widgets::applyScheme(*qApp, widgets::Scheme::Light); }

    void init()
    {
        m_chart = std::make_unique<CostChart>();
        m_chart->resize(640, 360);
        m_chart->show();
        m_chart->setData(fourMethods());
    }
    void cleanup() { m_chart.reset(); }

    void dearerIsFurtherRightBetterIsHigher()
    {
        const auto &spots = plot().spots();
        QCOMPARE(spots.size(), std::size_t(7)); // what has no cost is nowhere
        for (std::size_t i = 1; i < spots.size(); ++i) {
            const QPointF before = plot().placeOf(spots[i - 1]);
            const QPointF at = plot().placeOf(spots[i]);
            QVERIFY(at.x() > before.x());
            QCOMPARE(spots[i].point->accuracy.mean > spots[i - 1].point->accuracy.mean, at.y() < before.y());
            QVERIFY(plot().rect().contains(at.toPoint()));
        }
        // Ten times as much is as far everywhere.
        const double decade = costPosition(10, Cost::Seconds) - costPosition(1, Cost::Seconds);
        QCOMPARE(costPosition(0.1, Cost::Seconds) - costPosition(0.01, Cost::Seconds), decade);
    }

    void weightsHaveAPlaceForNone()
    {
        m_chart->findChild<widgets::SegmentedControl *>(QStringLiteral("costChoice"))->segment(1)->click();
        QCOMPARE(m_chart->cost(), Cost::Weights);
        const auto &spots = plot().spots();
        QCOMPARE(spots.size(), std::size_t(7));
        QCOMPARE(spots.front().series->arm, 0);
        QVERIFY(plot().placeOf(spots[0]).x() < plot().placeOf(spots[1]).x() - 30);
        QCOMPARE(plot().placeOf(spots[1]).x(), plot().placeOf(spots[3]).x()); // one method, one number of weights
        QVERIFY(m_chart->accessibleName().contains(QStringLiteral("weights")));
        const std::vector<ChartFrame::Tick> &ticks = plot().ticks();
        QCOMPARE(ticks.front().text, QStringLiteral("0"));
        for (std::size_t i = 1; i < ticks.size(); ++i) {
            QVERIFY2(ticks[i].text != ticks[i - 1].text, qPrintable(ticks[i].text));
            QVERIFY(ticks[i].x > ticks[i - 1].x + 20);
        }
    }

    void keysAndPointerReadASpot()
    {
        QVERIFY(m_chart->accessibleDescription().startsWith(QStringLiteral("Cheapest: Zero-shot")));
        QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("Most accurate: Full fine-tuning, all examples")));
        m_chart->setFocus();
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QVERIFY2(m_chart->accessibleDescription().startsWith(QStringLiteral("Full fine-tuning, all examples")),
                 qPrintable(m_chart->accessibleDescription()));
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QVERIFY(m_chart->accessibleDescription().startsWith(QStringLiteral("Full fine-tuning, k = 5")));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!plot().cursor());
        const QPointF first = plot().placeOf(plot().spots()[0]);
        Q_EMIT plot().pointerMoved(first + QPointF(5, 4));
        QCOMPARE(plot().cursor(), std::optional(0));
        QVERIFY(!m_chart->grab().isNull());
        Q_EMIT plot().pointerMoved(first + QPointF(5, -90));
        QVERIFY(!plot().cursor());
        QCOMPARE(QAccessible::queryAccessibleInterface(m_chart.get())->role(), QAccessible::Chart);
    }

    void hiddenArmsAreGone()
    {
        m_chart->setHiddenArms({0, 1});
        QCOMPARE(plot().spots().size(), std::size_t(3));
        m_chart->setHiddenArms({0, 1, 2});
        QVERIFY(plot().spots().empty());
        QVERIFY(!m_chart->grab().isNull());
        m_chart->setData({});
        QVERIFY(m_chart->data().series.empty());
        QVERIFY(!m_chart->grab().isNull());
    }

    void theTableSaysTheSame()
    {
        auto *view = m_chart->findChild<QTableView *>(QStringLiteral("costTable"));
        m_chart->findChild<QAbstractButton *>(QStringLiteral("costTableToggle"))->click();
        QVERIFY(view->isVisible() && !plot().isVisible());
        const QAbstractItemModel *table = m_chart->tableModel();
        QCOMPARE(table->rowCount(), 8);
        QCOMPARE(table->index(6, 0).data().toString(), QStringLiteral("Full fine-tuning"));
        QCOMPARE(table->index(6, 1).data().toString(), QStringLiteral("all"));
        QCOMPARE(table->index(6, 2).data().toString(), QStringLiteral("95.0"));
        QCOMPARE(table->index(6, 3).data().toString(), QStringLiteral("60"));
        QCOMPARE(table->index(6, 4).data().toString(), QStringLiteral("400,000"));
        QCOMPARE(table->index(7, 4).data().toString(), QStringLiteral("–")); // not known is not none
    }

    void savesEveryKindOfFile()
    {
        const QTemporaryDir folder;
        auto *menu = m_chart->findChild<ChartMenu *>();
        menu->setAskPath([&](const QString &proposed, const QString &) { return folder.filePath(proposed); });
        for (const char *kind : {"savePng", "saveSvg", "savePdf", "saveCsv"})
            m_chart->findChild<QAction *>(QLatin1String(kind))->trigger();
        for (const char *name : {"cost.png", "cost.svg", "cost.pdf", "cost.csv"})
            QVERIFY2(QFile(folder.filePath(QLatin1String(name))).size() > 100, name);
    }
};

QTEST_MAIN(TestCostChart)
#include "tst_CostChart.moc"
