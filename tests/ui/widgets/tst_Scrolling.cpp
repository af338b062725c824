// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

#include "widgets/Scrolling.h"

using namespace shotlab;

class TestScrolling : public QObject
{
    Q_OBJECT

    static constexpr int kRow = 60;
    static constexpr int kGap = 10;

    static QWidget *rows(int count)
    {
        auto *content = new QWidget;
        auto *column = new QVBoxLayout(content);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(kGap);
        for (int i = 0; i < count; ++i) {
            auto *row = new QLabel(QString::number(i));
            row->setFixedHeight(kRow);
            column->addWidget(row);
        }
        column->addStretch(1);
        return content;
    }

private Q_SLOTS:
    void endsWithAWholeRow()
    {
        const std::unique_ptr<QScrollArea> area(widgets::rowScroll(rows(8)));
        area->resize(200, 300);
        area->show();
        QVERIFY(QTest::qWaitForWindowExposed(area.get()));
        for (const int height : {300, 227, 199, 340}) {
            area->resize(200, height);
            const int shown = (height + kGap) / (kRow + kGap);
            QTRY_COMPARE(area->viewport()->height(), shown * (kRow + kGap) - kGap);
        }
        // A notch of the wheel is a row, and so is the end.
        QScrollBar *bar = area->verticalScrollBar();
        for (int notch = 0; notch < 8; ++notch) {
            const QPointF at = area->viewport()->rect().center();
            QWheelEvent down(at, area->viewport()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(area->viewport(), &down);
            const int over = bar->value() % (kRow + kGap); // a line of the wheel is a whole number of pixels
            QVERIFY2(std::min(over, kRow + kGap - over) <= notch + 1, qPrintable(QString::number(bar->value())));
        }
        QCOMPARE(bar->value(), bar->maximum());
        QCOMPARE(bar->maximum() % (kRow + kGap), 0);
    }

    void takesAllItsHeightWhereEverythingFits()
    {
        const std::unique_ptr<QScrollArea> area(widgets::rowScroll(rows(3)));
        area->resize(200, 300);
        area->show();
        QVERIFY(QTest::qWaitForWindowExposed(area.get()));
        QTRY_COMPARE(area->viewport()->height(), 300);
        area->resize(200, 20); // less than a row: what there is
        QTRY_COMPARE(area->viewport()->height(), 20);
    }
};

QTEST_MAIN(TestScrolling)
#include "tst_Scrolling.moc"
