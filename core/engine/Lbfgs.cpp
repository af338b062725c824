// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Lbfgs.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace shotlab::engine
{

namespace
{

using Vector = std::vector<double>;

double dot(const Vector &a, const Vector &b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

void addScaled(Vector &to, double factor, const Vector &what)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += factor * what[i];
}

double largest(const Vector &vector)
{
    double most = 0;
    for (const double value : vector)
        most = std::max(most, std::abs(value));
    return most;
}

struct Correction {
    Vector step;
    Vector change; ///< of the gradient
    double scale; ///< 1 / (step . change)
};

/// Descent direction from the last corrections: the two-loop recursion.
Vector direction(const Vector &gradient, const std::deque<Correction> &corrections)
{
    Vector q(gradient.size());
    std::transform(gradient.begin(), gradient.end(), q.begin(), std::negate<>());
    std::vector<double> alphas(corrections.size());
    for (std::size_t i = corrections.size(); i-- > 0;) {
        alphas[i] = corrections[i].scale * dot(corrections[i].step, q);
        addScaled(q, -alphas[i], corrections[i].change);
    }
    if (!corrections.empty()) {
        const Correction &last = corrections.back();
        const double gamma = 1.0 / (last.scale * dot(last.change, last.change));
        for (double &value : q)
            value *= gamma;
    }
    for (std::size_t i = 0; i < corrections.size(); ++i)
        addScaled(q, alphas[i] - corrections[i].scale * dot(corrections[i].change, q), corrections[i].step);
    return q;
}

/// A point on the search line.
struct Point {
    double at = 0;
    double value = 0;
    double slope = 0;
    Vector x;
    Vector gradient;
};

class LineSearch
{
public:
    LineSearch(const Objective &objective, const Point &start, const Vector &along)
        : m_objective(objective), m_start(start), m_along(along)
    {
    }

    /// A point that meets the strong Wolfe conditions, or the best one found.
    Point run(double first)
    {
        Point previous = m_start;
        double at = first;
        constexpr int kMostSteps = 25;
        for (int i = 0; i < kMostSteps; ++i) {
            Point here = evaluate(at);
            if (!decreases(here) || (i > 0 && here.value >= previous.value))
                return zoom(previous, here);
            if (isFlat(here))
                return here;
            if (here.slope >= 0)
                return zoom(here, previous);
            previous = std::move(here);
            at *= 2;
        }
        return previous;
    }

private:
    Point evaluate(double at)
    {
        Point point;
        point.at = at;
        point.x = m_start.x;
        addScaled(point.x, at, m_along);
        point.gradient.resize(point.x.size());
        point.value = m_objective(point.x, point.gradient);
        point.slope = dot(point.gradient, m_along);
        return point;
    }

    [[nodiscard]] bool decreases(const Point &point) const
    {
        constexpr double kEnough = 1e-4;
        return std::isfinite(point.value) && point.value <= m_start.value + kEnough * point.at * m_start.slope;
    }

    [[nodiscard]] bool isFlat(const Point &point) const
    {
        constexpr double kCurvature = 0.9;
        return std::abs(point.slope) <= -kCurvature * m_start.slope;
    }

    /// Where the cubic through both ends has its minimum, kept away from the ends; the middle when there is none.
    static double between(const Point &a, const Point &b)
    {
        const double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.at - b.at);
        const double square = d1 * d1 - a.slope * b.slope;
        const double low = std::min(a.at, b.at);
        const double width = std::abs(b.at - a.at);
        double at = low + width / 2;
        if (square >= 0) {
            const double d2 = std::copysign(std::sqrt(square), b.at - a.at);
            const double cubic = b.at - (b.at - a.at) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
            if (std::isfinite(cubic))
                at = cubic;
        }
        return std::clamp(at, low + 0.1 * width, low + 0.9 * width);
    }

    Point zoom(Point low, Point high)
    {
        constexpr int kMostSteps = 30;
        for (int i = 0; i < kMostSteps; ++i) {
            Point here = evaluate(std::isfinite(high.value) ? between(low, high) : (low.at + high.at) / 2);
            if (!decreases(here) || here.value >= low.value) {
                high = std::move(here);
                continue;
            }
            if (isFlat(here))
                return here;
            if (here.slope * (high.at - low.at) >= 0)
                high = std::move(low);
            low = std::move(here);
        }
        return low;
    }

    const Objective &m_objective;
    const Point &m_start;
    const Vector &m_along;
};

} // namespace

LbfgsOutcome minimise(const Objective &objective, Vector &x, const LbfgsOptions &options, const std::function<bool()> &stop)
{
    Point here;
    here.x = x;
    here.gradient.resize(x.size());
    here.value = objective(here.x, here.gradient);
    std::deque<Correction> corrections;
    LbfgsOutcome outcome;
    while (outcome.iterations < options.mostIterations && !(stop && stop())) {
        if (largest(here.gradient) <= options.gradientTolerance) {
            outcome.converged = true;
            break;
        }
        const Vector along = direction(here.gradient, corrections);
        here.slope = dot(here.gradient, along);
        here.at = 0;
        const double first = corrections.empty() ? std::min(1.0, 1.0 / std::sqrt(dot(here.gradient, here.gradient))) : 1.0;
        Point next = LineSearch(objective, here, along).run(first);
        ++outcome.iterations;
        Correction correction {next.x, next.gradient, 0};
        addScaled(correction.step, -1, here.x);
        addScaled(correction.change, -1, here.gradient);
        const double curvature = dot(correction.step, correction.change);
        if (next.at == 0.0 || curvature <= 0.0)
            break; // no progress within rounding
        correction.scale = 1.0 / curvature;
        corrections.push_back(std::move(correction));
        if (corrections.size() > static_cast<std::size_t>(options.memory))
            corrections.pop_front();
        here = std::move(next);
    }
    x = here.x;
    outcome.value = here.value;
    return outcome;
}

} // namespace shotlab::engine
