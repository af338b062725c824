// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/NamesPanel.h"

#include <algorithm>

#include <QLabel>
#include <QStringListModel>
#include <QVBoxLayout>

#include "models/LabCommands.h"
#include "pages/ClassNames.h"
#include "pages/Measures.h"
#include "pages/PageParts.h"
#include "text/Sentences.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

NamesPanel::NamesPanel(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_labels(new QStringListModel(this))
{
    setObjectName(QStringLiteral("names"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGap);
    m_bridge = widgets::label({}, widgets::TextSize::Body, widgets::Tone::Text, QFont::Normal, true);
    m_bridge->setObjectName(QStringLiteral("bridge"));
    m_column->addWidget(m_bridge);
    m_column->addStretch(1);
    connect(&workspace, &models::Workspace::labChanged, this, &NamesPanel::takeLab);
    connect(&workspace, &models::Workspace::linksAdvised, this, &NamesPanel::takeAdvice);
    takeLab();
}

ClassNames *NamesPanel::newCard(ClassId id)
{
    auto *card = new ClassNames(m_modality, m_labels);
    connect(card, &ClassNames::wordsChanged, this,
            [this, id](const runner::ClassWords &words) { m_workspace.commands().setWords(id, words); });
    connect(card, &ClassNames::linksChanged, this,
            [this, id](const std::vector<int> &links) { m_workspace.commands().setLinks(id, links); });
    return card;
}

QString NamesPanel::bridgeText() const
{
    const runner::LabView &lab = *m_workspace.lab();
    if (m_modality == Modality::Text)
        return tr("Zero-shot compares each sentence with these words alone: the name for the model and, where there is one, what "
                  "the class means. People see the names on screen.");
    const auto classes = static_cast<std::int64_t>(lab.classes.size());
    const auto linked = std::count_if(lab.classes.begin(), lab.classes.end(),
                                      [](const runner::ClassView &view) { return !view.labClass.links.empty(); });
    if (!lab.model || lab.model->model.card.sourceLabels.empty())
        return tr("This model's file does not say what it knows, so there is no bridge from your names to it: zero-shot is left out.");
    const QString known = text::numberText(static_cast<std::int64_t>(lab.model->model.card.sourceLabels.size()));
    if (linked == 0)
        return tr("There is no bridge: none of the %1 names that the model knows means one of your classes, so zero-shot would only "
                  "guess, and is left out. If one does fit after all, link it here.")
            .arg(known);
    if (linked < classes)
        return tr("The bridge is not complete: %1 of %2 are linked to names that the model knows. Zero-shot needs all of them.")
            .arg(text::numberText(linked), text::classesText(classes));
    return tr("The bridge for zero-shot leads from the %1 names that the model knows to your classes: a class gets the mean of what "
              "the model says for the names linked to it. Links can be changed.")
        .arg(known);
}

void NamesPanel::takeLab()
{
    m_stale = isOnHiddenPage(*this);
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab || m_stale)
        return;
    static const std::vector<std::string> kNoLabels;
    const std::vector<std::string> &labels = lab->model ? lab->model->model.card.sourceLabels : kNoLabels;
    const bool otherKind = m_workspace.modality() != m_modality;
    m_modality = m_workspace.modality();
    QStringList names;
    for (const std::string &label : labels)
        names.append(QString::fromStdString(label));
    if (names != m_labels->stringList())
        m_labels->setStringList(names);
    for (auto card = m_cards.begin(); card != m_cards.end();) {
        const bool stays = !otherKind
            && std::any_of(lab->classes.begin(), lab->classes.end(),
                           [&card](const runner::ClassView &view) { return view.labClass.id == card->first; });
        if (!stays)
            card->second->deleteLater();
        card = stays ? std::next(card) : m_cards.erase(card);
    }
    for (const runner::ClassView &view : lab->classes) {
        ClassNames *&card = m_cards[view.labClass.id];
        if (card == nullptr) {
            card = newCard(view.labClass.id);
            m_column->insertWidget(m_column->count() - 1, card);
        }
        card->setClass(view.labClass, labels, lab->readOnly);
    }
    m_bridge->setText(lab->classes.empty() ? tr("Add classes first; here they get their names.") : bridgeText());
    askForAdvice();
}

void NamesPanel::showEvent(QShowEvent *event)
{
    if (m_stale)
        takeLab();
    QWidget::showEvent(event);
    askForAdvice();
}

void NamesPanel::askForAdvice()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!isVisible() || !lab || !lab->model || lab->readOnly || m_modality == Modality::Text)
        return;
    std::vector<std::string> about = lab->model->model.card.sourceLabels;
    for (const runner::ClassView &view : lab->classes) {
        about.push_back(std::to_string(view.labClass.id.value));
        about.push_back(view.labClass.name);
    }
    if (about == m_askedAbout)
        return;
    m_askedAbout = std::move(about);
    m_workspace.commands().requestLinkAdvice();
}

void NamesPanel::takeAdvice(const runner::LinkAdvice &advice)
{
    for (const auto &[id, nearest] : advice.nearest) {
        if (const auto card = m_cards.find(id); card != m_cards.end())
            card->second->setAdvice(nearest);
    }
}

} // namespace shotlab::pages
