// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <QHash>
#include <QObject>
#include <QStringList>

#include "models/PlanDraft.h"
#include "models/ReadoutDial.h"
#include "models/SentenceCache.h"
#include "models/ThumbnailCache.h"
#include "models/Trial.h"
#include "runner/Views.h"

class QTimer;

namespace shotlab::models
{

class LabCommands;

/// What the window knows at this moment: the latest snapshots of the open lab, the comparison being put together, and what
/// is looked at. Pages read from here and ask through commands(); runner::LabSession's signals end in the take… slots.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Default plan for a model (runner::defaultPlan).
    using Defaults = std::function<ComparisonPlan(const runner::ModelView &, std::uint64_t seed)>;

    /// commands must outlive the workspace.
    Workspace(LabCommands &commands, Defaults defaults, QObject *parent = nullptr);

    [[nodiscard]] LabCommands &commands() const { return m_commands; }
    [[nodiscard]] const runner::LabViewPtr &lab() const { return m_lab; }
    [[nodiscard]] const runner::ComparisonViewPtr &comparison() const { return m_comparison; }
    [[nodiscard]] const runner::ProgressView &progress() const { return m_progress; }
    /// For the proposed plan; nothing while it is being worked out.
    [[nodiscard]] const std::optional<runner::PlanEstimate> &estimate() const { return m_estimate; }
    [[nodiscard]] PlanDraft &draft() { return m_draft; }
    [[nodiscard]] ReadoutDial &readouts() { return m_readouts; } ///< the k slider
    [[nodiscard]] Trial &trial() { return m_trial; } ///< trying out
    [[nodiscard]] ThumbnailCache &thumbnails() { return m_thumbnails; }
    [[nodiscard]] SentenceCache &sentences() { return m_sentences; }
    /// What the lab's examples are; pictures while there is no lab.
    [[nodiscard]] Modality modality() const;
    [[nodiscard]] const std::vector<LayerNode> &tree() const;

    [[nodiscard]] bool isRunning() const; ///< running or paused
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] bool hasResults() const; ///< a comparison is shown, finished or not
    /// At least two classes with examples to learn from, and a model.
    [[nodiscard]] bool isReadyToRun() const;

    /// What the run button would do now.
    enum class Proposal { Nothing, Run, RunAgain, GoOn, MoreDraws };
    [[nodiscard]] Proposal proposal() const;
    [[nodiscard]] ComparisonPlan proposedPlan() const;
    [[nodiscard]] int moreDraws() const; ///< that Proposal::MoreDraws would add
    void runProposal();

    /// A method of the shown comparison of which runs were refused for want of memory, and a batch size with which all of
    /// them would fit.
    struct SmallerBatch {
        int arm = 0;
        int batch = 0; ///< examples in one step
    };
    /// Nothing while a comparison runs, or when no batch is small enough.
    [[nodiscard]] std::optional<SmallerBatch> smallerBatch() const;
    /// The shown comparison again with that setting; what it does not concern is taken over.
    void runWith(const SmallerBatch &smaller);

    // --- what is looked at in the results
    [[nodiscard]] std::optional<Shots> shownShots() const; ///< the user's choice, else a telling one
    [[nodiscard]] std::optional<int> shownArm() const;
    [[nodiscard]] const std::vector<int> &hiddenArms() const { return m_hiddenArms; }
    void showShots(Shots shots);
    void showCell(int arm, Shots shots);
    void toggleArmHidden(int arm);
    /// An arm (index into the comparison's arms) at a k.
    using Cell = std::pair<int, Shots>;
    void compareSettings(const Cell &first, const Cell &second);
    void closeSettings();
    /// Whose settings are looked at side by side.
    [[nodiscard]] const std::optional<std::pair<Cell, Cell>> &comparedSettings() const { return m_comparedSettings; }
    /// Tags, notes and what is deleted may be changed now.
    [[nodiscard]] bool mayMark() const;
    [[nodiscard]] CellMark markOf(const Cell &cell) const;
    void mark(const Cell &cell, const std::vector<std::string> &tags, const std::string &note);
    void deleteCells(const std::vector<Cell> &cells);
    void bringBackCells(); ///< all that were deleted
    [[nodiscard]] bool mayRunAgain() const;
    void runAgain(const std::vector<Cell> &cells);
    [[nodiscard]] std::vector<runner::CurvesView> curves() const; ///< of every arm that has any, all k
    [[nodiscard]] std::optional<runner::MixUpsView> mixUps() const; ///< of the shown arm and k
    /// Asks for curves and mix-ups of every method at the k that is shown; hasAllDetails() once they are there.
    void askForAllDetails();
    [[nodiscard]] bool hasAllDetails() const { return m_awaited.empty(); }
    [[nodiscard]] std::vector<runner::MixUpsView> allMixUps() const; ///< at the k that is shown, as far as they are there
    /// Looks at the test examples behind one cell of the mix-ups, of whatever arm and k are shown.
    void showMixUp(int trueClass, int answered);
    void closeMixUp();
    /// Behind the cell that is looked at; nothing when none is, or while they are under way.
    [[nodiscard]] const std::optional<runner::MixUpExamplesView> &mixUpExamples() const { return m_mixUpExamples; }
    [[nodiscard]] bool looksAtMixUp() const { return m_mixUp.has_value(); }

