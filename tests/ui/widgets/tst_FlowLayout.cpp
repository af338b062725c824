// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>
#include <QWidget>

#include "widgets/FlowLayout.h"

using shotlab::widgets::FlowLayout;

class TestFlowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrapsAtTheWidth();
    void hiddenItemsTakeNoRoom();
    void takesItemsOut();
};

namespace
{

QWidget *box(QWidget *parent)
{
    auto *widget = new QWidget(parent);
    widget->setFixedSize(60, 20);
    widget->show();
    return widget;
}

} // namespace

void TestFlowLayout::wrapsAtTheWidth()
{
    QWidget host;
    auto *flow = new FlowLayout(&host, 10);
    QList<QWidget *> boxes;
    for (int i = 0; i < 3; ++i) {
        boxes << box(&host);
        flow->addWidget(boxes.last());
    }
    QCOMPARE(flow->heightForWidth(200), 20);
    QCOMPARE(flow->heightForWidth(130), 50);
    QCOMPARE(flow->heightForWidth(60), 80);
    flow->setGeometry(QRect(0, 0, 130, 50));
    QCOMPARE(boxes.at(1)->pos(), QPoint(70, 0));
    QCOMPARE(boxes.at(2)->pos(), QPoint(0, 30));
}

void TestFlowLayout::hiddenItemsTakeNoRoom()
{
    QWidget host;
    auto *flow = new FlowLayout(&host, 10);
    QWidget *first = box(&host);
    QWidget *second = box(&host);
    flow->addWidget(first);
    flow->addWidget(second);
    first->hide();
    flow->setGeometry(QRect(0, 0, 130, 50));
    QCOMPARE(second->pos(), QPoint(0, 0));
}

void TestFlowLayout::takesItemsOut()
{
    QWidget host;
    auto *flow = new FlowLayout(&host);
    flow->addWidget(box(&host));
    QCOMPARE(flow->count(), 1);
    QVERIFY(!flow->takeAt(3));
    delete flow->takeAt(0);
    QCOMPARE(flow->count(), 0);
    QVERIFY(!flow->itemAt(0));
}

QTEST_MAIN(TestFlowLayout)
#include "tst_FlowLayout.moc"
