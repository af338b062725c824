// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCryptographicHash>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <sys/stat.h>

#include "ImporterTest.h"

using namespace shotlab;
using namespace shotlab::importer;
using namespace shotlab::importer::test;

class TestTableImport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_table;

    void table(const QByteArray &text) { write(m_table, text); }
    std::string path() const { return m_table.toStdString(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_table = m_folder->filePath("tables/birds.v2.csv");
        for (const char *name : {"1.png", "2.png", "sub/3.png", "a, b.png", "\xE9\xB8\x9F.png"})
            write(m_folder->filePath("tables/") + QString::fromUtf8(name), png(name[0]));
        write(m_folder->filePath("beside.png"), png(99));
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray("image,label\n1.png,x\n2.png,y\nsub/3.png,y\n");
        QTest::newRow("mark and CRLF") << QByteArray("\xEF\xBB\xBFimage,label\r\n1.png,x\r\n2.png,y\r\nsub/3.png,y\r\n");
        QTest::newRow("semicolons") << QByteArray("label;image\nx;1.png\ny;2.png\ny;sub/3.png\n");
        QTest::newRow("tabs") << QByteArray("label\timage\nx\t1.png\ny\t2.png\ny\tsub/3.png\n");
        QTest::newRow("comma in a name") << QByteArray("image;\"label\";seen, where\n1.png;x;a,b\n2.png;y;\nsub/3.png;y;c\n");
        QTest::newRow("upper case, blanks") << QByteArray(" Image , LABEL \n 1.png , x \n2.png, y\nsub/3.png,y \n");
        QTest::newRow("class") << QByteArray("image,class\n1.png,x\n2.png,y\nsub/3.png,y\n");
        QTest::newRow("category") << QByteArray("image,category\n1.png,x\n2.png,y\nsub/3.png,y\n");
        QTest::newRow("intent") << QByteArray("image,intent\n1.png,x\n2.png,y\nsub/3.png,y\n");
        QTest::newRow("picture before text") << QByteArray("text,image,label\nt,1.png,x\nt,2.png,y\nt,sub/3.png,y\n");
        QTest::newRow("other columns") << QByteArray(",image,note,label\n0,1.png,\"a\nb\",x\n1,2.png,,y\n2,sub/3.png,,y\n");
        QTest::newRow("empty rows") << QByteArray("image,label\n\n1.png,x\n,\n2.png,y\n\nsub/3.png,y\n,\n");
        QTest::newRow("backslashes") << QByteArray("image,label\n1.png,x\n.\\2.png,y\nsub\\3.png,y\n");
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        table(text);
        const auto data = importTable(m_table);
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("x:1 y:2"));
        QVERIFY(data->rejected.empty());
        QCOMPARE(data->title, std::string("birds.v2"));
        QCOMPARE(data->classes[0].examples[0].origin, std::string("1.png"));
        QCOMPARE(QSize(data->classes[0].examples[0].width, data->classes[0].examples[0].height), QSize(6, 4));
    }

    void namedColumns()
    {
        table("label,image,file,kind\nno,no.png,1.png,x\nno,no.png,2.png,y\n");
        const auto data = importTable(m_table, "file", "Kind");
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("x:1 y:1"));
        COMPARE_ERROR(importTable(m_table, "missing", "kind"), ErrorCode::TableColumnsMissing,
                      {path(), "label, image, file, kind"});
        COMPARE_ERROR(importTable(m_table, "file", "missing"), ErrorCode::TableColumnsMissing,
                      {path(), "label, image, file, kind"});
    }

    void namesWithCommasAndOtherScripts()
    {
        table("image,label\n\"a, b.png\",\"x, \"\"y\"\"\"\n\xE9\xB8\x9F.png,\xE9\xB8\x9F\n");
        const auto data = importTable(m_table);
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("x, \"y\":1 \u9e1f:1"));
        QVERIFY(data->rejected.empty());
    }

    void absolutePathsAndPathsUpwards()
    {
        table("image,label\n../beside.png,x\n" + m_folder->filePath("tables/1.png").toUtf8() + ",y\n");
        const auto data = importTable(m_table);
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("x:1 y:1"));
    }

    void picturesThatCannotBeReadAreListed()
    {
        const QString pipe = m_folder->filePath("tables/pipe.png");
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        table(
            "image,label\n1.png,x\n2.png,y\nmissing.png,x\n../../no/such.png,y\npipe.png,x\n/dev/zero,x\nsub,y\nbirds.v2.csv,x\n"
            ":/qt-project.org/imageformats,x\n,x\n1.png,\n");
        const auto data = importTable(m_table);
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("x:1 y:1"));
        const std::string folder = m_folder->filePath("tables/").toStdString();
        const std::string upwards = QDir::cleanPath(m_folder->filePath("tables/../../no/such.png")).toStdString();
        QStringList reasons;
        for (const Rejected &one : data->rejected)
            reasons.append(wording(one.reason));
        QCOMPARE(
            reasons,
            (QStringList {wording(ErrorCode::TableMalformed, {path(), "11"}), wording(ErrorCode::TableMalformed, {path(), "12"}),
                          wording(ErrorCode::PathNotFound, {folder + "missing.png"}), wording(ErrorCode::PathNotFound, {upwards}),
                          wording(ErrorCode::PictureUnreadable, {folder + "pipe.png", "not-a-file"}),
                          wording(ErrorCode::PictureUnreadable, {"/dev/zero", "not-a-file"}),
                          wording(ErrorCode::PictureUnreadable, {folder + "sub", "not-a-file"}),
                          wording(ErrorCode::PictureUnreadable, {folder + "birds.v2.csv", "not-a-picture"}),
                          wording(ErrorCode::PathNotFound, {folder + ":/qt-project.org/imageformats"})}));
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("too few fields") << QByteArray("image,label\n1.png,x\n2.png\n") << QByteArray("3");
        QTest::newRow("too many fields") << QByteArray("image,label\n1.png,x,y\n2.png,y\n") << QByteArray("2");
        QTest::newRow("quote never closed") << QByteArray("image,label\n1.png,x\n\"2.png,y\n1.png,x\n") << QByteArray("3");
        QTest::newRow("quote never closed in the header") << QByteArray("image,\"label\n1.png,x\n") << QByteArray("1");
        QTest::newRow("text after a quote") << QByteArray("image,label\n\"1.png\"x,x\n") << QByteArray("2");
        QTest::newRow("after a line break in quotes") << QByteArray("image,label\n1.png,\"x\ny\"\n2.png\n") << QByteArray("4");
        QTest::newRow("not UTF-8") << QByteArray("image,label\n1.png,\xE9t\xE9\n") << QByteArray("2");
        QTest::newRow("a picture") << png() << QByteArray("1");
    }
    void malformed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, line);
        table(text);
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableMalformed, {path(), line.toStdString()});
    }

    void sentences_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *what, const char *name, const QByteArray &text) {
            QTest::newRow(what) << QString::fromLatin1(name) << text;
        };
        row("text, label", "a.csv", "text,label\nHow are you?,x\n\"Fine,\nthanks\",y\n");
        row("sentence, intent", "a.csv", "intent;sentence\nx;How are you?\ny;\"Fine,\nthanks\"\n");
        row("utterance, category", "a.tsv", "utterance\tcategory\nHow are you?\tx\n\"Fine,\nthanks\"\ty\n");
        row("mark", "a.csv", "\xEF\xBB\xBFtext,class\nHow are you?,x\n\"Fine,\nthanks\",y\n");
        const QString wide = QStringLiteral("text;label\r\nHow are you?;x\r\n\"Fine,\nthanks\";y\r\n");
        QStringEncoder little(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        row("UTF-16, little end first", "a.csv", QByteArray(little(wide)));
        QStringEncoder big(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom);
        row("UTF-16, big end first", "a.csv", QByteArray(big(wide)));
        row("empty cells", "a.csv", "text,note,label\n,,\nHow are you?,,x\n\"Fine,\nthanks\",n,y\n");
        row("JSON Lines", "a.jsonl",
            "{\"text\": \"How are you?\", \"n\": 1, \"label\": \"x\"}\n\n{\"label\": \"y\", \"text\": \"Fine,\\nthanks\"}\n");
    }
    void sentences()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        m_table = m_folder->filePath(name);
        table(text);
        const auto data = importTable(m_table);
        VERIFY_RESULT(data);
        QVERIFY(data->modality == Modality::Text);
        QCOMPARE(summary(*data), QString("x:1 y:1"));
        QVERIFY(data->rejected.empty());
        const ImportedExample &second = data->classes[1].examples[0];
        QCOMPARE(second.bytes.read().value(), QByteArray("Fine,\nthanks"));
        QCOMPARE(second.hash, QCryptographicHash::hash("Fine,\nthanks", QCryptographicHash::Sha256).toHex().toStdString());
        QCOMPARE(second.width, 0);
        QVERIFY(second.thumbnail.read()->isEmpty());
        QVERIFY(second.origin.starts_with(name.toStdString() + ':'));
    }

    void sentencesAreKeptToTheByte()
    {
        const QByteArray odd = " two  blanks\r\n\xEF\xBB\xBF\xE4\xBD\xA0\xE5\xA5\xBD e\xCC\x81 \xF0\x9F\x98\x80 \t";
        table("text,label\n\"" + odd + "\",x\n\"\xEF\xBB\xBFmark\",y\n\"  \",x\nno label,\n");
        const auto data = importTable(m_table);
        VERIFY_RESULT(data);
        QCOMPARE(data->classes[0].examples[0].bytes.read().value(), odd);
        QCOMPARE(data->classes[1].examples[0].bytes.read().value(), QByteArray("\xEF\xBB\xBFmark"));
        QCOMPARE(data->rejected.size(), std::size_t(2));
        for (const Rejected &one : data->rejected)
            QVERIFY(one.reason.code == ErrorCode::TableMalformed);
    }

    void columnsNamedByTheUser()
    {
        table("question,answer,kind\nWhere?,a,x\nWhen?,b,y\n");
        const auto data = importTable(m_table, "Question", "kind");
        VERIFY_RESULT(data);
        QVERIFY(data->modality == Modality::Text);
        QCOMPARE(data->classes[0].examples[0].bytes.read().value(), QByteArray("Where?"));
    }

    /// A table without a header line shows its first line as the columns that were found.
    void noHeader()
    {
        table("How are you?,x\nFine,y\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableColumnsMissing, {path(), "How are you?, x"});
    }

    void malformedJsonLines()
    {
        m_table = m_folder->filePath("a.jsonl");
        for (const char *second : {"[1]", "{\"text\": \"cut", "{\"text\": [\"x\"], \"label\": \"y\"}", "{\"text\": \"\xE9\"}",
                                   "{\"text\": \"a\\u0000b\", \"label\": \"y\"}"}) {
            table(QByteArray("{\"text\": \"a\", \"label\": \"x\"}\n") + second + "\n");
            COMPARE_ERROR(importTable(m_table), ErrorCode::TableMalformed, {path(), "2"});
        }
        table("{\"q\": \"a\", \"label\": \"x\"}\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableColumnsMissing, {path(), "q, label"});
        table("");
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableColumnsMissing, {path(), ""});
    }

    void columnsMissing()
    {
        table("photo;kind\n1.png;x\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableColumnsMissing, {path(), "photo, kind"});
        table("image\n1.png\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableColumnsMissing, {path(), "image"});
        table("text\nhello\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableColumnsMissing, {path(), "text"});
        table("");
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableColumnsMissing, {path(), ""});
    }

    void tooFewSentences()
    {
        table("text,label\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::NoReadableTexts, {path()});
        table("text,label\nhello,x\nbye,x\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::NotEnoughClasses, {"1"});
    }

    void tooLittleToCompare()
    {
        table("image,label\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::NoReadablePictures, {path()});
        table("image,label\nmissing.png,x\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::NoReadablePictures, {path()});
        table("image,label\n1.png,x\n2.png,x\nmissing.png,y\n");
        COMPARE_ERROR(importTable(m_table), ErrorCode::NotEnoughClasses, {"1"});
    }

    void noTableThere()
    {
        COMPARE_ERROR(importTable(m_table), ErrorCode::PathNotFound, {path()});
        QCOMPARE(mkfifo(qPrintable(m_table), 0600), 0);
        COMPARE_ERROR(importTable(m_table), ErrorCode::TableMalformed, {path(), "1"});
    }
};

QTEST_GUILESS_MAIN(TestTableImport)
#include "tst_TableImport.moc"
