// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ComparisonRunner.h"

#include <algorithm>
#include <utility>

#include <QDateTime>

#include "runner/EngineProcess.h"
#include "runner/Estimates.h"
#include "store/LabStore.h"

namespace shotlab::runner
{

namespace
{

constexpr std::chrono::milliseconds kEpochsPerCommit {500};

/// No engine can be had at all, or not this model: the next run would fail alike.
bool concernsEveryRun(ErrorCode code)
{
    return code == ErrorCode::EngineMissing || code == ErrorCode::EngineVersion || code == ErrorCode::ModelNotFound
        || code == ErrorCode::ModelChanged;
}

} // namespace

ComparisonRunner::ComparisonRunner(store::LabStore &store, RunExecutor &executor, SpeedBook &book, Task task, QObject *parent)
    : QObject(parent), m_store(store), m_executor(executor), m_book(book), m_task(std::move(task)),
      m_results(std::make_shared<ResultsCollector>(comparison())), m_nextTimer(this), m_epochsDue(kEpochsPerCommit, this)
{
    m_nextTimer.setSingleShot(true);
    m_nextTimer.setInterval(0);
    connect(&m_nextTimer, &QTimer::timeout, this, &ComparisonRunner::next);
    connect(&m_epochsDue, &Throttle::due, this, &ComparisonRunner::flushEpochs);
    connect(&executor, &RunExecutor::modelOpened, this, &ComparisonRunner::onModelOpened);
    connect(&executor, &RunExecutor::modelRefused, this, &ComparisonRunner::onModelRefused);
    connect(&executor, &RunExecutor::featureProgress, this, &ComparisonRunner::onFeatures);
    connect(&executor, &RunExecutor::epoch, this, &ComparisonRunner::onEpoch);
    connect(&executor, &RunExecutor::finished, this, &ComparisonRunner::onFinished);
    connect(&executor, &RunExecutor::failed, this, &ComparisonRunner::onFailed);
    connect(&executor, &RunExecutor::cancelled, this, &ComparisonRunner::onCancelled);
}

ComparisonRunner::~ComparisonRunner()
{
    m_executor.disconnect(this);
    if (!m_current)
        return;
    flushEpochs();
    static_cast<void>(m_store.cancelRun(m_current->id)); // else it shows as interrupted, which is as true
    m_executor.engine().kill();
}

void ComparisonRunner::start()
{
    m_sinceStart.start();
    m_state = ComparisonState::Running;
    for (const RunKey &key : schedule(comparison())) {
        if (m_task.again.empty() ? !isRemoved(comparison().marks, key.arm, key.shots)
                                 : m_task.again.contains({key.arm, key.shots}))
            m_todo.push_back(key);
    }
    if (const Done loaded = loadStoredRuns(); !loaded) {
        end(ComparisonState::Failed, loaded.error());
        return;
    }
    m_executor.setData(m_task.data.testSet(), [this](const std::string &hash) -> Result<QByteArray> {
        const auto source = m_task.source.bytes.find(hash);
        return source == m_task.source.bytes.end() ? m_task.data.bytesOf(hash) : source->second;
    }, this);
    m_executor.setSourceTask(m_task.source.message);
    m_executor.engine().setThreads(comparison().plan.threads);
    m_executor.openModel(m_task.model);
    Q_EMIT resultsChanged();
}

void ComparisonRunner::pause()
{
    if (m_state != ComparisonState::Running)
        return;
    m_state = ComparisonState::Paused;
    Q_EMIT resultsChanged();
}

void ComparisonRunner::resume()
{
    if (m_state != ComparisonState::Paused)
        return;
    while (!m_unwritten.empty()) {
        if (const Done done = m_unwritten.front()(); !done) {
            hold(done.error());
            return;
        }
        m_unwritten.erase(m_unwritten.begin());
        Q_EMIT saved();
    }
    m_state = ComparisonState::Running;
    m_trouble.reset();
    checkFirstPicture();
    Q_EMIT resultsChanged();
    m_nextTimer.start();
}

void ComparisonRunner::cancel()
{
    if (m_state != ComparisonState::Running && m_state != ComparisonState::Paused)
        return;
    m_todo.clear();
    m_stopping = true;
    if (m_current)
        m_executor.cancel();
    else
        end(ComparisonState::Stopped);
}

ProgressView ComparisonRunner::progress() const
{
    ProgressView progress;
    progress.active = m_state == ComparisonState::Running || m_current;
    progress.runsDone = m_results->finishedRuns() + m_results->failedRuns();
    progress.runsTotal = progress.runsDone + static_cast<int>(m_todo.size()) + (m_current ? 1 : 0);
    if (m_current) {
        progress.running = m_current->spec.key;
        progress.passingFeatures = m_current->featuresDone < m_current->featuresTotal;
        progress.featuresDone = m_current->featuresDone;
        progress.featuresTotal = m_current->featuresTotal;
    }
    if (!m_speed)
        return progress;
    const PlanEstimate rest = estimateRuns(comparison(), {m_todo.begin(), m_todo.end()}, *m_speed);
    if (!rest.measured && !m_todo.empty())
        return progress; // a promise needs a measurement
    double seconds = 0;
    for (const RunKey &key : m_todo)
        seconds += secondsOf(comparison(), key, *m_speed);
    if (m_current)
        seconds += secondsLeftOfCurrent();
    progress.secondsLeft = seconds;
    return progress;
}

/// From its own pace once it has one; a run that takes longer than others took is never said to be about to end.
double ComparisonRunner::secondsLeftOfCurrent() const
{
    constexpr double kLongerStill = 0.25; // of what it has taken
    const double expected = secondsOf(comparison(), m_current->spec.key, *m_speed);
    const double spent = static_cast<double>(m_current->since.elapsed()) / 1000.0;
    const int features = m_current->featuresTotal - m_current->featuresDone;
    if (features > 0 && m_current->featuresDone > 0)
        return expected + spent / m_current->featuresDone * features;
    const EpochPoint &last = m_current->lastPoint;
    if (m_current->firstPoint && last.step > m_current->firstPoint->step) {
        const double perStep = (last.seconds - m_current->firstPoint->seconds) / (last.step - m_current->firstPoint->step);
        return std::max(perStep, perStep * (last.totalSteps - last.step) - std::max(0.0, spent - last.seconds));
    }
    return std::max(expected - spent, spent > expected ? kLongerStill * spent : 0.0);
}

void ComparisonRunner::onModelOpened(const ModelToOpen &model, const protocol::ModelReport &report)
{
    if (m_state == ComparisonState::Stopped || !(model == m_task.model))
        return;
    // Also when an engine that died comes back: the file may have been replaced meanwhile.
    if (report.hash != comparison().modelHash) {
        const Error changed {ErrorCode::ModelChanged, {model.path.toStdString()}, report.hash};
        if (!m_current) {
            end(ComparisonState::Failed, changed);
            return;
        }
        onFailed(changed);
        m_executor.cancel();
        return;
    }
    if (m_prepared)
        return;
    const protocol::Ready &engine = *m_executor.engine().greeting();
    m_provenance = {engine.program, engine.library, report.hash, engine.threads, {}};
    const ModelCard card = m_task.model.card.value_or(report.card);
    m_speed.emplace(m_book, report.hash, card, comparison().plan.workingSize, engine.threads);
    m_fingerprints.emplace(comparison(), m_task.data.hashes(), card, m_provenance);
    if (m_task.takeOver) {
        if (const Done done = takeOverFinishedRuns(); !done) {
            end(ComparisonState::Failed, done.error());
            return;
        }
    }
    m_prepared = true;
    Q_EMIT resultsChanged();
    checkFirstPicture();
    m_nextTimer.start();
}

void ComparisonRunner::onModelRefused(const ModelToOpen &model, const Error &error)
{
    if (m_prepared || !(model == m_task.model))
        return;
    if (error.code == ErrorCode::EngineDied && !std::exchange(m_retriedModel, true)) {
        m_executor.openModel(m_task.model);
        return;
    }
    end(ComparisonState::Failed, error);
}

Done ComparisonRunner::loadStoredRuns()
{
    const auto runs = m_store.runs(comparison().id);
    if (!runs)
        return tl::unexpected(runs.error());
    for (const Run &run : *runs) {
        if (run.status == RunStatus::Finished && !m_task.again.contains({run.key.arm, run.key.shots}))
            m_results->add(run);
    }
    std::erase_if(m_todo, [this](const RunKey &key) { return m_results->isFinished(key); });
    return {};
}

Done ComparisonRunner::takeOverFinishedRuns()
{
    bool any = false;
    for (const RunKey &key : m_todo) {
        const auto spec = m_task.data.specOf(key);
        if (!spec)
            return tl::unexpected(spec.error());
        const auto known = m_store.finishedRun(m_fingerprints->of(*spec));
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            continue;
        if (const Done adopted = m_store.adoptRun(comparison().id, key, **known); !adopted)
            return adopted;
        any = true;
    }
    return any ? loadStoredRuns() : Done {};
}

void ComparisonRunner::next()
{
    if (!m_prepared || m_current || !m_unwritten.empty())
        return;
    if (m_todo.empty()) {
        const bool nothingWorked = m_results->finishedRuns() == 0;
        const auto outcome = nothingWorked ? ComparisonState::Failed : ComparisonState::Finished;
        end(m_stopping ? ComparisonState::Stopped : outcome, m_trouble);
        return;
    }
    if (m_state != ComparisonState::Running)
        return;
    auto spec = m_task.data.specOf(m_todo.front());
    if (!spec) {
        end(ComparisonState::Failed, spec.error());
        return;
    }
    m_provenance.startedAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    const auto id = m_store.beginRun(comparison().id, *spec, m_fingerprints->of(*spec), m_provenance);
    if (!id) {
        hold(id.error());
        return;
    }
    m_todo.pop_front();
    protocol::StartRun run = m_task.data.startRun(*id, *spec);
    // Trained weights of the first draw answer at once when the user tries them out; the rest is quickly learnt again.
    if (spec->key.draw != 0 || !trainsTrunk(spec->arm.kind))
        run.keepAs.clear();
    m_current = Current {*id, std::move(*spec), {}, {}, 0, 0};
    m_current->since.start();
    m_results->setRunning(m_current->spec.key);
    Q_EMIT progressChanged();
    m_executor.openModel(m_task.model);
    m_executor.execute(run);
}

void ComparisonRunner::onFeatures(int done, int total)
{
    if (!m_current)
        return;
    m_current->featuresDone = done;
    m_current->featuresTotal = total;
    Q_EMIT progressChanged();
}

void ComparisonRunner::onEpoch(const EpochPoint &point)
{
    if (!m_current)
        return;
    const RunKey key = m_current->spec.key;
    m_current->unsaved.push_back(point);
    if (!m_current->firstPoint)
        m_current->firstPoint = point;
    m_current->lastPoint = point;
    m_results->addEpoch(key, point);
    m_epochsDue.request();
    Q_EMIT epochAdded(key.arm, key.shots);
    Q_EMIT progressChanged();
}

void ComparisonRunner::flushEpochs()
{
    if (!m_current || m_current->unsaved.empty())
        return;
    const RunId id = m_current->id;
    write([this, id, points = std::exchange(m_current->unsaved, {})] { return m_store.addEpochs(id, points); });
}

void ComparisonRunner::onFinished(const RunResult &result)
{
    if (!m_current)
        return;
    if (!m_task.data.fits(result)) {
        onFailed(Error {ErrorCode::ProtocolBroken, {"predictions"}, {}});
        return;
    }
    if (result.frozenHashBefore != result.frozenHashAfter) {
        onFailed(Error {ErrorCode::Internal, {"frozen-weights-moved"}, {}});
        return;
    }
    const RunSpec &spec = m_current->spec;
    m_speed->recordRun(spec.arm, sizeOf(comparison(), spec.key), result.seconds);
    if (m_current->featuresTotal > 0)
        m_speed->recordFeatures(result.featureSeconds / m_current->featuresTotal);
    m_failuresInARow.erase(spec.key.arm);

    Run run;
    run.key = spec.key;
    run.status = RunStatus::Finished;
    run.result = result;
    run.provenance = m_provenance;
    settle(std::move(run), [this, id = m_current->id, result] { return m_store.finishRun(id, result); });
}

void ComparisonRunner::onFailed(const Error &error)
{
    if (!m_current)
        return;
    const int arm = m_current->spec.key.arm;
    Run run;
    run.key = m_current->spec.key;
    run.status = RunStatus::Failed;
    run.error = error;
    m_trouble = error;
    settle(std::move(run), [this, id = m_current->id, error] { return m_store.failRun(id, error); });
    if (concernsEveryRun(error.code))
        end(ComparisonState::Failed, error);
    else
        countFailure(arm, error);
}

void ComparisonRunner::onCancelled()
{
    if (!m_current)
        return;
    Run run;
    run.key = m_current->spec.key;
    run.status = RunStatus::Cancelled;
    settle(std::move(run), [this, id = m_current->id] { return m_store.cancelRun(id); });
    end(ComparisonState::Stopped);
}

/// Keeps how the current run ended, in the lab file first; the next one begins when the event loop is reached.
void ComparisonRunner::settle(Run run, const Write &store)
{
    flushEpochs();
    m_current.reset();
    m_results->setRunning(std::nullopt);
    write([this, run = std::move(run), store]() -> Done {
        if (Done done = store(); !done)
            return done;
        m_results->add(run);
        return {};
    });
    checkFirstPicture();
    Q_EMIT resultsChanged();
    Q_EMIT progressChanged();
    m_nextTimer.start();
}

void ComparisonRunner::write(const Write &operation)
{
    if (!m_unwritten.empty()) { // order matters: epochs of a run before its end
        m_unwritten.push_back(operation);
        return;
    }
    if (const Done done = operation(); !done) {
        m_unwritten.push_back(operation);
        hold(done.error());
        return;
    }
    Q_EMIT saved();
}

void ComparisonRunner::countFailure(int arm, const Error &error)
{
    if (!isGivenUpAfter(++m_failuresInARow[arm], error))
        return;
    std::erase_if(m_todo, [arm](const RunKey &key) { return key.arm == arm; });
    m_results->giveUp(arm, error);
    checkFirstPicture();
}

void ComparisonRunner::checkFirstPicture()
{
    if (m_firstPictureTold || !m_results->firstPictureComplete())
        return;
    m_firstPictureTold = true;
    Q_EMIT firstPictureComplete(static_cast<double>(m_sinceStart.elapsed()) / 1000.0);
}

void ComparisonRunner::hold(const Error &error)
{
    m_state = ComparisonState::Paused;
    m_trouble = error;
    Q_EMIT saveFailed(error);
    Q_EMIT resultsChanged();
}

void ComparisonRunner::end(ComparisonState state, const std::optional<Error> &trouble)
{
    m_nextTimer.stop();
    m_todo.clear();
    m_state = state;
    m_trouble = trouble;
    m_book.save();
    m_executor.disconnect(this);
    Q_EMIT progressChanged();
    Q_EMIT over();
}

} // namespace shotlab::runner
