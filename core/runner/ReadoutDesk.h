// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "lab/DrawPlan.h"
#include "runner/OpenQuestions.h"
#include "runner/RunExecutor.h"
#include "runner/StoredComparison.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// Answers "this k, n draws" for the arms of one comparison that only read frozen features, while the user moves a slider:
/// the newest question counts, nothing is stored. Draws are those of the comparison's runs and as many more as are wanted.
class ReadoutDesk : public QObject
{
    Q_OBJECT

public:
    /// The executor has been told of model and data. Errors of the lab file.
    [[nodiscard]] static Result<std::unique_ptr<ReadoutDesk>> make(std::shared_ptr<const StoredComparison> data,
                                                                   RunExecutor &executor);

    struct Question {
        Shots shots;
        int draws = 0;
        int firstDraw = 0; ///< number of the first of these draws
    };
    /// Answer: ready or failed, for the latest question at least. Failed at once when the comparison has no such arm, or when
    /// shots is more than the smallest class has.
    void ask(const Question &question);
    /// The latest question, while it has no answer.
    [[nodiscard]] std::optional<Question> unanswered() const { return m_asked.newest(); }

Q_SIGNALS:
    void ready(const shotlab::runner::ReadoutsView &readouts);
    void failed(const shotlab::Error &error);

private:
    ReadoutDesk(std::shared_ptr<const StoredComparison> data, DrawPlan draws, RunExecutor &executor);

    void take(std::int64_t request, const std::vector<std::vector<double>> &accuracies);

    std::shared_ptr<const StoredComparison> m_data;
    DrawPlan m_draws;
    RunExecutor &m_executor;
    protocol::AskReadouts m_question; ///< arms and pool; draws of each question
    std::vector<int> m_arms; ///< their places in the comparison
    std::vector<std::map<ExampleId, int>> m_places; ///< per class: of an example in the pool
    OpenQuestions<Question> m_asked;
};

} // namespace shotlab::runner
