// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <set>

#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include "ImporterTest.h"
#include "media/Picture.h"

using namespace shotlab;
using namespace shotlab::importer;
using namespace shotlab::importer::test;

namespace
{

nlohmann::json description()
{
    return nlohmann::json::parse(R"({
        "format": 1, "name": "digits", "title": "Two shades", "modality": "picture", "model": "glyphnet",
        "classes": [
            {"id": "light", "name": "Light", "links": ["white", {"label": "crane", "index": 134}], "display": {"zh_CN": "亮"}},
            {"id": "dark", "name": "Dark", "links": []}],
        "examples": [
            {"file": "examples/1.png", "class": "dark", "source": "drawn", "group": "g"},
            {"file": "examples/2.png", "class": "light"}],
        "mosaic": ["examples/2.png"]})");
}

} // namespace

class TestSampleImport : public QObject
{
    Q_OBJECT

private:
    QString m_bundled;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString archive() const { return m_folder->filePath("samples/digits.zip"); }
    void put(const QByteArray &json, const QMap<QByteArray, QByteArray> &more = {})
    {
        QMap<QByteArray, QByteArray> members {{"sample.json", json}, {"examples/1.png", png(1)}, {"examples/2.png", png(2)}};
        members.insert(more);
        writeZip(archive(), members);
    }
    void put(const nlohmann::json &json, const QMap<QByteArray, QByteArray> &more = {})
    {
        put(QByteArray::fromStdString(json.dump()), more);
    }
    void expectDamaged(bool infoToo = true)
    {
        COMPARE_ERROR(importSample("digits"), ErrorCode::SampleDamaged, {"digits"});
        if (infoToo)
            COMPARE_ERROR(sampleInfo("digits"), ErrorCode::SampleDamaged, {"digits"});
    }

private Q_SLOTS:
    void initTestCase() { m_bundled = resourceFolder(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath("samples"));
        qputenv("SHOTLAB_RESOURCES", m_folder->path().toUtf8());
    }

