// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QtTest>

#include "SplitCheck.h"
#include "engine/ModelLoader.h"

using namespace shotlab;
using namespace shotlab::engine;
using namespace shotlab::engine::test;

/// Split equals unsplit: outputs and gradients, wherever the network is cut. Small networks of every kind and the bundled
/// models; tst_Architectures does the same with torchvision's networks at full size.
class tst_Cut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitEqualsUnsplit_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("side");
        const QStringList refused {"counting-scripted.pt", "words-scripted.pt", "two-inputs-scripted.pt",
                                   "writing-scripted.pt",  "nan-weights.pt",    "mixing-scripted.pt",
                                   "tokens-scripted.pt"};
        const QMap<QString, int> sides {{"patches-scripted.pt", 12}, {"rows-lstm-scripted.pt", 16}, {"rows-lstm-traced.pt", 16},
                                        {"rows-encoder-scripted.pt", 16}};
        for (const QString &folder : {QStringLiteral(ENGINE_DATA), QStringLiteral(MODELS)}) {
            for (const QString &name : QDir(folder).entryList({"*.pt"}, QDir::Files)) {
                const bool small = name.startsWith("small-"); // torchvision's, at a tenth of their size
                if (!refused.contains(name))
                    QTest::newRow(qPrintable(name)) << QDir(folder).filePath(name) << (small ? 32 : sides.value(name));
            }
        }
    }

    void splitEqualsUnsplit()
    {
        QFETCH(const QString, path);
        QFETCH(const int, side);
        const auto network = openModel(path.toStdString(), {}, side).network;
        QVERIFY2(network->whyNotSplit.empty(), network->whyNotSplit.c_str());
        const SplitCheck check = checkSplits(network);
        QVERIFY2(check.wrong.isEmpty(), qPrintable(check.wrong.join("; ")));
        QVERIFY2(check.cuts > 1 || check.modules < 3,
                 qPrintable(QString("%1 cuts; %2").arg(check.cuts).arg(check.wholeAt.join("; "))));
        const FoldCheck fold = checkFolding(network);
        QVERIFY2(fold.features <= kFolded && fold.gradients <= kFolded,
                 qPrintable(QString("folded: features %1, gradients %2").arg(fold.features).arg(fold.gradients)));
    }

    /// The frozen part of a network of convolutions and batch-norms is really simplified, and its rows are told from others.
    void foldedRowsHaveAKeyOfTheirOwn()
    {
        const auto network = openModel(ENGINE_DATA "/residual-scripted.pt", {}, 0).network;
        const auto plain = Cut::atFeatures(*network, Folding::Off);
        const auto folded = Cut::atFeatures(*network);
        QVERIFY(plain->key() != folded->key());
        QVERIFY(checkFolding(network).features > 0); // equal to the bit would mean that nothing was merged
        QCOMPARE(folded->rowBytes(0), plain->rowBytes(0));
        // Nothing to merge in a network of linear layers: the same key, the same rows.
        const auto linear = openModel(ENGINE_DATA "/softmax-scripted.pt", {}, 0).network;
        QCOMPARE(Cut::atFeatures(*linear)->key(), Cut::atFeatures(*linear, Folding::Off)->key());
    }
};

QTEST_GUILESS_MAIN(tst_Cut)
#include "tst_Cut.moc"
