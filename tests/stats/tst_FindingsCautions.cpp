// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <QTest>

#include "SimulatedGrid.h"
#include "stats/FindingRules.h"

using namespace shotlab;
using namespace shotlab::stats;

namespace
{

constexpr int kTests = 120;

/// Two frozen arms and full fine-tuning, three classes of 40 test examples.
Comparison plainComparison()
{
    return simulated::comparison({ArmKind::LinearProbe, ArmKind::Prototypes, ArmKind::FullFineTuning}, {Shots(1), Shots(5)},
                                 {8, 3, 1}, kTests, 3);
}

/// Rows in which the first so many test examples are right.
CorrectMatrix rowsWith(const std::vector<int> &right, int tests = kTests)
{
    CorrectMatrix rows;
    for (const int count : right) {
        std::vector<std::uint8_t> row(static_cast<std::size_t>(tests), 0);
        std::fill_n(row.begin(), count, std::uint8_t {1});
        rows.push_back(std::move(row));
    }
    return rows;
}

/// A cell that answers every example of class 0 with 1 in this share of cases, all else rightly.
CellOutcomes mixingUp(const Comparison &comparison, int arm, double share, int answer = 1, Shots shots = Shots(5),
                      std::size_t draws = 3)
{
    std::vector<std::int16_t> answers;
    std::vector<std::uint8_t> right;
    double due = 0;
    for (const int label : comparison.testLabels) {
        due += label == 0 ? share : 0;
        const bool wrong = label == 0 && due >= 1;
        due -= wrong ? 1 : 0;
        answers.push_back(static_cast<std::int16_t>(wrong ? answer : label));
        right.push_back(wrong ? 0 : 1);
    }
    CellOutcomes cell = simulated::cell(arm, shots, CorrectMatrix(draws, right));
    cell.answers.assign(draws, answers);
    return cell;
}

} // namespace

class TestFindingsCautions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void luck();
    void noLuckWithoutSpread_data();
    void noLuckWithoutSpread();
    void testNoiseIsNoLuck();
    void confusionCounts();
    void stubbornMixUp();
    void mixUpOfSomeArmsOnly();
    void mixUpOfOneDraw();
    void thinIceOfFewTestExamples();
    void thinIceOfFewDraws();
    void solidGround();
    void memorised();
    void notMemorised_data();
    void notMemorised();
    void forgetting();
    void keptSkill();
    void noWordOnOldSkill_data();
    void noWordOnOldSkill();
};

namespace
{

/// Full fine-tuning after draws that left so much of an old skill of 0.8; a tenth more of the answers changed than were lost.
CellOutcomes remembering(Shots shots, const std::vector<double> &after, RetentionKind kind = RetentionKind::SourceTask)
{
    CellOutcomes cell = simulated::cell(2, shots, rowsWith(std::vector<int>(after.size(), 100)));
    for (const double one : after)
        cell.retention.push_back({kind, 0.8, one, 0.9 - one, 800});
    return cell;
}

} // namespace

void TestFindingsCautions::luck()
{
    const Comparison comparison = plainComparison();
    const std::vector<CellOutcomes> cells {
        simulated::cell(0, Shots(1), rowsWith({85, 88, 90, 95, 99, 104, 106, 94})),
        simulated::cell(1, Shots(1), rowsWith({90, 92, 94, 96, 98, 100, 97, 95})),
        simulated::cell(0, Shots(5), rowsWith({80, 90, 100, 110, 115, 90, 100, 110})),
    };
    const std::vector<Finding> found = luckFindings(Evidence(comparison, cells));
    QCOMPARE(found.size(), std::size_t {1}); // one sentence: the smallest k, the widest arm
    QCOMPARE(found[0].arms, std::vector<int> {0});
    QVERIFY(found[0].shots == Shots(1));
    QCOMPARE(*found[0].difference.low, 85.0 / kTests);
    QCOMPARE(*found[0].difference.high, 106.0 / kTests);
    QCOMPARE(found[0].draws, 8);
}

void TestFindingsCautions::noLuckWithoutSpread_data()
{
    QTest::addColumn<std::vector<int>>("right");
    QTest::newRow("four draws") << std::vector {70, 80, 90, 100};
    QTest::newRow("four points") << std::vector {90, 91, 92, 93, 94, 94};
}

void TestFindingsCautions::noLuckWithoutSpread()
{
    QFETCH(std::vector<int>, right);
    const Comparison comparison = plainComparison();
    QVERIFY(luckFindings(Evidence(comparison, {simulated::cell(0, Shots(1), rowsWith(right))})).empty());
}

