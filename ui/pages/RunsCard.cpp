// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/RunsCard.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "models/ChartFeed.h"
#include "pages/MarkEditor.h"
#include "pages/RunMenu.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"
#include "widgets/RunListView.h"

namespace shotlab::pages
{

using models::RunListModel;
using widgets::Button;
using widgets::Symbol;
using widgets::TextSize;
using widgets::Tone;

RunsCard::RunsCard(models::Workspace &workspace, QWidget *parent) : widgets::Card(tr("Runs"), parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("runsCard"));
    m_runs.setSourceModel(&m_all);
    m_find = new Button(Button::Look::Quiet, Symbol::Search, {});
    m_find->setObjectName(QStringLiteral("findRuns"));
    m_find->setHint(tr("Find runs"));
    m_find->setCheckable(true);
    addHeaderWidget(m_find);
    auto *more = new Button(Button::Look::Quiet, Symbol::More, {});
    more->setObjectName(QStringLiteral("runActions"));
    more->setHint(tr("What can be done with the chosen runs"));
    m_menu = new RunMenu(workspace, m_runs, [this] { return selected(); }, more);
    connect(more, &QAbstractButton::clicked, this, [this, more] { m_menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    connect(m_menu, &RunMenu::marksRequested, this, &RunsCard::editMarks);
    connect(m_menu, &RunMenu::filterChanged, this, &RunsCard::refreshCounts);
    addHeaderWidget(more);

    m_filterRow = newFilterRow();
    body()->addWidget(m_filterRow);
    m_list = new widgets::RunListView;
    m_list->setObjectName(QStringLiteral("runs"));
    m_list->setModel(&m_runs);
    body()->addWidget(m_list, 1);
    m_details = widgets::label({}, TextSize::Smallest, Tone::Secondary, QFont::Normal, true);
    m_details->setObjectName(QStringLiteral("runDetails"));
    body()->addWidget(m_details);
    m_marks = new MarkEditor(workspace);
    m_marks->hide();
    connect(m_marks, &MarkEditor::shownOrHidden, this, &RunsCard::roomChanged);
    body()->addWidget(m_marks);
    m_offer = new Button(Button::Look::Small);
    m_offer->setObjectName(QStringLiteral("smallerBatch"));
    m_offer->hide();
    connect(m_offer, &QAbstractButton::clicked, this, [this] {
        if (const auto smaller = m_workspace.smallerBatch())
            m_workspace.runWith(*smaller);
    });
    body()->addWidget(m_offer, 0, Qt::AlignLeft);
    connectList();
}

QWidget *RunsCard::newFilterRow()
{
    auto *block = new QWidget;
    auto *row = new QVBoxLayout(block);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("runWords"));
    m_words->setPlaceholderText(tr("Method, k, tag or note"));
    m_words->setAccessibleName(tr("Find runs by method, k, tag or note"));
    m_words->setClearButtonEnabled(true);
    row->addWidget(m_words);
    auto *below = new QHBoxLayout;
    m_found = widgets::label({}, TextSize::Smallest, Tone::Secondary);
    m_found->setObjectName(QStringLiteral("runsFound"));
    below->addWidget(m_found, 1);
    auto *all = new Button(Button::Look::Link, tr("Show all"));
    all->setObjectName(QStringLiteral("showAllRuns"));
    below->addWidget(all);
    row->addLayout(below);
    block->hide();
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_runs.setWords(words);
        refreshCounts();
    });
    connect(all, &QAbstractButton::clicked, this, [this] {
        m_words->clear();
        m_runs.showAll();
        m_find->setChecked(false);
        refreshCounts();
    });
    connect(m_find, &QAbstractButton::toggled, this, [this](bool on) {
        if (!on)
            m_words->clear();
        refreshCounts();
        if (on)
            m_words->setFocus();
    });
    return block;
}

void RunsCard::connectList()
{
    connect(m_list, &widgets::RunListView::rowChosen, this, [this](const QModelIndex &index) {
        m_workspace.showCell(index.data(RunListModel::ArmRole).toInt(), Shots(index.data(RunListModel::ShotsRole).toInt()));
    });
    connect(m_list, &widgets::RunListView::visibilityToggled, this,
            [this](const QModelIndex &index) { m_workspace.toggleArmHidden(index.data(RunListModel::ArmRole).toInt()); });
    connect(m_list, &widgets::RunListView::deleteRequested, m_menu, &RunMenu::deleteSelected);
    connect(m_list, &widgets::RunListView::menuRequested, m_menu, [this](const QPoint &at) { m_menu->popup(at); });
}

std::vector<models::Workspace::Cell> RunsCard::selected() const
{
    std::vector<models::Workspace::Cell> cells;
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : rows)
        cells.emplace_back(row.data(RunListModel::ArmRole).toInt(), Shots(row.data(RunListModel::ShotsRole).toInt()));
    return cells;
}

