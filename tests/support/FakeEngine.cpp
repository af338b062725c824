// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Speaks the engine's side of the protocol without a network, and misbehaves on request: SHOTLAB_FAKE holds words separated
// by commas, "key" or "key=value". What it was told goes to the file named by SHOTLAB_FAKE_LOG, one line a message.
//   version=N        greets with another protocol version
//   garbage          writes nonsense instead of a greeting
//   die=ARM          ends with exit status 3 in the middle of a run of this arm
//   die-once=FILE    the same for any arm, unless FILE exists; makes it first
//   die-opening      ends while opening a model
//   refuse-model     answers OpenModel with ModelNotAModel
//   fail=ARM         answers runs of this arm with OutOfMemory
//   hang=ARM         never ends runs of this arm, but obeys CancelRun
//   stubborn=ARM     the same, and ignores CancelRun
//   wrong=ARM        answers runs of this arm with a prediction too few
//   thaw=ARM         answers runs of this arm with frozen weights that moved
//   ponder-once=FILE never answers a question about draws, unless FILE exists; makes it first
//   reject=HASH      refuses this example
//   late             acknowledges examples only when nothing more comes

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include <poll.h>
#include <unistd.h>

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QString>
#include <QStringList>

#include "protocol/Messages.h"

namespace
{

using namespace shotlab;
using namespace shotlab::protocol;

class FakeEngine
{
public:
    FakeEngine();
    int exec();

private:
    [[nodiscard]] bool wants(const char *key) const { return m_wishes.contains(key); }
    [[nodiscard]] bool wants(const char *key, ArmKind kind) const
    {
        const auto found = m_wishes.find(key);
        return found != m_wishes.end() && found->second == armName(kind);
    }
    void log(const std::string &line);
    void say(const FromEngine &message);
    void handle(const ToEngine &message);
    void open(const OpenModel &message);
    void put(const PutExample &message);
    void acknowledge();
    void run(const StartRun &message);
    void readOut(const AskReadouts &message);
    [[nodiscard]] bool isFirst(const char *key) const;
    [[nodiscard]] RunResult resultOf(const StartRun &message) const;

