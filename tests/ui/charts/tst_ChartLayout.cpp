// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "charts/ChartLayout.h"

using namespace shotlab::charts;

class TestChartLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapping()
    {
        const PlotScale scale {{100, 50, 200, 400}, 0, 1, 20, 100};
        QCOMPARE(scale.map(0, 20), QPointF(100, 450));
        QCOMPARE(scale.map(1, 100), QPointF(300, 50));
        QCOMPARE(scale.map(0.5, 60), QPointF(200, 250));
        const PlotScale grown = scale.grown(6);
        QCOMPARE(grown.rect, QRectF(94, 44, 212, 412));
        QVERIFY((grown.map(0.3, 70) - scale.map(0.3, 70)).manhattanLength() < 1e-9);
    }

    void roomForEveryLabel()
    {
        const std::vector<bool> all = visibleTicks({{0, 10}, {50, 10}, {100, 10}}, 8, {});
        QCOMPARE(all, (std::vector<bool> {true, true, true}));
        QVERIFY(visibleTicks({}, 8, {}).empty());
    }

    void crampedLabelsGiveWay()
    {
        std::vector<TickLabel> labels;
        for (int i = 0; i < 30; ++i)
            labels.push_back({10.0 * i, 14});
        const std::vector<bool> visible = visibleTicks(labels, 8, {7});
        QVERIFY(visible[7]); // the selected one always
        QVERIFY(visible.front() && visible.back());
        double lastEnd = -100;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (!visible[i])
                continue;
            QVERIFY(labels[i].centre - labels[i].width / 2 >= lastEnd + 8);
            lastEnd = labels[i].centre + labels[i].width / 2;
        }
    }

    void theSelectedLabelBeatsTheEnds()
    {
        const std::vector<bool> visible = visibleTicks({{0, 10}, {5, 10}, {100, 10}}, 8, {1});
        QCOMPARE(visible, (std::vector<bool> {false, true, true}));
    }

    void cardAvoidsData()
    {
        const QRectF area(0, 0, 600, 300);
        const QSizeF card(150, 120);
        const std::vector<QLineF> rising {{0, 280, 600, 20}};
        for (const double cursor : {0.0, 100.0, 300.0, 500.0, 600.0}) {
            const QRectF place(placeCard(card, area, cursor, rising), card);
            QVERIFY(area.contains(place));
            QVERIFY(cursor <= place.left() || cursor >= place.right());
            QCOMPARE(linesOver(place, rising), 0);
        }
    }

    void cardStaysNearTheCursorWhenItCan()
    {
        const QSizeF card(100, 50);
        const QPointF place = placeCard(card, {0, 0, 600, 300}, 200, {});
        QVERIFY(place.x() > 200 && place.x() < 230);
        QVERIFY(std::abs(place.y() + 25 - 150) < 30);
    }

    void cardWithoutRoomBeside()
    {
        const QRectF area(10, 10, 180, 100);
        const QRectF place(placeCard({160, 60}, area, 100, {}), QSizeF(160, 60));
        QVERIFY(area.contains(place));
        QCOMPARE(placeCard({500, 400}, area, 100, {}), area.topLeft());
    }

    void linesUnderARectangle()
    {
        QCOMPARE(linesOver({0, 0, 10, 10}, {{20, 20, 30, 30}}), 0);
        QCOMPARE(linesOver({0, 0, 10, 10}, {{5, 5, 5, 5}}), 2); // a point without length counts as well
        QVERIFY(linesOver({0, 0, 100, 10}, {{0, 5, 100, 5}}) > linesOver({0, 0, 50, 10}, {{0, 5, 100, 5}}));
    }

    void nearestOfSeveral()
    {
        const std::vector<double> values {0, 10, 40};
        QCOMPARE(nearest(values, -5), std::size_t {0});
        QCOMPARE(nearest(values, 24), std::size_t {1});
        QCOMPARE(nearest(values, 26), std::size_t {2});
    }

    void arrowKeys()
    {
        QCOMPARE(movedIndex(Qt::Key_Right, std::nullopt, 3), std::optional(0));
        QCOMPARE(movedIndex(Qt::Key_Left, std::nullopt, 3), std::optional(2));
        QCOMPARE(movedIndex(Qt::Key_Right, 2, 3), std::optional(2));
        QCOMPARE(movedIndex(Qt::Key_Left, 0, 3), std::optional(0));
        QCOMPARE(movedIndex(Qt::Key_Left, 2, 3), std::optional(1));
        QCOMPARE(movedIndex(Qt::Key_Home, 2, 3), std::optional(0));
        QCOMPARE(movedIndex(Qt::Key_End, 0, 3), std::optional(2));
        QVERIFY(!movedIndex(Qt::Key_A, 1, 3));
        QVERIFY(!movedIndex(Qt::Key_Left, std::nullopt, 0));
    }
};

QTEST_GUILESS_MAIN(TestChartLayout)
#include "tst_ChartLayout.moc"
