// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/LayerCard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "pages/LayerTreeView.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/Labels.h"
#include "widgets/Progress.h"

namespace shotlab::pages
{

using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

enum Preset { OnlyHead, Chosen, Everything };

} // namespace

LayerCard::LayerCard(models::Workspace &workspace, Size size, QWidget *parent)
    : Card(tr("What may learn?"), parent), m_workspace(workspace), m_size(size)
{
    setObjectName(size == Size::Full ? QStringLiteral("layerCard") : QStringLiteral("layerCardCompact"));
    m_model.setCutRowShown(size == Size::Full);
    m_tree = new LayerTreeView(&m_model, size == Size::Compact);
    m_weights = new widgets::WeightsBar;
    m_state = widgets::label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    m_content = new QWidget;
    if (size == Size::Full)
        buildFull();
    else
        buildCompact();

    connect(&m_model, &models::LayerTreeModel::layersEdited, this, &LayerCard::takeEdit);
    connect(&m_model, &models::LayerTreeModel::statesChanged, this, &LayerCard::showConsequence);
    connect(&workspace, &models::Workspace::labChanged, this, &LayerCard::takeLab);
    connect(&workspace, &models::Workspace::estimateChanged, this, &LayerCard::showConsequence);
    connect(&workspace.draft(), &models::PlanDraft::changed, this, &LayerCard::takeDraft);
    takeLab();
}

void LayerCard::buildFull()
{
    setDescription(tr("An example enters at the top, the answer leaves at the bottom. Drag the line, or press ↑ ↓ on it."));
    m_presets = new widgets::SegmentedControl(
        {text::armTitle(ArmKind::LinearProbe), text::armTitle(ArmKind::ChosenLayers), tr("Everything")});
    m_presets->setObjectName(QStringLiteral("layerPresets"));
    connect(m_presets, &widgets::SegmentedControl::currentChanged, this, &LayerCard::applyPreset);
    addHeaderWidget(m_presets);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_tree, 1);
    column->addWidget(m_weights);
    auto *time = new QHBoxLayout;
    time->setSpacing(8);
    time->addWidget(new widgets::SymbolLabel(widgets::Symbol::Timer, widgets::Ink::Secondary, 16));
    m_time = widgets::label({}, TextSize::Secondary, Tone::Secondary);
    time->addWidget(m_time, 1);
    column->addLayout(time);
    m_whole = widgets::label({}, TextSize::Secondary, Tone::Warning, QFont::Normal, true);
    m_whole->setObjectName(QStringLiteral("whyWhole"));
    m_whole->hide();
    column->addWidget(m_whole);
    column->addWidget(widgets::divider());
    auto *foot = new QHBoxLayout;
    foot->addWidget(
        widgets::label(
            tr("Click the icon in a row to make a single exception. Batch norm stays frozen wherever its layer is frozen."),
            TextSize::Secondary, Tone::Secondary, QFont::Normal, true),
        1);
    auto *suggested = new Button(Button::Look::Small, widgets::Symbol::Undo, tr("Suggested cut"));
    suggested->setObjectName(QStringLiteral("suggestedCut"));
    connect(suggested, &QAbstractButton::clicked, this,
            [this] { m_workspace.draft().setLayers(m_workspace.draft().suggestedLayers()); });
    foot->addWidget(suggested, 0, Qt::AlignBottom);
    column->addLayout(foot);
    body()->addWidget(m_state);
    body()->addWidget(m_content, 1);
}

void LayerCard::buildCompact()
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_tree, 1);
    m_weights->setTextVisible(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new widgets::SymbolLabel(widgets::Symbol::Learning, widgets::Ink::Learning, 16));
    m_change = widgets::label({}, TextSize::Secondary, Tone::Secondary);
    row->addWidget(m_change, 1);
    column->addLayout(row);
    column->addWidget(m_weights);
    body()->addWidget(m_state);
    body()->addWidget(m_content, 1);
}

