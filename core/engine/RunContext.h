// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "engine/Cut.h"
#include "engine/Encoder.h"
#include "engine/Network.h"
#include "engine/RawExamples.h"
#include "engine/RowCache.h"
#include "lab/Run.h"
#include "protocol/Messages.h"

namespace shotlab::engine
{

/// The locked test set as the engine holds it.
struct TestSet {
    std::vector<int> examples; ///< numbers in Examples
    std::vector<int> labels;
    int classes = 0;
    std::vector<std::vector<int>> links; ///< per class: source labels
    std::vector<std::vector<int>> names; ///< per class: what it is called and how it is described, numbers in Examples; of text
    std::vector<std::vector<std::string>> words; ///< the same as it is written; of pictures

    [[nodiscard]] std::vector<int> texts() const; ///< names, class after class
};

/// Examples of what the network had learnt before; empty where there are none.
struct SourceTask {
    std::vector<int> examples; ///< numbers in Examples
    std::vector<int> labels; ///< outputs of the old head
};

/// Positions of labels dealt one class after the other (first of each class, second of each class, ...), the first count
/// of them: a fixed stratified part, and a smaller part lies within a larger one.
[[nodiscard]] std::vector<int> dealt(const std::vector<int> &labels, int count);

class Learnt;

/// Everything a run works with. Lives as long as the run.
class RunContext
{
public:
    using Emit = std::function<void(const protocol::FromEngine &)>;
    using BetweenBatches = std::function<void()>;

    RunContext(const protocol::StartRun &start, const TestSet &test, std::shared_ptr<const Network> network, RowCache &rows,
               RawExamples &raw, Encoder &encoder, Cuts &cuts, Emit emit, const std::atomic<bool> &stop, BetweenBatches betweenBatches);

    const protocol::StartRun &start;
    const TestSet &test;
    const std::shared_ptr<const Network> network;
    RowCache &rows;
    RawExamples &raw;
    Encoder &encoder;
    std::vector<int> support; ///< example numbers with their views (ExampleView.h), class after class
    std::vector<int> supportLabels;
    SourceTask source;
    std::int64_t memory = 0; ///< bytes that the run may take beyond what is in use when it begins
    std::shared_ptr<const Learnt> learnt; ///< what came of it, where it is to be kept

    [[nodiscard]] bool keeps() const { return !start.keepAs.empty(); }

    /// Between two batches: the moment for whatever else waits. Throws Cancelled.
    void check() const;
    [[nodiscard]] bool isCancelled() const { return m_stop; }
    [[nodiscard]] const std::atomic<bool> &stop() const { return m_stop; }
    [[nodiscard]] double seconds() const; ///< since the run began

    /// The cut for these learning tensors, made once per model.
    [[nodiscard]] std::shared_ptr<const Cut> cut(const std::vector<bool> &learning) { return m_cuts.of(*network, learning); }
    [[nodiscard]] std::shared_ptr<const Cut> featureCut() { return m_cuts.atFeatures(*network); }

    /// Passes the examples through the frozen part where that has not been done; counts the time as featureSeconds.
    void prepare(const Cut &cut, const std::vector<int> &examples);
    /// Features [n, F] of the examples, float.
    [[nodiscard]] at::Tensor features(const std::vector<int> &examples);

    void emitPoint(const EpochPoint &point);
    [[nodiscard]] double featureSeconds() const { return m_featureSeconds; }
    /// Time since the run began that its method needed: neither passing the frozen part nor what was set aside.
    [[nodiscard]] double ownSeconds() const { return seconds() - m_featureSeconds - m_asideSeconds; }
    /// Time that went into what a comparison wants to know and the method itself does not need.
    void setAside(double seconds) { m_asideSeconds += seconds; }

private:
    Cuts &m_cuts;
    Emit m_emit;
    const std::atomic<bool> &m_stop;
    BetweenBatches m_betweenBatches;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_lastProgress {};
    double m_featureSeconds = 0;
    double m_asideSeconds = 0;
};

/// One per row of probabilities [n, classes], best first; equal probabilities in class order.
[[nodiscard]] std::vector<Prediction> predictionsFrom(const at::Tensor &probabilities);

} // namespace shotlab::engine
