// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "text/Language.h"
#include "text/Sentences.h"

using namespace shotlab;
using text::Language;

namespace
{

struct Message {
    QString context, source, translation, type;

    [[nodiscard]] QString where() const { return QStringLiteral("%1: \"%2\" → \"%3\"").arg(context, source, translation); }
};

std::vector<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            messages.push_back({context, xml.readElementText(), {}, {}});
        else if (xml.name() == QLatin1String("translation")) {
            messages.back().type = xml.attributes().value(QLatin1String("type")).toString();
            messages.back().translation = xml.readElementText();
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression kPlaceholder(QStringLiteral("%L?[0-9]"));
    QStringList found;
    for (auto match = kPlaceholder.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

bool hasChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySentenceIsTranslated();
    void placeholdersStay();
    void theWordsOfTheTable_data();
    void theWordsOfTheTable();
    void switchingBackAndForth();
    void numbersAndDates();
    void classesHaveTheirNameInTheLanguage();
    void sentencesJoinAsTheLanguageDoes();
    void errorsSpeakChinese();

private:
    QTemporaryDir m_folder;
    std::vector<Message> m_messages;
};

void TestTranslation::initTestCase()
{
    const QString copy = m_folder.filePath(QStringLiteral("shotlab_zh_CN.ts"));
    QVERIFY(QFile::copy(QStringLiteral(SHOTLAB_SOURCE "/resources/translations/shotlab_zh_CN.ts"), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(SHOTLAB_SOURCE));
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(SHOTLAB_LUPDATE),
                  {QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("ui"), QStringLiteral("app"),
                   QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    // It then looks a sentence up under another name than the program does, and the translation is never found.
    const QString said = QString::fromUtf8(lupdate.readAll());
    QVERIFY2(!said.contains(QLatin1String("Qualifying with unknown")), qPrintable(said));
    m_messages = messagesIn(copy);
    QVERIFY(m_messages.size() > 500);
}

void TestTranslation::everySentenceIsTranslated()
{
    QStringList faults;
    for (const Message &message : m_messages) {
        if (!message.type.isEmpty() || message.translation.trimmed().isEmpty())
            faults.append(message.where() + QStringLiteral(" (") + message.type + QLatin1Char(')'));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("run tools/translations.sh, then word\n") + faults.join(QLatin1Char('\n'))));
}

void TestTranslation::placeholdersStay()
{
    for (const Message &message : m_messages)
        QVERIFY2(placeholders(message.source) == placeholders(message.translation), qPrintable(message.where()));
}

void TestTranslation::theWordsOfTheTable_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("word");
    text::Translation translation;
    translation.choose(Language::Chinese);
    using text::Term;
    QTest::newRow("model") << text::termTitle(Term::TrainedModel) << QStringLiteral("预训练模型");
    QTest::newRow("frozen") << text::termTitle(Term::Frozen) << QStringLiteral("冻结");
    QTest::newRow("learning") << text::termTitle(Term::Learning) << QStringLiteral("学习");
    QTest::newRow("k") << text::termTitle(Term::ExamplesPerClass) << QStringLiteral("每类样本数（k）");
    QTest::newRow("few-shot") << text::termTitle(Term::FewShot) << QStringLiteral("单样本、少样本");
    QTest::newRow("test set") << text::termTitle(Term::TestSet) << QStringLiteral("测试集");
    QTest::newRow("draw") << text::termTitle(Term::Draw) << QStringLiteral("抽样");
    QTest::newRow("range") << text::termTitle(Term::Range) << QStringLiteral("置信区间");
    QTest::newRow("mix-ups") << text::termTitle(Term::MixUps) << QStringLiteral("混淆");
    QTest::newRow("zero-shot") << text::armTitle(ArmKind::ZeroShot) << QStringLiteral("零样本");
    QTest::newRow("prototypes") << text::armTitle(ArmKind::Prototypes) << QStringLiteral("原型");
    QTest::newRow("nearest") << text::armTitle(ArmKind::NearestNeighbour) << QStringLiteral("最近邻");
    QTest::newRow("probe") << text::armTitle(ArmKind::LinearProbe) << QStringLiteral("只训练最后一层");
    QTest::newRow("chosen") << text::armTitle(ArmKind::ChosenLayers) << QStringLiteral("微调所选层");
    QTest::newRow("full") << text::armTitle(ArmKind::FullFineTuning) << QStringLiteral("全量微调");
    QTest::newRow("scratch") << text::armTitle(ArmKind::FromScratch) << QStringLiteral("从零训练");
}

void TestTranslation::theWordsOfTheTable()
{
    QFETCH(QString, shown);
    QFETCH(QString, word);
    QCOMPARE(shown, word);
}

void TestTranslation::switchingBackAndForth()
{
    text::Translation translation;
    translation.choose(Language::English);
    QCOMPARE(text::armTitle(ArmKind::FullFineTuning), QStringLiteral("Full fine-tuning"));
    translation.choose(Language::Chinese);
    QCOMPARE(text::armTitle(ArmKind::FullFineTuning), QStringLiteral("全量微调"));
    QCOMPARE(text::languageFromCode(text::languageCode(Language::Chinese)), Language::Chinese);
    QVERIFY(!text::languageFromCode(QStringLiteral("system")));
    for (const text::Term term : text::allTerms())
        QVERIFY(hasChinese(text::termTitle(term)) && hasChinese(text::termExplanation(term)));
    translation.choose(Language::English);
    QCOMPARE(text::armTitle(ArmKind::FullFineTuning), QStringLiteral("Full fine-tuning"));
}

void TestTranslation::numbersAndDates()
{
    text::Translation translation;
    translation.choose(Language::Chinese);
    QCOMPARE(text::numberText(12345), QStringLiteral("12,345"));
    QCOMPARE(text::picturesText(1), QStringLiteral("1 张图片"));
    QCOMPARE(text::picturesText(1240), QStringLiteral("1,240 张图片"));
    QCOMPARE(text::weightsText(4652008), QStringLiteral("465\u00a0万"));
    QCOMPARE(text::weightsText(12810), QStringLiteral("1.3\u00a0万"));
    QCOMPARE(text::weightsText(928), QStringLiteral("928"));
    QCOMPARE(text::weightsText(250'000'000), QStringLiteral("2.5\u00a0亿"));
    const QDateTime now(QDate(2026, 11, 20), QTime(9, 5));
    QCOMPARE(text::momentText(QDateTime(QDate(2026, 11, 18), QTime(8, 0)), now), QStringLiteral("11 月 18 日"));
    QCOMPARE(text::momentText(QDateTime(QDate(2025, 11, 18), QTime(8, 0)), now), QStringLiteral("2025 年 11 月 18 日"));
    QVERIFY(text::aboutDurationText(20).startsWith(QStringLiteral("约 20")));
}

void TestTranslation::classesHaveTheirNameInTheLanguage()
{
    LabClass owl;
    owl.name = "owl";
    owl.display["zh_CN"] = "猫头鹰";
    LabClass fox;
    fox.name = "fox";
    fox.display["zh"] = "狐狸";
    LabClass crane;
    crane.name = "crane";
    text::Translation translation;
    translation.choose(Language::Chinese);
    QCOMPARE(text::classTitle(owl), QStringLiteral("猫头鹰"));
    QCOMPARE(text::classTitle(fox), QStringLiteral("狐狸"));
    QCOMPARE(text::classTitle(crane), QStringLiteral("crane"));
    translation.choose(Language::English);
    QCOMPARE(text::classTitle(owl), QStringLiteral("owl"));
}

void TestTranslation::sentencesJoinAsTheLanguageDoes()
{
    text::Translation translation;
    translation.choose(Language::English);
    QCOMPARE(text::sentencesText({QStringLiteral("One."), {}, QStringLiteral("Two.")}), QStringLiteral("One. Two."));
    QCOMPARE(text::listText({QStringLiteral("fox"), QStringLiteral("owl")}), QStringLiteral("fox, owl"));
    QCOMPARE(text::withoutFullStop(QStringLiteral("Done.")), QStringLiteral("Done"));
    translation.choose(Language::Chinese);
    QCOMPARE(text::sentencesText({QStringLiteral("一。"), QStringLiteral("二。")}), QStringLiteral("一。二。"));
    QCOMPARE(text::listText({QStringLiteral("狐狸"), QStringLiteral("鹤"), QStringLiteral("鸦")}), QStringLiteral("狐狸、鹤、鸦"));
    QCOMPARE(text::withoutFullStop(QStringLiteral("好了。")), QStringLiteral("好了"));
}

void TestTranslation::errorsSpeakChinese()
{
    text::Translation translation;
    translation.choose(Language::Chinese);
    const QString sentence = text::errorSentence(Error {ErrorCode::LabNotFound, {"/home/x/birds.shotlab"}, {}});
    QVERIFY2(sentence.startsWith(QStringLiteral("找不到“birds.shotlab”。")), qPrintable(sentence));
    QVERIFY(!sentence.contains(QLatin1Char(' ')) || !sentence.contains(QStringLiteral("。 ")));
}

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_Translation.moc"
