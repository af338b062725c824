// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>
#include <numeric>

#include "stats/Distributions.h"
#include "stats/Intervals.h"
#include "stats/Outcomes.h"

namespace shotlab::stats
{

namespace
{

/// Luck of the draws by the t interval of their means; luck of the source examples, which are the same in all draws, by
/// McNemar's variance of a paired difference, (changed - lost^2) / count. Both add up.
std::optional<RetentionSummary> retentionOf(const std::vector<Retention> &draws)
{
    if (draws.empty())
        return std::nullopt;
    const auto count = static_cast<double>(draws.size());
    const auto mean = [&](auto value) {
        return std::accumulate(draws.begin(), draws.end(), 0.0, [&](double sum, const Retention &one) { return sum + value(one); })
            / count;
    };
    RetentionSummary summary;
    summary.kind = draws.front().kind;
    summary.count = draws.front().count;
    summary.before = mean([](const Retention &one) { return one.before; });
    summary.after = mean([](const Retention &one) { return one.after; });
    const double lost = summary.lost.mean = summary.before - summary.after;
    if (summary.kind != RetentionKind::SourceTask || summary.count < 1)
        return summary;
    const double changed = mean([](const Retention &one) { return one.changed; });
    double halfWidth = normalUpperQuantile(kAlpha / 2) * std::sqrt(std::max(0.0, changed - lost * lost) / summary.count);
    if (count > 1) {
        const double squares = mean([&](const Retention &one) { return std::pow(one.before - one.after - lost, 2); });
        const double ofDraws = studentUpperQuantile(kAlpha / 2, count - 1) * std::sqrt(squares / (count - 1));
        halfWidth = std::hypot(halfWidth, ofDraws);
    }
    summary.lost.low = lost - halfWidth;
    summary.lost.high = lost + halfWidth;
    return summary;
}

} // namespace

CellSummary summarise(const CellOutcomes &cell)
{
    CellSummary summary;
    summary.arm = cell.arm;
    summary.shots = cell.shots;
    summary.draws = static_cast<int>(cell.correct.size());
    summary.seconds = cell.seconds;
    summary.trainedParameters = cell.trainedParameters;
    summary.retention = retentionOf(cell.retention);
    if (cell.correct.empty() || cell.correct.front().empty())
        return summary;
    summary.testSize = static_cast<int>(cell.correct.front().size());
    summary.testLuckOnly = summary.draws == 1;
    summary.accuracy = accuracyInterval(cell.correct);
    for (const std::vector<std::uint8_t> &row : cell.correct)
        summary.perDraw.push_back(std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(row.size()));
    return summary;
}

} // namespace shotlab::stats
