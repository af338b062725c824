// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Engine.h"

#include <atomic>
#include <mutex>
#include <set>

#include "engine/Arms.h"
#include "engine/Examples.h"
#include "engine/Failure.h"
#include "engine/ModelLoader.h"
#include "engine/Network.h"
#include "engine/RowCache.h"
#include "engine/RunContext.h"
#include "engine/Runtime.h"
#include "engine/Trainee.h"

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

RunResult runArm(RunContext &context)
{
    switch (context.start.arm.kind) {
    case ArmKind::ZeroShot:
        return zeroShot(context);
    case ArmKind::Prototypes:
        return prototypes(context);
    case ArmKind::NearestNeighbour:
        return nearestNeighbour(context);
    case ArmKind::LinearProbe:
        return linearProbe(context);
    case ArmKind::ChosenLayers:
    case ArmKind::FullFineTuning:
    case ArmKind::FromScratch:
        return fineTune(context);
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
    void handle(const protocol::StartRun &start);
    void handle(const protocol::CancelRun &message) { cancel(message.run); }
    void handle(const protocol::Shutdown &) { }

    void cancel(std::int64_t run);

private:
    void answer(const std::string &hash, const Done &done);
    void open(const protocol::OpenModel &request);
    RunResult run(const protocol::StartRun &start);
    void resolveTestSet();

    Emit m_emit;
    std::shared_ptr<const Network> m_network;
    std::string m_networkHash; ///< as of the last pass through the network
    std::unique_ptr<RowCache> m_rows;
    RunContext::Cuts m_cuts;
    protocol::SetTestSet m_testMessage;
    TestSet m_test;

    std::mutex m_cancelMutex;
    std::set<std::int64_t> m_cancelled;
    std::optional<std::int64_t> m_current;
    std::atomic<bool> m_stop = false;

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
    protocol::Ready ready;
    ready.program = SHOTLAB_VERSION;
    ready.library = libraryVersion();
    ready.threads = useThreads(hello.threads);
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
    m_network = opened.network;
    m_networkHash = networkHash(*m_network);
    m_rows = std::make_unique<RowCache>(m_network, m_examples, rowCacheLimit());
    m_examples.setGeometry(m_network->card, m_network->side);
    m_emit(protocol::ModelOpened {request.request, std::move(opened.report)});
}

void Engine::Private::handle(const protocol::SetTestSet &set)
{
    m_testMessage = set;
    m_test = {};
}

/// Numbers and checks what SetTestSet said; done with the first run, which can report what is wrong.
void Engine::Private::resolveTestSet()
{
    if (!m_test.examples.empty())
        return;
    const protocol::SetTestSet &set = m_testMessage;
    if (set.hashes.empty() || set.hashes.size() != set.labels.size() || set.classes < 2)
        throw Failure(ErrorCode::Internal, {"no test set"});
    TestSet test {{}, set.labels, set.classes, set.links};
    for (const std::string &hash : set.hashes)
        test.examples.push_back(m_examples.number(hash));
    for (const int label : set.labels) {
        if (label < 0 || label >= set.classes)
            throw Failure(ErrorCode::Internal, {"class " + std::to_string(label)});
    }
    m_test = std::move(test);
}

RunResult Engine::Private::run(const protocol::StartRun &start)
{
    if (!m_network)
        throw Failure(ErrorCode::Internal, {"no model is open"});
    resolveTestSet();
    RunContext context(start, m_test, m_network, *m_rows, m_cuts, m_emit, m_stop);
    context.check();
    if (usesExamples(start.arm.kind) && start.support.size() != static_cast<std::size_t>(m_test.classes))
        throw Failure(ErrorCode::Internal, {"support of " + std::to_string(start.support.size()) + " classes"});
    for (std::size_t c = 0; c < start.support.size(); ++c) {
        for (const std::string &hash : start.support[c]) {
            context.support.push_back(m_examples.number(hash));
            context.supportLabels.push_back(static_cast<int>(c));
        }
    }
    if (usesExamples(start.arm.kind) && context.support.empty())
        throw Failure(ErrorCode::Internal, {"no support"});

    RunResult result = runArm(context);
    if (result.frozenHashBefore.empty()) {
        // Nothing trained: the network can have changed only while pictures passed it, and is looked at after each pass.
        result.frozenHashBefore = m_networkHash;
        if (context.featureSeconds() > 0)
            m_networkHash = networkHash(*m_network);
        result.frozenHashAfter = m_networkHash;
    }
    result.featureSeconds = context.featureSeconds();
    result.seconds = context.seconds() - result.featureSeconds;
    result.peakBytes = peakMemory();
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
    } catch (const Cancelled &) {
        outcome = protocol::RunCancelled {start.run};
    } catch (const std::exception &exception) {
        outcome
            = protocol::RunFailed {start.run, errorFromException(exception, m_network ? m_network->card.title : std::string())};
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

Engine::Engine(Emit emit) : d(std::make_unique<Private>(std::move(emit))) { }

Engine::~Engine() = default;

void Engine::handle(const protocol::ToEngine &message)
{
    std::visit([this](const auto &one) { d->handle(one); }, message);
}

void Engine::cancel(std::int64_t run) { d->cancel(run); }

} // namespace shotlab::engine
