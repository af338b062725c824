// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include "widgets/Controls.h"
#include "widgets/FindingsPanel.h"
#include "widgets/Theme.h"

using namespace shotlab;
using namespace shotlab::widgets;

namespace
{

std::vector<text::FindingText> findings(int count)
{
    std::vector<text::FindingText> result;
    for (int i = 0; i < count; ++i)
        result.push_back({QStringLiteral("Finding %1 is ahead <by> 3 points.").arg(i), QStringLiteral("<by> 3 points"),
                          QStringLiteral("20 draws")});
    return result;
}

bool shows(const QWidget &panel, const QString &part)
{
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel) && label->text().contains(part))
            return true;
    }
    return false;
}

} // namespace

class TestFindingsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void invitesWhileEmpty();
    void threeAndThenAll();
    void sentencesAreNoMarkup();
    void scrollsWhereThereIsNoRoom();
};

void TestFindingsPanel::invitesWhileEmpty()
{
    FindingsPanel panel;
    panel.setEmptyText(QStringLiteral("Nothing yet."));
    QVERIFY(shows(panel, QStringLiteral("Nothing yet.")));
    QCOMPARE(panel.shown(), 0);
    panel.setFindings(findings(1));
    QVERIFY(!shows(panel, QStringLiteral("Nothing yet.")));
}

void TestFindingsPanel::threeAndThenAll()
{
    FindingsPanel panel;
    panel.setFindings(findings(7));
    QCOMPARE(panel.shown(), 3);
    auto *all = panel.findChild<Button *>();
    QCOMPARE(all->text(), QStringLiteral("All 7 findings"));
    QVERIFY(!shows(panel, QStringLiteral("Finding 6")));
    all->click();
    QCOMPARE(panel.shown(), 7);
    QVERIFY(shows(panel, QStringLiteral("Finding 6")));
    all->click();
    QCOMPARE(panel.shown(), 3);
    panel.setFindings(findings(3));
    QVERIFY(!all->isVisibleTo(&panel));
}

void TestFindingsPanel::sentencesAreNoMarkup()
{
    FindingsPanel panel;
    panel.setFindings(findings(1));
    // The emphasis is marked up, the text itself stays text.
    QVERIFY(shows(panel, QStringLiteral("font-weight:600\">&lt;by&gt; 3 points</span>")));
}

/// Given less height than it asks for, it cuts no sentence and leaves the way to the others whole.
void TestFindingsPanel::scrollsWhereThereIsNoRoom()
{
    FindingsPanel panel;
    panel.setFindings(findings(9));
    panel.findChild<Button *>()->click();
    QCOMPARE(panel.shown(), 9);
    panel.setFixedSize(284, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto *all = panel.findChild<Button *>();
    QTRY_VERIFY(panel.rect().contains(QRect(all->mapTo(&panel, QPoint(0, 0)), all->size())));
    QVERIFY(all->height() >= all->sizeHint().height());
    const auto *scroll = panel.findChild<QScrollArea *>();
    QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
    int lastWhole = 0;
    for (const QLabel *label : scroll->widget()->findChildren<QLabel *>()) {
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        const int end = label->mapTo(scroll->widget(), QPoint(0, label->height())).y();
        if (end <= scroll->viewport()->height())
            lastWhole = std::max(lastWhole, end);
    }
    QCOMPARE(scroll->viewport()->height(), lastWhole); // ends with a whole finding
    QVERIFY(panel.unusedHeight() > 0);
}

QTEST_MAIN(TestFindingsPanel)
#include "tst_FindingsPanel.moc"
