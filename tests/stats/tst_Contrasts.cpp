// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <set>

#include <QTest>

#include "SimulatedGrid.h"
#include "stats/Contrasts.h"
#include "stats/Intervals.h"

using namespace shotlab;
using namespace shotlab::stats;

namespace
{

constexpr int kTests = 200;
constexpr int kClasses = 10;
const std::vector<ArmKind> kKinds {ArmKind::ZeroShot,     ArmKind::Prototypes,     ArmKind::LinearProbe,
                                   ArmKind::ChosenLayers, ArmKind::FullFineTuning, ArmKind::FromScratch};
enum Arm { ZeroShot, Prototypes, Probe, Chosen, Full, Scratch };

struct Grid {
    Comparison comparison;
    std::vector<CellOutcomes> cells;
};

/// Every arm at every k > 0, skills by arm (index as Arm); the zero-shot arm at k = 0.
Grid grid(const std::vector<Shots> &shots, DrawCounts draws, const std::vector<double> &skills)
{
    std::mt19937_64 random(11);
    Grid result {simulated::comparison(kKinds, shots, draws, kTests, kClasses), {}};
    for (const Shots k : shots) {
        const simulated::Answers answers = simulated::answers(random, skills, {}, 20, kTests, kClasses);
        for (int arm = 0; arm < static_cast<int>(kKinds.size()); ++arm) {
            const auto index = static_cast<std::size_t>(arm);
            if (usesExamples(kKinds[index]) != (k > Shots(0)))
                continue;
            CorrectMatrix rows = answers[index];
            rows.resize(static_cast<std::size_t>(drawsOf(result.comparison.plan, result.comparison.arms()[index], k)));
            result.cells.push_back(simulated::cell(arm, k, rows));
        }
    }
    return result;
}

} // namespace

class TestContrasts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksEveryQuestion();
    void intervalExcludesZeroExactlyWhenSupported();
    void fewerDrawsThanPlannedNeedMore();
    void bestArmMustBeatEveryOther();
    void oneDrawSupportsNothing();
    void frozenArmsMeetEverySeedAtAll();
    void skipsWhatDoesNotFit();
    void noClaimsAboutArmsWithoutAModel();
    void shotsPeopleAskAbout();
};

void TestContrasts::asksEveryQuestion()
{
    const Grid g = grid({Shots(0), Shots(1), Shots(2), Shots(5), Shots(10)}, {20, 6, 1}, {1, 1, 1, 1, 1, -1});
    const std::vector<Contrast> all = contrasts(Evidence(g.comparison, g.cells));
    const auto count = [&all](Question question) {
        return std::count_if(all.begin(), all.end(), [question](const Contrast &c) { return c.question == question; });
    };
    QCOMPARE(count(Question::TunedOrFrozen), 4);
    QCOMPARE(count(Question::FullOrScratch), 4);
    QCOMPARE(count(Question::ChosenOrFrozen), 3);
    QCOMPARE(count(Question::ExamplesOrNames), 3);
    QCOMPARE(count(Question::BestOrRest), 3);
    const Contrast *main = contrastOf(all, Question::TunedOrFrozen, Shots(2));
    QCOMPARE(main->a, static_cast<int>(Full));
    QCOMPARE(main->b, static_cast<int>(Probe));
    QCOMPARE(main->difference.draws, 6);
    const Contrast *names = contrastOf(all, Question::ExamplesOrNames, Shots(5));
    QCOMPARE(names->b, static_cast<int>(ZeroShot));
    QCOMPARE(names->difference.draws, 20);
    const Contrast *scratch = contrastOf(all, Question::FullOrScratch, Shots(5));
    QVERIFY(scratch->supported);
    QVERIFY(scratch->pValue < 0.01);
    QCOMPARE(scratch->better(), static_cast<int>(Full));
}

void TestContrasts::intervalExcludesZeroExactlyWhenSupported()
{
    int supported = 0;
    int open = 0;
    for (const double lead : {0.0, 0.4, 0.8, 1.5}) {
        const Grid g = grid({Shots(0), Shots(1), Shots(5)}, {20, 4, 1}, {1, 0.5, 1, 1, 1 + lead, 0});
        for (const Contrast &contrast : contrasts(Evidence(g.comparison, g.cells))) {
            const Estimate &interval = contrast.interval;
            QVERIFY(*interval.low <= interval.mean && interval.mean <= *interval.high);
            QVERIFY(*interval.low < *interval.high);
            QCOMPARE(*interval.low > 0 || *interval.high < 0, contrast.supported);
            QCOMPARE(contrast.pValue <= kAlpha, contrast.supported);
            (contrast.supported ? supported : open) += 1;
        }
    }
    QVERIFY(supported > 5 && open > 5);
}

