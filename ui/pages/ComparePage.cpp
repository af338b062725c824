// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ComparePage.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "pages/ArmRows.h"
#include "pages/Measures.h"
#include "pages/PageParts.h"
#include "pages/ShotsChips.h"
#include "text/Sentences.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/Labels.h"
#include "widgets/Scrolling.h"

namespace shotlab::pages
{

using widgets::TextSize;
using widgets::Tone;

namespace
{
constexpr int kViewsOffered = 4;
}

ComparePage::ComparePage(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_arms(&workspace.draft())
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    page->setSpacing(kGap);
    page->addLayout(questionBlock(
        tr("What do you want to compare?"),
        tr("Every method gets the same examples and the same test set, so that only the method makes the difference.")));
    m_trouble = new widgets::NoticeCard;
    m_trouble->setObjectName(QStringLiteral("compareTrouble"));
    m_trouble->hide();
    page->addWidget(m_trouble);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(kGap);
    auto *methods = new widgets::Card(tr("Methods"));
    m_rows = new ArmRows(&m_arms);
    methods->body()->addWidget(widgets::fittingScroll(m_rows));
    auto *left = new QVBoxLayout;
    left->addWidget(methods);
    left->addStretch(1);
    columns->addLayout(left, 1);

    auto *right = new QWidget;
    right->setFixedWidth(kCompareRightColumn);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(newShotsCard());
    column->addWidget(newEstimateCard());
    column->addStretch(1);
    columns->addWidget(right);
    page->addLayout(columns, 1);

    connect(&workspace, &models::Workspace::labChanged, this, &ComparePage::refresh);
    connect(&workspace, &models::Workspace::comparisonChanged, this, &ComparePage::refresh);
    connect(&workspace, &models::Workspace::estimateChanged, this, &ComparePage::takeEstimate);
    connect(&workspace.draft(), &models::PlanDraft::changed, this, &ComparePage::refresh);
    connect(&workspace, &models::Workspace::planRejected, this, [this](const Error &error) { setTrouble(m_trouble, error); });
    refresh();
}

QWidget *ComparePage::newShotsCard()
{
    auto *card = new widgets::Card(tr("Examples per class"));
    card->addHeaderWidget(new widgets::ExplainedLabel(tr("What is k?"), text::Term::ExamplesPerClass));
    card->setDescription(tr("Each number is tried with every method that learns from examples. 0 means names only."));
    m_chips = new ShotsChips(m_workspace.draft());
    card->body()->addWidget(m_chips);
    m_reach = widgets::label({}, TextSize::Secondary, Tone::Warning, QFont::Normal, true);
    card->body()->addWidget(m_reach);
    card->body()->addWidget(widgets::divider());
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new widgets::ExplainedLabel(tr("Draws"), text::Term::Draw), 0, Qt::AlignTop);
    m_draws = widgets::label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    row->addWidget(m_draws, 1);
    card->body()->addLayout(row);
    m_viewsRow = newViewsRow();
    card->body()->addWidget(m_viewsRow);
    m_namesRow = newNamesRow();
    card->body()->addWidget(m_namesRow);
    return card;
}

QWidget *ComparePage::newSwitchRow(widgets::Switch *toggle, const QString &title, const QString &text)
{
    auto *block = new QWidget;
    auto *row = new QHBoxLayout(block);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    toggle->setAccessibleName(title);
    row->addWidget(toggle, 0, Qt::AlignTop);
    row->addWidget(widgets::label(text, TextSize::Secondary, Tone::Secondary, QFont::Normal, true), 1);
    return block;
}

QWidget *ComparePage::newViewsRow()
{
    m_views = new widgets::Switch;
    m_views->setObjectName(QStringLiteral("views"));
    connect(m_views, &QAbstractButton::clicked, this,
            [this](bool on) { m_workspace.draft().setViews(on ? kViewsOffered : 1); });
    const QString title = tr("Show each example in %1 slightly changed versions").arg(text::numberText(kViewsOffered));
    return newSwitchRow(m_views, title, tr("%1, the same ones for every method. Takes longer.").arg(title));
}

QWidget *ComparePage::newNamesRow()
{
    m_names = new widgets::Switch;
    m_names->setObjectName(QStringLiteral("mixNamesIn"));
    connect(m_names, &QAbstractButton::clicked, this, [this](bool on) { m_workspace.draft().setMixesNamesIn(on); });
    const QString title = tr("Prototypes count the name of a class as one more example");
    return newSwitchRow(m_names, title,
                        tr("%1. Helps where there are one or two; then their line no longer shows what examples alone are worth.").arg(title));
}

