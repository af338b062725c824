// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/RunFilterModel.h"
#include "models/RunListModel.h"
#include "models/SettingsTableModel.h"
#include "widgets/RunListView.h"

using namespace shotlab;
using models::RunFilterModel;
using models::RunListModel;
using models::SettingsTableModel;

namespace
{

constexpr int kArms = 40;
constexpr int kShots = 25;

/// 1,000 rows: forty methods with settings of their own, each at twenty-five k.
std::shared_ptr<runner::ComparisonView> manyRuns()
{
    auto view = test::sampleComparison();
    view->comparison.plan.shots.clear();
    view->comparison.plan.arms.clear();
    view->cells.clear();
    for (int k = 1; k <= kShots; ++k)
        view->comparison.plan.shots.emplace_back(k);
    for (int arm = 0; arm < kArms; ++arm) {
        view->comparison.plan.arms.push_back(defaultArm(arm % 2 == 0 ? ArmKind::FullFineTuning : ArmKind::LinearProbe,
                                                        test::sampleModel().model.card));
        view->comparison.plan.arms.back().settings["C"] = arm + 1.0;
        for (const Shots shots : view->comparison.plan.shots) {
            runner::CellView cell;
            cell.summary.arm = arm;
            cell.summary.shots = shots;
            cell.plannedDraws = cell.finishedDraws = 1;
            cell.summary.accuracy.mean = 0.01 * (arm + shots.perClass());
            cell.summary.seconds = arm;
            view->cells.push_back(cell);
        }
    }
    return view;
}

} // namespace

class TestRunFilterModel : public QObject
{
    Q_OBJECT

