// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;
class QDBusVariant;

/// Colours, fonts and the one style sheet. Fusion below; nothing depends on the desktop's own style.
namespace shotlab::widgets
{

enum class Scheme { Light, Dark, HighContrast }; ///< high contrast: white on black, strong borders
enum class SchemeChoice { System, Light, Dark, HighContrast };

struct Tokens {
    QColor window, card, inner; ///< backgrounds: page, card, quiet fill inside a card
    QColor line, controlLine; ///< card border and grid; border of controls
    QColor text, secondary, faint; ///< faint: hints only, never the sole carrier of meaning
    QColor accent, accentHover, onAccent, tint;
    QColor warning, warningTint, error, errorLine, ok;
    QColor frozen, learning; ///< words and icons of layers
    QColor track; ///< empty part of bars
    QColor bar, onBar, barLink; ///< the undo bar
    int edge = 1; ///< width of the borders of cards, in pixels
};
[[nodiscard]] const Tokens &tokens(Scheme scheme);
[[nodiscard]] const std::vector<Scheme> &allSchemes();
/// Least contrast of text and its ground: 4.5 (WCAG 2.1 AA), in high contrast 7 (AAA).
[[nodiscard]] double textContrast(Scheme scheme);

/// The scheme in force, read off the application's palette: there is no second place that could disagree.
[[nodiscard]] Scheme currentScheme();
[[nodiscard]] const Tokens &currentTokens();

/// While one of these lives, everything that looks at the scheme sees the light one: for pictures that go on paper. On the
/// window's thread, not across its event loop.
class OnPaper
{
public:
    OnPaper();
    ~OnPaper();
    OnPaper(const OnPaper &) = delete;
    OnPaper &operator=(const OnPaper &) = delete;
};

/// Sets style, palette, fonts and style sheet; safe to call again. Widgets repaint through PaletteChange.
void applyScheme(QApplication &application, Scheme scheme);

/// Follows the desktop's settings for light or dark and for contrast (org.freedesktop.appearance) while the choice is System.
class ThemeSwitch : public QObject
{
    Q_OBJECT

public:
    explicit ThemeSwitch(QApplication &application, QObject *parent = nullptr);

    [[nodiscard]] SchemeChoice choice() const { return m_choice; }
    [[nodiscard]] Scheme scheme() const { return currentScheme(); }
    void setChoice(SchemeChoice choice);

Q_SIGNALS:
    void schemeChanged();

private Q_SLOTS:
    void readPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void apply();

    QApplication &m_application;
    SchemeChoice m_choice = SchemeChoice::System;
    bool m_systemDark = false;
    bool m_systemContrast = false;
};

/// Sizes of text, in the pixels of a 96 dpi screen.
enum class TextSize { Hero, PageQuestion, ChartTitle, CardTitle, Body, Secondary, Smallest }; // 28 20 16 15 13.5 12.5 11.5
[[nodiscard]] QFont font(TextSize size, QFont::Weight weight = QFont::Normal);

} // namespace shotlab::widgets
