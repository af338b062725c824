// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ReadoutDesk.h"

#include <utility>

namespace shotlab::runner
{

namespace
{

bool onlyReads(ArmKind kind)
{
    return kind == ArmKind::Prototypes || kind == ArmKind::NearestNeighbour || kind == ArmKind::LinearProbe;
}

} // namespace

Result<std::unique_ptr<ReadoutDesk>> ReadoutDesk::make(std::shared_ptr<const StoredComparison> data, RunExecutor &executor)
{
    const auto pool = data->pool();
    if (!pool)
        return tl::unexpected(pool.error());
    DrawPlan draws(*pool, data->comparison().plan.seed);
    std::unique_ptr<ReadoutDesk> desk(new ReadoutDesk(std::move(data), std::move(draws), executor));
    desk->m_question.views = desk->m_data->comparison().plan.views;
    for (const std::vector<Example> &ofClass : *pool) {
        desk->m_question.pool.emplace_back();
        desk->m_places.emplace_back();
        for (const Example &example : ofClass) {
            desk->m_places.back()[example.id] = static_cast<int>(desk->m_question.pool.back().size());
            desk->m_question.pool.back().push_back(example.hash);
        }
    }
    return desk;
}

ReadoutDesk::ReadoutDesk(std::shared_ptr<const StoredComparison> data, DrawPlan draws, RunExecutor &executor)
    : m_data(std::move(data)), m_draws(std::move(draws)), m_executor(executor)
{
    const std::vector<Arm> &arms = m_data->comparison().arms();
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (!onlyReads(arms[i].kind))
            continue;
        m_arms.push_back(static_cast<int>(i));
        m_question.arms.push_back(arms[i]);
    }
    connect(&executor, &RunExecutor::readoutsAnswered, this, &ReadoutDesk::take);
    connect(&executor, &RunExecutor::questionFailed, this, [this](std::int64_t request, const Error &error) {
        if (m_asked.close(request))
            Q_EMIT failed(error);
    });
}

void ReadoutDesk::ask(const Question &question)
{
    const auto &[shots, draws, firstDraw] = question;
    if (m_arms.empty() || draws < 1 || firstDraw < 0 || shots.isAll() || shots < Shots(1)
        || shots > Shots(m_draws.largestShots())) {
        Q_EMIT failed(Error {ErrorCode::NothingToRun, {}, {}});
        return;
    }
    m_question.draws.clear();
    for (int draw = firstDraw; draw < firstDraw + draws; ++draw) {
        std::vector<std::vector<int>> places;
        const auto support = m_draws.support(shots, draw);
        for (std::size_t c = 0; c < support.size(); ++c) {
            places.emplace_back();
            for (const ExampleId id : support[c])
                places.back().push_back(m_places[c].at(id));
        }
        m_question.draws.push_back(std::move(places));
    }
    m_asked.add(m_executor.ask(m_question), question);
}

void ReadoutDesk::take(std::int64_t request, const std::vector<std::vector<double>> &accuracies)
{
    if (accuracies.size() != m_arms.size())
        return;
    if (const auto asked = m_asked.close(request))
        Q_EMIT ready(ReadoutsView {asked->shots, asked->firstDraw, m_arms, accuracies});
}

} // namespace shotlab::runner
