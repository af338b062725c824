// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/InputsPanel.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "pages/BinGrid.h"
#include "pages/LayerCard.h"
#include "pages/Measures.h"
#include "text/Sentences.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"
#include "widgets/Scrolling.h"

namespace shotlab::pages
{

using widgets::Button;

InputsPanel::InputsPanel(models::Workspace &workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_data = new widgets::Card(tr("Data"));
    m_data->setObjectName(QStringLiteral("dataCard"));
    auto *more = new Button(Button::Look::Quiet, widgets::Symbol::Plus, {});
    more->setObjectName(QStringLiteral("openDataPage"));
    more->setHint(tr("Add classes and look at all examples"));
    connect(more, &QAbstractButton::clicked, this, &InputsPanel::dataPageRequested);
    m_data->addHeaderWidget(more);
    m_data->body()->addWidget(widgets::rowScroll(new BinGrid(workspace, BinGrid::Size::Compact)), 1);
    m_summary = widgets::label({}, widgets::TextSize::Smallest, widgets::Tone::Secondary, QFont::Normal, true);
    m_data->body()->addWidget(m_summary);
    column->addWidget(m_data, 1);
    m_layers = new LayerCard(workspace, LayerCard::Size::Compact);
    column->addWidget(m_layers);
    connect(&workspace, &models::Workspace::labChanged, this, &InputsPanel::takeLab);
    takeLab();
}

void InputsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layers->setMaximumHeight((height() - kGap) / 2); // layers that are unfolded leave the classes their half
}

void InputsPanel::takeLab()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    m_data->setSubtitle(m_workspace.modality() == Modality::Text ? tr("drop sentences on a class") : tr("drop pictures on a class"));
    if (lab) {
        const QString summary = tr("%1 · %2 for learning, %3 locked for testing")
                                    .arg(text::classesText(static_cast<std::int64_t>(lab->classes.size())),
                                         text::numberText(lab->poolCount), text::numberText(lab->testCount));
        m_summary->setText(lab->leftOut > 0 ? tr("%1, %2 left out: also in the test set").arg(summary, text::numberText(lab->leftOut))
                                            : summary);
    }
}

} // namespace shotlab::pages
