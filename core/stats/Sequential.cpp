// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Sequential.h"

#include <algorithm>
#include <cmath>

#include "stats/Distributions.h"

namespace shotlab::stats
{

double spentAlpha(double information, double alpha) { return 2 * nominalLevel(information, alpha); }

double nominalLevel(double information, double alpha)
{
    if (information <= 0)
        return 0;
    return 2 * normalUpperTail(normalUpperQuantile(alpha / 4) / std::sqrt(std::min(information, 1.0)));
}

double sequentialP(double p, double information)
{
    if (p >= 1 || information <= 0)
        return 1;
    return std::min(1.0, 4 * normalUpperTail(std::sqrt(std::min(information, 1.0)) * normalUpperQuantile(p / 2)));
}

} // namespace shotlab::stats
