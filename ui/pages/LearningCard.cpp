// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/LearningCard.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "charts/LearningCurvesChart.h"
#include "models/ChartFeed.h"
#include "pages/LuckPanel.h"
#include "widgets/Controls.h"

namespace shotlab::pages
{

namespace
{
constexpr int kLoss = 1; // segments
constexpr int kLuck = 2;
}

LearningCard::LearningCard(models::Workspace &workspace, QWidget *parent)
    : widgets::Card({}, parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("curvesCard"));
    setHeaderVisible(false);
    auto *choice = new widgets::SegmentedControl({tr("Learning"), tr("Loss"), tr("Luck of the draw")});
    choice->setObjectName(QStringLiteral("curvesOrLuck"));
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(choice);
    head->addStretch();
    body()->addLayout(head);
    m_views = new QStackedWidget;
    m_curves = new charts::LearningCurvesChart;
    m_curves->setObjectName(QStringLiteral("learningCurves"));
    m_views->addWidget(m_curves);
    for (QWidget *tool : m_curves->tools()) {
        head->addWidget(tool);
        connect(choice, &widgets::SegmentedControl::currentChanged, tool, [tool](int view) { tool->setVisible(view != kLuck); });
    }
    connect(m_curves, &charts::LearningCurvesChart::noticed, &workspace, &models::Workspace::noticed);
    auto *luck = new LuckPanel(workspace);
    luck->setObjectName(QStringLiteral("luckPanel"));
    m_views->addWidget(luck);
    body()->addWidget(m_views, 1);
    connect(choice, &widgets::SegmentedControl::currentChanged, this, [this](int view) {
        if (view != kLuck)
            m_curves->setMeasure(view == kLoss ? charts::CurveMeasure::TrainingLoss : charts::CurveMeasure::TestAccuracy);
        m_views->setCurrentIndex(view == kLuck ? 1 : 0);
    });
}

void LearningCard::refresh()
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    const std::optional<Shots> shots = m_workspace.shownShots();
    if (!comparison || !shots) {
        charts::LearningChartData empty;
        empty.headline = tr("Step by step");
        empty.emptyText = tr("Here you will see how the methods that train get better step by step.");
        m_curves->setData(empty);
        return;
    }
    const std::vector<runner::CurvesView> curves = m_workspace.curves();
    charts::LearningChartData shown = models::learningData(*comparison, m_workspace.tree(), *shots, curves);
    if (shown.series.empty()) {
        // Nothing at this k yet: what is being learnt right now is better than an empty card.
        const auto live = std::find_if(curves.begin(), curves.end(), [](const auto &view) { return view.live; });
        if (live != curves.end())
            shown = models::learningData(*comparison, m_workspace.tree(), live->shots, curves);
    }
    m_curves->setData(shown);
    m_curves->setHiddenArms(m_workspace.hiddenArms());
}

} // namespace shotlab::pages
