// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include "engine/Arms.h"
#include "engine/Failure.h"
#include "engine/HeadFit.h"
#include "engine/Learnt.h"
#include "engine/OperationWatch.h"
#include "engine/Optimiser.h"
#include "engine/Together.h"
#include "engine/Trainee.h"

namespace shotlab::engine
{

namespace
{

/// Above this a mean cross-entropy is an explosion, not a bad start (chance among a million classes is 14).
constexpr double kExplodedLoss = 1e4;
constexpr int kMostPoints = 10; ///< of a learning curve, the start not counted
constexpr int kMostCurveExamples = 200;
constexpr int kFewestCurveExamples = 100; ///< where the test set has as many

/// Endless stream of batches: the support set in shuffled order without replacement, shuffled again when it is used up.
/// Depends on the seed alone.
class Batches
{
public:
    Batches(std::size_t examples, std::size_t size, std::uint64_t seed)
        : m_order(examples), m_size(std::min(size, examples)), m_random(seed)
    {
        std::iota(m_order.begin(), m_order.end(), 0);
        m_next = examples;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }

    std::vector<int> next()
    {
        if (m_size == m_order.size())
            return m_order; // every batch is the whole support set
        std::vector<int> batch;
        while (batch.size() < m_size) {
            if (m_next == m_order.size())
                shuffle();
            batch.push_back(m_order[m_next++]);
        }
        return batch;
    }

private:
    void shuffle()
    {
        // Own Fisher-Yates: std::shuffle differs between standard libraries.
        for (std::size_t i = m_order.size(); i-- > 1;)
            std::swap(m_order[i], m_order[m_random() % (i + 1)]);
        m_next = 0;
    }

    std::vector<int> m_order;
    std::size_t m_size;
    std::size_t m_next = 0;
    std::mt19937_64 m_random;
};

template<typename T> std::vector<T> picked(const std::vector<T> &all, const std::vector<int> &positions)
{
    std::vector<T> some;
    some.reserve(positions.size());
    for (const int position : positions)
        some.push_back(all[static_cast<std::size_t>(position)]);
    return some;
}

at::Tensor targets(const std::vector<int> &labels) { return at::tensor(labels, at::kInt).to(at::kLong); }

double shareRight(const at::Tensor &scores, const at::Tensor &target)
{
    return scores.argmax(1).eq(target).to(at::kDouble).mean().item<double>();
}

/// Loss and accuracy of the batches since the last point of the curve.
struct Running {
    double loss = 0;
    double accuracy = 0;
    int batches = 0;

    void add(double batchLoss, double batchAccuracy)
    {
        loss += batchLoss;
        accuracy += batchAccuracy;
        ++batches;
    }
};

/// A network whose weights were trained.
class TrainedWeights : public Learnt
{
public:
    explicit TrainedWeights(std::shared_ptr<const Trainee> trainee) : m_trainee(std::move(trainee)) { }

    [[nodiscard]] at::Tensor probabilities(const LookedAt &lookedAt) const override
    {
        return at::softmax(m_trainee->scores(lookedAt.rows.frontier(m_trainee->cut(), lookedAt.examples), false), 1);
    }

    [[nodiscard]] std::int64_t bytes() const override { return m_trainee->copiedBytes(); }

private:
    std::shared_ptr<const Trainee> m_trainee;
};

class FineTuning
{
public:
    explicit FineTuning(RunContext &context);
    RunResult run();

private:
    struct Share {
        std::vector<int> positions; ///< in the support set
        std::vector<FrontierPart> frontier;
        Optimiser::Gradients gradients;
        double loss = 0; ///< what it adds to the batch's mean
        double right = 0; ///< the same of the share that is right
    };

    void startHead();
    [[nodiscard]] std::vector<Share> sharesOf(std::vector<int> batch) const;
    void learnFrom(Share &share, std::size_t batch) const;
    void checkMemory() const;
    [[nodiscard]] std::int64_t bytesKeptFor(std::size_t examples) const;
    void trainStep(int step);
    void emitStart();
    void emitPoint(int step, const at::Tensor &curveScores);
    [[nodiscard]] int curveExamples() const;
    [[nodiscard]] bool isPoint(int step) const;
    [[nodiscard]] at::Tensor scores(const std::vector<int> &examples) const;
    [[nodiscard]] at::Tensor features(const std::vector<int> &examples) const;
    [[nodiscard]] Retention retention(const at::Tensor &testFeatures) const;
    [[nodiscard]] Trainee::Mode mode() const;
    [[nodiscard]] std::vector<bool> learning() const;

