// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ClassNames.h"

#include <algorithm>

#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

#include "pages/PageParts.h"
#include "runner/LabData.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/FlowLayout.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr std::size_t kLinksShown = 14; ///< more are behind a button
constexpr std::size_t kSuggestions = 6;
constexpr const char *kEnglish = "en";
constexpr const char *kChinese = "zh_CN";

/// Nothing under the user's cursor is changed.
void setUnlessEdited(QLineEdit *field, const std::string &text)
{
    if (!field->hasFocus())
        field->setText(QString::fromStdString(text));
}

std::string displayIn(const LabClass &labClass, const char *language)
{
    const auto found = labClass.display.find(language);
    return found == labClass.display.end() ? std::string() : found->second;
}

} // namespace

ClassNames::ClassNames(Modality modality, QStringListModel *labels, QWidget *parent)
    : Card({}, parent), m_modality(modality), m_labels(labels)
{
    setHeaderVisible(false);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    m_name = addField(grid, 0, 0, tr("Name for the model"), QStringLiteral("nameForModel"));
    m_english = addField(grid, 0, 1, tr("On screen, in English"), QStringLiteral("nameInEnglish"));
    m_chinese = addField(grid, 0, 2, tr("On screen, in Chinese"), QStringLiteral("nameInChinese"));
    if (m_modality == Modality::Text) {
        m_description = addField(grid, 2, 0, tr("What it means, in a sentence for the model"), QStringLiteral("description"));
        grid->addWidget(m_description, 3, 0, 1, 3);
        m_description->setPlaceholderText(tr("The customer wants …"));
    }
    body()->addLayout(grid);
    if (m_modality == Modality::Picture)
        addBridge();
}

QLineEdit *ClassNames::addField(QGridLayout *grid, int row, int column, const QString &title, const QString &name)
{
    grid->addWidget(widgets::label(title, TextSize::Smallest, Tone::Secondary), row, column);
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(title);
    connect(field, &QLineEdit::editingFinished, this, &ClassNames::sendWords);
    grid->addWidget(field, row + 1, column);
    return field;
}

void ClassNames::addBridge()
{
    body()->addSpacing(4);
    m_verdict = widgets::label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    body()->addWidget(m_verdict);
    auto *links = new QWidget;
    m_links = new widgets::FlowLayout(links, 6);
    body()->addWidget(links);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("searchLabels"));
    m_search->setAccessibleName(tr("Search the names the model knows"));
    m_search->setPlaceholderText(tr("Search the names the model knows"));
    auto *completer = new QCompleter(m_labels, m_search);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_search->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &ClassNames::addLink, Qt::QueuedConnection);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { addLink(m_search->text().trimmed()); });
    body()->addWidget(m_search);
    auto *suggestions = new QWidget;
    m_suggestions = new widgets::FlowLayout(suggestions, 6);
    body()->addWidget(suggestions);
}

QString ClassNames::labelName(int label) const
{
    const auto index = static_cast<std::size_t>(label);
    return index < m_sourceLabels.size() ? QString::fromStdString(m_sourceLabels[index]) : QString();
}

void ClassNames::setClass(const LabClass &labClass, const std::vector<std::string> &sourceLabels, bool readOnly)
{
    const bool same = labClass == m_class && sourceLabels == m_sourceLabels && readOnly == m_readOnly;
    setObjectName(QStringLiteral("names-") + QString::fromStdString(labClass.name));
    if (same)
        return;
    if (labClass.name != m_class.name || sourceLabels != m_sourceLabels)
        m_nearest.clear(); // said of other names
    m_class = labClass;
    m_sourceLabels = sourceLabels;
    m_readOnly = readOnly;
    setUnlessEdited(m_name, labClass.name);
    setUnlessEdited(m_english, displayIn(labClass, kEnglish));
    setUnlessEdited(m_chinese, displayIn(labClass, kChinese));
    m_english->setPlaceholderText(text::spelledName(labClass.name));
    m_chinese->setPlaceholderText(text::spelledName(labClass.name));
    if (m_description)
        setUnlessEdited(m_description, labClass.description);
    for (QLineEdit *field : findChildren<QLineEdit *>())
        field->setReadOnly(readOnly);
    if (m_links)
        refreshLinks();
}

void ClassNames::sendWords()
{
    const auto entered = [](const QLineEdit *field) { return field->text().trimmed().toStdString(); };
    runner::ClassWords words {entered(m_name), m_class.description, m_class.display};
    if (words.name.empty()) {
        m_name->setText(QString::fromStdString(m_class.name));
        words.name = m_class.name;
    }
    if (m_description)
        words.description = entered(m_description);
    words.display[kEnglish] = entered(m_english);
    words.display[kChinese] = entered(m_chinese);
    std::erase_if(words.display, [](const auto &entry) { return entry.second.empty(); });
    if (words.name != m_class.name || words.description != m_class.description || words.display != m_class.display)
        Q_EMIT wordsChanged(words);
}

