// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>

#include <QTest>

#include "SimulatedGrid.h"
#include "stats/FindingRules.h"

using namespace shotlab;
using namespace shotlab::stats;

namespace
{

constexpr int kTests = 300;
constexpr int kClasses = 10;

/// A comparison built cell by cell; every cell gets its accuracy from a skill.
class Bench
{
public:
    explicit Bench(const std::vector<ArmKind> &kinds, DrawCounts draws = {20, 6, 1}, int tests = kTests)
        : m_comparison(simulated::comparison(kinds, {}, draws, tests, kClasses)), m_tests(tests)
    {
    }

    /// All arms that belong at this k, so that they share test examples and draws. Skill NaN: no cell.
    Bench &at(Shots shots, const std::vector<double> &skills, const std::vector<double> &seconds = {})
    {
        m_comparison.plan.shots.push_back(shots);
        std::vector<double> known = skills;
        std::replace_if(
            known.begin(), known.end(), [](double skill) { return std::isnan(skill); }, 0.0);
        std::mt19937_64 random(17); // the same test examples at every k
        const simulated::Answers answers = simulated::answers(random, known, {}, 20, m_tests, kClasses);
        for (std::size_t arm = 0; arm < skills.size(); ++arm) {
            const Arm &settings = m_comparison.arms()[arm];
            if (std::isnan(skills[arm]))
                continue;
            CorrectMatrix rows = answers[arm];
            rows.resize(static_cast<std::size_t>(drawsOf(m_comparison.plan, settings, shots)));
            m_cells.push_back(simulated::cell(static_cast<int>(arm), shots, rows));
            m_cells.back().seconds = seconds.empty() ? 1 : seconds[arm];
            m_cells.back().trainedParameters = 10 * (static_cast<std::int64_t>(arm) + 1);
        }
        return *this;
    }

    [[nodiscard]] std::vector<Finding> all() const { return findings(m_comparison, m_cells); }
    [[nodiscard]] std::vector<Finding> of(FindingKind kind) const
    {
        std::vector<Finding> result;
        for (const Finding &finding : all()) {
            if (finding.kind == kind)
                result.push_back(finding);
        }
        return result;
    }
    Comparison &comparison() { return m_comparison; }
    std::vector<CellOutcomes> &cells() { return m_cells; }

private:
    Comparison m_comparison;
    std::vector<CellOutcomes> m_cells;
    int m_tests;
};

const std::vector<ArmKind> kProbeAndFull {ArmKind::LinearProbe, ArmKind::FullFineTuning};
const std::vector<ArmKind> kNamesAndProbe {ArmKind::ZeroShot, ArmKind::LinearProbe};
const std::vector<ArmKind> kFullAndScratch {ArmKind::FullFineTuning, ArmKind::FromScratch};
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingFromNothing();
    void ahead();
    void cannotTell();
    void cannotTellAfterOneDraw();
    void fewSentencesPerComparison();
    void bestArmWithoutAMainQuestion();
    void zeroShotAhead();
    void crossing();
    void noCrossingWithoutSupport();
    void price();
    void priceOfLess();
    void worthOfNames_data();
    void worthOfNames();
    void namesBeatOneExample();
    void namesAreNotWeighedAgainstThemselves();
    void namesBetweenTwoShots();
    void worthOfPretraining();
    void pretrainingBringsNothing();
    void readsCurves();
    void mostInformativeFirst();
    void isQuick();
};

void TestFindings::nothingFromNothing()
{
    QVERIFY(findings({}, {}).empty());
    QVERIFY(Bench(kProbeAndFull).all().empty());
}

void TestFindings::ahead()
{
    const Bench bench = std::move(Bench(kProbeAndFull).at(Shots(5), {1, 3}));
    const std::vector<Finding> found = bench.of(FindingKind::Ahead);
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, (std::vector<int> {1, 0}));
    QVERIFY(found[0].shots == Shots(5));
    QVERIFY(*found[0].difference.low > 0 && found[0].difference.mean > 0.1);
    QVERIFY(found[0].pValue <= 0.05);
    QCOMPARE(found[0].draws, 6);
    QVERIFY(bench.of(FindingKind::CannotTell).empty());

    // Seen from the better arm, whichever it is.
    const Bench turned = std::move(Bench(kProbeAndFull).at(Shots(5), {3, 1}));
    QCOMPARE(turned.of(FindingKind::Ahead)[0].arms, (std::vector<int> {0, 1}));
    QVERIFY(*turned.of(FindingKind::Ahead)[0].difference.low > 0);
}

