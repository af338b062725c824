// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

#include "Programs.h"
#include "TestLab.h"

#include "lab/Run.h"
#include "runner/LabSession.h"

using namespace shotlab;
using runner::AnswersView;
using runner::PreparationView;
using support::query;

/// Showing something to the methods of a recorded comparison: session and engine together, on a bundled sample.
class TestTryOut : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_lab;
    QByteArray m_picture; ///< the first one of the test set
    std::unique_ptr<runner::LabSession> m_session;
    runner::ComparisonViewPtr m_comparison;
    int m_token = 0;

    [[nodiscard]] int runs() const { return query(m_lab, QStringLiteral("SELECT count(*) FROM run")).front().front().toInt(); }

    [[nodiscard]] ArmKind kindOf(int arm) const { return m_comparison->comparison.arms()[static_cast<std::size_t>(arm)].kind; }

    AnswersView answersTo(const QByteArray &example, Shots shots)
    {
        QSignalSpy answers(m_session.get(), &runner::LabSession::answersReady);
        m_session->requestAnswers(example, shots, ++m_token);
        if (!answers.wait(support::kProgramMs))
            return {};
        return answers.back().front().value<AnswersView>();
    }

    /// What the recorded run of the first draw says to the first test example.
    [[nodiscard]] Prediction recorded(int arm, Shots shots) const
    {
        const QByteArray data
            = query(m_lab, QStringLiteral("SELECT prediction.data FROM comparison_run JOIN prediction USING (run_id) WHERE "
                                          "comparison_id = 1 AND draw = 0 AND arm = %1 AND k = '%2'")
                               .arg(arm)
                               .arg(QString::fromStdString(shots.toString())))
                  .front()
                  .front()
                  .toByteArray();
        const auto all = unpackPredictions(reinterpret_cast<const std::uint8_t *>(data.constData()), static_cast<std::size_t>(data.size()));
        return all ? all->front() : Prediction {};
    }

    [[nodiscard]] static bool isSame(const std::vector<double> &probabilities, const Prediction &prediction)
    {
        constexpr double kOfHalves = 1e-3;
        if (probabilities.size() != 10)
            return false;
        for (std::size_t i = 0; i < prediction.classes.size(); ++i) {
            const double said = probabilities[static_cast<std::size_t>(prediction.classes[i])];
            if (std::abs(said - static_cast<double>(prediction.probabilities[i])) > kOfHalves)
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        runner::registerMetaTypes();
        m_lab = m_folder.filePath(QStringLiteral("digits.shotlab"));
        const auto made = support::runCli({QStringLiteral("sample"), QStringLiteral("digits"), m_lab});
        QVERIFY2(made.status == 0, made.errors.constData());
        const auto compared = support::runCli({QStringLiteral("compare"), m_lab, QStringLiteral("--arms"),
                                               QStringLiteral("zero-shot,prototypes,nearest-neighbour,linear-probe,chosen-layers,"
                                                              "full-fine-tuning,from-scratch,pixel-neighbour"),
                                               QStringLiteral("--k"), QStringLiteral("0,1,2"),
                                               QStringLiteral("--draws"), QStringLiteral("1"), QStringLiteral("--set"),
                                               QStringLiteral("chosen-layers.steps-few=10"), QStringLiteral("--set"),
                                               QStringLiteral("full-fine-tuning.steps-few=10"), QStringLiteral("--set"),
                                               QStringLiteral("from-scratch.steps-few=10")});
        QVERIFY2(compared.status == 0, compared.errors.constData());
        m_picture = query(m_lab, QStringLiteral("SELECT bytes FROM comparison_test JOIN example_data ON example_data.example_id = "
                                                "comparison_test.example_id WHERE comparison_id = 1 AND position = 0"))
                        .front()
                        .front()
                        .toByteArray();
        QVERIFY(!m_picture.isEmpty());
        runner::LabSession::Options options;
        options.enginePath = support::programPath(QStringLiteral("shotlab-engine"));
        m_session = std::make_unique<runner::LabSession>(options);
        QSignalSpy shown(m_session.get(), &runner::LabSession::comparisonChanged);
        m_session->openLab(m_lab);
        QTRY_VERIFY(!shown.isEmpty());
        m_comparison = shown.back().front().value<runner::ComparisonViewPtr>();
    }

    /// Everything answers that changes no weights, as it did in the recorded run; the others say what they would take.
    void frozenMethodsAnswerAsRecorded()
    {
        const int before = runs();
        const AnswersView view = answersTo(m_picture, Shots(2));
        QCOMPARE(view.token, m_token);
        QCOMPARE(view.methods.size(), std::size_t {8});
        for (const AnswersView::Method &method : view.methods) {
            QVERIFY(!method.error);
            const ArmKind kind = kindOf(method.arm);
            QCOMPARE(method.ready, !trainsTrunk(kind));
            if (method.ready)
                QVERIFY(isSame(method.probabilities, recorded(method.arm, kind == ArmKind::ZeroShot ? Shots(0) : Shots(2))));
            else
                QVERIFY(method.seconds > 0);
        }
        QCOMPARE(runs(), before);
    }

    /// Trained again from its seed a method is the one that was recorded. Nothing of it is stored.
    void trainedMethodsAreWhatTheyWere()
    {
        const int before = runs();
        for (const AnswersView::Method &method : answersTo(m_picture, Shots(2)).methods) {
            if (method.ready)
                continue;
            QSignalSpy preparing(m_session.get(), &runner::LabSession::preparing);
            QSignalSpy answers(m_session.get(), &runner::LabSession::answersReady);
            m_session->prepareMethod(method.arm, Shots(2));
            QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, support::kProgramMs); // what was asked last, again
            QVERIFY(preparing.size() > 2);
            const auto last = preparing.back().front().value<PreparationView>();
            QVERIFY(!last.active);
            QVERIFY(!last.error);
            const auto view = answers.back().front().value<AnswersView>();
            const auto now = std::find_if(view.methods.begin(), view.methods.end(),
                                          [&](const AnswersView::Method &one) { return one.arm == method.arm; });
            QVERIFY(now->ready);
            QVERIFY(isSame(now->probabilities, recorded(method.arm, Shots(2))));
        }
        QCOMPARE(runs(), before);
    }

    void stopsTraining()
    {
        const AnswersView view = answersTo(m_picture, Shots(1));
        const auto away = std::find_if(view.methods.begin(), view.methods.end(), [](const auto &method) { return !method.ready; });
        QVERIFY(away != view.methods.end());
        QSignalSpy preparing(m_session.get(), &runner::LabSession::preparing);
        m_session->prepareMethod(away->arm, Shots(1));
        m_session->stopPreparing();
        QTRY_VERIFY_WITH_TIMEOUT(!preparing.isEmpty() && !preparing.back().front().value<PreparationView>().active,
                                 support::kProgramMs);
        const AnswersView after = answersTo(m_picture, Shots(1));
        const auto still = std::find_if(after.methods.begin(), after.methods.end(),
                                        [&](const AnswersView::Method &one) { return one.arm == away->arm; });
        QVERIFY(!still->ready);
    }

    /// While a comparison runs the answers come between its batches, and what it trains answers without being trained again.
    void answersWhileAComparisonRuns()
    {
        QSignalSpy finished(m_session.get(), &runner::LabSession::comparisonFinished);
        QSignalSpy changed(m_session.get(), &runner::LabSession::comparisonChanged);
        ComparisonPlan plan = m_comparison->comparison.plan;
        std::erase_if(plan.arms, [](const Arm &arm) { return arm.kind == ArmKind::FromScratch; });
        plan.shots = {Shots(0), Shots(5)};
        m_session->startComparison(plan);
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty()
                                     && changed.back().front().value<runner::ComparisonViewPtr>()->state
                                         == runner::ComparisonState::Running,
                                 support::kProgramMs);
        m_comparison = changed.back().front().value<runner::ComparisonViewPtr>();
        const AnswersView view = answersTo(m_picture, Shots(5));
        QVERIFY(finished.isEmpty());
        QVERIFY(std::any_of(view.methods.begin(), view.methods.end(), [](const auto &method) { return method.ready; }));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, support::kProgramMs);
        for (const AnswersView::Method &method : answersTo(m_picture, Shots(5)).methods)
            QVERIFY(method.ready);
    }

    /// The k slider and trying out share one engine; neither keeps the other from its answer.
    void sharesTheEngineWithTheSlider()
    {
        QSignalSpy readouts(m_session.get(), &runner::LabSession::readoutsReady);
        m_session->requestReadouts(Shots(2), 20);
        QTRY_COMPARE_WITH_TIMEOUT(readouts.size(), 1, support::kProgramMs);
        QVERIFY(!answersTo(m_picture, Shots(5)).methods.empty());
        QSignalSpy answers(m_session.get(), &runner::LabSession::answersReady);
        m_session->requestReadouts(Shots(3), 20);
        m_session->requestAnswers(m_picture, Shots(5), ++m_token);
        m_session->requestReadouts(Shots(4), 20);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, support::kProgramMs);
        QTRY_COMPARE_WITH_TIMEOUT(readouts.back().front().value<runner::ReadoutsView>().shots, Shots(4), support::kProgramMs);
    }

    /// A hand that draws sees at least five answers a second.
    void keepsUpWithAHand()
    {
        constexpr int kAnswers = 10;
        QElapsedTimer since;
        since.start();
        for (int i = 0; i < kAnswers; ++i)
            QVERIFY(!answersTo(support::picture(i, 40), Shots(5)).methods.empty());
        QVERIFY2(since.elapsed() < kAnswers * 200, qPrintable(QString::number(since.elapsed())));
    }

    void saysWhatItCannotRead()
    {
        QSignalSpy failed(m_session.get(), &runner::LabSession::answersFailed);
        m_session->requestAnswers("no picture", Shots(5), 77);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, support::kProgramMs);
        QCOMPARE(failed.front()[0].toInt(), 77);
        QCOMPARE(failed.front()[1].value<Error>().code, ErrorCode::PictureUnreadable);
    }

    /// Last: the session goes to other labs.
    void linksAreAdvisedByMeaning_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<bool>("plausible");
        QTest::newRow("birds, fruit") << QStringLiteral("things") << true;
        QTest::newRow("nebulae") << QStringLiteral("deep-sky") << false;
    }

    void linksAreAdvisedByMeaning()
    {
        QFETCH(QString, sample);
        QFETCH(bool, plausible);
        QSignalSpy opened(m_session.get(), &runner::LabSession::labOpened);
        QSignalSpy advised(m_session.get(), &runner::LabSession::linksAdvised);
        m_session->createFromSample(sample, m_folder.filePath(sample + QStringLiteral(".shotlab")));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, support::kProgramMs);
        m_session->requestLinkAdvice();
        QTRY_COMPARE_WITH_TIMEOUT(advised.size(), 1, support::kProgramMs);
        const auto advice = advised.front().front().value<runner::LinkAdvice>();
        QVERIFY(advice.nearest.size() >= 5);
        int near = 0;
        for (const auto &[id, labels] : advice.nearest)
            near += labels.front().cosine >= runner::LinkAdvice::kPlausible ? 1 : 0;
        QVERIFY2(plausible ? near >= 3 : near == 0, qPrintable(QString::number(near)));
    }
};

QTEST_GUILESS_MAIN(TestTryOut)
#include "tst_TryOut.moc"
