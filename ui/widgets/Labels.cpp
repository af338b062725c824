// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Labels.h"

#include <QApplication>
#include <QPainter>
#include <QVariant>

namespace shotlab::widgets
{

namespace
{

constexpr const char *kToneProperty = "tone";

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
    }
    return t.text;
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

// By palette, not by style sheet: a rule that depends on a property needs the widget polished again, which resets its font.
void setTone(QLabel *label, Tone tone)
{
    label->setProperty(kToneProperty, static_cast<int>(tone));
    QPalette palette = label->palette();
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::WindowText, colourOf(tone));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, currentTokens().faint);
    label->setPalette(palette);
}

void refreshTones()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *toned = qobject_cast<QLabel *>(widget);
        const QVariant tone = toned ? toned->property(kToneProperty) : QVariant();
        if (tone.isValid())
            setTone(toned, static_cast<Tone>(tone.toInt()));
    }
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
