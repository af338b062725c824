// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartMath.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include <QCoreApplication>
#include <QStringList>

#include "text/Sentences.h"

namespace shotlab::charts
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartMath)
};

struct Anchor {
    int shots;
    double place;
};
constexpr std::array kAnchors {Anchor {0, 0.0}, Anchor {1, 0.20}, Anchor {2, 0.36}, Anchor {5, 0.58}, Anchor {10, 0.76}};
constexpr double kStepToAll = 0.24;
constexpr double kSmallestGap = 0.06; // of the width of the usual list: two labels of two digits
constexpr double kClearance = 0.04; // of the range below 100 that the lowest thing keeps from the axis
constexpr std::array<double, 5> kLowerBounds {80, 60, 40, 20, 0};

std::optional<double> share(const std::optional<double> &value)
{
    if (!value || !std::isfinite(*value))
        return {};
    return std::clamp(*value, 0.0, 1.0);
}

double boundBelow(double lowestPercent)
{
    const auto fits = [&](double bound) { return lowestPercent >= bound + kClearance * (100 - bound); };
    const auto found = std::find_if(kLowerBounds.begin(), kLowerBounds.end(), fits);
    return found == kLowerBounds.end() ? 0 : *found;
}

/// Place of a number on an open-ended scale through the anchors, logarithmic in 1 + k between and beyond them.
double place(int shots)
{
    std::size_t upper = 1;
    while (upper + 1 < kAnchors.size() && shots > kAnchors[upper].shots)
        ++upper;
    const Anchor &a = kAnchors[upper - 1];
    const Anchor &b = kAnchors[upper];
    const double slope = (b.place - a.place) / (std::log1p(b.shots) - std::log1p(a.shots));
    return a.place + slope * (std::log1p(shots) - std::log1p(a.shots));
}

bool curveOrder(const CurvePoint &a, const CurvePoint &b) { return a.step < b.step; }

} // namespace

std::optional<double> costOf(const AccuracyPoint &point, Cost cost)
{
    if (cost == Cost::Weights)
        return point.weights ? std::optional(static_cast<double>(*point.weights)) : std::nullopt;
    return point.seconds > 0 ? std::optional(point.seconds) : std::nullopt;
}

double costPosition(double amount, Cost cost)
{
    constexpr double kNothing = 0.7; // decades left of the least
    const double least = cost == Cost::Seconds ? 1e-3 : 100;
    return amount > 0 ? std::log10(std::max(amount, least)) : std::log10(least) - kNothing;
}

bool isHidden(int arm, const std::vector<int> &hiddenArms)
{
    return std::find(hiddenArms.begin(), hiddenArms.end(), arm) != hiddenArms.end();
}

AccuracyChartData cleaned(AccuracyChartData data)
{
    for (AccuracySeries &series : data.series) {
        std::map<Shots, AccuracyPoint> byShots;
        for (AccuracyPoint point : series.points) {
            const std::optional<double> mean = share(point.accuracy.mean);
            if (!mean)
                continue;
            point.accuracy = {*mean, share(point.accuracy.low), share(point.accuracy.high)};
            byShots[point.shots] = point;
        }
        series.points.clear();
        for (const auto &entry : byShots)
            series.points.push_back(entry.second);
    }
    std::erase_if(data.floors, [](const FloorLine &floor) { return !share(floor.accuracy); });
    for (FloorLine &floor : data.floors)
        floor.accuracy = std::clamp(floor.accuracy, 0.0, 1.0);
    return data;
}

LearningChartData cleaned(LearningChartData data)
{
    for (LearningSeries &series : data.series) {
        for (std::vector<CurvePoint> &draw : series.draws) {
            std::erase_if(draw, [](const CurvePoint &point) { return !std::isfinite(point.value) || point.step < 0; });
            for (CurvePoint &point : draw)
                point.value = std::clamp(point.value, 0.0, 1.0);
            std::stable_sort(draw.begin(), draw.end(), curveOrder);
        }
        // A running draw without a point yet must not make the last finished one look alive.
        if (!series.draws.empty() && series.draws.back().empty())
            series.running = false;
        std::erase_if(series.draws, [](const auto &draw) { return draw.empty(); });
    }
    std::erase_if(data.series, [](const LearningSeries &series) { return series.draws.empty(); });
    return data;
}

std::vector<double> shotsPositions(const std::vector<Shots> &shots)
{
    if (shots.size() < 2)
        return std::vector<double>(shots.size(), 0.5);
    std::vector<double> positions;
    for (const Shots k : shots) {
        const double previous = positions.empty() ? 0 : positions.back();
        const double wanted = k.isAll() ? previous + kStepToAll : place(k.perClass());
        positions.push_back(positions.empty() ? wanted : std::max(wanted, previous + kSmallestGap));
    }
    const double first = positions.front();
    const double length = positions.back() - first;
    for (double &position : positions)
        position = (position - first) / length;
    return positions;
}

