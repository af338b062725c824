// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>

#include "Desk.h"
#include "text/Sentences.h"

using namespace shotlab;
using test::Desk;
using text::Language;
using Page = shell::MainWindow::Page;

namespace
{

constexpr std::array kPages {Page::Start, Page::Model, Page::Data, Page::Compare, Page::Workbench, Page::TryIt};

/// Every word that is on the window or read out from it.
QStringList wordsOn(const QWidget &window)
{
    QStringList words;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            words << button->text();
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            words << edit->placeholderText();
        words << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
    }
    words.removeAll(QString());
    return words;
}

/// English words that were left over: names, file endings and what people type are no words of ours.
QStringList englishIn(QStringList words)
{
    static const QRegularExpression kNames(QStringLiteral(
        "Shotlab|TorchScript|JPEG|PNG|WebP|CSV|TSV|JSON Lines|\\btext\\b|\\.txt|image|label|ImageNet|EfficientNet-Lite0|GlyphNet|MiniLM-L6|Apache-2\\.0|GPL[-.0-9a-z]*|MIT|"
        "Language|English|Animals|\\bcat\\b|\\bdog\\b|\\bfox\\b|/[^ ]+|\\bname \\d+|\\w+\\.shotlab|\\S+\\.jpg|<[^>]*>"));
    static const QRegularExpression kEnglish(QStringLiteral("[A-Za-z]{3,}"));
    QStringList left;
    for (QString &word : words) {
        const QString shown = word;
        word.remove(kNames);
        if (word.contains(kEnglish))
            left << shown;
    }
    left.removeDuplicates();
    return left;
}

std::shared_ptr<runner::ComparisonView> comparisonWithAFinding()
{
    auto comparison = test::sampleComparison();
    Finding ahead;
    ahead.kind = FindingKind::Ahead;
    ahead.arms = {4, 2};
    ahead.shots = Shots(5);
    ahead.difference = {0.031, 0.012, 0.05};
    ahead.draws = 3;
    comparison->findings = {ahead};
    return comparison;
}

} // namespace

class TestLiveLanguage : public QObject
{
    Q_OBJECT

    static void fill(Desk &desk)
    {
        desk.translation.choose(Language::English);
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.open(test::sampleLab());
        desk.workspace.takeComparison(comparisonWithAFinding());
        QTRY_VERIFY(desk.button("open-digits") != nullptr);
    }

private Q_SLOTS:
    void everyPageSpeaksChinese()
    {
        Desk desk;
        fill(desk);
        desk.window.showPage(Page::Workbench);
        QTest::qWait(200);
        desk.translation.choose(Language::Chinese);
        QTRY_COMPARE(desk.button("suggestedCut")->text(), QStringLiteral("建议的分界线"));
        QCOMPARE(desk.window.page(), Page::Workbench); // where one was
        for (const Page page : kPages) {
            desk.window.showPage(page);
            QTest::qWait(200);
            const QStringList left = englishIn(wordsOn(desk.window));
            QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
        }
    }

    void findingsAndErrorsAreWordedAnew()
    {
        Desk desk;
        fill(desk);
        desk.window.showPage(Page::Data);
        Q_EMIT desk.workspace.importFailed({}, Error {ErrorCode::DiskFull, {}, {}});
        auto *typed = desk.window.findChild<QLineEdit *>(QStringLiteral("newClassName"));
        typed->setText(QStringLiteral("ow"));
        QVERIFY(wordsOn(desk.window).contains(QStringLiteral("The disk is full")));
        desk.translation.choose(Language::Chinese);
        QTRY_VERIFY(wordsOn(desk.window).contains(QStringLiteral("磁盘已满")));
        QVERIFY(desk.window.findChild<QWidget *>(QStringLiteral("dataTrouble"))->isVisible());
        QCOMPARE(desk.window.findChild<QLineEdit *>(QStringLiteral("newClassName"))->text(), QStringLiteral("ow"));
        const QString finding = text::findingSentence(comparisonWithAFinding()->findings.front(), comparisonWithAFinding()->comparison)
                                    .sentence;
        QCOMPARE(finding, QStringLiteral("使用每类 5 个样本时，全量微调领先于只训练最后一层 3.1 个百分点。"));
        const QStringList words = wordsOn(desk.window);
        QVERIFY(std::any_of(words.begin(), words.end(), [](const QString &word) { return word.contains(QStringLiteral("领先于")); }));
        desk.translation.choose(Language::English);
        QTRY_VERIFY(wordsOn(desk.window).contains(QStringLiteral("The disk is full")));
    }

    void theMenuSwitchesAtOnce()
    {
        Desk desk;
        fill(desk);
        auto *menu = desk.window.findChild<QMenu *>(QStringLiteral("languageMenu"));
        desk.button("language")->click();
        QTRY_VERIFY(menu->isVisible());
        const QList<QAction *> languages = menu->actions();
        QCOMPARE(languages.size(), 3);
        QCOMPARE(languages[2]->text(), QStringLiteral("简体中文"));
        QVERIFY(languages[1]->isChecked());
        languages[2]->trigger();
        menu->hide();
        QTRY_COMPARE(desk.translation.language(), Language::Chinese);
        QTRY_VERIFY(wordsOn(desk.window).contains(QStringLiteral("最近的实验")));
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1366") << QSize(1366, 768);
        QTest::newRow("1920") << QSize(1920, 1080);
    }
    void nothingIsCutOff()
    {
        QFETCH(QSize, size);
        Desk desk;
        fill(desk);
        desk.translation.choose(Language::Chinese);
        desk.window.resize(size);
        for (const Page page : kPages) {
            desk.window.showPage(page);
            QTest::qWait(200);
            QCOMPARE(desk.window.size(), size);
            for (const QAbstractButton *button : desk.window.findChildren<QAbstractButton *>()) {
                if (button->isVisible() && !button->text().isEmpty())
                    QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
            }
        }
    }
};

QTEST_MAIN(TestLiveLanguage)
#include "tst_LiveLanguage.moc"
