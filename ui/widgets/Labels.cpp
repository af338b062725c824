// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Labels.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>

namespace shotlab::widgets
{

namespace
{

const char *toneName(Tone tone)
{
    switch (tone) {
    case Tone::Text:
        return "text";
    case Tone::Secondary:
        return "secondary";
    case Tone::Faint:
        return "faint";
    case Tone::Accent:
        return "accent";
    case Tone::Warning:
        return "warning";
    case Tone::Error:
        return "error";
    case Tone::Ok:
        return "ok";
    case Tone::Frozen:
        return "frozen";
    case Tone::Learning:
        return "learning";
    }
    return "text";
}

} // namespace

QLabel *label(const QString &text, TextSize size, Tone tone, QFont::Weight weight, bool wrap, QWidget *parent)
{
    auto *result = new QLabel(text, parent);
    result->setTextFormat(Qt::PlainText);
    result->setFont(widgets::font(size, weight));
    result->setWordWrap(wrap);
    setTone(result, tone);
    return result;
}

void setTone(QLabel *label, Tone tone)
{
    label->setProperty("tone", QLatin1String(toneName(tone)));
    // A rule that depends on a property is only looked at again when the style is set anew.
    label->style()->unpolish(label);
    label->style()->polish(label);
}

SymbolLabel::SymbolLabel(Symbol symbol, Ink ink, int side, QWidget *parent)
    : QLabel(parent), m_symbol(symbol), m_ink(ink), m_side(side)
{
    setFixedSize(side, side);
}

void SymbolLabel::setSymbol(Symbol symbol, Ink ink)
{
    m_symbol = symbol;
    m_ink = ink;
    update();
}

void SymbolLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, symbolPixmap(m_symbol, m_ink, m_side, devicePixelRatioF()));
}

QFrame *divider(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("divider", true);
    line->setFixedHeight(1);
    return line;
}

} // namespace shotlab::widgets
