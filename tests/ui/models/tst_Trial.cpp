// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/Trial.h"

using namespace shotlab;
using models::Trial;

class TestTrial : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;

    static std::shared_ptr<runner::ComparisonView> comparison(int id = 1)
    {
        auto view = test::sampleComparison(id);
        view->comparison.modelHash = "model-hash"; // of test::sampleModel()
        return view;
    }

    static runner::AnswersView answer(int token, Shots shots)
    {
        runner::AnswersView view {token, shots, {}};
        view.methods.push_back({2, true, {0.1, 0.7, 0.2}});
        view.methods.push_back({4, false});
        return view;
    }

private Q_SLOTS:
    void init() { m_commands.calls.clear(); }

    void needsAComparisonOfTheLabsModel()
    {
        Trial trial(m_commands);
        trial.setLab(test::sampleLab());
        trial.setExample("picture");
        QCOMPARE(trial.state(), Trial::State::NoComparison);
        auto other = comparison();
        other->comparison.modelHash = "another";
        trial.setComparison(other);
        QCOMPARE(trial.state(), Trial::State::OtherModel);
        QCOMPARE(m_commands.count("requestAnswers"), 0);
        trial.setComparison(comparison(2));
        QCOMPARE(trial.state(), Trial::State::Ready);
        QCOMPARE(trial.choices(), (std::vector<Shots> {Shots(1), Shots(5)}));
        QVERIFY(m_commands.has("requestAnswers 5"));
    }

    /// However fast the hand, one question is under way and the newest thing follows it.
    void oneQuestionAtATimeAndTheNewestFollows()
    {
        Trial trial(m_commands);
        trial.setLab(test::sampleLab());
        trial.setComparison(comparison());
        for (const char *stroke : {"a", "b", "c"})
            trial.setExample(stroke);
        QCOMPARE(m_commands.count("requestAnswers"), 1);
        QCOMPARE(m_commands.lastExample, QByteArray("a"));
        QSignalSpy changed(&trial, &Trial::changed);
        trial.take(answer(m_commands.lastToken, Shots(5)));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(trial.answers()->methods.size(), 2U);
        QCOMPARE(m_commands.count("requestAnswers"), 2);
        QCOMPARE(m_commands.lastExample, QByteArray("c"));
        trial.take(answer(m_commands.lastToken, Shots(5)));
        QCOMPARE(m_commands.count("requestAnswers"), 2); // it is answered
        trial.setShots(Shots(1));
        QVERIFY(m_commands.has("requestAnswers 1"));
    }

    void clearedMeansNoAnswer()
    {
        Trial trial(m_commands);
        trial.setLab(test::sampleLab());
        trial.setComparison(comparison());
        trial.setExample("a");
        trial.setExample({});
        trial.take(answer(m_commands.lastToken, Shots(5)));
        QVERIFY(!trial.answers());
        trial.setExample("b");
        trial.fail(m_commands.lastToken, Error {ErrorCode::PictureUnreadable, {"", "empty"}, {}});
        QVERIFY(trial.error());
        trial.setExample("c");
        trial.take(answer(m_commands.lastToken, Shots(5)));
        QVERIFY(!trial.error());
        QVERIFY(trial.answers());
    }

    /// When runs begin the engine drops the question; it is asked again.
    void asksAgainWhenRunsBegin()
    {
        Trial trial(m_commands);
        trial.setLab(test::sampleLab());
        trial.setComparison(comparison());
        trial.setExample("a");
        auto running = comparison();
        running->state = runner::ComparisonState::Running;
        trial.setComparison(running);
        QCOMPARE(m_commands.count("requestAnswers"), 2);
    }

    void preparesAndStops()
    {
        Trial trial(m_commands);
        trial.setLab(test::sampleLab());
        trial.setComparison(comparison());
        trial.setExample("a");
        trial.take(answer(m_commands.lastToken, Shots(5)));
        trial.prepare(4);
        QVERIFY(m_commands.has("prepareMethod 4 5"));
        trial.takePreparation({4, Shots(5), true, false, 3, 60, {}});
        QCOMPARE(trial.preparation()->done, 3);
        trial.prepare(3); // one after the other
        QCOMPARE(m_commands.count("prepareMethod"), 1);
        trial.stopPreparing();
        QVERIFY(m_commands.has("stopPreparing"));
        trial.takePreparation({4, Shots(5), false, false, 0, 0, Error {ErrorCode::OutOfMemory, {"1"}, {}}});
        QVERIFY(!trial.preparation());
        QVERIFY(trial.troubleOf(4));
        QVERIFY(!trial.troubleOf(3));
        // Trained, it answers what was asked last without being asked.
        auto both = answer(m_commands.lastToken, Shots(5));
        both.methods[1] = {4, true, {0.0, 1.0, 0.0}};
        trial.take(both);
        QVERIFY(trial.answers()->methods[1].ready);
    }
};

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_Trial.moc"