void TestFindings::cannotTell()
{
    const Bench bench = std::move(Bench(kProbeAndFull, {20, 3, 1}).at(Shots(1), {1, 1}).at(Shots(5), {2, 2.9}));
    QVERIFY(bench.of(FindingKind::Ahead).empty());
    const std::vector<Finding> found = bench.of(FindingKind::CannotTell);
    QCOMPARE(found.size(), std::size_t {1}); // once per pair, at the k most asked about
    QVERIFY(found[0].shots == Shots(5));
    QVERIFY(*found[0].difference.low <= 0 && *found[0].difference.high >= 0);
    QVERIFY2(found[0].moreDraws > 0, "a real difference of that size needs a few more draws");
}

void TestFindings::cannotTellAfterOneDraw()
{
    const Bench bench = std::move(Bench(kProbeAndFull, {1, 1, 1}).at(Shots(5), {-1, 3}));
    QVERIFY(bench.of(FindingKind::Ahead).empty());
    const std::vector<Finding> found = bench.of(FindingKind::CannotTell);
    QCOMPARE(found.size(), std::size_t {1});
    QVERIFY(!found[0].difference.low && !found[0].difference.high);
    QCOMPARE(found[0].draws, 1);
    QCOMPARE(found[0].moreDraws, 0);
}

void TestFindings::fewSentencesPerComparison()
{
    Bench bench({ArmKind::ZeroShot, ArmKind::Prototypes, ArmKind::NearestNeighbour, ArmKind::LinearProbe, ArmKind::ChosenLayers,
                 ArmKind::FullFineTuning, ArmKind::FromScratch});
    bench.at(Shots(0), {1, kNone, kNone, kNone, kNone, kNone, kNone});
    for (const int k : {1, 2, 5, 10})
        bench.at(Shots(k), {kNone, 0, -1, 1, 2, 3.5, -3});
    QVERIFY(bench.of(FindingKind::Ahead).size() <= 4);
    QVERIFY(bench.of(FindingKind::Ahead).size() >= 3);
    QVERIFY(bench.all().size() <= 10);
}

void TestFindings::bestArmWithoutAMainQuestion()
{
    const std::vector<ArmKind> frozen {ArmKind::Prototypes, ArmKind::NearestNeighbour, ArmKind::LinearProbe};
    const std::vector<Finding> found = std::move(Bench(frozen).at(Shots(5), {0, -2, 2})).of(FindingKind::Ahead);
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, (std::vector<int> {2, 0}));
}

void TestFindings::zeroShotAhead()
{
    Bench bench(kNamesAndProbe);
    bench.at(Shots(0), {3, kNone}).at(Shots(1), {kNone, -1}).at(Shots(5), {kNone, 0});
    const std::vector<Finding> found = bench.of(FindingKind::Ahead);
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, (std::vector<int> {0, 1}));
    QVERIFY(found[0].shots == Shots(5));
    QCOMPARE(found[0].draws, 20);
}

void TestFindings::crossing()
{
    Bench bench(kProbeAndFull);
    bench.at(Shots(1), {1, -2}).at(Shots(2), {1, -1.5}).at(Shots(5), {1.5, 1.5}).at(Shots(10), {1.5, 4});
    const std::vector<Finding> found = bench.of(FindingKind::Crossing);
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, (std::vector<int> {0, 1}));
    QVERIFY(found[0].shots == Shots(2));
    QVERIFY(found[0].shotsTo == Shots(10));
}

void TestFindings::noCrossingWithoutSupport()
{
    Bench bench(kProbeAndFull);
    bench.at(Shots(1), {1, -2}).at(Shots(10), {1.5, 1.6});
    QVERIFY(bench.of(FindingKind::Crossing).empty());
}

void TestFindings::price()
{
    const std::vector<Finding> found = std::move(Bench(kProbeAndFull).at(Shots(5), {1, 3}, {0.5, 20})).of(FindingKind::Price);
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, (std::vector<int> {1, 0}));
    QCOMPARE(found[0].value, 40.0);
    QCOMPARE(found[0].weights, (std::vector<std::int64_t> {20, 10}));
    QVERIFY(*found[0].difference.low > 0);
    // Twice the time is no price worth a sentence.
    QVERIFY(std::move(Bench(kProbeAndFull).at(Shots(5), {1, 3}, {10, 20})).of(FindingKind::Price).empty());
    // Nor is there a difference to speak of after a single draw.
    QVERIFY(std::move(Bench(kProbeAndFull, {1, 1, 1}).at(Shots(5), {1, 3}, {1, 20})).of(FindingKind::Price).empty());
}

