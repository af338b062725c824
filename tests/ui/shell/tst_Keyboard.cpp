// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAccessible>
#include <QLabel>
#include <QTest>

#include "Desk.h"

using namespace shotlab;
using test::Desk;
using Page = shell::MainWindow::Page;

namespace
{

constexpr int kPatience = 160; // Tab presses; every page has fewer stops

/// Scroll areas hand their focus on, spin boxes and the like take it for their parts.
bool isTabStop(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr
        && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

QString nameOf(const QWidget *widget)
{
    return QStringLiteral("%1 %2 (%3)")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

/// What a screen reader says first.
QString spokenName(QWidget *widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

} // namespace

/// The whole main path without a mouse.
class TestKeyboard : public QObject
{
    Q_OBJECT

    static void show(Desk &desk)
    {
        desk.translation.choose(text::Language::English);
        desk.theme.setChoice(widgets::SchemeChoice::Light); // with it comes the focus ring
        desk.window.resize(1366, 768);
        desk.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTRY_VERIFY(desk.button("open-digits") != nullptr && desk.button("open-digits")->isVisible());
    }

    /// Presses Tab until the widget of this name has the focus, as somebody would who only hears the names.
    static bool tabTo(Desk &desk, const char *name)
    {
        for (int presses = 0; presses < kPatience; ++presses) {
            QTest::keyClick(&desk.window, Qt::Key_Tab);
            const QWidget *focused = QApplication::focusWidget();
            if (focused != nullptr && focused->objectName() == QLatin1String(name))
                return true;
        }
        return false;
    }

    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

private Q_SLOTS:
    void fromTheStartPageToTheResults()
    {
        Desk desk;
        show(desk);
        QVERIFY(tabTo(desk, "open-digits"));
        const auto *ring = desk.window.findChild<QWidget *>(QStringLiteral("focusRing"));
        QVERIFY(ring != nullptr && ring->isVisible()); // where one is can be seen
        press(Qt::Key_Space);
        QVERIFY(desk.commands.has("createFromSample digits"));

        desk.open(test::sampleLab());
        QCOMPARE(desk.window.page(), Page::Compare);
        QVERIFY(tabTo(desk, "primary"));
        press(Qt::Key_Space);
        QCOMPARE(desk.commands.count("startComparison"), 1);

        auto running = test::sampleComparison();
        running->state = runner::ComparisonState::Running;
        desk.workspace.takeComparison(running);
        QCOMPARE(desk.window.page(), Page::Workbench);
        QVERIFY(tabTo(desk, "pause"));
        press(Qt::Key_Space);
        QVERIFY(desk.commands.has("pause"));

        desk.workspace.takeComparison(test::sampleComparison());
        QVERIFY(tabTo(desk, "accuracyChart"));
        QWidget *chart = QApplication::focusWidget();
        QTRY_VERIFY(chart->accessibleDescription().contains(QStringLiteral("per class"))); // the values are there
        press(Qt::Key_Home);
        const QString first = chart->accessibleDescription();
        press(Qt::Key_Right);
        QVERIFY(chart->accessibleDescription() != first); // the cursor reads the values
        QVERIFY2(chart->accessibleDescription().contains(QStringLiteral("1 example per class")),
                 qPrintable(chart->accessibleDescription()));
        QVERIFY(tabTo(desk, "mixUps"));
    }

    void otherPagesByKeysAlone()
    {
        Desk desk;
        show(desk);
        desk.open(test::sampleLab());
        for (int step = 0; step < 3; ++step) {
            QTest::keySequence(&desk.window, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + step)));
            QCOMPARE(static_cast<int>(desk.window.page()), static_cast<int>(Page::Model) + step);
        }
        QTest::keySequence(&desk.window, QKeySequence(Qt::CTRL | Qt::Key_Comma));
        const auto *settings = desk.window.findChild<QWidget *>(QStringLiteral("settings"));
        QTRY_VERIFY(settings != nullptr && settings->isVisible());
    }

    void tabVisitsEveryControlAndEachSaysItsName_data()
    {
        QTest::addColumn<Page>("page");
        QTest::newRow("start") << Page::Start;
        QTest::newRow("model") << Page::Model;
        QTest::newRow("data") << Page::Data;
        QTest::newRow("compare") << Page::Compare;
        QTest::newRow("workbench") << Page::Workbench;
        QTest::newRow("try it") << Page::TryIt;
    }
    void tabVisitsEveryControlAndEachSaysItsName()
    {
        QFETCH(Page, page);
        Desk desk;
        show(desk);
        if (page != Page::Start) {
            desk.open(test::sampleLab());
            desk.workspace.takeComparison(test::sampleComparison());
        }
        desk.window.showPage(page);
        QTest::qWait(250);
        QSet<const QWidget *> visited;
        for (int presses = 0; presses < kPatience; ++presses) {
            QTest::keyClick(&desk.window, Qt::Key_Tab);
            QWidget *focused = QApplication::focusWidget();
            QVERIFY(focused != nullptr);
            QVERIFY2(!spokenName(focused).isEmpty(), qPrintable(nameOf(focused)));
            visited.insert(focused);
        }
        QVERIFY(visited.size() > 5);
        for (const QWidget *widget : desk.window.findChildren<QWidget *>()) {
            if (!isTabStop(widget) || widget->window() != &desk.window)
                continue;
            // Of alternatives side by side Tab visits the chosen one; arrow keys choose among them.
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (button != nullptr && button->isCheckable() && (button->autoExclusive() || button->group() != nullptr)
                && !button->isChecked())
                continue;
            QVERIFY2(visited.contains(widget), qPrintable(nameOf(widget)));
        }
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_Keyboard.moc"
