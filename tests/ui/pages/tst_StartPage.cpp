// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "models/RecentLabsModel.h"
#include "models/SampleListModel.h"
#include "pages/StartPage.h"

using namespace shotlab;
using pages::StartPage;

class TestStartPage : public QObject
{
    Q_OBJECT

    static void fill(models::SampleListModel &samples)
    {
        samples.setSamples({{QStringLiteral("digits"), 10, 3000, {}}, {QStringLiteral("clothes"), 10, 4000, {}}});
    }

private Q_SLOTS:
    void oneClickOpensASample()
    {
        const QTemporaryDir folder;
        models::SampleListModel samples;
        models::RecentLabsModel recent(folder.filePath(QStringLiteral("recent.ini")));
        StartPage page(&samples, &recent);
        const QSignalSpy wanted(&page, &StartPage::sampleRequested);
        fill(samples);
        auto *open = page.findChild<QAbstractButton *>(QStringLiteral("open-clothes"));
        QVERIFY(open != nullptr);
        QVERIFY(!open->accessibleName().isEmpty());
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("clothes"));
        page.setOpening(QStringLiteral("clothes"));
        QVERIFY(!open->isEnabled());
        page.setOpened();
        QVERIFY(open->isEnabled());
    }

    void recentLabsOpenWithOneClick()
    {
        const QTemporaryDir folder;
        QFile lab(folder.filePath(QStringLiteral("A.shotlab")));
        QVERIFY(lab.open(QIODevice::WriteOnly));
        models::SampleListModel samples;
        models::RecentLabsModel recent(folder.filePath(QStringLiteral("recent.ini")));
        StartPage page(&samples, &recent);
        page.resize(1366, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QSignalSpy wanted(&page, &StartPage::labRequested);
        recent.note({lab.fileName(), QStringLiteral("A"), QDateTime::currentDateTime(), QStringLiteral("Finding"), {}});
        auto *row = page.findChild<QAbstractButton *>(QStringLiteral("recent-0"));
        QVERIFY(row != nullptr);
        QTRY_COMPARE(row->visibleRegion().boundingRect(), row->rect()); // the list has grown with it
        row->click();
        QCOMPARE(wanted.takeFirst().first().toString(), lab.fileName());
    }

    void aDroppedFolderIsWanted()
    {
        const QTemporaryDir folder;
        models::SampleListModel samples;
        models::RecentLabsModel recent(folder.filePath(QStringLiteral("recent.ini")));
        StartPage page(&samples, &recent);
        QSignalSpy wanted(&page, &StartPage::dataRequested);
        auto *zone = page.findChild<QWidget *>(QStringLiteral("ownData"));
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(folder.path())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(zone, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(zone, &drop);
        QCOMPARE(wanted.takeFirst().first().toStringList(), QStringList {folder.path()});
    }

    void troubleStandsOnThePage()
    {
        const QTemporaryDir folder;
        models::SampleListModel samples;
        models::RecentLabsModel recent(folder.filePath(QStringLiteral("recent.ini")));
        StartPage page(&samples, &recent);
        auto *notice = page.findChild<QWidget *>(QStringLiteral("startTrouble"));
        QVERIFY(notice->isHidden());
        page.showTrouble(Error {ErrorCode::LabNotALab, {"/tmp/a.txt"}, {}});
        QVERIFY(!notice->isHidden());
        QVERIFY(!notice->accessibleName().isEmpty());
        QVERIFY(page.findChild<QWidget *>(QStringLiteral("rescueLab"))->isHidden());
        page.setOpening(QStringLiteral("digits"));
        QVERIFY(notice->isHidden());
    }

    void aDamagedLabCanBeRescued()
    {
        const QTemporaryDir folder;
        models::SampleListModel samples;
        models::RecentLabsModel recent(folder.filePath(QStringLiteral("recent.ini")));
        StartPage page(&samples, &recent);
        QSignalSpy wanted(&page, &StartPage::rescueRequested);
        page.showTrouble(Error {ErrorCode::LabDamaged, {"/tmp/a.shotlab"}, {}});
        auto *rescue = page.findChild<QAbstractButton *>(QStringLiteral("rescueLab"));
        QVERIFY(!rescue->isHidden());
        rescue->click();
        QCOMPARE(wanted.takeFirst().first().toString(), QStringLiteral("/tmp/a.shotlab"));
        page.showTrouble(Error {ErrorCode::LabNotFound, {"/tmp/a.shotlab"}, {}});
        QVERIFY(rescue->isHidden());
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_StartPage.moc"
