// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "lab/LayerMap.h"

using namespace shotlab;

namespace
{

LayerNode node(const std::string &path, std::int64_t parameters, std::vector<LayerNode> children = {})
{
    LayerNode result;
    result.path = path;
    result.parameters = parameters;
    result.children = std::move(children);
    return result;
}

std::vector<LayerNode> tree()
{
    return {node("stem", 10),
            node("stage1", 30,
                 {node("stage1.block1", 10),
                  node("stage1.block2", 20, {node("stage1.block2.conv", 15), node("stage1.block2.bn", 5)})}),
            node("stage10", 7), node("head", 100)};
}

} // namespace

class TestLayerMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsBelowAListedPathOnly()
    {
        const LayerMap map {{"stage1"}};
        QVERIFY(map.learns("stage1"));
        QVERIFY(map.learns("stage1.block2.conv"));
        QVERIFY(!map.learns("stage10")); // a longer name is not a layer below
        QVERIFY(!map.learns("stem"));
    }

    void countsWithoutTheHead()
    {
        QCOMPARE(learningParameters(tree(), {{"stage1"}}, "head"), std::int64_t(30));
        QCOMPARE(learningParameters(tree(), {{"stage1.block2", "head"}}, "head"), std::int64_t(20));
        QCOMPARE(learningParameters(tree(), {}, "head"), std::int64_t(0));
    }

    void fixedLayersNeverCountAndNeverStandInTheWay()
    {
        std::vector<LayerNode> layers = tree();
        layers[1].children[0].fixed = true;
        QCOMPARE(learningParameters(layers, {{"stage1"}}, "head"), std::int64_t(20));
        QVERIFY(normalised(layers, {{"stage1.block2"}}).learning == std::vector<std::string> {"stage1"});
    }

    void patterns()
    {
        QVERIFY(layerMapFromPatterns(tree(), {"stage1"})->learning == std::vector<std::string> {"stage1"});
        QVERIFY((layerMapFromPatterns(tree(), {"stage1*"})->learning == std::vector<std::string> {"stage1", "stage10"}));
        QVERIFY(
            (layerMapFromPatterns(tree(), {"*.block2", "stem"})->learning == std::vector<std::string> {"stage1.block2", "stem"}));
        QVERIFY(layerMapFromPatterns(tree(), {"stage1.block?"})->learning == std::vector<std::string> {"stage1"});
        const Result<LayerMap> unknown = layerMapFromPatterns(tree(), {"stem", "layer9"});
        QVERIFY(!unknown);
        QVERIFY(unknown.error().code == ErrorCode::UnknownLayerPattern);
        QCOMPARE(unknown.error().arguments.front(), std::string("layer9"));
    }

    void normalisedJoinsFullParents()
    {
        const LayerMap map {{"stage1.block1", "stage1.block2.bn", "stage1.block2.conv"}};
        QVERIFY(normalised(tree(), map).learning == std::vector<std::string> {"stage1"});
        QVERIFY(normalised(tree(), LayerMap {{"stage1.block2.bn"}}).learning == std::vector<std::string> {"stage1.block2.bn"});
    }
};

QTEST_GUILESS_MAIN(TestLayerMap)
#include "tst_LayerMap.moc"
