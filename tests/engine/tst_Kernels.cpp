// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>

#include "SplitCheck.h"
#include "engine/DepthwiseGradient.h"
#include "engine/ModelLoader.h"

using namespace shotlab::engine;
using namespace shotlab::engine::test;

namespace
{

struct Gradients {
    at::Tensor input, weight, bias;
};

Gradients gradients(const at::Tensor &behind, const at::Tensor &input, const at::Tensor &weight, std::int64_t stride, std::int64_t padding)
{
    const auto [ofInput, ofWeight, ofBias]
        = at::convolution_backward(behind, input, weight, at::IntArrayRef {weight.size(0)}, {stride, stride}, {padding, padding}, {1, 1}, false,
                                   {0, 0}, weight.size(0), {true, true, true});
    return {ofInput, ofWeight, ofBias};
}

double error(const at::Tensor &value, const at::Tensor &exact)
{
    return ((value.to(at::kDouble) - exact).abs().max() / exact.abs().max()).item<double>();
}

} // namespace

/// What the engine computes itself where LibTorch is slow: equal to LibTorch's results.
class tst_Kernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useOwnDepthwiseGradient(); }

    void gradientsOfDepthwiseFilters_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("taps");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("padding");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        for (const int taps : {3, 5, 7}) {
            for (const int stride : {1, 2, 3}) {
                for (const int padding : {0, taps / 2, taps - 1}) {
                    for (const auto &[height, width] : {std::pair {7, 9}, {8, 16}, {13, 7}})
                        QTest::addRow("%d taps, stride %d, padding %d, %d x %d", taps, stride, padding, height, width)
                            << 24 << taps << stride << padding << height << width;
                }
            }
        }
        QTest::newRow("smaller than the filter") << 8 << 5 << 1 << 2 << 2 << 1;
        QTest::newRow("smaller than the filter, stride 2") << 8 << 7 << 2 << 3 << 3 << 2;
        QTest::newRow("channels that fill no register") << 12 << 5 << 1 << 2 << 6 << 6;
        QTest::newRow("as in EfficientNet") << 240 << 5 << 2 << 2 << 28 << 28;
    }

    void gradientsOfDepthwiseFilters()
    {
        QFETCH(const int, channels);
        QFETCH(const int, taps);
        QFETCH(const int, stride);
        QFETCH(const int, padding);
        QFETCH(const int, height);
        QFETCH(const int, width);
        at::manual_seed(1);
        const at::Tensor input = at::randn({3, channels, height, width}).contiguous(at::MemoryFormat::ChannelsLast);
        const at::Tensor weight = at::randn({channels, 1, taps, taps});
        const at::Tensor behind = at::randn_like(at::conv2d(input, weight, {}, stride, padding, 1, channels));
        const Gradients own = gradients(behind, input, weight, stride, padding);
        // In double LibTorch's own kernel is at work.
        const Gradients exact = gradients(behind.to(at::kDouble), input.to(at::kDouble), weight.to(at::kDouble), stride, padding);
        QCOMPARE(own.input.sizes(), exact.input.sizes());
        QCOMPARE(own.weight.sizes(), exact.weight.sizes());
        QVERIFY(error(own.input, exact.input) < 2e-6);
        QVERIFY(error(own.weight, exact.weight) < 2e-6);
        QVERIFY(error(own.bias, exact.bias) < 2e-6);
    }

    void gradientsDoNotDependOnTheNumberOfThreads()
    {
        at::manual_seed(1);
        const at::Tensor input = at::randn({5, 40, 20, 20}).contiguous(at::MemoryFormat::ChannelsLast);
        const at::Tensor weight = at::randn({40, 1, 5, 5});
        const at::Tensor behind = at::randn_like(input);
        const int before = at::get_num_threads();
        at::set_num_threads(1);
        const Gradients one = gradients(behind, input, weight, 1, 2);
        at::set_num_threads(3);
        const Gradients three = gradients(behind, input, weight, 1, 2);
        at::set_num_threads(before);
        QVERIFY(at::equal(one.input, three.input));
        QVERIFY(at::equal(one.weight, three.weight));
    }

    void normsAreJoinedWithoutADifference_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("side");
        for (const char *name : {"depthwise-scripted.pt", "residual-scripted.pt", "residual-traced.pt", "small-densenet-scripted.pt",
                                 "small-mobilenet-v3-scripted.pt", "small-shufflenet-traced.pt"})
            QTest::newRow(name) << QStringLiteral(ENGINE_DATA "/") + QString::fromLatin1(name)
                                << (QByteArray(name).startsWith("small-") ? 32 : 0);
        QTest::newRow("glyphnet.pt") << QStringLiteral(MODELS "/glyphnet.pt") << 0;
        QTest::newRow("efficientnet-lite0.pt") << QStringLiteral(MODELS "/efficientnet-lite0.pt") << 64;
    }

    void normsAreJoinedWithoutADifference()
    {
        QFETCH(const QString, path);
        QFETCH(const int, side);
        const JoinCheck check = checkJoining(openModel(path.toStdString(), {}, side).network);
        QVERIFY(check.sameScores);
        QVERIFY2(check.joined <= 1.5 * check.apart + 1e-6,
                 qPrintable(QString("error of the gradients %1, of LibTorch's %2").arg(check.joined).arg(check.apart)));
    }
};

QTEST_GUILESS_MAIN(tst_Kernels)
#include "tst_Kernels.moc"
