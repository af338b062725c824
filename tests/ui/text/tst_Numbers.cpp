// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "text/Numbers.h"

using namespace shotlab;

namespace
{

/// The no-break spaces are checked once; everywhere else they only make the lines below hard to read.
QString spaced(QString text) { return text.replace(QChar(0xA0), QLatin1Char(' ')); }

} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shares();
    void unitsStayWithTheirNumbers();
    void weights_data();
    void weights();
    void durations_data();
    void durations();
    void estimatesAreRounded();
    void moments();
    void notTheDesktopsLocale();
};

void TestNumbers::shares()
{
    QCOMPARE(spaced(text::percentText(0.951)), QStringLiteral("95.1 %"));
    QCOMPARE(spaced(text::percentText(1, 0)), QStringLiteral("100 %"));
    QCOMPARE(text::decimalText(-0.4), QStringLiteral("−0.4"));
    QCOMPARE(text::decimalText(-0.04), QStringLiteral("0.0")); // no minus before a zero
    QCOMPARE(spaced(text::intervalText({0.8, 0.792, 0.808})), QStringLiteral("± 0.8"));
    QCOMPARE(spaced(text::intervalText({0.8, 0.7915, 0.8078})), QStringLiteral("± 0.8"));
    QCOMPARE(text::intervalText({1.0, 0.538, 1.0}), QStringLiteral("53.8–100.0"));
    QVERIFY(text::intervalText({1.0, {}, {}}).isEmpty());
    QCOMPARE(spaced(text::estimateText({0.8, 0.792, 0.808})), QStringLiteral("80.0 ± 0.8"));
    QCOMPARE(spaced(text::estimateText({1.0, 0.538, 1.0})), QStringLiteral("100.0 [53.8–100.0]"));
    QCOMPARE(text::estimateText({0.8, {}, {}}), QStringLiteral("80.0"));
    QCOMPARE(text::pointsText(0.0312), QStringLiteral("3.1 points"));
    QCOMPARE(text::rangeText(-0.018, 0.01), QStringLiteral("−1.8 to 1.0"));
}

void TestNumbers::unitsStayWithTheirNumbers() { QCOMPARE(text::percentText(0.5, 0), QStringLiteral("50\u00A0%")); }

void TestNumbers::weights_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("coarse");
    QTest::addColumn<QString>("fine");
    QTest::newRow("few") << qint64(928) << "928"
                         << "928";
    QTest::newRow("thousand") << qint64(1280) << "1.3 k"
                              << "1.3 k";
    QTest::newRow("below ten thousand") << qint64(9949) << "9.9 k"
                                        << "9.9 k";
    QTest::newRow("rounds up") << qint64(9960) << "10 k"
                               << "10 k";
    QTest::newRow("thousands") << qint64(13450) << "13 k"
                               << "13 k";
    QTest::newRow("to millions") << qint64(99600) << "0.1 M"
                                 << "0.10 M";
    QTest::newRow("part of a million") << qint64(410000) << "0.4 M"
                                       << "0.41 M";
    QTest::newRow("millions") << qint64(4652008) << "4.7 M"
                              << "4.65 M";
    QTest::newRow("many millions") << qint64(11200000) << "11.2 M"
                                   << "11.2 M";
}

void TestNumbers::weights()
{
    QFETCH(qint64, count);
    QFETCH(QString, coarse);
    QFETCH(QString, fine);
    QCOMPARE(spaced(text::weightsText(count)), coarse);
    QCOMPARE(spaced(text::weightsText(count, text::Precision::Fine)), fine);
}

void TestNumbers::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short") << 0.4 << "under 1 s";
    QTest::newRow("seconds") << 12.2 << "12 s";
    QTest::newRow("whole minute") << 59.7 << "1 min";
    QTest::newRow("minutes") << 125.0 << "2 min 5 s";
    QTest::newRow("hour") << 3600.0 << "1 h";
    QTest::newRow("hours") << 4321.0 << "1 h 12 min";
}

void TestNumbers::durations()
{
    QFETCH(double, seconds);
    QFETCH(QString, expected);
    QCOMPARE(spaced(text::durationText(seconds)), expected);
}

void TestNumbers::estimatesAreRounded()
{
    QCOMPARE(spaced(text::aboutDurationText(3.2)), QStringLiteral("about 3 s"));
    QCOMPARE(spaced(text::aboutDurationText(18.6)), QStringLiteral("about 20 s"));
    QCOMPARE(spaced(text::aboutDurationText(58.6)), QStringLiteral("about 1 min"));
    QCOMPARE(spaced(text::aboutDurationText(83)), QStringLiteral("about 1 min 20 s"));
    QCOMPARE(spaced(text::aboutDurationText(1000)), QStringLiteral("about 17 min"));
    QCOMPARE(spaced(text::timeLeftText(18.6)), QStringLiteral("about 20 s left"));
}

void TestNumbers::moments()
{
    const QDateTime now(QDate(2026, 11, 24), QTime(15, 0));
    QCOMPARE(text::momentText(QDateTime(QDate(2026, 11, 24), QTime(14, 20)), now), QStringLiteral("Today, 14:20"));
    QCOMPARE(text::momentText(QDateTime(QDate(2026, 11, 23), QTime(9, 5)), now), QStringLiteral("Yesterday, 9:05"));
    QCOMPARE(text::momentText(QDateTime(QDate(2026, 11, 18), QTime(9, 5)), now), QStringLiteral("18 November"));
    QCOMPARE(text::momentText(QDateTime(QDate(2025, 11, 18), QTime(9, 5)), now), QStringLiteral("18 November 2025"));
}

void TestNumbers::notTheDesktopsLocale()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(spaced(text::percentText(0.951)), QStringLiteral("95.1 %"));
    QCOMPARE(text::numberText(1000), QStringLiteral("1,000"));
    QLocale::setDefault(QLocale::c());
    QCOMPARE(text::numberText(1000), QStringLiteral("1,000"));
    QCOMPARE(text::picturesText(1), QStringLiteral("1 picture"));
    QCOMPARE(text::picturesText(1240), QStringLiteral("1,240 pictures"));
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_Numbers.moc"