void RunsCard::editMarks()
{
    const auto cells = selected();
    if (cells.size() == 1)
        m_marks->edit(cells.front());
}

void RunsCard::refresh()
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    m_all.setComparison(comparison, m_workspace.tree());
    m_all.setHiddenArms(m_workspace.hiddenArms());
    refreshCounts();
    showOffer();
    if (!m_workspace.mayMark())
        m_marks->hide();
    if (!comparison) {
        setSubtitle({});
        setDetails(tr("Every method at every k gets a row here."));
        return;
    }
    QString counts = comparison->runsDone < comparison->runsTotal
        ? tr("%1 of %2 done").arg(text::numberText(comparison->runsDone), text::numberText(comparison->runsTotal))
        : tr("%1 done").arg(text::numberText(comparison->runsDone));
    if (comparison->runsFailed > 0)
        counts += tr(", %1 failed").arg(text::numberText(comparison->runsFailed));
    setSubtitle(counts);
    showDetails();
}

void RunsCard::refreshCounts()
{
    const bool visible = m_find->isChecked() || m_runs.isFiltering();
    if (visible == m_filterRow->isHidden()) {
        m_filterRow->setVisible(visible);
        Q_EMIT roomChanged();
    }
    m_found->setText(
        tr("%1 of %2 rows").arg(text::numberText(m_runs.rowCount()), text::numberText(m_all.rowCount())));
}

QModelIndex RunsCard::shownRow() const
{
    const std::optional<int> arm = m_workspace.shownArm();
    const std::optional<Shots> shots = m_workspace.shownShots();
    return arm && shots ? m_runs.mapFromSource(m_all.find(*arm, *shots)) : QModelIndex();
}

/// The row that is looked at becomes the current one; several selected ones stay selected.
void RunsCard::follow(const QModelIndex &index)
{
    if (m_list->selectionModel()->selectedIndexes().size() > 1 || index == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(index);
}

void RunsCard::setDetails(const QString &details)
{
    if (details == m_details->text())
        return;
    m_details->setText(details);
    Q_EMIT roomChanged();
}

void RunsCard::showDetails()
{
    const QModelIndex index = shownRow();
    if (!index.isValid()) {
        setDetails({});
        return;
    }
    follow(index);
    for (const runner::CellView &cell : m_workspace.comparison()->cells) {
        if (cell.summary.arm == *m_workspace.shownArm() && cell.summary.shots == *m_workspace.shownShots()
            && (cell.finishedDraws > 0 || cell.failure)) {
            setDetails(detailsOf(cell));
            return;
        }
    }
    setDetails({});
}

QString RunsCard::detailsOf(const runner::CellView &cell) const
{
    const runner::ComparisonView &comparison = *m_workspace.comparison();
    const CellSummary &summary = cell.summary;
    const QString name
        = text::listText({models::armTitle(comparison, summary.arm, m_workspace.tree()), text::shotsShort(summary.shots)});
    if (cell.finishedDraws == 0)
        return tr("%1: %2").arg(name, text::failedDrawsSentence(cell.failedDraws, cell.plannedDraws, *cell.failure));
    const Estimate &accuracy = summary.accuracy;
    QString details = tr("%1: %2").arg(name, text::percentText(accuracy.mean));
    if (accuracy.low && accuracy.high)
        details += tr(" (%1)").arg(text::rangeText(*accuracy.low, *accuracy.high));
    details += tr(" on %1. %2 weights changed, %3 a run.")
                   .arg(text::examplesText(summary.testSize), text::weightsText(summary.trainedParameters),
                        text::durationText(summary.seconds));
    const Arm &arm = comparison.comparison.arms()[static_cast<std::size_t>(summary.arm)];
    if (trainsTrunk(arm.kind))
        details += QLatin1Char(' ') + text::trainingSentence(arm, summary.shots);
    if (comparison.comparison.plan.views > 1 && usesExamples(arm.kind))
        details += QLatin1Char(' ') + text::viewsSentence(comparison.comparison.plan.views);
    if (summary.retention)
        details += QLatin1Char(' ') + text::retentionSentence(*summary.retention);
    if (const std::string note = m_workspace.markOf({summary.arm, summary.shots}).note; !note.empty())
        details += QLatin1Char(' ') + tr("Note: %1").arg(QString::fromStdString(note));
    return details;
}

/// One click instead of looking for the setting.
void RunsCard::showOffer()
{
    const auto smaller = m_workspace.smallerBatch();
    m_offer->setVisible(smaller.has_value());
    if (smaller)
        m_offer->setText(tr("%1: run with batches of %2")
                             .arg(models::armTitle(*m_workspace.comparison(), smaller->arm, m_workspace.tree()),
                                  text::numberText(smaller->batch)));
}

} // namespace shotlab::pages