void LayerCard::takeLab()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const bool opening = lab && lab->model && lab->model->opening;
    const bool failed = lab && lab->model && lab->model->error.has_value();
    const std::vector<LayerNode> &tree = m_workspace.tree();
    m_content->setVisible(!tree.empty());
    m_state->setVisible(tree.empty());
    m_state->setText(opening      ? tr("Looking into the model…")
                         : failed ? text::errorSentence(*lab->model->error)
                                  : tr("Choose a model to see its layers."));
    const int classes = lab ? static_cast<int>(lab->classes.size()) : 0;
    if (lab && lab->model && (tree != m_shownTree || classes != m_shownClasses)) {
        m_shownTree = tree;
        m_shownClasses = classes;
        m_model.setNetwork(*lab->model, classes);
    }
    if (m_size == Size::Compact && lab && lab->model) {
        // The network as it is compared, with a new last layer: the same number as below the layers.
        const std::int64_t weights = tree.empty() ? lab->model->parameters : m_model.totalWeights();
        setTitle(text::modelText(lab->model->model.card).name);
        setSubtitle(weights > 0 ? tr("%1 weights").arg(text::weightsText(weights)) : QString());
    }
    takeDraft();
}

void LayerCard::takeDraft()
{
    m_model.setLayers(m_workspace.draft().layers());
    if (m_presets != nullptr) {
        const bool nothing = m_model.layers().learning.empty();
        const bool everything = !nothing && m_model.cut() == 0;
        m_presets->setCurrentIndex(nothing ? OnlyHead : everything ? Everything : Chosen);
    }
    showConsequence();
}

void LayerCard::takeEdit(const LayerMap &layers)
{
    const bool everything = m_model.cut() == 0;
    m_workspace.draft().setLayers(layers, !layers.learning.empty() && !everything);
}

void LayerCard::applyPreset(int preset)
{
    models::PlanDraft &draft = m_workspace.draft();
    switch (preset) {
    case OnlyHead:
        // With nothing but the head learning, "chosen layers" is the new last layer.
        draft.setKindOn(ArmKind::LinearProbe, true);
        m_model.freezeAll();
        break;
    case Chosen:
        draft.setLayers(draft.suggestedLayers());
        break;
    case Everything:
        draft.setKindOn(ArmKind::FullFineTuning, true);
        m_model.freeAll();
        break;
    }
    takeDraft();
}

std::optional<double> LayerCard::secondsPerRun() const
{
    const std::optional<runner::PlanEstimate> &estimate = m_workspace.estimate();
    if (!estimate)
        return std::nullopt;
    const ComparisonPlan plan = m_workspace.proposedPlan();
    for (const auto &[index, seconds] : estimate->secondsPerArm) {
        if (index < 0 || index >= static_cast<int>(plan.arms.size()))
            continue;
        const Arm &arm = plan.arms[static_cast<std::size_t>(index)];
        if (arm.kind != ArmKind::ChosenLayers || arm.layers != m_workspace.draft().layers())
            continue;
        int runs = 0;
        for (const Shots shots : plan.shots)
            runs += shots > Shots(0) ? drawsOf(plan, arm, shots) : 0;
        if (runs > 0 && seconds > 0)
            return seconds / runs;
    }
    return std::nullopt;
}

void LayerCard::showConsequence()
{
    if (m_model.rowCount() == 0)
        return;
    m_weights->setWeights(m_model.learningWeights(), m_model.totalWeights());
    if (m_change != nullptr)
        m_change->setText(text::weightsWillChange(m_model.learningWeights(), m_model.totalWeights()));
    if (m_time == nullptr || !m_workspace.lab() || !m_workspace.lab()->model)
        return;
    const runner::ModelView &model = *m_workspace.lab()->model;
    m_whole->setVisible(!model.splits && !model.layers.empty());
    m_whole->setText(tr("This network cannot be divided at the line, so every step runs all of it. Results are the same; runs "
                        "take longer. Reason: %1.")
                         .arg(text::whyWholeText(model.whyNotSplit)));
    m_whole->setToolTip(QString::fromStdString(model.whyNotSplit));
    const std::optional<double> seconds = secondsPerRun();
    if (m_model.layers().learning.empty())
        m_time->setText(tr("The frozen part looks at each example only once, so this is the cheapest way to learn."));
    else if (seconds)
        m_time->setText(tr("%1 per run on this computer").arg(text::aboutDurationText(*seconds)));
    else
        m_time->setText(tr("The more layers learn, the longer a run takes."));
}

} // namespace shotlab::pages
