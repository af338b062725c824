// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

#include "SampleViews.h"
#include "pages/TryInput.h"
#include "pages/TryPage.h"
#include "widgets/AnswerCard.h"
#include "widgets/Controls.h"
#include "widgets/DrawPad.h"

using namespace shotlab;
using widgets::AnswerCard;

class TestTryPage : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;

    template<typename T> static T *child(const QWidget &page, const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }

    static void drawLine(widgets::DrawPad &pad)
    {
        const QPoint from = pad.square().center().toPoint();
        QTest::mousePress(&pad, Qt::LeftButton, Qt::NoModifier, from);
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(&pad, from + QPoint(4 * i, 2 * i));
        QTest::mouseRelease(&pad, Qt::LeftButton, Qt::NoModifier, from + QPoint(40, 20));
    }

    static std::shared_ptr<runner::ComparisonView> comparison()
    {
        auto view = test::sampleComparison();
        view->comparison.modelHash = "model-hash"; // of test::sampleModel()
        return view;
    }

    /// The page of a lab whose model reads characters, with a finished comparison.
    struct Opened {
        models::Workspace workspace;
        pages::TryPage page;

        explicit Opened(test::RecordingCommands &commands) : workspace(commands, test::planFor), page(workspace)
        {
            page.resize(1366, 660);
            auto lab = test::sampleLab();
            lab->model->model.card.framing = Framing::InkOnBlack;
            lab->model->model.card.channels = 1;
            workspace.takeLab(lab);
            workspace.takeComparison(comparison());
            page.show();
        }
    };

    runner::AnswersView answers(Shots shots = Shots(5)) const
    {
        runner::AnswersView view {m_commands.lastToken, shots, {}};
        view.methods.push_back({0, true, {0.8, 0.1, 0.1}});
        view.methods.push_back({1, true, {0.4, 0.35, 0.25}});
        view.methods.push_back({2, true, {0.1, 0.85, 0.05}});
        view.methods.push_back({3, false, {}, {}, 12});
        view.methods.push_back({4, true, {}, Error {ErrorCode::OutOfMemory, {"1"}, {}}, 0});
        return view;
    }

