// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/LayerTreeModel.h"

using namespace shotlab;
using models::LayerTreeModel;
using Column = LayerTreeModel::Column;
using RowKind = LayerTreeModel::RowKind;

class TestLayerTreeModel : public QObject
{
    Q_OBJECT

    static std::unique_ptr<LayerTreeModel> newModel(bool cutRow = true)
    {
        auto model = std::make_unique<LayerTreeModel>();
        model->setCutRowShown(cutRow);
        model->setNetwork(test::sampleModel(), 3);
        return model;
    }
    static QStringList paths(const LayerTreeModel &model)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            const auto kind = static_cast<RowKind>(index.data(LayerTreeModel::KindRole).toInt());
            rows.append(kind == RowKind::Cut        ? QStringLiteral("-cut-")
                            : kind == RowKind::Head ? QStringLiteral("-head-")
                                                    : index.data(LayerTreeModel::PathRole).toString());
        }
        return rows;
    }

private Q_SLOTS:
    void showsTheOldHeadAsTheNewLastLayer()
    {
        const auto model = newModel(false);
        const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(paths(*model), QStringList({"stem", "stage1", "stage2", "summary", "-head-"}));
        QCOMPARE(model->totalWeights(), 14500 - 500 + 25 * 3);
        QCOMPARE(model->learningWeights(), 25 * 3);
    }

    void cutFollowsWhatLearns()
    {
        const auto model = newModel();
        const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy edited(model.get(), &LayerTreeModel::layersEdited);
        model->setLayers(LayerMap {{"stage2", "summary"}});
        QCOMPARE(paths(*model), QStringList({"stem", "stage1", "-cut-", "stage2", "summary", "-head-"}));
        QCOMPARE(model->cut(), 2);
        QVERIFY(!model->hasExceptions());
        QCOMPARE(model->learningWeights(), 6000 + 3000 + 75);
        QCOMPARE(edited.size(), 0); // only the user's own changes are announced
    }

    void cutMovesByTheUser()
    {
        const auto model = newModel();
        const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(model.get(), &LayerTreeModel::layersEdited);
        model->moveCutTo(1);
        QCOMPARE(paths(*model), QStringList({"stem", "-cut-", "stage1", "stage2", "summary", "-head-"}));
        QCOMPARE(edited.takeFirst().first().value<LayerMap>(), (LayerMap {{"stage1", "stage2", "summary"}}));
        model->moveCutTo(9);
        QCOMPARE(paths(*model), QStringList({"stem", "stage1", "stage2", "summary", "-cut-", "-head-"}));
        QVERIFY(model->layers().learning.empty());
        model->moveCutTo(-1);
        QCOMPARE(model->cut(), 0);
        QCOMPARE(model->learningWeights(), model->totalWeights());
    }

    void parentTakesItsChildrenAlong()
    {
        const auto model = newModel();
        const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QPersistentModelIndex stage = model->index(1, 0);
        const QPersistentModelIndex block = model->index(0, 0, stage);
        QCOMPARE(stage.data(LayerTreeModel::PathRole).toString(), QStringLiteral("stage1"));
        QVERIFY(model->setData(block, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(stage.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::PartiallyChecked);
        QCOMPARE(model->layers(), (LayerMap {{"stage1.block1"}}));
        QVERIFY(model->hasExceptions());
        QVERIFY(model->setData(stage, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model->layers(), (LayerMap {{"stage1"}}));
        QVERIFY(model->setData(model->index(1, 0, stage), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model->layers(), (LayerMap {{"stage1.block1"}}));
    }

    void cutAndHeadCannotBeSwitched()
    {
        const auto model = newModel();
        const int last = model->rowCount() - 1;
        QVERIFY(!model->setData(model->index(last, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model->setData(model->index(last - 1, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!(model->flags(model->index(last, 0)) & Qt::ItemIsUserCheckable));
    }

    void exceptionsElsewhereSurviveTheCut()
    {
        const auto model = newModel();
        model->setLayers(LayerMap {{"stem", "summary"}});
        QVERIFY(model->hasExceptions());
        model->moveCutTo(2);
        QCOMPARE(model->layers(), (LayerMap {{"stage2", "stem", "summary"}}));
    }

    void everyRowHasWordsForScreenReaders()
    {
        const auto model = newModel();
        for (int row = 0; row < model->rowCount(); ++row)
            QVERIFY(!model->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
        QCOMPARE(model->index(0, static_cast<int>(Column::Weights)).data(LayerTreeModel::SortRole).toLongLong(), 1000);
    }
};

QTEST_MAIN(TestLayerTreeModel)
#include "tst_LayerTreeModel.moc"
