// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "engine/LayerTree.h"

using namespace shotlab;
using namespace shotlab::engine;

namespace
{

/// A network written as "path type, path type, ...": leaves in order of execution; one weight each.
struct Sketch {
    std::vector<LayerParameter> parameters;
    std::map<std::string, std::string> types;
};

Sketch sketch(const QString &text)
{
    Sketch made;
    for (const QString &entry : text.split(',')) {
        const QStringList parts = entry.simplified().split(' ');
        const std::string path = parts[0].toStdString();
        made.types[path] = parts[1].toStdString();
        if (parts.size() < 3) // a third word marks a container
            made.parameters.push_back({path, 10});
    }
    return made;
}

QString roleName(LayerRole role)
{
    switch (role) {
    case LayerRole::First:
        return "first";
    case LayerRole::Stage:
        return "stage";
    case LayerRole::Block:
        return "block";
    case LayerRole::Summary:
        return "summary";
    case LayerRole::Head:
        return "head";
    case LayerRole::Part:
        return "part";
    }
    return {};
}

/// "path:role1" of every node that is not a mere part.
void list(const std::vector<LayerNode> &level, QStringList &lines)
{
    for (const LayerNode &node : level) {
        if (node.role != LayerRole::Part)
            lines << QString("%1:%2%3").arg(QString::fromStdString(node.path), roleName(node.role)).arg(node.ordinal);
        list(node.children, lines);
    }
}

QString described(const std::vector<LayerNode> &tree)
{
    QStringList lines;
    list(tree, lines);
    return lines.join(' ');
}

QString joined(const std::vector<std::string> &paths)
{
    QStringList lines;
    for (const std::string &path : paths)
        lines << QString::fromStdString(path);
    return lines.join(' ');
}

} // namespace

