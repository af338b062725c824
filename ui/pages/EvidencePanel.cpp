// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/EvidencePanel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include "charts/AccuracyChart.h"
#include "charts/CostChart.h"
#include "models/ChartFeed.h"
#include "pages/LearningCard.h"
#include "pages/Measures.h"
#include "pages/MixUpPanel.h"
#include "pages/SettingsPanel.h"
#include "pages/ShotsChips.h"
#include "text/Sentences.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/Labels.h"
#include "widgets/Markers.h"
#include "widgets/MixUpMatrix.h"
#include "widgets/PageStack.h"

namespace shotlab::pages
{

using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

/// Snapshots come up to 30 times a second; the eye is served with this many ms between two pictures.
constexpr int kRefresh = 120;

/// Takes the height its stretch factor gives it. A size policy alone does not do that: as soon as a child's height depends
/// on its width (the chips, which wrap), the layout asks for that height and leaves the row below too little.
class FreeHeight : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override { return {QWidget::sizeHint().width(), 0}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 0}; }
};

} // namespace

EvidencePanel::EvidencePanel(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_timer(new QTimer(this))
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    m_views = new widgets::PageStack;
    m_views->addWidget(newCharts());
    m_mixUpPanel = new MixUpPanel(workspace);
    m_views->addWidget(m_mixUpPanel);
    m_settings = new SettingsPanel(workspace);
    m_views->addWidget(m_settings);
    page->addWidget(m_views);
    connect(m_mixUpPanel, &MixUpPanel::backRequested, this, [this] {
        m_workspace.closeMixUp();
        m_matrix->setFocus();
    });
    connect(&workspace, &models::Workspace::mixUpExamplesChanged, this, &EvidencePanel::placeView);
    connect(&workspace, &models::Workspace::comparedSettingsChanged, this, &EvidencePanel::placeView);
    placeView();

    m_timer->setSingleShot(true);
    m_timer->setInterval(kRefresh);
    connect(m_timer, &QTimer::timeout, this, [this] {
        refreshChart();
        m_learning->refresh();
        refreshMixUps();
    });
    connect(&workspace, &models::Workspace::comparisonChanged, this, &EvidencePanel::refreshSoon);
    connect(&workspace, &models::Workspace::labChanged, this, &EvidencePanel::refreshSoon);
    connect(&workspace, &models::Workspace::lookChanged, this, &EvidencePanel::refreshSoon);
    connect(&workspace, &models::Workspace::curvesChanged, this, &EvidencePanel::refreshSoon);
    connect(&workspace, &models::Workspace::mixUpsChanged, this, &EvidencePanel::refreshSoon);
    connect(&workspace.draft(), &models::PlanDraft::changed, this, &EvidencePanel::refreshSoon);
    refreshSoon();
}

