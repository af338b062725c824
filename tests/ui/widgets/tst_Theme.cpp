// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "widgets/Card.h"
#include "widgets/Labels.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

namespace
{

double luminance(const QColor &c)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    return (std::max(luminance(a), luminance(b)) + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead();
    void thePaletteCarriesTheScheme();
    void labelsKeepTheirLook();
    void choosingAScheme();
    void cardsChangeKind();
};

void TestTheme::textCanBeRead()
{
    for (const Scheme scheme : allSchemes()) {
        const double least = scheme == Scheme::HighContrast ? 7 : 4.5; // WCAG 2.1 AAA, AA
        QCOMPARE(textContrast(scheme), least);
        const Tokens &t = tokens(scheme);
        for (const QColor &ground : {t.window, t.card, t.inner}) {
            for (const QColor &ink : {t.text, t.secondary, t.warning, t.error, t.ok, t.frozen, t.learning})
                QVERIFY2(contrast(ink, ground) >= least, qPrintable(ink.name() + QStringLiteral(" on ") + ground.name()));
        }
        QVERIFY(contrast(t.text, t.tint) >= least);
        QVERIFY(contrast(t.secondary, t.tint) >= least);
        QVERIFY(contrast(t.warning, t.warningTint) >= least);
        QVERIFY(contrast(t.onAccent, t.accent) >= least);
        QVERIFY(contrast(t.onBar, t.bar) >= least);
        QVERIFY(contrast(t.barLink, t.bar) >= least);
        QVERIFY(contrast(t.accent, t.card) >= least);
        QVERIFY(contrast(t.faint, t.card) >= (scheme == Scheme::HighContrast ? least : 3)); // hints only
        if (scheme == Scheme::HighContrast) {
            for (const QColor &edge : {t.controlLine, t.accent, t.errorLine, t.warning})
                QVERIFY(contrast(edge, t.card) >= 4.5);
        }
    }
}

void TestTheme::thePaletteCarriesTheScheme()
{
    applyScheme(*qApp, Scheme::Dark);
    QCOMPARE(currentScheme(), Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokens(Scheme::Dark).window);
    applyScheme(*qApp, Scheme::Light);
    QCOMPARE(currentScheme(), Scheme::Light);
}

void TestTheme::labelsKeepTheirLook()
{
    applyScheme(*qApp, Scheme::Light);
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    TextLabel *words = label(QStringLiteral("words"), TextSize::Body, Tone::Secondary);
    words->ensurePolished();
    words->setTone(Tone::Warning);
    words->setTextFont(font(TextSize::Secondary, QFont::DemiBold));
    layout->addWidget(words); // a change of parents brings back what the style saved
    page.show();
    QCOMPARE(words->palette().color(QPalette::WindowText), tokens(Scheme::Light).warning);
    QCOMPARE(words->font().weight(), QFont::DemiBold);
    applyScheme(*qApp, Scheme::Dark);
    QCOMPARE(words->palette().color(QPalette::WindowText), tokens(Scheme::Dark).warning);
    QCOMPARE(words->font().weight(), QFont::DemiBold);
    QCOMPARE(words->font().pointSizeF(), font(TextSize::Secondary).pointSizeF());
    applyScheme(*qApp, Scheme::Light);
}

void TestTheme::choosingAScheme()
{
    ThemeSwitch choice(*qApp);
    QSignalSpy changed(&choice, &ThemeSwitch::schemeChanged);
    choice.setChoice(SchemeChoice::Dark);
    QCOMPARE(choice.scheme(), Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    choice.setChoice(SchemeChoice::HighContrast);
    QCOMPARE(choice.scheme(), Scheme::HighContrast);
    QCOMPARE(currentTokens().edge, 2);
    choice.setChoice(SchemeChoice::Light);
    QCOMPARE(choice.scheme(), Scheme::Light);
    QCOMPARE(choice.choice(), SchemeChoice::Light);
}

void TestTheme::cardsChangeKind()
{
    Card card(QStringLiteral("Runs"));
    QCOMPARE(card.accessibleName(), QStringLiteral("Runs"));
    card.setKind(Card::Kind::Failed);
    QCOMPARE(card.kind(), Card::Kind::Failed);
    NoticeCard notice;
    notice.setNotice(NoticeCard::Mood::Error, QStringLiteral("It stopped."), QStringLiteral("Nothing is lost."));
    QCOMPARE(notice.kind(), Card::Kind::Failed);
    QCOMPARE(notice.accessibleDescription(), QStringLiteral("Nothing is lost."));
    notice.setNotice(NoticeCard::Mood::Info, QStringLiteral("By the way"), {});
    QCOMPARE(notice.kind(), Card::Kind::Tinted);
}

QTEST_MAIN(TestTheme)
#include "tst_Theme.moc"
