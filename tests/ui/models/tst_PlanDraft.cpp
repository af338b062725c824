// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/PlanDraft.h"

using namespace shotlab;
using models::PlanDraft;

class TestPlanDraft : public QObject
{
    Q_OBJECT

    static void fill(PlanDraft &draft)
    {
        const runner::ModelView model = test::sampleModel();
        const ComparisonPlan defaults = test::planFor(model, 7);
        std::vector<Arm> arms;
        for (const ArmKind kind : allArmKinds())
            arms.push_back(defaultArm(kind, model.model.card));
        draft.reset(defaults, arms, LayerMap {{"stage2", "summary"}});
        draft.setLargestShots(12);
    }
    static int choiceOf(const PlanDraft &draft, ArmKind kind)
    {
        const auto &choices = draft.choices();
        return static_cast<int>(
            std::find_if(choices.begin(), choices.end(), [kind](const auto &choice) { return choice.arm.kind == kind; })
            - choices.begin());
    }
    static int variants(const ComparisonPlan &plan)
    {
        return static_cast<int>(
            std::count_if(plan.arms.begin(), plan.arms.end(), [](const Arm &arm) { return arm.kind == ArmKind::ChosenLayers; }));
    }

private Q_SLOTS:
    void startsWithTheDefaults()
    {
        PlanDraft draft;
        fill(draft);
        const ComparisonPlan plan = draft.plan();
        QCOMPARE(plan.seed, 7U);
        QCOMPARE(plan.shots.size(), 6U);
        QCOMPARE(variants(plan), 1);
        QVERIFY(draft.hasNews());
    }

    void switchesArmsAndShots()
    {
        PlanDraft draft;
        fill(draft);
        const QSignalSpy changed(&draft, &PlanDraft::changed);
        draft.setArmOn(choiceOf(draft, ArmKind::Prototypes), false);
        draft.setShotsOn(Shots(2), false);
        draft.setShotsOn(Shots(7), true);
        QCOMPARE(changed.size(), 3);
        const ComparisonPlan plan = draft.plan();
        QVERIFY(std::none_of(plan.arms.begin(), plan.arms.end(), [](const Arm &arm) { return arm.kind == ArmKind::Prototypes; }));
        QCOMPARE(plan.shots, (std::vector<Shots> {Shots(0), Shots(1), Shots(5), Shots(7), Shots(10), Shots::all()}));
    }

    void marksShotsBeyondTheSmallestClass()
    {
        PlanDraft draft;
        fill(draft);
        draft.setLargestShots(4);
        for (const PlanDraft::ShotsChoice &choice : draft.shots())
            QCOMPARE(choice.outOfReach, !choice.shots.isAll() && choice.shots > Shots(4));
    }

    void movingTheCutBeforeAnyRunReplacesTheLayers()
    {
        PlanDraft draft;
        fill(draft);
        draft.setLayers(LayerMap {{"summary"}});
        const ComparisonPlan plan = draft.plan();
        QCOMPARE(variants(plan), 1);
        QVERIFY(
            std::any_of(plan.arms.begin(), plan.arms.end(), [](const Arm &arm) { return arm.layers == LayerMap {{"summary"}}; }));
    }

    void whatIfKeepsWhatHasResults()
    {
        PlanDraft draft;
        fill(draft);
        draft.adopt(*test::sampleComparison());
        QVERIFY(!draft.hasNews());
        draft.setViews(4); // another question about the same examples
        QVERIFY(draft.hasNews());
        QCOMPARE(draft.plan().views, 4);
        draft.setViews(1);
        QVERIFY(!draft.hasNews());
        QCOMPARE(variants(draft.plan()), 1);
        draft.setLayers(LayerMap {{"summary"}});
        QVERIFY(draft.hasNews());
        QCOMPARE(variants(draft.plan()), 2);
        draft.setLayers(LayerMap {{"stage1", "stage2", "summary"}}); // still the same what-if, not a third variant
        QCOMPARE(variants(draft.plan()), 2);
        draft.setLayers(LayerMap {{"stage2", "summary"}}); // back to what has its results
        QCOMPARE(variants(draft.plan()), 1);
        QVERIFY(!draft.hasNews());
    }

    void aFurtherExampleCountIsNews()
    {
        PlanDraft draft;
        fill(draft);
        draft.adopt(*test::sampleComparison());
        draft.setShotsOn(Shots(10), true);
        QVERIFY(draft.hasNews());
    }

    void aKOutOfReachIsNoNews()
    {
        PlanDraft draft;
        fill(draft);
        draft.adopt(*test::sampleComparison());
        draft.setLargestShots(6);
        draft.setShotsOn(Shots(10), true);
        QVERIFY(!draft.hasNews());
    }

    void nothingOrEverythingLearningNeedsNoVariant()
    {
        PlanDraft draft;
        fill(draft);
        draft.adopt(*test::sampleComparison());
        draft.setLayers(LayerMap {}, false);
        QCOMPARE(variants(draft.plan()), 1);
        QVERIFY(!draft.hasNews());
    }

    void changedDataMakesEverythingNew()
    {
        PlanDraft draft;
        fill(draft);
        draft.adopt(*test::sampleComparison());
        draft.forgetResults();
        QVERIFY(draft.hasNews());
    }

    void namesMixedInAreAnotherMethod()
    {
        PlanDraft draft;
        runner::ModelView model = test::sampleModel();
        model.model.card.modality = Modality::Text;
        std::vector<Arm> arms;
        for (const ArmKind kind : {ArmKind::ZeroShot, ArmKind::Prototypes})
            arms.push_back(defaultArm(kind, model.model.card));
        ComparisonPlan plan;
        plan.arms = arms;
        plan.shots = {Shots(0), Shots(1)};
        draft.reset(plan, arms, {});
        QVERIFY(draft.offersNames() && !draft.mixesNamesIn());
        runner::ComparisonView done;
        done.comparison.plan = draft.plan();
        draft.adopt(done);
        QVERIFY(!draft.hasNews());
        draft.setMixesNamesIn(true);
        QVERIFY(draft.mixesNamesIn() && draft.hasNews());
        draft.setMixesNamesIn(false);
        QVERIFY(!draft.hasNews());
        draft.setShotsOn(Shots(1), false);
        QVERIFY(!draft.offersNames());
    }

    void planIndexSkipsWhatIsOff()
    {
        PlanDraft draft;
        fill(draft);
        draft.setArmOn(0, false);
        QVERIFY(!draft.planIndex(0));
        QVERIFY(!draft.planIndex(1)); // off unless asked for
        QCOMPARE(draft.planIndex(choiceOf(draft, ArmKind::Prototypes)).value(), 0);
    }
};

QTEST_MAIN(TestPlanDraft)
#include "tst_PlanDraft.moc"
