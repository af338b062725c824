// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "SampleViews.h"
#include "charts/AccuracyChart.h"
#include "charts/LearningCurvesChart.h"
#include "pages/WorkbenchPage.h"
#include "widgets/AnsweredListView.h"
#include "widgets/Controls.h"
#include "widgets/DrawSwarm.h"
#include "widgets/FindingsPanel.h"
#include "widgets/MixUpMatrix.h"
#include "widgets/RunListView.h"
#include "widgets/StopSlider.h"

using namespace shotlab;

class TestWorkbenchPage : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;

    template<typename T> static T *child(const QWidget &page, const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }

private Q_SLOTS:
    void init() { m_commands.calls.clear(); }

    void showsAFinishedComparison()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1440, 800);
        page.show();
        workspace.takeLab(test::sampleLab());
        auto comparison = test::sampleComparison();
        Finding finding;
        finding.kind = FindingKind::ThinIce;
        finding.value = 0.17;
        finding.weights = {2};
        comparison->findings = {finding};
        workspace.takeComparison(comparison);
        auto *chart = child<charts::AccuracyChart>(page, "accuracyChart");
        QTRY_COMPARE(chart->data().series.size(), 5U);
        QTRY_COMPARE(child<QAbstractItemView>(page, "runs")->model()->rowCount(), 9);
        QTRY_COMPARE(child<widgets::FindingsPanel>(page, "findings")->shown(), 1);
    }

    void noFindingIsCutOff()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1366, 620);
        page.show();
        workspace.takeLab(test::sampleLab());
        auto comparison = test::sampleComparison();
        Finding finding;
        finding.kind = FindingKind::Ahead;
        finding.arms = {4, 2};
        finding.shots = Shots(5);
        finding.difference = {0.031, 0.012, 0.05};
        finding.draws = 3;
        comparison->findings = std::vector<Finding>(9, finding);
        workspace.takeComparison(comparison);
        auto *findings = child<widgets::FindingsPanel>(page, "findings");
        QTRY_VERIFY(findings->shown() > 0);
        for (const auto &[height, searching] :
             {std::pair(620, false), std::pair(646, false), std::pair(700, true), std::pair(900, false)}) {
            page.resize(1366, height);
            child<QAbstractButton>(page, "findRuns")->setChecked(searching);
            QTest::qWait(100);
            QVERIFY(findings->shown() > 0);
            for (const QLabel *label : findings->findChildren<QLabel *>()) {
                if (label->isVisible() && label->wordWrap())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            }
            auto *all = findings->findChild<widgets::Button *>();
            for (const bool expanded : {false, true, false}) {
                QCOMPARE(all->visibleRegion().boundingRect(), all->rect());
                QVERIFY(findings->geometry().bottom() < findings->parentWidget()->height());
                QCOMPARE(findings->isExpanded(), expanded);
                all->click();
                QTest::qWait(20);
            }
            all->click(); // as it was
            QTest::qWait(20);
        }
        QCOMPARE(findings->shown(), 3);
    }

    /// Refused for want of memory: one click runs the method with batches that fit, as another setting.
    void aSmallerBatchIsOneClickAway()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1440, 800);
        page.show();
        workspace.takeLab(test::sampleLab());
        auto comparison = test::sampleComparison();
        workspace.takeComparison(comparison);
        auto *offer = child<QAbstractButton>(page, "smallerBatch");
        QTRY_VERIFY(offer->isHidden());
        auto refused = std::make_shared<runner::ComparisonView>(*comparison);
        const auto cellOf = [&](Shots shots) {
            return std::find_if(refused->cells.begin(), refused->cells.end(), [&](const runner::CellView &cell) {
                return cell.summary.arm == 4 && cell.summary.shots == shots;
            });
        };
        cellOf(Shots(1))->failure = Error {ErrorCode::RunTooLarge, {"4000000000", "1000000000", "16"}, {}};
        cellOf(Shots(5))->failure = Error {ErrorCode::RunTooLarge, {"8000000000", "1000000000", "8"}, {}};
        workspace.takeComparison(refused);
        QTRY_VERIFY(offer->isVisible());
        QVERIFY2(offer->text().contains(QStringLiteral("8")) && !offer->text().contains(QStringLiteral("16")),
                 qPrintable(offer->text()));
        offer->click();
        QVERIFY(m_commands.has("startComparison"));
        QCOMPARE(number(m_commands.lastPlan.arms[4].settings, "batch"), 8.0);
        QVERIFY(m_commands.lastPlan.arms[3] == refused->comparison.plan.arms[3]);
        auto hopeless = std::make_shared<runner::ComparisonView>(*refused);
        std::find_if(hopeless->cells.begin(), hopeless->cells.end(), [](const auto &cell) {
            return cell.summary.arm == 4 && cell.summary.shots == Shots(5);
        })->failure->arguments[2] = "0";
        workspace.takeComparison(hopeless);
        QTRY_VERIFY(offer->isHidden());
    }

    void aRunLeadsToItsMixUps()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1440, 800);
        page.show();
        workspace.takeLab(test::sampleLab());
        workspace.takeComparison(test::sampleComparison());
        auto *runs = child<QAbstractItemView>(page, "runs");
        QTRY_COMPARE(runs->model()->rowCount(), 9);
        QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->visualRect(runs->model()->index(1, 0)).center());
        QVERIFY(m_commands.has("requestMixUps 3 5"));
        runner::MixUpsView mixUps;
        mixUps.arm = 3;
        mixUps.shots = Shots(5);
        mixUps.draws = 3;
        mixUps.counts = {{6, 0, 0}, {1, 5, 0}, {0, 3, 3}};
        workspace.takeMixUps(mixUps);
        auto *matrix = child<widgets::MixUpMatrix>(page, "mixUps");
        QTRY_COMPARE(matrix->classCount(), 3);
        QCOMPARE(matrix->share(2, 1), 0.5);
    }

    /// A click on a mix-up leads to its pictures, from there to another class or out of the test set, and back.
    void aMixUpLeadsToItsPictures()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1366, 660);
        page.show();
        page.activateWindow();
        const auto lab = test::sampleLab();
        workspace.takeLab(lab);
        auto comparison = test::sampleComparison();
        comparison->comparison.testExamples = {ExampleId {13}, ExampleId {14}, ExampleId {27},
                                               ExampleId {28}, ExampleId {41}, ExampleId {42}};
        workspace.takeComparison(comparison);
        workspace.showCell(3, Shots(5));
        workspace.takeMixUps({3, Shots(5), 3, {{6, 0, 0}, {0, 2, 4}, {0, 0, 6}}});
        auto *matrix = child<widgets::MixUpMatrix>(page, "mixUps");
        QTRY_COMPARE(matrix->classCount(), 3);
        QTest::mouseClick(matrix, Qt::LeftButton, {}, matrix->cellRect(0, 2).center()); // nobody took a cat for a fox
        QCOMPARE(m_commands.count("requestMixUpExamples"), 0);
        QTest::mouseClick(matrix, Qt::LeftButton, {}, matrix->cellRect(1, 2).center());
        QVERIFY(m_commands.has("requestMixUpExamples 3 5 1 2"));
        const auto answered = [](int example, double confidence, int given) {
            const runner::ArmAnswer asked {3, Shots(5), 2, confidence, given, 3};
            return runner::AnsweredExample {ExampleId {example}, asked, {{0, Shots(0), 1, 0.6, 1, 1}, asked}};
        };
        workspace.takeMixUpExamples({3, Shots(5), 1, 2, {answered(27, 0.55, 3), answered(28, 0.91, 1)}});
        auto *list = child<QAbstractItemView>(page, "mixUpExamples");
        QVERIFY(list->isVisible());
        QVERIFY(!matrix->isVisible());
        QCOMPARE(list->model()->rowCount(), 2);
        QVERIFY(list->model()->index(0, 0).data().toString().startsWith(QStringLiteral("91"))); // the surest mistake first
        const QString spoken = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("Zero-shot says dog, 60")), qPrintable(spoken));
        auto *order = child<QAbstractButton>(page, "mixUpOrder");
        for (QAction *action : order->findChild<QMenu *>()->actions()) {
            if (action->text() == QStringLiteral("Most often first"))
                action->trigger();
        }
        QVERIFY(list->model()->index(0, 0).data().toString().startsWith(QStringLiteral("55")));
        QVERIFY(child<QLabel>(page, "mixUpHint")->text().contains(QStringLiteral("out of date")));

        QSignalSpy undoable(&workspace, &models::Workspace::undoableDone);
        list->selectionModel()->clearSelection();
        QVERIFY(!child<QAbstractButton>(page, "mixUpLeaveOut")->isEnabled());
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(m_commands.has("removeExamples 1"));
        QCOMPARE(undoable.count(), 1);
        auto without = std::make_shared<runner::LabView>(*lab);
        without->examples.erase(ExampleId {28});
        workspace.takeLab(without);
        QCOMPARE(list->model()->index(1, 0).data(widgets::AnsweredStateRole).toString(), QStringLiteral("Left out"));
        QVERIFY(!child<QAbstractButton>(page, "mixUpLeaveOut")->isEnabled()); // it is out already
        workspace.takeLab(lab); // undone
        QVERIFY(list->model()->index(1, 0).data(widgets::AnsweredStateRole).toString().isEmpty());

        list->selectAll();
        auto *classes = child<QMenu>(page, "mixUpClasses");
        Q_EMIT classes->aboutToShow();
        QCOMPARE(classes->actions().size(), 3);
        classes->actions().at(2)->trigger();
        QVERIFY(m_commands.has("moveExamples 2 to 3"));
        auto moved = std::make_shared<runner::LabView>(*lab);
        moved->examples.at(ExampleId {27}).classId = ClassId {3};
        workspace.takeLab(moved);
        QVERIFY(list->model()->index(0, 0).data(widgets::AnsweredStateRole).toString().contains(QStringLiteral("fox")));

        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(matrix->isVisible());
        QVERIFY(!workspace.mixUpExamples());
        matrix->setFocus();
        matrix->setCursorCell(1, 2);
        m_commands.calls.clear();
        QTest::keyClick(matrix, Qt::Key_Return);
        QVERIFY(m_commands.has("requestMixUpExamples 3 5 1 2"));
        workspace.takeMixUpExamples({3, Shots(5), 1, 2, {answered(27, 0.55, 3)}});
        QTRY_VERIFY(list->isVisible());
        workspace.showCell(2, Shots(5)); // another method: its own pictures
        QVERIFY(m_commands.has("requestMixUpExamples 2 5 1 2"));
    }

    void aLabForReadingOnlyKeepsItsTestPictures()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.show();
        const auto lab = test::sampleLab();
        lab->readOnly = true;
        workspace.takeLab(lab);
        auto comparison = test::sampleComparison();
        comparison->comparison.testExamples[2] = ExampleId {27};
        workspace.takeComparison(comparison);
        workspace.showCell(3, Shots(5));
        workspace.showMixUp(1, 2);
        const runner::ArmAnswer asked {3, Shots(5), 2, 0.5, 1, 3};
        workspace.takeMixUpExamples({3, Shots(5), 1, 2, {{ExampleId {27}, asked, {asked}}}});
        auto *list = child<QAbstractItemView>(page, "mixUpExamples");
        list->selectAll();
        QVERIFY(!child<QAbstractButton>(page, "mixUpMove")->isEnabled());
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(m_commands.count("removeExamples"), 0);
        QVERIFY(!child<QLabel>(page, "mixUpHint")->text().contains(QStringLiteral("out of date")));
    }

    void runsAreFoundTaggedComparedRunAgainAndDeleted()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1366, 660);
        page.show();
        page.activateWindow();
        workspace.takeLab(test::sampleLab());
        auto comparison = test::sampleComparison();
        comparison->comparison.modelHash = "model-hash";
        workspace.takeComparison(comparison);
        auto *runs = child<QAbstractItemView>(page, "runs");
        QTRY_COMPARE(runs->model()->rowCount(), 9);
        auto *words = child<QLineEdit>(page, "runWords");
        QVERIFY(!words->isVisible());
        child<QAbstractButton>(page, "findRuns")->click();
        QVERIFY(words->isVisible());
        QTest::keyClicks(words, QStringLiteral("full"));
        QCOMPARE(runs->model()->rowCount(), 2);
        QCOMPARE(child<QLabel>(page, "runsFound")->text(), QStringLiteral("2 of 9 rows"));
        child<QAbstractButton>(page, "showAllRuns")->click();
        QCOMPARE(runs->model()->rowCount(), 9);
        QVERIFY(!words->isVisible());

        auto *menu = child<QMenu>(page, "runMenu");
        const auto action = [menu](const char *name) {
            Q_EMIT menu->aboutToShow();
            return menu->findChild<QAction *>(QLatin1String(name));
        };
        runs->setCurrentIndex(runs->model()->index(0, 0)); // full fine-tuning, k = 5
        action("editMarks")->trigger();
        auto *tags = child<QLineEdit>(page, "runTags");
        QVERIFY(tags->isVisible());
        QTest::keyClicks(tags, QStringLiteral("baseline,  #odd one , baseline"));
        QTest::keyClick(tags, Qt::Key_Return);
        QVERIFY(m_commands.has("setMarks 1"));
        QCOMPARE(m_commands.lastMarks.at({4, Shots(5)}).tags, (std::vector<std::string> {"baseline", "odd one"}));
        auto marked = std::make_shared<runner::ComparisonView>(*comparison);
        marked->comparison.marks = m_commands.lastMarks;
        workspace.takeComparison(marked);
        QTRY_COMPARE(runs->model()->index(0, 0).data(widgets::RunTagsRole).toStringList().size(), 2);
        child<QAbstractButton>(page, "marksDone")->click();
        QVERIFY(!tags->isVisible());

        runs->setCurrentIndex(runs->model()->index(0, 0));
        runs->selectionModel()->select(runs->model()->index(1, 0), QItemSelectionModel::Select);
        action("compareSettings")->trigger();
        auto *table = child<QTableView>(page, "settingsTable");
        QVERIFY(table->isVisible());
        QVERIFY(table->model()->rowCount() > 8);
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!table->isVisible());

        action("runAgain")->trigger();
        QVERIFY(m_commands.has("runCellsAgain 1 4:5 3:5"));

        QSignalSpy undoable(&workspace, &models::Workspace::undoableDone);
        QTest::keyClick(runs, Qt::Key_Delete);
        QCOMPARE(undoable.count(), 1);
        QVERIFY(m_commands.lastMarks.at({4, Shots(5)}).removed && m_commands.lastMarks.at({3, Shots(5)}).removed);
        QCOMPARE(m_commands.lastMarks.at({4, Shots(5)}).tags.size(), std::size_t(2)); // they come back with it
        auto without = std::make_shared<runner::ComparisonView>(*marked);
        without->comparison.marks = m_commands.lastMarks;
        without->cellsRemoved = 2;
        std::erase_if(without->cells, [](const runner::CellView &cell) {
            return cell.summary.shots == Shots(5) && cell.summary.arm >= 3 && cell.summary.arm <= 4;
        });
        workspace.takeComparison(without);
        QTRY_COMPARE(runs->model()->rowCount(), 7);
        action("bringBack")->trigger();
        QVERIFY(!m_commands.lastMarks.at({4, Shots(5)}).removed);
        QCOMPARE(m_commands.lastMarks.at({4, Shots(5)}).tags.size(), std::size_t(2));

        auto running = std::make_shared<runner::ComparisonView>(*without);
        running->state = runner::ComparisonState::Running;
        workspace.takeComparison(running);
        m_commands.calls.clear();
        runs->setCurrentIndex(runs->model()->index(0, 0));
        QTest::keyClick(runs, Qt::Key_Delete); // not under the hands of the runner
        QVERIFY(!action("deleteRuns")->isEnabled() && !action("runAgain")->isEnabled());
        QCOMPARE(m_commands.count("setMarks"), 0);
    }

    void draggingKAsksAHundredDraws()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1366, 710);
        page.show();
        auto *slider = child<widgets::StopSlider>(page, "shotsSlider");
        auto *choice = child<widgets::SegmentedControl>(page, "curvesOrLuck");
        auto *curves = child<charts::LearningCurvesChart>(page, "learningCurves");
        choice->segment(1)->click();
        QVERIFY(curves->isVisible());
        QCOMPARE(curves->measure(), charts::CurveMeasure::TrainingLoss);
        choice->segment(2)->click();
        QVERIFY(slider->isVisible());
        QVERIFY(!slider->isEnabled());
        auto *swarm = child<widgets::DrawSwarm>(page, "drawSwarm");
        QVERIFY(swarm->accessibleDescription().contains(QStringLiteral("first comparison")));
        workspace.takeLab(test::sampleLab());
        auto comparison = test::sampleComparison();
        comparison->comparison.poolSizes = {12, 12, 12};
        comparison->comparison.modelHash = "model-hash";
        workspace.takeComparison(comparison);
        QVERIFY(slider->isEnabled());
        QVERIFY(m_commands.has("requestReadouts 5 100 0"));
        std::vector<double> draws(100, 0.7);
        draws[7] = 0.55;
        workspace.takeReadouts({Shots(5), 0, {1, 2}, {std::vector<double>(100, 0.6), draws}});
        QCOMPARE(swarm->rows().size(), 2U);
        QCOMPARE(swarm->rows().front().accuracies.size(), 100U); // best first
        QVERIFY(swarm->rows().front().value.startsWith(QStringLiteral("69.9")));

        QTest::mousePress(slider, Qt::LeftButton, {}, slider->stopCentre(4).toPoint());
        QTest::mouseMove(slider, slider->stopCentre(7).toPoint());
        QTRY_VERIFY(m_commands.has("requestReadouts 8 100 0"));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, slider->stopCentre(7).toPoint());
        workspace.takeReadouts({Shots(8), 0, {1, 2}, {draws, draws}});
        QVERIFY(child<QLabel>(page, "luckSentence")->toolTip().contains(QStringLiteral("8 examples")));
        QTest::mouseClick(child<QAbstractButton>(page, "drawAgain"), Qt::LeftButton);
        QVERIFY(m_commands.has("requestReadouts 8 100 100"));

        workspace.showShots(Shots(1)); // a click in the chart
        QCOMPARE(slider->value(), 0);
        choice->segment(0)->click();
        m_commands.calls.clear();
        workspace.takeReadouts({Shots(8), 100, {1, 2}, {draws, draws}});
        QCOMPARE(m_commands.count("requestReadouts"), 0); // nobody looks any more
    }

    void theMarkerHidesTheLine()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1440, 800);
        page.show();
        workspace.takeLab(test::sampleLab());
        workspace.takeComparison(test::sampleComparison());
        auto *runs = child<QAbstractItemView>(page, "runs");
        QTRY_COMPARE(runs->model()->rowCount(), 9);
        const QRect row = runs->visualRect(runs->model()->index(0, 0));
        QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, widgets::RunDelegate::markerRect(row).center());
        QCOMPARE(workspace.hiddenArms(), std::vector<int> {4});
    }

    void narrowWindowsHaveADrawer()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::WorkbenchPage page(workspace);
        page.resize(1100, 700);
        page.show();
        workspace.takeLab(test::sampleLab());
        workspace.takeComparison(test::sampleComparison());
        QVERIFY(page.hasDrawer());
        auto *runs = child<QWidget>(page, "runs");
        QVERIFY(!runs->isVisible());
        child<QAbstractButton>(page, "drawerButton")->click();
        QVERIFY(runs->isVisible());
        QVERIFY(page.rect().contains(QRect(runs->mapTo(&page, QPoint(0, 0)), runs->size())));
        page.resize(1440, 800);
        QTRY_VERIFY(!page.hasDrawer());
        QVERIFY(runs->isVisible());
        QVERIFY(!child<QAbstractButton>(page, "drawerButton")->isVisible());
    }

    void saysWhatIsOutOfDateAndWhatFailed()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::WorkbenchPage page(workspace);
        workspace.takeLab(test::sampleLab());
        auto comparison = test::sampleComparison();
        comparison->outOfDate = true;
        comparison->trouble = Error {ErrorCode::EngineDied, {"11", ""}, {}};
        workspace.takeComparison(comparison);
        QVERIFY(!child<QWidget>(page, "outdated")->isHidden());
        QVERIFY(!child<QWidget>(page, "runTrouble")->isHidden());
        workspace.takeComparison(test::sampleComparison());
        QVERIFY(child<QWidget>(page, "outdated")->isHidden());
        QVERIFY(child<QWidget>(page, "runTrouble")->isHidden());
    }
};

QTEST_MAIN(TestWorkbenchPage)
#include "tst_WorkbenchPage.moc"