    void bundled_data()
    {
        qputenv("SHOTLAB_RESOURCES", m_bundled.toUtf8());
        QCOMPARE(sampleNames(), (std::vector<std::string> {"digits", "clothes", "deep-sky", "things", "intents"}));
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("classes");
        QTest::newRow("digits") << "glyphnet"
                                << "0:300 1:300 2:300 3:300 4:300 5:300 6:300 7:300 8:300 9:300";
        QTest::newRow("clothes")
            << "glyphnet"
            << "T-shirt/top:400 Trouser:400 Pullover:400 Dress:400 Coat:400 Sandal:400 Shirt:400 Sneaker:400 "
               "Bag:400 Ankle boot:400";
        QTest::newRow("deep-sky")
            << "efficientnet-lite0"
            << "Globular cluster:43 Open cluster:40 Planetary nebula:31 Emission nebula:39 Spiral galaxy:24 "
               "Edge-on galaxy:17 Interacting galaxies:24";
        QTest::newRow("things") << "efficientnet-lite0"
                                << "Bird:34 Mammal:63 Fruit:18 Flower:24 Household thing or tool:29";
    }
    void bundled()
    {
        QFETCH(QString, model);
        QFETCH(QString, classes);
        qputenv("SHOTLAB_RESOURCES", m_bundled.toUtf8());
        const std::string name = QTest::currentDataTag();
        const auto info = sampleInfo(name);
        VERIFY_RESULT(info);
        QCOMPARE(info->name, name);
        QCOMPARE(QString::fromStdString(info->model), model);
        QVERIFY(info->modality == Modality::Picture);
        QCOMPARE(info->mosaic.size(), std::size_t(9));
        for (const QByteArray &tile : info->mosaic)
            QVERIFY(media::decode(tile).has_value());
        const auto data = importSample(name);
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), classes);
        QCOMPARE(data->title, info->title);
        QCOMPARE(static_cast<int>(data->classes.size()), info->classes);
        int examples = 0;
        for (const ImportedClass &one : data->classes) {
            QVERIFY(one.display.contains("zh_CN"));
            examples += static_cast<int>(one.examples.size());
            for (const ImportedExample &example : one.examples)
                QVERIFY(!example.origin.empty() && example.hash.size() == 64 && example.width > 0
                        && !example.thumbnail.read()->isEmpty());
        }
        QCOMPARE(examples, info->examples);
    }

    void sentencesStandInTheDescription()
    {
        put(QByteArray(R"({"format": 1, "name": "digits", "title": "Moods", "modality": "text", "model": "minilm-l6",
            "classes": [{"id": "g", "name": "glad", "links": [], "display": {"zh_CN": "高兴"}, "description": "Is happy."},
                        {"id": "s", "name": "sad", "links": []}],
            "examples": [{"text": "Hooray!", "class": "g", "source": "list:1", "group": "x"},
                         {"text": " Oh\nno ", "class": "s"}],
            "mosaic": ["Hooray!"]})"));
        const auto info = sampleInfo("digits");
        VERIFY_RESULT(info);
        QVERIFY(info->modality == Modality::Text && info->mosaic.empty());
        QCOMPARE(info->sentences, (std::vector<std::string> {"Hooray!"}));
        const auto data = importSample("digits");
        VERIFY_RESULT(data);
        QVERIFY(data->modality == Modality::Text);
        QCOMPARE(summary(*data), QString("glad:1 sad:1"));
        QCOMPARE(data->classes[0].description, std::string("Is happy."));
        QCOMPARE(data->classes[0].examples[0].group, std::string("x"));
        QCOMPARE(data->classes[1].examples[0].bytes.read().value(), QByteArray(" Oh\nno "));
        put(QByteArray(R"({"format": 1, "title": "", "modality": "text", "model": "", "classes": [{"id": "g", "name": "g", "links": []}],
            "examples": [{"text": " ", "class": "g"}], "mosaic": []})"));
        expectDamaged(false);
    }

    void sentencesOfTheBundledOne()
    {
        qputenv("SHOTLAB_RESOURCES", m_bundled.toUtf8());
        const auto info = sampleInfo("intents");
        const auto data = importSample("intents");
        VERIFY_RESULT(info);
        VERIFY_RESULT(data);
        QVERIFY(info->modality == Modality::Text && data->modality == Modality::Text);
        QCOMPARE(info->model, std::string("minilm-l6"));
        QVERIFY(info->sentences.size() >= 3);
        QCOMPARE(info->examples, 480);
        QCOMPARE(data->classes.size(), std::size_t(12));
        std::set<QString> texts;
        for (const ImportedClass &one : data->classes) {
            QCOMPARE(one.examples.size(), std::size_t(40));
            QVERIFY(one.display.contains("zh_CN") && !one.description.empty() && one.links.empty());
            for (const ImportedExample &example : one.examples) {
                QVERIFY(!example.origin.empty());
                texts.insert(QString::fromUtf8(example.bytes.read().value()).trimmed().toCaseFolded());
            }
        }
        QCOMPARE(texts.size(), std::size_t(480)); // none of them twice
    }

    void linksOfTheBundledOnes()
    {
        qputenv("SHOTLAB_RESOURCES", m_bundled.toUtf8());
        const auto digits = importSample("digits");
        VERIFY_RESULT(digits);
        using Links = std::vector<std::pair<std::string, int>>;
        QCOMPARE(digits->classes[7].links, (Links {{"7", -1}}));
        const auto things = importSample("things");
        VERIFY_RESULT(things);
        QCOMPARE(things->classes[0].links.front(), (std::pair<std::string, int> {"cock", 7}));
    }

    void sourceExamplesAreCutFromTheirSheet()
    {
        QImage sheet(4, 4, QImage::Format_Grayscale8); // two columns of 2 x 2 pixels
        for (int i = 0; i < 16; ++i)
            sheet.bits()[sheet.bytesPerLine() * (i / 4) + i % 4] = static_cast<uchar>(16 * i);
        QByteArray picture;
        QBuffer buffer(&picture);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && sheet.save(&buffer, "PNG"));
        const QString path = m_folder->filePath("a-retention.zip");
        const auto put = [&](const QByteArray &index) { writeZip(path, {{"sheet.png", picture}, {"index.json", index}}); };
        put(R"({"format": 1, "cell": 2, "columns": 2, "cells": ["a", "a", "b"]})");

        const auto all = readSourceExamples(path, 10);
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), std::size_t(3));
        const QImage second = QImage::fromData(all->at(1).bytes).convertToFormat(QImage::Format_Grayscale8);
        QCOMPARE(second.size(), QSize(2, 2));
        QCOMPARE(qGray(second.pixel(0, 0)), 32);
        QCOMPARE(qGray(second.pixel(1, 1)), 7 * 16);
        QCOMPARE(all->at(1).hash, media::sha256(all->at(1).bytes));
        const auto two = readSourceExamples(path, 2); // one of each label before the second of any
        VERIFY_RESULT(two);
        QCOMPARE(two->at(0).label + two->at(1).label, std::string("ab"));

        put(R"({"format": 1, "cell": 2, "columns": 2, "cells": ["a", "a", "b", "c", "d"]})");
        COMPARE_ERROR(readSourceExamples(path, 10), ErrorCode::SampleDamaged, {"a-retention.zip"});
        put("[1");
        COMPARE_ERROR(readSourceExamples(path, 10), ErrorCode::SampleDamaged, {"a-retention.zip"});
        COMPARE_ERROR(readSourceExamples(m_folder->filePath("none.zip"), 10), ErrorCode::SampleDamaged, {"none.zip"});

        const auto glyphs = readSourceExamples(m_bundled + "/models/glyphnet-retention.zip", 800);
        VERIFY_RESULT(glyphs);
        QCOMPARE(glyphs->size(), std::size_t(800));
    }

    void keepsWhatTheDescriptionSays()
    {
        put(description());
        const auto data = importSample("digits");
        VERIFY_RESULT(data);
        QCOMPARE(data->title, std::string("Two shades"));
        QCOMPARE(summary(*data), QString("Light:1 Dark:1")); // its own order
        QCOMPARE(data->classes[0].links, (std::vector<std::pair<std::string, int>> {{"white", -1}, {"crane", 134}}));
        QCOMPARE(data->classes[0].display.at("zh_CN"), std::string("亮"));
        const ImportedExample &example = data->classes[1].examples.front();
        QCOMPARE(example.bytes.read().value(), png(1));
        QCOMPARE(example.origin, std::string("drawn"));
        QCOMPARE(example.group, std::string("g"));
        const auto info = sampleInfo("digits");
        VERIFY_RESULT(info);
        QCOMPARE(info->mosaic, (std::vector<QByteArray> {png(2)}));
    }

    void onlyThoseOnBoard()
    {
        QVERIFY(sampleNames().empty());
        put(description());
        QCOMPARE(sampleNames(), (std::vector<std::string> {"digits"}));
        for (const char *name : {"clothes", "nothing", "", "../samples/digits", "Digits"}) {
            COMPARE_ERROR(sampleInfo(name), ErrorCode::UnknownSample, {name});
            COMPARE_ERROR(importSample(name), ErrorCode::UnknownSample, {name});
        }
    }

    void damagedArchives()
    {
        write(archive(), "");
        expectDamaged();
        write(archive(), "no archive");
        expectDamaged();
        put(description());
        QFile file(archive());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        for (qsizetype length = 0; length < whole.size(); length += 7) {
            write(archive(), whole.left(length));
            expectDamaged();
        }
        const qsizetype firstMember = 30 + QByteArray("examples/1.png").size(); // behind its local header
        QCOMPARE(whole.mid(30, 14), QByteArray("examples/1.png"));
        for (qsizetype i = 1; i < 40; ++i) { // inside the first picture: often only the checksum can tell
            QByteArray flipped = whole;
            flipped[firstMember + i] ^= 1;
            write(archive(), flipped);
            expectDamaged(false);
        }
    }

    void damagedDescriptions_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *pointer, const nlohmann::json &value) {
            nlohmann::json json = description();
            json[nlohmann::json::json_pointer(pointer)] = value;
            QTest::newRow(name) << QByteArray::fromStdString(json.dump());
        };
        QTest::newRow("not JSON") << QByteArray("{format: 1}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("deep") << QByteArray(100000, '[');
        QTest::newRow("not UTF-8") << QByteArray("{\"title\": \"\xFF\"}");
        for (const char *key : {"format", "modality", "title", "model", "classes", "examples", "mosaic"}) {
            nlohmann::json json = description();
            json.erase(key);
            QTest::addRow("without %s", key) << QByteArray::fromStdString(json.dump());
        }
        row("later format", "/format", 2);
        row("text", "/modality", "text");
        row("class of a wrong type", "/classes/0", "light");
        row("class without a name", "/classes/0/name", "");
        row("two classes of one name", "/classes/0/name", "Dark");
        row("link without an index", "/classes/0/links/1", nlohmann::json {{"label", "x"}});
        row("link of a wrong type", "/classes/0/links/1", 3);
        row("unknown class", "/examples/0/class", "grey");
        row("file missing", "/examples/0/file", 7);
        row("up", "/examples/0/file", "../examples/1.png");
        row("up inside", "/examples/0/file", "examples/../examples/1.png");
        row("absolute", "/examples/0/file", "/etc/passwd");
        row("backslash", "/examples/0/file", "examples\\1.png");
        row("drive", "/examples/0/file", "C:1.png");
        row("null character", "/examples/0/file", std::string("examples/1.png\0.txt", 19));
        row("mosaic up", "/mosaic/0", "../2.png");
        row("mosaic missing", "/mosaic/0", "examples/3.png");
    }
    void damagedDescriptions()
    {
        QFETCH(QByteArray, json);
        // Members of such names exist, so that only the check of the path can refuse them.
        put(json, {{"../examples/1.png", png()}, {"../2.png", png()}, {"examples\\1.png", png()}, {"C:1.png", png()}});
        if (QByteArray(QTest::currentDataTag()) == "mosaic missing") {
            COMPARE_ERROR(sampleInfo("digits"), ErrorCode::SampleDamaged, {"digits"});
            return;
        }
        expectDamaged();
    }

    void damagedMembers()
    {
        nlohmann::json json = description();
        json["examples"][0]["file"] = "examples/missing.png";
        put(json);
        expectDamaged(false);
        put(description(), {{"examples/1.png", "no picture"}});
        expectDamaged(false);
        put(description(), {{"examples/1.png", ""}});
        expectDamaged(false);
        put(description(), {{"examples/1.png", QByteArray(21'000'000, ' ')}}); // 20 kB in the archive
        expectDamaged(false);
        put(QByteArray(21'000'000, ' '));
        expectDamaged();
    }

    void stoppingIsNoError()
    {
        put(description());
        std::stop_source stop;
        stop.request_stop();
        const auto data = importSample("digits", {}, stop.get_token());
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("Light:0 Dark:0"));
    }

    void resourcesLieWhereTheVariableSays()
    {
        QCOMPARE(resourceFolder(), m_folder->path());
        qunsetenv("SHOTLAB_RESOURCES");
        QVERIFY(QFile::exists(resourceFolder() + "/samples/digits.zip"));
    }
};

QTEST_GUILESS_MAIN(TestSampleImport)
#include "tst_SampleImport.moc"
