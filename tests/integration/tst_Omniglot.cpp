// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "Programs.h"
#include "Unzip.h"

using namespace shotlab;
using support::Outcome;
using support::runCli;

/// Omniglot's 20 official one-shot runs (Lake, Salakhutdinov and Tenenbaum): 20 characters of one alphabet, drawn once by one
/// hand to learn from and once by another to be named. Each becomes a lab of the command line.
class TestOmniglot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rawPixels();
    void aModelThatKnowsCharactersIsAhead_data();
    void aModelThatKnowsCharactersIsAhead();

private:
    QString runAsFolders(const QDir &run);
    void compare(const QDir &run);

    QTemporaryDir m_folder;
    QMap<QString, double> m_sums; ///< of accuracies, by arm
    int m_runs = 0;
};

/// pool/NAME/… and test/NAME/…, as class_labels.txt pairs them.
QString TestOmniglot::runAsFolders(const QDir &run)
{
    const QString folder = run.filePath(QStringLiteral("folders"));
    QFile list(run.filePath(QStringLiteral("class_labels.txt")));
    if (!list.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression pair(QStringLiteral("^\\S+/(test/(\\S+)) \\S+/(training/(\\S+)\\.png)$"));
    const auto copy = [&run, &folder](const QString &from, const QString &to) {
        const QString path = folder + QLatin1Char('/') + to;
        return QDir().mkpath(QFileInfo(path).path()) && QFile::copy(run.filePath(from), path);
    };
    while (!list.atEnd()) {
        const auto match = pair.match(QString::fromUtf8(list.readLine().trimmed()));
        const QString name = match.captured(4);
        if (!match.hasMatch() || !copy(match.captured(3), QStringLiteral("pool/%1/one.png").arg(name))
            || !copy(match.captured(1), QStringLiteral("test/%1/%2").arg(name, match.captured(2))))
            return {};
    }
    return folder;
}

void TestOmniglot::compare(const QDir &run)
{
    const QString folder = runAsFolders(run);
    QVERIFY(!folder.isEmpty());
    const QString lab = run.filePath(QStringLiteral("run.shotlab"));
    const Outcome made = runCli({QStringLiteral("new"), lab, QStringLiteral("--model"), QStringLiteral("glyphnet"),
                                 QStringLiteral("--data"), folder + QStringLiteral("/pool"), QStringLiteral("--test"),
                                 folder + QStringLiteral("/test")});
    QVERIFY2(made.status == 0, made.errors.constData());
    const Outcome compared
        = runCli({QStringLiteral("compare"), lab, QStringLiteral("--arms"),
                  QStringLiteral("pixel-neighbour,nearest-neighbour,prototypes"), QStringLiteral("--k"), QStringLiteral("1"),
                  QStringLiteral("--draws"), QStringLiteral("1"), QStringLiteral("--json")});
    QVERIFY2(compared.status == 0, compared.errors.constData());
    const QJsonObject document = compared.json();
    QCOMPARE(document[QLatin1String("test_size")].toInt(), 20);
    for (const QJsonValue result : document[QLatin1String("results")].toArray())
        m_sums[result[QLatin1String("arm")].toString()] += result[QLatin1String("accuracy")][QLatin1String("mean")].toDouble();
    ++m_runs;
}

void TestOmniglot::initTestCase()
{
    const QString data = qEnvironmentVariable("SHOTLAB_DATA");
    if (data.isEmpty())
        QSKIP("SHOTLAB_DATA is not set: Omniglot is not compared");
    QVERIFY(support::unpack(data + QStringLiteral("/omniglot/all_runs.zip"), m_folder.path()));
    QDirIterator folders(m_folder.path(), {QStringLiteral("run??")}, QDir::Dirs, QDirIterator::Subdirectories);
    while (folders.hasNext()) {
        compare(QDir(folders.next()));
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(m_runs, 20);
}

/// 22.75 % right in Python (28 x 28 grey by Pillow's bilinear resize, Euclidean distance); how pictures are made smaller
/// matters a little.
void TestOmniglot::rawPixels()
{
    const double percent = 100 * m_sums.value(QStringLiteral("pixel-neighbour")) / m_runs;
    qInfo("pixel-neighbour: %.2f %%", percent);
    QVERIFY2(std::abs(percent - 22.75) <= 2, qPrintable(QString::number(percent)));
}

void TestOmniglot::aModelThatKnowsCharactersIsAhead_data()
{
    QTest::addColumn<QString>("arm");
    QTest::newRow("nearest example") << QStringLiteral("nearest-neighbour");
    QTest::newRow("prototypes") << QStringLiteral("prototypes");
}

void TestOmniglot::aModelThatKnowsCharactersIsAhead()
{
    QFETCH(QString, arm);
    const double percent = 100 * m_sums.value(arm) / m_runs;
    qInfo("%s: %.2f %%", qPrintable(arm), percent);
    QVERIFY2(percent > 2 * 22.75, qPrintable(QString::number(percent)));
}

QTEST_GUILESS_MAIN(TestOmniglot)
#include "tst_Omniglot.moc"
