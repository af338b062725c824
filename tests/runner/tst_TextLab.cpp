// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "TestLab.h"
#include "importer/Importer.h"
#include "runner/DataChecks.h"
#include "runner/LabEditor.h"
#include "runner/NewLab.h"

using namespace shotlab;
using namespace shotlab::runner;

namespace
{

LabModel textModel()
{
    LabModel model;
    model.card.name = model.card.title = "words";
    model.card.modality = Modality::Text;
    model.card.recipe = "sentences";
    model.hash = "h";
    return model;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// A lab of sentences from its files to what is told about its data.
class TestTextLab : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    Result<std::unique_ptr<LabEditor>> made(const NewLabRequest &request)
    {
        auto data = readRequestedData(request, {}, {});
        if (!data)
            return tl::unexpected(data.error());
        LabInfo info;
        info.testByUser = !request.testPath.isEmpty();
        return makeLab(request.labPath, {info, textModel(), {}, std::move(*data), std::nullopt});
    }

    NewLabRequest request(const QByteArray &train, const QByteArray &test)
    {
        write(at("train.csv"), train);
        write(at("test.csv"), test);
        NewLabRequest request;
        request.labPath = at("words.shotlab");
        request.dataPath = at("train.csv");
        request.testPath = at("test.csv");
        return request;
    }

    static const DataCheck *find(const std::vector<DataCheck> &checks, CheckKind kind)
    {
        const auto found = std::find_if(checks.begin(), checks.end(), [kind](const auto &check) { return check.kind == kind; });
        return found == checks.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void ownTestFile()
    {
        const auto lab = made(request("text,label\n\"one\ntwo\",x\nthree ,x\nfour,y\n", "text,label\nfive,y\nsix,x\n"));
        QVERIFY(lab.has_value());
        const LabData &data = (*lab)->data();
        QVERIFY(data.isText());
        QCOMPARE(data.classes.size(), std::size_t(2));
        QStringList pool;
        QStringList test;
        for (const Example &example : data.examples) {
            const QString text = QString::fromUtf8((*lab)->store().exampleBytes(example.id).value());
            (example.role == Role::Test ? test : pool).append(text);
            QCOMPARE(example.width, 0);
        }
        QCOMPARE(pool, (QStringList {"one\ntwo", "three ", "four"}));
        QCOMPARE(test.size(), 2);
    }

    /// The same to a reader though not to the byte: told, and left where the user put it.
    void sameSentencesAreReportedAndKept()
    {
        const auto lab = made(request("text,label\nWhy?,x\n Why? ,x\ncafe\xCC\x81,y\nand,y\nlast,y\n",
                                      "text,label\ncaf\xC3\xA9,y\nwhen,x\n\"and\n\",x\n"));
        QVERIFY(lab.has_value());
        const LabData &data = (*lab)->data();
        const std::vector<DataCheck> checks = checkData(data);
        const DataCheck *doubles = find(checks, CheckKind::Duplicates);
        QVERIFY(doubles != nullptr);
        QCOMPARE(doubles->count, 1);
        const DataCheck *leak = find(checks, CheckKind::Leak);
        QVERIFY(leak != nullptr);
        QCOMPARE(leak->count, 2);
        QCOMPARE(data.examples.size(), std::size_t(8));
        QVERIFY(find(checks, CheckKind::NoLinks) == nullptr);
        // Also for sentences that come later.
        QVERIFY((*lab)->addImported(importer::importLines(QStringLiteral("why?\nWhy?")), data.classes[0].id));
        QCOMPARE(find(checkData((*lab)->data()), CheckKind::Duplicates)->count, 2);
    }

    void otherTestClasses()
    {
        const auto lab = made(request("text,label\na,x\nb,y\n", "text,label\nc,x\nd,z\n"));
        QVERIFY(!lab.has_value());
        QVERIFY(lab.error().code == ErrorCode::TestDataMismatch);
        QVERIFY(!QFile::exists(at("words.shotlab")));
    }

    void wordsOfAClassCanBeUndone()
    {
        const auto lab = made(request("text,label\na,x\nb,y\n", "text,label\nc,x\nd,y\n"));
        QVERIFY(lab.has_value());
        const LabClass before = (*lab)->data().classes[0];
        QVERIFY((*lab)->setWords(before.id, {"xylophone", "It rings.", {{"zh_CN", "木琴"}, {"de", ""}}}));
        const LabClass after = (*lab)->data().classes[0];
        QCOMPARE(after, (LabClass {before.id, "xylophone", {{"zh_CN", "木琴"}}, {}, "It rings."}));
        QVERIFY((*lab)->setWords(before.id, {"", "nothing", {}})); // a class is never without a name
        QCOMPARE((*lab)->data().classes[0], after);
        QVERIFY((*lab)->undo());
        QCOMPARE((*lab)->data().classes[0], before);
        QVERIFY(!(*lab)->canUndo());
    }

    /// The public set of 77 kinds of banking questions with its own test file, where it is at hand.
    void banking77()
    {
        const QString folder = qEnvironmentVariable("SHOTLAB_DATA");
        if (folder.isEmpty())
            QSKIP("SHOTLAB_DATA is not set: a lab of Banking77 is not tested");
        NewLabRequest request;
        request.labPath = at("banking.shotlab");
        request.dataPath = folder + QStringLiteral("/banking77/train.csv");
        request.testPath = folder + QStringLiteral("/banking77/test.csv");
        const auto lab = made(request);
        QVERIFY(lab.has_value());
        const LabData &data = (*lab)->data();
        QCOMPARE(data.classes.size(), std::size_t(77));
        const auto test = std::count_if(data.examples.begin(), data.examples.end(),
                                        [](const Example &example) { return example.role == Role::Test; });
        QCOMPARE(test, 3'080);
        QCOMPARE(static_cast<std::ptrdiff_t>(data.examples.size()) - test, 10'003);
        const std::vector<DataCheck> checks = checkData(data);
        QCOMPARE(find(checks, CheckKind::Leak)->count, 6);
        QCOMPARE(find(checks, CheckKind::Duplicates)->count, 4);
        // Nothing is taken away: all of it may be learnt from, all of it is tested on.
        const Split parts = split(data);
        std::size_t pool = 0;
        for (const auto &ofClass : parts.pool)
            pool += ofClass.size();
        QCOMPARE(pool, std::size_t(10'003));
    }

    void labelsThatShareAWord()
    {
        const std::vector<std::string> labels {"tabby, tabby cat", "crane", "red fox", "fox", "school bus", "foxglove"};
        QCOMPARE(linksByWords("Fox", labels, 5), (std::vector<int> {3, 2}));
        QCOMPARE(linksByWords("Cats", labels, 5), (std::vector<int> {0}));
        QCOMPARE(linksByWords("red_fox", labels, 1), (std::vector<int> {2}));
        QVERIFY(linksByWords("Globular cluster", labels, 5).empty());
        QVERIFY(linksByWords("", labels, 5).empty());
    }

    void dropsOfBothKinds()
    {
        write(at("a.txt"), "one\ntwo\n");
        write(at("b.txt"), "three\n");
        write(at("c.tsv"), "text\tlabel\nfour\tb\nfive\tc\n");
        const auto data = importDropped({at("a.txt"), at("b.txt"), at("c.tsv")}, {}, {});
        QVERIFY(data.has_value());
        QVERIFY(data->modality == Modality::Text);
        QStringList counts;
        for (const importer::ImportedClass &one : data->classes)
            counts.append(QStringLiteral("%1:%2").arg(QString::fromStdString(one.name)).arg(one.examples.size()));
        counts.sort();
        QCOMPARE(counts, (QStringList {"a:2", "b:2", "c:1"}));

        write(at("p.csv"), "image,label\n1.png,b\n2.png,c\n");
        for (const char *name : {"1.png", "2.png"})
            write(at(name), support::picture(name[0]));
        const auto mixed = importDropped({at("c.tsv"), at("p.csv")}, {}, {});
        QVERIFY(!mixed.has_value());
        QVERIFY(mixed.error().code == ErrorCode::DataIsPictures);
    }
};

QTEST_GUILESS_MAIN(TestTextLab)
#include "tst_TextLab.moc"