void TestFindings::priceOfLess()
{
    // The dearer arm is worse: the difference is what it brings, below 0.
    const std::vector<Finding> found = std::move(Bench(kProbeAndFull).at(Shots(5), {3, 1}, {0.5, 20})).of(FindingKind::Price);
    QCOMPARE(found[0].arms, (std::vector<int> {1, 0}));
    QVERIFY(*found[0].difference.high < 0);
    QVERIFY(*found[0].difference.low < found[0].difference.mean);
}

void TestFindings::worthOfNames_data()
{
    QTest::addColumn<double>("zeroShot");
    QTest::addColumn<double>("value"); // below 0: no sentence
    QTest::addColumn<bool>("atLeast");
    QTest::newRow("guessing") << -6.0 << 0.0 << false;
    QTest::newRow("below one example") << -1.8 << -1.0 << false;
    QTest::newRow("as one example") << 0.0 << 1.0 << false;
    QTest::newRow("as ten examples") << 3.0 << 10.0 << false;
    QTest::newRow("more than all measured") << 6.0 << 10.0 << true;
}

void TestFindings::worthOfNames()
{
    QFETCH(double, zeroShot);
    QFETCH(double, value);
    QFETCH(bool, atLeast);
    Bench bench({ArmKind::ZeroShot, ArmKind::LinearProbe, ArmKind::Prototypes});
    bench.at(Shots(0), {zeroShot, kNone, kNone}).at(Shots(1), {kNone, 0, -1}).at(Shots(10), {kNone, 3, 2});
    if (zeroShot == 0.0 || zeroShot == 3.0) // exactly as many right as the probe on average
        bench.cells().front().correct = {bench.cells()[zeroShot == 0.0 ? 1 : 3].correct.front()};
    const std::vector<Finding> found = bench.of(FindingKind::WorthOfNames);
    if (value < 0) {
        QVERIFY(found.empty());
        return;
    }
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, (std::vector<int> {0, 1}));
    QVERIFY2(std::abs(found[0].value - value) <= 0.1 * value, qPrintable(QString::number(found[0].value)));
    QCOMPARE(found[0].shots.has_value(), atLeast);
}

void TestFindings::namesBeatOneExample()
{
    Bench bench(kNamesAndProbe, {20, 6, 1}, 1000);
    bench.at(Shots(0), {2, kNone}).at(Shots(1), {kNone, 0}).at(Shots(2), {kNone, 2}).at(Shots(10), {kNone, 4});
    const std::vector<Finding> found = bench.of(FindingKind::WorthOfNames);
    QCOMPARE(found.size(), std::size_t {1});
    QVERIFY(found[0].shotsTo == Shots(1));
    QVERIFY(!found[0].shots);
    // One draw tells nothing about the luck of the draw.
    Bench single(kNamesAndProbe, {1, 1, 1}, 1000);
    single.at(Shots(0), {2, kNone}).at(Shots(1), {kNone, 0}).at(Shots(10), {kNone, 4});
    QVERIFY(!single.of(FindingKind::WorthOfNames)[0].shotsTo);
}

/// A method that knows the names itself cannot tell how many examples they are worth.
void TestFindings::namesAreNotWeighedAgainstThemselves()
{
    Bench bench({ArmKind::ZeroShot, ArmKind::Prototypes}, {20, 6, 1}, 1000);
    bench.at(Shots(0), {2, kNone}).at(Shots(1), {kNone, 2}).at(Shots(10), {kNone, 4});
    QCOMPARE(bench.of(FindingKind::WorthOfNames).size(), std::size_t {1});
    bench.comparison().plan.arms[1].settings["name-weight"] = 1.0;
    QVERIFY(bench.of(FindingKind::WorthOfNames).empty());
}

void TestFindings::namesBetweenTwoShots()
{
    // At k = all the mean pool size stands for k.
    Bench bench(kNamesAndProbe);
    bench.comparison().poolSizes.assign(kClasses, 160);
    bench.at(Shots(0), {2, kNone}).at(Shots(10), {kNone, 0}).at(Shots::all(), {kNone, 4});
    const std::vector<Finding> found = bench.of(FindingKind::WorthOfNames);
    QVERIFY(found[0].value > 15 && found[0].value < 120);
}

