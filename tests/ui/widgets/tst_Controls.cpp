// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLayout>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/Theme.h"

using namespace shotlab;
using namespace shotlab::widgets;

class TestControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void buttonsHaveRoomForTheirText();
    void segmentsByKeyAndPointer();
    void chipsAndSwitchesToggle();
    void explanationOpensAndCloses();
    void elidedLabelShrinks();
};

void TestControls::buttonsHaveRoomForTheirText()
{
    for (const Button::Look look :
         {Button::Look::Primary, Button::Look::Plain, Button::Look::Small, Button::Look::SmallPrimary, Button::Look::Link}) {
        Button plain(look, QStringLiteral("Run comparison"));
        Button withSymbol(look, Symbol::Run, QStringLiteral("Run comparison"));
        QVERIFY(plain.sizeHint().width() >= plain.fontMetrics().horizontalAdvance(plain.text()));
        QVERIFY(withSymbol.sizeHint().width() > plain.sizeHint().width());
        QCOMPARE(plain.minimumSizeHint(), plain.sizeHint());
        QMenu menu;
        plain.setMenu(&menu);
        QVERIFY(plain.sizeHint().width() > Button(look, plain.text()).sizeHint().width()); // for the chevron
    }
    Button quiet(Button::Look::Quiet, Symbol::Moon, {});
    quiet.setHint(QStringLiteral("Dark"));
    QCOMPARE(quiet.accessibleName(), QStringLiteral("Dark"));
    QCOMPARE(quiet.toolTip(), QStringLiteral("Dark"));
}

void TestControls::segmentsByKeyAndPointer()
{
    SegmentedControl control({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    control.show();
    QVERIFY(QTest::qWaitForWindowExposed(&control));
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    QCOMPARE(control.currentIndex(), 0);
    QTest::mouseClick(control.segment(1), Qt::LeftButton);
    QCOMPARE(control.currentIndex(), 1);
    QTest::keyClick(control.segment(1), Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 2);
    QCOMPARE(changed.count(), 2);
    control.setCurrentIndex(0); // by the program: no signal
    QCOMPARE(control.currentIndex(), 0);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(control.segment(2)->accessibleName(), QStringLiteral("C"));
}

void TestControls::chipsAndSwitchesToggle()
{
    Chip chip(QStringLiteral("5"));
    Switch toggle;
    for (QAbstractButton *button : {static_cast<QAbstractButton *>(&chip), static_cast<QAbstractButton *>(&toggle)}) {
        button->resize(button->sizeHint());
        QVERIFY(!button->isChecked());
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(button->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isChecked());
        QVERIFY(!button->grab().isNull());
    }
    QCOMPARE(chip.accessibleName(), QStringLiteral("5"));
}

void TestControls::explanationOpensAndCloses()
{
    QWidget page;
    ExplainedLabel word(text::Term::Draw, &page);
    page.resize(300, 100);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCOMPARE(word.accessibleDescription(), text::termExplanation(text::Term::Draw));
    QTest::keyClick(&word, Qt::Key_Space);
    QWidget *popover = QApplication::activePopupWidget();
    QVERIFY(popover);
    QCOMPARE(popover->objectName(), QStringLiteral("explanation"));
    QVERIFY(popover->height() >= popover->layout()->heightForWidth(popover->width()));
    QTest::keyClick(popover, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QTest::mouseClick(&word, Qt::LeftButton);
    QVERIFY(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
}

void TestControls::elidedLabelShrinks()
{
    ElidedLabel label(QStringLiteral("a sentence that is a good deal longer than its place"));
    QVERIFY(label.minimumSizeHint().width() < 40);
    QVERIFY(label.sizeHint().width() > 100);
    label.resize(60, 20);
    QVERIFY(!label.grab().isNull());
}

QTEST_MAIN(TestControls)
#include "tst_Controls.moc"