std::vector<Shots> shotsOf(const AccuracyChartData &data)
{
    std::set<Shots> all(data.shots.begin(), data.shots.end());
    bool needsNone = data.series.empty();
    for (const AccuracySeries &series : data.series) {
        needsNone = needsNone || !usesExamples(series.kind);
        for (const AccuracyPoint &point : series.points)
            all.insert(point.shots);
    }
    if (!needsNone)
        all.erase(Shots(0)); // no arm can have a result there
    return {all.begin(), all.end()};
}

double lowerBound(const AccuracyChartData &data, const std::vector<int> &hiddenArms)
{
    double lowest = 1;
    bool any = false;
    for (const AccuracySeries &series : data.series) {
        if (isHidden(series.arm, hiddenArms))
            continue;
        for (const AccuracyPoint &point : series.points) {
            lowest = std::min(lowest, std::min(point.accuracy.mean, point.accuracy.low.value_or(1)));
            any = true;
        }
    }
    return any ? boundBelow(100 * lowest) : 0;
}

LearningChartData measuredAs(LearningChartData data, CurveMeasure measure)
{
    if (measure == CurveMeasure::TestAccuracy)
        return data;
    for (LearningSeries &series : data.series) {
        for (std::vector<CurvePoint> &draw : series.draws) {
            std::erase_if(draw, [](const CurvePoint &point) { return !point.loss; });
            for (CurvePoint &point : draw)
                point = {point.step, *point.loss, std::nullopt};
        }
        series.running = series.running && !series.draws.back().empty(); // its first batch is still to come
        std::erase_if(series.draws, [](const std::vector<CurvePoint> &draw) { return draw.empty(); });
    }
    std::erase_if(data.series, [](const LearningSeries &series) { return series.draws.empty(); });
    return data;
}

double roundedTop(const LearningChartData &data)
{
    double highest = 0;
    for (const LearningSeries &series : data.series) {
        for (const std::vector<CurvePoint> &draw : series.draws) {
            for (const CurvePoint &point : draw)
                highest = std::max(highest, point.value);
        }
    }
    if (highest <= 0)
        return 1;
    const double decade = std::pow(10, std::floor(std::log10(highest)));
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (highest <= factor * decade * (1 + 1e-9))
            return factor * decade;
    }
    return 10 * decade;
}

std::vector<double> roundTicks(double top, double pixels, double pixelsEach)
{
    constexpr int kMostIntervals = 5;
    const int room = std::clamp(static_cast<int>(pixels / pixelsEach), 1, kMostIntervals);
    const double decade = std::pow(10, std::floor(std::log10(top)) - 1);
    double step = top;
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0}) {
        const double intervals = top / (factor * decade);
        if (intervals <= room && std::abs(intervals - std::round(intervals)) < 1e-6) {
            step = factor * decade;
            break;
        }
    }
    std::vector<double> ticks;
    for (int i = 0; i * step <= top * (1 + 1e-9); ++i)
        ticks.push_back(i * step);
    return ticks;
}

double lowerBound(const LearningChartData &data)
{
    double lowest = 1;
    bool any = false;
    for (const LearningSeries &series : data.series) {
        for (const std::vector<CurvePoint> &draw : series.draws) {
            for (const CurvePoint &point : draw) {
                lowest = std::min(lowest, point.value);
                any = true;
            }
        }
    }
    return any ? boundBelow(100 * lowest) : 0;
}