void ClassNames::addLink(const QString &label)
{
    const auto found = std::find(m_sourceLabels.begin(), m_sourceLabels.end(), label.toStdString());
    if (m_readOnly || found == m_sourceLabels.end())
        return;
    m_search->clear();
    std::vector<int> links = m_class.links;
    const auto index = static_cast<int>(found - m_sourceLabels.begin());
    if (std::find(links.begin(), links.end(), index) != links.end())
        return;
    links.push_back(index);
    Q_EMIT linksChanged(links);
}

void ClassNames::setAdvice(const std::vector<runner::LinkAdvice::Near> &nearest)
{
    m_nearest = nearest;
    if (m_links)
        refreshLinks();
}

QString ClassNames::verdict() const
{
    const std::vector<int> equal = runner::linksByName(m_class.name, m_sourceLabels);
    const bool known = !equal.empty();
    const std::size_t count = m_class.links.size();
    const bool far = !known && m_nearest.size() > 1 && m_nearest.front().cosine < runner::LinkAdvice::kPlausible;
    QString verdict;
    if (m_sourceLabels.empty())
        verdict = tr("The model's file does not say what its answers mean, so nothing can be linked.");
    else if (count == 0 && far)
        verdict = tr("No bridge is plausible: of the names the model knows, “%1” and “%2” are nearest to “%3”, and neither is near. "
                     "Zero-shot would guess.")
                      .arg(labelName(m_nearest[0].label), labelName(m_nearest[1].label), QString::fromStdString(m_class.name));
    else if (count == 0)
        verdict = tr("Not linked: without a name that the model knows, zero-shot would guess.");
    else
        verdict = count == 1 ? tr("Linked to 1 name of the model:") : tr("Linked to %1 names of the model:").arg(count);
    if (known)
        verdict = tr("“%1” is itself a name the model learnt, so it is not an unseen class.").arg(labelName(equal.front()))
            + QLatin1Char(' ') + verdict;
    return verdict;
}

/// By meaning where that is known, else by common words.
std::vector<int> ClassNames::suggestions() const
{
    std::vector<int> labels;
    for (const runner::LinkAdvice::Near &near : m_nearest) {
        if (near.cosine >= runner::LinkAdvice::kPlausible)
            labels.push_back(near.label);
    }
    const std::size_t most = kSuggestions + m_class.links.size();
    for (const int label : runner::linksByWords(m_class.name, m_sourceLabels, most)) {
        if (std::find(labels.begin(), labels.end(), label) == labels.end())
            labels.push_back(label);
    }
    std::erase_if(labels, [this](int label) {
        return std::find(m_class.links.begin(), m_class.links.end(), label) != m_class.links.end();
    });
    labels.resize(std::min(labels.size(), kSuggestions));
    return labels;
}

void ClassNames::refreshLinks()
{
    clearLayout(m_links);
    clearLayout(m_suggestions);
    const std::size_t count = m_class.links.size();
    m_verdict->setText(verdict());
    m_search->setVisible(!m_sourceLabels.empty() && !m_readOnly);

    const std::size_t shown = m_showsAll ? count : std::min(count, kLinksShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const int label = m_class.links[i];
        auto *chip = new Button(Button::Look::Small, widgets::Symbol::Cross, labelName(label));
        chip->setObjectName(QStringLiteral("unlink-%1").arg(label));
        chip->setAccessibleName(tr("Take away the link to %1").arg(labelName(label)));
        chip->setEnabled(!m_readOnly);
        connect(chip, &QAbstractButton::clicked, this, [this, label] {
            std::vector<int> links = m_class.links;
            std::erase(links, label);
            Q_EMIT linksChanged(links);
        });
        m_links->addWidget(chip);
    }
    if (count > kLinksShown) {
        auto *all = new Button(Button::Look::Link, m_showsAll ? tr("Show fewer") : tr("Show all %1").arg(count));
        all->setObjectName(QStringLiteral("showAllLinks"));
        connect(all, &QAbstractButton::clicked, this, [this] {
            m_showsAll = !m_showsAll;
            QMetaObject::invokeMethod(this, &ClassNames::refreshLinks, Qt::QueuedConnection); // this button goes with the rest
        });
        m_links->addWidget(all);
    }
    const std::vector<int> suggested = m_readOnly ? std::vector<int>() : suggestions();
    m_suggestions->parentWidget()->setVisible(!suggested.empty());
    for (const int label : suggested) {
        auto *suggestion = new Button(Button::Look::Small, widgets::Symbol::Plus, labelName(label));
        suggestion->setObjectName(QStringLiteral("link-%1").arg(label));
        suggestion->setAccessibleName(tr("Link to %1").arg(labelName(label)));
        connect(suggestion, &QAbstractButton::clicked, this, [this, label] {
            std::vector<int> links = m_class.links;
            links.push_back(label);
            Q_EMIT linksChanged(links);
        });
        m_suggestions->addWidget(suggestion);
    }
}

} // namespace shotlab::pages