void TestFindingsCautions::testNoiseIsNoLuck()
{
    // Answers that flip at random vary from draw to draw by more than five points, but no draw is better than another.
    const Comparison comparison = plainComparison();
    std::mt19937_64 random(4);
    CorrectMatrix rows(8, std::vector<std::uint8_t>(kTests));
    for (auto &row : rows) {
        for (auto &value : row)
            value = std::bernoulli_distribution(0.6)(random) ? 1 : 0;
    }
    const CellOutcomes cell = simulated::cell(0, Shots(1), rows);
    const auto [low, high] = std::ranges::minmax(summarise(cell).perDraw);
    QVERIFY(high - low >= 0.05);
    QVERIFY(luckFindings(Evidence(comparison, {cell})).empty());
}

void TestFindingsCautions::confusionCounts()
{
    CellOutcomes cell;
    cell.answers = {{0, 1, 1, 2}, {0, 2, 1, -1}}; // -1: no answer
    const std::vector<std::vector<int>> counts = confusion(cell, {0, 0, 1, 2}, 3);
    QVERIFY((counts == std::vector<std::vector<int>> {{2, 1, 1}, {0, 2, 0}, {0, 0, 1}}));
    QVERIFY(confusion(cell, {0, 0, 1, 2}, 0).empty());
}

void TestFindingsCautions::stubbornMixUp()
{
    const Comparison comparison = plainComparison();
    const std::vector<CellOutcomes> cells {mixingUp(comparison, 0, 0.25), mixingUp(comparison, 1, 0.2),
                                           mixingUp(comparison, 2, 0.15)};
    const std::vector<Finding> found = stubbornMixUpFindings(Evidence(comparison, cells));
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].classes, (std::vector<int> {0, 1}));
    QVERIFY(std::abs(found[0].value - 0.2) < 0.01);
    QVERIFY(found[0].shots == Shots(5));
}

void TestFindingsCautions::mixUpOfSomeArmsOnly()
{
    const Comparison comparison = plainComparison();
    const auto found = [&comparison](const std::vector<CellOutcomes> &cells) {
        return !stubbornMixUpFindings(Evidence(comparison, cells)).empty();
    };
    QVERIFY(!found({mixingUp(comparison, 0, 0.25), mixingUp(comparison, 1, 0.05)}));
    QVERIFY(!found({mixingUp(comparison, 0, 0.25), mixingUp(comparison, 1, 0.25, 2)}));
    QVERIFY(!found({mixingUp(comparison, 0, 0.25)})); // one arm is not "every method"
    CellOutcomes withoutAnswers = mixingUp(comparison, 1, 0.25);
    withoutAnswers.answers.clear();
    QVERIFY(!found({mixingUp(comparison, 0, 0.25), withoutAnswers}));
}

void TestFindingsCautions::mixUpOfOneDraw()
{
    // One draw may have been a strange one: the largest k that has more speaks, or none.
    const Comparison comparison = plainComparison();
    std::vector<CellOutcomes> cells {mixingUp(comparison, 0, 0.6, 1, Shots(5), 8), mixingUp(comparison, 2, 0.6, 1, Shots(5), 1)};
    QVERIFY(stubbornMixUpFindings(Evidence(comparison, cells)).empty());
    cells.push_back(mixingUp(comparison, 0, 0.25, 2, Shots(1), 8));
    cells.push_back(mixingUp(comparison, 2, 0.25, 2, Shots(1), 2));
    const std::vector<Finding> found = stubbornMixUpFindings(Evidence(comparison, cells));
    QCOMPARE(found.size(), std::size_t {1});
    QVERIFY(found[0].shots == Shots(1));
    QCOMPARE(found[0].classes, (std::vector<int> {0, 2}));
    QCOMPARE(found[0].draws, 2);
}

void TestFindingsCautions::thinIceOfFewTestExamples()
{
    Comparison comparison = simulated::comparison({ArmKind::LinearProbe}, {Shots(1)}, {8, 3, 1}, 60, 5);
    const CellOutcomes cell = simulated::cell(0, Shots(1), rowsWith({30, 35, 40, 42}, 60));
    const std::vector<Finding> found = thinIceFindings(Evidence(comparison, {cell}));
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].weights, std::vector<std::int64_t> {12});
    QCOMPARE(found[0].value, 1.0 / 60); // 1.7 points
    QCOMPARE(found[0].draws, 0);
}

