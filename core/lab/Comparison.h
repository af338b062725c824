// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lab/Arm.h"
#include "lab/Ids.h"
#include "lab/Lab.h"
#include "lab/Run.h"

namespace shotlab
{

/// How many draws a cell of the grid gets.
struct DrawCounts {
    int frozen = 20; ///< prototypes, nearest neighbour, linear probe
    int trained = 3; ///< arms that move the trunk
    int trainedAtAll = 1; ///< the same at k = all

    friend bool operator==(const DrawCounts &, const DrawCounts &) = default;
};

/// Draws by default: a model that trains in seconds gets three of each trained arm, a costly one a single draw.
[[nodiscard]] DrawCounts defaultDrawCounts(const ModelCard &card);

constexpr int kMostViews = 16;

/// What to compare: the question before it is laid over the data.
struct ComparisonPlan {
    std::vector<Arm> arms; ///< order of display
    std::vector<Shots> shots; ///< sorted, without doubles
    DrawCounts draws;
    std::uint64_t seed = 1;
    int workingSize = 0; ///< pixels; 0 = the card's
    int threads = 0; ///< 0 = physical cores
    int views = 1; ///< versions in which each example to learn from is shown, 1..kMostViews: the picture as it is, then
                   ///< slightly changed ones, the same for every arm. Test pictures are shown as they are.

    friend bool operator==(const ComparisonPlan &, const ComparisonPlan &) = default;
};

/// Part of the grid that is not run, and why.
struct Skipped {
    std::optional<int> arm; ///< index into arms; nothing = every arm
    std::optional<Shots> shots; ///< nothing = every k
    Error reason;
};

/// What people say about one cell of the grid (an arm at a k), and whether they took it out.
struct CellMark {
    std::vector<std::string> tags; ///< without doubles, in the order of adding
    std::string note;
    bool removed = false; ///< not shown, not run and not counted; its runs stay in the lab

    friend bool operator==(const CellMark &, const CellMark &) = default;
};

/// By arm (index into the plan's arms) and k.
using CellMarks = std::map<std::pair<int, Shots>, CellMark>;

/// A plan laid over the data of a lab at one moment: fixed lists, so that later changes of the lab cannot change it.
struct Comparison {
    ComparisonId id;
    ComparisonPlan plan;
    std::string createdAt; ///< ISO 8601, UTC
    std::string modelHash;
    std::vector<LabClass> classes; ///< as they were
    std::vector<ExampleId> testExamples; ///< order of every prediction list
    std::vector<int> testLabels; ///< index into classes, per test example
    std::vector<int> poolSizes; ///< per class, how many examples could be learnt from
    std::vector<Skipped> skipped;
    std::string dataHash; ///< SHA-256 over hashes and classes of pool and test set
    CellMarks marks; ///< the only part that may change later

    [[nodiscard]] const std::vector<Arm> &arms() const { return plan.arms; }
};

[[nodiscard]] bool isRemoved(const CellMarks &marks, int arm, Shots shots);
/// The marks for another plan: those of the arms that it has too, with all their settings, and of its k.
[[nodiscard]] CellMarks carriedOver(const CellMarks &marks, const ComparisonPlan &from, const ComparisonPlan &to);

[[nodiscard]] nlohmann::json toJson(const ComparisonPlan &plan);
[[nodiscard]] Result<ComparisonPlan> comparisonPlanFromJson(const nlohmann::json &json);

/// How many draws this cell gets (1 for zero-shot and floors).
[[nodiscard]] int drawsOf(const ComparisonPlan &plan, const Arm &arm, Shots shots);

/// Every cell of the grid that is to be run by the engine, breadth first: draw 0 of every arm and k (cheap arms first,
/// k = all last), then draw 1, and so on. Floors and skipped parts are left out; what people took out
/// is there.
[[nodiscard]] std::vector<RunKey> schedule(const Comparison &comparison);

} // namespace shotlab
