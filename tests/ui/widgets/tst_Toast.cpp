// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QTest>

#include "widgets/Controls.h"
#include "widgets/Theme.h"
#include "widgets/Toast.h"

using namespace shotlab::widgets;

class TestToast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void undoIsOneClick();
    void keepsToTheLowerEdge();
    void aSentenceAlone();
};

void TestToast::undoIsOneClick()
{
    QWidget host;
    host.resize(800, 500);
    host.show();
    Toast toast(&host);
    QVERIFY(!toast.isVisible());
    QSignalSpy undone(&toast, &Toast::actionTriggered);
    toast.showMessage(QStringLiteral("“Fox” was removed"), QStringLiteral("Undo"));
    QVERIFY(toast.isVisible());
    QCOMPARE(toast.accessibleName(), QStringLiteral("“Fox” was removed"));
    toast.findChild<Button *>()->click();
    QCOMPARE(undone.count(), 1);
    QVERIFY(!toast.isVisible());
}

void TestToast::keepsToTheLowerEdge()
{
    QWidget host;
    host.resize(800, 500);
    host.show();
    Toast toast(&host);
    toast.showMessage(
        QStringLiteral(
            "A sentence that is a good deal longer than any window is wide, so that it has to give way at the end of the line."),
        QStringLiteral("Undo"));
    QVERIFY(host.rect().contains(toast.geometry()));
    host.resize(400, 300);
    QTRY_VERIFY(host.rect().contains(toast.geometry()));
    QCOMPARE(host.height() - toast.geometry().bottom() - 1, 20);
}

void TestToast::aSentenceAlone()
{
    QWidget host;
    host.resize(800, 500);
    host.show();
    Toast toast(&host);
    toast.showMessage(QStringLiteral("Copied"));
    QVERIFY(!toast.findChild<Button *>()->isVisible());
}

QTEST_MAIN(TestToast)
#include "tst_Toast.moc"