void TestFindingsCautions::thinIceOfFewDraws()
{
    const Comparison comparison = plainComparison();
    const std::vector<Finding> found = thinIceFindings(
        Evidence(comparison, {simulated::cell(0, Shots(1), rowsWith({90, 95})), simulated::cell(2, Shots(1), rowsWith({90}))}));
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].draws, 2);
    QVERIFY(found[0].weights.empty()); // the test set is not to blame
}

void TestFindingsCautions::solidGround()
{
    const Comparison comparison = plainComparison();
    QVERIFY(thinIceFindings(
                Evidence(comparison,
                         {simulated::cell(0, Shots(1), rowsWith({90, 95, 99})), simulated::cell(2, Shots(1), rowsWith({90}))}))
                .empty());
}

void TestFindingsCautions::memorised()
{
    const Comparison comparison = plainComparison();
    CellOutcomes bad = simulated::cell(2, Shots(5), rowsWith({55, 56, 54}));
    bad.trainAccuracy = {1, 1, 1};
    CellOutcomes lessBad = simulated::cell(0, Shots(5), rowsWith({70, 72, 71}));
    lessBad.trainAccuracy = {1, 1, 1};
    const std::vector<Finding> found = memorisedFindings(Evidence(comparison, {lessBad, bad}));
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, std::vector<int> {2});
    QCOMPARE(found[0].value, 1.0);
    QCOMPARE(found[0].difference.mean, 55.0 / kTests);
}

void TestFindingsCautions::notMemorised_data()
{
    QTest::addColumn<double>("train");
    QTest::addColumn<int>("right");
    QTest::newRow("not by heart") << 0.95 << 50;
    QTest::newRow("learnt as well") << 1.0 << 100;
}

void TestFindingsCautions::notMemorised()
{
    QFETCH(double, train);
    QFETCH(int, right);
    const Comparison comparison = plainComparison();
    CellOutcomes cell = simulated::cell(2, Shots(5), rowsWith({right, right, right}));
    cell.trainAccuracy = {train, train, train};
    QVERIFY(memorisedFindings(Evidence(comparison, {cell})).empty());
    cell.trainAccuracy.clear();
    QVERIFY(memorisedFindings(Evidence(comparison, {cell})).empty());
}

void TestFindingsCautions::forgetting()
{
    const Comparison comparison = plainComparison();
    const std::vector<CellOutcomes> cells {remembering(Shots(1), {0.79, 0.78, 0.80}), remembering(Shots(5), {0.58, 0.60, 0.56})};
    const std::vector<Finding> found = forgettingFindings(Evidence(comparison, cells));
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(found[0].arms, std::vector<int> {2});
    QVERIFY(found[0].shots == Shots(5));
    QCOMPARE(found[0].draws, 3);
    QVERIFY(std::abs(found[0].difference.mean - 0.22) < 1e-12);
    // scipy: hypot(t.ppf(.975, 2) * .02 / sqrt(3), norm.ppf(.975) * sqrt((.32 - .22**2) / 800))
    QVERIFY(std::abs(found[0].difference.mean - *found[0].difference.low - 0.0614211) < 1e-6);
    QVERIFY(std::abs(*found[0].difference.high - found[0].difference.mean - 0.0614211) < 1e-6);
}

void TestFindingsCautions::keptSkill()
{
    const Comparison comparison = plainComparison();
    CellOutcomes cell = remembering(Shots(5), {0.80, 0.80, 0.80});
    for (Retention &one : cell.retention)
        one.changed = 0;
    const std::vector<Finding> found = forgettingFindings(Evidence(comparison, {cell}));
    QCOMPARE(found.size(), std::size_t {1});
    QVERIFY(*found[0].difference.low <= 0);
}

void TestFindingsCautions::noWordOnOldSkill_data()
{
    QTest::addColumn<std::vector<double>>("after");
    QTest::addColumn<bool>("isTask");
    QTest::newRow("within luck") << std::vector {0.70, 0.80, 0.90} << true;
    QTest::newRow("stand-in") << std::vector {0.50, 0.50, 0.50} << false;
}

void TestFindingsCautions::noWordOnOldSkill()
{
    QFETCH(const std::vector<double>, after);
    QFETCH(const bool, isTask);
    const auto kind = isTask ? RetentionKind::SourceTask : RetentionKind::FeatureSimilarity;
    const Comparison comparison = plainComparison();
    QVERIFY(forgettingFindings(Evidence(comparison, {remembering(Shots(5), after, kind)})).empty());
}

QTEST_APPLESS_MAIN(TestFindingsCautions)
#include "tst_FindingsCautions.moc"
