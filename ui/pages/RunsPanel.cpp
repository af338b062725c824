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

/// As many findings as leave the runs their room, up to three; "All findings" leads to the rest.
void RunsPanel::fitFindings()
{
    constexpr int kRoomForRuns = 300; // heading, three rows and the details of one
    const int room = std::max(kRoomForRuns, m_card->layout()->minimumHeightForWidth(width()) + kGap);
    m_findings->setMinimumHeight(0);
    for (int most = 3; most > 0; --most) {
        m_findings->setMaximumShown(most);
        const int needed = m_findings->heightForWidth(width());
        if (needed + room > height())
            continue;
        m_findings->setMinimumHeight(needed); // the layout would take a share of what the runs would like more
        return;
    }
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
