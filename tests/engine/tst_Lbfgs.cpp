// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "engine/Lbfgs.h"

using namespace shotlab::engine;

class tst_Lbfgs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheMinimumOfABadlyScaledBowl()
    {
        const Objective bowl = [](const std::vector<double> &x, std::vector<double> &gradient) {
            double value = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double weight = std::pow(10.0, static_cast<double>(i) - 2);
                value += weight * (x[i] - 1) * (x[i] - 1);
                gradient[i] = 2 * weight * (x[i] - 1);
            }
            return value;
        };
        std::vector<double> x(6, -3.0);
        const LbfgsOutcome outcome = minimise(bowl, x, {1000, 10, 1e-9});
        QVERIFY(outcome.converged);
        for (const double value : x)
            QVERIFY(std::abs(value - 1) < 1e-6);
    }

    void findsTheMinimumOfRosenbrocksValley()
    {
        const Objective valley = [](const std::vector<double> &x, std::vector<double> &gradient) {
            const double a = 1 - x[0];
            const double b = x[1] - x[0] * x[0];
            gradient[0] = -2 * a - 400 * x[0] * b;
            gradient[1] = 200 * b;
            return a * a + 100 * b * b;
        };
        std::vector<double> x {-1.2, 1.0};
        const LbfgsOutcome outcome = minimise(valley, x);
        QVERIFY(outcome.converged);
        QVERIFY(outcome.iterations < 60);
        QVERIFY(std::abs(x[0] - 1) < 1e-6 && std::abs(x[1] - 1) < 1e-6);
    }

    void stopsWhenAsked()
    {
        int asked = 0;
        const Objective slope = [](const std::vector<double> &x, std::vector<double> &gradient) {
            gradient[0] = std::exp(x[0]);
            return gradient[0];
        };
        std::vector<double> x {0.0};
        const LbfgsOutcome outcome = minimise(slope, x, {1000, 10, 0.0}, [&] { return ++asked > 3; });
        QCOMPARE(outcome.iterations, 3);
        QVERIFY(!outcome.converged);
    }
};

QTEST_APPLESS_MAIN(tst_Lbfgs)
#include "tst_Lbfgs.moc"
