// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/Workspace.h"

#include <algorithm>

#include <QTimer>

#include "models/LabCommands.h"

namespace shotlab::models
{

namespace
{

constexpr int kEstimateDelay = 120; // ms; several clicks make one question
constexpr int kDetailsDelay = 400; // ms; curves and mix-ups of a running comparison are asked for again this often
constexpr int kFewMoreDraws = 3;
constexpr int kManyMoreDraws = 12;

bool sameNetwork(const runner::LabViewPtr &a, const runner::LabViewPtr &b)
{
    if (!a || !b || a->path != b->path || a->model.has_value() != b->model.has_value())
        return false;
    return !a->model
        || (a->model->model.hash == b->model->model.hash && a->model->layers == b->model->layers
            && a->model->model.card == b->model->model.card && a->model->suggestedLearning == b->model->suggestedLearning);
}

} // namespace

Workspace::Workspace(LabCommands &commands, Defaults defaults, QObject *parent)
    : QObject(parent), m_commands(commands), m_defaults(std::move(defaults)), m_readouts(commands), m_trial(commands),
      m_estimateTimer(new QTimer(this)), m_detailsTimer(new QTimer(this))
{
    m_estimateTimer->setSingleShot(true);
    m_estimateTimer->setInterval(kEstimateDelay);
    connect(m_estimateTimer, &QTimer::timeout, this, &Workspace::askForEstimate);
    m_detailsTimer->setSingleShot(true);
    m_detailsTimer->setInterval(kDetailsDelay);
    connect(m_detailsTimer, &QTimer::timeout, this, &Workspace::askForDetails);
    connect(&m_draft, &PlanDraft::changed, m_estimateTimer, qOverload<>(&QTimer::start));
    connect(&m_thumbnails, &ThumbnailCache::wanted, this,
            [this](const std::vector<ExampleId> &ids) { m_commands.requestThumbnails(ids); });
    connect(&m_sentences, &SentenceCache::wanted, this,
            [this](const std::vector<ExampleId> &ids) { m_commands.requestSentences(ids); });
}

Modality Workspace::modality() const
{
    return m_lab && m_lab->model ? m_lab->model->model.card.modality : Modality::Picture;
}

const std::vector<LayerNode> &Workspace::tree() const
{
    static const std::vector<LayerNode> kNone;
    return m_lab && m_lab->model ? m_lab->model->layers : kNone;
}

bool Workspace::isRunning() const
{
    return m_comparison
        && (m_comparison->state == runner::ComparisonState::Running || m_comparison->state == runner::ComparisonState::Paused);
}

bool Workspace::isPaused() const { return m_comparison && m_comparison->state == runner::ComparisonState::Paused; }

bool Workspace::hasResults() const { return m_comparison != nullptr; }

bool Workspace::isReadyToRun() const
{
    if (!m_lab || m_lab->readOnly || !m_lab->model || m_lab->model->error || m_lab->model->layers.empty())
        return false;
    const auto learnable
        = std::count_if(m_lab->classes.begin(), m_lab->classes.end(), [](const auto &view) { return view.poolCount > 0; });
    return learnable >= 2 && m_lab->model->model.card.confirmed && !m_draft.plan().arms.empty();
}

Workspace::Proposal Workspace::proposal() const
{
    if (isRunning() || !isReadyToRun())
        return Proposal::Nothing;
    if (!m_comparison)
        return Proposal::Run;
    if (m_comparison->outOfDate)
        return Proposal::RunAgain;
    if (m_draft.hasNews())
        return Proposal::Run;
    // A run that the engine died in may well succeed; others would fail as before.
    const bool hasGap = std::any_of(m_comparison->cells.begin(), m_comparison->cells.end(), [](const runner::CellView &cell) {
        return cell.failure && cell.failure->code == ErrorCode::EngineDied;
    });
    const bool isWhole = m_comparison->state == runner::ComparisonState::Finished && !hasGap;
    return isWhole ? Proposal::MoreDraws : Proposal::GoOn;
}

int Workspace::moreDraws() const
{
    int wanted = 0;
    if (m_comparison) {
        for (const Finding &finding : m_comparison->findings)
            wanted = std::max(wanted, finding.kind == FindingKind::CannotTell ? finding.moreDraws : 0);
    }
    return wanted > 0 ? std::min(wanted, kManyMoreDraws) : kFewMoreDraws;
}

ComparisonPlan Workspace::proposedPlan() const
{
    ComparisonPlan plan = m_draft.plan();
    if (proposal() == Proposal::MoreDraws) {
        plan.draws.frozen += moreDraws();
        plan.draws.trained += moreDraws();
        plan.draws.trainedAtAll += moreDraws();
    }
    return plan;
}

void Workspace::runProposal()
{
    switch (proposal()) {
    case Proposal::Nothing:
        break;
    case Proposal::GoOn:
        m_commands.resumeComparison(m_comparison->comparison.id);
        break;
    case Proposal::Run:
    case Proposal::RunAgain:
    case Proposal::MoreDraws:
        m_commands.startComparison(proposedPlan());
        break;
    }
}

std::optional<Workspace::SmallerBatch> Workspace::smallerBatch() const
{
    std::optional<SmallerBatch> smaller;
    if (!m_comparison || isRunning() || !isReadyToRun() || m_comparison->outOfDate)
        return smaller;
    for (const runner::CellView &cell : m_comparison->cells) {
        if (!cell.failure || cell.failure->code != ErrorCode::RunTooLarge || cell.failure->arguments.size() < 3
            || (smaller && smaller->arm != cell.summary.arm))
            continue;
        const int batch = QString::fromStdString(cell.failure->arguments[2]).toInt();
        if (batch < 1) // one cell of this method fits with none
            return std::nullopt;
        smaller = SmallerBatch {cell.summary.arm, smaller ? std::min(smaller->batch, batch) : batch};
    }
    return smaller;
}

void Workspace::runWith(const SmallerBatch &smaller)
{
    ComparisonPlan plan = m_comparison->comparison.plan;
    plan.arms.at(static_cast<std::size_t>(smaller.arm)).settings["batch"] = static_cast<double>(smaller.batch);
    m_commands.startComparison(plan);
}

void Workspace::rebuildDraft()
{
    if (!m_lab || !m_lab->model)
        return;
    const runner::ModelView &model = *m_lab->model;
    const ComparisonPlan defaults = m_defaults(model, m_lab->info.seed);
    std::vector<Arm> arms;
    for (const ArmKind kind : allArmKinds()) {
        const auto given
            = std::find_if(defaults.arms.begin(), defaults.arms.end(), [kind](const Arm &arm) { return arm.kind == kind; });
        if (given != defaults.arms.end())
            arms.push_back(*given);
        else if (!isFloor(kind) && suits(kind, model.model.card))
            arms.push_back(defaultArm(kind, model.model.card));
    }
    m_draft.reset(defaults, arms, normalised(model.layers, LayerMap {model.suggestedLearning}));
    if (m_comparison)
        m_draft.adopt(*m_comparison);
}

void Workspace::takeLab(const runner::LabViewPtr &lab)
{
    const bool otherLab = !m_lab || !lab || m_lab->path != lab->path;
    const bool otherNetwork = !sameNetwork(m_lab, lab);
    m_lab = lab;
    if (otherLab) {
        m_thumbnails.clear();
        m_sentences.clear();
        m_comparison.reset();
        m_readouts.setComparison(nullptr);
        m_trial.setComparison(nullptr);
        m_progress = {};
        forgetDetails();
        if (lab && !lab->comparisons.empty())
            m_commands.showComparison(lab->comparisons.back());
    }
    if (otherNetwork)
        rebuildDraft();
    m_readouts.setLab(lab);
    m_trial.setLab(lab);
    m_draft.setLargestShots(lab ? lab->largestShots : 0);
    Q_EMIT labChanged();
    if (otherLab)
        Q_EMIT comparisonChanged();
}

void Workspace::labGone() { takeLab(nullptr); }

void Workspace::takeComparison(const runner::ComparisonViewPtr &comparison)
{
    const bool other = !m_comparison || m_comparison->comparison.id != comparison->comparison.id;
    const bool wasOutOfDate = m_comparison && m_comparison->outOfDate;
    const bool stateChanged = other || m_comparison->state != comparison->state;
    m_comparison = comparison;
    if (other) {
        forgetDetails();
        m_draft.adopt(*comparison);
    }
    if (m_chosenArm && m_chosenShots && isRemoved(comparison->comparison.marks, *m_chosenArm, *m_chosenShots)) {
        m_chosenArm.reset();
        m_chosenShots.reset();
    }
    m_readouts.setComparison(comparison);
    m_trial.setComparison(comparison);
    if (comparison->outOfDate && (other || !wasOutOfDate))
        m_draft.forgetResults();
    if (stateChanged)
        m_estimateTimer->start();
    if (other || stateChanged)
        askForDetails();
    else if (!m_detailsTimer->isActive())
        m_detailsTimer->start();
    Q_EMIT comparisonChanged();
}

void Workspace::takeProgress(const runner::ProgressView &progress)
{
    m_progress = progress;
    Q_EMIT progressChanged();
}

void Workspace::askForEstimate()
{
    m_estimate.reset();
    if (isReadyToRun() && !isRunning())
        m_commands.estimate(proposedPlan(), ++m_token);
    Q_EMIT estimateChanged();
}

void Workspace::takeEstimate(int token, const runner::PlanEstimate &estimate)
{
    if (token != m_token)
        return; // answers a plan that has been changed since
    m_estimate = estimate;
    Q_EMIT estimateChanged();
}

void Workspace::takeCurves(const runner::CurvesView &curves)
{
    if (!m_comparison)
        return;
    m_curves.insert_or_assign({curves.arm, curves.shots}, curves);
    m_awaited.erase({Detail::Curves, {curves.arm, curves.shots}});
    Q_EMIT curvesChanged();
}

void Workspace::takeMixUps(const runner::MixUpsView &mixUps)
{
    if (!m_comparison)
        return;
    m_mixUps.insert_or_assign({mixUps.arm, mixUps.shots}, mixUps);
    m_awaited.erase({Detail::MixUps, {mixUps.arm, mixUps.shots}});
    Q_EMIT mixUpsChanged();
}

void Workspace::takeMixUpExamples(const runner::MixUpExamplesView &examples)
{
    if (m_mixUp != std::pair(examples.trueClass, examples.answered) || shownArm() != examples.arm
        || shownShots() != examples.shots)
        return; // answers what is not looked at any more
    m_mixUpExamples = examples;
    Q_EMIT mixUpExamplesChanged();
}

void Workspace::showMixUp(int trueClass, int answered)
{
    m_mixUp = {trueClass, answered};
    m_mixUpExamples.reset();
    askForMixUpExamples();
    Q_EMIT mixUpExamplesChanged();
}

void Workspace::closeMixUp()
{
    m_mixUp.reset();
    m_mixUpExamples.reset();
    Q_EMIT mixUpExamplesChanged();
}

void Workspace::askForMixUpExamples()
{
    const std::optional<int> arm = shownArm();
    const std::optional<Shots> shots = shownShots();
    if (m_mixUp && arm && shots)
        m_commands.requestMixUpExamples(*arm, *shots, m_mixUp->first, m_mixUp->second);
}

void Workspace::takeThumbnails(const QHash<qint64, QByteArray> &pngById) { m_thumbnails.take(pngById); }

void Workspace::takeSentences(const QHash<qint64, QString> &textById) { m_sentences.take(textById); }

void Workspace::forgetDetails()
{
    m_curves.clear();
    m_mixUps.clear();
    m_awaited.clear();
    m_chosenShots.reset();
    m_chosenArm.reset();
    m_hiddenArms.clear();
    closeMixUp();
    closeSettings();
    Q_EMIT lookChanged();
    Q_EMIT curvesChanged();
    Q_EMIT mixUpsChanged();
}

void Workspace::askForDetails()
{
    const std::optional<Shots> shots = shownShots();
    if (!m_comparison || !shots)
        return;
    for (const runner::CellView &cell : m_comparison->cells) {
        const Arm &arm = m_comparison->comparison.plan.arms[static_cast<std::size_t>(cell.summary.arm)];
        if (cell.summary.shots == *shots && trainsTrunk(arm.kind) && (cell.finishedDraws > 0 || cell.running))
            m_commands.requestCurves(cell.summary.arm, *shots);
    }
    if (const std::optional<int> arm = shownArm())
        m_commands.requestMixUps(*arm, *shots);
    askForMixUpExamples();
}

std::optional<Shots> Workspace::shownShots() const
{
    if (m_chosenShots)
        return m_chosenShots;
    if (!m_comparison)
        return std::nullopt;
    // The largest k that is a number: there all methods have several draws.
    std::optional<Shots> best;
    for (const runner::CellView &cell : m_comparison->cells) {
        const Shots shots = cell.summary.shots;
        if (shots > Shots(0) && !shots.isAll() && (!best || shots > *best))
            best = shots;
    }
    if (!best && !m_comparison->cells.empty())
        best = m_comparison->cells.back().summary.shots;
    return best;
}

std::optional<int> Workspace::shownArm() const
{
    const std::optional<Shots> shots = shownShots();
    if (!m_comparison || !shots)
        return std::nullopt;
    if (m_chosenArm)
        return m_chosenArm;
    const runner::CellView *best = nullptr;
    for (const runner::CellView &cell : m_comparison->cells) {
        const ArmKind kind = m_comparison->comparison.plan.arms[static_cast<std::size_t>(cell.summary.arm)].kind;
        if (cell.summary.shots != *shots || cell.finishedDraws == 0 || isFloor(kind))
            continue;
        // The new last layer is what most people would use; it always has many draws.
        if (kind == ArmKind::LinearProbe)
            return cell.summary.arm;
        if (best == nullptr || cell.summary.accuracy.mean > best->summary.accuracy.mean)
            best = &cell;
    }
    return best != nullptr ? std::optional<int>(best->summary.arm) : std::nullopt;
}

void Workspace::showShots(Shots shots)
{
    m_chosenShots = shots;
    if (shots > Shots(0) && !shots.isAll())
        m_readouts.setShots(shots);
    Q_EMIT lookChanged();
    askForDetails();
}

void Workspace::showCell(int arm, Shots shots)
{
    m_chosenArm = arm;
    showShots(shots);
}

void Workspace::toggleArmHidden(int arm)
{
    const auto found = std::find(m_hiddenArms.begin(), m_hiddenArms.end(), arm);
    if (found == m_hiddenArms.end())
        m_hiddenArms.push_back(arm);
    else
        m_hiddenArms.erase(found);
    Q_EMIT lookChanged();
}

void Workspace::compareSettings(const Cell &first, const Cell &second)
{
    m_comparedSettings = {first, second};
    Q_EMIT comparedSettingsChanged();
}

void Workspace::closeSettings()
{
    m_comparedSettings.reset();
    Q_EMIT comparedSettingsChanged();
}

bool Workspace::mayMark() const { return m_lab && !m_lab->readOnly && m_comparison && !isRunning(); }

CellMark Workspace::markOf(const Cell &cell) const
{
    const CellMarks &marks = m_comparison->comparison.marks;
    const auto found = marks.find(cell);
    return found == marks.end() ? CellMark {} : found->second;
}

void Workspace::mark(const Cell &cell, const std::vector<std::string> &tags, const std::string &note)
{
    CellMark marked = markOf(cell);
    marked.tags = tags;
    marked.note = note;
    if (mayMark() && !(marked == markOf(cell)))
        m_commands.setMarks(m_comparison->comparison.id, {{cell, marked}});
}

void Workspace::deleteCells(const std::vector<Cell> &cells)
{
    CellMarks marks;
    for (const Cell &cell : cells) {
        marks[cell] = markOf(cell);
        marks[cell].removed = true;
    }
    if (mayMark() && !marks.empty())
        m_commands.setMarks(m_comparison->comparison.id, marks);
}

void Workspace::bringBackCells()
{
    if (!mayMark())
        return;
    CellMarks marks;
    for (const auto &[cell, mark] : m_comparison->comparison.marks) {
        if (mark.removed)
            marks[cell] = {mark.tags, mark.note, false};
    }
    m_commands.setMarks(m_comparison->comparison.id, marks);
}

bool Workspace::mayRunAgain() const
{
    return mayMark() && m_lab->model && !m_lab->model->error && m_lab->model->model.hash == m_comparison->comparison.modelHash;
}

void Workspace::runAgain(const std::vector<Cell> &cells)
{
    if (mayRunAgain() && !cells.empty())
        m_commands.runCellsAgain(m_comparison->comparison.id, cells);
}

std::vector<runner::CurvesView> Workspace::curves() const
{
    std::vector<runner::CurvesView> all;
    for (const auto &[cell, curves] : m_curves)
        all.push_back(curves);
    return all;
}

void Workspace::askForAllDetails()
{
    m_awaited.clear();
    const std::optional<Shots> shots = shownShots();
    if (!m_comparison || !shots)
        return;
    for (const runner::CellView &cell : m_comparison->cells) {
        const CellSummary &summary = cell.summary;
        const ArmKind kind = m_comparison->comparison.plan.arms[static_cast<std::size_t>(summary.arm)].kind;
        if (isFloor(kind) || cell.finishedDraws == 0 || summary.shots != (usesExamples(kind) ? *shots : Shots(0)))
            continue;
        m_awaited.insert({Detail::MixUps, {summary.arm, summary.shots}});
        if (trainsTrunk(kind))
            m_awaited.insert({Detail::Curves, {summary.arm, summary.shots}});
    }
    for (const auto &[detail, cell] : m_awaited) {
        if (detail == Detail::Curves)
            m_commands.requestCurves(cell.first, cell.second);
        else
            m_commands.requestMixUps(cell.first, cell.second);
    }
}

std::vector<runner::MixUpsView> Workspace::allMixUps() const
{
    std::vector<runner::MixUpsView> all;
    for (const auto &[cell, mixUps] : m_mixUps) {
        const ArmKind kind = m_comparison->comparison.plan.arms[static_cast<std::size_t>(cell.first)].kind;
        if (cell.second == (usesExamples(kind) ? shownShots() : Shots(0)))
            all.push_back(mixUps);
    }
    return all;
}

std::optional<runner::MixUpsView> Workspace::mixUps() const
{
    const std::optional<int> arm = shownArm();
    const std::optional<Shots> shots = shownShots();
    if (!arm || !shots)
        return std::nullopt;
    const auto found = m_mixUps.find({*arm, *shots});
    return found == m_mixUps.end() ? std::nullopt : std::optional(found->second);
}

} // namespace shotlab::models
