// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/RunContext.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <ATen/ATen.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

std::vector<int> dealt(const std::vector<int> &labels, int count)
{
    std::map<int, int> seen;
    std::vector<std::pair<int, int>> rounds; // round, position
    for (std::size_t i = 0; i < labels.size(); ++i)
        rounds.emplace_back(seen[labels[i]]++, static_cast<int>(i));
    std::stable_sort(rounds.begin(), rounds.end(), [&](const auto &a, const auto &b) {
        return std::pair(a.first, labels[static_cast<std::size_t>(a.second)])
            < std::pair(b.first, labels[static_cast<std::size_t>(b.second)]);
    });
    std::vector<int> positions;
    for (std::size_t i = 0; i < rounds.size() && static_cast<int>(i) < count; ++i)
        positions.push_back(rounds[i].second);
    return positions;
}

std::vector<int> TestSet::texts() const
{
    std::vector<int> all;
    for (const std::vector<int> &ofClass : names)
        all.insert(all.end(), ofClass.begin(), ofClass.end());
    return all;
}

RunContext::RunContext(const protocol::StartRun &startRun, const TestSet &testSet, std::shared_ptr<const Network> usedNetwork,
                       RowCache &rowCache, RawExamples &rawExamples, Encoder &wordEncoder, Cuts &cuts, Emit emit,
                       const std::atomic<bool> &stop, BetweenBatches betweenBatches)
    : start(startRun), test(testSet), network(std::move(usedNetwork)), rows(rowCache), raw(rawExamples), encoder(wordEncoder),
      m_cuts(cuts), m_emit(std::move(emit)), m_stop(stop), m_betweenBatches(std::move(betweenBatches))
{
}

void RunContext::check() const
{
    if (m_stop)
        throw Cancelled();
    m_betweenBatches();
}

double RunContext::seconds() const { return secondsSince(m_begin); }

void RunContext::prepare(const Cut &cut, const std::vector<int> &examples)
{
    const auto begin = std::chrono::steady_clock::now();
    const auto progress = [this](int done, int total) {
        constexpr double kShortest = 0.1; // seconds between two messages
        if (done < total && secondsSince(m_lastProgress) < kShortest)
            return;
        m_lastProgress = std::chrono::steady_clock::now();
        m_emit(protocol::FeatureProgress {start.run, done, total});
    };
    if (rows.prepare(cut, examples, progress, m_stop) > 0)
        m_featureSeconds += secondsSince(begin);
}

at::Tensor RunContext::features(const std::vector<int> &examples)
{
    const auto cut = featureCut();
    prepare(*cut, examples);
    return rows.gather(*cut, examples).at(0);
}

void RunContext::emitPoint(const EpochPoint &point) { m_emit(protocol::RunEpoch {start.run, point}); }

std::vector<Prediction> predictionsFrom(const at::Tensor &probabilities)
{
    const at::Tensor table = probabilities.to(at::kFloat).contiguous();
    const auto classes = static_cast<std::size_t>(table.size(1));
    const auto count = static_cast<std::size_t>(table.size(0));
    const auto best = std::min<std::size_t>(classes, kTopAnswers);
    std::vector<Prediction> predictions(count);
    std::vector<std::int16_t> order(classes);
    const float *row = table.data_ptr<float>();
    for (std::size_t i = 0; i < count; ++i, row += classes) {
        std::iota(order.begin(), order.end(), std::int16_t {0});
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(best), order.end(),
                          [row](std::int16_t a, std::int16_t b) { return row[a] != row[b] ? row[a] > row[b] : a < b; });
        for (std::size_t j = 0; j < best; ++j) {
            predictions[i].classes[j] = order[j];
            predictions[i].probabilities[j] = row[order[j]];
        }
    }
    return predictions;
}

} // namespace shotlab::engine
