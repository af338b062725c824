// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QByteArray>
#include <QObject>

#include "runner/OpenQuestions.h"
#include "runner/RunExecutor.h"
#include "runner/StoredComparison.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// Lets the methods of one comparison answer to what the user draws, drops or types: the newest thing counts, nothing is
/// stored. They answer as they did in the first draw of the comparison. Methods whose weights are gone are trained again on
/// request, from the same seed on the same examples, which gives the same weights.
class AnswerDesk : public QObject
{
    Q_OBJECT

public:
    /// Seconds that a run takes.
    using Estimate = std::function<double(const RunKey &)>;

    /// The executor has been told of model and data.
    AnswerDesk(std::shared_ptr<const StoredComparison> data, RunExecutor &executor, Estimate estimate);

    /// Answer: answered or failed, for the newest question at least.
    void ask(const QByteArray &example, Shots shots, int token);

    /// While the executor is idle. Answer: preparing, the last one not active; then what was asked last is answered again.
    void prepare(int arm, Shots shots);
    void stop();
    [[nodiscard]] bool isPreparing() const { return m_preparing.has_value(); }

Q_SIGNALS:
    void answered(const shotlab::runner::AnswersView &answers);
    void failed(int token, const shotlab::Error &error);
    void preparing(const shotlab::runner::PreparationView &preparation);

private:
    struct Asked {
        QByteArray example;
        Shots shots;
        int token = 0;
        std::vector<RunKey> methods;
    };

    [[nodiscard]] std::vector<RunKey> methodsAt(Shots shots) const;
    [[nodiscard]] Result<const protocol::StartRun *> startOf(const RunKey &key);
    void send(Asked asked);
    void take(std::int64_t request, const std::vector<protocol::MethodAnswer> &answers);
    void report(int done, int total, bool features);
    void endPreparation(const std::optional<Error> &error);

    std::shared_ptr<const StoredComparison> m_data;
    RunExecutor &m_executor;
    Estimate m_estimate;
    std::map<RunKey, protocol::StartRun> m_starts; ///< of one k; a support set of all examples is not read for every stroke
    std::set<std::string> m_known; ///< names that the engine has answered under
    OpenQuestions<Asked> m_asked;
    std::optional<Asked> m_last;
    std::optional<RunKey> m_preparing;
    std::int64_t m_runs = 0;
};

} // namespace shotlab::runner