    static QVector<QPair<int, int>> cells(const RunFilterModel &runs)
    {
        QVector<QPair<int, int>> rows;
        for (int row = 0; row < runs.rowCount(); ++row)
            rows.append({runs.index(row, 0).data(RunListModel::ArmRole).toInt(),
                         runs.index(row, 0).data(RunListModel::ShotsRole).toInt()});
        return rows;
    }

private Q_SLOTS:
    void rowsAreFoundByWhatTheySayAndWhatIsSaidAboutThem()
    {
        RunListModel all;
        RunFilterModel runs;
        const QAbstractItemModelTester tester(&runs, QAbstractItemModelTester::FailureReportingMode::QtTest);
        runs.setSourceModel(&all);
        auto comparison = test::sampleComparison();
        comparison->comparison.marks[{1, Shots(5)}] = {{"Baseline"}, "", false};
        comparison->comparison.marks[{2, Shots(1)}] = {{}, "odd, look again", false};
        all.setComparison(comparison, {});
        QVERIFY(!runs.isFiltering());
        QCOMPARE(runs.rowCount(), 9);
        runs.setWords(QStringLiteral("full"));
        QCOMPARE(cells(runs), (QVector<QPair<int, int>> {{4, 5}, {4, 1}}));
        runs.setWords(QStringLiteral("FULL k = 1"));
        QCOMPARE(cells(runs), (QVector<QPair<int, int>> {{4, 1}}));
        runs.setWords(QStringLiteral("baseline"));
        QCOMPARE(cells(runs), (QVector<QPair<int, int>> {{1, 5}}));
        QVERIFY(runs.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("tags: Baseline")));
        runs.setWords(QStringLiteral("look"));
        QCOMPARE(cells(runs), (QVector<QPair<int, int>> {{2, 1}}));
        runs.showAll();
        QCOMPARE(runs.rowCount(), 9);
        runs.setShots(Shots(1));
        runs.setArm(3);
        QCOMPARE(cells(runs), (QVector<QPair<int, int>> {{3, 1}}));
        runs.showAll();
        comparison->cells[1].finishedDraws = 0;
        comparison->cells[1].failedDraws = 1;
        comparison->cells[1].failure = Error {ErrorCode::OutOfMemory, {"0"}, {}};
        comparison->cells[3].finishedDraws = 0;
        all.setComparison(std::make_shared<runner::ComparisonView>(*comparison), {});
        runs.setState(RunFilterModel::State::Failed);
        QCOMPARE(cells(runs), (QVector<QPair<int, int>> {{1, 1}}));
        runs.setState(RunFilterModel::State::Open);
        QCOMPARE(cells(runs), (QVector<QPair<int, int>> {{2, 1}}));
        runs.setState(RunFilterModel::State::Done);
        QCOMPARE(runs.rowCount(), 7);
    }

    void ordersAreChosen()
    {
        RunListModel all;
        RunFilterModel runs;
        runs.setSourceModel(&all);
        auto comparison = test::sampleComparison();
        for (runner::CellView &cell : comparison->cells)
            cell.summary.seconds = cell.summary.arm == 1 ? 9 : cell.summary.arm * 0.1;
        all.setComparison(comparison, {});
        const QVector<QPair<int, int>> own = cells(runs);
        runs.setOrder(RunFilterModel::Order::BestFirst);
        QCOMPARE(cells(runs).first(), (QPair<int, int> {4, 5}));
        QCOMPARE(cells(runs).last(), (QPair<int, int> {0, 0}));
        QVERIFY(cells(runs) != own);
        runs.setOrder(RunFilterModel::Order::ByMethod);
        QCOMPARE(cells(runs),
                 (QVector<QPair<int, int>> {{0, 0}, {1, 1}, {1, 5}, {2, 1}, {2, 5}, {3, 1}, {3, 5}, {4, 1}, {4, 5}}));
        runs.setOrder(RunFilterModel::Order::SlowestFirst);
        QCOMPARE(cells(runs).first().first, 1);
        runs.setOrder(RunFilterModel::Order::LargestShotsFirst);
        QCOMPARE(cells(runs), own);
    }

    /// Numbers arrive four times a second, words letter by letter: both must fit between two frames.
    void aThousandRunsStayFluid()
    {
        RunListModel all;
        RunFilterModel runs;
        runs.setSourceModel(&all);
        widgets::RunListView list;
        list.resize(270, 400);
        list.setModel(&runs);
        list.show();
        all.setComparison(manyRuns(), {});
        QCOMPARE(runs.rowCount(), kArms * kShots);
        const qsizetype children = list.findChildren<QObject *>().size();
        const auto took = [&list](const auto &action) {
            QElapsedTimer timer;
            timer.start();
            action();
            list.grab(); // layout and painting
            return timer.elapsed();
        };
        const auto running = manyRuns();
        running->state = runner::ComparisonState::Running;
        const std::vector<std::pair<const char *, std::function<void()>>> actions {
            {"new numbers", [&] { all.setComparison(manyRuns(), {}); }},
            {"sorted", [&] { runs.setOrder(RunFilterModel::Order::BestFirst); }},
            {"new numbers, sorted", [&] { all.setComparison(running, {}); }},
            {"words", [&] { runs.setWords(QStringLiteral("full k = 7")); }},
            {"new numbers, filtered", [&] { all.setComparison(manyRuns(), {}); }},
            {"all again", [&] { runs.showAll(); }},
            {"scrolled", [&] { list.scrollToBottom(); }},
        };
        for (const auto &[what, action] : actions) {
            const qint64 milliseconds = took(action);
            qInfo("%s: %lld ms", what, milliseconds);
            QVERIFY2(milliseconds < 250, what);
        }
        QCOMPARE(runs.rowCount(), kArms * kShots);
        QVERIFY(list.findChildren<QObject *>().size() <= children + 4); // rows are painted, none is a widget
    }

    void settingsAreComparedSideBySide()
    {
        const auto comparison = test::sampleComparison();
        comparison->comparison.plan.arms[4].settings["batch"] = 8.0;
        comparison->comparison.marks[{4, Shots(5)}] = {{"small batches"}, "", false};
        SettingsTableModel table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setCells(*comparison, test::sampleModel().layers, {3, Shots(5)}, {4, Shots(5)});
        const auto lineOf = [&table](const QString &name) {
            for (int row = 0; row < table.rowCount(); ++row) {
                if (table.index(row, 0).data(Qt::ToolTipRole).toString() == name)
                    return row;
            }
            return -1;
        };
        const int batch = lineOf(QStringLiteral("Examples in one step"));
        QVERIFY(batch >= 0);
        QCOMPARE(table.index(batch, 1).data().toString(), QStringLiteral("64"));
        QCOMPARE(table.index(batch, 2).data().toString(), QStringLiteral("8"));
        QVERIFY(table.index(batch, 0).data(SettingsTableModel::DiffersRole).toBool());
        QVERIFY(table.index(batch, 0).data().toString().contains(QStringLiteral("≠"))); // not by colour alone
        QVERIFY(table.index(batch, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("different")));
        const int optimiser = lineOf(QStringLiteral("Optimiser"));
        QVERIFY(!table.index(optimiser, 0).data(SettingsTableModel::DiffersRole).toBool());
        QVERIFY(lineOf(QStringLiteral("Accuracy")) > batch);
        QVERIFY(lineOf(QStringLiteral("Tags")) > 0);
        QCOMPARE(lineOf(QStringLiteral("Weight of the names")), -1); // says nothing about either
        QVERIFY(table.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(QStringLiteral("Chosen layers")));
        table.setCells(*comparison, {}, {4, Shots(5)}, {4, Shots(5)});
        QCOMPARE(table.differences(), 0);
        table.setCells(*comparison, {}, {4, Shots(5)}, {4, Shots(77)}); // no such row
        QCOMPARE(table.rowCount(), 0);
    }
};

QTEST_MAIN(TestRunFilterModel)
#include "tst_RunFilterModel.moc"
