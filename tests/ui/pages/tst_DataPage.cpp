// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "pages/DataPage.h"
#include "widgets/ClassBin.h"
#include "widgets/SentenceStrip.h"

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

    static std::shared_ptr<runner::LabView> textLab()
    {
        auto lab = test::sampleLab();
        lab->model->model.card.modality = Modality::Text;
        lab->classes[0].labClass.name = "track_order";
        return lab;
    }

    static void edit(const QWidget &card, const char *name, const QString &text)
    {
        auto *field = card.findChild<QLineEdit *>(QLatin1String(name));
        field->setText(text);
        Q_EMIT field->editingFinished();
    }

    static bool says(const QWidget &card, const QString &text)
    {
        const auto labels = card.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) { return label->text().contains(text); });
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

    void sentencesInPlaceOfPictures()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::DataPage page(workspace);
        page.resize(1200, 800);
        page.show();
        const auto lab = textLab();
        workspace.takeLab(lab);
        auto *bin = child<ClassBin>(page, "bin-track_order");
        QVERIFY(bin->name() == QStringLiteral("track order")); // as people write it
        QTRY_VERIFY(m_commands.count("requestSentences") > 0);
        QCOMPARE(m_commands.count("requestThumbnails"), 0);
        workspace.takeSentences({{lab->classes[0].examples[0].value, QStringLiteral("Where is it?")}});
        QVERIFY(bin->findChild<widgets::SentenceStrip *>()->accessibleDescription().contains(QStringLiteral("Where is it?")));
        QVERIFY(bin->accessibleDescription().contains(QStringLiteral("14 sentences")));

        auto *entry = bin->findChild<QLineEdit *>(QStringLiteral("sentenceEntry"));
        QTest::keyClicks(entry, QStringLiteral(" Is it on its way? "));
        QTest::keyClick(entry, Qt::Key_Return);
        QVERIFY(m_commands.has("importLines 1 Is it on its way?"));
        QVERIFY(entry->text().isEmpty());
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(m_commands.count("importLines"), 1);
    }

    /// Where a name for people stands on the bin, that is what a rename changes.
    void renamingKeepsTheModelsName()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        const auto lab = textLab();
        lab->classes[0].labClass.display = {{"en", "Where is my order"}, {"zh_CN", "查询订单"}};
        lab->classes[0].labClass.description = "Asks for an order.";
        workspace.takeLab(lab);
        auto *bin = child<ClassBin>(page, "bin-track_order");
        QCOMPARE(bin->name(), QStringLiteral("Where is my order"));
        Q_EMIT bin->renamed(QStringLiteral("Order, where are you"));
        QVERIFY(m_commands.has("setWords 1 track_order|Asks for an order."));
        QCOMPARE(m_commands.lastWords.display.at("en"), std::string("Order, where are you"));
        QCOMPARE(m_commands.lastWords.display.at("zh_CN"), std::string("查询订单"));
    }

    void namesForTheModelAndForPeople()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        workspace.takeLab(textLab());
        auto *card = child<QWidget>(page, "names-track_order");
        QVERIFY(card != nullptr);
        edit(*card, "description", QStringLiteral("Asks for an order."));
        QVERIFY(m_commands.has("setWords 1 track_order|Asks for an order."));
        edit(*card, "nameInChinese", QStringLiteral("查询订单"));
        QCOMPARE(m_commands.lastWords.display.at("zh_CN"), std::string("查询订单"));
        edit(*card, "nameForModel", QString()); // a class is never without a name
        QVERIFY(!m_commands.has("setWords 1 |"));
        QCOMPARE(card->findChild<QLineEdit *>(QStringLiteral("nameForModel"))->text(), QStringLiteral("track_order"));
        QVERIFY(card->findChild<QLineEdit *>(QStringLiteral("searchLabels")) == nullptr);
    }

    void theBridgeIsShownAndCanBeChanged()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::DataPage page(workspace);
        auto lab = test::sampleLab();
        lab->model->model.card.sourceLabels = {"tabby cat", "crane", "cat", "red fox"};
        workspace.takeLab(lab);
        auto *bridge = child<QLabel>(page, "bridge");
        QVERIFY(bridge->text().contains(QStringLiteral("There is no bridge")));
        QVERIFY(bridge->text().contains(QStringLiteral("only guess")));
        auto *card = child<QWidget>(page, "names-cat");
        QVERIFY(says(*card, QStringLiteral("not an unseen class")));
        QVERIFY(!says(*child<QWidget>(page, "names-dog"), QStringLiteral("not an unseen class")));
        QVERIFY(child<QWidget>(page, "names-dog")->findChild<QAbstractButton *>(QStringLiteral("link-1")) == nullptr);
        card->findChild<QAbstractButton *>(QStringLiteral("link-0"))->click(); // suggested: shares a word
        QVERIFY(m_commands.has("setLinks 1 0"));
        auto *search = card->findChild<QLineEdit *>(QStringLiteral("searchLabels"));
        search->setText(QStringLiteral("crane"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(m_commands.has("setLinks 1 1"));
        search->setText(QStringLiteral("no such name"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_commands.count("setLinks"), 2);

        auto linked = std::make_shared<runner::LabView>(*lab);
        linked->classes[0].labClass.links = {0, 2};
        workspace.takeLab(linked);
        QVERIFY(bridge->text().contains(QStringLiteral("not complete")));
        card->findChild<QAbstractButton *>(QStringLiteral("unlink-2"))->click();
        QVERIFY(m_commands.has("setLinks 1 0"));
        QCOMPARE(m_commands.count("setLinks"), 3);
    }

    void namesNearInMeaningAreSuggested()
    {
        models::Workspace workspace(m_commands, test::planFor);
        pages::DataPage page(workspace);
        auto lab = test::sampleLab();
        lab->model->model.card.sourceLabels = {"Siamese", "barn", "wolf", "planetarium"};
        workspace.takeLab(lab);
        QCOMPARE(m_commands.count("requestLinkAdvice"), 0); // nobody looks
        auto *names = child<QWidget>(page, "names");
        names->setParent(nullptr);
        names->show();
        QTRY_COMPARE(m_commands.count("requestLinkAdvice"), 1);
        workspace.takeLab(std::make_shared<runner::LabView>(*lab)); // the same names
        QCOMPARE(m_commands.count("requestLinkAdvice"), 1);

        auto *cat = names->findChild<QWidget *>(QStringLiteral("names-cat"));
        QVERIFY(cat->findChild<QAbstractButton *>(QStringLiteral("link-0")) == nullptr);
        runner::LinkAdvice advice;
        advice.nearest[lab->classes[0].labClass.id] = {{0, 0.8}, {2, 0.65}, {1, 0.3}};
        advice.nearest[lab->classes[1].labClass.id] = {{3, 0.5}, {1, 0.4}};
        Q_EMIT workspace.linksAdvised(advice);
        QVERIFY(cat->findChild<QAbstractButton *>(QStringLiteral("link-2")) != nullptr);
        QVERIFY(cat->findChild<QAbstractButton *>(QStringLiteral("link-1")) == nullptr);
        QVERIFY(!says(*cat, QStringLiteral("No bridge is plausible")));
        cat->findChild<QAbstractButton *>(QStringLiteral("link-0"))->click();
        QVERIFY(m_commands.has("setLinks 1 0"));

        auto *other = names->findChild<QWidget *>(QStringLiteral("names-dog"));
        QVERIFY(says(*other, QStringLiteral("No bridge is plausible")));
        QVERIFY(says(*other, QStringLiteral("planetarium")));
        QVERIFY(other->findChild<QAbstractButton *>(QStringLiteral("link-3")) == nullptr);
        auto renamed = std::make_shared<runner::LabView>(*lab);
        renamed->classes[1].labClass.name = "wolfhound";
        workspace.takeLab(renamed);
        QVERIFY(!says(*other, QStringLiteral("No bridge is plausible"))); // said of another name
        QCOMPARE(m_commands.count("requestLinkAdvice"), 2);
        delete names;
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
