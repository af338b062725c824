// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Labels.h"

#include <QEvent>
#include <QPainter>

namespace shotlab::widgets
{

namespace
{

QColor colourOf(Tone tone)
{
    const Tokens &t = currentTokens();
    switch (tone) {
    case Tone::Text:
        return t.text;
    case Tone::Secondary:
        return t.secondary;
    case Tone::Faint:
        return t.faint;
    case Tone::Accent:
        return t.accent;
    case Tone::Warning:
        return t.warning;
    case Tone::Error:
        return t.error;
    case Tone::Ok:
        return t.ok;
    case Tone::Frozen:
        return t.frozen;
    case Tone::Learning:
        return t.learning;
    case Tone::OnBar:
        return t.onBar;
    }
    return t.text;
}

} // namespace

TextLabel::TextLabel(const QString &text, QWidget *parent) : QLabel(text, parent), m_font(widgets::font(TextSize::Body))
{
    setTextFormat(Qt::PlainText);
    assertLook();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    assertLook();
}

void TextLabel::setTextFont(const QFont &font)
{
    m_font = font;
    assertLook();
}

bool TextLabel::event(QEvent *event)
{
    const bool handled = QLabel::event(event);
    if (event->type() == QEvent::Polish || event->type() == QEvent::StyleChange)
        assertLook();
    return handled;
}

void TextLabel::assertLook()
{
    if (m_asserting)
        return;
    m_asserting = true;
    setFont(m_font);
    QPalette tinted = palette();
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        tinted.setColor(group, QPalette::WindowText, colourOf(m_tone));
    tinted.setColor(QPalette::Disabled, QPalette::WindowText, currentTokens().faint);
    setPalette(tinted);
    m_asserting = false;
}

TextLabel *label(const QString &text, TextSize size, Tone tone, QFont::Weight weight, bool wrap, QWidget *parent)
{
    auto *result = new TextLabel(text, parent);
    result->setWordWrap(wrap);
    result->setTextFont(font(size, weight));
    result->setTone(tone);
    return result;
}

void setTone(QLabel *label, Tone tone)
{
    if (auto *text = qobject_cast<TextLabel *>(label))
        text->setTone(tone);
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
