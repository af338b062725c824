// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QString>
#include <QStringList>

#include "charts/ChartData.h"
#include "lab/LayerMap.h"
#include "runner/Views.h"

/// Snapshots of a comparison brought into the form the charts take.
namespace shotlab::models
{

/// Position of an arm among those of its kind: 0 for the first (colours and markers, see widgets::armLook).
[[nodiscard]] int armVariant(const std::vector<Arm> &arms, int arm);
/// Arm, k and tree in words.
[[nodiscard]] QString armTitle(const runner::ComparisonView &comparison, int arm, const std::vector<LayerNode> &tree);

/// Accuracy against k: every arm with a finished draw, floors as thin lines.
[[nodiscard]] charts::AccuracyChartData accuracyData(const runner::ComparisonView &comparison,
                                                     const std::vector<LayerNode> &tree);
/// The same before anything ran: the axes of the plan, and an invitation.
[[nodiscard]] charts::AccuracyChartData emptyAccuracyData(const ComparisonPlan &plan);

/// Learning curves at one k, one series per arm that has any.
[[nodiscard]] charts::LearningChartData learningData(const runner::ComparisonView &comparison, const std::vector<LayerNode> &tree,
                                                     Shots shots, const std::vector<runner::CurvesView> &curves);

[[nodiscard]] QStringList classTitles(const std::vector<LabClass> &classes);

} // namespace shotlab::models
