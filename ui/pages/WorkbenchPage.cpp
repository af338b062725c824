// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/WorkbenchPage.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "pages/EvidencePanel.h"
#include "pages/InputsPanel.h"
#include "pages/Measures.h"
#include "pages/PageParts.h"
#include "pages/RunsPanel.h"
#include "text/Sentences.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"

namespace shotlab::pages
{

using widgets::Button;

WorkbenchPage::WorkbenchPage(models::Workspace &workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace)
{
    m_columns = new QHBoxLayout(this);
    m_columns->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    m_columns->setSpacing(kGap);
    auto *inputs = new InputsPanel(workspace);
    inputs->setFixedWidth(kWorkbenchLeftColumn);
    connect(inputs, &InputsPanel::dataPageRequested, this, &WorkbenchPage::dataPageRequested);
    m_columns->addWidget(inputs);

    auto *centre = new QVBoxLayout;
    centre->setSpacing(kGap);
    m_outdated = new widgets::NoticeCard;
    m_outdated->setObjectName(QStringLiteral("outdated"));
    m_outdated->setNotice(widgets::NoticeCard::Mood::Outdated, tr("Examples or model changed since these runs"),
                          tr("The old lines stay, drawn paler, until you run again."));
    m_outdated->hide();
    centre->addWidget(m_outdated);
    m_trouble = new widgets::NoticeCard;
    m_trouble->setObjectName(QStringLiteral("runTrouble"));
    m_trouble->hide();
    centre->addWidget(m_trouble);
    auto *evidence = new EvidencePanel(workspace);
    m_try = new Button(Button::Look::Small, tr("Try it"));
    m_try->setObjectName(QStringLiteral("tryButton"));
    m_try->setToolTip(tr("Draw, drop or type something and see what every method says"));
    connect(m_try, &QAbstractButton::clicked, this, &WorkbenchPage::tryPageRequested);
    evidence->addWhatIfWidget(m_try);
    m_drawerButton = new Button(Button::Look::Small, widgets::Symbol::Findings, tr("Runs and findings"));
    m_drawerButton->setObjectName(QStringLiteral("drawerButton"));
    m_drawerButton->setCheckable(true);
    m_drawerButton->hide();
    connect(m_drawerButton, &QAbstractButton::toggled, this, &WorkbenchPage::placeDrawer);
    evidence->addWhatIfWidget(m_drawerButton);
    centre->addWidget(evidence, 1);
    m_columns->addLayout(centre, 1);

    m_runs = new RunsPanel(workspace);
    m_runs->setFixedWidth(kWorkbenchRightColumn);
    m_columns->addWidget(m_runs);
    m_drawer = new QFrame(this);
    m_drawer->setObjectName(QStringLiteral("drawer"));
    m_drawer->setAutoFillBackground(true);
    auto *drawer = new QVBoxLayout(m_drawer);
    drawer->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    m_drawer->hide();

    connect(&workspace, &models::Workspace::comparisonChanged, this, &WorkbenchPage::takeComparison);
    connect(&workspace, &models::Workspace::planRejected, this, [this](const Error &error) { setTrouble(m_trouble, error); });
    takeComparison();
}

void WorkbenchPage::takeComparison()
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    m_try->setEnabled(comparison != nullptr);
    m_outdated->setVisible(comparison && comparison->outOfDate);
    const bool trouble = comparison && comparison->trouble;
    if (trouble)
        setTrouble(m_trouble, *comparison->trouble);
    else
        m_trouble->hide();
}

void WorkbenchPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setNarrow(width() < kDrawerBelow);
    placeDrawer();
}

void WorkbenchPage::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_drawerButton->setVisible(narrow);
    if (narrow) {
        m_columns->removeWidget(m_runs);
        m_drawer->layout()->addWidget(m_runs);
    } else {
        m_drawerButton->setChecked(false);
        m_drawer->layout()->removeWidget(m_runs);
        m_columns->addWidget(m_runs);
    }
    m_runs->show(); // changing parents hides
}

void WorkbenchPage::placeDrawer()
{
    const bool open = m_narrow && m_drawerButton->isChecked();
    const int width = kWorkbenchRightColumn + 2 * kPageMargin;
    m_drawer->setGeometry(this->width() - width, 0, width, height());
    m_drawer->setVisible(open);
    if (open)
        m_drawer->raise();
}

} // namespace shotlab::pages
