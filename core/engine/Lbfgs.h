// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

namespace shotlab::engine
{

/// Value of a smooth function at x; writes the gradient (same length).
using Objective = std::function<double(const std::vector<double> &x, std::vector<double> &gradient)>;

struct LbfgsOptions {
    int mostIterations = 1000;
    int memory = 10; ///< corrections kept
    double gradientTolerance = 1e-5; ///< converged when no entry of the gradient is larger
};

struct LbfgsOutcome {
    double value = 0;
    int iterations = 0;
    bool converged = false;
};

/// Limited-memory BFGS with a strong-Wolfe line search (Nocedal and Wright, Numerical Optimization, algorithms 7.4, 7.5,
/// 3.5 and 3.6; c1 = 1e-4, c2 = 0.9). x: start, then solution. stop is asked before every iteration.
LbfgsOutcome minimise(const Objective &objective, std::vector<double> &x, const LbfgsOptions &options = {},
                      const std::function<bool()> &stop = {});

} // namespace shotlab::engine