private Q_SLOTS:
    void init() { m_commands.calls.clear(); }

    /// From the pen to the bars, with nothing but the mouse.
    void drawingAsksAndAnswersAppear()
    {
        Opened opened(m_commands);
        auto &[workspace, page] = opened;
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *pad = child<widgets::DrawPad>(page, "pad");
        QVERIFY(pad->isVisible());
        drawLine(*pad);
        QTRY_COMPARE(m_commands.count("requestAnswers 5"), 1); // however many moves, one at a time
        const QImage sent = QImage::fromData(m_commands.lastExample);
        QCOMPARE(qGray(sent.pixel(0, 0)), 0); // light ink on black, as the model's own characters
        QVERIFY(!child<QLabel>(page, "seen")->pixmap(Qt::ReturnByValue).isNull());
        workspace.takeAnswers(answers());
        QVERIFY(child<AnswerCard>(page, "answer-zero-shot")->accessibleName().contains(QStringLiteral("80")));
        QVERIFY(!child<AnswerCard>(page, "answer-zero-shot")->accessibleName().contains(QStringLiteral("bet")));
        QVERIFY(child<AnswerCard>(page, "answer-prototypes")->accessibleName().contains(QStringLiteral("would not bet on it")));
        QVERIFY(child<QLabel>(page, "tryHeadline")->text().startsWith(QStringLiteral("2 of 3")));
        // One has to be trained again and one has failed: "every method" would be untrue.
        const QString howMany = child<QLabel>(page, "tryHowMany")->text();
        QVERIFY2(howMany.startsWith(QStringLiteral("3 of 5 methods answer now; those")), qPrintable(howMany));
        QVERIFY(child<QLabel>(page, "tryHeadline")->text().contains(QStringLiteral("methods that answer")));
    }

    void undoAndClear()
    {
        Opened opened(m_commands);
        auto &[workspace, page] = opened;
        auto *pad = child<widgets::DrawPad>(page, "pad");
        drawLine(*pad);
        drawLine(*pad);
        QTRY_VERIFY(m_commands.count("requestAnswers") > 0);
        const QImage two = pad->picture(true);
        QTest::mouseClick(child<QWidget>(page, "undoStroke"), Qt::LeftButton);
        QVERIFY(!pad->isEmpty());
        QTest::mouseClick(child<QWidget>(page, "clearPad"), Qt::LeftButton);
        QVERIFY(pad->isEmpty());
        QTRY_VERIFY(workspace.trial().example().isEmpty());
        QVERIFY(!child<QAbstractButton>(page, "clearPad")->isEnabled());
    }

    void drawsWithoutAMouse()
    {
        Opened opened(m_commands);
        auto &[workspace, page] = opened;
        page.activateWindow();
        auto *pad = child<widgets::DrawPad>(page, "pad");
        pad->setFocus();
        QTest::keyClick(pad, Qt::Key_Space);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(pad, Qt::Key_Down);
        QTest::keyClick(pad, Qt::Key_Space);
        QTest::keyClick(pad, Qt::Key_Right);
        QVERIFY(!pad->isEmpty());
        QTRY_VERIFY(m_commands.count("requestAnswers") > 0);
        QTest::keyClick(pad, Qt::Key_Backspace);
        QVERIFY(pad->isEmpty());
    }

    void whatIsNotKeptIsPreparedOnRequest()
    {
        Opened opened(m_commands);
        auto &[workspace, page] = opened;
        drawLine(*child<widgets::DrawPad>(page, "pad"));
        QTRY_VERIFY(m_commands.count("requestAnswers") > 0);
        workspace.takeAnswers(answers());
        auto *card = child<AnswerCard>(page, "answer-chosen-layers");
        auto *prepare = card->findChild<QAbstractButton *>(QStringLiteral("prepare"));
        QTRY_VERIFY(prepare->isVisible());
        QVERIFY2(prepare->text().contains(QStringLiteral("about 10")), qPrintable(prepare->text()));
        QTest::mouseClick(prepare, Qt::LeftButton);
        QVERIFY(m_commands.has("prepareMethod 3 5"));
        workspace.takePreparation({3, Shots(5), true, false, 30, 60, {}});
        auto *stop = card->findChild<QAbstractButton *>(QStringLiteral("stopPreparing"));
        QTRY_VERIFY(stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QVERIFY(m_commands.has("stopPreparing"));
        workspace.takePreparation({3, Shots(5), false, false, 0, 0, {}});
        QTRY_VERIFY(prepare->isVisible());
    }

    void takesDroppedAndPastedPictures()
    {
        Opened opened(m_commands);
        auto &[workspace, page] = opened;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("grüße.png"));
        QImage image(60, 40, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(path));
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(700, 300), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(700, 300), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &drop);
        QCOMPARE(m_commands.count("requestAnswers"), 1);
        QCOMPARE(QImage::fromData(m_commands.lastExample).size(), image.size());
        workspace.takeAnswers(answers());

        image.fill(Qt::blue);
        QApplication::clipboard()->setImage(image);
        child<QWidget>(page, "clearPad")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_commands.count("requestAnswers"), 2);
        workspace.takeAnswers(answers());

        QFile broken(folder.filePath(QStringLiteral("broken.png")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
        broken.close();
        page.findChild<pages::TryInput *>()->openPicture(broken.fileName());
        QVERIFY(child<QWidget>(page, "tryTrouble")->isVisible());
    }

    void otherKAsksAnew()
    {
        Opened opened(m_commands);
        auto &[workspace, page] = opened;
        drawLine(*child<widgets::DrawPad>(page, "pad"));
        QTRY_VERIFY(m_commands.count("requestAnswers 5") == 1);
        workspace.takeAnswers(answers());
        QTest::mouseClick(child<widgets::SegmentedControl>(page, "tryShots")->segment(0), Qt::LeftButton);
        QTRY_VERIFY(m_commands.has("requestAnswers 1"));
    }

    void givesWhatWasDrawnToItsClass()
    {
        Opened opened(m_commands);
        auto &[workspace, page] = opened;
        auto *give = child<QAbstractButton>(page, "give");
        drawLine(*child<widgets::DrawPad>(page, "pad"));
        QTRY_VERIFY(m_commands.count("requestAnswers") == 1);
        workspace.takeAnswers(answers());
        QTRY_VERIFY(give->isVisible());
        QTest::mouseClick(give, Qt::LeftButton);
        const auto &first = workspace.comparison()->comparison.classes.front();
        QVERIFY(m_commands.has("importBytes " + std::to_string(first.id.value)));
    }

    void aTextLabTakesASentence()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::TryPage page(workspace);
        page.resize(1366, 660);
        auto lab = test::sampleLab();
        lab->model->model.card.modality = Modality::Text;
        workspace.takeLab(lab);
        workspace.takeComparison(comparison());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *sentence = child<QPlainTextEdit>(page, "trySentence");
        QTRY_VERIFY(sentence->isVisible());
        QVERIFY(!child<QWidget>(page, "pad")->isVisible());
        sentence->setFocus();
        QTest::keyClicks(sentence, QStringLiteral("I lost my card"));
        QTRY_COMPARE(m_commands.count("requestAnswers"), 1);
        QCOMPARE(m_commands.lastExample, QByteArray("I lost my card"));
    }
};

QTEST_MAIN(TestTryPage)
#include "tst_TryPage.moc"
