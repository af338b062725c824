// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/ReadoutDial.h"

using namespace shotlab;
using models::ReadoutDial;

class TestReadoutDial : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;

    static std::shared_ptr<runner::ComparisonView> comparison(int id = 1)
    {
        auto view = test::sampleComparison(id);
        view->comparison.poolSizes = {12, 12, 12};
        view->comparison.modelHash = "model-hash";
        return view;
    }
    static void fill(ReadoutDial &dial)
    {
        dial.setLab(test::sampleLab());
        dial.setComparison(comparison());
        dial.setWatched(true);
    }

private Q_SLOTS:
    void init() { m_commands.calls.clear(); }

    void asksOnlyWhileSomebodyLooks()
    {
        ReadoutDial dial(m_commands);
        dial.setLab(test::sampleLab());
        dial.setComparison(comparison());
        QCOMPARE(m_commands.count("requestReadouts"), 0);
        dial.setWatched(true);
        QVERIFY(m_commands.has("requestReadouts 5 100 0"));
        QVERIFY(dial.isWaiting());
    }

    void theNewestQuestionFollowsTheOneUnderWay()
    {
        ReadoutDial dial(m_commands);
        fill(dial);
        for (const int shots : {6, 7, 8, 9})
            dial.setShots(Shots(shots));
        QCOMPARE(m_commands.count("requestReadouts"), 1);
        dial.take({Shots(5), 0, {1, 2}, {{0.5, 0.6}, {0.7, 0.7}}});
        QCOMPARE(m_commands.count("requestReadouts"), 2);
        QCOMPARE(m_commands.calls.back(), std::string("requestReadouts 9 100 0"));
        QCOMPARE(dial.answer()->shots, Shots(5)); // shown until the next one is there
        dial.take({Shots(9), 0, {1, 2}, {{0.8, 0.8}, {0.9, 0.9}}});
        QVERIFY(!dial.isWaiting());
        QCOMPARE(dial.answer()->shots, Shots(9));
    }

    void drawingAgainTakesOtherDraws()
    {
        ReadoutDial dial(m_commands);
        fill(dial);
        dial.take({Shots(5), 0, {1}, {{0.5}}});
        dial.drawAgain();
        QVERIFY(m_commands.has("requestReadouts 5 100 100"));
        dial.take({Shots(5), 100, {1}, {{0.4}}});
        QCOMPARE(dial.answer()->firstDraw, 100);
    }

    void stopsReachAsFarAsTheChart_data()
    {
        QTest::addColumn<int>("planned");
        QTest::addColumn<int>("pool");
        QTest::addColumn<int>("last");
        QTest::addColumn<int>("count");
        QTest::newRow("ten at least") << 5 << 200 << 10 << 10;
        QTest::newRow("no more than there are") << 50 << 7 << 7 << 7;
        QTest::newRow("wider steps") << 50 << 200 << 50 << 17;
        QTest::newRow("an odd end") << 33 << 200 << 33 << 16;
    }
    void stopsReachAsFarAsTheChart()
    {
        QFETCH(int, planned);
        QFETCH(int, pool);
        QFETCH(int, last);
        QFETCH(int, count);
        ReadoutDial dial(m_commands);
        auto view = comparison();
        view->comparison.plan.shots = {Shots(1), Shots(planned), Shots::all()};
        view->comparison.poolSizes = {pool, pool + 5, pool};
        dial.setLab(test::sampleLab());
        dial.setComparison(view);
        QCOMPARE(dial.stops().front(), Shots(1));
        QCOMPARE(dial.stops().back(), Shots(last));
        QCOMPARE(static_cast<int>(dial.stops().size()), count);
        QVERIFY(std::is_sorted(dial.stops().begin(), dial.stops().end()));
    }

    void saysWhyThereIsNothingToAnswer()
    {
        ReadoutDial dial(m_commands);
        dial.setWatched(true);
        QCOMPARE(dial.state(), ReadoutDial::State::NoComparison);
        dial.setLab(test::sampleLab());
        auto view = comparison();
        view->comparison.modelHash = "another";
        dial.setComparison(view);
        QCOMPARE(dial.state(), ReadoutDial::State::OtherModel);
        view = comparison(2);
        view->comparison.plan.arms.resize(1); // zero-shot only
        dial.setComparison(view);
        QCOMPARE(dial.state(), ReadoutDial::State::NoReader);
        QCOMPARE(m_commands.count("requestReadouts"), 0);
        dial.setComparison(comparison(3));
        QCOMPARE(dial.state(), ReadoutDial::State::Ready);
        QCOMPARE(m_commands.count("requestReadouts"), 1);
    }

    void asksAgainWhenRunsBeginOrEnd()
    {
        ReadoutDial dial(m_commands);
        fill(dial);
        auto running = comparison();
        running->state = runner::ComparisonState::Running;
        dial.setComparison(running);
        QCOMPARE(m_commands.count("requestReadouts 5 100 0"), 2);
        dial.take({Shots(5), 0, {1}, {{0.5}}});
        dial.setComparison(comparison());
        QCOMPARE(m_commands.count("requestReadouts"), 2); // it is answered
    }

    void keepsAnErrorUntilTheNextQuestion()
    {
        ReadoutDial dial(m_commands);
        fill(dial);
        QSignalSpy changed(&dial, &ReadoutDial::changed);
        dial.fail({ErrorCode::EngineDied, {"11", ""}, {}});
        QCOMPARE(changed.count(), 1);
        QVERIFY(dial.error());
        QCOMPARE(m_commands.count("requestReadouts"), 1); // not over and over
        dial.setShots(Shots(2));
        dial.take({Shots(2), 0, {1}, {{0.5}}});
        QVERIFY(!dial.error());
    }

    void forgetsTheAnswersOfAnotherComparison()
    {
        ReadoutDial dial(m_commands);
        fill(dial);
        dial.take({Shots(5), 0, {1}, {{0.5}}});
        dial.setComparison(comparison(2));
        QVERIFY(!dial.answer());
        QCOMPARE(m_commands.count("requestReadouts"), 2);
    }
};

QTEST_MAIN(TestReadoutDial)
#include "tst_ReadoutDial.moc"
