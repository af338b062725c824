// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "Reference.h"
#include "stats/Multiplicity.h"
#include "stats/Sequential.h"

using namespace shotlab::stats;
using reference::close;

class TestMultiplicity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holmAgreesWithR_data();
    void holmAgreesWithR();
    void holmLevelsFitTheDecisions();
    void spendsAsPublished();
    void sequentialPUndoesTheNominalLevel();
};

void TestMultiplicity::holmAgreesWithR_data()
{
    QTest::addColumn<std::vector<double>>("p");
    QTest::addColumn<std::vector<double>>("adjusted");
    // p.adjust(p, "holm") of R.
    QTest::newRow("rising") << std::vector {0.01, 0.02, 0.03, 0.04, 0.05} << std::vector {0.05, 0.08, 0.09, 0.09, 0.09};
    QTest::newRow("mixed") << std::vector {0.04, 0.001, 0.9, 0.012} << std::vector {0.08, 0.004, 0.9, 0.036};
    QTest::newRow("ties, capped") << std::vector {0.6, 0.6, 0.02} << std::vector {1.0, 1.0, 0.06};
    QTest::newRow("one") << std::vector {0.03} << std::vector {0.03};
    QTest::newRow("none") << std::vector<double> {} << std::vector<double> {};
}

void TestMultiplicity::holmAgreesWithR()
{
    QFETCH(std::vector<double>, p);
    QFETCH(std::vector<double>, adjusted);
    const Holm result = holm(p, 0.05);
    QCOMPARE(result.adjusted.size(), adjusted.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        QVERIFY(close(result.adjusted[i], adjusted[i]));
}

void TestMultiplicity::holmLevelsFitTheDecisions()
{
    const std::vector<double> p {0.04, 0.001, 0.9, 0.012};
    const Holm result = holm(p, 0.05);
    QCOMPARE(result.levels, (std::vector<double> {0.025, 0.0125, 0.025, 0.05 / 3}));
    for (std::size_t i = 0; i < p.size(); ++i)
        QCOMPARE(p[i] <= result.levels[i], result.adjusted[i] <= 0.05);
}

void TestMultiplicity::spendsAsPublished()
{
    QVERIFY(close(spentAlpha(1.0, 0.05), 0.05));
    QCOMPARE(spentAlpha(0.0, 0.05), 0.0);
    // Two-sided 0.05, half of the information: 0.00305, the value quoted throughout the literature on group-sequential trials.
    QVERIFY(std::abs(spentAlpha(0.5, 0.05) - 0.00305) < 5e-6);
    double before = 0;
    for (int i = 1; i <= 20; ++i) {
        QVERIFY(spentAlpha(i / 20.0, 0.05) > before);
        before = spentAlpha(i / 20.0, 0.05);
    }
    QCOMPARE(spentAlpha(1.7, 0.05), spentAlpha(1.0, 0.05)); // more draws than planned
}

void TestMultiplicity::sequentialPUndoesTheNominalLevel()
{
    for (const double information : {0.1, 0.35, 2.0 / 3, 1.0}) {
        for (const double alpha : {0.05, 0.01, 0.002})
            QVERIFY(close(sequentialP(nominalLevel(information, alpha), information), alpha, 1e-6));
    }
    QCOMPARE(sequentialP(1.0, 0.5), 1.0);
    QCOMPARE(sequentialP(0.001, 0.0), 1.0);
}

QTEST_APPLESS_MAIN(TestMultiplicity)
#include "tst_Multiplicity.moc"
