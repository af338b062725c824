// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QTest>

#include "SampleViews.h"
#include "charts/AccuracyChart.h"
#include "pages/WorkbenchPage.h"
#include "widgets/FindingsPanel.h"
#include "widgets/MixUpMatrix.h"
#include "widgets/RunListView.h"

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
