// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "runner/ComparisonLayout.h"
#include "runner/ModelLibrary.h"
#include "runner/ResultsCollector.h"
#include "runner/RunExecutor.h"
#include "runner/SpeedBook.h"
#include "runner/StoredComparison.h"
#include "runner/Throttle.h"

namespace shotlab::store
{
class LabStore;
}

namespace shotlab::runner
{

/// Works through the grid of one stored comparison, breadth first, and keeps everything in the lab file as it comes: one
/// run at a time, finished identical runs taken over, failed ones marked with their reason and left behind.
class ComparisonRunner : public QObject
{
    Q_OBJECT

public:
    struct Task {
        StoredComparison data;
        ModelToOpen model;
        SourceTask source; ///< what it had learnt before
        bool takeOver = true; ///< finished identical runs of other comparisons count
        std::set<std::pair<int, Shots>> again; ///< if any, only these cells (arm and k) are run, even where they are finished
    };

    ComparisonRunner(store::LabStore &store, RunExecutor &executor, SpeedBook &book, Task task, QObject *parent = nullptr);
    /// A run in progress is marked cancelled and the engine ended with it.
    ~ComparisonRunner() override;

    void start();
    /// The run in progress is finished first.
    void pause();
    /// Stores first what could not be stored before the pause.
    void resume();
    void cancel();

    [[nodiscard]] ComparisonState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    [[nodiscard]] const std::shared_ptr<ResultsCollector> &results() const { return m_results; }
    [[nodiscard]] ProgressView progress() const;

Q_SIGNALS:
    void resultsChanged();
    void progressChanged();
    void epochAdded(int arm, shotlab::Shots shots);
    void firstPictureComplete(double seconds);
    void saved();
    void saveFailed(const shotlab::Error &error);
    /// Finished, stopped or failed, see state().
    void over();

private:
    /// The run that the engine works on.
    struct Current {
        RunId id;
        RunSpec spec;
        QElapsedTimer since;
        std::vector<EpochPoint> unsaved;
        int featuresDone = 0;
        int featuresTotal = 0;
        std::optional<EpochPoint> firstPoint {};
        EpochPoint lastPoint {};
    };
    using Write = std::function<Done()>;

    void onModelOpened(const ModelToOpen &model, const protocol::ModelReport &report);
    void onModelRefused(const ModelToOpen &model, const Error &error);
    void onFeatures(int done, int total);
    void onEpoch(const EpochPoint &point);
    void onFinished(const RunResult &result);
    void onFailed(const Error &error);
    void onCancelled();

    [[nodiscard]] const Comparison &comparison() const { return m_task.data.comparison(); }
    [[nodiscard]] Done loadStoredRuns();
    [[nodiscard]] Done takeOverFinishedRuns();

    [[nodiscard]] double secondsLeftOfCurrent() const;
    void next();
    void settle(Run run, const Write &write);
    void write(const Write &operation);
    void flushEpochs();
    void countFailure(int arm, const Error &error);
    void checkFirstPicture();
    void hold(const Error &error);
    void end(ComparisonState state, const std::optional<Error> &trouble = std::nullopt);

    store::LabStore &m_store;
    RunExecutor &m_executor;
    SpeedBook &m_book;
    Task m_task;
    std::shared_ptr<ResultsCollector> m_results;
    Provenance m_provenance;

    ComparisonState m_state = ComparisonState::Planned;
    std::optional<Error> m_trouble;
    std::deque<RunKey> m_todo;
    std::optional<Current> m_current;
    std::vector<Write> m_unwritten; ///< what the disk had no room for, in order
    std::map<int, int> m_failuresInARow;
    std::optional<ModelSpeed> m_speed; ///< from the moment the model is open
    std::optional<Fingerprints> m_fingerprints;
    bool m_prepared = false; ///< model open, runs taken over
    bool m_stopping = false;
    bool m_retriedModel = false;
    bool m_firstPictureTold = false;
    QElapsedTimer m_sinceStart;
    QTimer m_nextTimer;
    Throttle m_epochsDue;
};

} // namespace shotlab::runner