void TestContrasts::fewerDrawsThanPlannedNeedMore()
{
    const Grid planned = grid({Shots(1)}, {4, 4, 1}, {1, 1, 1, 1, 1.5, 1});
    Grid early = planned;
    early.comparison.plan.draws = {16, 16, 1};
    const std::vector<Contrast> done = contrasts(Evidence(planned.comparison, planned.cells));
    const std::vector<Contrast> looking = contrasts(Evidence(early.comparison, early.cells));
    const Contrast *end = contrastOf(done, Question::TunedOrFrozen, Shots(1));
    const Contrast *look = contrastOf(looking, Question::TunedOrFrozen, Shots(1));
    QCOMPARE(look->difference.mean, end->difference.mean);
    QVERIFY(look->pValue > end->pValue);
    QVERIFY(*look->interval.high - *look->interval.low > *end->interval.high - *end->interval.low);
}

void TestContrasts::bestArmMustBeatEveryOther()
{
    // Full fine-tuning leads, the probe is far behind, chosen layers close: no best arm, and chosen layers is named.
    const Grid close = grid({Shots(5)}, {20, 6, 1}, {1, -2, -2, 1.95, 2, -2});
    const std::vector<Contrast> all = contrasts(Evidence(close.comparison, close.cells));
    const Contrast *best = contrastOf(all, Question::BestOrRest, Shots(5));
    QVERIFY(!best->supported);
    QCOMPARE(std::set<int>({best->a, best->b}), std::set<int>({Chosen, Full}));

    const Grid clear = grid({Shots(5)}, {20, 6, 1}, {1, -2, -2, -1, 2, -2});
    const std::vector<Contrast> decided = contrasts(Evidence(clear.comparison, clear.cells));
    QVERIFY(contrastOf(decided, Question::BestOrRest, Shots(5))->supported);
    QCOMPARE(contrastOf(decided, Question::BestOrRest, Shots(5))->a, static_cast<int>(Full));
}

void TestContrasts::oneDrawSupportsNothing()
{
    const Grid g = grid({Shots(0), Shots(1), Shots(5)}, {1, 1, 1}, {3, -3, -3, 3, 3, -3});
    for (const Contrast &contrast : contrasts(Evidence(g.comparison, g.cells))) {
        QVERIFY(!contrast.supported);
        QCOMPARE(contrast.pValue, 1.0);
        QVERIFY(!contrast.interval.low && !contrast.interval.high);
        QCOMPARE(contrast.moreDraws, 0);
    }
}

void TestContrasts::frozenArmsMeetEverySeedAtAll()
{
    const Grid g = grid({Shots::all()}, {20, 5, 5}, {1, 0, 0, 0, 3, -3});
    const Evidence evidence(g.comparison, g.cells);
    QVERIFY(evidence.cell(Probe, Shots::all())->fixed);
    QCOMPARE(evidence.cell(Probe, Shots::all())->summary.draws, 1);
    const std::vector<Contrast> all = contrasts(evidence);
    const Contrast *main = contrastOf(all, Question::TunedOrFrozen, Shots::all());
    QCOMPARE(main->difference.draws, 5);
    QVERIFY(main->supported);
}

void TestContrasts::skipsWhatDoesNotFit()
{
    Grid g = grid({Shots(1)}, {3, 3, 1}, {1, 1, 1, 1, 1, 1});
    g.cells[0].correct[1].pop_back(); // a row of another test set
    g.cells[1].draws.pop_back(); // rows without draw numbers
    g.cells[2].arm = 99;
    g.cells[3].correct.clear(); // nothing finished
    g.cells[3].draws.clear();
    const Evidence evidence(g.comparison, g.cells);
    QCOMPARE(evidence.cells().size(), std::size_t {1});
    QVERIFY(contrasts(evidence).empty());
    QVERIFY(contrasts(Evidence(Comparison {}, {})).empty());
}

void TestContrasts::noClaimsAboutArmsWithoutAModel()
{
    Grid g = grid({Shots(1)}, {3, 3, 1}, {1, 1, 1, 1, 1, 1});
    QVERIFY(Evidence(g.comparison, g.cells).cell(Prototypes, Shots(1)) != nullptr);
    g.comparison.plan.arms[Prototypes].kind = ArmKind::PixelNeighbour;
    QVERIFY(Evidence(g.comparison, g.cells).cell(Prototypes, Shots(1)) == nullptr);
}

void TestContrasts::shotsPeopleAskAbout()
{
    const auto interesting = [](const std::vector<Shots> &shots) {
        const Grid g = grid(shots, {20, 3, 1}, {1, 1, 1, 1, 1, 1});
        return Evidence(g.comparison, g.cells).shotsOfInterest();
    };
    // At k = all nothing has more than one draw.
    QVERIFY((interesting({Shots(0), Shots(1), Shots(2), Shots(5), Shots(10), Shots::all()})
             == std::vector {Shots(5), Shots(1), Shots(10)}));
    QVERIFY((interesting({Shots(3), Shots(7), Shots(20)}) == std::vector {Shots(7), Shots(3), Shots(20)}));
    QVERIFY((interesting({Shots(2)}) == std::vector {Shots(2)}));
    QVERIFY(interesting({Shots(0)}).empty());
}

QTEST_APPLESS_MAIN(TestContrasts)
#include "tst_Contrasts.moc"
