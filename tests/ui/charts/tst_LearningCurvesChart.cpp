// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <limits>

#include <QAction>
#include <QApplication>
#include <QChart>
#include <QClipboard>
#include <QFile>
#include <QLineSeries>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "charts/ChartMenu.h"
#include "charts/LearningCurvesChart.h"
#include "charts/LearningPlot.h"
#include "widgets/Theme.h"

using namespace shotlab;
using namespace shotlab::charts;

namespace
{

std::vector<CurvePoint> rising(int points, double from, double to)
{
    std::vector<CurvePoint> curve;
    for (int i = 0; i < points; ++i)
        curve.push_back({10 * i, from + (to - from) * i / std::max(1, points - 1)});
    return curve;
}

LearningChartData twoArms()
{
    LearningChartData data;
    data.headline = QStringLiteral("Learning curves");
    data.subline = QStringLiteral("k = 5, test accuracy");
    data.emptyText = QStringLiteral("Curves appear here.");
    data.series
        = {{1, ArmKind::ChosenLayers, 0, QStringLiteral("Chosen layers"), {rising(7, 0.2, 0.8), rising(7, 0.2, 0.9)}, false, 0},
           {2, ArmKind::FullFineTuning, 0, QStringLiteral("Full fine-tuning"), {rising(7, 0.2, 0.7)}, false, 0}};
    return data;
}

} // namespace

