// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/JsonValue.h"
#include "protocol/Messages.h"

/// The wire form of every message: its name and its fields. What travels as raw bytes behind the line is not listed here,
/// see Payload.
namespace shotlab::protocol::json_value
{

template<> struct LastOf<ErrorCode> {
    static constexpr ErrorCode value = ErrorCode::Internal;
};

template<> struct LastOf<LayerRole> {
    static constexpr LayerRole value = LayerRole::Part;
};

// ---------------------------------------------------------------- parts of messages

template<> struct Layout<Error> {
    static constexpr std::tuple fields {Field {"code", &Error::code}, Field {"arguments", &Error::arguments},
                                        Field {"technical", &Error::technical}};
};

template<> struct Layout<LayerNode> {
    static constexpr std::tuple fields {Field {"path", &LayerNode::path},
                                        Field {"type", &LayerNode::type},
                                        Field {"role", &LayerNode::role},
                                        Field {"ordinal", &LayerNode::ordinal},
                                        Field {"parameters", &LayerNode::parameters},
                                        Field {"fixed", &LayerNode::fixed},
                                        Field {"children", &LayerNode::children}};
};

template<> struct Layout<EpochPoint> {
    static constexpr std::tuple fields {Field {"step", &EpochPoint::step},
                                        Field {"total-steps", &EpochPoint::totalSteps},
                                        Field {"train-loss", &EpochPoint::trainLoss},
                                        Field {"train-accuracy", &EpochPoint::trainAccuracy},
                                        Field {"test-accuracy", &EpochPoint::testAccuracy},
                                        Field {"test-count", &EpochPoint::testCount},
                                        Field {"seconds", &EpochPoint::seconds}};
};

template<> struct LastOf<RetentionKind> {
    static constexpr auto value = RetentionKind::FeatureSimilarity;
};

template<> struct Layout<Retention> {
    static constexpr std::tuple fields {Field {"kind", &Retention::kind}, Field {"before", &Retention::before},
                                        Field {"after", &Retention::after}, Field {"changed", &Retention::changed},
                                        Field {"count", &Retention::count}};
};

template<> struct Layout<RunResult> {
    static constexpr std::tuple fields {Field {"trained-parameters", &RunResult::trainedParameters},
                                        Field {"total-parameters", &RunResult::totalParameters},
                                        Field {"seconds", &RunResult::seconds},
                                        Field {"feature-seconds", &RunResult::featureSeconds},
                                        Field {"peak-bytes", &RunResult::peakBytes},
                                        Field {"frozen-before", &RunResult::frozenHashBefore},
                                        Field {"frozen-after", &RunResult::frozenHashAfter},
                                        Field {"steps", &RunResult::steps},
                                        Field {"final-loss", &RunResult::finalLoss},
                                        Field {"train-accuracy", &RunResult::trainAccuracy},
                                        Field {"whole-model", &RunResult::wholeModel},
                                        Field {"retention", &RunResult::retention}};
};

template<> struct Layout<MethodAnswer> {
    static constexpr std::tuple fields {Field {"probabilities", &MethodAnswer::probabilities},
                                        Field {"error", &MethodAnswer::error}};
};

template<> struct Layout<ModelReport> {
    static constexpr std::tuple fields {Field {"card", &ModelReport::card},
                                        Field {"hash", &ModelReport::hash},
                                        Field {"layers", &ModelReport::layers},
                                        Field {"head", &ModelReport::headPath},
                                        Field {"outputs", &ModelReport::outputs},
                                        Field {"features", &ModelReport::features},
                                        Field {"parameters", &ModelReport::parameters},
                                        Field {"seconds-per-example", &ModelReport::secondsPerExample},
                                        Field {"suggested-learning", &ModelReport::suggestedLearning},
                                        Field {"splits", &ModelReport::splits},
                                        Field {"why-not-split", &ModelReport::whyNotSplit},
                                        Field {"warnings", &ModelReport::warnings}};
};

// ---------------------------------------------------------------- host -> engine

template<> struct Layout<Hello> {
    static constexpr auto name = "hello";
    static constexpr std::tuple fields {Field {"version", &Hello::version}, Field {"threads", &Hello::threads},
                                        Field {"cache-folder", &Hello::cacheFolder}, Field {"cache-bytes", &Hello::cacheBytes},
                                        Field {"memory-bytes", &Hello::memoryBytes}, Field {"encoder", &Hello::encoder}};
};

template<> struct Layout<OpenModel> {
    static constexpr auto name = "open-model";
    static constexpr std::tuple fields {Field {"request", &OpenModel::request}, Field {"path", &OpenModel::path},
                                        Field {"card", &OpenModel::card}, Field {"working-size", &OpenModel::workingSize}};
};

template<> struct Layout<PutExample> {
    static constexpr auto name = "put-example";
    static constexpr std::tuple fields {Field {"hash", &PutExample::hash}};
};

template<> struct Layout<SetTestSet> {
    static constexpr auto name = "set-test-set";
    static constexpr std::tuple fields {Field {"hashes", &SetTestSet::hashes}, Field {"labels", &SetTestSet::labels},
                                        Field {"classes", &SetTestSet::classes}, Field {"links", &SetTestSet::links},
                                        Field {"texts", &SetTestSet::texts}};
};

template<> struct Layout<SetSourceTask> {
    static constexpr auto name = "set-source-task";
    static constexpr std::tuple fields {Field {"hashes", &SetSourceTask::hashes}, Field {"labels", &SetSourceTask::labels}};
};

template<> struct Layout<StartRun> {
    static constexpr auto name = "start-run";
    static constexpr std::tuple fields {Field {"run", &StartRun::run}, Field {"arm", &StartRun::arm},
                                        Field {"shots", &StartRun::shots}, Field {"seed", &StartRun::seed},
                                        Field {"support", &StartRun::support}, Field {"views", &StartRun::views},
                                        Field {"keep-as", &StartRun::keepAs}};
};

template<> struct Layout<AskReadouts> {
    static constexpr auto name = "ask-readouts";
    static constexpr std::tuple fields {Field {"request", &AskReadouts::request}, Field {"arms", &AskReadouts::arms},
                                        Field {"pool", &AskReadouts::pool}, Field {"draws", &AskReadouts::draws},
                                        Field {"views", &AskReadouts::views}};
};

template<> struct Layout<AskAnswers> {
    static constexpr auto name = "ask-answers";
    static constexpr std::tuple fields {Field {"request", &AskAnswers::request}, Field {"methods", &AskAnswers::methods},
                                        Field {"learn", &AskAnswers::learn}};
};

template<> struct Layout<AskAlike> {
    static constexpr auto name = "ask-alike";
    static constexpr std::tuple fields {Field {"request", &AskAlike::request}, Field {"texts", &AskAlike::texts},
                                        Field {"labels", &AskAlike::labels}, Field {"most", &AskAlike::most}};
};

template<> struct Layout<CancelRun> {
    static constexpr auto name = "cancel-run";
    static constexpr std::tuple fields {Field {"run", &CancelRun::run}};
};

template<> struct Layout<Shutdown> {
    static constexpr auto name = "shutdown";
    static constexpr std::tuple<> fields {};
};

// ---------------------------------------------------------------- engine -> host

template<> struct Layout<Ready> {
    static constexpr auto name = "ready";
    static constexpr std::tuple fields {Field {"version", &Ready::version}, Field {"program", &Ready::program},
                                        Field {"library", &Ready::library}, Field {"threads", &Ready::threads}};
};

template<> struct Layout<ModelOpened> {
    static constexpr auto name = "model-opened";
    static constexpr std::tuple fields {Field {"request", &ModelOpened::request}, Field {"report", &ModelOpened::report}};
};

template<> struct Layout<RequestFailed> {
    static constexpr auto name = "request-failed";
    static constexpr std::tuple fields {Field {"request", &RequestFailed::request}, Field {"error", &RequestFailed::error}};
};

template<> struct Layout<ExampleStored> {
    static constexpr auto name = "example-stored";
    static constexpr std::tuple fields {Field {"hash", &ExampleStored::hash}};
};

template<> struct Layout<ExampleRejected> {
    static constexpr auto name = "example-rejected";
    static constexpr std::tuple fields {Field {"hash", &ExampleRejected::hash}, Field {"error", &ExampleRejected::error}};
};

template<> struct Layout<FeatureProgress> {
    static constexpr auto name = "feature-progress";
    static constexpr std::tuple fields {Field {"run", &FeatureProgress::run}, Field {"done", &FeatureProgress::done},
                                        Field {"total", &FeatureProgress::total}};
};

template<> struct Layout<RunEpoch> {
    static constexpr auto name = "run-epoch";
    static constexpr std::tuple fields {Field {"run", &RunEpoch::run}, Field {"point", &RunEpoch::point}};
};

template<> struct Layout<RunFinished> {
    static constexpr auto name = "run-finished";
    static constexpr std::tuple fields {Field {"run", &RunFinished::run}, Field {"result", &RunFinished::result}};
};

template<> struct Layout<RunCancelled> {
    static constexpr auto name = "run-cancelled";
    static constexpr std::tuple fields {Field {"run", &RunCancelled::run}};
};

template<> struct Layout<RunFailed> {
    static constexpr auto name = "run-failed";
    static constexpr std::tuple fields {Field {"run", &RunFailed::run}, Field {"error", &RunFailed::error}};
};

template<> struct Layout<ReadoutsAnswered> {
    static constexpr auto name = "readouts-answered";
    static constexpr std::tuple fields {Field {"request", &ReadoutsAnswered::request},
                                        Field {"accuracies", &ReadoutsAnswered::accuracies}};
};

template<> struct Layout<AnswersGiven> {
    static constexpr auto name = "answers-given";
    static constexpr std::tuple fields {Field {"request", &AnswersGiven::request}, Field {"answers", &AnswersGiven::answers}};
};

template<> struct Layout<AlikeAnswered> {
    static constexpr auto name = "alike-answered";
    static constexpr std::tuple fields {Field {"request", &AlikeAnswered::request}, Field {"labels", &AlikeAnswered::labels},
                                        Field {"cosines", &AlikeAnswered::cosines}};
};

} // namespace shotlab::protocol::json_value