std::vector<double> spreadLabels(const std::vector<double> &wanted, double spacing, double low, double high)
{
    const std::size_t count = wanted.size();
    if (count == 0)
        return {};
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    const double gaps = static_cast<double>(count - 1);
    const double step = count > 1 ? std::min(spacing, std::max(0.0, high - low) / gaps) : 0;

    // With the own share of the spacing taken off, "far enough apart" becomes "not decreasing".
    struct Block {
        double sum;
        int size;
        [[nodiscard]] double mean() const { return sum / size; }
    };
    std::vector<Block> blocks;
    for (std::size_t rank = 0; rank < count; ++rank) {
        blocks.push_back({wanted[order[rank]] - static_cast<double>(rank) * step, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().size += last.size;
        }
    }
    std::vector<double> result(count);
    std::size_t rank = 0;
    for (const Block &block : blocks) {
        const double base = std::clamp(block.mean(), low, std::max(low, high - gaps * step));
        for (int member = 0; member < block.size; ++member, ++rank)
            result[order[rank]] = base + static_cast<double>(rank) * step;
    }
    return result;
}

std::optional<double> valueAt(const std::vector<CurvePoint> &curve, int step)
{
    const auto after = std::lower_bound(curve.begin(), curve.end(), CurvePoint {step, 0}, curveOrder);
    if (after == curve.end())
        return {};
    if (after->step == step)
        return after->value;
    if (after == curve.begin())
        return {};
    const CurvePoint &before = *(after - 1);
    const double way = static_cast<double>(step - before.step) / (after->step - before.step);
    return before.value + way * (after->value - before.value);
}

std::vector<CurvePoint> meanCurve(const std::vector<std::vector<CurvePoint>> &draws)
{
    const std::vector<CurvePoint> *longest = nullptr;
    for (const std::vector<CurvePoint> &draw : draws) {
        if (!draw.empty() && (!longest || draw.back().step > longest->back().step))
            longest = &draw;
    }
    if (!longest)
        return {};
    std::vector<CurvePoint> mean;
    for (const CurvePoint &at : *longest) {
        double sum = 0;
        int count = 0;
        for (const std::vector<CurvePoint> &draw : draws) {
            if (const std::optional<double> value = valueAt(draw, at.step)) {
                sum += *value;
                ++count;
            }
        }
        mean.push_back({at.step, sum / count});
    }
    return mean;
}

std::vector<CurvePoint> decimated(const std::vector<CurvePoint> &curve, int columns)
{
    if (columns < 1 || curve.size() <= 2 * static_cast<std::size_t>(columns))
        return curve;
    const double first = curve.front().step;
    const double span = std::max(1.0, curve.back().step - first);
    const auto columnOf
        = [&](const CurvePoint &point) { return std::min(columns - 1, static_cast<int>((point.step - first) / span * columns)); };
    const auto lower = [](const CurvePoint &a, const CurvePoint &b) { return a.value < b.value; };
    std::vector<CurvePoint> kept;
    for (auto begin = curve.begin(); begin != curve.end();) {
        const int column = columnOf(*begin);
        const auto end = std::find_if(begin, curve.end(), [&](const CurvePoint &point) { return columnOf(point) != column; });
        const auto [lowest, highest] = std::minmax_element(begin, end, lower);
        kept.push_back(*std::min(lowest, highest));
        if (lowest != highest)
            kept.push_back(*std::max(lowest, highest));
        begin = end;
    }
    return kept;
}

std::vector<int> stepTicks(int largest)
{
    constexpr int kMostIntervals = 6;
    std::vector<int> ticks {0};
    int step = 1;
    for (int i = 0; largest / step > kMostIntervals; ++i)
        step = i % 3 == 1 ? step / 2 * 5 : step * 2; // 1, 2, 5, 10, 20, 50, …
    for (int tick = step; tick <= largest; tick += step)
        ticks.push_back(tick);
    return ticks;
}

std::vector<double> percentTicks(double low, double pixels, double pixelsEach)
{
    const double range = 100 - low;
    for (const double step : {5.0, 10.0, 20.0, 25.0, 50.0}) {
        const double intervals = range / step;
        if (intervals > 5 || std::abs(intervals - std::round(intervals)) > 1e-9 || pixels < intervals * pixelsEach)
            continue;
        std::vector<double> ticks;
        for (int i = 0; i <= static_cast<int>(std::lround(intervals)); ++i)
            ticks.push_back(low + i * step);
        return ticks;
    }
    return {low, 100};
}

std::vector<ReadingRow> readingAt(const AccuracyChartData &data, Shots shots, const std::vector<int> &hiddenArms)
{
    std::vector<ReadingRow> rows;
    for (const AccuracySeries &series : data.series) {
        if (isHidden(series.arm, hiddenArms))
            continue;
        const bool anywhere = !usesExamples(series.kind);
        const auto at = std::find_if(series.points.begin(), series.points.end(),
                                     [&](const AccuracyPoint &point) { return anywhere || point.shots == shots; });
        if (at != series.points.end())
            rows.push_back({&series, &*at});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ReadingRow &a, const ReadingRow &b) { return a.point->accuracy.mean > b.point->accuracy.mean; });
    return rows;
}

QString readingText(const AccuracyChartData &data, Shots shots, const std::vector<int> &hiddenArms)
{
    QStringList parts;
    for (const ReadingRow &row : readingAt(data, shots, hiddenArms))
        parts
            << Words::tr("%1 %2", "method and its accuracy").arg(row.series->title, text::percentText(row.point->accuracy.mean));
    const QString what = parts.isEmpty() ? Words::tr("not measured yet") : parts.join(Words::tr(", "));
    return Words::tr("%1: %2", "examples per class: values").arg(text::shotsText(shots), what);
}

} // namespace shotlab::charts