QWidget *ComparePage::newEstimateCard()
{
    auto *card = new widgets::Card(tr("What will be done"));
    card->setObjectName(QStringLiteral("estimateCard"));
    m_runs = widgets::label({}, TextSize::Body, Tone::Text, QFont::Normal, true);
    m_time = widgets::label({}, TextSize::PageQuestion, Tone::Text, QFont::DemiBold, true);
    m_leftOut = widgets::label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    card->body()->addWidget(m_time);
    card->body()->addWidget(m_runs);
    card->body()->addWidget(m_leftOut);
    return card;
}

QString ComparePage::obstacle() const
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab)
        return {};
    if (lab->readOnly)
        return tr("This lab is open for reading only.");
    if (!lab->model)
        return tr("No model is chosen yet. Choose one on the Model page.");
    if (lab->model->opening)
        return tr("Looking into the model…");
    if (lab->model->error)
        return text::errorSentence(*lab->model->error);
    if (!lab->model->model.card.confirmed)
        return tr("First say on the Model page how the model sees pictures.");
    const auto learnable
        = std::count_if(lab->classes.begin(), lab->classes.end(), [](const auto &view) { return view.poolCount > 0; });
    if (learnable < 2)
        return tr("Two classes with examples are needed. Add them on the Data page.");
    if (m_workspace.draft().plan().arms.empty())
        return tr("Switch on at least one method.");
    return {};
}

void ComparePage::refresh()
{
    m_arms.setTree(m_workspace.tree());
    if (m_workspace.isRunning())
        m_trouble->hide();

    const runner::LabViewPtr &lab = m_workspace.lab();
    m_viewsRow->setVisible(!lab || !lab->model || lab->model->model.card.modality == Modality::Picture);
    m_views->setChecked(m_workspace.draft().views() > 1);
    m_namesRow->setVisible(m_workspace.draft().offersNames());
    m_names->setChecked(m_workspace.draft().mixesNamesIn());
    const DrawCounts &draws = m_workspace.draft().draws();
    m_draws->setText(tr("%1 for methods that change no weights or only the last layer, %2 for the others, so that luck can be "
                        "told from skill.")
                         .arg(text::numberText(draws.frozen), text::numberText(draws.trained)));
    QStringList beyond;
    for (const models::PlanDraft::ShotsChoice &choice : m_workspace.draft().shots()) {
        if (choice.outOfReach)
            beyond.append(text::shotsTick(choice.shots));
    }
    m_reach->setVisible(!beyond.isEmpty());
    if (!beyond.isEmpty() && m_workspace.lab()) {
        m_reach->setText(tr("k = %1 is left out: the smallest class has %2 for learning.")
                             .arg(text::listText(beyond), text::examplesText(m_workspace.lab()->largestShots)));
    }
    takeEstimate();
}

void ComparePage::takeEstimate()
{
    const std::optional<runner::PlanEstimate> &estimate = m_workspace.estimate();
    const QString why = obstacle();
    if (m_workspace.isRunning()) {
        m_time->setText(tr("Comparing…"));
        m_runs->setText(tr("The results fill in while it goes on."));
        m_leftOut->hide();
        return;
    }
    if (!why.isEmpty() || !estimate) {
        m_time->setText(why.isEmpty() ? tr("Working out the time…") : tr("Nothing to run yet"));
        m_runs->setText(why);
        m_runs->setVisible(!why.isEmpty());
        m_leftOut->hide();
        return;
    }
    const int fresh = estimate->runs - estimate->alreadyDone;
    m_time->setText(fresh <= 0 ? tr("Everything is there already") : text::aboutDurationText(estimate->seconds));
    QStringList runs {tr("%1 on this computer.").arg(text::runsText(std::max(0, fresh)))};
    if (estimate->alreadyDone > 0)
        runs << tr("%1 are taken over from before.").arg(text::runsText(estimate->alreadyDone));
    if (!estimate->measured)
        runs << tr("The time is a first guess; it becomes exact once something has run.");
    m_runs->setText(text::sentencesText(runs));
    m_runs->show();
    const ComparisonPlan plan = m_workspace.proposedPlan();
    QStringList leftOut;
    for (const Skipped &skipped : estimate->skipped) {
        if (!skipped.arm || skipped.shots)
            leftOut.append(text::skippedSentence(skipped, plan));
    }
    m_leftOut->setText(leftOut.join(QLatin1Char('\n')));
    m_leftOut->setVisible(!leftOut.isEmpty());
    m_arms.setEstimate(*estimate);
}

} // namespace shotlab::pages
