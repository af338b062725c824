// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "widgets/Controls.h"
#include "widgets/Progress.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void weightsAreNamed();
    void valuesStayInRange();
    void pauseStopAndGoOn();
    void saysHowFarAndHowLong();
};

void TestProgress::weightsAreNamed()
{
    WeightsBar bar;
    bar.setWeights(410000, 3380000);
    QCOMPARE(QString(bar.accessibleName()).replace(QChar(0xA0), QLatin1Char(' ')),
             QStringLiteral("0.4 M of 3.4 M weights will change"));
    const int tall = bar.sizeHint().height();
    bar.setTextVisible(false);
    QVERIFY(bar.sizeHint().height() < tall);
    bar.setWeights(0, 0);
    QVERIFY(!bar.grab().isNull());
}

void TestProgress::valuesStayInRange()
{
    ProgressBar bar;
    bar.setValue(1.7);
    QCOMPARE(bar.value(), 1.0);
    bar.setValue(-1);
    QCOMPARE(bar.value(), 0.0);
}

void TestProgress::pauseStopAndGoOn()
{
    ProgressStrip strip;
    strip.setProgress(3, 10);
    QSignalSpy paused(&strip, &ProgressStrip::pauseRequested);
    QSignalSpy resumed(&strip, &ProgressStrip::resumeRequested);
    QSignalSpy stopped(&strip, &ProgressStrip::stopRequested);
    const QList<Button *> buttons = strip.findChildren<Button *>();
    QCOMPARE(buttons.size(), 2);
    buttons.at(0)->click();
    QCOMPARE(paused.count(), 1);
    strip.setPaused(true);
    QCOMPARE(buttons.at(0)->text(), QStringLiteral("Go on"));
    buttons.at(0)->click();
    QCOMPARE(resumed.count(), 1);
    QCOMPARE(paused.count(), 1);
    buttons.at(1)->click();
    QCOMPARE(stopped.count(), 1);
    strip.setStoppable(false);
    QVERIFY(!buttons.at(0)->isVisibleTo(&strip) && !buttons.at(1)->isVisibleTo(&strip));
}

void TestProgress::saysHowFarAndHowLong()
{
    ProgressStrip strip;
    strip.setTask(QStringLiteral("New last layer, k = 10"));
    strip.setProgress(46, 60);
    strip.setSecondsLeft(83);
    const auto words = [&strip] { return QString(strip.accessibleDescription()).replace(QChar(0xA0), QLatin1Char(' ')); };
    QCOMPARE(words(), QStringLiteral("46 of 60 runs · about 1 min 20 s left"));
    strip.setPaused(true);
    QCOMPARE(words(), QStringLiteral("46 of 60 runs · paused"));
    strip.setPaused(false);
    strip.setProgress(60, 60);
    QCOMPARE(words(), QStringLiteral("60 of 60 runs"));
}

QTEST_MAIN(TestProgress)
#include "tst_Progress.moc"
