// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "Reference.h"
#include "stats/Distributions.h"

using namespace shotlab::stats;
using reference::close;

class TestDistributions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithScipy();
};

void TestDistributions::agreesWithScipy()
{
    const nlohmann::json values = reference::load("distributions");
    for (const auto &v : values.at("normal_quantiles"))
        QVERIFY(close(normalUpperQuantile(v.at("p")), v.at("z")));
    for (const auto &v : values.at("normal_tails"))
        QVERIFY(close(normalUpperTail(v.at("z")), v.at("p")));
    for (const auto &v : values.at("student_quantiles"))
        QVERIFY2(close(studentUpperQuantile(v.at("p"), v.at("df")), v.at("t"), 1e-8), v.dump().c_str());
    for (const auto &v : values.at("student_tails"))
        QVERIFY2(close(studentUpperTail(v.at("t"), v.at("df")), v.at("p")), v.dump().c_str());
    for (const auto &v : values.at("fisher_tails"))
        QVERIFY2(close(fisherUpperTail(v.at("f"), v.at("d1"), v.at("d2")), v.at("p")), v.dump().c_str());
    for (const auto &v : values.at("digamma"))
        QVERIFY(close(digamma(v.at("x")), v.at("y")));
    for (const auto &v : values.at("trigamma"))
        QVERIFY(close(trigamma(v.at("x")), v.at("y")));
}

QTEST_APPLESS_MAIN(TestDistributions)
#include "tst_Distributions.moc"
