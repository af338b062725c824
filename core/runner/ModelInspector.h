// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "runner/EngineProcess.h"
#include "runner/RunExecutor.h"

namespace shotlab::runner
{

/// Looks at a model file in an engine of its own, so that a file that crashes or hangs costs nothing that is under way.
class ModelInspector : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Result<protocol::ModelReport> &)>;

    explicit ModelInspector(EngineProcess::Options options, QObject *parent = nullptr);
    ~ModelInspector() override;

    /// One file at a time: an inspection under way is given up without an answer.
    void inspect(const ModelToOpen &model, Then then);
    void stop();

private:
    void answer(int job, const Result<protocol::ModelReport> &result);

    EngineProcess::Options m_options;
    std::unique_ptr<EngineProcess> m_engine;
    std::unique_ptr<RunExecutor> m_executor;
    Then m_then;
    int m_job = 0;
};

} // namespace shotlab::runner
