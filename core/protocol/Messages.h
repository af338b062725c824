// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QByteArray>

#include "lab/Arm.h"
#include "lab/LayerMap.h"
#include "lab/ModelCard.h"
#include "lab/Result.h"
#include "lab/Run.h"

/// What host and engine say to each other on the engine's stdin and stdout: one JSON line each, followed by "bytes": n raw
/// bytes where the message carries any. Parameters in, events out, exactly one terminal event (RunFinished, RunCancelled,
/// RunFailed) for every StartRun. Messages are handled in order; PutExample, CancelRun, Shutdown and,
/// where they can be answered, AskReadouts and AskAnswers overtake.
namespace shotlab::protocol
{

constexpr int kVersion = 1;

// ---------------------------------------------------------------- host -> engine

/// First message.
struct Hello {
    int version = kVersion;
    int threads = 0; ///< 0 = physical cores available to the process
    std::string cacheFolder {}; ///< where features may be kept between sessions; empty: nowhere
    std::int64_t cacheBytes = 0; ///< most that may lie there
    std::int64_t memoryBytes = 0; ///< most that a run may need; 0 = what the machine has free
    std::string encoder {}; ///< model file that reads words for models that do not; empty: there is none
};

/// Opens a model file; replaces the one open before (its caches go). Answer: ModelOpened or RequestFailed.
struct OpenModel {
    std::int64_t request = 0;
    std::string path;
    std::optional<ModelCard> card; ///< overrides the card inside the file; needed when there is none
    int workingSize = 0; ///< pixels; 0 = the card's
};

/// The bytes of one example, once per engine and hash. Answer: ExampleStored or ExampleRejected.
struct PutExample {
    std::string hash;
    QByteArray bytes;
};

/// The locked test set and the classes of all runs that follow. Examples were put before. No answer.
struct SetTestSet {
    std::vector<std::string> hashes;
    std::vector<int> labels; ///< class index per test example
    int classes = 0;
    std::vector<std::vector<int>> links; ///< per class: indices into the card's source labels
    std::vector<std::vector<std::string>> texts; ///< per class: what it is called and how it is described, UTF-8 (textsOf)

