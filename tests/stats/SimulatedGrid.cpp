// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SimulatedGrid.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace shotlab::stats::simulated
{

namespace
{

std::vector<double> normals(std::mt19937_64 &random, int count, double deviation)
{
    std::normal_distribution<double> normal;
    std::vector<double> values(static_cast<std::size_t>(count));
    std::generate(values.begin(), values.end(), [&] { return deviation * normal(random); });
    return values;
}

double logistic(std::mt19937_64 &random)
{
    const double u = std::uniform_real_distribution<double>(1e-12, 1 - 1e-12)(random);
    return std::log(u / (1 - u));
}

} // namespace

Spread Spread::luckier(double factor) const
{
    Spread result = *this;
    result.draw *= factor;
    result.armDraw *= factor;
    result.drawClass *= factor;
    result.armDrawClass *= factor;
    return result;
}

Answers answers(std::mt19937_64 &random, const std::vector<double> &skills, const Spread &spread, int draws, int tests,
                int classes)
{
    std::vector<double> example = normals(random, tests, spread.example);
    for (double &value : example)
        value += spread.sharedNoise * logistic(random);
    const std::vector<double> draw = normals(random, draws, spread.draw);
    const std::vector<double> drawClass = normals(random, draws * classes, spread.drawClass);
    std::normal_distribution<double> noise(0, spread.noise);
    Answers result;
    for (const double skill : skills) {
        const std::vector<double> armExample = normals(random, tests, spread.armExample);
        const std::vector<double> armDraw = normals(random, draws, spread.armDraw);
        const std::vector<double> armDrawClass = normals(random, draws * classes, spread.armDrawClass);
        CorrectMatrix rows;
        for (int d = 0; d < draws; ++d) {
            const auto di = static_cast<std::size_t>(d);
            std::vector<std::uint8_t> row(static_cast<std::size_t>(tests));
            for (std::size_t i = 0; i < row.size(); ++i) {
                const std::size_t dc = di * static_cast<std::size_t>(classes) + i % static_cast<std::size_t>(classes);
                const double score = skill + example[i] + armExample[i] + draw[di] + armDraw[di] + drawClass[dc]
                    + armDrawClass[dc] + noise(random);
                row[i] = score > 0 ? 1 : 0;
            }
            rows.push_back(std::move(row));
        }
        result.push_back(std::move(rows));
    }
    return result;
}

double trueAccuracy(double skill, const Spread &spread)
{
    const auto squared = [](double x) { return x * x; };
    const double deviation
        = std::sqrt(squared(spread.example) + squared(spread.armExample) + squared(spread.draw) + squared(spread.armDraw)
                    + squared(spread.drawClass) + squared(spread.armDrawClass) + squared(spread.noise));
    // P(skill + normal + scale x logistic > 0), normal part by the midpoint rule over +-8 standard deviations.
    constexpr int kSteps = 4000;
    constexpr double kReach = 8;
    double sum = 0;
    for (int i = 0; i < kSteps; ++i) {
        const double z = -kReach + 2 * kReach * (i + 0.5) / kSteps;
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
        sum += density / (1 + std::exp(-(skill + deviation * z) / spread.sharedNoise)) * 2 * kReach / kSteps;
    }
    return sum;
}

Comparison comparison(const std::vector<ArmKind> &kinds, const std::vector<Shots> &shots, DrawCounts draws, int tests,
                      int classes)
{
    Comparison result;
    for (const ArmKind kind : kinds) {
        Arm arm;
        arm.kind = kind;
        result.plan.arms.push_back(arm);
    }
    result.plan.shots = shots;
    result.plan.draws = draws;
    result.classes.resize(static_cast<std::size_t>(classes));
    for (int i = 0; i < tests; ++i)
        result.testLabels.push_back(i % classes);
    return result;
}

CellOutcomes cell(int arm, Shots shots, const CorrectMatrix &correct)
{
    CellOutcomes outcomes;
    outcomes.arm = arm;
    outcomes.shots = shots;
    outcomes.correct = correct;
    outcomes.draws.resize(correct.size());
    std::iota(outcomes.draws.begin(), outcomes.draws.end(), 0);
    outcomes.seconds = 1;
    return outcomes;
}

CellOutcomes firstDraws(const CellOutcomes &cell, int draws)
{
    CellOutcomes early = cell;
    const auto count = std::min(static_cast<std::size_t>(draws), cell.correct.size());
    early.correct.resize(count);
    early.draws.resize(count);
    return early;
}

} // namespace shotlab::stats::simulated
