// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <atomic>

#include <ATen/ATen.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

#include "EngineHarness.h"
#include "engine/Failure.h"
#include "engine/ModelLoader.h"
#include "engine/OperationWatch.h"
#include "engine/Trainee.h"

using namespace shotlab;
using namespace shotlab::engine;
using namespace shotlab::engine::test;

class tst_OperationWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsTheNextOperation()
    {
        std::atomic<bool> stop = false;
        {
            const StopBetweenOperations watch(stop);
            QCOMPARE(at::ones({2}).sum().item<float>(), 2.0F);
            stop = true;
            QVERIFY_EXCEPTION_THROWN(at::ones({2}), Cancelled);
        }
        QCOMPARE(at::ones({2}).sum().item<float>(), 2.0F);
    }

    /// In the middle of the backward pass, and the same network can be trained afterwards.
    void stopsInsideTheBackwardPass()
    {
        std::atomic<bool> stop = false;
        const auto gradient = [&](bool interrupt) {
            const StopBetweenOperations watch(stop);
            const at::Tensor x = at::full({3}, 2.0).set_requires_grad(true);
            const at::Tensor middle = x * x;
            middle.register_hook([&stop, interrupt](const at::Tensor &) { stop = interrupt; });
            return torch::autograd::grad({(middle * middle).sum()}, {x})[0];
        };
        const at::Tensor before = gradient(false);
        QVERIFY_EXCEPTION_THROWN(gradient(true), Cancelled);
        stop = false;
        QVERIFY(at::equal(gradient(false), before));
        QCOMPARE(before[0].item<double>(), 32.0);
    }

    void countsResultsOnce()
    {
        const at::Tensor a = at::ones({100}); // 400 bytes, made outside
        const CountedResults results;
        const at::Tensor b = a + 1;
        const at::Tensor view = b.view({10, 10}).t();
        const at::Tensor c = b.exp();
        QCOMPARE(results.bytes(), std::int64_t {800});
    }

    /// TorchScript words an exception of its own, with the help of the module that is long gone.
    void stopsInsideANetwork()
    {
        const auto network = openModel(dataFile("residual-scripted.pt"), {}, 0).network;
        const auto cut = Cut::make(*network, network->learningEverywhere());
        Trainee trainee(network, cut, kClasses, Trainee::Mode::Steady);
        std::atomic<bool> stop = false;
        const auto scores = [&] {
            const StopBetweenOperations watch(stop);
            return trainee.scores({{{trialInputs(*network)}, {0, 1, 2, 3}}}, false);
        };
        const at::Tensor before = scores();
        stop = true;
        QVERIFY_EXCEPTION_THROWN(scores(), std::exception);
        stop = false;
        QVERIFY(at::equal(scores(), before));
    }

    /// The same for an error of the network itself.
    void anErrorInsideANetworkIsAnError()
    {
        const auto network = openModel(dataFile("residual-scripted.pt"), {}, 0).network;
        const auto cut = Cut::make(*network, network->learningEverywhere());
        const Trainee trainee(network, cut, kClasses, Trainee::Mode::Steady);
        QVERIFY_EXCEPTION_THROWN(trainee.scores({{{at::ones({1, 7, 3, 3})}, {0}}}, false), std::exception);
    }

    void aCancelledRunLeavesAUsableEngine()
    {
        Harness harness;
        harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
        harness.open(dataFile("tiny.pt"));
        harness.putPictures();
        harness.setTestSet();
        const protocol::StartRun start = Harness::run(ArmKind::FullFineTuning, trainingSettings());
        const auto undisturbed = harness.did(start);
        harness.watch = [&](const protocol::FromEngine &event) {
            if (const auto *epoch = std::get_if<protocol::RunEpoch>(&event); epoch && epoch->point.step == 4)
                harness.engine().overtake(protocol::CancelRun {start.run});
        };
        QVERIFY(std::holds_alternative<protocol::RunCancelled>(harness.did(start)));
        harness.watch = {};
        const auto again = harness.did(start);
        QVERIFY(std::get<protocol::RunFinished>(again).result.predictions
                == std::get<protocol::RunFinished>(undisturbed).result.predictions);
    }

    /// Refused before the first step, with a batch size that does fit.
    void aRunThatWouldNotFitIsRefused()
    {
        const auto outcome = [](std::int64_t memory, double batch) {
            Harness harness;
            harness.engine().handle(protocol::Hello {protocol::kVersion, 1, {}, 0, memory});
            harness.open(dataFile("residual-scripted.pt"));
            harness.putPictures();
            harness.setTestSet();
            Settings settings = trainingSettings();
            settings["batch"] = batch;
            const auto event = harness.did(Harness::run(ArmKind::FullFineTuning, settings));
            const auto *failed = std::get_if<protocol::RunFailed>(&event);
            if (failed && !harness.all<protocol::RunEpoch>().empty())
                return Error {ErrorCode::Internal, {"it had begun"}, {}};
            return failed ? failed->error : Error {ErrorCode::NothingToRun, {}, {}}; // stands for: finished
        };
        const Error refused = outcome(1000, 64);
        QCOMPARE(refused.code, ErrorCode::RunTooLarge);
        QCOMPARE(refused.arguments.size(), std::size_t {3});
        QCOMPARE(refused.arguments[1], std::string("1000"));
        QCOMPARE(refused.arguments[2], std::string("0"));
        const std::int64_t wanted = std::stoll(refused.arguments[0]);
        QVERIFY(wanted > 1000);
        const Error tight = outcome(wanted - 1, 64);
        QCOMPARE(tight.code, ErrorCode::RunTooLarge);
        const double smaller = std::stod(tight.arguments[2]);
        QVERIFY(smaller >= 1);
        QVERIFY(smaller < kClasses * kShots);
        QCOMPARE(outcome(wanted - 1, smaller).code, ErrorCode::NothingToRun);
        QCOMPARE(outcome(wanted, 64).code, ErrorCode::NothingToRun);
    }

    void peakMemoryIsThatOfTheRun()
    {
        Harness harness;
        harness.engine().handle(protocol::Hello {protocol::kVersion, 1});
        harness.open(dataFile("tiny.pt"));
        harness.putPictures();
        harness.setTestSet();
        {
            constexpr std::size_t kLarge = std::size_t {256} << 20;
            std::vector<char> large(kLarge, 1); // before the run, and gone when it begins
            QVERIFY(large[kLarge / 2] == 1);
        }
        const auto event = harness.did(Harness::run(ArmKind::LinearProbe, {{"C", 10.0}}));
        const std::int64_t peak = std::get<protocol::RunFinished>(event).result.peakBytes;
        QVERIFY(peak > 0);
        constexpr std::int64_t kLibrary = std::int64_t {400} << 20;
        QVERIFY2(peak < kLibrary, qPrintable(QString::number(peak)));
    }
};

QTEST_GUILESS_MAIN(tst_OperationWatch)
#include "tst_OperationWatch.moc"
