// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QClipboard>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QUrl>

#include "widgets/ClassBin.h"
#include "widgets/Controls.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

namespace
{

std::unique_ptr<QMimeData> files(const QStringList &paths)
{
    auto mime = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    mime->setUrls(urls);
    return mime;
}

bool enter(QWidget *target, const QMimeData *mime)
{
    QDragEnterEvent event(QPoint(10, 10), Qt::CopyAction | Qt::MoveAction, mime, Qt::LeftButton, Qt::NoModifier);
    event.setAccepted(false);
    QApplication::sendEvent(target, &event);
    return event.isAccepted();
}

void drop(QWidget *target, const QMimeData *mime)
{
    QDropEvent event(QPointF(10, 10), Qt::CopyAction | Qt::MoveAction, mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

} // namespace

class TestClassBin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void filesAreDropped();
    void examplesAreMoved();
    void strangeThingsAreRefused();
    void leavingCoolsDown();
    void readOnlyTakesNothing();
    void renamedInPlace();
    void longNamesEndInDots();
    void pastedPictures();
    void sentencesAreTypedPastedAndDropped();
    void emptyBinOffersTheFirstStep();
    void countsAndWarning();
    void thumbnailsLeaveRoomForTheRest();
};

void TestClassBin::filesAreDropped()
{
    ClassBin bin;
    bin.setName(QStringLiteral("Fox"));
    QSignalSpy dropped(&bin, &ClassBin::filesDropped);
    const QStringList paths {QStringLiteral("/tmp/a b.jpg"), QStringLiteral("/tmp/füchse/ü.png")};
    const auto mime = files(paths);
    QVERIFY(enter(&bin, mime.get()));
    QVERIFY(bin.isHot());
    QCOMPARE(bin.dropHint(), QStringLiteral("Drop to add 2 files to Fox"));
    drop(&bin, mime.get());
    QVERIFY(!bin.isHot());
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.at(0).at(0).toStringList(), paths);
}

void TestClassBin::examplesAreMoved()
{
    ClassBin bin;
    bin.setName(QStringLiteral("Owl"));
    QSignalSpy moved(&bin, &ClassBin::examplesDropped);
    QSignalSpy dropped(&bin, &ClassBin::filesDropped);
    const std::unique_ptr<QMimeData> mime(examplesMime({7, 12}));
    QVERIFY(enter(&bin, mime.get()));
    QCOMPARE(bin.dropHint(), QStringLiteral("Drop to move 2 pictures to Owl"));
    drop(&bin, mime.get());
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved.at(0).at(0).value<std::vector<qint64>>(), (std::vector<qint64> {7, 12}));
    QCOMPARE(dropped.count(), 0);
}

void TestClassBin::strangeThingsAreRefused()
{
    ClassBin bin;
    QMimeData text;
    text.setText(QStringLiteral("hello"));
    QVERIFY(!enter(&bin, &text));
    QVERIFY(!bin.isHot());
    QMimeData remote;
    remote.setUrls({QUrl(QStringLiteral("https://example.org/fox.jpg"))});
    QVERIFY(!enter(&bin, &remote));
    QMimeData broken;
    broken.setData(QLatin1String(kExamplesMime), "xx");
    QVERIFY(!enter(&bin, &broken));
}

void TestClassBin::leavingCoolsDown()
{
    ClassBin bin;
    const auto mime = files({QStringLiteral("/tmp/a.jpg")});
    enter(&bin, mime.get());
    QDragLeaveEvent leave;
    QApplication::sendEvent(&bin, &leave);
    QVERIFY(!bin.isHot());
}

