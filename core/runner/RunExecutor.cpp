// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/RunExecutor.h"

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

void RunExecutor::setData(protocol::SetTestSet testSet, ExampleFeeder::Source source)
{
    m_testSet = std::move(testSet);
    m_source = std::move(source);
    m_testSetTold = false;
    m_question.reset(); // it was about other data
}

void RunExecutor::setSourceTask(protocol::SetSourceTask sourceTask)
{
    m_sourceTask = std::move(sourceTask);
    m_sourceTaskTold = false;
}

std::int64_t RunExecutor::ask(protocol::AskReadouts question)
{
    const std::int64_t request = ++m_request;
    question.request = request;
    m_question = std::move(question);
    bringQuestion();
    return request;
}

/// Sends the question as soon as the engine has what it needs and has answered the one before.
void RunExecutor::bringQuestion()
{
    if (!m_question || m_asked || m_supplyingQuestion || m_stage == Stage::Opening || m_stage == Stage::Supplying)
        return;
    if (!m_report) {
        if (!m_requested)
            requestModel();
        return;
    }
    m_supplyingQuestion = true;
    std::vector<std::string> hashes = m_testSet.hashes;
    for (const auto &ofClass : m_question->pool)
        hashes.insert(hashes.end(), ofClass.begin(), ofClass.end());
    m_feeder.supply(hashes, m_source);
}

void RunExecutor::onSupplied()
{
    if (m_stage == Stage::Supplying) {
        startRun();
        bringQuestion();
    } else if (std::exchange(m_supplyingQuestion, false) && m_question) {
        tellTestSet();
        m_asked = m_question->request;
        m_engine.send(*std::exchange(m_question, std::nullopt));
    }
}

void RunExecutor::onSupplyFailed(const Error &error)
{
    if (m_stage == Stage::Supplying) {
        finishWith(error);
    } else if (std::exchange(m_supplyingQuestion, false)) {
        dropQuestion(error);
    }
}

void RunExecutor::dropQuestion(const Error &why)
{
    if (const auto question = std::exchange(m_question, std::nullopt))
        Q_EMIT readoutsFailed(question->request, why);
}

void RunExecutor::answerQuestion(const protocol::FromEngine &message)
{
    if (const auto *answered = std::get_if<protocol::ReadoutsAnswered>(&message); answered && m_asked == answered->request) {
        m_asked.reset();
        Q_EMIT readoutsAnswered(answered->request, answered->accuracies);
        bringQuestion();
    } else if (const auto *refused = std::get_if<protocol::RequestFailed>(&message); refused && m_asked == refused->request) {
        m_asked.reset();
        Q_EMIT readoutsFailed(refused->request, refused->error);
        bringQuestion();
    }
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
    dropQuestion(answer.error());
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
    if (const auto asked = std::exchange(m_asked, std::nullopt); asked && why)
        Q_EMIT readoutsFailed(*asked, *why);
    if (m_stage != Stage::Idle)
        finishWith(m_cancelling ? std::nullopt : why);
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
