// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/ReadoutRequest.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "engine/ExampleView.h"
#include "engine/Failure.h"
#include "engine/Readouts.h"

namespace shotlab::engine
{

namespace
{

/// The support set of one draw: rows of the pool's features, and their classes.
struct Support {
    std::vector<std::int64_t> rows;
    std::vector<int> labels;
};

Support supportOf(const std::vector<std::vector<int>> &draw, const std::vector<std::vector<int>> &pool, int views)
{
    if (draw.size() != pool.size())
        throw Failure(ErrorCode::Internal, {"draw of " + std::to_string(draw.size()) + " classes"});
    Support support;
    std::int64_t begin = 0;
    for (std::size_t c = 0; c < pool.size(); ++c) {
        for (const int index : draw[c]) {
            if (index < 0 || index >= static_cast<int>(pool[c].size()))
                throw Failure(ErrorCode::Internal, {"example " + std::to_string(index) + " of the pool"});
            for (int view = 0; view < views; ++view) {
                support.rows.push_back((begin + index) * views + view);
                support.labels.push_back(static_cast<int>(c));
            }
        }
        begin += static_cast<std::int64_t>(pool[c].size());
    }
    if (support.rows.empty())
        throw Failure(ErrorCode::Internal, {"no support"});
    return support;
}

double accuracyOf(const at::Tensor &scores, const std::vector<int> &labels)
{
    const std::vector<Prediction> predictions = predictionsFrom(at::softmax(scores, 1));
    std::size_t right = 0;
    for (std::size_t i = 0; i < labels.size(); ++i)
        right += predictions[i].answer() == labels[i] ? 1 : 0;
    return static_cast<double>(right) / static_cast<double>(labels.size());
}

} // namespace

protocol::ReadoutsAnswered answerReadouts(const protocol::AskReadouts &request, int views,
                                          const std::vector<std::vector<int>> &pool, const TestSet &test,
                                          const Network &network, RowCache &rows, const Cut &featureCut,
                                          const std::atomic<bool> &stop)
{
    if (static_cast<int>(pool.size()) != test.classes)
        throw Failure(ErrorCode::Internal, {"pool of " + std::to_string(pool.size()) + " classes"});
    std::vector<Support> supports;
    for (const auto &draw : request.draws)
        supports.push_back(supportOf(draw, pool, views));
    for (const Arm &arm : request.arms) {
        if (!isReadout(arm.kind))
            throw Failure(ErrorCode::Internal, {"the arm " + std::string(armName(arm.kind)) + " is no readout"});
    }

    const at::NoGradGuard noGradients;
    std::vector<int> learning;
    for (const std::vector<int> &ofClass : pool) {
        for (const int example : ofClass) {
            for (int view = 0; view < views; ++view)
                learning.push_back(withView(example, view));
        }
    }
    const auto featuresOf = [&](const std::vector<int> &examples) {
        rows.prepare(
            featureCut, examples, [](int, int) {}, stop);
        return ReadoutFeatures::of(rows.gather(featureCut, examples).at(0), network.card.featureMean);
    };
    const ReadoutFeatures poolFeatures = featuresOf(learning);
    const ReadoutFeatures testFeatures = featuresOf(test.examples);
    at::Tensor names;
    if (std::any_of(request.arms.begin(), request.arms.end(), readsNames)) {
        const std::vector<int> texts = test.texts();
        rows.prepare(
            featureCut, texts, [](int, int) {}, stop);
        names = classNames(rows.gather(featureCut, texts).at(0), test.names, network.card.featureMean);
    }

    protocol::ReadoutsAnswered answer;
    answer.request = request.request;
    answer.accuracies.assign(request.arms.size(), std::vector<double>(supports.size()));
    at::parallel_for(0, static_cast<std::int64_t>(supports.size()), 1, [&](std::int64_t from, std::int64_t to) {
        const at::NoGradGuard inThisThread;
        for (auto draw = static_cast<std::size_t>(from); draw < static_cast<std::size_t>(to); ++draw) {
            if (stop)
                throw Cancelled();
            const ReadoutFeatures support = poolFeatures.rows(at::tensor(supports[draw].rows));
            for (std::size_t arm = 0; arm < request.arms.size(); ++arm) {
                const Readout readout = readOut(request.arms[arm], support, supports[draw].labels, test.classes, testFeatures, names);
                answer.accuracies[arm][draw] = accuracyOf(readout.scores, test.labels);
            }
        }
    });
    return answer;
}

} // namespace shotlab::engine