void TestClassBin::readOnlyTakesNothing()
{
    ClassBin bin;
    bin.setName(QStringLiteral("Fox"));
    bin.setReadOnly(true);
    QVERIFY(!bin.acceptDrops());
    QSignalSpy removed(&bin, &ClassBin::removeRequested);
    QTest::keyClick(&bin, Qt::Key_Delete);
    QCOMPARE(removed.count(), 0);
    bin.setReadOnly(false);
    QTest::keyClick(&bin, Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
}

void TestClassBin::renamedInPlace()
{
    ClassBin bin;
    bin.setName(QStringLiteral("Fox"));
    QSignalSpy renamed(&bin, &ClassBin::renamed);
    auto *edit = bin.findChild<QLineEdit *>();
    edit->setText(QStringLiteral("  Red fox "));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(renamed.at(0).at(0).toString(), QStringLiteral("Red fox"));
    QCOMPARE(bin.name(), QStringLiteral("Red fox"));
    edit->setText(QStringLiteral("   "));
    QTest::keyClick(edit, Qt::Key_Return); // a class has a name
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(edit->text(), QStringLiteral("Red fox"));
    QVERIFY(bin.accessibleName().contains(QStringLiteral("Red fox")));
}

void TestClassBin::pastedPictures()
{
    ClassBin bin;
    QSignalSpy pasted(&bin, &ClassBin::pictureDropped);
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    QTest::keySequence(&bin, QKeySequence::Paste);
    QCOMPARE(pasted.count(), 1);
    QCOMPARE(QImage::fromData(pasted.at(0).at(0).toByteArray()).size(), QSize(8, 8));
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(&bin, QKeySequence::Paste);
    QCOMPARE(pasted.count(), 1);
}

void TestClassBin::emptyBinOffersTheFirstStep()
{
    ClassBin bin;
    QSignalSpy choose(&bin, &ClassBin::chooseRequested);
    auto *button = bin.findChild<Button *>();
    QVERIFY(button->isVisibleTo(&bin));
    button->click();
    QCOMPARE(choose.count(), 1);
    bin.setCounts(3, 1);
    QVERIFY(!button->isVisibleTo(&bin));
}

void TestClassBin::countsAndWarning()
{
    ClassBin bin;
    bin.setName(QStringLiteral("Open cluster"));
    bin.setCounts(9, 20);
    QVERIFY(bin.accessibleDescription().contains(QStringLiteral("29 pictures")));
    QVERIFY(bin.accessibleDescription().contains(QStringLiteral("20 locked for testing")));
    bin.setNote(QStringLiteral("k = 10 is out of reach"));
    QVERIFY(bin.accessibleDescription().contains(QStringLiteral("out of reach")));
}

void TestClassBin::thumbnailsLeaveRoomForTheRest()
{
    ThumbnailStrip strip;
    strip.setSide(50);
    strip.setMaximumShown(4);
    strip.setThumbnails(std::vector<Thumbnail>(8, Thumbnail {1, QImage(10, 10, QImage::Format_RGB32)}));
    strip.resize(300, 50);
    QCOMPARE(strip.shown(), 4);
    strip.resize(170, 50); // three squares: two pictures and "+6"
    QCOMPARE(strip.shown(), 2);
    QSignalSpy activated(&strip, &ThumbnailStrip::activated);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(25, 25));
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(137, 25));
    QCOMPARE(activated.count(), 2);
    QCOMPARE(activated.at(0).at(0).toLongLong(), 1);
    QCOMPARE(activated.at(1).at(0).toLongLong(), 0); // the rest
}

void TestClassBin::sentencesAreTypedPastedAndDropped()
{
    ClassBin bin;
    bin.setName(QStringLiteral("Owl"));
    bin.setModality(shotlab::Modality::Text);
    bin.setCounts(8, 4);
    bin.setSentences({{1, QStringLiteral("Hoo?\nHoo!")}, {2, {}}});
    bin.show();
    QSignalSpy entered(&bin, &ClassBin::linesEntered);
    QGuiApplication::clipboard()->setText(QStringLiteral("one\ntwo\n"));
    QTest::keyClick(&bin, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(entered.takeFirst()[0].toString(), QStringLiteral("one\ntwo\n"));
    auto *entry = bin.findChild<QLineEdit *>(QStringLiteral("sentenceEntry"));
    QVERIFY(entry->isVisible());
    QTest::keyClick(entry, Qt::Key_V, Qt::ControlModifier); // several lines are taken at once
    QCOMPARE(entered.takeFirst()[0].toString(), QStringLiteral("one\ntwo"));
    QMimeData text;
    text.setText(QStringLiteral("three"));
    QVERIFY(enter(&bin, &text));
    QVERIFY(bin.dropHint().contains(QStringLiteral("Owl")));
    drop(&bin, &text);
    QCOMPARE(entered.takeFirst()[0].toString(), QStringLiteral("three"));
    bin.setCompact(true);
    QVERIFY(!entry->isVisible());
    bin.setModality(shotlab::Modality::Picture);
    QVERIFY(!enter(&bin, &text));
}

/// Not in the middle of a letter, and the whole name is the tool tip.
void TestClassBin::longNamesEndInDots()
{
    ClassBin bin;
    bin.resize(240, 140);
    bin.setName(QStringLiteral("Interacting spiral galaxies with long tidal tails"));
    bin.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bin));
    auto *edit = bin.findChild<QLineEdit *>();
    QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), edit->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(edit, &help);
    QCOMPARE(QToolTip::text(), QStringLiteral("Interacting spiral galaxies with long tidal tails"));
    const QImage shortened = edit->grab().toImage();
    edit->setFocus();
    QTRY_VERIFY(edit->grab().toImage() != shortened); // being edited it is whole, and scrolls
    QToolTip::hideText();
}

QTEST_MAIN(TestClassBin)
#include "tst_ClassBin.moc"