    RunContext &m_context;
    const Settings &m_settings;
    bool m_fromScratch;
    std::shared_ptr<const Cut> m_cut;
    std::shared_ptr<Trainee> m_trainee; ///< outlives the run where it is to be kept
    int m_steps;
    int m_points;
    std::vector<int> m_curve; ///< positions in the test set
    Batches m_batches;
    std::unique_ptr<Optimiser> m_optimiser;
    Running m_running;
    double m_lastLoss = 0;
};

FineTuning::FineTuning(RunContext &context)
    : m_context(context), m_settings(context.start.arm.settings), m_fromScratch(context.start.arm.kind == ArmKind::FromScratch),
      m_cut(context.cut(learning())), m_trainee(std::make_shared<Trainee>(context.network, m_cut, context.test.classes, mode())),
      m_steps(static_cast<int>(number(m_settings, context.start.shots <= Shots(10) ? "steps-few" : "steps-many"))),
      m_points(std::min(m_steps, kMostPoints)),
      m_batches(context.support.size(), static_cast<std::size_t>(number(m_settings, "batch")), context.start.seed)
{
    m_curve = dealt(context.test.labels, curveExamples());
}

/// So many that measuring the curve costs about a third of the training that it shows, at most.
int FineTuning::curveExamples() const
{
    const double learnt = static_cast<double>(m_steps) * static_cast<double>(m_batches.size());
    return static_cast<int>(std::clamp(learnt / m_points, double {kFewestCurveExamples}, double {kMostCurveExamples}));
}

std::vector<bool> FineTuning::learning() const
{
    const Arm &arm = m_context.start.arm;
    const Network &network = *m_context.network;
    if (arm.kind == ArmKind::ChosenLayers)
        return network.learning(arm.layers);
    return m_fromScratch ? network.learningAnew() : network.learningEverywhere();
}

Trainee::Mode FineTuning::mode() const
{
    if (word(m_settings, "batch-norm") != "train")
        return Trainee::Mode::Steady;
    return m_fromScratch ? Trainee::Mode::Training : Trainee::Mode::BatchNorm;
}

/// Head first (LP-FT, arXiv 2202.10054): a random head would send large gradients into good features. The new head works
/// on raw features f, the probe on f/|f|. Fitted here on f/s with s the root mean square length of the support's features,
/// and divided by s, it gives the network the probe's solution without an extra normalising layer.
void FineTuning::startHead()
{
    if (m_fromScratch)
        m_trainee->initialiseTrunk(m_context.start.seed);
    if (word(m_settings, "head-first") != "yes") {
        m_trainee->initialiseHead(m_context.start.seed);
        return;
    }
    const at::Tensor features = m_context.features(m_context.support);
    const double length = std::max(1e-6, std::sqrt(features.square().sum(1).mean().item<double>()));
    const FittedHead head = fitHead(features / length, m_context.supportLabels, m_context.test.classes, number(m_settings, "C"),
                                    [this] { return m_context.isCancelled(); });
    m_trainee->setHead(head.weight / length, head.bias);
}

/// What the forward pass over these many examples leaves behind for the backward pass, of sentences the longest. In
/// evaluation mode, so that no statistics move.
std::int64_t FineTuning::bytesKeptFor(std::size_t examples) const
{
    std::vector<int> some = m_context.support;
    RowCache &rows = m_context.rows;
    std::stable_sort(some.begin(), some.end(), [&rows](int a, int b) { return rows.lengthOf(a) > rows.lengthOf(b); });
    some.resize(examples);
    const auto frontier = m_context.rows.frontier(*m_cut, some);
    const CountedResults results;
    const at::Tensor kept = m_trainee->scores(frontier, false);
    return results.bytes();
}

/// Refuses a run that would not fit before it begins: a machine that starts to swap is lost for its user, and one that does
/// not kills the engine.
void FineTuning::checkMemory() const
{
    // Measured on the bundled models: the peak of a training step is 0.7 to 1.0 times what is counted here.
    constexpr double kMargin = 1.2;
    const std::size_t examples = m_context.support.size();
    const auto batch = static_cast<double>(std::min(m_batches.size(), examples));
    std::int64_t trained = 0;
    for (const at::Tensor &tensor : m_optimiser->tensors())
        trained += static_cast<std::int64_t>(tensor.nbytes());
    const double fixed = static_cast<double>(trained) * (1 + Optimiser::kStatesPerTensor);
    const double perExample = static_cast<double>(examples > 1 ? bytesKeptFor(2) - bytesKeptFor(1) : bytesKeptFor(1)) * kMargin;
    const double wanted = fixed + perExample * batch;
    const auto free = static_cast<double>(m_context.memory);
    if (wanted <= free)
        return;
    int smaller = 1; // a power of two, as people choose them
    while (fixed + perExample * smaller * 2 <= free)
        smaller *= 2;
    if (fixed + perExample * smaller > free)
        smaller = 0;
    const auto text = [](double bytes) { return std::to_string(static_cast<std::int64_t>(std::ceil(bytes))); };
    throw Failure(ErrorCode::RunTooLarge, {text(wanted), text(free), std::to_string(smaller)});
}

/// In evaluation mode, in batches of the cut's fixed size.
at::Tensor FineTuning::features(const std::vector<int> &examples) const
{
    std::vector<at::Tensor> parts;
    std::vector<int> order;
    const auto batches = m_context.rows.batches(examples, static_cast<std::size_t>(m_cut->rowBatch()));
    // Several rounds for each thread: batches of few or short sentences are done sooner than others.
    constexpr std::size_t kRounds = 4;
    const std::size_t threads = batchesAtOnce(*m_context.network);
    const std::size_t atOnce = threads == 1 ? 1 : kRounds * threads;
    for (std::size_t first = 0; first < batches.size(); first += atOnce) {
        m_context.check();
        std::vector<std::vector<FrontierPart>> frontiers;
        for (std::size_t i = first; i < std::min(first + atOnce, batches.size()); ++i) {
            frontiers.push_back(m_context.rows.frontier(*m_cut, picked(examples, batches[i])));
            order.insert(order.end(), batches[i].begin(), batches[i].end());
        }
        parts.resize(first + frontiers.size());
        together(frontiers.size(), [&](std::size_t i) {
            const at::NoGradGuard noGradients;
            parts[first + i] = m_trainee->features(frontiers[i], false);
        });
    }
    return inOrder(at::cat(parts), order);
}

at::Tensor FineTuning::scores(const std::vector<int> &examples) const { return m_trainee->scores(features(examples)).detach(); }

/// The old head on the trunk as it was and as it is now (LwF, arXiv 1606.09282, compares methods in this way).
/// testFeatures: of the test set, as the trunk is now.
Retention FineTuning::retention(const at::Tensor &testFeatures) const
{
    const Network &network = *m_context.network;
    const SourceTask &source = m_context.source;
    const bool knowsSource = !source.examples.empty() && network.headIsLast;
    const std::vector<int> &examples = knowsSource ? source.examples : m_context.test.examples;
    m_context.prepare(*m_cut, examples);
    const at::Tensor before = m_context.features(examples);
    const at::Tensor after = (knowsSource ? features(examples) : testFeatures).to(before.scalar_type());
    Retention retention;
    retention.count = static_cast<int>(examples.size());
    if (!knowsSource) {
        retention.kind = RetentionKind::FeatureSimilarity;
        retention.before = 1;
        retention.after = at::cosine_similarity(before, after, 1).mean().item<double>();
        return retention;
    }
    const at::Tensor target = targets(source.labels);
    const auto isRight = [&](const at::Tensor &someFeatures) {
        const auto type = network.head->weight.scalar_type();
        return at::linear(someFeatures.to(type), network.head->weight, network.head->bias).argmax(1).eq(target);
    };
    const at::Tensor rightBefore = isRight(before);
    const at::Tensor rightAfter = isRight(after);
    const auto share = [](const at::Tensor &which) { return which.to(at::kDouble).mean().item<double>(); };
    retention.before = share(rightBefore);
    retention.after = share(rightAfter);
    retention.changed = share(rightBefore.ne(rightAfter));
    return retention;
}

void FineTuning::trainStep(int step)
{
    m_context.check();
    const std::vector<int> batch = m_batches.next();
    std::vector<Share> shares = sharesOf(batch);
    for (Share &share : shares)
        share.frontier = m_context.rows.frontier(*m_cut, picked(m_context.support, share.positions));
    together(shares.size(), [&](std::size_t i) { learnFrom(shares[i], batch.size()); });
    double value = 0;
    double right = 0;
    for (const Share &share : shares) {
        value += share.loss;
        right += share.right;
    }
    if (!std::isfinite(value) || value > kExplodedLoss)
        throw Failure(ErrorCode::RunDiverged, {std::to_string(step + 1)}, "loss " + std::to_string(value));
    std::vector<Optimiser::Gradients> gradients;
    for (Share &share : shares)
        gradients.push_back(std::move(share.gradients));
    m_optimiser->step(gradients, cosineScale(step, m_steps));
    m_running.add(value, right);
}

/// Parts of a batch that are learnt from at once: all of it, or of sentences one share for each thread, the like beside
/// the like.
std::vector<FineTuning::Share> FineTuning::sharesOf(std::vector<int> batch) const
{
    const std::size_t count = std::min(batchesAtOnce(*m_context.network), batch.size());
    const auto length = [this](int position) { return m_context.rows.lengthOf(m_context.support[static_cast<std::size_t>(position)]); };
    if (count > 1)
        std::stable_sort(batch.begin(), batch.end(), [&](int a, int b) { return length(a) < length(b); });
    std::vector<Share> shares(count);
    for (std::size_t i = 0; i < batch.size(); ++i)
        shares[i * count / batch.size()].positions.push_back(batch[i]);
    return shares;
}

/// Gradients of the share's part of the batch's mean loss.
void FineTuning::learnFrom(Share &share, std::size_t batch) const
{
    const at::AutoGradMode gradients(true);
    const double weight = static_cast<double>(share.positions.size()) / static_cast<double>(batch);
    const at::Tensor target = targets(picked(m_context.supportLabels, share.positions));
    const at::Tensor scores = m_trainee->scores(share.frontier, true);
    const at::Tensor loss = at::cross_entropy_loss(scores, target) * weight;
    share.loss = loss.item<double>();
    share.right = shareRight(scores.detach(), target) * weight;
    share.gradients = torch::autograd::grad({loss}, m_optimiser->tensors(), {}, c10::nullopt, false, true);
}

/// Evenly spread over the steps, the last one included.
bool FineTuning::isPoint(int step) const { return step * m_points / m_steps != (step - 1) * m_points / m_steps; }

/// Nothing trained yet: the first batch's worth of the support set as it is.
void FineTuning::emitStart()
{
    const std::vector<int> some = dealt(m_context.supportLabels, static_cast<int>(number(m_settings, "batch")));
    const at::Tensor start = scores(picked(m_context.support, some));
    const at::Tensor target = targets(picked(m_context.supportLabels, some));
    m_running.add(at::cross_entropy_loss(start, target).item<double>(), shareRight(start, target));
    emitPoint(0, scores(picked(m_context.test.examples, m_curve)));
}

void FineTuning::emitPoint(int step, const at::Tensor &curveScores)
{
    EpochPoint point;
    point.step = step;
    point.totalSteps = m_steps;
    point.trainLoss = m_running.loss / m_running.batches;
    point.trainAccuracy = m_running.accuracy / m_running.batches;
    point.testAccuracy = shareRight(curveScores, targets(picked(m_context.test.labels, m_curve)));
    point.testCount = static_cast<int>(m_curve.size());
    point.seconds = m_context.seconds();
    m_lastLoss = point.trainLoss;
    m_running = {};
    m_context.emitPoint(point);
}

RunResult FineTuning::run()
{
    std::vector<int> all = m_context.support;
    all.insert(all.end(), m_context.test.examples.begin(), m_context.test.examples.end());
    m_context.prepare(*m_cut, all);
    startHead();
    m_optimiser
        = std::make_unique<Optimiser>(optimiserKind(word(m_settings, "optimiser")),
                                      std::vector<Optimiser::Group> {{m_trainee->trunkTensors(), number(m_settings, "lr-trunk")},
                                                                     {m_trainee->headTensors(), number(m_settings, "lr-head")}},
                                      number(m_settings, "weight-decay"));

    checkMemory();

    RunResult result;
    result.frozenHashBefore = m_trainee->frozenHash();
    emitStart();
    for (int step = 0; step < m_steps; ++step) {
        trainStep(step);
        if (step + 1 < m_steps && isPoint(step + 1))
            emitPoint(step + 1, scores(picked(m_context.test.examples, m_curve)));
    }
    const at::Tensor testFeatures = features(m_context.test.examples);
    const at::Tensor testScores = m_trainee->scores(testFeatures).detach();
    emitPoint(m_steps, testScores.index_select(0, targets(m_curve))); // the end is measured once
    result.frozenHashAfter = m_trainee->frozenHash();
    result.predictions = predictionsFrom(at::softmax(testScores, 1));
    const std::vector<int> some = dealt(m_context.supportLabels, kMostCurveExamples);
    result.trainAccuracy = shareRight(scores(picked(m_context.support, some)), targets(picked(m_context.supportLabels, some)));
    result.trainedParameters = m_trainee->trainedParameters();
    result.totalParameters = m_trainee->totalParameters();
    result.steps = m_steps;
    result.finalLoss = m_lastLoss;
    result.wholeModel = m_cut->wholeModel();
    if (movesTrainedWeights(m_context.start.arm.kind)) {
        const double before = m_context.ownSeconds();
        result.retention = retention(testFeatures);
        m_context.setAside(m_context.ownSeconds() - before);
    }
    if (m_context.keeps())
        m_context.learnt = std::make_shared<TrainedWeights>(m_trainee);
    return result;
}

} // namespace

RunResult fineTune(RunContext &context)
{
    at::manual_seed(context.start.seed); // dropout draws from the global generator
    return FineTuning(context).run();
}

} // namespace shotlab::engine
