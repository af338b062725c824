// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "importer/CsvReader.h"

using namespace shotlab;
using importer::CsvReader;

namespace
{

struct Outcome {
    QList<QStringList> rows;
    QList<int> lines;
    int brokenLine = 0;
};

Outcome readAll(const QByteArray &bytes, char separator = ',')
{
    Outcome outcome;
    CsvReader reader(bytes, separator);
    for (;;) {
        auto record = reader.next();
        if (!record) {
            outcome.brokenLine
                = record.error().code == ErrorCode::TableMalformed ? std::stoi(record.error().arguments.at(1)) : -1;
            return outcome;
        }
        if (!*record)
            return outcome;
        outcome.rows.append((*record)->fields);
        outcome.lines.append((*record)->line);
    }
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QStringList>>("rows");
        using Rows = QList<QStringList>;
        const auto row
            = [](const char *name, const char *text, const Rows &rows) { QTest::newRow(name) << QByteArray(text) << rows; };
        row("nothing", "", {});
        row("plain", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}});
        row("no final line break", "a,b\nc,d", {{"a", "b"}, {"c", "d"}});
        row("CRLF", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}});
        row("CR", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}});
        row("empty fields", ",\n,,\n", {{"", ""}, {"", "", ""}});
        row("empty at the end", "a,", {{"a", ""}});
        row("empty lines", "\n\r\na\n\n\nb\n\n", {{"a"}, {"b"}});
        row("blanks are kept", " a , b \n", {{" a ", " b "}});
        row("quoted", "\"a\",\"b\"\n", {{"a", "b"}});
        row("quoted separator", "\"a,b\",c\n", {{"a,b", "c"}});
        row("quoted line break", "\"a\nb\",c\n", {{"a\nb", "c"}});
        row("quoted CRLF", "\"a\r\nb\",c\r\n", {{"a\r\nb", "c"}});
        row("doubled quotes", "\"say \"\"hi\"\"\",c\n", {{"say \"hi\"", "c"}});
        row("only a quote", "\"\"\"\"\n", {{"\""}});
        row("empty quotes", "\"\",\"\"\n", {{"", ""}});
        row("quoted at the end of the file", "a,\"b\"", {{"a", "b"}});
        row("quote inside", "5\" nail,b\n", {{"5\" nail", "b"}});
        row("byte order mark", "\xEF\xBB\xBF\"a\",b\n", {{"a", "b"}});
        row("mark inside", "a,\xEF\xBB\xBF" "b\n", {{"a", QChar(0xFEFF) + QString("b")}});
        row("UTF-8", "\xE7\x8C\xAB,\xC3\xA9\n", {{"\u732b", "\u00e9"}});
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<QStringList>, rows);
        const Outcome outcome = readAll(text);
        QCOMPARE(outcome.brokenLine, 0);
        QCOMPARE(outcome.rows, rows);
    }

    void otherSeparators()
    {
        QCOMPARE(readAll("a,1;b\n", ';').rows, (QList<QStringList> {{"a,1", "b"}}));
        QCOMPARE(readAll("a\t\"b\tc\"\n", '\t').rows, (QList<QStringList> {{"a", "b\tc"}}));
    }

    void countsLines()
    {
        const Outcome outcome = readAll("a\r\n\r\n\"b\r\nb\nb\"\nc\rd\n");
        QCOMPARE(outcome.rows.size(), 4);
        QCOMPARE(outcome.lines, (QList<int> {1, 3, 6, 7}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("quote never closed") << QByteArray("a\nb\n\"c\nd\ne\n") << 3;
        QTest::newRow("quote never closed, in a later field") << QByteArray("a,\"x\ny\",\"z\n\n") << 2;
        QTest::newRow("lone quote at the end") << QByteArray("a\n\"") << 2;
        QTest::newRow("text after the quote") << QByteArray("a\n\"b\"c\n") << 2;
        QTest::newRow("blank after the quote") << QByteArray("\"b\" ,c\n") << 1;
        QTest::newRow("Latin-1") << QByteArray("a\nb\n\xE9\x63ole\n") << 3;
        QTest::newRow("cut in a character") << QByteArray("a\n\xE7\x8C") << 2;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                              "a\0,\0",
                                              6)
                                << 1;
        QTest::newRow("binary") << QByteArray("ab\0cd\n", 6) << 1;
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QCOMPARE(readAll(text).brokenLine, line);
    }

    /// A table of our own making comes back as it went in, whatever is in it.
    void roundTrip()
    {
        const QList<QStringList> rows {
            {"\"", "\"\"", ",", "\n"}, {"\r\n", "a\"b,c\nd", " ", "x"}, {"\t;", "\u00e9", "", "\"\n\""}};
        QByteArray text;
        for (const QStringList &row : rows) {
            QStringList quoted;
            for (QString field : row)
                quoted.append(u'"' + field.replace(u'"', QStringLiteral("\"\"")) + u'"');
            text += quoted.join(u',').toUtf8() + "\r\n";
        }
        QCOMPARE(readAll(text).rows, rows);
        for (qsizetype length = 0; length < text.size(); ++length)
            QVERIFY(readAll(text.left(length)).rows.size() <= rows.size()); // every cut ends, none crashes
    }
};

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_CsvReader.moc"
