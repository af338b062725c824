// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <set>

#include <nlohmann/json.hpp>

#include "lab/Comparison.h"

using namespace shotlab;

namespace
{

Comparison everyArm()
{
    ModelCard card;
    card.recipe = "small-grey";
    Comparison comparison;
    for (const ArmKind kind : allArmKinds())
        comparison.plan.arms.push_back(defaultArm(kind, card));
    comparison.plan.shots = {Shots(0), Shots(1), Shots(5), Shots::all()};
    comparison.plan.draws = defaultDrawCounts(card);
    return comparison;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shotsAreReadStrictly()
    {
        QVERIFY(Shots::fromString("all") == Shots::all());
        QVERIFY(Shots::fromString("12") == Shots(12));
        for (const char *text : {"", "-1", "1.5", "ten", "5 ", "99999999999", "2147483647"})
            QVERIFY2(!Shots::fromString(text), text);
        QVERIFY(Shots(1000) < Shots::all());
        QCOMPARE(Shots::all().toString(), std::string("all"));
    }

    void everyCellOnce()
    {
        const Comparison comparison = everyArm();
        const std::vector<RunKey> keys = schedule(comparison);
        // Both zero-shots once; three frozen arms and three without a model x (2 k x 20 draws + all once); three trained arms x (2 k x 3 + all once).
        QCOMPARE(keys.size(), std::size_t(2 + 6 * 41 + 3 * 7));
        QCOMPARE(std::set<RunKey>(keys.begin(), keys.end()).size(), keys.size());
    }

    void breadthFirstAndCheapFirst()
    {
        const Comparison comparison = everyArm();
        const std::vector<RunKey> keys = schedule(comparison);
        int lastDraw = 0;
        for (const RunKey &key : keys) {
            QVERIFY(key.draw >= lastDraw);
            lastDraw = key.draw;
        }
        QVERIFY(comparison.plan.arms[static_cast<std::size_t>(keys.front().arm)].kind == ArmKind::ZeroShot);
        // Within the first draws the expensive k = all of trained arms stands behind everything else.
        std::size_t firstLate = keys.size();
        for (std::size_t i = 0; i < keys.size() && keys[i].draw == 0; ++i) {
            const bool late
                = keys[i].shots.isAll() && trainsTrunk(comparison.plan.arms[static_cast<std::size_t>(keys[i].arm)].kind);
            if (late)
                firstLate = std::min(firstLate, i);
            else
                QVERIFY(i < firstLate);
        }
    }

    void skippedPartsAreLeftOut()
    {
        Comparison comparison = everyArm();
        comparison.skipped.push_back({std::nullopt, Shots(5), Error {ErrorCode::ClassTooSmall, {"Fox", "4"}, {}}});
        comparison.skipped.push_back({0, std::nullopt, Error {ErrorCode::NoZeroShotLink, {}, {}}});
        for (const RunKey &key : schedule(comparison)) {
            QVERIFY(key.shots != Shots(5));
            QVERIFY(key.arm != 0);
        }
    }

    void planSurvivesJson()
    {
        ComparisonPlan plan = everyArm().plan;
        plan.seed = 18446744073709551615ULL;
        plan.arms[4].layers.learning = {"stage4"};
        plan.views = 4;
        const Result<ComparisonPlan> back = comparisonPlanFromJson(nlohmann::json::parse(toJson(plan).dump()));
        QVERIFY(back.has_value());
        QVERIFY(*back == plan);
        QVERIFY(!comparisonPlanFromJson(nlohmann::json::array()));
        nlohmann::json older = toJson(plan); // of a lab from before there were views
        older.erase("views");
        QCOMPARE(comparisonPlanFromJson(older)->views, 1);
        older["views"] = 17;
        QVERIFY(!comparisonPlanFromJson(older));
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_Schedule.moc"
