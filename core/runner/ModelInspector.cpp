// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ModelInspector.h"

#include <utility>

namespace shotlab::runner
{

ModelInspector::ModelInspector(EngineProcess::Options options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
}

ModelInspector::~ModelInspector() = default;

void ModelInspector::inspect(const ModelToOpen &model, Then then)
{
    stop();
    m_then = std::move(then);
    m_engine = std::make_unique<EngineProcess>(m_options);
    m_executor = std::make_unique<RunExecutor>(*m_engine);
    const int job = ++m_job; // answers of one given up may still be in the queue
    // Queued: the answer takes the engine down, which must not happen while it is still speaking.
    connect(
        m_executor.get(), &RunExecutor::modelOpened, this,
        [this, job](const ModelToOpen &, const protocol::ModelReport &report) { answer(job, report); }, Qt::QueuedConnection);
    connect(
        m_executor.get(), &RunExecutor::modelRefused, this,
        [this, job](const ModelToOpen &, const Error &error) { answer(job, tl::unexpected(error)); }, Qt::QueuedConnection);
    m_executor->openModel(model);
}

void ModelInspector::stop()
{
    m_then = nullptr;
    if (m_engine)
        m_engine->kill();
    m_executor.reset();
    m_engine.reset();
}

void ModelInspector::answer(int job, const Result<protocol::ModelReport> &result)
{
    if (job != m_job || !m_then)
        return;
    const Then then = std::exchange(m_then, nullptr);
    stop();
    then(result);
}

} // namespace shotlab::runner
