// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ChecksCard.h"

#include <algorithm>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "models/LabCommands.h"
#include "pages/PageParts.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"
#include "widgets/Scrolling.h"
#include "widgets/SentenceStrip.h"
#include "widgets/ThumbnailStrip.h"

namespace shotlab::pages
{

using runner::CheckKind;
using widgets::Button;
using widgets::Ink;
using widgets::Symbol;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr std::size_t kPictures = 5;
constexpr std::size_t kSentences = 3;
constexpr qsizetype kRejectedShown = 4;
constexpr int kSide = 34;

struct Look {
    Symbol symbol;
    Ink ink;
};

Look lookOf(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Duplicates:
        return {Symbol::Copy, Ink::Warning};
    case CheckKind::Leak:
        return {Symbol::Alert, Ink::Error};
    case CheckKind::FewExamples:
    case CheckKind::Unbalanced:
        return {Symbol::Warning, Ink::Warning};
    case CheckKind::Unreadable:
        return {Symbol::PictureBroken, Ink::Secondary};
    case CheckKind::NoLinks:
        return {Symbol::Info, Ink::Secondary};
    }
    return {Symbol::Info, Ink::Secondary};
}

/// Icon, title and text of one row; the caller adds to the column.
QVBoxLayout *rowColumn(QWidget *row, const Look &look, const QString &title, const QString &text)
{
    auto *outer = new QHBoxLayout(row);
    outer->setContentsMargins(0, 10, 0, 10);
    outer->setSpacing(10);
    outer->addWidget(new widgets::SymbolLabel(look.symbol, look.ink, 16), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(widgets::label(title, TextSize::Body, Tone::Text, QFont::DemiBold, true));
    column->addWidget(widgets::label(text, TextSize::Secondary, Tone::Secondary, QFont::Normal, true));
    outer->addLayout(column, 1);
    return column;
}

} // namespace

ChecksCard::ChecksCard(models::Workspace &workspace, QWidget *parent)
    : Card(tr("Before you compare"), parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("checks"));
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    body()->addWidget(widgets::scrolling(content), 1);
    body()->addWidget(widgets::divider());
    body()->addWidget(widgets::label(tr("You can compare without fixing. Undo brings all back."), TextSize::Smallest,
                                     Tone::Secondary, QFont::Normal, true));
    connect(&workspace, &models::Workspace::labChanged, this, &ChecksCard::rebuild);
    connect(&workspace, &models::Workspace::importFinished, this, &ChecksCard::takeImport);
    connect(&workspace.thumbnails(), &models::ThumbnailCache::arrived, this, &ChecksCard::rebuild);
    connect(&workspace.sentences(), &models::SentenceCache::arrived, this, &ChecksCard::rebuild);
    rebuild();
}

void ChecksCard::takeImport(int added, const QStringList &rejectedPaths)
{
    m_added = added;
    m_rejected = rejectedPaths;
    rebuild();
}

QString ChecksCard::classNames(const runner::DataCheck &check) const
{
    QStringList names;
    for (const runner::ClassView &view : m_workspace.lab()->classes) {
        if (std::find(check.classes.begin(), check.classes.end(), view.labClass.id) != check.classes.end())
            names.append(text::classTitle(view.labClass));
    }
    constexpr qsizetype kNamed = 3;
    if (names.size() > kNamed)
        return tr("%1 and %2 more").arg(text::listText(names.mid(0, kNamed)), text::numberText(names.size() - kNamed));
    return text::listText(names);
}

/// Zero-shot needs every class linked; where none is, there is no bridge at all.
QString ChecksCard::bridgeSentence(const runner::DataCheck &check) const
{
    if (check.classes.size() < m_workspace.lab()->classes.size())
        return tr("%1: zero-shot is left out until every class is linked to names the model knows. See Names.").arg(classNames(check));
    return tr("It knows none of %1, so there is no bridge from your names to its own: zero-shot would only guess, and is left out. "
              "If one of its names fits after all, link it under Names.")
        .arg(classNames(check));
}

