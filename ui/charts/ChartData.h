// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QString>

#include "lab/Arm.h"
#include "lab/Finding.h"
#include "lab/Shots.h"

/// What the charts are given: plain values, computed elsewhere. Nothing here knows how they are drawn.
namespace shotlab::charts
{

/// Mean accuracy of one arm at one k.
struct AccuracyPoint {
    Shots shots;
    Estimate accuracy; ///< 0..1
    int draws = 1; ///< finished
    bool hollow = false; ///< a single draw, or still running
    double seconds = 0; ///< mean of a run
    std::optional<std::int64_t> weights {}; ///< that moved; nothing where that was not noted
};

/// What accuracy is paid with.
enum class Cost { Seconds, Weights };

/// One arm. Zero-shot has its one point at k = 0 and is drawn as a reference across the whole chart.
struct AccuracySeries {
    int arm = 0; ///< index into Comparison::arms
    ArmKind kind = ArmKind::LinearProbe;
    int variant = 0; ///< see widgets::armLook()
    QString title;
    std::vector<AccuracyPoint> points; ///< any order
    bool outOfDate = false; ///< drawn paler
};

/// Guessing, or always the commonest class: a thin grey line.
struct FloorLine {
    QString title;
    double accuracy = 0; ///< 0..1
};

struct AccuracyChartData {
    QString headline; ///< the finding, or the question
    QString subline; ///< what is measured, on how much
    QString emptyText; ///< invitation shown inside the axes while no arm has a point
    std::vector<Shots> shots; ///< ticks: every planned k (0 is left out where no arm is zero-shot)
    std::vector<AccuracySeries> series;
    std::vector<FloorLine> floors;
    QString shotsTitle; ///< x axis, "Examples per class (k)"
};

/// What a learning curve tells: how much of the test set is right, or how far off the examples that are learnt from still are.
enum class CurveMeasure { TestAccuracy, TrainingLoss };

/// Learning curve of one draw after so many steps.
struct CurvePoint {
    int step = 0;
    double value = 0; ///< test accuracy, 0..1; in measuredAs(TrainingLoss) the loss
    std::optional<double> loss {}; ///< mean cross-entropy of the batches since the last point, nats
};

struct LearningSeries {
    int arm = 0;
    ArmKind kind = ArmKind::FullFineTuning;
    int variant = 0;
    QString title;
    std::vector<std::vector<CurvePoint>> draws; ///< finished ones, and the running one last
    bool running = false; ///< the last draw is still growing
    int totalSteps = 0; ///< of the running draw, so that the axis does not grow under the eye; 0 = unknown
};

struct LearningChartData {
    QString headline; ///< "Learning curves"
    QString subline; ///< "k = 5, test accuracy"
    QString lossHeadline; ///< in place of both while the loss is shown
    QString emptyText;
    std::vector<LearningSeries> series;
};

} // namespace shotlab::charts
