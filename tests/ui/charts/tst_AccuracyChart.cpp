// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <limits>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QChart>
#include <QClipboard>
#include <QFile>
#include <QFontMetricsF>
#include <QImage>
#include <QLineSeries>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "charts/AccuracyChart.h"
#include "charts/AccuracyPlot.h"
#include "charts/ChartHeader.h"
#include "charts/ChartMath.h"
#include "charts/ChartMenu.h"
#include "widgets/Markers.h"
#include "widgets/Theme.h"

using namespace shotlab;
using namespace shotlab::charts;
using widgets::Scheme;

namespace
{

AccuracyPoint point(Shots shots, double mean, double half = 0.02) { return {shots, {mean, mean - half, mean + half}, 10, false}; }

AccuracyChartData threeArms()
{
    AccuracyChartData data;
    data.headline = QStringLiteral("From 5 examples on, the new last layer is ahead");
    data.subline = QStringLiteral("Test accuracy on 100 locked pictures");
    data.emptyText = QStringLiteral("Here the answer will stand.");
    data.shots = {Shots(0), Shots(1), Shots(5), Shots::all()};
    data.shotsTitle = QStringLiteral("Examples per class (k)");
    data.series = {{0, ArmKind::ZeroShot, 0, QStringLiteral("Zero-shot"), {point(Shots(0), 0.6)}, false},
                   {1,
                    ArmKind::LinearProbe,
                    0,
                    QStringLiteral("New last layer"),
                    {point(Shots(1), 0.5), point(Shots(5), 0.7), point(Shots::all(), 0.9)},
                    false},
                   {2,
                    ArmKind::FullFineTuning,
                    0,
                    QStringLiteral("Full fine-tuning"),
                    {point(Shots(1), 0.4), point(Shots(5), 0.65)},
                    false}};
    data.floors = {{QStringLiteral("Guessing"), 0.1}};
    return data;
}

} // namespace