    std::map<std::string, std::string> m_wishes;
    QFile m_log;
    SetTestSet m_testSet;
    std::set<std::string> m_examples;
    std::vector<std::string> m_unacknowledged;
    qint64 m_bytesUnacknowledged = 0;
    qint64 m_mostUnacknowledged = 0;
    bool m_over = false;
};

FakeEngine::FakeEngine() : m_log(qEnvironmentVariable("SHOTLAB_FAKE_LOG"))
{
    for (const QString &wish : qEnvironmentVariable("SHOTLAB_FAKE").split(QLatin1Char(','), Qt::SkipEmptyParts))
        m_wishes[wish.section(QLatin1Char('='), 0, 0).toStdString()] = wish.section(QLatin1Char('='), 1).toStdString();
    if (!m_log.fileName().isEmpty() && !m_log.open(QIODevice::WriteOnly | QIODevice::Append))
        std::exit(9);
}

void FakeEngine::log(const std::string &line)
{
    if (!m_log.isOpen())
        return;
    m_log.write(QByteArray::fromStdString(line) + '\n');
    m_log.flush();
}

void FakeEngine::say(const FromEngine &message)
{
    const QByteArray wire = encode(message);
    std::fwrite(wire.constData(), 1, static_cast<std::size_t>(wire.size()), stdout);
    std::fflush(stdout);
}

int FakeEngine::exec()
{
    if (wants("garbage")) {
        std::puts("this is not what you expected");
        std::fflush(stdout);
    }
    Decoder<ToEngine> decoder;
    QByteArray buffer(1 << 16, '\0');
    while (!m_over) {
        pollfd input {STDIN_FILENO, POLLIN, 0};
        constexpr int kSilenceMs = 30;
        if (poll(&input, 1, kSilenceMs) == 0) {
            acknowledge();
            continue;
        }
        const auto got = ::read(STDIN_FILENO, buffer.data(), static_cast<std::size_t>(buffer.size()));
        if (got <= 0)
            return 0; // the host is gone
        decoder.feed(buffer.left(got));
        for (;;) {
            const auto next = decoder.next();
            if (!next)
                return 8;
            if (!*next)
                break;
            handle(**next);
        }
    }
    return 0;
}

void FakeEngine::handle(const ToEngine &message)
{
    if (const auto *hello = std::get_if<Hello>(&message)) {
        log("hello threads " + std::to_string(hello->threads));
        log("spin " + qEnvironmentVariable("GOMP_SPINCOUNT", QStringLiteral("forever")).toStdString());
        const int version = wants("version") ? std::stoi(m_wishes["version"]) : kVersion;
        say(Ready {version, "0.1.0", "Fake 1", hello->threads});
    } else if (const auto *model = std::get_if<OpenModel>(&message)) {
        open(*model);
    } else if (const auto *example = std::get_if<PutExample>(&message)) {
        put(*example);
    } else if (const auto *testSet = std::get_if<SetTestSet>(&message)) {
        log("test " + std::to_string(testSet->hashes.size()));
        m_testSet = *testSet;
    } else if (const auto *source = std::get_if<SetSourceTask>(&message)) {
        log("source " + std::to_string(source->hashes.size()));
    } else if (const auto *start = std::get_if<StartRun>(&message)) {
        run(*start);
    } else if (const auto *question = std::get_if<AskReadouts>(&message)) {
        readOut(*question);
    } else if (const auto *cancel = std::get_if<CancelRun>(&message)) {
        log("cancel");
        if (!wants("stubborn"))
            say(RunCancelled {cancel->run});
    } else {
        m_over = true;
    }
}

void FakeEngine::open(const OpenModel &message)
{
    log("open " + message.path);
    if (wants("die-opening"))
        std::_Exit(3);
    QFile file(QString::fromStdString(message.path));
    if (wants("refuse-model") || !file.open(QIODevice::ReadOnly)) {
        say(RequestFailed {message.request, Error {ErrorCode::ModelNotAModel, {message.path, "other"}, {}}});
        return;
    }
    ModelReport report;
    report.card = message.card.value_or(guessedModelCard("own", 3, 32, 2));
    report.hash = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex().toStdString();
    report.layers = {{"stem", "Conv2d", LayerRole::First, 1, 10, {}},
                     {"stage1", "Sequential", LayerRole::Stage, 1, 100, {}},
                     {"head", "Linear", LayerRole::Head, 1, 20, {}}};
    report.headPath = "head";
    report.outputs = 2;
    report.features = 8;
    report.parameters = 130;
    report.suggestedLearning = {"stage1"};
    report.splits = true;
    say(ModelOpened {message.request, report});
}

void FakeEngine::put(const PutExample &message)
{
    if (wants("reject") && m_wishes["reject"] == message.hash) {
        say(ExampleRejected {message.hash, Error {ErrorCode::PictureUnreadable, {message.hash, "fake"}, {}}});
        return;
    }
    log((m_examples.insert(message.hash).second ? "put " : "put again ") + message.hash);
    m_unacknowledged.push_back(message.hash);
    m_bytesUnacknowledged += message.bytes.size();
    if (!wants("late"))
        acknowledge();
}

void FakeEngine::acknowledge()
{
    if (m_bytesUnacknowledged > m_mostUnacknowledged) {
        m_mostUnacknowledged = m_bytesUnacknowledged;
        log("under way " + std::to_string(m_mostUnacknowledged));
    }
    for (const std::string &hash : m_unacknowledged)
        say(ExampleStored {hash});
    m_unacknowledged.clear();
    m_bytesUnacknowledged = 0;
}

void FakeEngine::run(const StartRun &message)
{
    const ArmKind kind = message.arm.kind;
    log("run " + std::string(armName(kind)) + " " + message.shots.toString());
    std::fputs("about to learn\n", stderr);
    if (wants("die", kind))
        std::_Exit(3);
    if (isFirst("die-once"))
        std::abort();
    if (wants("hang", kind) || wants("stubborn", kind))
        return;
    if (wants("fail", kind)) {
        say(RunFailed {message.run, Error {ErrorCode::OutOfMemory, {"1000"}, {}}});
        return;
    }
    for (const auto &ofClass : message.support) {
        for (const std::string &hash : ofClass) {
            if (!m_examples.contains(hash))
                std::_Exit(7); // learning from what was never sent
        }
    }
    say(FeatureProgress {message.run, 1, 2});
    for (const int step : {0, 30, 60})
        say(RunEpoch {message.run, EpochPoint {step, 60, 1.0 / (1 + step), 0.5, 0.5, 2, 0.01 * step}});
    RunResult result = resultOf(message);
    if (wants("wrong", kind))
        result.predictions.pop_back();
    if (wants("thaw", kind))
        result.frozenHashAfter = "moved";
    say(RunFinished {message.run, result});
}

/// Every draw of every arm is right on half of the test set.
void FakeEngine::readOut(const AskReadouts &message)
{
    log("ask " + std::to_string(message.draws.size()) + " test " + std::to_string(m_testSet.hashes.size()));
    if (isFirst("ponder-once"))
        return;
    say(ReadoutsAnswered {message.request, {message.arms.size(), std::vector<double>(message.draws.size(), 0.5)}});
}

/// Whether the file named by this wish was not there; it is from now on.
bool FakeEngine::isFirst(const char *key) const
{
    const auto wish = m_wishes.find(key);
    if (wish == m_wishes.end())
        return false;
    QFile once(QString::fromStdString(wish->second));
    return !once.exists() && once.open(QIODevice::WriteOnly);
}

/// Right on a share of the test set that grows with k; which part depends on the run's seed, so that draws differ.
RunResult FakeEngine::resultOf(const StartRun &message) const
{
    const int classes = m_testSet.classes;
    const int shots = message.shots.isAll() ? 20 : message.shots.perClass();
    RunResult result;
    for (std::size_t i = 0; i < m_testSet.labels.size(); ++i) {
        const bool right = (message.seed / 7 + i * 13) % 100 < static_cast<std::uint64_t>(50 + 2 * shots);
        Prediction prediction;
        prediction.classes[0] = static_cast<std::int16_t>((m_testSet.labels[i] + (right ? 0 : 1)) % classes);
        prediction.probabilities[0] = 0.75F;
        result.predictions.push_back(prediction);
    }
    result.frozenHashBefore = result.frozenHashAfter = "as it was";
    result.trainedParameters = 100;
    result.totalParameters = 130;
    result.seconds = 0.01;
    result.featureSeconds = 0.002;
    result.trainAccuracy = 1.0;
    result.steps = 60;
    return result;
}

} // namespace

int main() { return FakeEngine().exec(); }
