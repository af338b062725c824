// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lab/Arm.h"
#include "lab/Ids.h"
#include "lab/Result.h"
#include "lab/Shots.h"

namespace shotlab
{

/// Which cell of the grid a run is: one arm x one k x one draw.
struct RunKey {
    int arm = 0; ///< index into Comparison::arms
    Shots shots;
    int draw = 0; ///< from 0; at k = all the number of the training seed

    auto operator<=>(const RunKey &) const = default;
};

/// What a run learns from and how: everything the engine needs beside the data themselves.
struct RunSpec {
    RunKey key;
    Arm arm;
    std::uint64_t seed = 0; ///< of weights, batches; derived from comparison seed and key
    std::vector<std::vector<ExampleId>> support; ///< per class (order of Comparison::classes)
};

/// One point of a learning curve.
struct EpochPoint {
    int step = 0; ///< optimiser steps done, 0 = before training
    int totalSteps = 0;
    double trainLoss = 0; ///< mean cross-entropy of the batches since the last point (nats)
    double trainAccuracy = 0; ///< 0..1 on the same batches
    double testAccuracy = 0; ///< 0..1 on testCount examples of the test set; shown, never used to choose anything
    int testCount = 0;
    double seconds = 0; ///< since the run began

    friend bool operator==(const EpochPoint &, const EpochPoint &) = default;
};

constexpr int kTopAnswers = 5;

/// The answer to one test example: classes by falling probability. With fewer classes the rest is -1 / 0.
struct Prediction {
    std::array<std::int16_t, kTopAnswers> classes {-1, -1, -1, -1, -1}; ///< indices into Comparison::classes
    std::array<float, kTopAnswers> probabilities {}; ///< 0..1, kept as halves

    [[nodiscard]] int answer() const { return classes[0]; }
    friend bool operator==(const Prediction &, const Prediction &) = default;
};

/// Predictions as stored and sent: kTopAnswers x (int16 class, IEEE half probability) per test example, little-endian.
[[nodiscard]] std::vector<std::uint8_t> packPredictions(const std::vector<Prediction> &predictions);
/// ProtocolBroken when the size is no multiple of one example's 20 bytes.
[[nodiscard]] Result<std::vector<Prediction>> unpackPredictions(const std::uint8_t *bytes, std::size_t size);

enum class RetentionKind {
    SourceTask, ///< share of pictures of what the network had learnt before that its own old head still names rightly
    FeatureSimilarity, ///< a stand-in where there are no such pictures: mean cosine of the test pictures' features to the old ones
};

/// What training did to what the network could do before.
struct Retention {
    RetentionKind kind = RetentionKind::SourceTask;
    double before = 0; ///< 0..1; a similarity is 1 before
    double after = 0; ///< 0..1, a similarity -1..1
    double changed = 0; ///< SourceTask: share of the examples that only one of the two named rightly
    int count = 0; ///< examples looked at

    friend bool operator==(const Retention &, const Retention &) = default;
};

enum class RunStatus { Queued, Running, Finished, Failed, Cancelled, Interrupted };

/// The outcome of a finished run.
struct RunResult {
    std::vector<Prediction> predictions; ///< order of Comparison::testExamples
    std::int64_t trainedParameters = 0;
    std::int64_t totalParameters = 0; ///< with the new head in place of the old one
    double seconds = 0; ///< this run alone (shared frozen features not counted)
    double featureSeconds = 0; ///< passing the frozen part, when this run had to do it
    std::int64_t peakBytes = 0; ///< peak resident memory of the engine so far
    std::string frozenHashBefore; ///< SHA-256 over frozen tensors and batch-norm statistics
    std::string frozenHashAfter;
    int steps = 0;
    double finalLoss = 0;
    double trainAccuracy = 0; ///< on the support set after training; 0 where nothing was trained
    bool wholeModel = false; ///< the network could not be split; every pass went through all of it
    std::optional<Retention> retention; ///< where weights moved that had been trained before
};

/// Where a number came from: stored with each run.
struct Provenance {
    std::string program; ///< Shotlab version
    std::string library; ///< e.g. "LibTorch 1.13.1"
    std::string modelHash;
    int threads = 0;
    std::string startedAt; ///< ISO 8601, UTC

    friend bool operator==(const Provenance &, const Provenance &) = default;
};

/// A run as the lab file knows it.
struct Run {
    RunId id;
    RunKey key;
    RunStatus status = RunStatus::Queued;
    std::uint64_t seed = 0;
    RunResult result; ///< valid when Finished
    std::optional<Error> error; ///< when Failed
    Provenance provenance;
    std::vector<EpochPoint> epochs;
};

} // namespace shotlab