public Q_SLOTS:
    void takeLab(const shotlab::runner::LabViewPtr &lab);
    void takeComparison(const shotlab::runner::ComparisonViewPtr &comparison);
    void takeProgress(const shotlab::runner::ProgressView &progress);
    void takeEstimate(int token, const shotlab::runner::PlanEstimate &estimate);
    void takeCurves(const shotlab::runner::CurvesView &curves);
    void takeMixUps(const shotlab::runner::MixUpsView &mixUps);
    void takeMixUpExamples(const shotlab::runner::MixUpExamplesView &examples);
    void takeReadouts(const shotlab::runner::ReadoutsView &readouts) { m_readouts.take(readouts); }
    void takeReadoutsError(const shotlab::Error &error) { m_readouts.fail(error); }
    void takeAnswers(const shotlab::runner::AnswersView &answers) { m_trial.take(answers); }
    void takeAnswersError(int token, const shotlab::Error &error) { m_trial.fail(token, error); }
    void takePreparation(const shotlab::runner::PreparationView &preparation) { m_trial.takePreparation(preparation); }
    void takeThumbnails(const QHash<qint64, QByteArray> &pngById);
    void takeSentences(const QHash<qint64, QString> &textById);
    void labGone();

Q_SIGNALS:
    void labChanged();
    void comparisonChanged();
    void progressChanged();
    void estimateChanged();
    void lookChanged(); ///< other arm, other k, hidden lines
    void curvesChanged();
    void mixUpsChanged();
    void mixUpExamplesChanged();
    void comparedSettingsChanged();

    /// Something was taken away; offered for undo instead of asking beforehand.
    void undoableDone(const QString &message);
    /// Something to be told in passing ("Saved as accuracy.png.").
    void noticed(const QString &message);

    // Passed on from the session to the card they concern.
    void importProgressed(int done, int total);
    void importFinished(int added, const QStringList &rejectedPaths);
    void importFailed(const QString &path, const shotlab::Error &error);
    void modelFailed(const QString &nameOrPath, const shotlab::Error &error);
    void planRejected(const shotlab::Error &error);
    void linksAdvised(const shotlab::runner::LinkAdvice &advice);

private:
    void rebuildDraft();
    void askForEstimate();
    void askForDetails();
    void askForMixUpExamples();
    void forgetDetails();

    LabCommands &m_commands;
    Defaults m_defaults;
    PlanDraft m_draft;
    ReadoutDial m_readouts;
    Trial m_trial;
    ThumbnailCache m_thumbnails;
    SentenceCache m_sentences;
    runner::LabViewPtr m_lab;
    runner::ComparisonViewPtr m_comparison;
    runner::ProgressView m_progress;
    std::optional<runner::PlanEstimate> m_estimate;
    std::map<std::pair<int, Shots>, runner::CurvesView> m_curves;
    std::map<std::pair<int, Shots>, runner::MixUpsView> m_mixUps;
    enum class Detail { Curves, MixUps };
    std::set<std::pair<Detail, Cell>> m_awaited; ///< for all details
    std::optional<std::pair<int, int>> m_mixUp; ///< true class and answer that are looked at
    std::optional<runner::MixUpExamplesView> m_mixUpExamples;
    std::optional<std::pair<Cell, Cell>> m_comparedSettings;
    std::optional<Shots> m_chosenShots;
    std::optional<int> m_chosenArm;
    std::vector<int> m_hiddenArms;
    QTimer *m_estimateTimer;
    QTimer *m_detailsTimer;
    int m_token = 0;
};

} // namespace shotlab::models
