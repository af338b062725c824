// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

#include "widgets/Icons.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

enum class Tone { Text, Secondary, Faint, Accent, Warning, Error, Ok, Frozen, Learning, OnBar };

/// A label that keeps its size and tone. Qt's style sheets bring a label's font and palette back to what they were when it was
/// first polished, whenever it changes parents or the sheet is set again; this one asserts its own afterwards, and so follows the
/// scheme.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &text = {}, QWidget *parent = nullptr);
    void setTone(Tone tone);
    void setTextFont(const QFont &font);

protected:
    bool event(QEvent *event) override;

private:
    void assertLook();

    Tone m_tone = Tone::Text;
    QFont m_font;
    bool m_asserting = false;
};

/// wrap: word wrap with height for width.
[[nodiscard]] TextLabel *label(const QString &text, TextSize size = TextSize::Body, Tone tone = Tone::Text,
                               QFont::Weight weight = QFont::Normal, bool wrap = false, QWidget *parent = nullptr);
/// For a label made by label().
void setTone(QLabel *label, Tone tone);

/// A symbol on its own; follows the scheme.
class SymbolLabel : public QLabel
{
    Q_OBJECT

public:
    SymbolLabel(Symbol symbol, Ink ink, int side = 18, QWidget *parent = nullptr);
    void setSymbol(Symbol symbol, Ink ink);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Symbol m_symbol;
    Ink m_ink;
    int m_side;
};

/// 1 px line in the colour of card borders.
[[nodiscard]] QFrame *divider(QWidget *parent = nullptr);

} // namespace shotlab::widgets
