// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "lab/Arm.h"
#include "widgets/RunListView.h"
#include "widgets/Theme.h"

using namespace shotlab;
using namespace shotlab::widgets;

namespace
{

void fill(QStandardItemModel &model)
{
    for (const RunRowState state :
         {RunRowState::Done, RunRowState::Running, RunRowState::Queued, RunRowState::Failed, RunRowState::Skipped}) {
        auto *item = new QStandardItem(QStringLiteral("New last layer"));
        item->setData(static_cast<int>(ArmKind::LinearProbe), RunArmKindRole);
        item->setData(static_cast<int>(state), RunStateRole);
        item->setData(QStringLiteral("95.1 %"), RunValueRole);
        item->setData(0.4, RunProgressRole);
        item->setData(state == RunRowState::Skipped, RunHiddenRole);
        model.appendRow(item);
    }
}

} // namespace

class TestRunListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void markerHidesRowChooses();
    void keysDoTheSame();
    void paintsEveryState();
    void endsWithAWholeRow();
};

void TestRunListView::markerHidesRowChooses()
{
    QStandardItemModel model;
    fill(model);
    RunListView view;
    view.setModel(&model);
    view.resize(280, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy toggled(&view, &RunListView::visibilityToggled);
    QSignalSpy chosen(&view, &RunListView::rowChosen);
    const QRect row = view.visualRect(model.index(1, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, RunDelegate::markerRect(row).center());
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(toggled.at(0).at(0).toModelIndex(), model.index(1, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.count(), 1);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, 390)); // below the rows
    QCOMPARE(chosen.count() + toggled.count(), 2);
}

void TestRunListView::keysDoTheSame()
{
    QStandardItemModel model;
    fill(model);
    RunListView view;
    view.setModel(&model);
    QSignalSpy toggled(&view, &RunListView::visibilityToggled);
    QSignalSpy chosen(&view, &RunListView::rowChosen);
    QTest::keyClick(&view, Qt::Key_H); // no row yet
    QCOMPARE(toggled.count(), 0);
    view.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_H);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(toggled.at(0).at(0).toModelIndex(), model.index(1, 0));
    QCOMPARE(chosen.at(0).at(0).toModelIndex(), model.index(1, 0));
}

void TestRunListView::paintsEveryState()
{
    QStandardItemModel model;
    fill(model);
    RunListView view;
    view.setModel(&model);
    view.resize(280, 300);
    const QImage picture = view.grab().toImage();
    // Each row leaves ink; rows of different states differ.
    for (int row = 1; row < model.rowCount(); ++row) {
        const QRect here = view.visualRect(model.index(row, 0));
        const QRect before = view.visualRect(model.index(row - 1, 0));
        QVERIFY(picture.copy(here) != picture.copy(before));
    }
}

void TestRunListView::endsWithAWholeRow()
{
    QStandardItemModel model;
    fill(model);
    RunListView view;
    view.setModel(&model);
    view.resize(280, 175);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    for (const int height : {175, 150, 232}) {
        view.resize(280, height);
        QTRY_COMPARE(view.viewport()->height() % view.visualRect(model.index(0, 0)).height(), 0);
        const int rowsThatFit = height / 46;
        QVERIFY(view.viewport()->height() > height - rowsThatFit); // and nothing of its height is left over
        QTRY_COMPARE(view.viewport()->height() / view.visualRect(model.index(0, 0)).height(), rowsThatFit);
    }
}

QTEST_MAIN(TestRunListView)
#include "tst_RunListView.moc"
