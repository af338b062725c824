// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "widgets/Controls.h"
#include "widgets/DropZone.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

class TestDropZone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void takesFolders();
    void takesPicturesFromOtherPrograms();
    void refusesText();
};

void TestDropZone::takesFolders()
{
    DropZone zone(Symbol::Upload, QStringLiteral("Use my own pictures"), QStringLiteral("Drop a folder here."));
    zone.setHotText(QStringLiteral("Drop to make a class of each folder"));
    QSignalSpy dropped(&zone, &DropZone::pathsDropped);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/Garden birds"))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&zone, &enter);
    QVERIFY(enter.isAccepted() && zone.isHot());
    const auto says = [&zone](const QString &text) {
        for (const QLabel *label : zone.findChildren<QLabel *>()) {
            if (label->text() == text)
                return true;
        }
        return false;
    };
    QVERIFY(says(QStringLiteral("Drop to make a class of each folder")));
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&zone, &drop);
    QVERIFY(!zone.isHot());
    QVERIFY(says(QStringLiteral("Drop a folder here.")));
    QCOMPARE(dropped.at(0).at(0).toStringList(), QStringList {QStringLiteral("/tmp/Garden birds")});
}

void TestDropZone::takesPicturesFromOtherPrograms()
{
    DropZone zone(Symbol::Upload, QStringLiteral("t"), QStringLiteral("x"));
    QSignalSpy dropped(&zone, &DropZone::pictureDropped);
    QMimeData mime;
    QImage picture(5, 4, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    mime.setImageData(picture);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&zone, &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&zone, &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(QImage::fromData(dropped.at(0).at(0).toByteArray()).size(), QSize(5, 4));
}

void TestDropZone::refusesText()
{
    DropZone zone(Symbol::Upload, QStringLiteral("t"), QStringLiteral("x"));
    QMimeData mime;
    mime.setText(QStringLiteral("words"));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    enter.setAccepted(false);
    QApplication::sendEvent(&zone, &enter);
    QVERIFY(!enter.isAccepted() && !zone.isHot());
}

QTEST_MAIN(TestDropZone)
#include "tst_DropZone.moc"
