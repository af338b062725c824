// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ResultsCollector.h"

#include <algorithm>

namespace shotlab::runner
{

bool isGivenUpAfter(int failures, const Error &last)
{
    constexpr int kFailuresUntilGivenUp = 3;
    // These two say something about one cell alone, and cost next to nothing.
    const bool ofThisCell = last.code == ErrorCode::RunDiverged || last.code == ErrorCode::RunTooLarge;
    return failures >= kFailuresUntilGivenUp && !ofThisCell;
}

ResultsCollector::ResultsCollector(Comparison comparison) : m_comparison(std::move(comparison))
{
    for (const RunKey &key : schedule(m_comparison)) {
        Cell &cell = m_cells[{key.arm, key.shots}];
        ++cell.planned;
        cell.outcomes.arm = cell.summary.arm = key.arm;
        cell.outcomes.shots = cell.summary.shots = key.shots;
        cell.summary.testSize = static_cast<int>(m_comparison.testExamples.size());
    }
}

void ResultsCollector::add(const Run &run)
{
    if (!m_cells.contains({run.key.arm, run.key.shots}))
        return;
    if (!run.epochs.empty())
        m_epochs[run.key] = run.epochs;
    m_failed.erase(run.key);
    if (run.status == RunStatus::Finished)
        addFinished(run);
    else if (run.status == RunStatus::Failed)
        m_failed[run.key] = run.error.value_or(Error {});
    else
        m_epochs.erase(run.key);
}

void ResultsCollector::addFinished(const Run &run)
{
    if (run.result.predictions.size() != m_comparison.testLabels.size() || m_finished.contains(run.key))
        return;
    m_finished.emplace(run.key, run.result.seconds);
    Provenance provenance = run.provenance;
    provenance.startedAt.clear();
    if (std::find(m_provenances.begin(), m_provenances.end(), provenance) == m_provenances.end())
        m_provenances.push_back(std::move(provenance));
    Cell &cell = m_cells.at({run.key.arm, run.key.shots});
    stats::CellOutcomes &outcomes = cell.outcomes;
    std::vector<std::uint8_t> correct;
    std::vector<std::int16_t> answers;
    for (std::size_t i = 0; i < run.result.predictions.size(); ++i) {
        const int answer = run.result.predictions[i].answer();
        answers.push_back(static_cast<std::int16_t>(answer));
        correct.push_back(answer == m_comparison.testLabels[i] ? 1 : 0);
    }
    // Rows stay sorted by draw, whatever the order in which runs finish, so that the same runs give the same numbers.
    const auto place = std::lower_bound(outcomes.draws.begin(), outcomes.draws.end(), run.key.draw) - outcomes.draws.begin();
    outcomes.draws.insert(outcomes.draws.begin() + place, run.key.draw);
    outcomes.correct.insert(outcomes.correct.begin() + place, std::move(correct));
    outcomes.answers.insert(outcomes.answers.begin() + place, std::move(answers));
    outcomes.trainAccuracy.insert(outcomes.trainAccuracy.begin() + place, run.result.trainAccuracy);
    outcomes.trainedParameters = run.result.trainedParameters;
    if (run.result.retention && outcomes.retention.size() + 1 == outcomes.draws.size())
        outcomes.retention.insert(outcomes.retention.begin() + place, *run.result.retention);
    else
        outcomes.retention.clear(); // an older run did not measure it: a mean over some of the draws would compare unlike things
    cell.totalSeconds += run.result.seconds;
    outcomes.seconds = cell.totalSeconds / static_cast<double>(outcomes.draws.size());
    cell.summaryStale = m_findingsStale = true;
}

void ResultsCollector::setRunning(std::optional<RunKey> key)
{
    m_running = key;
    if (key)
        m_epochs.erase(*key);
}

void ResultsCollector::addEpoch(const RunKey &key, const EpochPoint &point) { m_epochs[key].push_back(point); }

void ResultsCollector::giveUp(int arm, const Error &reason)
{
    m_comparison.skipped.push_back({arm, std::nullopt, reason});
    m_givenUp.insert(arm);
}

void ResultsCollector::giveUpAsStored()
{
    std::map<int, int> failuresInARow;
    std::map<int, Error> lastFailure;
    std::set<int> unfinished;
    for (const RunKey &key : schedule(m_comparison)) { // the order in which they were run
        if (const auto failed = m_failed.find(key); failed != m_failed.end()) {
            ++failuresInARow[key.arm];
            lastFailure[key.arm] = failed->second;
        } else if (m_finished.contains(key)) {
            failuresInARow.erase(key.arm);
        } else if (isShown(key)) {
            unfinished.insert(key.arm);
        }
    }
    for (const auto &[arm, failures] : failuresInARow) {
        if (unfinished.contains(arm) && isGivenUpAfter(failures, lastFailure.at(arm)))
            giveUp(arm, lastFailure.at(arm));
    }
}

void ResultsCollector::setMarks(const CellMarks &marks)
{
    m_comparison.marks = marks;
    m_findingsStale = true;
}

int ResultsCollector::finishedRuns() const
{
    return static_cast<int>(
        std::count_if(m_finished.begin(), m_finished.end(), [this](const auto &run) { return isShown(run.first); }));
}

int ResultsCollector::failedRuns() const
{
    return static_cast<int>(
        std::count_if(m_failed.begin(), m_failed.end(), [this](const auto &run) { return isShown(run.first); }));
}

bool ResultsCollector::firstPictureComplete() const
{
    return std::all_of(m_cells.begin(), m_cells.end(), [this](const auto &entry) {
        const RunKey first {entry.first.first, entry.first.second, 0};
        return m_finished.contains(first) || m_failed.contains(first) || m_givenUp.contains(first.arm) || !isShown(first);
    });
}

bool ResultsCollector::isComplete() const
{
    const std::vector<RunKey> keys = schedule(m_comparison);
    return std::all_of(keys.begin(), keys.end(), [this](const RunKey &key) {
        return m_finished.contains(key) || m_failed.contains(key) || m_givenUp.contains(key.arm) || !isShown(key);
    });
}

void ResultsCollector::refresh()
{
    for (auto &[key, cell] : m_cells) {
        if (!std::exchange(cell.summaryStale, false))
            continue;
        cell.summary = stats::summarise(cell.outcomes);
    }
    if (!std::exchange(m_findingsStale, false))
        return;
    std::vector<stats::CellOutcomes> outcomes;
    for (const auto &[key, cell] : m_cells) {
        if (!cell.outcomes.draws.empty() && !isRemoved(m_comparison.marks, key.first, key.second))
            outcomes.push_back(cell.outcomes);
    }
    m_findings = stats::findings(m_comparison, outcomes);
}

ComparisonView ResultsCollector::view()
{
    refresh();
    ComparisonView view;
    view.comparison = m_comparison;
    view.findings = m_findings;
    view.provenances = m_provenances;
    for (int arm = 0; arm < static_cast<int>(m_comparison.arms().size()); ++arm) {
        if (auto floor = floorCell(arm))
            view.cells.push_back(std::move(*floor));
    }
    for (const auto &[key, cell] : m_cells) {
        if (isRemoved(m_comparison.marks, key.first, key.second)) {
            ++view.cellsRemoved;
            continue;
        }
        CellView shown;
        shown.summary = cell.summary;
        shown.plannedDraws = cell.planned;
        shown.finishedDraws = static_cast<int>(cell.outcomes.draws.size());
        const auto isHere = [&key = key](const RunKey &run) { return run.arm == key.first && run.shots == key.second; };
        for (const auto &[run, reason] : m_failed) { // by draw
            if (!isHere(run))
                continue;
            ++shown.failedDraws;
            shown.failure = shown.failure.value_or(reason);
        }
        shown.running = m_running && isHere(*m_running);
        view.runsTotal += cell.planned;
        view.cells.push_back(std::move(shown));
    }
    std::stable_sort(view.cells.begin(), view.cells.end(), [](const CellView &a, const CellView &b) {
        return std::pair(a.summary.arm, a.summary.shots) < std::pair(b.summary.arm, b.summary.shots);
    });
    view.runsFailed = failedRuns();
    view.runsDone = finishedRuns() + view.runsFailed;
    for (const auto &[key, seconds] : m_finished)
        view.seconds += isShown(key) ? seconds : 0;
    return view;
}

std::optional<CellView> ResultsCollector::floorCell(int arm) const
{
    const ArmKind kind = m_comparison.arms()[static_cast<std::size_t>(arm)].kind;
    if (!isFloor(kind))
        return std::nullopt;
    CellView cell;
    cell.summary.arm = arm;
    cell.summary.draws = 1;
    cell.summary.testSize = static_cast<int>(m_comparison.testExamples.size());
    cell.summary.accuracy.mean = floorAccuracy(kind);
    cell.summary.perDraw = {cell.summary.accuracy.mean};
    cell.plannedDraws = cell.finishedDraws = 1;
    return cell;
}

double ResultsCollector::floorAccuracy(ArmKind kind) const
{
    if (kind == ArmKind::Chance)
        return 1.0 / static_cast<double>(m_comparison.classes.size());
    const auto &sizes = m_comparison.poolSizes;
    const auto commonest = std::max_element(sizes.begin(), sizes.end()) - sizes.begin();
    const auto &labels = m_comparison.testLabels;
    const auto right = std::count(labels.begin(), labels.end(), static_cast<int>(commonest));
    return labels.empty() ? 0.0 : static_cast<double>(right) / static_cast<double>(labels.size());
}

CurvesView ResultsCollector::curves(int arm, Shots shots) const
{
    CurvesView curves {arm, shots, {}, false};
    for (const auto &[key, points] : m_epochs) {
        const bool running = m_running == key;
        if (key.arm != arm || key.shots != shots || !(running || m_finished.contains(key)))
            continue;
        curves.perDraw.push_back(points);
        curves.live = running;
    }
    return curves;
}

MixUpsView ResultsCollector::mixUps(int arm, Shots shots) const
{
    const int classes = static_cast<int>(m_comparison.classes.size());
    const auto found = m_cells.find({arm, shots});
    if (found == m_cells.end())
        return {arm, shots, 0, {}};
    const stats::CellOutcomes &outcomes = found->second.outcomes;
    return {arm, shots, static_cast<int>(outcomes.draws.size()), stats::confusion(outcomes, m_comparison.testLabels, classes)};
}

} // namespace shotlab::runner
