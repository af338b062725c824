// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartColours.h"

namespace shotlab::charts
{

namespace
{

constexpr double kBandLight = 0.14;
constexpr double kBandDark = 0.19;
constexpr float kPaleLine = 0.55F; // share of the background in what is out of date
constexpr float kPaleLabel = 0.25F;

QColor mixed(const QColor &colour, const QColor &background, float share)
{
    const auto mix = [share](float a, float b) { return a + share * (b - a); };
    return QColor::fromRgbF(mix(colour.redF(), background.redF()), mix(colour.greenF(), background.greenF()),
                            mix(colour.blueF(), background.blueF()));
}

} // namespace

QColor withOpacity(QColor colour, double opacity)
{
    colour.setAlphaF(colour.alphaF() * static_cast<float>(opacity));
    return colour;
}

double bandOpacity() { return widgets::currentScheme() == widgets::Scheme::Light ? kBandLight : kBandDark; }

widgets::ArmLook lookOf(ArmKind kind, int variant, bool outOfDate)
{
    widgets::ArmLook look = widgets::armLook(kind, widgets::currentScheme(), variant);
    if (outOfDate) {
        look.colour = mixed(look.colour, widgets::currentTokens().card, kPaleLine);
        look.label = mixed(look.label, widgets::currentTokens().card, kPaleLabel);
    }
    return look;
}

} // namespace shotlab::charts
