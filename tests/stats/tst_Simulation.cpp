// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>

#include <QTest>

#include "SimulatedGrid.h"
#include "stats/Contrasts.h"
#include "stats/Intervals.h"

using namespace shotlab;
using namespace shotlab::stats;

/// What the intervals and the word "ahead" promise, measured on made-up comparisons whose truth is known. Fixed seeds: the
/// outcome is the same on every machine with the same standard library.
class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accuracyIntervalCovers_data();
    void accuracyIntervalCovers();
    void aheadIsRarelyFalse_data();
    void aheadIsRarelyFalse();
    void findsWhatIsThere();
};

namespace
{

constexpr int kClasses = 10;

/// Three standard errors of a proportion estimated from that many runs.
double slack(double proportion, int runs) { return 3 * std::sqrt(proportion * (1 - proportion) / runs); }

} // namespace

void TestSimulation::accuracyIntervalCovers_data()
{
    QTest::addColumn<int>("draws");
    QTest::addColumn<int>("tests");
    QTest::addColumn<double>("skill");
    QTest::addColumn<double>("luck");
    for (const int draws : {3, 5, 20}) {
        for (const int tests : {50, 200}) {
            for (const double skill : {1.0, 2.5, 4.0}) {
                for (const double luck : {1.0, 2.5})
                    QTest::addRow("%d draws, %d tests, skill %.1f, luck %.1f", draws, tests, skill, luck)
                        << draws << tests << skill << luck;
            }
        }
    }
}

void TestSimulation::accuracyIntervalCovers()
{
    QFETCH(int, draws);
    QFETCH(int, tests);
    QFETCH(double, skill);
    QFETCH(double, luck);
    const int runs = draws == 20 ? 500 : 1000; // long tables take their time in a debug build
    const simulated::Spread spread = simulated::Spread {}.luckier(luck);
    const double truth = simulated::trueAccuracy(skill, spread);
    std::mt19937_64 random(static_cast<std::uint64_t>(draws * 1000 + tests));
    int covered = 0;
    for (int run = 0; run < runs; ++run) {
        const Estimate interval = accuracyInterval(simulated::answers(random, {skill}, spread, draws, tests, kClasses).front());
        covered += *interval.low <= truth && truth <= *interval.high ? 1 : 0;
    }
    const double coverage = static_cast<double>(covered) / runs;
    qInfo("accuracy %.3f: covered %.3f", truth, coverage);
    QVERIFY2(coverage >= 0.93 - slack(0.93, runs) && coverage <= 0.97 + slack(0.97, runs), qPrintable(QString::number(coverage)));
}

void TestSimulation::aheadIsRarelyFalse_data()
{
    QTest::addColumn<int>("tests");
    QTest::addColumn<int>("frozenDraws");
    QTest::addColumn<int>("trainedDraws");
    QTest::addColumn<double>("scratch");
    QTest::newRow("all arms equal, default draws") << 200 << 20 << 3 << 0.0;
    QTest::newRow("all arms equal, more draws") << 200 << 8 << 8 << 0.0;
    QTest::newRow("all arms equal, few test examples") << 50 << 8 << 8 << 0.0;
    QTest::newRow("from scratch far behind") << 200 << 8 << 8 << -3.0;
}

void TestSimulation::aheadIsRarelyFalse()
{
    QFETCH(int, tests);
    QFETCH(int, frozenDraws);
    QFETCH(int, trainedDraws);
    QFETCH(double, scratch);
    const std::vector<ArmKind> kinds {ArmKind::Prototypes, ArmKind::LinearProbe, ArmKind::ChosenLayers, ArmKind::FullFineTuning,
                                      ArmKind::FromScratch};
    const std::vector<Shots> shots {Shots(1), Shots(5), Shots(10)};
    const std::vector<double> luck {2.5, 1.2, 0.8};
    const Comparison comparison = simulated::comparison(kinds, shots, {frozenDraws, trainedDraws, 1}, tests, kClasses);
    const int runs = 600;
    std::mt19937_64 random(5);
    int fooled = 0; // at any look
    for (int run = 0; run < runs; ++run) {
        std::vector<CellOutcomes> cells;
        for (std::size_t k = 0; k < shots.size(); ++k) {
            const double skill = 1.0 + 0.8 * static_cast<double>(k);
            const simulated::Answers answers
                = simulated::answers(random, {skill, skill, skill, skill, skill + scratch}, simulated::Spread {}.luckier(luck[k]),
                                     frozenDraws, tests, kClasses);
            for (int arm = 0; arm < 5; ++arm) {
                const CellOutcomes cell = simulated::cell(arm, shots[k], answers[static_cast<std::size_t>(arm)]);
                cells.push_back(
                    simulated::firstDraws(cell, trainsTrunk(kinds[static_cast<std::size_t>(arm)]) ? trainedDraws : frozenDraws));
            }
        }
        bool wrong = false;
        for (int look = 2; look <= std::max(frozenDraws, trainedDraws) && !wrong; look += look < 4 ? 1 : 4) {
            std::vector<CellOutcomes> known;
            for (const CellOutcomes &cell : cells)
                known.push_back(simulated::firstDraws(cell, look));
            for (const Contrast &contrast : contrasts(Evidence(comparison, known))) {
                const bool really = scratch != 0.0 && contrast.worse() == 4;
                wrong = wrong || (contrast.supported && !really);
            }
        }
        fooled += wrong ? 1 : 0;
    }
    const double rate = static_cast<double>(fooled) / runs;
    qInfo("false ahead in %.3f of the comparisons", rate);
    QVERIFY2(rate <= 0.05, qPrintable(QString::number(rate)));
}

void TestSimulation::findsWhatIsThere()
{
    // Being careful must not mean saying nothing: eight points on 200 test examples with six draws are found.
    const std::vector<ArmKind> kinds {ArmKind::LinearProbe, ArmKind::ChosenLayers, ArmKind::FullFineTuning, ArmKind::FromScratch};
    const std::vector<Shots> shots {Shots(1), Shots(5)};
    const Comparison comparison = simulated::comparison(kinds, shots, {6, 6, 1}, 200, kClasses);
    const int runs = 60;
    std::mt19937_64 random(6);
    int found = 0;
    for (int run = 0; run < runs; ++run) {
        std::vector<CellOutcomes> cells;
        for (const Shots k : shots) {
            const simulated::Answers answers = simulated::answers(random, {2, 2, 3.2, -1}, {}, 6, 200, kClasses);
            for (int arm = 0; arm < 4; ++arm)
                cells.push_back(simulated::cell(arm, k, answers[static_cast<std::size_t>(arm)]));
        }
        const std::vector<Contrast> all = contrasts(Evidence(comparison, cells));
        const Contrast *main = contrastOf(all, Question::TunedOrFrozen, Shots(5));
        found += main->supported && main->better() == 2 ? 1 : 0;
    }
    QVERIFY2(found >= runs * 8 / 10, qPrintable(QString::number(found)));
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_Simulation.moc"