    friend bool operator==(const SetTestSet &, const SetTestSet &) = default;
};

/// Examples of what the open model had learnt before, to see what training does to that (Retention). Examples were put
/// before. Forgotten when another model is opened. No answer.
struct SetSourceTask {
    std::vector<std::string> hashes;
    std::vector<int> labels; ///< index into the card's source labels per example
};

struct StartRun {
    std::int64_t run = 0; ///< any number, echoed in every event of the run
    Arm arm;
    Shots shots;
    std::uint64_t seed = 0;
    std::vector<std::vector<std::string>> support; ///< per class: example hashes
    int views = 1; ///< versions in which each of them is shown, see ComparisonPlan; sentences have one
    /// Under this name what was learnt stays in the engine's memory, to answer with (AskAnswers): as long as model and test
    /// set stay and there is room for it. Empty: it does not.
    std::string keepAs {};
};

/// "This k, these settings, n draws": what arms that only read frozen features say, without making runs of it. Served
/// between two batches when a run is in progress. Examples were put and the test set told before. Answer: ReadoutsAnswered
/// or RequestFailed.
struct AskReadouts {
    std::int64_t request = 0;
    std::vector<Arm> arms; ///< prototypes, nearest-neighbour, linear-probe
    std::vector<std::vector<std::string>> pool; ///< per class: example hashes
    std::vector<std::vector<std::vector<int>>> draws; ///< per draw and class: indices into the class's pool
    int views = 1; ///< as in StartRun
};

/// What methods that have learnt say to something that is no example of the lab. Served between two batches when a run is in
/// progress. Answer: AnswersGiven or RequestFailed.
struct AskAnswers {
    std::int64_t request = 0;
    QByteArray example; ///< a picture as a file has it, or a sentence in UTF-8
    std::vector<std::string> methods; ///< by the names they are kept under
    /// Of these, methods that change no weights: what they read is learnt first where it is not kept. Examples were put and
    /// the test set told before.
    std::vector<StartRun> learn;
};

/// Which labels are nearest in meaning to what classes are called: by the encoder of Hello. Needs no open model. Answer:
/// AlikeAnswered or RequestFailed.
struct AskAlike {
    std::int64_t request = 0;
    std::vector<std::vector<std::string>> texts; ///< per class: what it is called and how it is described
    std::vector<std::string> labels;
    int most = 0; ///< labels wanted per class
};

struct CancelRun {
    std::int64_t run = 0;
};

struct Shutdown {
};

using ToEngine = std::variant<Hello, OpenModel, PutExample, SetTestSet, SetSourceTask, StartRun, AskReadouts, AskAnswers, AskAlike,
                              CancelRun, Shutdown>;

// ---------------------------------------------------------------- engine -> host

struct Ready {
    int version = kVersion;
    std::string program; ///< Shotlab version
    std::string library; ///< "LibTorch 1.13.1"
    int threads = 0;
};

/// What the engine found in a model file.
struct ModelReport {
    ModelCard card; ///< from the file, or as given, or guessed (card.confirmed = false)
    std::string hash; ///< SHA-256 of the file
    std::vector<LayerNode> layers; ///< roots in order of execution
    std::string headPath; ///< module path of the last linear or convolution classifier
    int outputs = 0; ///< of the old head
    int features = 0; ///< inputs of the head
    std::int64_t parameters = 0;
    double secondsPerExample = 0; ///< of a forward pass here and now, four trial pictures together
    std::vector<std::string> suggestedLearning; ///< default of chosen-layers: last stage or block
    bool splits = false; ///< the graph can be cut: frozen part computed once per example
    std::string whyNotSplit; ///< technical reason
    std::vector<std::string> warnings; ///< machine words: "no-card", "card-guessed", "traced-in-train-mode", ...
};

struct ModelOpened {
    std::int64_t request = 0;
    ModelReport report;
};

struct RequestFailed {
    std::int64_t request = 0;
    Error error;
};

struct ExampleStored {
    std::string hash;
};

struct ExampleRejected {
    std::string hash;
    Error error;
};

/// Passing examples through the frozen part, before the run's own work begins.
struct FeatureProgress {
    std::int64_t run = 0;
    int done = 0;
    int total = 0;
};

struct RunEpoch {
    std::int64_t run = 0;
    EpochPoint point;
};

struct RunFinished {
    std::int64_t run = 0;
    RunResult result;
};

struct RunCancelled {
    std::int64_t run = 0;
};

struct RunFailed {
    std::int64_t run = 0;
    Error error;
};

struct ReadoutsAnswered {
    std::int64_t request = 0;
    std::vector<std::vector<double>> accuracies; ///< per arm and draw, 0..1 on the whole test set
};

/// What one method says.
struct MethodAnswer {
    std::vector<double> probabilities; ///< per class; empty when nothing is kept under its name
    std::optional<Error> error; ///< why it could not answer
};

struct AnswersGiven {
    std::int64_t request = 0;
    std::vector<MethodAnswer> answers; ///< in the order of the question
};

/// The nearest first.
struct AlikeAnswered {
    std::int64_t request = 0;
    std::vector<std::vector<int>> labels; ///< per class: places in the labels of the question
    std::vector<std::vector<double>> cosines; ///< of each of them
};

using FromEngine = std::variant<Ready, ModelOpened, RequestFailed, ExampleStored, ExampleRejected, FeatureProgress, RunEpoch,
                                RunFinished, RunCancelled, RunFailed, ReadoutsAnswered, AnswersGiven, AlikeAnswered>;

// ---------------------------------------------------------------- coding

[[nodiscard]] QByteArray encode(const ToEngine &message);
[[nodiscard]] QByteArray encode(const FromEngine &message);

/// Cuts messages out of a growing stream. ProtocolBroken when a line is no message of this protocol or claims more than
/// kLargestPayload bytes; the stream cannot be read on after that.
template<typename Message> class Decoder
{
public:
    void feed(const QByteArray &bytes);
    /// The next complete message, nothing when more bytes are needed.
    [[nodiscard]] Result<std::optional<Message>> next();

private:
    QByteArray m_buffer;
    qsizetype m_position = 0;
    std::optional<Error> m_broken; ///< once set, the answer to every further call
};

constexpr std::int64_t kLargestPayload = 256LL * 1024 * 1024;

extern template class Decoder<ToEngine>;
extern template class Decoder<FromEngine>;

} // namespace shotlab::protocol
