// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <QSignalSpy>
#include <QTest>

#include "widgets/DrawSwarm.h"
#include "widgets/StopSlider.h"

using namespace shotlab::widgets;

class TestDrawSwarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noDotCoversAnother()
    {
        std::vector<double> places;
        for (int i = 0; i < 100; ++i)
            places.push_back(50 + 40 * std::sin(i * 1.7) * std::cos(i * 0.3));
        places.push_back(places[3]);
        constexpr double kDiameter = 5.2;
        const std::vector<double> offsets = swarmOffsets(places, kDiameter);
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(std::hypot(places[i] - places[j], offsets[i] - offsets[j]) > kDiameter - 1e-5);
        }
    }

    void lonelyDotsStayInTheMiddle()
    {
        QCOMPARE(swarmOffsets({30, 10, 20}, 5), (std::vector<double> {0, 0, 0}));
        const std::vector<double> pair = swarmOffsets({10, 10}, 5);
        QCOMPARE(std::abs(pair[0] - pair[1]), 5.0);
    }

    void readsItsRowsOut()
    {
        DrawSwarm swarm;
        swarm.setEmptyText(QStringLiteral("nothing yet"));
        QCOMPARE(swarm.accessibleDescription(), QStringLiteral("nothing yet"));
        swarm.setRows({{shotlab::ArmKind::Prototypes, 0, QStringLiteral("Prototypes"), QStringLiteral("67 %"),
                        QStringLiteral("60.0 to 72.0"), {0.6, 0.67, 0.72}}});
        QCOMPARE(swarm.accessibleDescription(), QStringLiteral("Prototypes: 67 %, 60.0 to 72.0"));
    }

    void theSliderGoesWhereItIsPressedAndDragged()
    {
        StopSlider slider;
        slider.setStops({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("5"), QStringLiteral("10")});
        slider.resize(240, slider.sizeHint().height());
        slider.show();
        QSignalSpy changed(&slider, &QSlider::valueChanged);
        QTest::mousePress(&slider, Qt::LeftButton, {}, slider.stopCentre(2).toPoint());
        QCOMPARE(slider.value(), 2);
        QTest::mouseMove(&slider, slider.stopCentre(3).toPoint());
        QTRY_COMPARE(slider.value(), 3);
        QTest::mouseRelease(&slider, Qt::LeftButton, {}, slider.stopCentre(3).toPoint());
        QTest::mouseMove(&slider, slider.stopCentre(0).toPoint());
        QCOMPARE(slider.value(), 3);
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(slider.value(), 2);
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(slider.value(), 0);
        QCOMPARE(changed.count(), 4);
    }
};

QTEST_MAIN(TestDrawSwarm)
#include "tst_DrawSwarm.moc"
