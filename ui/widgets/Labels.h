// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

#include "widgets/Icons.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

enum class Tone { Text, Secondary, Faint, Accent, Warning, Error, Ok, Frozen, Learning };

/// A label in one of the sizes and tones of the window; follows the scheme. wrap: word wrap with height for width.
[[nodiscard]] QLabel *label(const QString &text, TextSize size = TextSize::Body, Tone tone = Tone::Text,
                            QFont::Weight weight = QFont::Normal, bool wrap = false, QWidget *parent = nullptr);
void setTone(QLabel *label, Tone tone);
void refreshTones(); ///< after a change of scheme; applyScheme() calls it
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
