// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Engine.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <set>

#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>

#include "engine/Arms.h"
#include "engine/DepthwiseGradient.h"
#include "engine/Encoder.h"
#include "engine/ExampleView.h"
#include "engine/Examples.h"
#include "engine/Failure.h"
#include "engine/Learnt.h"
#include "engine/ModelLoader.h"
#include "engine/Network.h"
#include "engine/OperationWatch.h"
#include "engine/RawExamples.h"
#include "engine/ReadoutRequest.h"
#include "engine/RowCache.h"
#include "engine/RunContext.h"
#include "engine/Runtime.h"
#include "engine/Trainee.h"
#include "lab/Comparison.h"

namespace shotlab::engine
{

namespace
{

std::string networkHash(const Network &network)
{
    std::vector<at::Tensor> tensors;
    for (const BoundTensor &tensor : network.tensors) {
        if (!network.isHeadTensor(tensor))
            tensors.push_back(tensor.value);
    }
    return hashOf(tensors);
}

/// Some twenty fine-tuned EfficientNets, or six fine-tuned MiniLMs.
constexpr std::int64_t kKeptBytes = 256LL * 1024 * 1024;

/// Sentences have no slightly changed versions.
int viewsFor(int asked, const Network &network)
{
    if (asked < 1 || asked > kMostViews)
        throw Failure(ErrorCode::Internal, {std::to_string(asked) + " views"});
    return network.card.modality == Modality::Picture ? asked : 1;
}

RunResult runArm(RunContext &context)
{
    switch (context.start.arm.kind) {
    case ArmKind::ZeroShot:
    case ArmKind::ByMeaning:
        return zeroShot(context);
    case ArmKind::Prototypes:
    case ArmKind::NearestNeighbour:
    case ArmKind::LinearProbe:
        return readOutArm(context);
    case ArmKind::ChosenLayers:
    case ArmKind::FullFineTuning:
    case ArmKind::FromScratch:
        return fineTune(context);
    case ArmKind::PixelNeighbour:
    case ArmKind::TfidfCentroid:
    case ArmKind::TfidfLogistic:
        return baseline(context);
    case ArmKind::Chance:
    case ArmKind::Majority:
        break;
    }
    throw Failure(ErrorCode::Internal, {"the arm " + std::string(armName(context.start.arm.kind)) + " needs no engine"});
}

} // namespace

class Engine::Private
{
public:
    explicit Private(Emit emit)
        : m_emit(std::move(emit)),
          m_examples(usableCores(), [this](const std::string &hash, const Done &done) { answer(hash, done); })
    {
    }

    void handle(const protocol::Hello &hello);
    void handle(const protocol::OpenModel &request);
    void handle(const protocol::PutExample &put) { m_examples.put(put.hash, put.bytes); }
    void handle(const protocol::SetTestSet &set);
    void handle(const protocol::SetSourceTask &set) { m_sourceMessage = set; }
    void handle(const protocol::StartRun &start);
    void handle(const protocol::AskReadouts &request) { answerInTurn(request); }
    void handle(const protocol::AskAnswers &request) { answerInTurn(request); }
    void handle(const protocol::AskAlike &request);
    void handle(const protocol::CancelRun &message) { cancel(message.run); }
    void handle(const protocol::Shutdown &) { }

    void cancel(std::int64_t run);
    /// What can be answered beside a run.
    using Question = std::variant<protocol::AskReadouts, protocol::AskAnswers>;
    void offer(Question question);

private:
    void serveQuestions();
    void answerInTurn(const Question &question);
    [[nodiscard]] bool canBeAnswered(const Question &question) const;
    [[nodiscard]] protocol::FromEngine answerTo(const Question &question);
    [[nodiscard]] protocol::FromEngine answered(const protocol::AskReadouts &request);
    [[nodiscard]] protocol::FromEngine answered(const protocol::AskAnswers &request);
    [[nodiscard]] protocol::MethodAnswer said(const std::string &method, const LookedAt &lookedAt,
                                              const protocol::AskAnswers &request);
    [[nodiscard]] RunContext contextFor(const protocol::StartRun &start, std::function<void()> betweenBatches);
    void answer(const std::string &hash, const Done &done);
    void open(const protocol::OpenModel &request);
    [[nodiscard]] protocol::AlikeAnswered alike(const protocol::AskAlike &request);
    RunResult run(const protocol::StartRun &start);
    void resolveTestSet();
    [[nodiscard]] SourceTask sourceTask() const;
    [[nodiscard]] RowDisk disk() const { return {QString::fromStdString(m_hello.cacheFolder), m_hello.cacheBytes}; }

