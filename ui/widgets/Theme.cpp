// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include "widgets/FocusRing.h"
#include "widgets/Fonts.h"
#include "widgets/StyleSheet.h"

namespace shotlab::widgets
{

namespace
{

constexpr double kPointsPerPixel = 0.75; // at 96 dpi; points follow the user's font scaling, pixels would not
constexpr int kMiddleLightness = 128;

Tokens lightTokens()
{
    Tokens t;
    t.window = QColor(0xF3F4F6);
    t.card = QColor(0xFFFFFF);
    t.inner = QColor(0xF1F2F5);
    t.line = QColor(0xE2E5EA);
    t.controlLine = QColor(0xCDD2DA);
    t.text = QColor(0x1A1D21);
    t.secondary = QColor(0x4E5661);
    t.faint = QColor(0x7A828E);
    t.accent = QColor(0x2158D0);
    t.accentHover = QColor(0x1A4AB4);
    t.onAccent = QColor(0xFFFFFF);
    t.tint = QColor(0xE8EFFC);
    t.warning = QColor(0x8A5A00);
    t.warningTint = QColor(0xFDF4E1);
    t.error = QColor(0xB3261E);
    t.errorLine = QColor(0xF0B9B5);
    t.ok = QColor(0x0B7A55);
    t.frozen = QColor(0x2160A8);
    t.learning = QColor(0xB23A00);
    t.track = QColor(0xDDE1E8);
    t.bar = QColor(0x1A1D21);
    t.onBar = QColor(0xFFFFFF);
    t.barLink = QColor(0x8FB4FF);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.window = QColor(0x15171A);
    t.card = QColor(0x1D2024);
    t.inner = QColor(0x16181B);
    t.line = QColor(0x2E3238);
    t.controlLine = QColor(0x3B4048);
    t.text = QColor(0xF1F3F5);
    t.secondary = QColor(0xA9B1BC);
    t.faint = QColor(0x7E8794);
    t.accent = QColor(0x78A6FF);
    t.accentHover = QColor(0x94B8FF);
    t.onAccent = QColor(0x10151F);
    t.tint = QColor(0x20304F);
    t.warning = QColor(0xE8B650);
    t.warningTint = QColor(0x332A14);
    t.error = QColor(0xFF8A80);
    t.errorLine = QColor(0x6E302C);
    t.ok = QColor(0x45C598);
    t.frozen = QColor(0x84B4EE);
    t.learning = QColor(0xFF9A5C);
    t.track = QColor(0x343941);
    t.bar = QColor(0x2B3037);
    t.onBar = QColor(0xF1F3F5);
    t.barLink = QColor(0x9CC0FF);
    return t;
}

Tokens highContrastTokens()
{
    Tokens t;
    t.window = QColor(Qt::black);
    t.card = QColor(Qt::black);
    t.inner = QColor(0x141414);
    t.line = QColor(0x8C8C8C);
    t.controlLine = QColor(0xFFFFFF);
    t.text = QColor(0xFFFFFF);
    t.secondary = QColor(0xE8E8E8);
    t.faint = QColor(0xC4C4C4);
    t.accent = QColor(0x80D4FF);
    t.accentHover = QColor(0xB8E7FF);
    t.onAccent = QColor(Qt::black);
    t.tint = QColor(0x00324D);
    t.warning = QColor(0xFFD24D);
    t.warningTint = QColor(0x2B2200);
    t.error = QColor(0xFFA29A);
    t.errorLine = QColor(0xFFA29A);
    t.ok = QColor(0x5CF2B4);
    t.frozen = QColor(0xA6D0FF);
    t.learning = QColor(0xFFB27A);
    t.track = QColor(0x404040);
    t.bar = QColor(0xFFFFFF);
    t.onBar = QColor(Qt::black);
    t.barLink = QColor(0x003C9E);
    t.edge = 2;
    return t;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {{QPalette::Window, t.window},
                                                            {QPalette::WindowText, t.text},
                                                            {QPalette::Base, t.card},
                                                            {QPalette::AlternateBase, t.inner},
                                                            {QPalette::Text, t.text},
                                                            {QPalette::Button, t.card},
                                                            {QPalette::ButtonText, t.text},
                                                            {QPalette::BrightText, t.onAccent},
                                                            {QPalette::Highlight, t.accent},
                                                            {QPalette::HighlightedText, t.onAccent},
                                                            {QPalette::ToolTipBase, t.bar},
                                                            {QPalette::ToolTipText, t.onBar},
                                                            {QPalette::PlaceholderText, t.faint},
                                                            {QPalette::Link, t.accent},
                                                            {QPalette::LinkVisited, t.accent},
                                                            {QPalette::Light, t.card},
                                                            {QPalette::Midlight, t.line},
                                                            {QPalette::Mid, t.controlLine},
                                                            {QPalette::Dark, t.faint},
                                                            {QPalette::Shadow, t.faint}};
    for (const auto &[role, colour] : roles)
        palette.setColor(role, colour);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.faint);
    return palette;
}

double pixels(TextSize size)
{
    switch (size) {
    case TextSize::Hero:
        return 28;
    case TextSize::PageQuestion:
        return 20;
    case TextSize::ChartTitle:
        return 16;
    case TextSize::CardTitle:
        return 15;
    case TextSize::Body:
        return 13.5;
    case TextSize::Secondary:
        return 12.5;
    case TextSize::Smallest:
        return 11.5;
    }
    return 13.5;
}

int papers = 0; ///< how many OnPaper live

} // namespace

const Tokens &tokens(Scheme scheme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    static const Tokens highContrast = highContrastTokens();
    switch (scheme) {
    case Scheme::Dark:
        return dark;
    case Scheme::HighContrast:
        return highContrast;
    case Scheme::Light:
        break;
    }
    return light;
}

const std::vector<Scheme> &allSchemes()
{
    static const std::vector<Scheme> schemes {Scheme::Light, Scheme::Dark, Scheme::HighContrast};
    return schemes;
}

double textContrast(Scheme scheme) { return scheme == Scheme::HighContrast ? 7 : 4.5; }

OnPaper::OnPaper() { ++papers; }

OnPaper::~OnPaper() { --papers; }

Scheme currentScheme()
{
    if (papers > 0)
        return Scheme::Light;
    const QColor window = QGuiApplication::palette().color(QPalette::Window);
    if (window == tokens(Scheme::HighContrast).window)
        return Scheme::HighContrast;
    return window.lightness() < kMiddleLightness ? Scheme::Dark : Scheme::Light;
}

const Tokens &currentTokens() { return tokens(currentScheme()); }

void applyScheme(QApplication &application, Scheme scheme)
{
    registerFonts();
    FocusRing::install(application);
    if (application.style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(widgets::font(TextSize::Body));
    QApplication::setPalette(paletteOf(tokens(scheme)));
    application.setStyleSheet(styleSheet(tokens(scheme)));
}

QFont font(TextSize size, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPointSizeF(pixels(size) * kPointsPerPixel);
    font.setWeight(weight);
    // Without this, hinting rounds every advance to whole pixels and small text looks uneven.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace shotlab::widgets
