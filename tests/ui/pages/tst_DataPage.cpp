// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "pages/DataPage.h"
#include "widgets/ClassBin.h"

using namespace shotlab;
using widgets::ClassBin;

class TestDataPage : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;

    template<typename T> static T *child(const QWidget &page, const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }

private Q_SLOTS:
    void init() { m_commands.calls.clear(); }

    void aBinForEachClass()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::DataPage page(workspace);
        page.resize(1200, 800);
        page.show();
        workspace.takeLab(test::sampleLab());
        QCOMPARE(page.findChildren<ClassBin *>().size(), 3);
        QCOMPARE(child<ClassBin>(page, "bin-fox")->name(), QStringLiteral("fox"));
        auto lab = test::sampleLab();
        lab->classes.erase(lab->classes.begin());
        workspace.takeLab(lab);
        QTRY_COMPARE(page.findChildren<ClassBin *>().size(), 2);
        QVERIFY(child<ClassBin>(page, "bin-cat") == nullptr);
    }

    void binsAskForWhatWasDone()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        workspace.takeLab(test::sampleLab());
        const QSignalSpy told(&workspace, &models::Workspace::undoableDone);
        auto *bin = child<ClassBin>(page, "bin-dog");
        Q_EMIT bin->renamed(QStringLiteral("hound"));
        Q_EMIT bin->filesDropped({QStringLiteral("/a.png")});
        Q_EMIT bin->examplesDropped({1, 2});
        Q_EMIT bin->removeRequested();
        QVERIFY(m_commands.has("renameClass 2 hound"));
        QVERIFY(m_commands.has("importIntoClass 2 /a.png"));
        QVERIFY(m_commands.has("moveExamples 2 to 2"));
        QVERIFY(m_commands.has("removeClass 2"));
        QCOMPARE(told.size(), 1); // undo is offered instead of asking beforehand
    }

    void aTypedNameMakesAClass()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        workspace.takeLab(test::sampleLab());
        auto *name = child<QLineEdit>(page, "newClassName");
        QTest::keyClicks(name, QStringLiteral(" owl "));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_commands.has("addClass owl"));
        QTest::keyClick(name, Qt::Key_Return); // nothing typed, nothing made
        QCOMPARE(m_commands.count("addClass"), 1);
    }

    void undoFollowsTheLab()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        workspace.takeLab(test::sampleLab());
        auto *undo = child<QAbstractButton>(page, "undo");
        QVERIFY(!undo->isEnabled());
        auto lab = test::sampleLab();
        lab->canUndo = true;
        workspace.takeLab(lab);
        QVERIFY(undo->isEnabled());
        undo->click();
        QVERIFY(m_commands.has("undo"));
    }

    void checksOfferAWayOut()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        auto lab = test::sampleLab();
        lab->checks.push_back({runner::CheckKind::Duplicates, {ExampleId {2}, ExampleId {3}}, {}, 2, {}});
        workspace.takeLab(lab);
        auto *fix = child<QAbstractButton>(page, "fixDuplicates");
        QVERIFY(fix != nullptr);
        fix->click();
        QVERIFY(m_commands.has("removeExamples 2"));
    }

    void importShowsItsProgressAndCanBeStopped()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        workspace.takeLab(test::sampleLab());
        auto *card = child<QWidget>(page, "importCard");
        QVERIFY(card->isHidden());
        Q_EMIT workspace.importProgressed(3, 100);
        QVERIFY(!card->isHidden());
        child<QAbstractButton>(page, "stopImport")->click();
        QVERIFY(m_commands.has("stopImport"));
        Q_EMIT workspace.importFinished(3, {QStringLiteral("/broken.jpg")});
        QVERIFY(card->isHidden());
        const QList<QLabel *> labels = child<QWidget>(page, "checks")->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains(QStringLiteral("broken.jpg")); }));
    }

    void aFailedImportIsASentence()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        workspace.takeLab(test::sampleLab());
        Q_EMIT workspace.importFailed(QStringLiteral("/empty"), Error {ErrorCode::FolderEmpty, {"/empty"}, {}});
        auto *notice = child<QWidget>(page, "dataTrouble");
        QVERIFY(!notice->isHidden());
        QVERIFY(!notice->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestDataPage)
#include "tst_DataPage.moc"