QWidget *ChecksCard::row(const runner::DataCheck &check)
{
    QString title;
    QString text;
    QString fix;
    const bool isText = m_workspace.modality() == Modality::Text;
    const QString counted = text::contentText(m_workspace.modality(), check.count);
    switch (check.kind) {
    case CheckKind::Duplicates:
        title = check.count == 1 ? tr("%1 appears twice").arg(counted) : tr("%1 appear more than once").arg(counted);
        text = tr("A copy teaches nothing new, but counts as an example.");
        fix = tr("Keep one of each");
        break;
    case CheckKind::Leak:
        title = check.count == 1 ? tr("%1 is both in examples and test").arg(counted)
                                 : tr("%1 are both in examples and test").arg(counted);
        text = tr("Exact copies are left out of learning; copies that differ a little would make the result look better than it is.");
        fix = tr("Take out of examples");
        break;
    case CheckKind::FewExamples:
        title = isText ? tr("Few sentences to learn from") : tr("Few pictures to learn from");
        text = tr("%1: fewer than 5 are left for learning. Larger k are left out for all classes; a few more help most here.")
                   .arg(classNames(check));
        break;
    case CheckKind::Unbalanced:
        title = tr("Classes differ much in size");
        text
            = tr("One class has more than 3 times the examples of another (%1). With \"all\" examples the large one is favoured.")
                  .arg(classNames(check));
        break;
    case CheckKind::Unreadable:
        title = isText ? tr("A text could not be read") : tr("A picture could not be read");
        text = check.reason ? tr("%1 It was left out.").arg(text::errorText(*check.reason).what) : tr("%1 was left out.").arg(check.detail);
        break;
    case CheckKind::NoLinks:
        title = tr("The model has no word for some classes");
        text = bridgeSentence(check);
        break;
    }
    auto *widget = new QWidget;
    QVBoxLayout *column = rowColumn(widget, lookOf(check.kind), title, text);
    auto *foot = new QHBoxLayout;
    if (!check.examples.empty() && isText) {
        auto *strip = new widgets::SentenceStrip;
        strip->setMaximumShown(static_cast<int>(std::min(kSentences, check.examples.size())));
        std::vector<widgets::Sentence> sentences;
        for (std::size_t i = 0; i < std::min(kSentences, check.examples.size()); ++i)
            sentences.push_back({check.examples[i].value, m_workspace.sentences().sentence(check.examples[i])});
        strip->setSentences(sentences);
        strip->setTotal(static_cast<int>(check.examples.size()));
        column->addWidget(strip);
        foot->addStretch(1);
    } else if (!check.examples.empty()) {
        auto *strip = new widgets::ThumbnailStrip;
        strip->setSide(kSide);
        strip->setMaximumShown(static_cast<int>(kPictures));
        std::vector<widgets::Thumbnail> thumbnails;
        for (std::size_t i = 0; i < std::min(kPictures, check.examples.size()); ++i)
            thumbnails.push_back({check.examples[i].value, m_workspace.thumbnails().picture(check.examples[i])});
        strip->setThumbnails(thumbnails);
        strip->setTotal(static_cast<int>(check.examples.size()));
        foot->addWidget(strip, 1);
    } else {
        foot->addStretch(1);
    }
    if (!fix.isEmpty() && !m_workspace.lab()->readOnly) {
        auto *button = new Button(Button::Look::Small, fix);
        button->setObjectName(check.kind == CheckKind::Leak ? QStringLiteral("fixLeak") : QStringLiteral("fixDuplicates"));
        connect(button, &QAbstractButton::clicked, this,
                [this, examples = check.examples] { m_workspace.commands().removeExamples(examples); });
        foot->addWidget(button);
    }
    if (!check.examples.empty() || !fix.isEmpty())
        column->addLayout(foot);
    return widget;
}

QWidget *ChecksCard::rejectedRow()
{
    auto *widget = new QWidget;
    const QString title = m_rejected.size() == 1 ? tr("1 file could not be read")
                                                 : tr("%1 files could not be read").arg(text::numberText(m_rejected.size()));
    QVBoxLayout *column
        = rowColumn(widget, lookOf(CheckKind::Unreadable), title, tr("They were left out. Everything else was added."));
    QStringList names;
    for (const QString &path : m_rejected.mid(0, kRejectedShown))
        names.append(QFileInfo(path).fileName());
    if (m_rejected.size() > kRejectedShown)
        names.append(tr("and %1 more").arg(text::numberText(m_rejected.size() - kRejectedShown)));
    column->addWidget(widgets::label(names.join(QLatin1Char('\n')), TextSize::Secondary, Tone::Text, QFont::Normal, true));
    return widget;
}

void ChecksCard::rebuild()
{
    clearLayout(m_rows);
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab)
        return;
    if (lab->path != m_labPath) {
        // What was rejected belongs to the lab it was meant for.
        if (!m_labPath.isEmpty())
            m_rejected.clear();
        m_labPath = lab->path;
    }
    bool first = true;
    const auto add = [&](QWidget *row) {
        if (!first)
            m_rows->addWidget(widgets::divider());
        first = false;
        m_rows->addWidget(row);
    };
    for (const runner::DataCheck &check : lab->checks)
        add(row(check));
    if (!m_rejected.isEmpty())
        add(rejectedRow());
    const auto has = [&](CheckKind kind) {
        return std::any_of(lab->checks.begin(), lab->checks.end(), [kind](const auto &check) { return check.kind == kind; });
    };
    const auto addGood = [&](const QString &text) {
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 5, 0, 5);
        layout->setSpacing(10);
        layout->addWidget(new widgets::SymbolLabel(Symbol::Check, Ink::Ok, 16), 0, Qt::AlignTop);
        layout->addWidget(widgets::label(text, TextSize::Secondary, Tone::Secondary, QFont::Normal, true), 1);
        m_rows->addWidget(line);
    };
    const bool isText = m_workspace.modality() == Modality::Text;
    if (!lab->examples.empty()) {
        if (!has(CheckKind::Duplicates))
            addGood(isText ? tr("No sentence appears twice among the examples") : tr("No picture appears twice among the examples"));
        if (!has(CheckKind::Leak))
            addGood(isText ? tr("No test sentence is among the examples") : tr("No test picture is among the examples"));
        if (!has(CheckKind::Unbalanced))
            addGood(tr("No class has more than three times as many examples as another"));
    }
    const auto things = static_cast<int>(lab->checks.size()) + (m_rejected.isEmpty() ? 0 : 1);
    setSubtitle(lab->examples.empty() ? QString()
                    : things == 0     ? tr("all fine")
                    : things == 1     ? tr("1 thing to look at")
                                      : tr("%1 things to look at").arg(text::numberText(things)));
    m_rows->addStretch(1);
}

} // namespace shotlab::pages
