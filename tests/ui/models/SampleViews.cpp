// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SampleViews.h"

#include <algorithm>

namespace shotlab::test
{

namespace
{

LayerNode node(const std::string &path, LayerRole role, int ordinal, std::int64_t weights, std::vector<LayerNode> children = {})
{
    return {path, "Sequential", role, ordinal, weights, std::move(children)};
}

} // namespace

runner::ModelView sampleModel()
{
    runner::ModelView view;
    view.model.card = guessedModelCard("tiny", 1, 32, 20);
    view.model.card.name = "glyphnet";
    view.model.card.title = "GlyphNet";
    view.model.card.recipe = "small-grey";
    view.model.card.confirmed = true;
    for (int i = 0; i < 20; ++i)
        view.model.card.sourceLabels.push_back("name " + std::to_string(i));
    view.model.hash = "model-hash";
    view.layers = {
        node("stem", LayerRole::First, 1, 1000),
        node("stage1", LayerRole::Stage, 1, 4000,
             {node("stage1.block1", LayerRole::Block, 1, 2000), node("stage1.block2", LayerRole::Block, 2, 2000)}),
        node("stage2", LayerRole::Stage, 2, 6000),
        node("summary", LayerRole::Summary, 1, 3000),
        node("head", LayerRole::Head, 1, 500),
    };
    view.headPath = "head";
    view.outputs = 20;
    view.features = 24;
    view.parameters = 14500;
    view.suggestedLearning = {"stage2", "summary"};
    view.splits = true;
    return view;
}

std::shared_ptr<runner::LabView> sampleLab(int pool)
{
    auto lab = std::make_shared<runner::LabView>();
    lab->path = QStringLiteral("/labs/Animals.shotlab");
    lab->info.title = "Animals";
    lab->model = sampleModel();
    constexpr int kTest = 2;
    std::int64_t next = 1;
    for (const char *name : {"cat", "dog", "fox"}) {
        runner::ClassView view;
        view.labClass.id = ClassId {static_cast<std::int64_t>(lab->classes.size()) + 1};
        view.labClass.name = name;
        view.poolCount = pool;
        view.testCount = kTest;
        for (int i = 0; i < pool + kTest; ++i) {
            Example example;
            example.id = ExampleId {next++};
            example.classId = view.labClass.id;
            example.role = i < pool ? Role::Pool : Role::Test;
            example.hash = "hash" + std::to_string(example.id.value);
            lab->examples[example.id] = example;
            view.examples.push_back(example.id);
        }
        lab->classes.push_back(std::move(view));
        lab->poolCount += pool;
        lab->testCount += kTest;
    }
    lab->largestShots = pool;
    return lab;
}

ComparisonPlan planFor(const runner::ModelView &model, std::uint64_t seed)
{
    ComparisonPlan plan;
    for (const ArmKind kind : allArmKinds()) {
        if (!onByDefault(kind, model.model.card))
            continue;
        plan.arms.push_back(defaultArm(kind, model.model.card));
        if (kind == ArmKind::ChosenLayers)
            plan.arms.back().layers = normalised(model.layers, LayerMap {model.suggestedLearning});
    }
    plan.shots = {Shots(0), Shots(1), Shots(2), Shots(5), Shots(10), Shots::all()};
    plan.seed = seed;
    return plan;
}

ComparisonPlan samplePlan()
{
    const runner::ModelView model = sampleModel();
    ComparisonPlan plan;
    for (const ArmKind kind : {ArmKind::ZeroShot, ArmKind::Prototypes, ArmKind::LinearProbe, ArmKind::ChosenLayers,
                               ArmKind::FullFineTuning, ArmKind::Chance})
        plan.arms.push_back(defaultArm(kind, model.model.card));
    plan.arms[3].layers = LayerMap {{"stage2", "summary"}};
    plan.shots = {Shots(0), Shots(1), Shots(5)};
    plan.draws = {20, 3, 1};
    return plan;
}

std::shared_ptr<runner::ComparisonView> sampleComparison(int id)
{
    auto view = std::make_shared<runner::ComparisonView>();
    view->comparison.id = ComparisonId {id};
    view->comparison.plan = samplePlan();
    const std::shared_ptr<runner::LabView> lab = sampleLab();
    for (const runner::ClassView &labClass : lab->classes)
        view->comparison.classes.push_back(labClass.labClass);
    for (int i = 0; i < 6; ++i) {
        view->comparison.testExamples.push_back(ExampleId {100 + i});
        view->comparison.testLabels.push_back(i / 2);
    }
    view->state = runner::ComparisonState::Finished;
    const ComparisonPlan &plan = view->comparison.plan;
    for (int arm = 0; arm < static_cast<int>(plan.arms.size()); ++arm) {
        const Arm &settings = plan.arms[static_cast<std::size_t>(arm)];
        for (const Shots shots : plan.shots) {
            if (usesExamples(settings.kind) != (shots > Shots(0)))
                continue;
            runner::CellView cell;
            cell.plannedDraws = drawsOf(plan, settings, shots);
            cell.finishedDraws = cell.plannedDraws;
            cell.summary.arm = arm;
            cell.summary.shots = shots;
            cell.summary.draws = cell.plannedDraws;
            cell.summary.testSize = 6;
            const double mean = isFloor(settings.kind) ? 1.0 / 3 : 0.5 + 0.05 * arm + 0.02 * shots.perClass();
            cell.summary.accuracy = {mean, mean - 0.04, mean + 0.03};
            cell.summary.testLuckOnly = cell.plannedDraws == 1;
            view->cells.push_back(cell);
            view->runsTotal += isFloor(settings.kind) ? 0 : cell.plannedDraws;
        }
    }
    view->runsDone = view->runsTotal;
    return view;
}

bool RecordingCommands::has(const std::string &call) const { return std::find(calls.begin(), calls.end(), call) != calls.end(); }

int RecordingCommands::count(const std::string &start) const
{
    return static_cast<int>(
        std::count_if(calls.begin(), calls.end(), [&](const std::string &call) { return call.starts_with(start); }));
}

void RecordingCommands::importIntoClass(const QStringList &paths, ClassId id)
{
    note("importIntoClass " + std::to_string(id.value) + ' ' + paths.join(QLatin1Char(' ')).toStdString());
}

void RecordingCommands::moveExamples(const std::vector<ExampleId> &ids, ClassId to)
{
    note("moveExamples " + std::to_string(ids.size()) + " to " + std::to_string(to.value));
}

void RecordingCommands::runCellsAgain(ComparisonId id, const std::vector<std::pair<int, Shots>> &cells)
{
    std::string call = "runCellsAgain " + std::to_string(id.value);
    for (const auto &[arm, shots] : cells)
        call += ' ' + std::to_string(arm) + ':' + shots.toString();
    note(call);
}

void RecordingCommands::setMarks(ComparisonId id, const CellMarks &marks)
{
    lastMarks = marks;
    note("setMarks " + std::to_string(id.value));
}

void RecordingCommands::estimate(const ComparisonPlan &plan, int token)
{
    lastPlan = plan;
    lastToken = token;
    note("estimate");
}

void RecordingCommands::startComparison(const ComparisonPlan &plan)
{
    lastPlan = plan;
    note("startComparison");
}

} // namespace shotlab::test
