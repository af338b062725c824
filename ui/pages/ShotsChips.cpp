// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ShotsChips.h"

#include <algorithm>

#include <QIntValidator>
#include <QLineEdit>

#include "text/Names.h"
#include "widgets/Controls.h"
#include "widgets/FlowLayout.h"

namespace shotlab::pages
{

namespace
{
constexpr int kMostShots = 9999;
}

ShotsChips::ShotsChips(models::PlanDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_flow(new widgets::FlowLayout(this)), m_more(new QLineEdit(this))
{
    setObjectName(QStringLiteral("shots"));
    setAccessibleName(tr("Examples per class"));
    m_more->setObjectName(QStringLiteral("moreShots"));
    m_more->setAccessibleName(tr("Another number of examples per class"));
    m_more->setPlaceholderText(tr("other k"));
    m_more->setValidator(new QIntValidator(1, kMostShots, m_more));
    m_more->setFixedWidth(76);
    connect(m_more, &QLineEdit::returnPressed, this, &ShotsChips::addTyped);
    connect(&draft, &models::PlanDraft::changed, this, &ShotsChips::refresh);
    refresh();
}

void ShotsChips::refresh()
{
    const std::vector<models::PlanDraft::ShotsChoice> &choices = m_draft.shots();
    const bool same = std::equal(choices.begin(), choices.end(), m_shown.begin(), m_shown.end(),
                                 [](const auto &choice, const auto &shown) { return choice.shots == shown.first; });
    if (!same)
        rebuild();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const models::PlanDraft::ShotsChoice &choice = choices[i];
        widgets::Chip *chip = m_shown[i].second;
        chip->setChecked(choice.on && !choice.outOfReach);
        chip->setEnabled(!choice.outOfReach);
        chip->setToolTip(choice.outOfReach ? tr("More than the smallest class has for learning") : text::shotsText(choice.shots));
    }
}

void ShotsChips::rebuild()
{
    m_shown.clear();
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        if (item->widget() != m_more) {
            item->widget()->setParent(nullptr);
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const models::PlanDraft::ShotsChoice &choice : m_draft.shots()) {
        auto *chip = new widgets::Chip(text::shotsTick(choice.shots), this);
        chip->setObjectName(QStringLiteral("k-") + QString::fromStdString(choice.shots.toString()));
        chip->setAccessibleName(text::shotsText(choice.shots));
        chip->setCheckable(true);
        connect(chip, &QAbstractButton::clicked, this, [this, shots = choice.shots](bool on) { m_draft.setShotsOn(shots, on); });
        m_flow->addWidget(chip);
        chip->show();
        m_shown.emplace_back(choice.shots, chip);
    }
    m_flow->addWidget(m_more);
}

void ShotsChips::addTyped()
{
    const int shots = m_more->text().toInt();
    m_more->clear();
    if (shots > 0)
        m_draft.setShotsOn(Shots(shots), true);
}

} // namespace shotlab::pages