class tst_LayerTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheShapesOfNetworks_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("roles");
        QTest::addColumn<QString>("suggested");

        QTest::newRow("named stages") //
            << "stem Sequential c, stem.conv Conv2d, stem.bn BatchNorm2d, stage1 Sequential c, stage1.conv Conv2d, stage1.bn "
               "BatchNorm2d,"
               "stage2 Sequential c, stage2.conv Conv2d, stage2.bn BatchNorm2d, summary Sequential c, summary.linear Linear, "
               "head Linear"
            << "head"
            << "stem:first1 stage1:stage1 stage2:stage2 summary:summary1 head:head1"
            << "stage2 summary";
        QTest::newRow("residual stages") //
            << "conv1 Conv2d, bn1 BatchNorm2d,"
               "layer1 Sequential c, layer1.0 BasicBlock c, layer1.0.conv1 Conv2d, layer1.0.bn1 BatchNorm2d, layer1.0.conv2 "
               "Conv2d,"
               "layer1.1 BasicBlock c, layer1.1.conv1 Conv2d, layer1.1.conv2 Conv2d,"
               "layer2 Sequential c, layer2.0 BasicBlock c, layer2.0.conv1 Conv2d, layer2.0.conv2 Conv2d, fc Linear"
            << "fc"
            << "conv1:first1 layer1:stage1 layer1.0:block1 layer1.1:block2 layer2:stage2 layer2.0:block1 fc:head1"
            << "layer2";
        QTest::newRow("one row of blocks in a wrapper") //
            << "features Sequential c, features.0 ConvNormActivation c, features.0.0 Conv2d, features.0.1 BatchNorm2d,"
               "features.1 InvertedResidual c, features.1.conv Sequential c, features.1.conv.0 Conv2d, features.1.conv.1 Conv2d,"
               "features.2 InvertedResidual c, features.2.conv Sequential c, features.2.conv.0 Conv2d, features.2.conv.1 Conv2d,"
               "features.3 ConvNormActivation c, features.3.0 Conv2d, features.3.1 BatchNorm2d,"
               "classifier Sequential c, classifier.1 Linear"
            << "classifier.1"
            << "features.0:first1 features.1:block1 features.2:block2 features.3:summary1 classifier.1:head1"
            << "features.2 features.3";
        QTest::newRow("plain layers and a deep classifier") //
            << "features Sequential c, features.0 Conv2d, features.2 Conv2d, features.5 Conv2d,"
               "classifier Sequential c, classifier.0 Linear, classifier.3 Linear, classifier.6 Linear"
            << "classifier.6"
            << "features.0:first1 features.2:block1 features.5:block2 classifier.0:summary1 classifier.3:summary2 "
               "classifier.6:head1"
            << "classifier.0 classifier.3 features.5";
        QTest::newRow("wrapper within a wrapper") //
            << "conv_proj Conv2d, encoder Encoder c, encoder.layers Sequential c,"
               "encoder.layers.a EncoderBlock c, encoder.layers.a.ln LayerNorm, encoder.layers.a.attention Attention, "
               "encoder.layers.a.mlp Linear,"
               "encoder.layers.b EncoderBlock c, encoder.layers.b.ln LayerNorm, encoder.layers.b.attention Attention, "
               "encoder.layers.b.mlp Linear,"
               "encoder.layers.c EncoderBlock c, encoder.layers.c.ln LayerNorm, encoder.layers.c.attention Attention, "
               "encoder.layers.c.mlp Linear,"
               "encoder.ln LayerNorm, heads Sequential c, heads.head Linear"
            << "heads.head"
            << "conv_proj:first1 encoder.layers.a:block1 encoder.layers.b:block2 encoder.layers.c:block3 encoder.ln:summary1 "
               "heads.head:head1"
            << "encoder.layers.c encoder.ln";
        QTest::newRow("one stage much longer than the others") //
            << "stem Conv2d, s1 Sequential c, s1.0 Block c, s1.0.a Conv2d, s1.0.b Conv2d,"
               "s2 Sequential c, s2.0 Block c, s2.0.a Conv2d, s2.0.b Conv2d, s2.1 Block c, s2.1.a Conv2d, s2.1.b Conv2d,"
               "s2.2 Block c, s2.2.a Conv2d, s2.2.b Conv2d, s2.3 Block c, s2.3.a Conv2d, s2.3.b Conv2d, fc Linear"
            << "fc"
            << "stem:first1 s1:stage1 s1.0:block1 s2:stage2 s2.0:block1 s2.1:block2 s2.2:block3 s2.3:block4 fc:head1"
            << "s2";
        QTest::newRow("nothing but linear layers") //
            << "a Linear, b Linear, out Linear"
            << "out"
            << "a:first1 b:block1 out:head1"
            << "b";
        QTest::newRow("no head") << "a Conv2d, b Conv2d"
                                 << ""
                                 << "a:first1 b:block1"
                                 << "b";
    }

    void knowsTheShapesOfNetworks()
    {
        QFETCH(const QString, network);
        QFETCH(const QString, head);
        QFETCH(const QString, roles);
        QFETCH(const QString, suggested);
        const Sketch made = sketch(network);
        const auto tree = layerTree(made.parameters, made.types, head.toStdString());
        QCOMPARE(described(tree), roles);
        QCOMPARE(joined(suggestedLearning(tree)), suggested);
    }

    void countsParametersBelow()
    {
        const Sketch made = sketch("a Sequential c, a.0 Conv2d, a.1 BatchNorm2d, fc Linear");
        const auto tree = layerTree(made.parameters, made.types, "fc");
        QCOMPARE(tree.size(), std::size_t {2});
        QCOMPARE(tree[0].parameters, std::int64_t {20});
        QCOMPARE(tree[0].children.size(), std::size_t {2});
        QCOMPARE(tree[0].type, std::string("Sequential"));
    }

    void parametersOfTheRootBelongToNoLayer()
    {
        const auto tree = layerTree({{"", 5}, {"fc", 10}}, {}, "fc");
        QCOMPARE(tree.size(), std::size_t {1});
        QVERIFY(suggestedLearning(tree).empty());
    }
};

QTEST_APPLESS_MAIN(tst_LayerTree)
#include "tst_LayerTree.moc"
