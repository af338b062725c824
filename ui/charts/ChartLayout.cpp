// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartLayout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace shotlab::charts
{

namespace
{

constexpr double kBesideCursor = 14;
constexpr double kMarker = 6; // lines carry markers of this radius
constexpr int kHeightsTried = 9;
constexpr double kSampleEvery = 4; // pixels along a line
constexpr double kSlide = 24; // pixels between the places tried along the axis
constexpr double kAwayPrice = 0.04; // hidden points that one pixel farther from the cursor is worth
constexpr double kHeightPrice = 0.3; // of that, for one pixel off the middle of the area

} // namespace

int linesOver(const QRectF &place, const std::vector<QLineF> &lines)
{
    int points = 0;
    for (const QLineF &line : lines) {
        const int steps = std::max(1, static_cast<int>(std::ceil(line.length() / kSampleEvery)));
        for (int i = 0; i <= steps; ++i)
            points += place.contains(line.pointAt(static_cast<double>(i) / steps)) ? 1 : 0;
    }
    return points;
}

PlotScale PlotScale::grown(double pixels) const
{
    const double perX = (right - left) / rect.width() * pixels;
    const double perY = (top - bottom) / rect.height() * pixels;
    return {rect.adjusted(-pixels, -pixels, pixels, pixels), left - perX, right + perX, bottom - perY, top + perY};
}

std::vector<bool> visibleTicks(const std::vector<TickLabel> &labels, double gap, const std::vector<std::size_t> &front)
{
    std::vector<bool> visible(labels.size(), false);
    if (labels.empty())
        return visible;
    const auto collides = [&](std::size_t a, std::size_t b) {
        return std::abs(labels[a].centre - labels[b].centre) < (labels[a].width + labels[b].width) / 2 + gap;
    };
    std::vector<std::size_t> order = front;
    order.push_back(0);
    order.push_back(labels.size() - 1);
    for (std::size_t i = 1; i + 1 < labels.size(); ++i)
        order.push_back(i);
    for (const std::size_t candidate : order) {
        bool free = candidate < labels.size() && !visible[candidate];
        for (std::size_t other = 0; free && other < labels.size(); ++other)
            free = !visible[other] || !collides(candidate, other);
        if (free)
            visible[candidate] = true;
    }
    return visible;
}

QPointF placeCard(const QSizeF &card, const QRectF &area, double cursorX, const std::vector<QLineF> &data)
{
    const double lastX = std::max(area.left(), area.right() - card.width());
    const double lastY = std::max(area.top(), area.bottom() - card.height());
    std::vector<double> lefts;
    for (double left = cursorX + kBesideCursor; left <= lastX; left += kSlide)
        lefts.push_back(left);
    for (double left = cursorX - kBesideCursor - card.width(); left >= area.left(); left -= kSlide)
        lefts.push_back(left);
    if (lefts.empty())
        lefts = {std::clamp(cursorX + kBesideCursor, area.left(), lastX), area.left()};
    QPointF best;
    double bestPrice = -1;
    for (const double left : lefts) {
        for (int i = 0; i < kHeightsTried; ++i) {
            const QRectF place(QPointF(left, area.top() + (lastY - area.top()) * i / (kHeightsTried - 1)), card);
            const double beside = std::min(std::abs(place.left() - cursorX), std::abs(place.right() - cursorX));
            const double away = beside + kHeightPrice * std::abs(place.center().y() - area.center().y());
            const double price = linesOver(place.adjusted(-kMarker, -kMarker, kMarker, kMarker), data) + kAwayPrice * away;
            if (bestPrice < 0 || price < bestPrice) {
                best = place.topLeft();
                bestPrice = price;
            }
        }
    }
    return best;
}

std::size_t nearest(const std::vector<double> &values, double x)
{
    const auto closer = [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); };
    return static_cast<std::size_t>(std::min_element(values.begin(), values.end(), closer) - values.begin());
}

std::optional<int> movedIndex(int key, std::optional<int> from, int count)
{
    if (count < 1)
        return {};
    switch (key) {
    case Qt::Key_Left:
        return from ? std::max(0, *from - 1) : count - 1;
    case Qt::Key_Right:
        return from ? std::min(count - 1, *from + 1) : 0;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return count - 1;
    default:
        return {};
    }
}

} // namespace shotlab::charts