    Emit m_emit;
    protocol::Hello m_hello;
    std::shared_ptr<const Network> m_network;
    std::string m_networkHash; ///< as of the last pass through the network
    std::unique_ptr<RowCache> m_rows;
    Encoder m_encoder;
    Cuts m_cuts;
    Kept m_kept {kKeptBytes};
    protocol::SetTestSet m_testMessage;
    TestSet m_test;
    protocol::SetSourceTask m_sourceMessage;

    std::mutex m_cancelMutex;
    std::set<std::int64_t> m_cancelled;
    std::optional<std::int64_t> m_current;
    std::atomic<bool> m_stop = false;

    std::mutex m_offeredMutex;
    std::deque<Question> m_offered; ///< not answered yet
    std::atomic<bool> m_anyOffered = false;

    RawExamples m_raw {m_examples};
    Examples m_examples; ///< last: its threads call answer() until they are joined
};

void Engine::Private::answer(const std::string &hash, const Done &done)
{
    if (done)
        m_emit(protocol::ExampleStored {hash});
    else
        m_emit(protocol::ExampleRejected {hash, done.error()});
}

void Engine::Private::handle(const protocol::Hello &hello)
{
    m_hello = hello;
    m_encoder = Encoder(hello.encoder, disk());
    protocol::Ready ready;
    ready.program = SHOTLAB_VERSION;
    // Part of how numbers come about.
    ready.library = libraryVersion() + ", frozen batch-norms folded, own gradients of norms and depthwise filters";
    ready.threads = useThreads(hello.threads);
    useOwnDepthwiseGradient();
    m_emit(ready);
}

void Engine::Private::handle(const protocol::OpenModel &request)
{
    try {
        open(request);
    } catch (const std::exception &exception) {
        m_emit(protocol::RequestFailed {request.request, errorFromException(exception, request.path)});
    }
}

void Engine::Private::open(const protocol::OpenModel &request)
{
    OpenedModel opened = openModel(request.path, request.card, request.workingSize);
    // The old model goes only now: a file that cannot be opened costs nothing.
    m_rows.reset();
    m_cuts.clear();
    m_kept.clear();
    m_sourceMessage = {};
    m_network = opened.network;
    m_networkHash = networkHash(*m_network);
    m_rows = std::make_unique<RowCache>(m_network, m_examples, rowCacheLimit(),
                                        RowCache::Kept {disk(), originOfRows(*m_network, opened.contents)});
    giveBackMemory(); // the file as it was read
    m_test = {}; // what its numbers stand for depends on the model
    m_examples.setForm({m_network->card, m_network->side, m_network->vocabulary});
    m_emit(protocol::ModelOpened {request.request, std::move(opened.report)});
}

void Engine::Private::handle(const protocol::SetTestSet &set)
{
    if (set == m_testMessage)
        return; // what was learnt for these classes stays of use
    m_testMessage = set;
    m_test = {};
    m_kept.clear();
}

/// Numbers and checks what SetTestSet said; done with the first run, which can report what is wrong.
void Engine::Private::resolveTestSet()
{
    if (!m_test.examples.empty())
        return;
    const protocol::SetTestSet &set = m_testMessage;
    if (set.hashes.empty() || set.hashes.size() != set.labels.size() || set.classes < 2)
        throw Failure(ErrorCode::Internal, {"no test set"});
    TestSet test {{}, set.labels, set.classes, set.links, {}, set.texts};
    for (const std::string &hash : set.hashes)
        test.examples.push_back(m_examples.number(hash));
    for (const int label : set.labels) {
        if (label < 0 || label >= set.classes)
            throw Failure(ErrorCode::Internal, {"class " + std::to_string(label)});
    }
    test.names.resize(static_cast<std::size_t>(set.classes));
    for (std::size_t c = 0; m_network->readsText() && c < std::min(test.names.size(), set.texts.size()); ++c) {
        for (const std::string &text : set.texts[c])
            test.names[c].push_back(m_examples.add(text));
    }
    m_test = std::move(test);
}

/// What SetSourceTask said, numbered and checked; done with each run, as only some need it.
SourceTask Engine::Private::sourceTask() const
{
    const protocol::SetSourceTask &set = m_sourceMessage;
    if (set.hashes.size() != set.labels.size())
        throw Failure(ErrorCode::Internal, {"source examples without labels"});
    const std::int64_t outputs = m_network->head ? m_network->head->weight.size(0) : 0;
    SourceTask source {{}, set.labels};
    for (const std::string &hash : set.hashes)
        source.examples.push_back(m_examples.number(hash));
    for (const int label : set.labels) {
        if (label < 0 || label >= outputs)
            throw Failure(ErrorCode::Internal, {"source label " + std::to_string(label)});
    }
    return source;
}

/// With its support set; m_network and m_test are there.
RunContext Engine::Private::contextFor(const protocol::StartRun &start, std::function<void()> betweenBatches)
{
    RunContext context(start, m_test, m_network, *m_rows, m_raw, m_encoder, m_cuts, m_emit, m_stop, std::move(betweenBatches));
    if (usesExamples(start.arm.kind) && start.support.size() != static_cast<std::size_t>(m_test.classes))
        throw Failure(ErrorCode::Internal, {"support of " + std::to_string(start.support.size()) + " classes"});
    const int views = viewsFor(start.views, *m_network);
    for (std::size_t c = 0; c < start.support.size(); ++c) {
        for (const std::string &hash : start.support[c]) {
            const int number = m_examples.number(hash);
            for (int view = 0; view < views; ++view) {
                context.support.push_back(withView(number, view));
                context.supportLabels.push_back(static_cast<int>(c));
            }
        }
    }
    if (usesExamples(start.arm.kind) && context.support.empty())
        throw Failure(ErrorCode::Internal, {"no support"});
    return context;
}

RunResult Engine::Private::run(const protocol::StartRun &start)
{
    if (!m_network)
        throw Failure(ErrorCode::Internal, {"no model is open"});
    resolveTestSet();
    resetPeakMemory();
    const StopBetweenOperations watch(m_stop);
    RunContext context = contextFor(start, [this] { serveQuestions(); });
    context.check();
    context.memory = m_hello.memoryBytes > 0 ? m_hello.memoryBytes : freeMemory();
    if (movesTrainedWeights(start.arm.kind))
        context.source = sourceTask();

    RunResult result = runArm(context);
    if (result.frozenHashBefore.empty()) {
        // Nothing trained: the network can have changed only while pictures passed it, and is looked at after each pass.
        result.frozenHashBefore = m_networkHash;
        if (context.featureSeconds() > 0)
            m_networkHash = networkHash(*m_network);
        result.frozenHashAfter = m_networkHash;
    }
    result.featureSeconds = context.featureSeconds();
    result.seconds = context.ownSeconds();
    result.peakBytes = peakMemory();
    if (context.learnt)
        m_kept.put(start.keepAs, std::move(context.learnt));
    return result;
}

void Engine::Private::handle(const protocol::StartRun &start)
{
    {
        const std::lock_guard lock(m_cancelMutex);
        m_current = start.run;
        m_stop = m_cancelled.count(start.run) > 0;
    }
    protocol::FromEngine outcome;
    try {
        outcome = protocol::RunFinished {start.run, run(start)};
    } catch (const std::exception &exception) {
        if (m_stop) // whatever became of Cancelled on its way through LibTorch
            outcome = protocol::RunCancelled {start.run};
        else
            outcome = protocol::RunFailed {start.run,
                                           errorFromException(exception, m_network ? m_network->card.title : std::string())};
    }
    {
        const std::lock_guard lock(m_cancelMutex);
        m_cancelled.erase(start.run);
        m_current.reset();
        m_stop = false;
    }
    m_emit(outcome);
}

void Engine::Private::cancel(std::int64_t run)
{
    const std::lock_guard lock(m_cancelMutex);
    m_cancelled.insert(run);
    if (m_current == run)
        m_stop = true;
}

void Engine::Private::offer(Question question)
{
    const std::lock_guard lock(m_offeredMutex);
    m_offered.push_back(std::move(question));
    m_anyOffered = true;
}

/// Answered unless that has been done between two batches of a run.
void Engine::Private::answerInTurn(const Question &question)
{
    const auto number = [](const Question &any) { return std::visit([](const auto &one) { return one.request; }, any); };
    {
        const std::lock_guard lock(m_offeredMutex);
        const auto isThis = [&](const Question &offered) { return number(offered) == number(question); };
        const auto offered = std::find_if(m_offered.begin(), m_offered.end(), isThis);
        if (offered == m_offered.end())
            return;
        m_offered.erase(offered);
        m_anyOffered = !m_offered.empty();
    }
    m_emit(answerTo(question));
}

/// Between two batches: the oldest question, if everything it needs has arrived. It draws no random numbers and changes
/// nothing that the run computes with.
void Engine::Private::serveQuestions()
{
    if (!m_anyOffered)
        return;
    Question question;
    {
        const std::lock_guard lock(m_offeredMutex);
        question = m_offered.front();
    }
    if (!canBeAnswered(question))
        return; // its examples are still in the queue; it is answered in its turn
    const protocol::FromEngine answer = answerTo(question);
    if (m_stop)
        return; // cancelled in the middle: answered after the run
    {
        const std::lock_guard lock(m_offeredMutex);
        m_offered.pop_front();
        m_anyOffered = !m_offered.empty();
    }
    m_emit(answer);
}

bool Engine::Private::canBeAnswered(const Question &question) const
{
    const auto hasAll = [this](const std::vector<std::vector<std::string>> &perClass) {
        return std::all_of(perClass.begin(), perClass.end(), [this](const auto &ofClass) {
            return std::all_of(ofClass.begin(), ofClass.end(), [this](const std::string &hash) { return m_examples.has(hash); });
        });
    };
    if (const auto *readouts = std::get_if<protocol::AskReadouts>(&question))
        return hasAll(readouts->pool);
    const auto &learn = std::get<protocol::AskAnswers>(question).learn;
    return std::all_of(learn.begin(), learn.end(), [&](const protocol::StartRun &start) { return hasAll(start.support); });
}

protocol::FromEngine Engine::Private::answerTo(const Question &question)
{
    return std::visit(
        [this](const auto &request) -> protocol::FromEngine {
            try {
                if (!m_network)
                    throw Failure(ErrorCode::Internal, {"no model is open"});
                resolveTestSet();
                return answered(request);
            } catch (const std::exception &exception) {
                return protocol::RequestFailed {
                    request.request, errorFromException(exception, m_network ? m_network->card.title : std::string())};
            }
        },
        question);
}

protocol::FromEngine Engine::Private::answered(const protocol::AskReadouts &request)
{
    std::vector<std::vector<int>> pool;
    for (const auto &ofClass : request.pool) {
        pool.emplace_back();
        for (const std::string &hash : ofClass)
            pool.back().push_back(m_examples.number(hash));
    }
    return answerReadouts(request, viewsFor(request.views, *m_network), pool, m_test, *m_network, *m_rows,
                          *m_cuts.atFeatures(*m_network), m_stop);
}

protocol::FromEngine Engine::Private::answered(const protocol::AskAnswers &request)
{
    const at::NoGradGuard noGradients;
    const int example = m_examples.passing(request.example);
    m_raw.forget(example); // of the one before
    if (m_network->readsText())
        static_cast<void>(m_examples.tokens(example)); // throws what is wrong with it
    else
        static_cast<void>(m_examples.pixels(example));
    at::Tensor features; // made once for all methods; its row is not kept
    const LookedAt lookedAt {{example},
                             *m_rows,
                             m_raw,
                             [&] {
                                 if (!features.defined())
                                     features = m_rows->gather(*m_cuts.atFeatures(*m_network), {example}).at(0);
                                 return features;
                             },
                             [] {}};
    protocol::AnswersGiven answers {request.request, {}};
    for (const std::string &method : request.methods)
        answers.answers.push_back(said(method, lookedAt, request));
    return answers;
}

/// One method's answer; what is wrong with it does not silence the others.
protocol::MethodAnswer Engine::Private::said(const std::string &method, const LookedAt &lookedAt,
                                             const protocol::AskAnswers &request)
{
    protocol::MethodAnswer answer;
    try {
        auto learnt = m_kept.find(method);
        const auto named = std::find_if(request.learn.begin(), request.learn.end(),
                                        [&method](const protocol::StartRun &start) { return start.keepAs == method; });
        if (!learnt && named != request.learn.end()) {
            RunContext context = contextFor(*named, [] {});
            learnt = learnFrozen(context);
            m_kept.put(method, learnt);
        }
        if (!learnt)
            return answer;
        const at::Tensor probabilities = learnt->probabilities(lookedAt).to(at::kDouble).contiguous();
        answer.probabilities.assign(probabilities.data_ptr<double>(), probabilities.data_ptr<double>() + probabilities.numel());
    } catch (const std::exception &exception) {
        answer.error = errorFromException(exception, m_network->card.title);
    }
    return answer;
}

void Engine::Private::handle(const protocol::AskAlike &request)
{
    try {
        m_emit(alike(request));
    } catch (const std::exception &exception) {
        m_emit(protocol::RequestFailed {request.request, errorFromException(exception, "minilm-l6")});
    }
}

protocol::AlikeAnswered Engine::Private::alike(const protocol::AskAlike &request)
{
    const at::NoGradGuard noGradients;
    const Meanings meanings = meaningsOf(m_encoder, request.labels, request.texts, m_stop);
    const auto most = std::clamp<std::int64_t>(request.most, 0, meanings.labels.size(0));
    const auto [cosines, labels] = at::mm(meanings.classes, meanings.labels.t()).to(at::kDouble).topk(most, 1);
    protocol::AlikeAnswered answer {request.request, {}, {}};
    for (std::int64_t c = 0; c < meanings.classes.size(0); ++c) {
        const at::Tensor places = labels[c].contiguous();
        const at::Tensor values = cosines[c].contiguous();
        answer.labels.emplace_back(places.data_ptr<std::int64_t>(), places.data_ptr<std::int64_t>() + most);
        answer.cosines.emplace_back(values.data_ptr<double>(), values.data_ptr<double>() + most);
    }
    return answer;
}

Engine::Engine(Emit emit) : d(std::make_unique<Private>(std::move(emit))) { }

Engine::~Engine() = default;

void Engine::handle(const protocol::ToEngine &message)
{
    std::visit([this](const auto &one) { d->handle(one); }, message);
}

bool Engine::overtake(const protocol::ToEngine &message)
{
    if (const auto *readouts = std::get_if<protocol::AskReadouts>(&message))
        d->offer(*readouts);
    if (const auto *answers = std::get_if<protocol::AskAnswers>(&message))
        d->offer(*answers);
    if (const auto *cancel = std::get_if<protocol::CancelRun>(&message))
        d->handle(*cancel);
    else if (const auto *put = std::get_if<protocol::PutExample>(&message))
        d->handle(*put);
    else
        return false;
    return true;
}

} // namespace shotlab::engine
