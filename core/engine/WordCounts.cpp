// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/WordCounts.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

#include <ATen/ATen.h>

#include "engine/Failure.h"
#include "engine/HeadFit.h"
#include "engine/Lbfgs.h"

namespace shotlab::engine
{

namespace
{

/// scores[i] += weight[term] x how often: rows of classes lie together.
void addScores(const CountedSentences &sentences, const double *weight, std::size_t classes, double *scores)
{
    for (std::size_t i = 0; i < sentences.size(); ++i, scores += classes) {
        for (std::size_t at = sentences.begin[i]; at < sentences.begin[i + 1]; ++at) {
            const double *row = weight + sentences.term[at] * classes;
            for (std::size_t c = 0; c < classes; ++c)
                scores[c] += sentences.weight[at] * row[c];
        }
    }
}

/// The other way round: what each sentence's row of classes adds to its terms.
void addToTerms(const CountedSentences &sentences, const double *rows, std::size_t classes, double *weight)
{
    for (std::size_t i = 0; i < sentences.size(); ++i, rows += classes) {
        for (std::size_t at = sentences.begin[i]; at < sentences.begin[i + 1]; ++at) {
            double *row = weight + sentences.term[at] * classes;
            for (std::size_t c = 0; c < classes; ++c)
                row[c] += sentences.weight[at] * rows[c];
        }
    }
}

} // namespace

WordCounts::WordCounts(const std::vector<const Terms *> &sentences)
{
    std::vector<double> holders; // sentences that hold each term
    std::vector<std::size_t> lastSeen;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        for (const std::string &term : *sentences[i]) {
            const auto [at, isNew] = m_index.try_emplace(term, m_index.size());
            if (isNew) {
                holders.push_back(1);
                lastSeen.push_back(i);
            } else if (std::exchange(lastSeen[at->second], i) != i) {
                ++holders[at->second];
            }
        }
    }
    for (const double count : holders)
        m_rarity.push_back(1 + std::log((1 + static_cast<double>(sentences.size())) / (1 + count)));
}

CountedSentences WordCounts::counted(const std::vector<const Terms *> &sentences) const
{
    CountedSentences result;
    for (const Terms *sentence : sentences) {
        std::map<std::size_t, int> counts;
        for (const std::string &term : *sentence) {
            if (const auto known = m_index.find(term); known != m_index.end())
                ++counts[known->second];
        }
        double square = 0;
        for (const auto &[term, count] : counts) {
            result.term.push_back(term);
            result.weight.push_back((1 + std::log(count)) * m_rarity[term]);
            square += result.weight.back() * result.weight.back();
        }
        for (std::size_t at = result.begin.back(); at < result.weight.size(); ++at)
            result.weight[at] /= std::sqrt(square);
        result.begin.push_back(result.weight.size());
    }
    return result;
}

std::size_t WordCounts::bytes() const
{
    return std::transform_reduce(m_index.begin(), m_index.end(), m_rarity.size() * sizeof(double), std::plus(), [](const auto &entry) {
        return sizeof(entry) + entry.first.capacity();
    });
}

at::Tensor TermWeights::scores(const CountedSentences &sentences) const
{
    const at::Tensor values
        = at::tensor(bias, at::kDouble).repeat({static_cast<std::int64_t>(sentences.size()), 1});
    addScores(sentences, weight.data(), bias.size(), values.data_ptr<double>());
    return values;
}

TermWeights averagedTerms(const CountedSentences &sentences, const std::vector<int> &labels, int classes, std::size_t terms)
{
    const auto columns = static_cast<std::size_t>(classes);
    std::vector<double> rows(sentences.size() * columns, 0.0);
    for (std::size_t i = 0; i < labels.size(); ++i)
        rows[i * columns + static_cast<std::size_t>(labels[i])] = 1;
    TermWeights sums {std::vector<double>(terms * columns, 0.0), std::vector<double>(columns, 0.0), 0, 0};
    addToTerms(sentences, rows.data(), columns, sums.weight.data());
    std::vector<double> square(columns, 0.0);
    for (std::size_t i = 0; i < sums.weight.size(); ++i)
        square[i % columns] += sums.weight[i] * sums.weight[i];
    for (std::size_t i = 0; i < sums.weight.size(); ++i)
        sums.weight[i] /= square[i % columns] > 0 ? std::sqrt(square[i % columns]) : 1; // a class without words stays at nothing
    return sums;
}

TermWeights weighedTerms(const CountedSentences &sentences, const std::vector<int> &labels, int classes, std::size_t terms,
                         double C, const std::function<bool()> &stop)
{
    const auto columns = static_cast<std::size_t>(classes);
    const std::size_t weights = terms * columns;
    at::Tensor scores = at::empty({static_cast<std::int64_t>(sentences.size()), classes}, at::kDouble);
    const auto penalty = [&](const std::vector<double> &values) {
        const auto end = values.begin() + static_cast<std::ptrdiff_t>(weights);
        return std::inner_product(values.begin(), end, values.begin(), 0.0) / (2 * C);
    };
    const auto objective = [&](const std::vector<double> &values, std::vector<double> &gradient) {
        double *row = scores.data_ptr<double>();
        for (std::size_t i = 0; i < sentences.size(); ++i)
            std::copy_n(values.data() + weights, columns, row + i * columns);
        addScores(sentences, values.data(), columns, row);
        const double loss = turnIntoErrors(scores, labels);
        for (std::size_t i = 0; i < weights; ++i)
            gradient[i] = values[i] / C;
        addToTerms(sentences, row, columns, gradient.data());
        std::fill_n(gradient.data() + weights, columns, 0.0);
        for (std::size_t i = 0; i < sentences.size() * columns; ++i)
            gradient[weights + i % columns] += row[i];
        return loss + penalty(values);
    };
    std::vector<double> solution(weights + columns, 0.0);
    const LbfgsOutcome outcome = minimise(objective, solution, {}, stop);
    if (stop && stop())
        throw Cancelled();
    TermWeights learnt;
    learnt.bias.assign(solution.begin() + static_cast<std::ptrdiff_t>(weights), solution.end());
    learnt.meanLoss = (outcome.value - penalty(solution)) / static_cast<double>(sentences.size());
    solution.resize(weights);
    learnt.weight = std::move(solution);
    learnt.iterations = outcome.iterations;
    return learnt;
}

} // namespace shotlab::engine
