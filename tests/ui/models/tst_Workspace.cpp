// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/Workspace.h"

using namespace shotlab;
using models::Workspace;
using Proposal = Workspace::Proposal;

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheEstimateOfWhatWouldRun()
    {
        test::RecordingCommands commands;
        Workspace workspace(commands, test::planFor);
        QCOMPARE(workspace.proposal(), Proposal::Nothing);
        workspace.takeLab(test::sampleLab());
        QCOMPARE(workspace.proposal(), Proposal::Run);
        QTRY_VERIFY(commands.has("estimate"));
        runner::PlanEstimate estimate;
        estimate.seconds = 20;
        workspace.takeEstimate(commands.lastToken - 1, estimate); // answers an older question
        QVERIFY(!workspace.estimate());
        workspace.takeEstimate(commands.lastToken, estimate);
        QCOMPARE(workspace.estimate()->seconds, 20.0);
    }

    void showsTheNewestComparisonOfAnOpenedLab()
    {
        test::RecordingCommands commands;
        Workspace workspace(commands, test::planFor);
        auto lab = test::sampleLab();
        lab->comparisons = {ComparisonId {3}, ComparisonId {8}};
        workspace.takeLab(lab);
        QVERIFY(commands.has("showComparison 8"));
    }

    void proposalFollowsTheState()
    {
        test::RecordingCommands commands;
        Workspace workspace(commands, test::planFor);
        workspace.takeLab(test::sampleLab());
        auto comparison = test::sampleComparison();
        comparison->state = runner::ComparisonState::Running;
        workspace.takeComparison(comparison);
        QVERIFY(workspace.isRunning());
        QCOMPARE(workspace.proposal(), Proposal::Nothing);

        auto stopped = std::make_shared<runner::ComparisonView>(*comparison);
        stopped->state = runner::ComparisonState::Stopped;
        workspace.takeComparison(stopped);
        QCOMPARE(workspace.proposal(), Proposal::GoOn);
        workspace.runProposal();
        QVERIFY(commands.has("resumeComparison 1"));

        auto finished = std::make_shared<runner::ComparisonView>(*comparison);
        finished->state = runner::ComparisonState::Finished;
        workspace.takeComparison(finished);
        QCOMPARE(workspace.proposal(), Proposal::MoreDraws);
        QCOMPARE(workspace.proposedPlan().draws.trained, 3 + workspace.moreDraws());

        // After the engine died in a run the button fills the gap; what would fail again is left as it is.
        auto withGap = std::make_shared<runner::ComparisonView>(*finished);
        QVERIFY(!withGap->cells.empty());
        withGap->cells.front().failure = Error {ErrorCode::EngineDied, {}, {}};
        workspace.takeComparison(withGap);
        QCOMPARE(workspace.proposal(), Proposal::GoOn);
        withGap = std::make_shared<runner::ComparisonView>(*finished);
        withGap->cells.front().failure = Error {ErrorCode::RunDiverged, {"3"}, {}};
        workspace.takeComparison(withGap);
        QCOMPARE(workspace.proposal(), Proposal::MoreDraws);
        workspace.takeComparison(finished);

        workspace.draft().setLayers(LayerMap {{"summary"}});
        QCOMPARE(workspace.proposal(), Proposal::Run);
        workspace.runProposal();
        QCOMPARE(commands.calls.back(), std::string("startComparison"));
        QCOMPARE(commands.lastPlan.arms.size(), test::samplePlan().arms.size() + 1); // the union of old and new
        QCOMPARE(commands.lastPlan.draws, test::samplePlan().draws);

        auto old = std::make_shared<runner::ComparisonView>(*finished);
        old->outOfDate = true;
        workspace.takeComparison(old);
        QCOMPARE(workspace.proposal(), Proposal::RunAgain);
    }

    void readOnlyOrUnconfirmedRunsNothing()
    {
        test::RecordingCommands commands;
        Workspace workspace(commands, test::planFor);
        auto lab = test::sampleLab();
        lab->readOnly = true;
        workspace.takeLab(lab);
        QCOMPARE(workspace.proposal(), Proposal::Nothing);
        auto guessed = test::sampleLab();
        guessed->model->model.card.confirmed = false;
        workspace.takeLab(guessed);
        QCOMPARE(workspace.proposal(), Proposal::Nothing);
    }

    void looksAtATellingCellUntilTheUserChooses()
    {
        test::RecordingCommands commands;
        Workspace workspace(commands, test::planFor);
        workspace.takeLab(test::sampleLab());
        workspace.takeComparison(test::sampleComparison());
        QCOMPARE(workspace.shownShots().value(), Shots(5));
        QCOMPARE(workspace.shownArm().value(), 2); // the new last layer
        QVERIFY(commands.has("requestCurves 4 5"));
        QVERIFY(commands.has("requestMixUps 2 5"));
        workspace.showCell(4, Shots(1));
        QVERIFY(commands.has("requestMixUps 4 1"));
        runner::MixUpsView mixUps;
        mixUps.arm = 4;
        mixUps.shots = Shots(1);
        workspace.takeMixUps(mixUps);
        QVERIFY(workspace.mixUps().has_value());
        workspace.showShots(Shots(5));
        QVERIFY(!workspace.mixUps().has_value());
    }

    void anotherLabForgetsTheResults()
    {
        test::RecordingCommands commands;
        Workspace workspace(commands, test::planFor);
        workspace.takeLab(test::sampleLab());
        workspace.takeComparison(test::sampleComparison());
        workspace.toggleArmHidden(1);
        auto other = test::sampleLab();
        other->path = QStringLiteral("/labs/Other.shotlab");
        workspace.takeLab(other);
        QVERIFY(!workspace.hasResults());
        QVERIFY(workspace.hiddenArms().empty());
        workspace.labGone();
        QVERIFY(!workspace.lab());
    }

    void thumbnailsAreAskedForTogether()
    {
        test::RecordingCommands commands;
        Workspace workspace(commands, test::planFor);
        for (int id = 1; id <= 5; ++id)
            QVERIFY(workspace.thumbnails().picture(ExampleId {id}).isNull());
        QVERIFY(workspace.thumbnails().picture(ExampleId {1}).isNull());
        QTRY_VERIFY(commands.has("requestThumbnails 5"));
        QCOMPARE(commands.count("requestThumbnails"), 1);
    }
};

QTEST_MAIN(TestWorkspace)
#include "tst_Workspace.moc"
