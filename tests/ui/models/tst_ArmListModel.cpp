// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QTest>

#include "SampleViews.h"
#include "models/ArmListModel.h"

using namespace shotlab;
using models::ArmListModel;
using Column = ArmListModel::Column;

class TestArmListModel : public QObject
{
    Q_OBJECT

    static void fill(models::PlanDraft &draft)
    {
        const ComparisonPlan plan = test::samplePlan();
        draft.reset(plan, plan.arms, plan.arms[3].layers);
    }

private Q_SLOTS:
    void listsArmsWithoutFloors()
    {
        models::PlanDraft draft;
        ArmListModel model(&draft);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(draft);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(1, 0).data(ArmListModel::KindRole).toInt(), static_cast<int>(ArmKind::Prototypes));
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.index(row, static_cast<int>(Column::Explanation)).data().toString().isEmpty());
    }

    void switchesGoIntoTheDraft()
    {
        models::PlanDraft draft;
        fill(draft);
        ArmListModel model(&draft);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!draft.choices()[1].on);
        QCOMPARE(model.index(1, 0).data(ArmListModel::OnRole).toBool(), false);
        QVERIFY(model.setData(model.index(1, 0), true, ArmListModel::OnRole));
        QVERIFY(draft.choices()[1].on);
    }

    void costsBelongToTheArmsThatAreOn()
    {
        models::PlanDraft draft;
        fill(draft);
        ArmListModel model(&draft);
        draft.setArmOn(0, false);
        runner::PlanEstimate estimate;
        estimate.secondsPerArm = {{0, 2.0}, {1, 30.0}};
        estimate.skipped = {{1, std::nullopt, Error {ErrorCode::LayersNotTrainable, {"stage1"}, {}}}};
        model.setEstimate(estimate);
        const int cost = static_cast<int>(Column::Cost);
        QVERIFY(!model.index(0, cost).data(ArmListModel::SecondsRole).isValid());
        QCOMPARE(model.index(1, cost).data(ArmListModel::SecondsRole).toDouble(), 2.0);
        QCOMPARE(model.index(2, cost).data(ArmListModel::SecondsRole).toDouble(), 30.0);
        QVERIFY(model.index(1, 0).data(ArmListModel::ReasonRole).toString().isEmpty());
        QVERIFY(!model.index(2, 0).data(ArmListModel::ReasonRole).toString().isEmpty());
    }
};

QTEST_MAIN(TestArmListModel)
#include "tst_ArmListModel.moc"