void TestFindings::worthOfPretraining()
{
    Bench bench(kFullAndScratch);
    bench.at(Shots(1), {1, -4}).at(Shots(2), {2, -3}).at(Shots(10), {3, -1}).at(Shots(50), {4, 1.5});
    const std::vector<Finding> found = bench.of(FindingKind::WorthOfPretraining);
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, (std::vector<int> {0, 1}));
    QVERIFY(found[0].shots == Shots(50));
    // From scratch reaches with 50 examples what the other reaches between 1 and 2.
    QVERIFY2(found[0].value > 25 && found[0].value < 50, qPrintable(QString::number(found[0].value)));
    QVERIFY(!found[0].shotsTo);
    // Where even the fewest examples measured do better, no more is known than a lower bound.
    Bench above(kFullAndScratch);
    above.at(Shots(2), {2, -4}).at(Shots(10), {3, -3}).at(Shots(50), {4, 0.5});
    const std::vector<Finding> bound = above.of(FindingKind::WorthOfPretraining);
    QCOMPARE(bound.size(), std::size_t {1});
    QCOMPARE(bound[0].value, 25.0);
    QVERIFY(bound[0].shotsTo == Shots(2));
}

void TestFindings::pretrainingBringsNothing()
{
    // Many test examples and the same answers but for a few: the interval leaves less than three points open.
    Bench bench(kFullAndScratch, {20, 6, 1}, 1000);
    bench.at(Shots(10), {2, 2});
    bench.cells()[1].correct = bench.cells()[0].correct;
    for (std::size_t d = 0; d < 6; ++d)
        bench.cells()[1].correct[d][d] ^= 1U;
    const std::vector<Finding> found = bench.of(FindingKind::WorthOfPretraining);
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].value, 1.0);
    // With few test examples nothing can be said.
    QVERIFY(std::move(Bench(kFullAndScratch, {20, 6, 1}, 50).at(Shots(10), {2, 2})).of(FindingKind::WorthOfPretraining).empty());
}

void TestFindings::readsCurves()
{
    const std::vector<CurvePoint> curve {{1, 0.5}, {10, 0.7}, {100, 0.7}, {1000, 0.9}};
    QVERIFY(readCurve(curve, 0.4).reach == CurveReach::Below);
    QCOMPARE(readCurve(curve, 0.5).perClass, 1.0);
    QVERIFY(std::abs(readCurve(curve, 0.6).perClass - std::sqrt(10.0)) < 1e-9);
    QVERIFY(std::abs(readCurve(curve, 0.7).perClass - 10) < 1e-9);
    QVERIFY(std::abs(readCurve(curve, 0.8).perClass - std::sqrt(1e5)) < 1e-6);
    QVERIFY(readCurve(curve, 0.95).reach == CurveReach::Above);
    QCOMPARE(readCurve(curve, 0.95).perClass, 1000.0);
    QVERIFY(readCurve({{5, 0.5}}, 0.5).reach == CurveReach::Within);
}

void TestFindings::mostInformativeFirst()
{
    Bench bench({ArmKind::ZeroShot, ArmKind::LinearProbe, ArmKind::FullFineTuning});
    bench.at(Shots(0), {1, kNone, kNone}).at(Shots(1), {kNone, 1, -2}).at(Shots(10), {kNone, 1.5, 4});
    const std::vector<Finding> all = bench.all();
    QVERIFY(all.size() >= 3);
    QVERIFY(all[0].kind == FindingKind::Crossing);
    QVERIFY(all[1].kind == FindingKind::Ahead);
    QVERIFY(all[2].kind == FindingKind::WorthOfNames);
}

void TestFindings::isQuick()
{
    // Recomputed while runs come in: a release build needs a few milliseconds for the full grid. Processor time, so that a busy
    // machine does not matter; the limit is wide because debug builds are slow.
    Bench bench({ArmKind::ZeroShot, ArmKind::Prototypes, ArmKind::NearestNeighbour, ArmKind::LinearProbe, ArmKind::ChosenLayers,
                 ArmKind::FullFineTuning, ArmKind::FromScratch},
                {20, 20, 20}, 1000);
    bench.at(Shots(0), {1, kNone, kNone, kNone, kNone, kNone, kNone});
    for (const Shots k : {Shots(1), Shots(2), Shots(5), Shots(10), Shots::all()})
        bench.at(k, {kNone, 0, 0.2, 1, 1.2, 1.4, -1});
    const std::clock_t start = std::clock();
    const std::vector<Finding> all = bench.all();
    const double milliseconds = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    qInfo("%zu findings in %.1f ms", all.size(), milliseconds);
    QVERIFY(!all.empty());
    QVERIFY(milliseconds < 500);
}

QTEST_APPLESS_MAIN(TestFindings)
#include "tst_Findings.moc"
