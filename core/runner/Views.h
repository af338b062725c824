// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QString>

#include "lab/Comparison.h"
#include "lab/Finding.h"
#include "lab/Lab.h"
#include "lab/LayerMap.h"
#include "lab/Result.h"
#include "lab/Run.h"

/// What the window (and the command line) may see of a lab: immutable snapshots, shared between threads, never changed after
/// they were handed out.
namespace shotlab::runner
{

/// Which of a class's pictures are what, for bins and cards.
struct ClassView {
    LabClass labClass;
    int poolCount = 0; ///< may be learnt from
    int testCount = 0;
    std::vector<ExampleId> examples; ///< newest first
    int leftOut = 0; ///< the same bytes as an example of the test set, so never learnt from
};

/// A model as the engine reported it, or why it could not be opened.
struct ModelView {
    LabModel model;
    std::vector<LayerNode> layers; ///< empty until the engine has looked at it
    std::string headPath;
    int outputs = 0;
    int features = 0;
    std::int64_t parameters = 0;
    std::vector<std::string> suggestedLearning;
    bool splits = false;
    std::string whyNotSplit;
    std::vector<std::string> warnings;
    std::optional<Error> error; ///< why it cannot be used
    bool opening = false; ///< the engine is looking at it
};

/// Things to look at before comparing: duplicates, leaks, few examples, unreadable files.
enum class CheckKind { Duplicates, Leak, FewExamples, Unbalanced, Unreadable, NoLinks };
struct DataCheck {
    CheckKind kind = CheckKind::Duplicates;
    std::vector<ExampleId> examples; ///< concerned
    std::vector<ClassId> classes;
    int count = 0;
    QString detail; ///< file name for Unreadable
    std::optional<Error> reason {}; ///< for Unreadable
};

struct LabView {
    QString path;
    bool readOnly = false;
    LabInfo info;
    std::optional<ModelView> model;
    std::vector<ClassView> classes;
    std::map<ExampleId, Example> examples;
    std::vector<DataCheck> checks;
    int poolCount = 0;
    int testCount = 0;
    int leftOut = 0;
    int largestShots = 0; ///< smallest class's pool
    bool canUndo = false;
    bool canRedo = false;
    std::vector<ComparisonId> comparisons; ///< oldest first
};

enum class ComparisonState { Planned, Running, Paused, Finished, Stopped, Failed };

/// One cell with its statistics, and every run in it.
struct CellView {
    CellSummary summary;
    int plannedDraws = 0;
    int finishedDraws = 0;
    int failedDraws = 0;
    std::optional<Error> failure; ///< of the first draw that failed
    bool running = false;
};

struct ComparisonView {
    Comparison comparison;
    ComparisonState state = ComparisonState::Planned;
    std::vector<CellView> cells; ///< every planned cell, floors included; ordered by arm, then k
    std::vector<Finding> findings;
    bool outOfDate = false; ///< examples or model changed since
    std::optional<Error> trouble; ///< the last thing that went wrong (engine died, disk full, ...)
    int runsTotal = 0;
    int runsDone = 0; ///< finished, failed or taken over
    int runsFailed = 0;
    int cellsRemoved = 0; ///< taken out by people; their marks say which
    double seconds = 0; ///< time spent so far
    std::vector<Provenance> provenances {}; ///< what its runs came from, each once, without their times
};

/// What is being done right now.
struct ProgressView {
    bool active = false;
    std::optional<RunKey> running;
    bool passingFeatures = false; ///< examples go through the frozen part
    int featuresDone = 0;
    int featuresTotal = 0;
    int runsDone = 0;
    int runsTotal = 0;
    std::optional<double> secondsLeft; ///< from measured speed; nothing while unknown
};

/// Learning curves of one cell: one list of points per draw.
struct CurvesView {
    int arm = 0;
    Shots shots;
    std::vector<std::vector<EpochPoint>> perDraw;
    bool live = false; ///< the last list is still growing
};

/// Mix-ups of one arm at one k over all finished draws: counts[true][answered].
struct MixUpsView {
    int arm = 0;
    Shots shots;
    int draws = 0;
    std::vector<std::vector<int>> counts;
};

/// What one arm said to one test example over its finished draws.
struct ArmAnswer {
    int arm = 0;
    Shots shots; ///< where it stands: the k that is looked at, or 0 for an arm that needs no examples
    int answer = -1; ///< class it gave most often (of equals, the surest)
    double confidence = 0; ///< mean probability where it gave that answer
    int given = 0; ///< draws that gave it
    int draws = 0;
};

/// One test example with what every arm of the comparison makes of it.
struct AnsweredExample {
    ExampleId id;
    ArmAnswer asked; ///< the answer that was asked for, of the arm that was asked about
    std::vector<ArmAnswer> answers; ///< of every arm that has any, in their order
};

/// The test examples behind one cell of the mix-ups: of one class, given one answer by one arm in at least one draw.
struct MixUpExamplesView {
    int arm = 0;
    Shots shots;
    int trueClass = 0;
    int answered = 0;
    std::vector<AnsweredExample> examples; ///< order of the test set
};

/// What arms that only read frozen features say at one k, over many draws; never stored.
struct ReadoutsView {
    Shots shots;
    int firstDraw = 0; ///< number of the first of the draws
    std::vector<int> arms; ///< indices into the comparison's arms
    std::vector<std::vector<double>> accuracies; ///< per arm and draw, 0..1 on the whole test set
};

/// What methods say to something that was drawn, dropped or typed; never stored.
struct AnswersView {
    struct Method {
        int arm = 0; ///< index into the comparison's arms
        bool ready = false; ///< false: its weights are gone and have to be trained again
        std::vector<double> probabilities {}; ///< per class; empty while it is not ready
        std::optional<Error> error {}; ///< why it cannot answer
        double seconds = 0; ///< that training it again takes, estimated
    };
    int token = 0; ///< of the question
    Shots shots; ///< that the methods have learnt from; zero-shot from none
    std::vector<Method> methods; ///< every arm of the comparison that has this k
};

/// Which of a model's names are near in meaning to those of classes.
struct LinkAdvice {
    struct Near {
        int label = 0; ///< place in the card's source labels
        double cosine = 0; ///< of the embeddings of both names
    };
    std::map<ClassId, std::vector<Near>> nearest; ///< the nearest first

    /// From here on a name may stand for a class; below, the nearest is one that has to be nearest (docs/decisions.md).
    static constexpr double kPlausible = 0.56;
};

/// A method is trained again from its seed, to answer.
struct PreparationView {
    int arm = 0;
    Shots shots;
    bool active = false; ///< false: it is over
    bool passingFeatures = false; ///< examples go through the frozen part; done and total are theirs, else of steps
    int done = 0;
    int total = 0;
    std::optional<Error> error {}; ///< why it came to nothing
};

/// Estimate of what a plan would cost, from measured speed where there is one.
struct PlanEstimate {
    std::map<int, double> secondsPerArm; ///< by index into plan.arms, whole arm
    double seconds = 0;
    int runs = 0;
    int alreadyDone = 0; ///< finished identical runs that will be taken over
    std::vector<Skipped> skipped;
    bool measured = false; ///< false: from the machine's first guess
};

using LabViewPtr = std::shared_ptr<const LabView>;
using ComparisonViewPtr = std::shared_ptr<const ComparisonView>;

} // namespace shotlab::runner