QWidget *EvidencePanel::newCharts()
{
    auto *charts = new QWidget;
    auto *column = new QVBoxLayout(charts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    // Only the stretch factors share out the height: preferred sizes of charts mean nothing.
    auto *above = new FreeHeight;
    auto *upper = new QVBoxLayout(above);
    upper->setContentsMargins(0, 0, 0, 0);
    upper->addWidget(newChartCard());
    column->addWidget(above, 11);
    auto *below = new FreeHeight;
    auto *lower = new QHBoxLayout(below);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->setSpacing(kGap);
    m_learning = new LearningCard(m_workspace);
    lower->addWidget(m_learning, 4);
    lower->addWidget(newMixUpsCard(), 3);
    column->addWidget(below, 9);
    return charts;
}

/// A panel comes once its content is there, and stays as long as it is looked at.
void EvidencePanel::placeView()
{
    QWidget *view = m_views->widget(0);
    if (m_workspace.comparedSettings())
        view = m_settings;
    else if (m_workspace.mixUpExamples() || (m_workspace.looksAtMixUp() && m_views->currentWidget() == m_mixUpPanel))
        view = m_mixUpPanel;
    if (view == m_views->currentWidget())
        return;
    const bool followFocus = view == m_mixUpPanel && m_matrix->hasFocus();
    m_views->setCurrentWidget(view);
    if (followFocus)
        m_mixUpPanel->takeFocus();
}

QWidget *EvidencePanel::newChartCard()
{
    auto *card = new widgets::Card;
    card->setObjectName(QStringLiteral("accuracyCard"));
    card->setHeaderVisible(false);
    m_chart = new charts::AccuracyChart;
    m_chart->setObjectName(QStringLiteral("accuracyChart"));
    connect(m_chart, &charts::AccuracyChart::noticed, &m_workspace, &models::Workspace::noticed);
    connect(m_chart, &charts::AccuracyChart::shotsSelected, this, [this](Shots shots) { m_workspace.showShots(shots); });
    connect(m_chart, &charts::AccuracyChart::armClicked, this, [this](int arm) {
        if (const std::optional<Shots> shots = m_workspace.shownShots())
            m_workspace.showCell(arm, *shots);
    });
    card->body()->addWidget(newChartStack(), 1);

    m_whatIf = new QHBoxLayout;
    m_whatIf->setSpacing(10);
    m_whatIf->addWidget(new widgets::ExplainedLabel(tr("Examples per class"), text::Term::ExamplesPerClass));
    m_chips = new ShotsChips(m_workspace.draft());
    m_whatIf->addWidget(m_chips, 1);
    m_methods = new Button(Button::Look::Small, tr("Methods"));
    m_methods->setObjectName(QStringLiteral("methods"));
    m_methods->setToolTip(tr("Which methods the next run compares"));
    m_methodsMenu = new QMenu(m_methods);
    m_methodsMenu->setObjectName(QStringLiteral("methodsMenu"));
    connect(m_methodsMenu, &QMenu::aboutToShow, this, &EvidencePanel::fillMethodsMenu);
    m_methods->setMenu(m_methodsMenu);
    m_whatIf->addWidget(m_methods);
    card->body()->addLayout(m_whatIf);
    return card;
}

/// A button on either chart leads to the other.
QWidget *EvidencePanel::newChartStack()
{
    m_charts = new widgets::PageStack;
    m_charts->addWidget(m_chart);
    m_cost = new charts::CostChart;
    m_cost->setObjectName(QStringLiteral("costChart"));
    connect(m_cost, &charts::CostChart::noticed, &m_workspace, &models::Workspace::noticed);
    m_charts->addWidget(m_cost);
    const auto newSwitch = [this](const char *name, widgets::Symbol symbol, const QString &hint, QWidget *to) {
        auto *button = new Button(Button::Look::Quiet, symbol, {});
        button->setObjectName(QLatin1String(name));
        button->setHint(hint);
        connect(button, &QAbstractButton::clicked, this, [this, to] {
            m_charts->setCurrentWidget(to);
            to->setFocus();
        });
        return button;
    };
    m_chart->addHeaderWidget(newSwitch("showCost", widgets::Symbol::Timer, tr("Show what accuracy costs"), m_cost));
    m_cost->addHeaderWidget(newSwitch("showShots", widgets::Symbol::Chart, tr("Show accuracy by number of examples"), m_chart));
    return m_charts;
}

QWidget *EvidencePanel::newMixUpsCard()
{
    m_mixUpsCard = new widgets::Card(tr("Mix-ups"));
    m_mixUpsCard->setObjectName(QStringLiteral("mixUpsCard"));
    m_arm = new Button(Button::Look::Small);
    m_arm->setObjectName(QStringLiteral("mixUpsArm"));
    m_arm->setToolTip(tr("Method whose mix-ups are shown"));
    auto *menu = new QMenu(m_arm);
    menu->setObjectName(QStringLiteral("mixUpsMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillArmMenu(menu); });
    m_arm->setMenu(menu);
    m_mixUpsCard->addHeaderWidget(m_arm);
    m_matrix = new widgets::MixUpMatrix;
    m_matrix->setObjectName(QStringLiteral("mixUps"));
    m_mixUpsCard->body()->addWidget(m_matrix, 1);
    m_cell = new widgets::ElidedLabel;
    m_cell->setTextFont(widgets::font(TextSize::Smallest));
    m_cell->setTone(Tone::Secondary);
    m_mixUpsCard->body()->addWidget(m_cell);
    connect(m_matrix, &widgets::MixUpMatrix::cursorChanged, this, &EvidencePanel::describeCell);
    connect(m_matrix, &widgets::MixUpMatrix::cellActivated, this, [this](int trueClass, int answered) {
        if (m_matrix->share(trueClass, answered) > 0)
            m_workspace.showMixUp(trueClass, answered);
    });
    return m_mixUpsCard;
}

void EvidencePanel::addWhatIfWidget(QWidget *widget) { m_whatIf->addWidget(widget); }

void EvidencePanel::refreshSoon()
{
    if (!m_timer->isActive())
        m_timer->start();
}

void EvidencePanel::refreshChart()
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    if (!comparison) {
        m_chart->setData(models::emptyAccuracyData(m_workspace.draft().plan()));
        m_cost->setData(m_chart->data());
        return;
    }
    m_chart->setData(models::accuracyData(*comparison, m_workspace.tree()));
    m_chart->setHiddenArms(m_workspace.hiddenArms());
    m_chart->setSelectedShots(m_workspace.shownShots());
    m_cost->setData(m_chart->data());
    m_cost->setHiddenArms(m_workspace.hiddenArms());
}

void EvidencePanel::fillArmMenu(QMenu *menu)
{
    menu->clear();
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    const std::optional<Shots> shots = m_workspace.shownShots();
    if (!comparison || !shots)
        return;
    const std::vector<Arm> &arms = comparison->comparison.plan.arms;
    for (const runner::CellView &cell : comparison->cells) {
        const int arm = cell.summary.arm;
        const ArmKind kind = arms[static_cast<std::size_t>(arm)].kind;
        if (cell.summary.shots != *shots || cell.finishedDraws == 0 || isFloor(kind))
            continue;
        QAction *action = menu->addAction(widgets::armIcon(kind, models::armVariant(arms, arm)),
                                          models::armTitle(*comparison, arm, m_workspace.tree()));
        connect(action, &QAction::triggered, this, [this, arm, at = *shots] { m_workspace.showCell(arm, at); });
    }
}

void EvidencePanel::refreshMixUps()
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    const std::optional<runner::MixUpsView> mixUps = m_workspace.mixUps();
    if (!comparison || !mixUps) {
        m_matrix->setData({}, {});
        m_matrix->setEmptyText(tr("What is taken for what stands here after the first runs."));
        m_mixUpsCard->setSubtitle({});
        m_arm->hide();
        describeCell();
        return;
    }
    m_matrix->setData(models::classTitles(comparison->comparison.classes), mixUps->counts);
    m_mixUpsCard->setSubtitle(text::shotsShort(mixUps->shots));
    const std::vector<Arm> &arms = comparison->comparison.plan.arms;
    m_arm->setText(models::armTitle(*comparison, mixUps->arm, m_workspace.tree()));
    m_arm->setIcon(widgets::armIcon(arms[static_cast<std::size_t>(mixUps->arm)].kind, models::armVariant(arms, mixUps->arm)));
    m_arm->show();
    describeCell();
}

/// What is below the cursor, or how to read the matrix.
void EvidencePanel::describeCell()
{
    const std::optional<runner::MixUpsView> mixUps = m_workspace.mixUps();
    if (m_matrix->classCount() == 0 || !mixUps)
        m_cell->clear();
    else if (const QPoint at = m_matrix->cursor(); at.x() >= 0)
        m_cell->setText(m_matrix->describe(at.y(), at.x()));
    else
        m_cell->setText(tr("%1 · rows: truth, columns: answers, %").arg(text::drawsText(mixUps->draws)));
}

void EvidencePanel::fillMethodsMenu()
{
    m_methodsMenu->clear();
    const auto &choices = m_workspace.draft().choices();
    std::vector<Arm> arms;
    for (const models::PlanDraft::Choice &choice : choices)
        arms.push_back(choice.arm);
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        const models::PlanDraft::Choice &choice = choices[static_cast<std::size_t>(i)];
        if (isFloor(choice.arm.kind))
            continue;
        QAction *action = m_methodsMenu->addAction(text::armTitle(arms, i, m_workspace.tree()));
        action->setCheckable(true);
        action->setChecked(choice.on);
        connect(action, &QAction::triggered, this, [this, i](bool on) { m_workspace.draft().setArmOn(i, on); });
    }
}

} // namespace shotlab::pages
