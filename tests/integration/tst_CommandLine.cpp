// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "Programs.h"
#include "TestLab.h"

using namespace shotlab;
using support::Outcome;
using support::runCli;

/// What scripts rely on besides the numbers: exit statuses, and one sentence on standard error.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUsageEndsWithTwo_data();
    void wrongUsageEndsWithTwo();
    void helpAndVersionAreNoErrors();
    void failuresAreOneSentence_data();
    void failuresAreOneSentence();
    void samplesAreListed();
    void sentencesFollowTheLanguageOfTheSystem();
    void existingFilesAreRefused();
    void labsAreMadeFromFolders();
    void testShareAndOwnTestData();
    void tablesNeedTheirColumns();
    void sentencesFromTables();
    void settingsOfWhatIsNotCompared();
    void methodsThatDoNotSuit();
    void everydayThingsAreKnownByName();
    void damagedLabsAreRescued();
    void unreadablePicturesAreNamedOnce();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

namespace
{

int sentences(const QByteArray &text)
{
    return static_cast<int>(QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts).size());
}

} // namespace

void TestCommandLine::initTestCase()
{
    support::makePictureFolders(path("pets"), {{QStringLiteral("cat"), 9}, {QStringLiteral("dog"), 6}});
    support::makePictureFolders(path("test"), {{QStringLiteral("cat"), 2}, {QStringLiteral("dog"), 3}});
    support::makePictureFolders(path("lonely"), {{QStringLiteral("cat"), 3}});
}

void TestCommandLine::wrongUsageEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString lab = path("none.shotlab");
    const auto words = [](const char *line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
    QTest::newRow("nothing") << QStringList {};
    QTest::newRow("unknown command") << words("dance");
    QTest::newRow("unknown option") << words("compare x --dance");
    QTest::newRow("compare without lab") << words("compare");
    QTest::newRow("sample without lab") << words("sample digits");
    QTest::newRow("new without data") << words("new x");
    QTest::newRow("k is no number") << words("compare x --k 1,many");
    QTest::newRow("k below zero") << words("compare x --k -1");
    QTest::newRow("no threads") << words("compare x --threads 0");
    QTest::newRow("unknown arm") << words("compare x --arms linear-probe,magic");
    QTest::newRow("no draws") << words("compare x --draws 0");
    QTest::newRow("setting without arm") << words("compare x --set C=1");
    QTest::newRow("setting of unknown arm") << words("compare x --set magic.C=1");
    QTest::newRow("two forms at once") << words("show x --json --csv");
    QTest::newRow("unknown sample") << QStringList {QStringLiteral("sample"), QStringLiteral("no-such"), lab};
    QTest::newRow("share of the test set") << QStringList {
        QStringLiteral("new"), lab, QStringLiteral("--data"), path("pets"), QStringLiteral("--test"), QStringLiteral("1.5")};
}

void TestCommandLine::wrongUsageEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = runCli(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(!outcome.errors.isEmpty());
    QVERIFY(!QFile::exists(path("none.shotlab")));
}

void TestCommandLine::helpAndVersionAreNoErrors()
{
    const Outcome help = runCli({QStringLiteral("--help")});
    QCOMPARE(help.status, 0);
    for (const char *command : {"sample", "new", "inspect", "compare", "show", "rescue"})
        QVERIFY2(help.output.contains(command), command);
    const Outcome version = runCli({QStringLiteral("--version")});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.output.trimmed(), QByteArray(SHOTLAB_VERSION));
}

