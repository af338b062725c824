// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <QObject>

#include "runner/AnswerDesk.h"
#include "runner/ComparisonRunner.h"
#include "runner/LabEditor.h"
#include "runner/ModelLibrary.h"
#include "runner/ReadoutDesk.h"
#include "runner/Throttle.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// The comparisons of one open lab: the one that runs, the one that is shown (often the same), and what is asked about them.
/// Snapshots are made at most a few times a second, progress and curves at most thirty times.
class ComparisonDesk : public QObject
{
    Q_OBJECT

public:
    /// threads: for plans that name none.
    ComparisonDesk(LabEditor &lab, RunExecutor &executor, SpeedBook &speed, const ModelLibrary &library, int threads,
                   QObject *parent = nullptr);
    ~ComparisonDesk() override;

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] PlanEstimate estimate(const ComparisonPlan &plan) const;

    void start(ComparisonPlan plan, bool fresh);
    void continueStored(ComparisonId id);
    /// Cells (arm and k) of a stored comparison, whether they are finished or not.
    void runAgain(ComparisonId id, const std::set<std::pair<int, Shots>> &cells);
    void pause();
    void resume();
    void cancel();
    void show(ComparisonId id);
    /// Examples, model or marks changed: what is shown may be out of date now.
    void dataChanged();

    void requestCurves(int arm, Shots shots);
    void requestMixUps(int arm, Shots shots);
    void requestMixUpExamples(int arm, Shots shots, int trueClass, int answered);
    /// Of the comparison that is shown. Refused while another one runs: the engine holds one test set.
    void requestReadouts(Shots shots, int draws, int firstDraw);
    /// The same with what was drawn, dropped or typed.
    void requestAnswers(const QByteArray &example, Shots shots, int token);
    /// Not while anything runs.
    void prepareMethod(int arm, Shots shots);
    void stopPreparing();

Q_SIGNALS:
    /// The lab's own facts changed: the test set was locked, a comparison was added.
    void labTouched();
    void planRejected(const shotlab::Error &error);
    void comparisonChanged(const shotlab::runner::ComparisonViewPtr &comparison);
    void comparisonFinished(const shotlab::runner::ComparisonViewPtr &comparison);
    void progressed(const shotlab::runner::ProgressView &progress);
    void firstPictureComplete(double seconds);
    void curvesReady(const shotlab::runner::CurvesView &curves);
    void mixUpsReady(const shotlab::runner::MixUpsView &mixUps);
    void mixUpExamplesReady(const shotlab::runner::MixUpExamplesView &examples);
    void readoutsReady(const shotlab::runner::ReadoutsView &readouts);
    void readoutsFailed(const shotlab::Error &error);
    void answersReady(const shotlab::runner::AnswersView &answers);
    void answersFailed(int token, const shotlab::Error &error);
    void preparing(const shotlab::runner::PreparationView &preparation);
    void saved();
    void saveFailed(const shotlab::Error &error);

private:
    [[nodiscard]] Result<Comparison> storedOrNew(const ComparisonPlan &plan, bool fresh);
    [[nodiscard]] std::optional<Comparison> sameStored(const Comparison &wanted) const;
    [[nodiscard]] Result<HashById> hashesOf(const Comparison &comparison) const;
    /// Its data and the model it is run on.
    [[nodiscard]] Result<std::pair<StoredComparison, ModelToOpen>> forEngine(const Comparison &comparison) const;
    /// Makes sure that the engine has what questions about the shown comparison need; an error while another one runs.
    [[nodiscard]] Done readyForQuestions();
    [[nodiscard]] Result<ReadoutDesk *> readoutDesk(); ///< made when it is needed
    [[nodiscard]] Result<AnswerDesk *> answerDesk();
    void forgetQuestions();
    void runWaiting();
    void run(const Comparison &comparison, bool takeOver, const std::set<std::pair<int, Shots>> &again = {});
    void connectRunner();
    void onOver();
    [[nodiscard]] bool shownIsRunners() const;
    [[nodiscard]] ComparisonViewPtr view(ResultsCollector &results) const;
    void emitShown();
    void emitCurves();

    LabEditor &m_lab;
    RunExecutor &m_executor;
    SpeedBook &m_speed;
    const ModelLibrary &m_library;
    int m_threads;

    std::unique_ptr<ComparisonRunner> m_runner;
    std::shared_ptr<ResultsCollector> m_shown;
    std::shared_ptr<const StoredComparison> m_questioned; ///< m_shown as the engine was told of it, once something is asked
    ModelToOpen m_questionedModel;
    std::unique_ptr<ReadoutDesk> m_readouts; ///< of m_questioned, made when something is asked
    std::unique_ptr<AnswerDesk> m_answers; ///< ditto
    std::function<void()> m_waiting; ///< to be done once a method that is being prepared has stopped
    std::optional<std::pair<int, Shots>> m_curvesOf; ///< the cell whose curves are watched
    Throttle m_resultsDue;
    Throttle m_progressDue;
    Throttle m_curvesDue;
    Throttle m_savedDue;
};

} // namespace shotlab::runner
