// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QApplication>
#include <QBuffer>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "Desk.h"
#include "widgets/Stepper.h"

using namespace shotlab;
using shell::MainWindow;
using test::Desk;
using Page = MainWindow::Page;

class TestMainWindow : public QObject
{
    Q_OBJECT

    static void dropOn(QWidget &widget, const QMimeData &mime)
    {
        QDragEnterEvent enter(QPoint(40, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &enter);
        QDropEvent drop(QPointF(40, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &drop);
    }

private Q_SLOTS:
    void twoActionsToAComparison()
    {
        Desk desk;
        desk.window.show();
        QTRY_VERIFY(desk.button("open-digits") != nullptr);
        QTest::mouseClick(desk.button("open-digits"), Qt::LeftButton);
        QVERIFY(desk.commands.has("createFromSample digits"));
        desk.open(test::sampleLab());
        QCOMPARE(desk.window.page(), Page::Compare);
        QTest::mouseClick(desk.button("primary"), Qt::LeftButton);
        QCOMPARE(desk.commands.count("startComparison"), 1);
        auto running = test::sampleComparison();
        running->state = runner::ComparisonState::Running;
        desk.workspace.takeComparison(running);
        QCOMPARE(desk.window.page(), Page::Workbench);
        QTest::mouseClick(desk.button("primary"), Qt::LeftButton);
        QVERIFY(desk.commands.has("cancelComparison"));
    }

    void stepsLeadFromPageToPage()
    {
        Desk desk;
        desk.open(test::sampleLab());
        desk.window.showPage(Page::Model);
        desk.button("primary")->click();
        QCOMPARE(desk.window.page(), Page::Data);
        desk.button("primary")->click();
        QCOMPARE(desk.window.page(), Page::Compare);
        auto *stepper = desk.window.findChild<widgets::Stepper *>();
        QVERIFY(!stepper->button(3)->isEnabled()); // no results yet
        desk.workspace.takeComparison(test::sampleComparison());
        QVERIFY(stepper->button(3)->isEnabled());
        stepper->button(3)->click();
        QCOMPARE(desk.window.page(), Page::Workbench);
    }

    void nothingInTheTopBarLiesUnderTheStepper_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1024, 1366})
            QTest::addRow("%d", width) << width;
    }

    void nothingInTheTopBarLiesUnderTheStepper()
    {
        QFETCH(int, width);
        Desk desk;
        auto lab = test::sampleLab();
        lab->info.title = "Animals of the woods behind the house";
        desk.open(lab);
        desk.window.show();
        desk.window.resize(width, 700);
        QTRY_COMPARE(desk.window.width(), width);
        auto *stepper = desk.window.findChild<widgets::Stepper *>();
        QVERIFY(stepper->isVisible());
        QCOMPARE(stepper->isShort(), width < 1100);
        const QObjectList others = stepper->parent()->children();
        for (QObject *other : others) {
            const auto *widget = qobject_cast<QWidget *>(other);
            if (widget != nullptr && widget != stepper && widget->isVisible() && !widget->isWindow())
                QVERIFY2(!widget->geometry().intersects(stepper->geometry()), qPrintable(widget->objectName()));
        }
    }

    void aLabWithResultsOpensAsWorkbench()
    {
        Desk desk;
        auto lab = test::sampleLab();
        lab->comparisons = {ComparisonId {4}};
        desk.open(lab);
        QCOMPARE(desk.window.page(), Page::Workbench);
        QVERIFY(desk.commands.has("showComparison 4"));
    }

    void whatIfRunsOnlyWhatIsNew()
    {
        Desk desk;
        desk.open(test::sampleLab());
        desk.workspace.takeComparison(test::sampleComparison());
        desk.window.showPage(Page::Workbench);
        desk.workspace.draft().setLayers(LayerMap {{"summary"}});
        QVERIFY(desk.button("primary")->text().startsWith(QStringLiteral("Run comparison")));
        desk.button("primary")->click();
        QCOMPARE(desk.commands.lastPlan.arms.size(), test::samplePlan().arms.size() + 1);
    }

    void theButtonSaysHowLong()
    {
        Desk desk;
        desk.open(test::sampleLab());
        QTRY_VERIFY(desk.commands.lastToken > 0);
        runner::PlanEstimate estimate;
        estimate.seconds = 20;
        desk.workspace.takeEstimate(desk.commands.lastToken, estimate);
        desk.window.showPage(Page::Compare);
        QVERIFY(desk.button("primary")->text().contains(QStringLiteral("20")));
    }

    void aBadLabLeavesASentenceOnTheStartPage()
    {
        Desk desk;
        desk.window.openPath(QStringLiteral("/tmp/notes.shotlab"));
        QVERIFY(desk.commands.has("openLab /tmp/notes.shotlab"));
        desk.window.labFailed(QStringLiteral("/tmp/notes.shotlab"), Error {ErrorCode::LabNotALab, {"/tmp/notes.shotlab"}, {}});
        QCOMPARE(desk.window.page(), Page::Start);
        QVERIFY(!desk.window.findChild<QWidget *>(QStringLiteral("startTrouble"))->isHidden());
    }

    void aDamagedLabIsRescuedWithAClick()
    {
        Desk desk;
        const QString path = QStringLiteral("/tmp/broken.shotlab");
        desk.window.openPath(path);
        desk.window.labFailed(path, Error {ErrorCode::LabDamaged, {path.toStdString()}, {}});
        desk.button("rescueLab")->click();
        QVERIFY(desk.commands.has("rescueLab /tmp/broken.shotlab"));
        desk.open(test::sampleLab());
        const auto *toast = desk.window.findChild<QWidget *>(QStringLiteral("toast"));
        QVERIFY(!toast->isHidden());
        QVERIFY(toast->findChild<QLabel *>()->text().contains(QStringLiteral("broken.shotlab")));
    }

    /// The first example is asked for when the lab opens, and comes later.
    void recentLabsGetTheirPictureOnceItHasCome()
    {
        Desk desk;
        const auto lab = test::sampleLab();
        desk.open(lab);
        const auto picture = [&desk] {
            return QSettings(desk.folder.filePath(QStringLiteral("recent.ini")), QSettings::IniFormat)
                .value(QStringLiteral("labs/1/picture"))
                .toByteArray();
        };
        QVERIFY(picture().isEmpty());
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(&buffer, "PNG"));
        desk.workspace.takeThumbnails({{lab->classes.front().examples.front().value, png}});
        QCOMPARE(QImage::fromData(picture()).pixelColor(4, 4), QColor(Qt::red));
    }

    void aLabOfANewerVersionOpensForReading()
    {
        Desk desk;
        const QString path = QStringLiteral("/tmp/new.shotlab");
        desk.window.openPath(path);
        desk.window.labFailed(path, Error {ErrorCode::LabNewerVersion, {"/tmp/new.shotlab", "2.1"}, {}});
        QVERIFY(desk.commands.has("openLabReadOnly /tmp/new.shotlab"));
        auto lab = test::sampleLab();
        lab->readOnly = true;
        desk.open(lab);
        const auto *state = desk.window.findChild<QLabel *>(QStringLiteral("savedState"));
        QVERIFY(state->text().contains(QStringLiteral("reading only")));
        desk.window.showPage(Page::Compare);
        QVERIFY(!desk.button("primary")->isEnabled());
    }

    void droppedFilesFindTheirWay()
    {
        Desk desk;
        const auto drop = [&](const QString &path) {
            QMimeData mime;
            mime.setUrls({QUrl::fromLocalFile(path)});
            dropOn(desk.window, mime);
        };
        drop(QStringLiteral("/pictures/birds"));
        QVERIFY(desk.commands.has("createFromData /pictures/birds"));
        desk.open(test::sampleLab());
        QCOMPARE(desk.window.page(), Page::Data);
        drop(QStringLiteral("/pictures/more"));
        QVERIFY(desk.commands.has("importAsClasses /pictures/more"));
        drop(QStringLiteral("/labs/Other.shotlab"));
        QVERIFY(desk.commands.has("openLab /labs/Other.shotlab"));
    }

    void severalFoldersBecomeClassesOfOneLab()
    {
        Desk desk;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/a/cat")), QUrl::fromLocalFile(QStringLiteral("/a/dog"))});
        dropOn(desk.window, mime);
        QVERIFY(desk.commands.has("createEmpty"));
        desk.open(test::sampleLab());
        QVERIFY(desk.commands.has("importAsClasses /a/cat /a/dog"));
    }

    void shortcutsWork()
    {
        Desk desk;
        desk.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        auto lab = test::sampleLab();
        lab->canUndo = true;
        desk.open(lab);
        QTest::keySequence(&desk.window, QKeySequence::Undo);
        QVERIFY(desk.commands.has("undo"));
        QTest::keySequence(&desk.window, QKeySequence(Qt::CTRL | Qt::Key_1));
        QCOMPARE(desk.window.page(), Page::Model);
        QTest::keySequence(&desk.window, QKeySequence(Qt::CTRL | Qt::Key_R));
        QCOMPARE(desk.commands.count("startComparison"), 1);
        QTest::keySequence(&desk.window, QKeySequence::New);
        QCOMPARE(desk.window.page(), Page::Start);
    }

    void everyControlHasANameForScreenReaders()
    {
        Desk desk;
        desk.window.show();
        desk.open(test::sampleLab());
        desk.workspace.takeComparison(test::sampleComparison());
        QTRY_VERIFY(desk.button("open-digits") != nullptr);
        for (const Page page : {Page::Start, Page::Model, Page::Data, Page::Compare, Page::Workbench}) {
            desk.window.showPage(page);
            QTest::qWait(0);
            for (const QWidget *widget : desk.window.findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->focusProxy() != nullptr || (widget->focusPolicy() & Qt::TabFocus) == 0)
                    continue;
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                const auto *label = qobject_cast<const QLabel *>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty())
                    || (label != nullptr && !label->text().isEmpty());
                QVERIFY2(named,
                         qPrintable(QStringLiteral("%1 %2 on page %3")
                                        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                                        .arg(static_cast<int>(page))
                                    + (widget->parentWidget() ? QLatin1String(widget->parentWidget()->metaObject()->className())
                                               + widget->parentWidget()->objectName()
                                                              : QString())));
            }
        }
    }

    void nothingIsCutOffOrOverlaps_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1366") << QSize(1366, 768);
        QTest::newRow("1440") << QSize(1440, 900);
    }
    void nothingIsCutOffOrOverlaps()
    {
        QFETCH(QSize, size);
        Desk desk;
        desk.window.resize(size);
        desk.window.show();
        desk.open(test::sampleLab());
        desk.workspace.takeComparison(test::sampleComparison());
        QTRY_VERIFY(desk.button("open-digits") != nullptr);
        for (const Page page : {Page::Start, Page::Model, Page::Data, Page::Compare, Page::Workbench}) {
            desk.window.showPage(page);
            QTest::qWait(200);
            QCOMPARE(desk.window.size(), size); // no page forces the window wider
            for (const QAbstractButton *button : desk.window.findChildren<QAbstractButton *>()) {
                if (button->isVisible() && !button->text().isEmpty())
                    QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                             qPrintable(button->objectName() + button->text()));
            }
        }
    }

    void remembersSizeAndScheme()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        {
            Desk desk;
            desk.window.resize(1200, 700);
            desk.theme.setChoice(widgets::SchemeChoice::Dark);
            desk.translation.choose(text::Language::Chinese);
            desk.open(test::sampleLab());
            desk.window.store(settings);
        }
        Desk desk;
        desk.window.restore(settings);
        QCOMPARE(desk.window.width(), 1200);
        QCOMPARE(desk.theme.choice(), widgets::SchemeChoice::Dark);
        QCOMPARE(MainWindow::storedLanguage(settings), text::Language::Chinese);
        QCOMPARE(settings.value(QStringLiteral("window/lab")).toString(), test::sampleLab()->path);
        desk.theme.setChoice(widgets::SchemeChoice::Light);
    }

    void theLastSessionComesBack()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QFile file(folder.filePath(QStringLiteral("Animals.shotlab")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        auto lab = test::sampleLab();
        lab->path = file.fileName();
        lab->comparisons = {ComparisonId {4}};
        {
            Desk desk;
            desk.open(lab);
            desk.window.showPage(Page::Data);
            desk.window.store(settings);
        }
        Desk desk;
        desk.window.reopenLast(settings);
        QVERIFY(desk.commands.has("openLab " + lab->path.toStdString()));
        desk.open(lab);
        QCOMPARE(desk.window.page(), Page::Data);
        file.remove();
        Desk later;
        later.window.reopenLast(settings); // moved or deleted meanwhile: the start page says so in its list
        QCOMPARE(later.window.page(), Page::Start);
        QCOMPARE(later.commands.count("openLab"), 0);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_MainWindow.moc"
