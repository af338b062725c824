// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/SettingsPanel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include "text/Sentences.h"
#include "widgets/Controls.h"

namespace shotlab::pages
{

using widgets::Button;

namespace
{
constexpr int kRowHeight = 30;
}

SettingsPanel::SettingsPanel(models::Workspace &workspace, QWidget *parent)
    : widgets::Card(tr("Settings side by side"), parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("settingsPanel"));
    auto *back = new Button(Button::Look::Small, widgets::Symbol::Back, tr("Back to the charts"));
    back->setObjectName(QStringLiteral("settingsBack"));
    connect(back, &QAbstractButton::clicked, this, [this] { m_workspace.closeSettings(); });
    addHeaderWidget(back);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("settingsTable"));
    m_table->setAccessibleName(title());
    m_table->setModel(&m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 6px 13px; font-weight: 600; }")); // where the cells begin
    body()->addWidget(m_table, 1);
    connect(&workspace, &models::Workspace::comparedSettingsChanged, this, &SettingsPanel::refresh);
    connect(&workspace, &models::Workspace::comparisonChanged, this, &SettingsPanel::refresh);
    refresh();
}

void SettingsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_workspace.closeSettings();
    else
        widgets::Card::keyPressEvent(event);
}

void SettingsPanel::refresh()
{
    const auto &cells = m_workspace.comparedSettings();
    if (!cells || !m_workspace.comparison())
        return;
    m_model.setCells(*m_workspace.comparison(), m_workspace.tree(), cells->first, cells->second);
    const int differences = m_model.differences();
    setDescription(differences == 0 ? tr("Nothing differs.") : tr("Lines that differ: %1. They are marked with ≠.").arg(text::numberText(differences)));
}

} // namespace shotlab::pages
