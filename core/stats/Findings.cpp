// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/FindingRules.h"

namespace shotlab::stats
{

std::vector<Finding> findings(const Comparison &comparison, const std::vector<CellOutcomes> &cells)
{
    const Evidence evidence(comparison, cells);
    const std::vector<Contrast> tested = contrasts(evidence);
    std::vector<Finding> result = crossingFindings(evidence, tested);
    const auto append = [&result](const std::vector<Finding> &more) { result.insert(result.end(), more.begin(), more.end()); };

    // The answer to "which is better" comes before everything that explains it; further such sentences come late.
    std::vector<Finding> better = contrastFindings(evidence, tested);
    if (!better.empty())
        append({better.front()});
    append(worthOfNamesFindings(evidence));
    append(worthOfPretrainingFindings(evidence, tested));
    append(luckFindings(evidence));
    append(forgettingFindings(evidence));
    append(priceFindings(evidence, tested));
    if (!better.empty())
        append({better.begin() + 1, better.end()});
    append(stubbornMixUpFindings(evidence));
    append(memorisedFindings(evidence));
    append(thinIceFindings(evidence));
    return result;
}

} // namespace shotlab::stats
