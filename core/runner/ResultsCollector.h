// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "lab/Comparison.h"
#include "runner/Views.h"
#include "stats/Outcomes.h"

namespace shotlab::runner
{

/// Holds the runs of one comparison and turns them into the snapshots that the window shows. Statistics are computed when a
/// snapshot is asked for, and only for cells that changed.
/// Whether the rest of an arm is left out after so many failures without a success between them, the last one for this reason.
[[nodiscard]] bool isGivenUpAfter(int failures, const Error &last);

class ResultsCollector
{
public:
    explicit ResultsCollector(Comparison comparison);

    [[nodiscard]] const Comparison &comparison() const { return m_comparison; }

    /// A run as stored: finished, failed or otherwise over.
    void add(const Run &run);
    /// What is taken out is not shown, not counted and in no finding from now on.
    void setMarks(const CellMarks &marks);
    void setRunning(std::optional<RunKey> key);
    void addEpoch(const RunKey &key, const EpochPoint &point);
    /// What remains of an arm is given up; shown beside the parts that were skipped from the start.
    void giveUp(int arm, const Error &reason);
    /// Does so for every arm whose stored runs say that it was.
    void giveUpAsStored();

    [[nodiscard]] bool isFinished(const RunKey &key) const { return m_finished.contains(key); }
    [[nodiscard]] int finishedRuns() const;
    [[nodiscard]] int failedRuns() const; ///< of what is not taken out, like finishedRuns()
    /// Every cell that is planned has its first draw, finished or failed.
    [[nodiscard]] bool firstPictureComplete() const;
    /// Nothing is left to run, but for what was given up.
    [[nodiscard]] bool isComplete() const;

    /// Cells, findings and counts; state, trouble and outOfDate are the caller's.
    [[nodiscard]] ComparisonView view();
    [[nodiscard]] CurvesView curves(int arm, Shots shots) const;
    [[nodiscard]] MixUpsView mixUps(int arm, Shots shots) const;

private:
    using CellKey = std::pair<int, Shots>;
    struct Cell {
        int planned = 0;
        stats::CellOutcomes outcomes;
        CellSummary summary;
        bool summaryStale = false;
        double totalSeconds = 0;
    };

    [[nodiscard]] bool isShown(const RunKey &key) const { return !isRemoved(m_comparison.marks, key.arm, key.shots); }
    void addFinished(const Run &run);
    void refresh();
    [[nodiscard]] std::optional<CellView> floorCell(int arm) const;
    [[nodiscard]] double floorAccuracy(ArmKind kind) const;

    Comparison m_comparison;
    std::map<CellKey, Cell> m_cells;
    std::map<RunKey, double> m_finished; ///< with its seconds
    std::map<RunKey, Error> m_failed;
    std::set<int> m_givenUp; ///< arms
    std::map<RunKey, std::vector<EpochPoint>> m_epochs;
    std::optional<RunKey> m_running;
    std::vector<Finding> m_findings;
    std::vector<Provenance> m_provenances;
    bool m_findingsStale = false;
};

} // namespace shotlab::runner