void TestCommandLine::failuresAreOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QFile noLab(path("no lab.shotlab"));
    QVERIFY(noLab.open(QIODevice::WriteOnly));
    noLab.write("<html>this is a web page</html>");
    const QString lab = path("none.shotlab");
    const auto create = [&](const QString &data) {
        return QStringList {QStringLiteral("new"), lab, QStringLiteral("--data"), data};
    };
    QTest::newRow("no such lab") << QStringList {QStringLiteral("show"), path("away.shotlab")} << QStringLiteral("away.shotlab");
    QTest::newRow("compare without lab") << QStringList {QStringLiteral("compare"), path("away.shotlab")}
                                         << QStringLiteral("away.shotlab");
    QTest::newRow("not a lab") << QStringList {QStringLiteral("show"), noLab.fileName()} << QStringLiteral("no lab.shotlab");
    QTest::newRow("no such folder") << create(path("away")) << QStringLiteral("away");
    QTest::newRow("one class only") << create(path("lonely")) << QString();
    QTest::newRow("unknown model") << create(path("pets")) + QStringList {QStringLiteral("--model"), QStringLiteral("gpt")}
                                   << QStringLiteral("gpt");
    QTest::newRow("device as data") << create(QStringLiteral("/dev/zero")) << QStringLiteral("zero");
    QTest::newRow("inspect a folder") << QStringList {QStringLiteral("inspect"), path("pets")} << QStringLiteral("pets");
    QTest::newRow("inspect a device") << QStringList {QStringLiteral("inspect"), QStringLiteral("/dev/zero")}
                                      << QStringLiteral("zero");
    QTest::newRow("folder as lab") << QStringList {QStringLiteral("show"), path("pets")} << QStringLiteral("pets");
    QTest::newRow("device as lab") << QStringList {QStringLiteral("compare"), QStringLiteral("/dev/zero")}
                                   << QStringLiteral("zero");
    QTest::newRow("lab in a folder that is not there")
        << QStringList {QStringLiteral("sample"), QStringLiteral("digits"), path("away/x.shotlab")} << QStringLiteral("away");
    QTest::newRow("inspect nothing") << QStringList {QStringLiteral("inspect"), path("away.pt")} << QStringLiteral("away.pt");
}

void TestCommandLine::failuresAreOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Outcome outcome = runCli(arguments);
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.output.isEmpty());
    QCOMPARE(sentences(outcome.errors), 1);
    QVERIFY2(QString::fromUtf8(outcome.errors).contains(named), outcome.errors.constData());
    QVERIFY(!QFile::exists(path("none.shotlab")));
}

void TestCommandLine::sentencesFollowTheLanguageOfTheSystem()
{
    QProcess cli;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("zh_CN.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    cli.setProcessEnvironment(environment);
    cli.start(support::programPath(QStringLiteral("shotlab-cli")), {QStringLiteral("sample")});
    const Outcome outcome = support::outcomeOf(cli);
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.startsWith("digits")); // names that are typed stay
    QVERIFY2(outcome.output.contains("手写数字"), outcome.output.constData());
}

void TestCommandLine::samplesAreListed()
{
    const Outcome outcome = runCli({QStringLiteral("sample")});
    QCOMPARE(outcome.status, 0);
    for (const char *sample : {"digits", "clothes", "deep-sky", "things"})
        QVERIFY2(outcome.output.contains(sample), sample);
}

void TestCommandLine::existingFilesAreRefused()
{
    const QString lab = path("digits.shotlab");
    const Outcome made = runCli({QStringLiteral("sample"), QStringLiteral("digits"), lab});
    QCOMPARE(made.status, 0);
    QVERIFY(made.errors.isEmpty());
    const Outcome again = runCli({QStringLiteral("sample"), QStringLiteral("digits"), lab});
    QCOMPARE(again.status, 1);
    QCOMPARE(sentences(again.errors), 1);
    const Outcome empty = runCli({QStringLiteral("show"), lab});
    QCOMPARE(empty.status, 1);
    QCOMPARE(sentences(empty.errors), 1);

    const auto classes = support::query(lab, QStringLiteral("SELECT count(*) FROM class"));
    QCOMPARE(classes.front().front().toInt(), 10);
    const auto linked = support::query(lab, QStringLiteral("SELECT count(DISTINCT class_id) FROM link"));
    QCOMPARE(linked.front().front().toInt(), 10);
}

void TestCommandLine::labsAreMadeFromFolders()
{
    const QString lab = path("pets.shotlab");
    const Outcome made = runCli({QStringLiteral("new"), lab, QStringLiteral("--model"), QStringLiteral("glyphnet"),
                                 QStringLiteral("--data"), path("pets"), QStringLiteral("--seed"), QStringLiteral("7")});
    QCOMPARE(made.status, 0);
    const auto counts = support::query(lab,
                                       QStringLiteral("SELECT name, sum(role = 'pool'), sum(role = 'test') FROM class "
                                                      "JOIN example ON class_id = class.id GROUP BY name ORDER BY name"));
    QCOMPARE(counts, (QList<QVariantList> {{QStringLiteral("cat"), 6, 3}, {QStringLiteral("dog"), 4, 2}}));
    QCOMPARE(support::query(lab, QStringLiteral("SELECT seed FROM lab")).front().front().toInt(), 7);
}