class TestAccuracyChart : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<AccuracyChart> m_chart;

    AccuracyPlot &plot() { return *m_chart->findChild<AccuracyPlot *>(); }
    QPoint at(Shots shots) { return QPointF(plot().xOf(shots), plot().scale().rect.center().y()).toPoint(); }
    void hover(const QPoint &position)
    {
        QMouseEvent move(QEvent::MouseMove, position, plot().viewport()->mapToGlobal(position), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(plot().viewport(), &move);
    }
    void click(const QPoint &position, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseClick(plot().viewport(), button, Qt::NoModifier, position);
    }
    QStringList names()
    {
        QStringList list;
        for (const EndLabels::Label &label : plot().endLabels().labels())
            list << label.text;
        return list;
    }

private Q_SLOTS:
    void initTestCase() { widgets::applyScheme(*qApp, Scheme::Light); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_chart = std::make_unique<AccuracyChart>();
        m_chart->setData(threeArms());
        m_chart->resize(640, 380);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    }
    void cleanup() { m_chart.reset(); }

    void hoverReadsTheNearestShots()
    {
        hover(at(Shots(5)) + QPoint(12, -40));
        QCOMPARE(plot().cursor(), std::optional(Shots(5)));
        QCOMPARE(m_chart->accessibleDescription(), readingText(m_chart->data(), Shots(5), {}));
        hover(at(Shots(1)) - QPoint(3, 0));
        QCOMPARE(plot().cursor(), std::optional(Shots(1)));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(plot().viewport(), &leave);
        QVERIFY(!plot().cursor());
    }

    void hoverOutsideOfTheGridReadsNothing()
    {
        hover({1, 1});
        QVERIFY(!plot().cursor());
        hover({plot().width() - 2, plot().height() - 2});
        QVERIFY(!plot().cursor());
    }

    void keyboardCursor()
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(plot().cursor(), std::optional(Shots(0)));
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(plot().cursor(), std::optional(Shots(1)));
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(plot().cursor(), std::optional(Shots::all()));
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->accessibleDescription(), readingText(m_chart->data(), Shots(5), {}));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!plot().cursor());
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(plot().cursor(), std::optional(Shots(0)));
        m_chart->clearFocus();
        QVERIFY(!plot().cursor());
    }

    void cursorStartsAtTheSelectedShots()
    {
        m_chart->setSelectedShots(Shots(1));
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(plot().cursor(), std::optional(Shots(5)));
    }

    void otherKeysAreLeftToThePage()
    {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QApplication::sendEvent(m_chart.get(), &down);
        QVERIFY(!down.isAccepted());
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(m_chart.get(), &escape);
        QVERIFY(!escape.isAccepted());
    }

    void enterSelects()
    {
        QSignalSpy selected(m_chart.get(), &AccuracyChart::shotsSelected);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(selected.count(), 0); // no cursor yet
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.at(0).at(0).value<Shots>(), Shots::all());
        QCOMPARE(m_chart->selectedShots(), std::optional(Shots::all()));
    }

    void clickSelectsTheNearestShots()
    {
        QSignalSpy selected(m_chart.get(), &AccuracyChart::shotsSelected);
        click(at(Shots(5)) + QPoint(10, 20));
        QCOMPARE(selected.count(), 1);
        QCOMPARE(m_chart->selectedShots(), std::optional(Shots(5)));
        click(at(Shots(1)), Qt::RightButton);
        QCOMPARE(m_chart->selectedShots(), std::optional(Shots(5)));
        QVERIFY(m_chart->hasFocus());
    }

    void aClickOnANameNamesTheArm()
    {
        QSignalSpy clicked(m_chart.get(), &AccuracyChart::armClicked);
        QSignalSpy selected(m_chart.get(), &AccuracyChart::shotsSelected);
        QCOMPARE(plot().endLabels().labels().at(1).arm, 1);
        click(plot().endLabels().places().at(1).center().toPoint());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.at(0).at(0).toInt(), 1);
        QCOMPARE(selected.count(), 0);
    }

    void namesDoNotOverlap()
    {
        const std::vector<QRectF> &places = plot().endLabels().places();
        QCOMPARE(places.size(), std::size_t {3});
        for (std::size_t a = 0; a < places.size(); ++a) {
            QVERIFY(QRectF(plot().rect()).contains(places[a]));
            for (std::size_t b = a + 1; b < places.size(); ++b)
                QVERIFY(!places[a].intersects(places[b]));
        }
    }

    void aHiddenArmIsGone()
    {
        QVERIFY(names().contains(QStringLiteral("New last layer")));
        m_chart->setHiddenArms({1});
        QCOMPARE(names(), (QStringList {QStringLiteral("Zero-shot"), QStringLiteral("Full fine-tuning")}));
        hover(at(Shots(5)));
        QVERIFY(!m_chart->accessibleDescription().contains(QStringLiteral("New last layer")));
        m_chart->setHiddenArms({0, 1, 2});
        QVERIFY(names().isEmpty());
        m_chart->grab();
        m_chart->setHiddenArms({});
        QCOMPARE(names().size(), 3);
    }

    void theHighlightedArmStandsOut()
    {
        m_chart->setHighlightedArm(2);
        for (const EndLabels::Label &label : plot().endLabels().labels())
            QCOMPARE(label.opacity < 1, label.arm != 2);
        m_chart->setHiddenArms({2}); // what is not there cannot stand out
        for (const EndLabels::Label &label : plot().endLabels().labels())
            QCOMPARE(label.opacity, 1.0);
    }

    void seriesAndTicksAgreeAfterResizing()
    {
        for (const QSize &size : {QSize(900, 460), QSize(420, 220), QSize(1000, 300), QSize(640, 380)}) {
            m_chart->resize(size);
            QVERIFY(m_chart->grab().width() > 0);
            const auto series = plot().chart()->series();
            const auto line = std::find_if(series.begin(), series.end(), [](QAbstractSeries *s) {
                const auto *candidate = qobject_cast<QLineSeries *>(s);
                return candidate && candidate->count() == 3;
            });
            QVERIFY(line != series.end());
            for (const QPointF &value : qobject_cast<QLineSeries *>(*line)->points()) {
                const QPointF drawn = plot().chart()->mapToPosition(value, *line);
                QVERIFY((drawn - plot().scale().map(value.x(), value.y())).manhattanLength() < 0.01);
            }
        }
    }

    void linesAtTheEdgesAreNotClipped()
    {
        AccuracyChartData data = threeArms();
        data.series[1].points = {point(Shots(1), 0, 0), point(Shots(5), 1, 0)};
        m_chart->setData(data);
        const QRectF inside = plot().chart()->plotArea().adjusted(2, 2, -2, -2);
        QVERIFY(inside.contains(plot().scale().map(0, 0)));
        QVERIFY(inside.contains(plot().scale().map(1, 100)));
        QCOMPARE(plot().scale().bottom, 0.0);
        m_chart->grab();
    }

    void tableTwin()
    {
        QAbstractItemModel *model = m_chart->tableModel();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->columnCount(), 5);
        QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), QStringLiteral("k = 0"));
        QCOMPARE(model->headerData(4, Qt::Horizontal).toString(), QStringLiteral("all"));
        QCOMPARE(model->index(1, 0).data().toString(), QStringLiteral("New last layer"));
        QVERIFY(!model->index(1, 0).data(Qt::DecorationRole).isNull());
        QCOMPARE(model->index(1, 3).data().toString(), QStringLiteral("70.0\n±\u00A02.0"));
        QCOMPARE(model->index(1, 3).data(Qt::EditRole).toString(), QStringLiteral("70.0")); // to copy
        QCOMPARE(model->index(1, 1).data().toString(), QStringLiteral("–"));
        QVERIFY(model->index(1, 3).data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("68.0 to 72.0")));
        AccuracyChartData more = threeArms();
        more.series.pop_back();
        more.shots.push_back(Shots(20));
        m_chart->setData(more);
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->columnCount(), 6);
    }

    void theTableTakesTheChartsPlace()
    {
        auto *toggle = m_chart->findChild<QPushButton *>(QStringLiteral("tableToggle"));
        auto *view = m_chart->findChild<QTableView *>(QStringLiteral("accuracyTable"));
        QVERIFY(toggle && view);
        QVERIFY(!toggle->accessibleName().isEmpty());
        m_chart->setFocus();
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(m_chart->isTableShown());
        QVERIFY(view->isVisible());
        QVERIFY(!plot().isVisible());
        QVERIFY(view->hasFocus() || toggle->hasFocus());
        view->setFocus();
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("New last layer\t–\t50.0\t70.0\t90.0")));
        view->setCurrentIndex(m_chart->tableModel()->index(1, 3));
        m_chart->setData(threeArms());
        QCOMPARE(view->currentIndex().column(), 3); // fresh numbers do not take the place away
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(!m_chart->isTableShown());
        QVERIFY(plot().isVisible());
    }

    /// Into a slide or a folder: the picture, the same as a file, and the table; a drag is no click.
    void canBeDraggedOut()
    {
        m_chart->setData(threeArms());
        auto *menu = m_chart->findChild<ChartMenu *>();
        const std::unique_ptr<QMimeData> dragged = menu->dragged();
        QCOMPARE(dragged->imageData().value<QImage>().size(), QSize(2 * (960 + 32), 2 * (600 + 32)));
        QVERIFY(dragged->text().startsWith(QStringLiteral("Method\t")));
        QCOMPARE(dragged->urls().size(), 1);
        QCOMPARE(QImage(dragged->urls().front().toLocalFile()).size(), QSize(2 * (960 + 32), 2 * (600 + 32)));

        QSignalSpy clicked(menu, &ChartMenu::clicked);
        QTest::mousePress(menu, Qt::LeftButton, {}, QPoint(10, 10));
        QMouseEvent away(QEvent::MouseMove, QPointF(10, 60), menu->mapToGlobal(QPointF(10, 60)), Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(menu, &away);
        QTest::mouseRelease(menu, Qt::LeftButton, {}, QPoint(10, 10));
        QCOMPARE(clicked.size(), 0);
    }

    void copiesAndSaves()
    {
        AccuracyChartData data = threeArms();
        data.series[1].points[0].seconds = 0.5;
        data.series[1].points[0].weights = 1290;
        m_chart->setData(data);
        const QTemporaryDir folder;
        auto *menu = m_chart->findChild<ChartMenu *>();
        QSignalSpy noticed(m_chart.get(), &AccuracyChart::noticed);
        menu->setAskPath([&](const QString &proposed, const QString &) { return folder.filePath(proposed); });
        const auto choose = [&](const char *entry) { m_chart->findChild<QAction *>(QLatin1String(entry))->trigger(); };
        const auto written = [&](const char *name) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        choose("savePng");
        QCOMPARE(QImage::fromData(written("accuracy.png")).size(), QSize(2 * (960 + 32), 2 * (600 + 32)));
        choose("saveSvg");
        const QByteArray svg = written("accuracy.svg");
        QVERIFY(svg.contains("<text") && svg.contains("New last layer")); // letters, not pixels
        QVERIFY(!svg.contains("<image"));
        choose("savePdf");
        const QByteArray pdf = written("accuracy.pdf");
        QVERIFY(pdf.startsWith("%PDF-") && pdf.contains("/FontFile") && !pdf.contains("/Subtype /Image"));
        choose("saveCsv");
        const QByteArray csv = written("accuracy.csv");
        QCOMPARE(csv.count("\r\n"), 1 + 1 + 3 + 2 + 1);
        QVERIFY2(csv.contains(",0.5,1290\r\n"), csv.constData());
        QCOMPARE(noticed.size(), 4);
        QVERIFY(noticed.back().front().toString().contains(QStringLiteral("accuracy.csv")));
        choose("copyPicture");
        QVERIFY(!QApplication::clipboard()->image().isNull());
        choose("copyTable");
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Method\t")));
        menu->setAskPath([](const QString &, const QString &) { return QStringLiteral("/no/such/folder/chart"); });
        choose("saveSvg");
        QVERIFY(noticed.back().front().toString().contains(QStringLiteral("could not be written")));
        menu->setAskPath([](const QString &, const QString &) { return QString(); });
        noticed.clear();
        choose("savePng");
        QVERIFY(noticed.isEmpty()); // changed their mind
    }

    void emptyData()
    {
        AccuracyChartData data = threeArms();
        data.series.clear();
        data.floors.clear();
        m_chart->setData(data);
        QCOMPARE(m_chart->accessibleDescription(), data.emptyText);
        QVERIFY(names().isEmpty());
        hover(at(Shots(5)));
        QVERIFY(!plot().cursor());
        QSignalSpy selected(m_chart.get(), &AccuracyChart::shotsSelected);
        click(at(Shots(5)));
        QCOMPARE(selected.count(), 0);
        m_chart->grab();
        m_chart->setData({});
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        m_chart->grab();
    }

    void oneShotsOneArm()
    {
        AccuracyChartData data = threeArms();
        data.shots = {Shots(5)};
        data.series = {{1, ArmKind::LinearProbe, 0, QStringLiteral("New last layer"), {point(Shots(5), 0.7)}, false}};
        m_chart->setData(data);
        m_chart->grab();
        click(at(Shots(5)) + QPoint(60, 0));
        QCOMPARE(m_chart->selectedShots(), std::optional(Shots(5)));
        QCOMPARE(names(), QStringList {QStringLiteral("New last layer")});
    }

    void notANumber()
    {
        constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
        AccuracyChartData data = threeArms();
        data.series[1].points[1].accuracy = {kNaN, kNaN, kNaN};
        data.series[2].points = {{Shots(1), {0.4, kNaN, std::numeric_limits<double>::infinity()}, 1, true}};
        data.floors.push_back({QStringLiteral("none"), kNaN});
        m_chart->setData(data);
        m_chart->grab();
        QCOMPARE(m_chart->data().series[1].points.size(), std::size_t {2});
        for (const QRectF &place : plot().endLabels().places())
            QVERIFY(QRectF(plot().rect()).contains(place));
    }

    void thirtyShots()
    {
        AccuracyChartData data = threeArms();
        for (int k = 1; k <= 30; ++k)
            data.series[1].points.push_back(point(Shots(k), 0.6 + 0.01 * k));
        m_chart->setData(data);
        m_chart->resize(420, 240);
        m_chart->grab();
        for (int k = 1; k <= 30; ++k) {
            hover(at(Shots(k)));
            QCOMPARE(plot().cursor(), std::optional(Shots(k)));
        }
    }

    void dataChangeUnderTheCursor()
    {
        hover(at(Shots(5)));
        AccuracyChartData data = threeArms();
        data.series[1].points[1] = point(Shots(5), 0.8);
        m_chart->setData(data);
        QCOMPARE(plot().cursor(), std::optional(Shots(5)));
        QCOMPARE(m_chart->accessibleDescription(), readingText(data, Shots(5), {}));
        data.shots = {Shots(0), Shots(1)};
        for (AccuracySeries &series : data.series)
            std::erase_if(series.points, [](const AccuracyPoint &p) { return p.shots == Shots(5); });
        m_chart->setData(data);
        QVERIFY(!plot().cursor());
        m_chart->grab();
    }

    void newNumbersReuseTheSeries()
    {
        const QList<QAbstractSeries *> before = plot().chart()->series();
        AccuracyChartData data = threeArms();
        data.series[1].points[2] = point(Shots::all(), 0.95);
        m_chart->setData(data);
        QCOMPARE(plot().chart()->series(), before);
    }

    void followsTheScheme()
    {
        const auto penColours = [this] {
            QList<QColor> colours;
            for (QAbstractSeries *series : plot().chart()->series()) {
                if (const auto *line = qobject_cast<QLineSeries *>(series))
                    colours << line->pen().color();
            }
            return colours;
        };
        QVERIFY(penColours().contains(widgets::armLook(ArmKind::LinearProbe, Scheme::Light).colour));
        widgets::applyScheme(*qApp, Scheme::Dark);
        QTRY_VERIFY(penColours().contains(widgets::armLook(ArmKind::LinearProbe, Scheme::Dark).colour));
        const QColor corner = m_chart->toImage(1).pixelColor(2, 2);
        widgets::applyScheme(*qApp, Scheme::Light);
        QCOMPARE(corner, widgets::tokens(Scheme::Dark).card);
    }

    void picture()
    {
        const QImage once = m_chart->toImage(1);
        const QImage twice = m_chart->toImage(2);
        QCOMPARE(twice.size(), 2 * once.size());
        QVERIFY(once.width() >= m_chart->width() && once.height() >= m_chart->height());
        hover(at(Shots(5)));
        QCOMPARE(m_chart->toImage(1), once); // without cursor and card
        AccuracyChartData other = threeArms();
        other.series.clear();
        m_chart->setData(other);
        QVERIFY(m_chart->toImage(1) != once);
        const AccuracyChart neverShown;
        QVERIFY(!neverShown.toImage().isNull());
    }

    void headlineBreaksOrEndsInDots()
    {
        const QFont font = widgets::font(widgets::TextSize::ChartTitle);
        const QString text = QStringLiteral("Up to 10 examples freezing is better; from 50 on, full fine-tuning of every layer");
        const double full = QFontMetricsF(font).horizontalAdvance(text);
        QCOMPARE(brokenLines(text, font, full + 10, 2), QStringList {text});
        QCOMPARE(brokenLines(text, font, 0.7 * full, 2).join(QLatin1Char(' ')), text);
        for (const double width : {0.4 * full, 0.2 * full, 20.0}) {
            const QStringList lines = brokenLines(text, font, width, 2);
            QCOMPARE(lines.size(), 2);
            QVERIFY(lines.last().endsWith(QChar(0x2026)));
            for (const QString &line : lines)
                QVERIFY(QFontMetricsF(font).horizontalAdvance(line) <= width + 1);
        }
        QVERIFY(brokenLines({}, font, 100, 2).isEmpty());
    }

    /// A finding without its end says nothing: a low chart gives it another line, and other parts go instead.
    void theHeadlineIsNeverCut()
    {
        const QString headline = QStringLiteral(
            "With 5 examples per class, prototypes and the new last layer of the network cannot be told apart yet");
        for (const ChartHeader::Style style : {ChartHeader::Style::Finding, ChartHeader::Style::Title}) {
            ChartHeader header(style);
            header.setRoom(200);
            header.setTexts(headline, QStringLiteral("Test accuracy on 100 locked pictures · mean of draws"));
            const int oneLine = header.heightFor(2000);
            QVERIFY(header.heightFor(400) > oneLine);
            QVERIFY(header.heightFor(200) > header.heightFor(400));
        }
    }

    void headerWidgetsStandBeforeTheTableButton()
    {
        auto *button = new QPushButton(QStringLiteral("Save"));
        m_chart->addHeaderWidget(button);
        const auto *toggle = m_chart->findChild<QPushButton *>(QStringLiteral("tableToggle"));
        QTRY_VERIFY(button->isVisible() && button->width() > 0);
        QVERIFY(button->mapTo(m_chart.get(), QPoint(0, 0)).x() < toggle->mapTo(m_chart.get(), QPoint(0, 0)).x());
    }

    void screenReadersHearAChart()
    {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(m_chart.get());
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Chart);
        QCOMPARE(interface->text(QAccessible::Name), threeArms().headline);
        QVERIFY(interface->text(QAccessible::Description).contains(QStringLiteral("New last layer")));
    }
};

QTEST_MAIN(TestAccuracyChart)
#include "tst_AccuracyChart.moc"
