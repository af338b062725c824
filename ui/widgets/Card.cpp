// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>
#include <QVariant>

#include "text/Phrases.h"
#include "widgets/ElidedLabel.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kPadding = 16;
constexpr int kTopPadding = 13;
constexpr int kWholeTitle = 220; ///< pixels; shorter titles make room for themselves

const char *kindName(Card::Kind kind)
{
    switch (kind) {
    case Card::Kind::Plain:
        return "plain";
    case Card::Kind::Tinted:
        return "tinted";
    case Card::Kind::Warning:
        return "warning";
    case Card::Kind::Failed:
        return "failed";
    case Card::Kind::Dashed:
        return "dashed";
    case Card::Kind::Selected:
        return "selected";
    }
    return "plain";
}

} // namespace

Card::Card(const QString &title, QWidget *parent) : QFrame(parent)
{
    setProperty("card", QLatin1String(kindName(m_kind)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kTopPadding, kPadding, kPadding - 2);
    column->setSpacing(10);

    m_header = new QWidget(this);
    auto *header = new QVBoxLayout(m_header);
    header->setContentsMargins(0, 0, 0, 0);
    header->setSpacing(3);
    m_headerRow = new QHBoxLayout;
    m_headerRow->setSpacing(10);
    m_title = new ElidedLabel;
    m_title->setTextFont(widgets::font(TextSize::CardTitle, QFont::DemiBold));
    m_subtitle = label({}, TextSize::Secondary, Tone::Secondary);
    m_headerRow->addWidget(m_title, 0, Qt::AlignBaseline);
    m_headerRow->addWidget(m_subtitle, 0, Qt::AlignBaseline);
    m_headerRow->addStretch(1);
    header->addLayout(m_headerRow);
    m_description = label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    m_description->hide();
    header->addWidget(m_description);
    column->addWidget(m_header);

    m_body = new QVBoxLayout;
    m_body->setSpacing(8);
    column->addLayout(m_body, 1);
    setTitle(title);
    m_subtitle->hide();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setMinimumWidth(0); // else a label wants at least that
    m_title->setMinimumWidth(std::min(m_title->sizeHint().width(), kWholeTitle));
    m_header->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

QString Card::title() const { return m_title->text(); }

void Card::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Card::setDescription(const QString &description)
{
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
}

void Card::setKind(Kind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    setProperty("card", QLatin1String(kindName(kind)));
    style()->unpolish(this);
    style()->polish(this);
}

void Card::addHeaderWidget(QWidget *widget) { m_headerRow->addWidget(widget, 0, Qt::AlignVCenter); }

void Card::addLeadingSymbol(Symbol symbol, Ink ink)
{
    m_headerRow->insertWidget(0, new SymbolLabel(symbol, ink), 0, Qt::AlignVCenter);
}

void Card::setHeaderVisible(bool visible) { m_header->setVisible(visible); }

NoticeCard::NoticeCard(QWidget *parent) : Card({}, parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_icon = new SymbolLabel(Symbol::Info, Ink::Accent, 18);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(5);
    m_what = label({}, TextSize::CardTitle, Tone::Text, QFont::DemiBold, true);
    m_more = label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    words->addWidget(m_what);
    words->addWidget(m_more);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(8);
    m_actions->addStretch(1);
    words->addLayout(m_actions);
    row->addLayout(words, 1);
    body()->addLayout(row);
    body()->addStretch(1);
}

void NoticeCard::setNotice(Mood mood, const QString &what, const QString &more)
{
    switch (mood) {
    case Mood::Info:
        setKind(Kind::Tinted);
        m_icon->setSymbol(Symbol::Info, Ink::Accent);
        break;
    case Mood::Warning:
        setKind(Kind::Plain);
        m_icon->setSymbol(Symbol::Warning, Ink::Warning);
        break;
    case Mood::Error:
        setKind(Kind::Failed);
        m_icon->setSymbol(Symbol::Alert, Ink::Error);
        break;
    case Mood::Outdated:
        setKind(Kind::Plain);
        m_icon->setSymbol(Symbol::Outdated, Ink::Warning);
        break;
    }
    m_what->setText(text::withoutFullStop(what)); // a title has no full stop
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    setAccessibleName(what);
    setAccessibleDescription(more);
}

void NoticeCard::addAction(QWidget *button)
{
    m_actions->setContentsMargins(0, 5, 0, 0);
    m_actions->insertWidget(m_actions->count() - 1, button);
}

} // namespace shotlab::widgets
