// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/RunsPanel.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include "models/ChartFeed.h"
#include "pages/Measures.h"
#include "text/Sentences.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/FindingsPanel.h"
#include "widgets/Labels.h"
#include "widgets/RunListView.h"

namespace shotlab::pages
{

using models::RunListModel;
using widgets::TextSize;
using widgets::Tone;

namespace
{
constexpr int kRefresh = 120; // ms
}

RunsPanel::RunsPanel(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_timer(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_card = new widgets::Card(tr("Runs"));
    m_card->setObjectName(QStringLiteral("runsCard"));
    m_list = new widgets::RunListView;
    m_list->setObjectName(QStringLiteral("runs"));
    m_list->setModel(&m_runs);
    m_card->body()->addWidget(m_list, 1);
    m_details = widgets::label({}, TextSize::Smallest, Tone::Secondary, QFont::Normal, true);
    m_details->setObjectName(QStringLiteral("runDetails"));
    m_card->body()->addWidget(m_details);
    m_offer = new widgets::Button(widgets::Button::Look::Small);
    m_offer->setObjectName(QStringLiteral("smallerBatch"));
    m_offer->hide();
    connect(m_offer, &QAbstractButton::clicked, this, [this] {
        if (const auto smaller = m_workspace.smallerBatch())
            m_workspace.runWith(*smaller);
    });
    m_card->body()->addWidget(m_offer, 0, Qt::AlignLeft);
    column->addWidget(m_card, 1);
    m_findings = new widgets::FindingsPanel;
    m_findings->setObjectName(QStringLiteral("findings"));
    column->addWidget(m_findings);

    connect(m_list, &widgets::RunListView::rowChosen, this, [this](const QModelIndex &index) {
        m_workspace.showCell(index.data(RunListModel::ArmRole).toInt(), Shots(index.data(RunListModel::ShotsRole).toInt()));
    });
    connect(m_list, &widgets::RunListView::visibilityToggled, this,
            [this](const QModelIndex &index) { m_workspace.toggleArmHidden(index.data(RunListModel::ArmRole).toInt()); });
    m_timer->setSingleShot(true);
    m_timer->setInterval(kRefresh);
    connect(m_timer, &QTimer::timeout, this, &RunsPanel::refresh);
    const auto soon = [this] {
        if (!m_timer->isActive())
            m_timer->start();
    };
    connect(&workspace, &models::Workspace::comparisonChanged, this, soon);
    connect(&workspace, &models::Workspace::lookChanged, this, soon);
    connect(&workspace, &models::Workspace::labChanged, this, soon);
    refresh();
}

void RunsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFindings();
}

void RunsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitFindings(); // rows made while hidden had no height
}

/// As many findings as leave the runs their room, up to three; "All findings" leads to the rest.
void RunsPanel::fitFindings()
{
    constexpr int kRoomForRuns = 300; // heading, three rows and the details of one
    for (int most = 3; most > 0; --most) {
        m_findings->setMaximumShown(most);
        if (m_findings->heightForWidth(width()) + kRoomForRuns <= height())
            return;
    }
}

void RunsPanel::refresh()
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    m_runs.setComparison(comparison, m_workspace.tree());
    m_runs.setHiddenArms(m_workspace.hiddenArms());
    showOffer();
    if (!comparison) {
        m_card->setSubtitle({});
        m_findings->setFindings({});
        m_details->setText(tr("Every method at every k gets a row here."));
        return;
    }
    QString counts = comparison->runsDone < comparison->runsTotal
        ? tr("%1 of %2 done").arg(text::numberText(comparison->runsDone), text::numberText(comparison->runsTotal))
        : tr("%1 done").arg(text::numberText(comparison->runsDone));
    if (comparison->runsFailed > 0)
        counts += tr(", %1 failed").arg(text::numberText(comparison->runsFailed));
    m_card->setSubtitle(counts);
    std::vector<text::FindingText> findings;
    for (const Finding &finding : comparison->findings)
        findings.push_back(text::findingSentence(finding, comparison->comparison));
    if (m_findings->setFindings(findings))
        fitFindings();
    showDetails();
}

void RunsPanel::showDetails()
{
    const runner::ComparisonView &comparison = *m_workspace.comparison();
    const std::optional<int> arm = m_workspace.shownArm();
    const std::optional<Shots> shots = m_workspace.shownShots();
    const QModelIndex index = arm && shots ? m_runs.find(*arm, *shots) : QModelIndex();
    if (!index.isValid()) {
        m_details->clear();
        return;
    }
    m_list->setCurrentIndex(index);
    for (const runner::CellView &cell : comparison.cells) {
        if (cell.summary.arm == *arm && cell.summary.shots == *shots && (cell.finishedDraws > 0 || cell.failure)) {
            m_details->setText(detailsOf(cell));
            return;
        }
    }
    m_details->clear();
}

QString RunsPanel::detailsOf(const runner::CellView &cell) const
{
    const runner::ComparisonView &comparison = *m_workspace.comparison();
    const CellSummary &summary = cell.summary;
    const QString name
        = models::armTitle(comparison, summary.arm, m_workspace.tree()) + QStringLiteral(", ") + text::shotsShort(summary.shots);
    if (cell.finishedDraws == 0)
        return tr("%1: %2").arg(name, text::failedDrawsSentence(cell.failedDraws, cell.plannedDraws, *cell.failure));
    const Estimate &accuracy = summary.accuracy;
    QString details = name + QStringLiteral(": ") + text::percentText(accuracy.mean);
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
    return details;
}

/// One click instead of looking for the setting.
void RunsPanel::showOffer()
{
    const auto smaller = m_workspace.smallerBatch();
    m_offer->setVisible(smaller.has_value());
    if (smaller)
        m_offer->setText(tr("%1: run with batches of %2")
                             .arg(models::armTitle(*m_workspace.comparison(), smaller->arm, m_workspace.tree()),
                                  text::numberText(smaller->batch)));
}

} // namespace shotlab::pages
