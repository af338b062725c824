// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <numeric>

#include <ATen/ATen.h>
#include <QtTest>
#include <torch/csrc/autograd/autograd.h>

#include "EngineHarness.h"
#include "engine/ModelLoader.h"
#include "engine/Readouts.h"
#include "engine/Trainee.h"

using namespace shotlab;
using namespace shotlab::engine;
using namespace shotlab::engine::test;

namespace
{

nlohmann::json document(const char *name)
{
    QFile file(QStringLiteral(ENGINE_DATA "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return nlohmann::json::parse(file.readAll().toStdString());
}

at::Tensor matrix(const nlohmann::json &json)
{
    const auto rows = json.get<std::vector<std::vector<double>>>();
    std::vector<at::Tensor> tensors;
    for (const std::vector<double> &row : rows)
        tensors.push_back(at::tensor(row, at::kDouble));
    return at::stack(tensors);
}

} // namespace

/// The numbers are those of scikit-learn, NumPy and PyTorch (tools/reference writes them down).
class tst_References : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readoutsEqualScikitLearnAndNumPy_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("setting");
        QTest::newRow("prototypes") << static_cast<int>(ArmKind::Prototypes) << QString();
        QTest::newRow("nearest-neighbour") << static_cast<int>(ArmKind::NearestNeighbour) << QString();
        for (const char *strength : {"0.1", "1.0", "10.0", "100.0"})
            QTest::addRow("linear-probe, C = %s", strength) << static_cast<int>(ArmKind::LinearProbe) << QString(strength);
    }

    void readoutsEqualScikitLearnAndNumPy()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, setting);
        Arm arm;
        arm.kind = static_cast<ArmKind>(kind);
        if (setting.isEmpty())
            arm.settings["temperature"] = 10.0;
        else
            arm.settings["C"] = setting.toDouble();
        for (const nlohmann::json &one : document("readouts.json")) {
            const auto mean = one["mean"].get<std::vector<float>>();
            const auto features = [&](const char *name) { return ReadoutFeatures::of(matrix(one[name]).to(at::kFloat), mean); };
            const Readout readout = readOut(arm, features("support"), one["labels"].get<std::vector<int>>(),
                                            one["classes"].get<int>(), features("test"), at::Tensor());
            const at::Tensor got = at::softmax(readout.scores.to(at::kDouble), 1);
            const nlohmann::json &stored = one[std::string(armName(arm.kind))];
            const at::Tensor expected = matrix(setting.isEmpty() ? stored : stored[setting.toStdString()]);
            const double most = (got - expected).abs().max().item<double>();
            QVERIFY2(most < 1e-4, qPrintable(QString::number(most)));
            QVERIFY(at::equal(got.argmax(1), expected.argmax(1)));
        }
    }

    void firstStepEqualsPyTorch_data()
    {
        QTest::addColumn<int>("model");
        QTest::newRow("glyphnet") << 0;
        QTest::newRow("efficientnet-lite0") << 1;
    }

    /// Loss before and after one step of gradient descent on all weights, so that gradients count too.
    void firstStepEqualsPyTorch()
    {
        QFETCH(const int, model);
        const nlohmann::json stored = document("first-steps.json");
        const nlohmann::json &expected = stored["models"][static_cast<std::size_t>(model)];
        const auto path = std::string(MODELS "/") + expected["name"].get<std::string>() + ".pt";
        const auto network = openModel(path, {}, 0).network;
        constexpr int kPictures = 8;
        std::vector<std::vector<std::uint8_t>> pixels;
        for (int i = 0; i < kPictures; ++i)
            pixels.push_back(noise(static_cast<std::uint32_t>(i + 1), network->card.channels * network->side * network->side));
        std::vector<const std::vector<std::uint8_t> *> pointers;
        for (const auto &picture : pixels)
            pointers.push_back(&picture);
        const at::Tensor batch = network->normalised(pointers);
        const at::Tensor target = at::arange(kPictures).remainder(kClasses);

        const auto cut = Cut::make(*network, network->learningEverywhere());
        QVERIFY(cut->takesInputs());
        Trainee trainee(network, cut, kClasses, Trainee::Mode::Steady);
        trainee.setHead(at::linspace(-0.4, 0.6, kClasses * network->features).view({kClasses, network->features}),
                        at::zeros({kClasses}));
        std::vector<at::Tensor> tensors = trainee.trunkTensors();
        for (const at::Tensor &tensor : trainee.headTensors())
            tensors.push_back(tensor);
        FrontierPart part {{batch}, std::vector<int>(kPictures)};
        std::iota(part.positions.begin(), part.positions.end(), 0);
        for (const nlohmann::json &value : expected["losses"]) {
            const at::Tensor loss = at::cross_entropy_loss(trainee.scores({part}, true), target);
            const double difference = std::abs(loss.item<double>() - value.get<double>());
            QVERIFY2(difference < 1e-4, qPrintable(QString::number(difference)));
            const auto gradients = torch::autograd::grad({loss}, tensors, {}, c10::nullopt, false, true);
            const at::NoGradGuard noGradients;
            for (std::size_t i = 0; i < tensors.size(); ++i) {
                if (gradients[i].defined())
                    tensors[i].sub_(gradients[i] * stored["rate"].get<double>());
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_References)
#include "tst_References.moc"
