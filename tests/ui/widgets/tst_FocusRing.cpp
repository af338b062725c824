// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

#include "widgets/Controls.h"
#include "widgets/FocusRing.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

class TestFocusRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void followsTheKeyboardOnly();
    void goesWithItsTarget();
};

void TestFocusRing::followsTheKeyboardOnly()
{
    FocusRing *ring = FocusRing::install(*qApp);
    QCOMPARE(FocusRing::install(*qApp), ring); // one for the application
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *first = new Button(Button::Look::Plain, QStringLiteral("first"));
    auto *second = new Button(Button::Look::Plain, QStringLiteral("second"));
    auto *edit = new QLineEdit;
    layout->addWidget(first);
    layout->addWidget(second);
    layout->addWidget(edit);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    first->setFocus(Qt::MouseFocusReason);
    QVERIFY(!ring->target());
    QTest::keyClick(first, Qt::Key_Tab);
    QTRY_COMPARE(ring->target(), static_cast<QWidget *>(second));
    auto *drawn = page.findChild<QWidget *>(QStringLiteral("focusRing"));
    QVERIFY(drawn && drawn->isVisible());
    QCOMPARE(drawn->geometry(), second->geometry().adjusted(-4, -4, 4, 4)); // 2 px wide, 2 px away
    page.resize(page.width() + 50, page.height() + 50);
    QTRY_COMPARE(drawn->geometry(), second->geometry().adjusted(-4, -4, 4, 4));
    QTest::keyClick(second, Qt::Key_Tab); // a line edit shows its own
    QTRY_VERIFY(!ring->target());
    QVERIFY(!drawn->isVisible());
}

void TestFocusRing::goesWithItsTarget()
{
    FocusRing *ring = FocusRing::install(*qApp);
    auto page = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(page.get());
    auto *button = new Button(Button::Look::Plain, QStringLiteral("only"));
    layout->addWidget(button);
    page->show();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    button->clearFocus(); // the window gave it focus, but not by keyboard
    button->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(ring->target(), static_cast<QWidget *>(button));
    page.reset();
    QVERIFY(!ring->target());
}

QTEST_MAIN(TestFocusRing)
#include "tst_FocusRing.moc"
