// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ComparisonDesk.h"

#include <algorithm>
#include <utility>

#include "runner/EngineProcess.h"
#include "runner/Estimates.h"
#include "runner/MixUpExamples.h"

namespace shotlab::runner
{

namespace
{

constexpr std::chrono::milliseconds kFrame {34}; // thirty times a second
constexpr std::chrono::milliseconds kStatistics {250};

bool isOver(ComparisonState state)
{
    return state == ComparisonState::Finished || state == ComparisonState::Stopped || state == ComparisonState::Failed;
}

/// Where an arm of one plan stands in another, with all its settings.
std::optional<int> placeOf(const Arm &arm, const std::vector<Arm> &arms)
{
    const auto found = std::find(arms.begin(), arms.end(), arm);
    return found == arms.end() ? std::nullopt : std::optional(static_cast<int>(found - arms.begin()));
}

/// Whether an arm knew the classes by words that have been changed since.
bool knewOtherWords(const Comparison &comparison, const LabData &data)
{
    const std::vector<Arm> &arms = comparison.arms();
    const auto has = [&arms](ArmKind kind) {
        return std::any_of(arms.begin(), arms.end(), [kind](const Arm &arm) { return arm.kind == kind; });
    };
    const bool byLinks = has(ArmKind::ZeroShot) && !data.isText();
    const bool byWords = (has(ArmKind::ZeroShot) && data.isText()) || has(ArmKind::ByMeaning);
    return std::any_of(comparison.classes.begin(), comparison.classes.end(), [&](const LabClass &known) {
        const auto now = std::find_if(data.classes.begin(), data.classes.end(),
                                      [&known](const LabClass &labClass) { return labClass.id == known.id; });
        if (now == data.classes.end())
            return false; // the data are not the same any more
        return (byWords && textsOf(*now) != textsOf(known)) || (byLinks && now->links != known.links);
    });
}

} // namespace

ComparisonDesk::ComparisonDesk(LabEditor &lab, RunExecutor &executor, SpeedBook &speed, const ModelLibrary &library, int threads,
                               QObject *parent)
    : QObject(parent), m_lab(lab), m_executor(executor), m_speed(speed), m_library(library), m_threads(threads),
      m_resultsDue(kStatistics, this), m_progressDue(kFrame, this), m_curvesDue(kFrame, this), m_savedDue(kStatistics, this)
{
    connect(&m_resultsDue, &Throttle::due, this, &ComparisonDesk::emitShown);
    connect(&m_curvesDue, &Throttle::due, this, &ComparisonDesk::emitCurves);
    connect(&m_savedDue, &Throttle::due, this, &ComparisonDesk::saved);
    connect(&m_progressDue, &Throttle::due, this, [this] {
        if (m_runner)
            Q_EMIT progressed(m_runner->progress());
    });
}

ComparisonDesk::~ComparisonDesk()
{
    m_waiting = nullptr;
    const bool preparing = m_answers && m_answers->isPreparing();
    forgetQuestions();
    if (preparing)
        m_executor.engine().kill(); // as with a run in progress: its data go
}

bool ComparisonDesk::isRunning() const { return m_runner && !isOver(m_runner->state()); }

PlanEstimate ComparisonDesk::estimate(const ComparisonPlan &plan) const
{
    const LabData &data = m_lab.data();
    ComparisonPlan resolved = plan;
    if (resolved.threads == 0)
        resolved.threads = m_threads;
    const auto laidOut = layOut(resolved, data);
    if (!laidOut) {
        PlanEstimate nothing;
        nothing.skipped.push_back({std::nullopt, std::nullopt, laidOut.error()});
        return nothing;
    }
    const Comparison &comparison = laidOut->comparison;
    std::vector<RunKey> runs = schedule(comparison);
    const std::size_t all = runs.size();
    if (m_shown) {
        const Comparison &shown = m_shown->comparison();
        const bool sameData = shown.dataHash == comparison.dataHash && shown.modelHash == comparison.modelHash
            && shown.plan.seed == comparison.plan.seed && shown.plan.threads == comparison.plan.threads
            && shown.plan.workingSize == comparison.plan.workingSize;
        std::erase_if(runs, [&](const RunKey &key) {
            const auto arm = placeOf(comparison.arms()[static_cast<std::size_t>(key.arm)], shown.arms());
            return sameData && arm && m_shown->isFinished({*arm, key.shots, key.draw});
        });
    }
    const ModelSpeed speed(m_speed, data.model->hash, data.model->card, resolved.workingSize, resolved.threads);
    PlanEstimate estimate = estimateRuns(comparison, runs, speed);
    estimate.alreadyDone = static_cast<int>(all - runs.size());
    estimate.runs = static_cast<int>(all);
    return estimate;
}

void ComparisonDesk::start(ComparisonPlan plan, bool fresh)
{
    if (isRunning())
        return;
    if (plan.threads == 0)
        plan.threads = m_threads;
    const auto comparison = storedOrNew(plan, fresh);
    if (!comparison) {
        Q_EMIT planRejected(comparison.error());
        return;
    }
    run(*comparison, !fresh);
    Q_EMIT labTouched();
}

void ComparisonDesk::continueStored(ComparisonId id)
{
    if (isRunning())
        return;
    const auto comparison = readComparison(m_lab.store(), id);
    if (!comparison) {
        Q_EMIT planRejected(comparison.error());
        return;
    }
    run(*comparison, true);
}

void ComparisonDesk::runAgain(ComparisonId id, const std::set<std::pair<int, Shots>> &cells)
{
    if (isRunning())
        return;
    const auto comparison = readComparison(m_lab.store(), id);
    if (!comparison) {
        Q_EMIT planRejected(comparison.error());
        return;
    }
    run(*comparison, false, cells);
}

Result<Comparison> ComparisonDesk::storedOrNew(const ComparisonPlan &plan, bool fresh)
{
    // What is wrong with plan or data must be found before the test set is locked for good.
    // Once it is, a class that came later gets its share now.
    const bool mayStillBeDealt = m_lab.data().info.testLocked;
    if (const auto trial = layOut(plan, m_lab.data());
        !trial && !(mayStillBeDealt && trial.error().code == ErrorCode::ClassWithoutTest))
        return tl::unexpected(trial.error());
    if (const Done locked = m_lab.lockTestSet(); !locked)
        return tl::unexpected(locked.error());
    auto laidOut = layOut(plan, m_lab.data());
    if (!laidOut)
        return tl::unexpected(laidOut.error());
    if (!fresh) {
        if (auto known = sameStored(laidOut->comparison))
            return *known;
    }
    if (m_shown) // a what-if of it
        laidOut->comparison.marks = carriedOver(m_shown->comparison().marks, m_shown->comparison().plan, laidOut->comparison.plan);
    const auto id = m_lab.store().addComparison(laidOut->comparison, laidOut->draws);
    if (!id)
        return tl::unexpected(id.error());
    laidOut->comparison.id = *id;
    return laidOut->comparison;
}

std::optional<Comparison> ComparisonDesk::sameStored(const Comparison &wanted) const
{
    const auto ids = m_lab.store().comparisons();
    if (!ids)
        return std::nullopt;
    for (auto id = ids->rbegin(); id != ids->rend(); ++id) {
        auto stored = readComparison(m_lab.store(), *id);
        if (stored && sameQuestion(*stored, wanted))
            return *stored;
    }
    return std::nullopt;
}

Result<HashById> ComparisonDesk::hashesOf(const Comparison &comparison) const
{
    HashById hashes;
    for (const Example &example : m_lab.data().examples)
        hashes.emplace(example.id, example.hash);
    auto pool = m_lab.store().support(comparison.id, RunKey {0, Shots::all(), 0});
    if (!pool)
        return tl::unexpected(pool.error());
    pool->push_back(comparison.testExamples);
    for (const auto &ids : *pool) {
        for (const ExampleId id : ids) {
            if (hashes.contains(id))
                continue;
            const auto removed = m_lab.store().example(id);
            if (!removed)
                return tl::unexpected(removed.error());
            hashes.emplace(id, removed->hash);
        }
    }
    return hashes;
}

Result<std::pair<StoredComparison, ModelToOpen>> ComparisonDesk::forEngine(const Comparison &comparison) const
{
    const auto &model = m_lab.data().model;
    if (!model)
        return fail(ErrorCode::LabHasNoModel);
    auto hashes = hashesOf(comparison);
    if (!hashes)
        return tl::unexpected(hashes.error());
    const auto file = m_library.fileOf(*model, m_lab.store());
    if (!file)
        return tl::unexpected(file.error());
    return std::pair(StoredComparison(m_lab.store(), comparison, std::move(*hashes)),
                     ModelToOpen {*file, model->card, comparison.plan.workingSize});
}

void ComparisonDesk::run(const Comparison &comparison, bool takeOver, const std::set<std::pair<int, Shots>> &again)
{
    if (m_answers && m_answers->isPreparing()) {
        m_waiting = [this, comparison, takeOver, again] { run(comparison, takeOver, again); };
        m_answers->stop();
        return;
    }
    auto parts = forEngine(comparison);
    if (!parts) {
        Q_EMIT planRejected(parts.error());
        return;
    }
    ComparisonRunner::Task task {std::move(parts->first), parts->second, m_library.sourceTask(*m_lab.data().model), takeOver, again};
    const bool shownGoesOn = m_shown && m_shown->comparison().id == comparison.id;
    const auto unanswered = shownGoesOn && m_readouts ? m_readouts->unanswered() : std::nullopt;
    forgetQuestions();
    if (m_runner)
        m_runner.release()->deleteLater(); // we may have been called by its last signal
    m_runner = std::make_unique<ComparisonRunner>(m_lab.store(), m_executor, m_speed, std::move(task));
    m_shown = m_runner->results();
    m_curvesOf.reset();
    connectRunner();
    m_runner->start();
    if (unanswered)
        requestReadouts(unanswered->shots, unanswered->draws, unanswered->firstDraw);
}

void ComparisonDesk::connectRunner()
{
    connect(m_runner.get(), &ComparisonRunner::resultsChanged, this, [this] {
        if (shownIsRunners())
            m_resultsDue.request();
    });
    connect(m_runner.get(), &ComparisonRunner::progressChanged, &m_progressDue, &Throttle::request);
    connect(m_runner.get(), &ComparisonRunner::firstPictureComplete, this, &ComparisonDesk::firstPictureComplete);
    connect(m_runner.get(), &ComparisonRunner::saved, &m_savedDue, &Throttle::request);
    connect(m_runner.get(), &ComparisonRunner::saveFailed, this, &ComparisonDesk::saveFailed);
    connect(m_runner.get(), &ComparisonRunner::over, this, &ComparisonDesk::onOver);
    connect(m_runner.get(), &ComparisonRunner::epochAdded, this, [this](int arm, Shots shots) {
        if (shownIsRunners() && m_curvesOf == std::pair(arm, shots))
            m_curvesDue.request();
    });
}

void ComparisonDesk::pause()
{
    if (m_runner)
        m_runner->pause();
}

void ComparisonDesk::resume()
{
    if (m_runner)
        m_runner->resume();
}

void ComparisonDesk::cancel()
{
    if (m_runner)
        m_runner->cancel();
}

void ComparisonDesk::show(ComparisonId id)
{
    if (m_shown && m_shown->comparison().id != id) {
        if (m_answers && m_answers->isPreparing())
            m_answers->stop();
        forgetQuestions();
    }
    if (m_runner && m_runner->results()->comparison().id == id) {
        m_shown = m_runner->results();
    } else {
        const auto comparison = readComparison(m_lab.store(), id);
        const auto runs = comparison ? m_lab.store().runs(id) : tl::unexpected(comparison.error());
        if (!runs) {
            Q_EMIT planRejected(runs.error());
            return;
        }
        m_shown = std::make_shared<ResultsCollector>(*comparison);
        for (const Run &run : *runs)
            m_shown->add(run);
        m_shown->giveUpAsStored();
    }
    m_curvesOf.reset();
    emitShown();
}

void ComparisonDesk::dataChanged()
{
    if (!m_shown)
        return;
    if (const auto stored = m_lab.store().comparison(m_shown->comparison().id))
        m_shown->setMarks(stored->marks);
    m_resultsDue.request();
}

void ComparisonDesk::requestCurves(int arm, Shots shots)
{
    if (!m_shown)
        return;
    m_curvesOf = {arm, shots};
    emitCurves();
}

void ComparisonDesk::requestMixUps(int arm, Shots shots)
{
    if (m_shown)
        Q_EMIT mixUpsReady(m_shown->mixUps(arm, shots));
}

void ComparisonDesk::requestMixUpExamples(int arm, Shots shots, int trueClass, int answered)
{
    if (!m_shown)
        return;
    const auto answersOf = [this](int which, Shots k) { return m_lab.store().predictions(m_shown->comparison().id, which, k); };
    const auto examples = mixUpExamples(m_shown->comparison(), arm, shots, trueClass, answered, answersOf);
    if (examples)
        Q_EMIT mixUpExamplesReady(*examples);
    else
        Q_EMIT planRejected(examples.error());
}

Done ComparisonDesk::readyForQuestions()
{
    if (!m_shown)
        return tl::unexpected(Error {ErrorCode::NothingToRun, {}, {}});
    if (isRunning() && !shownIsRunners())
        return tl::unexpected(Error {ErrorCode::Internal, {"another-comparison-runs"}, {}});
    if (!m_questioned) {
        auto parts = forEngine(m_shown->comparison());
        if (!parts)
            return tl::unexpected(parts.error());
        m_questioned = std::make_shared<const StoredComparison>(std::move(parts->first));
        m_questionedModel = parts->second;
        if (!isRunning()) {
            m_executor.setData(m_questioned->testSet(),
                               [data = m_questioned](const std::string &hash) { return data->bytesOf(hash); }, this);
            m_executor.setSourceTask({});
        }
    }
    m_executor.openModel(m_questionedModel);
    return {};
}

void ComparisonDesk::forgetQuestions()
{
    m_executor.dropQuestions();
    m_readouts.reset();
    m_answers.reset();
    m_questioned.reset();
}

Result<ReadoutDesk *> ComparisonDesk::readoutDesk()
{
    if (const Done ready = readyForQuestions(); !ready)
        return tl::unexpected(ready.error());
    if (!m_readouts) {
        auto made = ReadoutDesk::make(m_questioned, m_executor);
        if (!made)
            return tl::unexpected(made.error());
        m_readouts = std::move(*made);
        connect(m_readouts.get(), &ReadoutDesk::ready, this, &ComparisonDesk::readoutsReady);
        connect(m_readouts.get(), &ReadoutDesk::failed, this, &ComparisonDesk::readoutsFailed);
    }
    return m_readouts.get();
}

void ComparisonDesk::requestReadouts(Shots shots, int draws, int firstDraw)
{
    const auto desk = readoutDesk();
    if (!desk)
        Q_EMIT readoutsFailed(desk.error());
    else
        (*desk)->ask({shots, draws, firstDraw});
}

Result<AnswerDesk *> ComparisonDesk::answerDesk()
{
    if (const Done ready = readyForQuestions(); !ready)
        return tl::unexpected(ready.error());
    if (!m_answers) {
        const auto estimate = [this](const RunKey &key) {
            const Comparison &comparison = m_questioned->comparison();
            const ModelSpeed speed(m_speed, comparison.modelHash, m_lab.data().model->card, comparison.plan.workingSize,
                                   comparison.plan.threads);
            return secondsOf(comparison, key, speed);
        };
        m_answers = std::make_unique<AnswerDesk>(m_questioned, m_executor, estimate);
        connect(m_answers.get(), &AnswerDesk::answered, this, &ComparisonDesk::answersReady);
        connect(m_answers.get(), &AnswerDesk::failed, this, &ComparisonDesk::answersFailed);
        connect(m_answers.get(), &AnswerDesk::preparing, this, [this](const PreparationView &preparation) {
            Q_EMIT preparing(preparation);
            if (!preparation.active && m_waiting) // once the executor is through with it
                QMetaObject::invokeMethod(this, &ComparisonDesk::runWaiting, Qt::QueuedConnection);
        });
    }
    return m_answers.get();
}

void ComparisonDesk::runWaiting()
{
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting();
}

void ComparisonDesk::requestAnswers(const QByteArray &example, Shots shots, int token)
{
    const auto desk = answerDesk();
    if (!desk)
        Q_EMIT answersFailed(token, desk.error());
    else
        (*desk)->ask(example, shots, token);
}

void ComparisonDesk::prepareMethod(int arm, Shots shots)
{
    const auto desk = answerDesk();
    if (!desk)
        Q_EMIT preparing({arm, shots, false, false, 0, 0, desk.error()});
    else if (!isRunning())
        (*desk)->prepare(arm, shots);
}

void ComparisonDesk::stopPreparing()
{
    if (m_answers)
        m_answers->stop();
}

void ComparisonDesk::onOver()
{
    m_resultsDue.drop();
    m_savedDue.flush();
    Q_EMIT progressed(m_runner->progress());
    const ComparisonViewPtr last = view(*m_runner->results());
    if (shownIsRunners())
        Q_EMIT comparisonChanged(last);
    if (m_curvesOf)
        emitCurves();
    Q_EMIT comparisonFinished(last);
}

bool ComparisonDesk::shownIsRunners() const { return m_runner && m_shown == m_runner->results(); }

ComparisonViewPtr ComparisonDesk::view(ResultsCollector &results) const
{
    auto view = std::make_shared<ComparisonView>(results.view());
    const LabData &data = m_lab.data();
    view->outOfDate
        = !data.model || view->comparison.modelHash != data.model->hash || view->comparison.dataHash != m_lab.dataHash()
        || knewOtherWords(view->comparison, data);
    if (m_runner && m_runner->results().get() == &results) {
        view->state = m_runner->state();
        view->trouble = m_runner->trouble();
    } else {
        view->state = results.isComplete() ? ComparisonState::Finished : ComparisonState::Stopped;
    }
    return view;
}

void ComparisonDesk::emitShown()
{
    m_resultsDue.drop();
    if (m_shown)
        Q_EMIT comparisonChanged(view(*m_shown));
}

void ComparisonDesk::emitCurves()
{
    m_curvesDue.drop();
    if (m_shown && m_curvesOf)
        Q_EMIT curvesReady(m_shown->curves(m_curvesOf->first, m_curvesOf->second));
}

} // namespace shotlab::runner