class TestLearningCurvesChart : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<LearningCurvesChart> m_chart;

    LearningPlot &plot() { return *m_chart->findChild<LearningPlot *>(); }
    QStringList names()
    {
        QStringList list;
        for (const EndLabels::Label &label : plot().endLabels().labels())
            list << label.text;
        return list;
    }
    void hover(const QPointF &position)
    {
        QMouseEvent move(QEvent::MouseMove, position, plot().viewport()->mapToGlobal(position), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(plot().viewport(), &move);
    }

private Q_SLOTS:
    void initTestCase() { widgets::applyScheme(*qApp, widgets::Scheme::Light); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_chart = std::make_unique<LearningCurvesChart>();
        m_chart->setData(twoArms());
        m_chart->resize(460, 280);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    }
    void cleanup() { m_chart.reset(); }

    void oneLineForEachDrawAndTheMean()
    {
        // Two draws and their mean, and one draw alone.
        QCOMPARE(plot().chart()->series().size(), 4);
        QCOMPARE(names(), (QStringList {QStringLiteral("Chosen layers"), QStringLiteral("Full fine-tuning")}));
        QCOMPARE(plot().scale().right, 60.0);
    }

    void hoverReadsTheMean()
    {
        hover(plot().scale().map(59, 50));
        QCOMPARE(plot().cursor(), std::optional(60));
        QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("85.0")));
        QVERIFY(m_chart->accessibleDescription().indexOf(QStringLiteral("Chosen"))
                < m_chart->accessibleDescription().indexOf(QStringLiteral("Full")));
        hover({0, 0});
        QVERIFY(!plot().cursor());
    }

    void keyboardCursor()
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(plot().cursor(), std::optional(60));
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(plot().cursor(), std::optional(50));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!plot().cursor());
        m_chart->grab();
    }

    void aLoneRunningDrawCarriesItsOwnName()
    {
        LearningChartData data = twoArms();
        data.series[1].running = true;
        data.series[1].draws = {rising(3, 0.2, 0.4)};
        m_chart->setData(data);
        QCOMPARE(names(), QStringList {QStringLiteral("Chosen layers")});
        m_chart->grab();
        data.series[1].draws = {rising(7, 0.2, 0.7), rising(3, 0.2, 0.4)};
        m_chart->setData(data);
        QCOMPARE(names().size(), 2);
        m_chart->grab();
    }

    void theAxisDoesNotGrowUnderTheEye()
    {
        LearningChartData data = twoArms();
        data.series.erase(data.series.begin());
        data.series[0].running = true;
        data.series[0].totalSteps = 160;
        for (int points = 1; points < 12; ++points) {
            data.series[0].draws = {rising(points, 0.2, 0.7)};
            m_chart->setData(data);
            QCOMPARE(plot().scale().right, 160.0);
        }
    }

    void growingCurvesReuseTheSeries()
    {
        LearningChartData data = twoArms();
        data.series[1].running = true;
        data.series[1].draws = {rising(2, 0.2, 0.3)};
        m_chart->setData(data);
        const QList<QAbstractSeries *> before = plot().chart()->series();
        data.series[1].draws = {rising(5, 0.2, 0.5)};
        m_chart->setData(data);
        QCOMPARE(plot().chart()->series(), before);
        const auto grown = std::any_of(before.begin(), before.end(), [](QAbstractSeries *series) {
            const auto *line = qobject_cast<QLineSeries *>(series);
            return line && line->count() == 5;
        });
        QVERIFY(grown);
    }

    void seriesAndTicksAgreeAfterResizing()
    {
        for (const QSize &size : {QSize(900, 460), QSize(420, 220), QSize(460, 280)}) {
            m_chart->resize(size);
            QVERIFY(m_chart->grab().width() > 0);
            for (QAbstractSeries *series : plot().chart()->series()) {
                for (const QPointF &value : qobject_cast<QLineSeries *>(series)->points()) {
                    const QPointF drawn = plot().chart()->mapToPosition(value, series);
                    QVERIFY((drawn - plot().scale().map(value.x(), value.y())).manhattanLength() < 0.01);
                }
            }
        }
    }

    void theTableTakesTheCurvesPlace()
    {
        LearningChartData data = twoArms();
        data.series[0].draws[0][6].loss = 0.25;
        data.series[0].draws[1][6].loss = 0.75;
        m_chart->setData(data);
        auto *toggle = m_chart->findChild<QAbstractButton *>(QStringLiteral("tableToggle"));
        auto *view = m_chart->findChild<QTableView *>(QStringLiteral("curvesTable"));
        QVERIFY(toggle && view && !view->isVisible());
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(view->isVisible() && !plot().isVisible());
        QCOMPARE(view->model()->rowCount(), 7);
        QCOMPARE(view->model()->columnCount(), 3);
        QCOMPARE(view->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Chosen layers"));
        const QModelIndex last = view->model()->index(6, 1);
        QCOMPARE(last.data().toString(), QStringLiteral("85.0"));
        const QString reading = last.data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(reading.contains(QStringLiteral("80.0 to 90.0")) && reading.contains(QStringLiteral("0.500")), qPrintable(reading));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("60\t85.0\t70.0")));
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(plot().isVisible());
    }

    /// The same curves with another measure: axis from 0, lowest first, and the table with it.
    void theLossIsShownInstead()
    {
        LearningChartData data = twoArms();
        data.lossHeadline = QStringLiteral("Loss at k = 5");
        for (int i = 1; i < 7; ++i) {
            data.series[0].draws[0][static_cast<std::size_t>(i)].loss = 3.2 / i;
            data.series[0].draws[1][static_cast<std::size_t>(i)].loss = 2.0 / i;
            data.series[1].draws[0][static_cast<std::size_t>(i)].loss = 0.6 / i;
        }
        m_chart->setData(data);
        m_chart->setMeasure(CurveMeasure::TrainingLoss);
        QCOMPARE(plot().scale().bottom, 0.0);
        QCOMPARE(plot().scale().top, 4.0);
        QCOMPARE(m_chart->accessibleName(), data.lossHeadline);
        QVERIFY2(m_chart->accessibleDescription().contains(QStringLiteral("Chosen layers: loss 0.43 after 60 steps")),
                 qPrintable(m_chart->accessibleDescription()));
        plot().setCursor(10);
        const QString reading = plot().readingText();
        QVERIFY2(reading.indexOf(QStringLiteral("Full fine-tuning loss 0.60")) < reading.indexOf(QStringLiteral("Chosen layers loss 2.60"))
                     && reading.contains(QStringLiteral("Chosen layers loss 2.60")),
                 qPrintable(reading));
        const QAbstractItemModel *table = m_chart->tableModel();
        QCOMPARE(table->rowCount(), 6); // before the first step there is no loss
        QCOMPARE(table->index(0, 1).data().toString(), QStringLiteral("2.600"));
        QVERIFY(table->index(0, 1).data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("2.000 to 3.200")));
        QVERIFY(!m_chart->grab().isNull());
        QCOMPARE(m_chart->data().series[0].draws[0].size(), std::size_t(7)); // nothing is lost with it
        m_chart->setMeasure(CurveMeasure::TestAccuracy);
        QCOMPARE(plot().scale().top, 100.0);
        QCOMPARE(table->rowCount(), 7);
        // Curves of runs that noted none.
        m_chart->setMeasure(CurveMeasure::TrainingLoss);
        m_chart->setData(twoArms());
        QVERIFY2(m_chart->accessibleDescription().contains(QStringLiteral("No loss")), qPrintable(m_chart->accessibleDescription()));
    }

    void savesATableForOtherPrograms()
    {
        LearningChartData data = twoArms();
        data.series[0].title = QStringLiteral("Chosen, \"late\" layers");
        data.series[0].draws[0][1].loss = 1.5;
        m_chart->setData(data);
        const QTemporaryDir folder;
        auto *menu = m_chart->findChild<ChartMenu *>();
        menu->setAskPath([&](const QString &proposed, const QString &) { return folder.filePath(proposed); });
        m_chart->findChild<QAction *>(QStringLiteral("saveCsv"))->trigger();
        QFile file(folder.filePath(QStringLiteral("learning-curves.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 1 + 3 * 7 + 1); // the last line ends too
        QCOMPARE(lines[2], QByteArray("\"Chosen, \"\"late\"\" layers\",1,10,0.3,1.5\r"));
    }

    void hiddenArms()
    {
        m_chart->setHiddenArms({1});
        QCOMPARE(names(), QStringList {QStringLiteral("Full fine-tuning")});
        QCOMPARE(plot().chart()->series().size(), 1);
        m_chart->setHiddenArms({1, 2});
        m_chart->grab();
        QVERIFY(names().isEmpty());
    }

    void theHighlightedArmStandsOut()
    {
        m_chart->setHighlightedArm(1);
        for (const EndLabels::Label &label : plot().endLabels().labels())
            QCOMPARE(label.opacity < 1, label.arm != 1);
    }

    void emptyData()
    {
        LearningChartData data = twoArms();
        data.series.clear();
        m_chart->setData(data);
        QCOMPARE(m_chart->accessibleDescription(), data.emptyText);
        hover(plot().scale().map(0, 50));
        QVERIFY(!plot().cursor());
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        m_chart->grab();
        m_chart->setData({});
        m_chart->grab();
    }

    void notANumber()
    {
        LearningChartData data = twoArms();
        data.series[0].draws[0][3].value = std::numeric_limits<double>::quiet_NaN();
        data.series[1].draws = {{{0, std::numeric_limits<double>::quiet_NaN()}}};
        m_chart->setData(data);
        QCOMPARE(m_chart->data().series.size(), std::size_t {1});
        m_chart->grab();
    }

    void dataChangeUnderTheCursor()
    {
        hover(plot().scale().map(60, 50));
        LearningChartData data = twoArms();
        for (LearningSeries &series : data.series) {
            for (std::vector<CurvePoint> &draw : series.draws)
                draw.resize(2);
        }
        m_chart->setData(data);
        QVERIFY(!plot().cursor());
        m_chart->grab();
    }

    void longCurvesAreThinnedOut()
    {
        LearningChartData data = twoArms();
        data.series[0].draws = {rising(50'000, 0.2, 0.9)};
        m_chart->setData(data);
        for (QAbstractSeries *series : plot().chart()->series())
            QVERIFY(qobject_cast<QLineSeries *>(series)->count() <= 2 * m_chart->width());
    }
};

QTEST_MAIN(TestLearningCurvesChart)
#include "tst_LearningCurvesChart.moc"
