// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/RunExecutor.h"

#include <algorithm>
#include <utility>

#include "runner/EngineProcess.h"

namespace shotlab::runner
{

RunExecutor::RunExecutor(EngineProcess &engine, QObject *parent) : QObject(parent), m_engine(engine), m_feeder(engine, this)
{
    connect(&engine, &EngineProcess::received, this, &RunExecutor::take);
    connect(&engine, &EngineProcess::ended, this, &RunExecutor::onEnded);
    connect(&m_feeder, &ExampleFeeder::supplied, this, &RunExecutor::onSupplied);
    connect(&m_feeder, &ExampleFeeder::failed, this, &RunExecutor::onSupplyFailed);
}

void RunExecutor::openModel(const ModelToOpen &model)
{
    if (model == m_model && m_report) {
        Q_EMIT modelOpened(m_model, *m_report);
        return;
    }
    if (model == m_model && m_requested)
        return;
    // A file that never finishes opening must not keep others out.
    if (m_requested)
        m_engine.kill();
    m_model = model;
    requestModel();
}

void RunExecutor::setData(protocol::SetTestSet testSet, ExampleFeeder::Source source, const QObject *owner)
{
    disconnect(m_ownerOfSource);
    forgetData(); // questions were about other data
    m_testSet = std::move(testSet);
    m_source = std::move(source);
    m_ownerOfSource = connect(owner, &QObject::destroyed, this, &RunExecutor::forgetData);
}

void RunExecutor::forgetData()
{
    dropQuestions();
    m_feeder.stop();
    m_source = nullptr;
    m_testSet = {};
    m_testSetTold = false;
}

void RunExecutor::setSourceTask(protocol::SetSourceTask sourceTask)
{
    m_sourceTask = std::move(sourceTask);
    m_sourceTaskTold = false;
}

std::int64_t RunExecutor::ask(Question question)
{
    const std::int64_t request = ++m_request;
    std::visit([request](auto &one) { one.request = request; }, question);
    std::erase_if(m_questions, [&question](const Question &waiting) { return waiting.index() == question.index(); });
    m_questions.push_back(std::move(question));
    QMetaObject::invokeMethod(this, &RunExecutor::bringQuestion, Qt::QueuedConnection);
    return request;
}

void RunExecutor::dropQuestions()
{
    m_questions.clear();
    m_sent.reset();
    if (std::exchange(m_supplyingQuestion, false))
        m_feeder.stop();
}

/// Sends the oldest question as soon as the engine has what it needs and has answered the one before.
void RunExecutor::bringQuestion()
{
    if (m_questions.empty() || m_asked || m_supplyingQuestion || m_stage == Stage::Opening || m_stage == Stage::Supplying)
        return;
    if (!m_report) {
        if (!m_requested)
            requestModel();
        return;
    }
    m_supplyingQuestion = true;
    m_feeder.supply(hashesNeeded(m_questions.front()), m_source);
}

void RunExecutor::onSupplied()
{
    if (m_stage == Stage::Supplying) {
        startRun();
        bringQuestion();
    } else if (std::exchange(m_supplyingQuestion, false) && !m_questions.empty()) {
        tellTestSet();
        m_sent = std::move(m_questions.front());
        m_questions.pop_front();
        std::visit(
            [this](const auto &one) {
                m_asked = one.request;
                m_engine.send(one);
            },
            *m_sent);
    }
}

void RunExecutor::onSupplyFailed(const Error &error)
{
    if (m_stage == Stage::Supplying) {
        finishWith(error);
    } else if (std::exchange(m_supplyingQuestion, false)) {
        failQuestions(error);
    }
}

void RunExecutor::failQuestions(const Error &why)
{
    for (const Question &question : std::exchange(m_questions, {}))
        Q_EMIT questionFailed(std::visit([](const auto &one) { return one.request; }, question), why);
}

void RunExecutor::answerQuestion(const protocol::FromEngine &message)
{
    const auto isOurs = [this](const auto *answer) { return answer != nullptr && m_asked == answer->request; };
    if (const auto *answered = std::get_if<protocol::ReadoutsAnswered>(&message); isOurs(answered)) {
        m_asked.reset();
        m_sent.reset();
        Q_EMIT readoutsAnswered(answered->request, answered->accuracies);
    } else if (const auto *given = std::get_if<protocol::AnswersGiven>(&message); isOurs(given)) {
        m_asked.reset();
        m_sent.reset();
        Q_EMIT answersGiven(given->request, given->answers);
    } else if (const auto *refused = std::get_if<protocol::RequestFailed>(&message); isOurs(refused)) {
        m_asked.reset();
        m_sent.reset();
        Q_EMIT questionFailed(refused->request, refused->error);
    } else {
        return;
    }
    bringQuestion();
}

void RunExecutor::execute(const protocol::StartRun &run)
{
    m_run = run;
    m_cancelling = false;
    m_stage = Stage::Opening;
    if (m_report)
        proceed();
    else if (!m_requested)
        requestModel();
}

void RunExecutor::cancel()
{
    if (m_stage == Stage::Idle || std::exchange(m_cancelling, true))
        return;
    if (m_stage == Stage::Running) {
        m_engine.cancelRun(m_run.run);
        return;
    }
    m_feeder.stop();
    finishWith(std::nullopt);
}

void RunExecutor::requestModel()
{
    m_report.reset();
    m_testSetTold = m_sourceTaskTold = false;
    m_requested = true;
    m_openRequest = ++m_request;
    m_engine.send(protocol::OpenModel {m_openRequest, m_model.path.toStdString(), m_model.card, m_model.workingSize});
}

void RunExecutor::proceed()
{
    m_stage = Stage::Supplying;
    m_supplyingQuestion = false; // the run comes first
    m_feeder.supply(hashesNeeded(), m_source);
}

void RunExecutor::startRun()
{
    if (m_stage != Stage::Supplying)
        return;
    for (const std::string &hash : hashesNeeded()) {
        if (const auto rejected = m_feeder.rejected().find(hash); rejected != m_feeder.rejected().end()) {
            finishWith(rejected->second);
            return;
        }
    }
    tellTestSet();
    if (movesTrainedWeights(m_run.arm.kind) && !std::exchange(m_sourceTaskTold, true))
        m_engine.send(m_sourceTask);
    m_stage = Stage::Running;
    m_engine.send(m_run);
}

void RunExecutor::tellTestSet()
{
    if (!std::exchange(m_testSetTold, true))
        m_engine.send(m_testSet);
}

void RunExecutor::take(const protocol::FromEngine &message)
{
    if (const auto *opened = std::get_if<protocol::ModelOpened>(&message))
        answerOpening(opened->request, opened->report);
    else if (const auto *refused = std::get_if<protocol::RequestFailed>(&message))
        answerOpening(refused->request, tl::unexpected(refused->error));
    answerQuestion(message);
    if (m_stage != Stage::Running)
        return;
    const auto isOurs = [this](const auto &event) { return event.run == m_run.run; };
    if (const auto *progress = std::get_if<protocol::FeatureProgress>(&message); progress && isOurs(*progress)) {
        Q_EMIT featureProgress(progress->done, progress->total);
    } else if (const auto *step = std::get_if<protocol::RunEpoch>(&message); step && isOurs(*step)) {
        Q_EMIT epoch(step->point);
    } else if (const auto *done = std::get_if<protocol::RunFinished>(&message); done && isOurs(*done)) {
        m_stage = Stage::Idle;
        Q_EMIT finished(done->result);
        bringQuestion();
    } else if (const auto *stopped = std::get_if<protocol::RunCancelled>(&message); stopped && isOurs(*stopped)) {
        finishWith(std::nullopt);
    } else if (const auto *broken = std::get_if<protocol::RunFailed>(&message); broken && isOurs(*broken)) {
        finishWith(broken->error);
    }
}

void RunExecutor::answerOpening(std::int64_t request, const Result<protocol::ModelReport> &answer)
{
    if (request != m_openRequest || !std::exchange(m_requested, false))
        return;
    if (answer) {
        m_report = *answer;
        Q_EMIT modelOpened(m_model, *m_report);
        if (m_stage == Stage::Opening)
            proceed();
        else
            bringQuestion();
        return;
    }
    failQuestions(answer.error());
    Q_EMIT modelRefused(m_model, answer.error());
    if (m_stage == Stage::Opening)
        finishWith(answer.error());
}

void RunExecutor::onEnded(const std::optional<Error> &why)
{
    m_report.reset();
    m_testSetTold = m_sourceTaskTold = false;
    if (std::exchange(m_requested, false) && why)
        Q_EMIT modelRefused(m_model, *why);
    m_supplyingQuestion = false;
    const auto asked = std::exchange(m_asked, std::nullopt);
    if (auto sent = std::exchange(m_sent, std::nullopt)) {
        const auto isOfItsKind = [&sent](const Question &waiting) { return waiting.index() == sent->index(); };
        if (why)
            Q_EMIT questionFailed(*asked, *why);
        else if (std::none_of(m_questions.begin(), m_questions.end(), isOfItsKind))
            m_questions.push_front(*std::move(sent)); // we ended the engine for another reason
    }
    if (m_stage != Stage::Idle)
        finishWith(m_cancelling ? std::nullopt : why);
    else if (why)
        failQuestions(*why);
    else
        QMetaObject::invokeMethod(this, &RunExecutor::bringQuestion, Qt::QueuedConnection);
}

void RunExecutor::finishWith(const std::optional<Error> &error)
{
    m_stage = Stage::Idle;
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT cancelled();
    bringQuestion();
}

std::vector<std::string> RunExecutor::hashesNeeded(const Question &question) const
{
    std::vector<std::string> hashes = m_testSet.hashes;
    const auto add = [&hashes](const std::vector<std::vector<std::string>> &perClass) {
        for (const auto &ofClass : perClass)
            hashes.insert(hashes.end(), ofClass.begin(), ofClass.end());
    };
    if (const auto *readouts = std::get_if<protocol::AskReadouts>(&question))
        add(readouts->pool);
    if (const auto *answers = std::get_if<protocol::AskAnswers>(&question)) {
        for (const protocol::StartRun &start : answers->learn)
            add(start.support);
    }
    return hashes;
}

std::vector<std::string> RunExecutor::hashesNeeded() const
{
    std::vector<std::string> hashes = m_testSet.hashes;
    for (const auto &ofClass : m_run.support)
        hashes.insert(hashes.end(), ofClass.begin(), ofClass.end());
    if (movesTrainedWeights(m_run.arm.kind))
        hashes.insert(hashes.end(), m_sourceTask.hashes.begin(), m_sourceTask.hashes.end());
    return hashes;
}

} // namespace shotlab::runner
