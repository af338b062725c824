// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/StyleSheet.h"

#include <utility>

namespace shotlab::widgets
{

namespace
{

const char *const kRules = R"(
QToolTip { background: @bar; color: @onBar; border: 1px solid @bar; padding: 4px 6px; }

QFrame[card="plain"] { background: @card; border: @edge solid @cardLine; border-radius: 10px; }
QFrame[card="tinted"] { background: @tint; border: @edge solid @tintLine; border-radius: 10px; }
QFrame[card="warning"] { background: @warningTint; border: @edge solid @warningLine; border-radius: 10px; }
QFrame[card="failed"] { background: @card; border: @edge solid @errorLine; border-radius: 10px; }
QFrame[card="dashed"] { background: transparent; border: 2px dashed @controlLine; border-radius: 10px; }
QFrame[card="selected"] { background: @card; border: 2px solid @accent; border-radius: 10px; }
QFrame[card="inner"] { background: transparent; border: @edge solid @cardLine; border-radius: 8px; }

QFrame[divider="true"] { background: @line; border: none; }

QLineEdit {
    background: @card; color: @text; border: 1px solid @controlLine; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border: 1px solid @accent; }
QLineEdit[inPlace="true"] { background: transparent; border: 1px solid transparent; padding: 1px 3px; }
QLineEdit[inPlace="true"]:hover { border: 1px solid @controlLine; }
QLineEdit[inPlace="true"]:focus { background: @card; border: 1px solid @accent; }

QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 8px; background: @card; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }

QAbstractItemView { background: transparent; border: none; outline: none; color: @text; selection-background-color: @tint; selection-color: @text; }
QTableView { border: 1px solid @line; border-radius: 6px; gridline-color: @line; }
QTableView::item { padding: 0 7px; border-bottom: 1px solid @line; }
QTableView::item:selected { background: @tint; color: @text; }
QHeaderView { background: transparent; }
QHeaderView::section { background: @inner; color: @text; border: none; border-bottom: 1px solid @line; padding: 6px 7px; }
QTableCornerButton::section { background: @inner; border: none; border-bottom: 1px solid @line; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @controlLine; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @card; color: @text; border: 1px solid @controlLine; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @tint; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
)";

} // namespace

QString styleSheet(const Tokens &tokens)
{
    QString sheet = QString::fromLatin1(kRules);
    // Longer names first: "@accent" is the beginning of none, but "@line" and "@on…" have longer relatives.
    // Strong edges stand in for the soft grounds, which nobody can tell apart in high contrast.
    const bool strong = tokens.edge > 1;
    const std::pair<const char *, QColor> values[] = {
        {"@warningLine", strong ? tokens.warning : tokens.warningTint},
        {"@cardLine", strong ? tokens.controlLine : tokens.line},
        {"@tintLine", strong ? tokens.accent : tokens.tint},
        {"@warningTint", tokens.warningTint},
        {"@controlLine", tokens.controlLine},
        {"@errorLine", tokens.errorLine},
        {"@onAccent", tokens.onAccent},
        {"@accent", tokens.accent},
        {"@onBar", tokens.onBar},
        {"@faint", tokens.faint},
        {"@inner", tokens.inner},
        {"@card", tokens.card},
        {"@line", tokens.line},
        {"@text", tokens.text},
        {"@tint", tokens.tint},
        {"@bar", tokens.bar},
    };
    for (const auto &[name, colour] : values)
        sheet.replace(QLatin1String(name), colour.name());
    sheet.replace(QLatin1String("@edge"), QStringLiteral("%1px").arg(tokens.edge));
    return sheet;
}

} // namespace shotlab::widgets
