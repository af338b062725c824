// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "text/Sentences.h"

using namespace shotlab;

namespace
{

std::vector<ErrorCode> allCodes()
{
    std::vector<ErrorCode> codes;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        codes.push_back(static_cast<ErrorCode>(code));
    return codes;
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence();
    void sentencesAreWhole_data();
    void sentencesAreWhole();
    void missingArgumentsLeaveNoHoles();
    void argumentsAreNamed();
    void refusedFilesSayWhatTheyAre();
    void deadEnginesAreToldApart();
    void failedDrawsSayHowMany();
    void skippedPartsSayWhatAndWhy();
};

void TestErrorText::everyCodeHasItsOwnSentence()
{
    const std::vector<std::string> arguments {"/data/first.txt", "second", "third"};
    QSet<QString> seen;
    for (const ErrorCode code : allCodes()) {
        const QString sentence = text::errorSentence({code, arguments, {}});
        QVERIFY2(!sentence.isEmpty(), qPrintable(QString::number(static_cast<int>(code))));
        QVERIFY2(!seen.contains(sentence), qPrintable(sentence)); // in particular: none falls back to Internal
        seen.insert(sentence);
    }
}

void TestErrorText::sentencesAreWhole_data()
{
    QTest::addColumn<int>("code");
    for (const ErrorCode code : allCodes())
        QTest::addRow("code %d", static_cast<int>(code)) << static_cast<int>(code);
}

void TestErrorText::sentencesAreWhole()
{
    QFETCH(int, code);
    const text::ErrorText words
        = text::errorText({static_cast<ErrorCode>(code), {"/data/first.txt", "second", "third"}, "std::bad_alloc"});
    for (const QString &part : {words.what, words.meaning, words.remedy}) {
        if (part.isEmpty())
            continue;
        QVERIFY2(part.endsWith(QLatin1Char('.')), qPrintable(part));
        QVERIFY2(part.at(0).isUpper() || !part.at(0).isLetter(), qPrintable(part));
        QVERIFY2(!part.contains(QRegularExpression(QStringLiteral("%[0-9L]"))), qPrintable(part));
        QVERIFY2(!part.contains(QLatin1String("std::")), qPrintable(part)); // technical details stay in the details
    }
    QVERIFY(!words.what.isEmpty());
    QVERIFY(!words.remedy.isEmpty());
}

void TestErrorText::missingArgumentsLeaveNoHoles()
{
    for (const ErrorCode code : allCodes()) {
        const QString sentence = text::errorSentence({code, {}, {}});
        QVERIFY2(!sentence.contains(QRegularExpression(QStringLiteral("%[0-9L]"))), qPrintable(sentence));
        QVERIFY2(!sentence.startsWith(QLatin1Char(' ')), qPrintable(sentence));
    }
}

void TestErrorText::argumentsAreNamed()
{
    QVERIFY(
        text::errorSentence({ErrorCode::ClassTooSmall, {"Fox", "4"}, {}}).contains(QStringLiteral("“Fox” has only 4 examples")));
    QVERIFY(text::errorSentence({ErrorCode::ClassTooSmall, {"Fox", "1"}, {}}).contains(QStringLiteral("1 example.")));
    const QString tested = text::errorSentence({ErrorCode::ClassTooSmall, {"Fox", "6", "2"}, {}});
    QVERIFY2(tested.contains(QStringLiteral("only 4 examples to learn from; 2 more are kept for testing")), qPrintable(tested));
    const QString alone = text::errorSentence({ErrorCode::ClassTooSmall, {"Fox", "1", "0", "nothing-to-test"}, {}});
    QVERIFY2(alone.contains(QStringLiteral("1 example. A class needs at least two")), qPrintable(alone));
    QVERIFY2(!alone.contains(QStringLiteral("left out")), qPrintable(alone));
    const QString absent = text::errorSentence({ErrorCode::UnknownArm, {"chosen-layers", "not-compared"}, {}});
    QVERIFY2(absent.contains(QStringLiteral("chosen-layers does not take part")), qPrintable(absent));
    QVERIFY2(absent.contains(QStringLiteral("--arms")), qPrintable(absent));
    QVERIFY(text::errorSentence({ErrorCode::LabNewerVersion, {"/x/a.shotlab", "2.1"}, {}})
                .contains(QStringLiteral("newer Shotlab (2.1)")));
    // A path is named by its last part, also when a slash ends it.
    QVERIFY(
        text::errorSentence({ErrorCode::FolderEmpty, {"/home/somebody/pictures/"}, {}}).startsWith(QStringLiteral("“pictures”")));
    // A percent sign or a placeholder in a file name stays what it is.
    QVERIFY(text::errorSentence({ErrorCode::PictureTooLarge, {"/x/100%2.jpg", "70000", "3"}, {}})
                .contains(QStringLiteral("100%2.jpg")));
    const QString links = text::errorSentence({ErrorCode::NoZeroShotLink, {"a,b,c,d,e"}, {}});
    QVERIFY2(links.contains(QStringLiteral("“a”, “b”, “c” and 2 more")), qPrintable(links));
}

void TestErrorText::refusedFilesSayWhatTheyAre()
{
    QSet<QString> seen;
    for (const char *kind : {"html", "zip", "text", "empty", "picture", "state-dict", "not-a-file", "other"})
        seen.insert(text::errorText({ErrorCode::ModelNotAModel, {"/x/m.pt", kind}, {}}).what);
    QCOMPARE(seen.size(), 8);
    QSet<QString> unsafe;
    for (const char *kind : {"writes-file", "reads-file", "runs-on-load"})
        unsafe.insert(text::errorText({ErrorCode::ModelUnsafe, {"/x/m.pt", kind}, {}}).what);
    QCOMPARE(unsafe.size(), 3);
}

void TestErrorText::deadEnginesAreToldApart()
{
    const QString killed = text::errorSentence({ErrorCode::EngineDied, {"signal 9", "terminate called"}, "terminate called"});
    const QString crashed = text::errorSentence({ErrorCode::EngineDied, {"signal 11", "terminate called"}, "terminate called"});
    QVERIFY2(killed.contains(QStringLiteral("from outside")), qPrintable(killed));
    QVERIFY2(crashed.contains(QStringLiteral("stopped working")), qPrintable(crashed));
    for (const QString &sentence : {killed, crashed}) {
        QVERIFY(sentence.contains(QStringLiteral("all results so far are kept")));
        QVERIFY(!sentence.contains(QStringLiteral("terminate"))); // that is for the details
    }
}

void TestErrorText::failedDrawsSayHowMany()
{
    const Error reason {ErrorCode::RunDiverged, {"7"}, {}};
    QVERIFY(text::failedDrawsSentence(1, 1, reason).startsWith(QStringLiteral("Learning went astray at step 7")));
    QVERIFY(text::failedDrawsSentence(1, 3, reason).startsWith(QStringLiteral("1 of 3 draws failed. Learning went astray")));
    QVERIFY(text::failedDrawsSentence(2, 3, reason).startsWith(QStringLiteral("2 of 3 draws failed. Learning went astray")));
}

void TestErrorText::skippedPartsSayWhatAndWhy()
{
    ComparisonPlan plan;
    plan.arms = {Arm {ArmKind::ZeroShot, {}, {}}, Arm {ArmKind::LinearProbe, {}, {}}};
    const QString k = text::skippedSentence({std::nullopt, Shots(10), {ErrorCode::ClassTooSmall, {"Fox", "4"}, {}}}, plan);
    QCOMPARE(k, QStringLiteral("k = 10 is left out for every method. “Fox” has only 4 examples."));
    const QString arm = text::skippedSentence({0, std::nullopt, {ErrorCode::NoZeroShotLink, {"fox"}, {}}}, plan);
    QCOMPARE(arm, QStringLiteral("Zero-shot is left out. The model has no word for “fox”."));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_ErrorText.moc"
