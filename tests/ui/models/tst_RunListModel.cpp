// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/RunListModel.h"
#include "text/Sentences.h"
#include "widgets/RunListView.h"

using namespace shotlab;
using models::RunListModel;
using widgets::RunRowState;

class TestRunListModel : public QObject
{
    Q_OBJECT

    static QVector<QPair<int, int>> cells(const RunListModel &model)
    {
        QVector<QPair<int, int>> rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(
                {model.index(row).data(RunListModel::ArmRole).toInt(), model.index(row).data(RunListModel::ShotsRole).toInt()});
        return rows;
    }

private Q_SLOTS:
    void bestOfTheLargestKStandsOnTop()
    {
        RunListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(test::sampleComparison(), {});
        QCOMPARE(cells(model),
                 (QVector<QPair<int, int>> {{4, 5}, {3, 5}, {2, 5}, {1, 5}, {4, 1}, {3, 1}, {2, 1}, {1, 1}, {0, 0}}));
        QCOMPARE(model.index(0).data(widgets::RunStateRole).toInt(), static_cast<int>(RunRowState::Done));
        QVERIFY(model.index(0).data(widgets::RunValueRole).toString().startsWith(QStringLiteral("80")));
        QVERIFY(!model.index(0).data(widgets::RunHollowRole).toBool());
    }

    void statesFollowTheDraws()
    {
        RunListModel model;
        auto comparison = test::sampleComparison();
        comparison->state = runner::ComparisonState::Running;
        for (runner::CellView &cell : comparison->cells)
            cell.finishedDraws = 0;
        comparison->cells[1].finishedDraws = 4; // prototypes, k = 1
        comparison->cells[1].running = true;
        comparison->cells[3].failedDraws = 1; // new last layer, k = 1
        comparison->cells[3].failure = Error {ErrorCode::OutOfMemory, {"0"}, {}};
        comparison->trouble = Error {ErrorCode::EngineDied, {"signal 9", ""}, {}}; // what came last is another story
        model.setComparison(comparison, {});
        const QModelIndex running = model.find(1, Shots(1));
        QCOMPARE(running.row(), 0); // what has results stands on top
        QCOMPARE(running.data(widgets::RunStateRole).toInt(), static_cast<int>(RunRowState::Running));
        QCOMPARE(running.data(widgets::RunProgressRole).toDouble(), 0.2);
        const QModelIndex failed = model.find(2, Shots(1));
        QCOMPARE(failed.data(widgets::RunStateRole).toInt(), static_cast<int>(RunRowState::Failed));
        const QString sentence = failed.data(widgets::RunSentenceRole).toString();
        QVERIFY2(sentence.endsWith(text::errorText(*comparison->cells[3].failure).what), qPrintable(sentence));
        QCOMPARE(model.find(4, Shots(5)).data(widgets::RunStateRole).toInt(), static_cast<int>(RunRowState::Queued));
        QVERIFY(!model.find(4, Shots(5)).data(RunListModel::AccuracyRole).isValid());
    }

    void selectionSurvivesReordering()
    {
        RunListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto comparison = test::sampleComparison();
        comparison->state = runner::ComparisonState::Running;
        model.setComparison(comparison, {});
        const QPersistentModelIndex chosen = model.find(1, Shots(5));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        auto finished = std::make_shared<runner::ComparisonView>(*comparison);
        finished->state = runner::ComparisonState::Finished;
        finished->cells[2].summary.accuracy.mean = 0.99; // prototypes, k = 5
        model.setComparison(finished, {});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(chosen.row(), 0);
        QCOMPARE(chosen.data(RunListModel::ArmRole).toInt(), 1);
    }

    void hiddenLinesAreMarked()
    {
        RunListModel model;
        model.setComparison(test::sampleComparison(), {});
        model.setHiddenArms({2});
        QVERIFY(model.find(2, Shots(1)).data(widgets::RunHiddenRole).toBool());
        QVERIFY(!model.find(1, Shots(1)).data(widgets::RunHiddenRole).toBool());
    }
};

QTEST_MAIN(TestRunListModel)
#include "tst_RunListModel.moc"
