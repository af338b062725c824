// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/AnswerDesk.h"

#include <algorithm>
#include <utility>

#include "lab/Comparison.h"
#include "runner/EngineProcess.h"

namespace shotlab::runner
{

AnswerDesk::AnswerDesk(std::shared_ptr<const StoredComparison> data, RunExecutor &executor, Estimate estimate)
    : m_data(std::move(data)), m_executor(executor), m_estimate(std::move(estimate))
{
    connect(&executor, &RunExecutor::answersGiven, this, &AnswerDesk::take);
    connect(&executor, &RunExecutor::questionFailed, this, [this](std::int64_t request, const Error &error) {
        if (const auto asked = m_asked.close(request))
            Q_EMIT failed(asked->token, error);
    });
    connect(&executor.engine(), &EngineProcess::ended, this, [this] { m_known.clear(); });
    connect(&executor, &RunExecutor::featureProgress, this, [this](int done, int total) { report(done, total, true); });
    connect(&executor, &RunExecutor::epoch, this,
            [this](const EpochPoint &point) { report(point.step, point.totalSteps, false); });
    connect(&executor, &RunExecutor::finished, this, [this] { endPreparation(std::nullopt); });
    connect(&executor, &RunExecutor::failed, this, [this](const Error &error) { endPreparation(error); });
    connect(&executor, &RunExecutor::cancelled, this, [this] { endPreparation(std::nullopt); });
}

std::vector<RunKey> AnswerDesk::methodsAt(Shots shots) const
{
    std::vector<RunKey> methods;
    for (const RunKey &key : schedule(m_data->comparison())) {
        const ArmKind kind = m_data->armOf(key).kind;
        if (key.draw == 0 && !isFloor(kind) && key.shots == (usesExamples(kind) ? shots : Shots(0)))
            methods.push_back(key);
    }
    std::sort(methods.begin(), methods.end());
    return methods;
}

Result<const protocol::StartRun *> AnswerDesk::startOf(const RunKey &key)
{
    const auto known = m_starts.find(key);
    if (known != m_starts.end())
        return &known->second;
    const auto spec = m_data->specOf(key);
    if (!spec)
        return tl::unexpected(spec.error());
    return &m_starts.emplace(key, m_data->startRun({}, *spec)).first->second;
}

void AnswerDesk::ask(const QByteArray &example, Shots shots, int token)
{
    if (m_last && m_last->shots != shots)
        m_starts.clear();
    m_last = Asked {example, shots, token, methodsAt(shots)};
    send(*m_last);
}

void AnswerDesk::send(Asked asked)
{
    protocol::AskAnswers question;
    question.example = asked.example;
    for (const RunKey &key : asked.methods) {
        const auto start = startOf(key);
        if (!start) {
            Q_EMIT failed(asked.token, start.error());
            return;
        }
        question.methods.push_back((*start)->keepAs);
        if (!trainsTrunk((*start)->arm.kind) && !m_known.contains((*start)->keepAs))
            question.learn.push_back(**start);
    }
    m_asked.add(m_executor.ask(std::move(question)), std::move(asked));
}

void AnswerDesk::take(std::int64_t request, const std::vector<protocol::MethodAnswer> &answers)
{
    const Asked *open = m_asked.find(request);
    if (open == nullptr || answers.size() != open->methods.size())
        return;
    Asked asked = *m_asked.close(request);

    AnswersView view {asked.token, asked.shots, {}};
    bool forgotten = false;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const RunKey &key = asked.methods[i];
        const auto start = startOf(key);
        if (!start)
            continue;
        AnswersView::Method method {key.arm, true, answers[i].probabilities, answers[i].error, 0};
        const bool trains = trainsTrunk((*start)->arm.kind);
        if (answers[i].probabilities.size() == m_data->comparison().classes.size()) {
            m_known.insert((*start)->keepAs);
        } else if (!answers[i].error) {
            method.ready = false;
            method.seconds = m_estimate(key);
            forgotten = (m_known.erase((*start)->keepAs) > 0 && !trains) || forgotten;
        }
        view.methods.push_back(std::move(method));
    }
    if (forgotten) // the engine needed the room; it is told again what to learn
        send(std::move(asked));
    else
        Q_EMIT answered(view);
}

void AnswerDesk::prepare(int arm, Shots shots)
{
    if (m_preparing || m_executor.isBusy())
        return;
    const std::vector<RunKey> methods = methodsAt(shots);
    const auto key = std::find_if(methods.begin(), methods.end(), [arm](const RunKey &one) { return one.arm == arm; });
    if (key == methods.end())
        return;
    m_preparing = *key;
    const auto start = startOf(*key);
    if (!start) {
        endPreparation(start.error());
        return;
    }
    protocol::StartRun run = **start;
    run.run = --m_runs; // runs of the lab file have positive numbers
    report(0, 0, false);
    m_executor.execute(run);
}

void AnswerDesk::stop()
{
    if (m_preparing)
        m_executor.cancel();
}

void AnswerDesk::report(int done, int total, bool features)
{
    if (m_preparing)
        Q_EMIT preparing({m_preparing->arm, m_preparing->shots, true, features, done, total, {}});
}

void AnswerDesk::endPreparation(const std::optional<Error> &error)
{
    const auto key = std::exchange(m_preparing, std::nullopt);
    if (!key)
        return;
    Q_EMIT preparing({key->arm, key->shots, false, false, 0, 0, error});
    if (m_last && !error)
        send(*m_last);
}

} // namespace shotlab::runner