void TestCommandLine::testShareAndOwnTestData()
{
    const auto testCounts = [](const QString &lab) {
        return support::query(lab,
                              QStringLiteral("SELECT sum(role = 'test') FROM class JOIN example ON class_id = class.id "
                                             "GROUP BY name ORDER BY name"));
    };
    const QString half = path("half.shotlab");
    QCOMPARE(runCli({QStringLiteral("new"), half, QStringLiteral("--data"), path("pets"), QStringLiteral("--test"),
                     QStringLiteral("0.5")})
                 .status,
             0);
    QCOMPARE(testCounts(half), (QList<QVariantList> {{4}, {3}}));
    const QString own = path("own.shotlab");
    QCOMPARE(runCli({QStringLiteral("new"), own, QStringLiteral("--data"), path("pets"), QStringLiteral("--test"), path("test")})
                 .status,
             0);
    QCOMPARE(testCounts(own), (QList<QVariantList> {{2}, {3}}));
}

void TestCommandLine::tablesNeedTheirColumns()
{
    QFile table(path("table.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("picture_file,animal\npets/cat/0.png,cat\npets/cat/1.png,cat\npets/dog/0.png,dog\npets/dog/1.png,dog\n");
    table.close();
    const QString lab = path("table.shotlab");
    const QStringList command {QStringLiteral("new"), lab, QStringLiteral("--data"), table.fileName()};
    const Outcome unnamed = runCli(command);
    QCOMPARE(unnamed.status, 2);
    QVERIFY2(unnamed.errors.contains("picture_file") && unnamed.errors.contains("animal"), unnamed.errors.constData());
    const Outcome named = runCli(command
                                 + QStringList {QStringLiteral("--text-column"), QStringLiteral("picture_file"),
                                                QStringLiteral("--label-column"), QStringLiteral("animal")});
    QVERIFY2(named.status == 0, named.errors.constData());
    QCOMPARE(support::query(lab, QStringLiteral("SELECT count(*) FROM example")).front().front().toInt(), 4);
}

void TestCommandLine::sentencesFromTables()
{
    const auto put = [this](const char *name, const char *text) {
        QFile table(path(name));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(text);
    };
    put("train.csv", "text,label\n\"Where,\nplease, is it?\",track_order\nWhen does it come?,track_order\nStop it,cancel\n No more \n,cancel\n");
    put("train.tsv", "frage\tart\nWo?\tA\nWann?\tA\nHalt\tB\nStopp\tB\n");
    put("test.csv", "label;text\ncancel;Please stop\ntrack_order;Is it here?\n");
    const QString lab = path("words.shotlab");
    const QStringList command {QStringLiteral("new"), lab, QStringLiteral("--data"), path("train.csv"), QStringLiteral("--test"),
                               path("test.csv")};
    const Outcome broken = runCli(command);
    QCOMPARE(broken.status, 1);
    QVERIFY2(broken.errors.contains("Line 6 of"), broken.errors.constData());
    put("train.csv", "text,label\n\"Where,\nplease, is it?\",track_order\nWhen?,track_order\n,cancel\nStop it,cancel\n No more ,cancel\n");
    const Outcome made = runCli(command);
    QVERIFY2(made.status == 0, made.errors.constData());
    QVERIFY2(made.errors.contains("Line 5 of"), made.errors.constData()); // the row without text
    const auto texts = support::query(lab, QStringLiteral("SELECT bytes, role FROM example JOIN example_data ON example_id = id ORDER BY id"));
    QCOMPARE(texts.size(), 6);
    QCOMPARE(texts[1][0].toByteArray(), QByteArray(" No more ")); // classes stand in the order of their names
    QCOMPARE(texts[3][0].toByteArray(), QByteArray("Where,\nplease, is it?"));
    QCOMPARE(support::query(lab, QStringLiteral("SELECT json_extract(card, '$.name') FROM model")).front().front().toString(),
             QStringLiteral("minilm-l6"));

    const QString other = path("german.shotlab");
    const QStringList german {QStringLiteral("new"), other, QStringLiteral("--data"), path("train.tsv")};
    QCOMPARE(runCli(german).status, 2);
    const QStringList columns {QStringLiteral("--text-column"), QStringLiteral("frage"), QStringLiteral("--label-column"),
                               QStringLiteral("art")};
    QCOMPARE(runCli(german + columns).status, 0);
    const Outcome pictures = runCli({QStringLiteral("new"), path("wrong.shotlab"), QStringLiteral("--model"), QStringLiteral("glyphnet"),
                                     QStringLiteral("--data"), path("train.csv")});
    QCOMPARE(pictures.status, 1);
    QVERIFY2(pictures.errors.contains("sees pictures"), pictures.errors.constData());
}

void TestCommandLine::settingsOfWhatIsNotCompared()
{
    const QString lab = path("settings.shotlab");
    QCOMPARE(runCli({QStringLiteral("new"), lab, QStringLiteral("--data"), path("pets")}).status, 0);
    const Outcome outcome = runCli({QStringLiteral("compare"), lab, QStringLiteral("--arms"), QStringLiteral("prototypes"),
                                    QStringLiteral("--set"), QStringLiteral("linear-probe.C=1")});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.errors.contains("linear-probe does not take part"), outcome.errors.constData());
    QCOMPARE(sentences(outcome.errors), 1);
}

void TestCommandLine::methodsThatDoNotSuit()
{
    const QString lab = path("pixels.shotlab");
    QCOMPARE(runCli({QStringLiteral("new"), lab, QStringLiteral("--data"), path("pets")}).status, 0);
    const auto compare = [&lab](const QString &arm) {
        return runCli({QStringLiteral("compare"), lab, QStringLiteral("--arms"), arm, QStringLiteral("--k"), QStringLiteral("1"),
                       QStringLiteral("--draws"), QStringLiteral("2"), QStringLiteral("--json")});
    };
    const Outcome words = compare(QStringLiteral("tfidf-centroid"));
    QCOMPARE(words.status, 2);
    QVERIFY2(words.errors.contains("tfidf-centroid does not suit"), words.errors.constData());
    const Outcome pixels = compare(QStringLiteral("pixel-neighbour"));
    QVERIFY2(pixels.status == 0, pixels.errors.constData());
    const QJsonValue result = pixels.json()[QLatin1String("results")][0];
    QCOMPARE(result[QLatin1String("arm")].toString(), QStringLiteral("pixel-neighbour"));
    QCOMPARE(result[QLatin1String("draws")].toInt(), 2);
}

/// Without an example: ImageNet's names for the five classes of the sample.
void TestCommandLine::everydayThingsAreKnownByName()
{
    const QString lab = path("things.shotlab");
    QCOMPARE(runCli({QStringLiteral("sample"), QStringLiteral("things"), lab}).status, 0);
    const Outcome outcome = runCli({QStringLiteral("compare"), lab, QStringLiteral("--arms"), QStringLiteral("zero-shot,conse"),
                                    QStringLiteral("--k"), QStringLiteral("0"), QStringLiteral("--json")});
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    const auto accuracy = [results = outcome.json()[QLatin1String("results")]](int row, const char *arm) {
        const QJsonValue result = results[row];
        return result[QLatin1String("arm")].toString() == QLatin1String(arm)
            ? result[QLatin1String("accuracy")][QLatin1String("mean")].toDouble()
            : -1;
    };
    const double byLinks = accuracy(0, "zero-shot");
    QVERIFY2(byLinks > 0.85, qPrintable(QString::number(byLinks)));
    const double byMeaning = accuracy(1, "conse"); // five classes, and no links
    QVERIFY2(byMeaning > 0.5, qPrintable(QString::number(byMeaning)));
}

void TestCommandLine::damagedLabsAreRescued()
{
    // So many that the tables themselves, which come first, are a small part of the file.
    support::makePictureFolders(path("many"), {{QStringLiteral("cat"), 300}, {QStringLiteral("dog"), 300}});
    const QString lab = path("damaged.shotlab");
    QCOMPARE(runCli({QStringLiteral("new"), lab, QStringLiteral("--data"), path("many")}).status, 0);
    QFile file(lab);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() * 8 / 10));
    file.write(QByteArray(static_cast<qsizetype>(file.size() / 20), 'Z'));
    file.close();
    const Outcome refused = runCli({QStringLiteral("show"), lab});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains("shotlab-cli rescue"), refused.errors.constData());

    const QString rescued = path("rescued.shotlab");
    const Outcome outcome = runCli({QStringLiteral("rescue"), lab, rescued});
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    QVERIFY2(outcome.output.contains("2 classes"), outcome.output.constData());
    QVERIFY(!runCli({QStringLiteral("show"), rescued}).errors.contains("damaged"));
    QCOMPARE(runCli({QStringLiteral("rescue"), lab, rescued}).status, 1); // is there already
}

void TestCommandLine::unreadablePicturesAreNamedOnce()
{
    support::makePictureFolders(path("cut"), {{QStringLiteral("cat"), 4}, {QStringLiteral("dog"), 4}});
    QFile broken(path("cut/cat/broken.jpg"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000") + QByteArray(500, 'x'));
    broken.close();
    const Outcome outcome = runCli({QStringLiteral("new"), path("cut.shotlab"), QStringLiteral("--data"), path("cut")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(!outcome.errors.contains("qt."), outcome.errors.constData());
    QCOMPARE(sentences(outcome.errors), 1);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_CommandLine.moc"
