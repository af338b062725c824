// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/RunsPanel.h"

#include <algorithm>

#include <QTimer>
#include <QVBoxLayout>

#include "pages/Measures.h"
#include "pages/RunsCard.h"
#include "text/Sentences.h"
#include "widgets/FindingsPanel.h"

namespace shotlab::pages
{

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
    m_card = new RunsCard(workspace);
    connect(m_card, &RunsCard::roomChanged, this, &RunsPanel::fitFindings);
    column->addWidget(m_card, 1);
    m_findings = new widgets::FindingsPanel;
    m_findings->setObjectName(QStringLiteral("findings"));
    connect(m_findings, &widgets::FindingsPanel::expandedChanged, this, &RunsPanel::fitFindings);
    column->addWidget(m_findings);

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

/// As many findings as leave the runs their room, up to three; "All findings" leads to the rest, which scroll where they need
/// more.
void RunsPanel::fitFindings()
{
    constexpr int kRoomForRuns = 300; // heading, three rows and the details of one
    constexpr int kLeast = 120; // heading, a sentence that scrolls and the way to the others
    m_card->layout()->activate(); // inner layouts tell what they need only then
    const int room = std::max(kLeast, height() - std::max(kRoomForRuns, m_card->heightForWidth(width()) + kGap));
    int needed = 0;
    for (int most = 3; most > 0; --most) {
        m_findings->setMaximumShown(most);
        needed = m_findings->heightForWidth(width());
        if (needed <= room || m_findings->isExpanded())
            break;
    }
    m_findings->setFixedHeight(std::min(needed, room)); // the layout would share it out by what each would like
    layout()->activate();
    if (const int unused = m_findings->unusedHeight(); unused > 0)
        m_findings->setFixedHeight(m_findings->height() - unused); // the runs have more use for it
}

void RunsPanel::refresh()
{
    m_card->refresh();
    std::vector<text::FindingText> findings;
    if (const runner::ComparisonViewPtr &comparison = m_workspace.comparison()) {
        for (const Finding &finding : comparison->findings)
            findings.push_back(text::findingSentence(finding, comparison->comparison));
    }
    if (m_findings->setFindings(findings))
        fitFindings();
}

} // namespace shotlab::pages
