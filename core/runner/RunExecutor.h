// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QObject>
#include <QString>

#include "protocol/Messages.h"
#include "runner/ExampleFeeder.h"

namespace shotlab::runner
{

class EngineProcess;

/// A model file and how it is to be opened.
struct ModelToOpen {
    QString path;
    std::optional<ModelCard> card; ///< overrides the one inside the file
    int workingSize = 0; ///< pixels; 0 = the card's

    friend bool operator==(const ModelToOpen &, const ModelToOpen &) = default;
};

/// Keeps the engine in the state that a run needs (model open, examples there, test set told) and has it do one run at a
/// time. What the engine lost by dying is brought again with the next run.
class RunExecutor : public QObject
{
    Q_OBJECT

public:
    RunExecutor(EngineProcess &engine, QObject *parent = nullptr);

    [[nodiscard]] EngineProcess &engine() { return m_engine; }

    /// Answer: modelOpened or modelRefused, at once when it is open already.
    void openModel(const ModelToOpen &model);
    /// Where runs that follow find their data. The model is the one opened last. The source is asked as long as its owner
    /// lives; what waits for it then is dropped.
    void setData(protocol::SetTestSet testSet, ExampleFeeder::Source source, const QObject *owner);

    /// What the model had learnt before, told to the runs that may make it forget; its bytes come from the source of setData.
    void setSourceTask(protocol::SetSourceTask sourceTask);

    /// One run; answer: exactly one of finished, failed, cancelled.
    void execute(const protocol::StartRun &run);
    /// Ends the current run; the process with it, if need be.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_stage != Stage::Idle; }

    /// To be answered with the model and data told before, beside a run if there is one; a newer question takes the place of
    /// one of its kind that waits. Returns the number it goes by (request is set here). Answer: readoutsAnswered, answersGiven
    /// or questionFailed, for the newest question of a kind at least and never before this has returned.
    using Question = std::variant<protocol::AskReadouts, protocol::AskAnswers>;
    std::int64_t ask(Question question);
    /// Whoever asked has gone, and so have the data it asked about.
    void dropQuestions();

Q_SIGNALS:
    void modelOpened(const shotlab::runner::ModelToOpen &model, const shotlab::protocol::ModelReport &report);
    void modelRefused(const shotlab::runner::ModelToOpen &model, const shotlab::Error &error);

    void featureProgress(int done, int total);
    void epoch(const shotlab::EpochPoint &point);
    void finished(const shotlab::RunResult &result);
    void failed(const shotlab::Error &error);
    void cancelled();

    void readoutsAnswered(std::int64_t request, const std::vector<std::vector<double>> &accuracies);
    void answersGiven(std::int64_t request, const std::vector<shotlab::protocol::MethodAnswer> &answers);
    void questionFailed(std::int64_t request, const shotlab::Error &error);

private:
    enum class Stage { Idle, Opening, Supplying, Running };

    void take(const protocol::FromEngine &message);
    void answerOpening(std::int64_t request, const Result<protocol::ModelReport> &answer);
    void requestModel();
    void proceed();
    void startRun();
    void onEnded(const std::optional<Error> &why);
    void finishWith(const std::optional<Error> &error);
    void bringQuestion();
    void onSupplied();
    void onSupplyFailed(const Error &error);
    void answerQuestion(const protocol::FromEngine &message);
    void failQuestions(const Error &why);
    void forgetData();
    [[nodiscard]] std::vector<std::string> hashesNeeded(const Question &question) const;
    void tellTestSet();
    [[nodiscard]] std::vector<std::string> hashesNeeded() const;

    EngineProcess &m_engine;
    ExampleFeeder m_feeder;
    ExampleFeeder::Source m_source;
    QMetaObject::Connection m_ownerOfSource;
    protocol::SetTestSet m_testSet;
    bool m_testSetTold = false;
    protocol::SetSourceTask m_sourceTask;
    bool m_sourceTaskTold = false;

    ModelToOpen m_model;
    std::optional<protocol::ModelReport> m_report; ///< of m_model, when the engine has it open
    std::int64_t m_request = 0; ///< the last number given out
    std::int64_t m_openRequest = 0;
    bool m_requested = false; ///< an answer to m_openRequest is still to come

    Stage m_stage = Stage::Idle;
    protocol::StartRun m_run;
    bool m_cancelling = false;

    std::deque<Question> m_questions; ///< not sent yet, one of a kind
    bool m_supplyingQuestion = false;
    std::optional<std::int64_t> m_asked; ///< request that the engine has not answered yet
    std::optional<Question> m_sent; ///< the same in full, while somebody waits for it
};

} // namespace shotlab::runner
