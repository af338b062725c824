// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/DrawLuckPrior.h"

#include <algorithm>
#include <cmath>

#include "stats/Distributions.h"

namespace shotlab::stats
{

namespace
{

/// x with trigamma(x) = y by Newton's method on 1 / trigamma, which is nearly linear (Smyth 2004, appendix).
double trigammaInverse(double y)
{
    constexpr int kSteps = 50;
    double x = 0.5 + 1 / y;
    for (int step = 0; step < kSteps; ++step) {
        const double value = trigamma(x);
        const double slope = (trigamma(x * (1 + 1e-5)) - value) / (x * 1e-5);
        const double change = value * (1 - value / y) / slope;
        x += change;
        if (std::abs(change) < 1e-8 * x)
            break;
    }
    return x;
}

} // namespace

DrawLuckPrior drawLuckPrior(const std::vector<DrawLuckRatio> &ratios)
{
    std::vector<double> logs;
    double expectedVariance = 0;
    for (const DrawLuckRatio &r : ratios) {
        if (r.ratio <= 0 || r.df <= 0)
            continue;
        logs.push_back(std::log(r.ratio) - digamma(r.df / 2) + std::log(r.df / 2));
        expectedVariance += trigamma(r.df / 2);
    }
    const auto count = static_cast<double>(logs.size());
    if (logs.size() < static_cast<std::size_t>(kFewestRatios))
        return {};
    double mean = 0;
    for (const double value : logs)
        mean += value / count;
    double variance = 0;
    for (const double value : logs)
        variance += (value - mean) * (value - mean) / (count - 1);

    DrawLuckPrior prior {std::exp(mean), kMostPriorDf};
    const double beyondChance = variance - expectedVariance / count;
    if (beyondChance > 0) {
        const double df = 2 * trigammaInverse(beyondChance);
        prior.ratio = std::exp(mean + digamma(df / 2) - std::log(df / 2));
        prior.df = std::min(df, kMostPriorDf);
    }
    return prior;
}

DrawLuckRatio moderated(const DrawLuckRatio &own, const DrawLuckPrior &prior)
{
    const double df = own.df + prior.df;
    return {std::max(1.0, (own.df * own.ratio + prior.df * prior.ratio) / df), df};
}

} // namespace shotlab::stats
