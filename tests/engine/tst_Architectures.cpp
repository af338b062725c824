// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "SplitCheck.h"
#include "engine/ModelLoader.h"

using namespace shotlab;
using namespace shotlab::engine;
using namespace shotlab::engine::test;

namespace
{

// Debian's own: another Python before it in PATH has no torchvision for this LibTorch.
const QString kPython = QStringLiteral("/usr/bin/python3");
constexpr std::size_t kCuts = 4;
constexpr int kPatience = 120'000; // ms

bool ran(const QStringList &arguments)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start(kPython, arguments);
    return python.waitForFinished(kPatience) && python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0;
}

} // namespace

/// Split equals unsplit on torchvision's networks with random weights at full size, scripted and traced, made on the spot
/// by tools/reference/architectures.py. Takes many minutes: ./test -C Slow -R Architectures
class tst_Architectures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!ran({"-c", "import torchvision"}))
            QSKIP("python3-torchvision is not installed: split networks are compared on the small ones alone (Cut).");
    }

    void splitEqualsUnsplit_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"alexnet", "convnext_tiny", "densenet121", "efficientnet_b0", "mnasnet0_5", "mobilenet_v2",
                                 "mobilenet_v3_small", "regnet_y_400mf", "resnet18", "resnet50", "shufflenet_v2_x0_5",
                                 "squeezenet1_1", "swin_t", "vgg11_bn", "vit_b_32"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void splitEqualsUnsplit()
    {
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        QVERIFY(ran({QStringLiteral(ARCHITECTURES), folder.path(), name}));
        const QStringList files = QDir(folder.path()).entryList({"*.pt"}, QDir::Files);
        QCOMPARE(files.size(), 2);
        for (const QString &file : files) {
            const auto network = openModel(folder.filePath(file).toStdString(), {}, 224).network;
            QVERIFY2(network->whyNotSplit.empty(), network->whyNotSplit.c_str());
            const SplitCheck check = checkSplits(network, kCuts);
            const FoldCheck fold = checkFolding(network);
            qInfo("%s: %d cuts, scores %.1e, gradients %.1e; folded: features %.1e, gradients %.1e%s%s", qPrintable(file),
                  check.cuts, check.scores, check.gradients, fold.features, fold.gradients,
                  check.wholeAt.isEmpty() ? "" : "; whole at ", qPrintable(check.wholeAt.join("; ")));
            QVERIFY2(check.wrong.isEmpty(), qPrintable(check.wrong.join("; ")));
            QVERIFY(check.cuts > 1);
            QVERIFY(fold.features <= kFolded && fold.gradients <= kFolded);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Architectures)
#include "tst_Architectures.moc"
