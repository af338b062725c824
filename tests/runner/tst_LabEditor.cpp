// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "TestLab.h"
#include "runner/LabEditor.h"
#include "runner/LabViewBuilder.h"
#include "runner/NewLab.h"

using namespace shotlab;
using namespace shotlab::runner;

namespace
{

/// A lab as text, so that two states can be compared.
QStringList stateOf(const LabEditor &lab)
{
    QStringList lines;
    for (const LabClass &labClass : lab.data().classes) {
        QStringList links;
        for (const int link : labClass.links)
            links.append(QString::number(link));
        lines.append(QStringLiteral("class %1 [%2]").arg(QString::fromStdString(labClass.name), links.join(QLatin1Char(' '))));
    }
    for (const Example &example : lab.data().examples)
        lines.append(QStringLiteral("%1 in %2 %3")
                         .arg(example.id.value)
                         .arg(example.classId.value)
                         .arg(example.role == Role::Test ? QStringLiteral("test") : QStringLiteral("pool")));
    lines.append(QString::fromStdString(lab.data().info.title));
    lines.append(QString::fromStdString(lab.data().model ? lab.data().model->card.name : std::string()));
    return lines;
}

int testCount(const LabEditor &lab, std::size_t classIndex)
{
    const ClassId id = lab.data().classes.at(classIndex).id;
    return static_cast<int>(std::count_if(lab.data().examples.begin(), lab.data().examples.end(), [id](const Example &example) {
        return example.classId == id && example.role == Role::Test;
    }));
}

std::vector<ExampleId> idsOf(const LabEditor &lab, std::size_t classIndex)
{
    std::vector<ExampleId> ids;
    for (const Example &example : lab.data().examples) {
        if (example.classId == lab.data().classes.at(classIndex).id)
            ids.push_back(example.id);
    }
    return ids;
}

} // namespace

class TestLabEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyChangeCanBeUndoneAndRedone();
    void aNewChangeEndsRedo();
    void importAddsToClassesOfTheSameName();
    void classesAreLinkedByName();
    void linksFollowTheModel();
    void testSetIsDealtAnewUntilLocked();
    void lockedTestSetStays();
    void whatIsInTheFileIsWhatIsShown();
    void labWithTestDataOfTheUser();
    void labWithAnotherShare();
    void failedLabLeavesNoFile();
    void droppedThingsBecomeClasses();
    void aTestPictureCanBeMovedOrLeftOutAndComesBack();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLabEditor::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestLabEditor::everyChangeCanBeUndoneAndRedone()
{
    const auto lab = support::makeLab(path("lab.shotlab"), {{"cat", 6}, {"dog", 6}}, {"cat", "wolf"});
    const ClassId cat = lab->data().classes[0].id;
    const ClassId dog = lab->data().classes[1].id;
    LabModel other = support::modelAt(path("other.pt"), {"wolf", "cat"});
    other.card.name = "other";
    const std::vector<std::function<Done()>> changes {
        [&] { return lab->rename("Pets"); },
        [&] { return lab->addClass("bird"); },
        [&] { return lab->renameClass(dog, "wolf"); },
        [&] { return lab->setLinks(cat, {1}); },
        [&] {
            return lab->moveExamples({idsOf(*lab, 0)[0], idsOf(*lab, 0)[1]}, dog);
        },
        [&] { return lab->removeExamples({idsOf(*lab, 1)[2]}); },
        [&]() -> Done {
            const auto added = lab->addImported(support::importedData({{"cat", 2}, {"fox", 4}}));
            return added ? Done {} : Done(tl::unexpected(added.error()));
        },
        [&] { return lab->removeClass(cat); },
        [&] { return lab->setModel(other, "bytes of a model"); },
    };
    std::vector<QStringList> states {stateOf(*lab)};
    QVERIFY(!lab->canUndo());
    for (const auto &change : changes) {
        QVERIFY(change());
        QVERIFY(stateOf(*lab) != states.back());
        states.push_back(stateOf(*lab));
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
        QCOMPARE(stateOf(*lab), states[i]);
        QVERIFY(lab->canUndo());
        QVERIFY(lab->undo());
    }
    QCOMPARE(stateOf(*lab), states.front());
    QVERIFY(!lab->canUndo());
    for (std::size_t i = 1; i < states.size(); ++i) {
        QVERIFY(lab->redo());
        QCOMPARE(stateOf(*lab), states[i]);
    }
    QVERIFY(!lab->canRedo());
}

void TestLabEditor::aNewChangeEndsRedo()
{
    const auto lab = support::makeLab(path("lab.shotlab"), {{"cat", 6}, {"dog", 6}});
    QVERIFY(lab->rename("one"));
    QVERIFY(lab->undo());
    QVERIFY(lab->canRedo());
    QVERIFY(lab->addClass("bird"));
    QVERIFY(!lab->canRedo());
    QVERIFY(lab->addClass(" BIRD")); // there already
    QCOMPARE(lab->data().classes.size(), std::size_t(3));
    QVERIFY(lab->addClass({}));
    QCOMPARE(lab->data().classes.size(), std::size_t(3));
}

void TestLabEditor::importAddsToClassesOfTheSameName()
{
    const auto lab = support::makeLab(path("lab.shotlab"), {{"polar bear", 6}, {"dog", 6}});
    const auto added = lab->addImported(support::importedData({{"Polar_Bear", 3}, {"fox", 2}}));
    QCOMPARE(added.value(), 5);
    QCOMPARE(lab->data().classes.size(), std::size_t(3));
    QCOMPARE(idsOf(*lab, 0).size(), std::size_t(9));

    const auto one = lab->addImported(support::importedData({{"whatever", 3}, {"else", 2}}), lab->data().classes[1].id);
    QCOMPARE(one.value(), 5);
    QCOMPARE(lab->data().classes.size(), std::size_t(3));
    QCOMPARE(idsOf(*lab, 1).size(), std::size_t(11));
}

void TestLabEditor::classesAreLinkedByName()
{
    const auto lab = support::makeLab(path("lab.shotlab"), {{"Cat", 6}, {"nebula", 6}}, {"dog", "cat", "crane", "crane"});
    QCOMPARE(lab->data().classes[0].links, (std::vector<int> {1}));
    QVERIFY(lab->data().classes[1].links.empty());
    QVERIFY(lab->renameClass(lab->data().classes[1].id, "dog"));
    QCOMPARE(lab->data().classes[1].links, (std::vector<int> {0}));

    importer::ImportedData data = support::importedData({{"bird", 2}, {"machine", 2}});
    data.classes[0].links = {{"crane", 2}};
    data.classes[1].links = {{"crane", 3}, {"unknown", -1}};
    QVERIFY(lab->addImported(data));
    QCOMPARE(lab->data().classes[2].links, (std::vector<int> {2}));
    QCOMPARE(lab->data().classes[3].links, (std::vector<int> {3}));
}

void TestLabEditor::linksFollowTheModel()
{
    const auto lab = support::makeLab(path("lab.shotlab"), {{"pet", 6}, {"dog", 6}}, {"cat", "dog"});
    QVERIFY(lab->setLinks(lab->data().classes[0].id, {0, 1}));
    QVERIFY(lab->setModel(support::modelAt(path("other.pt"), {"bird", "dog", "cat"}), {}));
    QCOMPARE(lab->data().classes[0].links, (std::vector<int> {2, 1}));
    QCOMPARE(lab->data().classes[1].links, (std::vector<int> {1}));
}

void TestLabEditor::testSetIsDealtAnewUntilLocked()
{
    const auto lab = support::makeLab(path("lab.shotlab"), {{"cat", 6}, {"dog", 12}});
    QCOMPARE(testCount(*lab, 0), 2);
    QCOMPARE(testCount(*lab, 1), 4);
    QVERIFY(lab->addImported(support::importedData({{"x", 6}}), lab->data().classes[0].id));
    QCOMPARE(testCount(*lab, 0), 4);
    QVERIFY(lab->undo());
    QCOMPARE(testCount(*lab, 0), 2);
}

void TestLabEditor::lockedTestSetStays()
{
    const auto lab = support::makeLab(path("lab.shotlab"), {{"cat", 6}, {"dog", 12}});
    QVERIFY(lab->lockTestSet());
    QVERIFY(lab->data().info.testLocked);
    QVERIFY(lab->addImported(support::importedData({{"x", 30}}), lab->data().classes[0].id));
    QCOMPARE(testCount(*lab, 0), 2);
    QVERIFY(lab->addImported(support::importedData({{"bird", 6}})));
    QCOMPARE(testCount(*lab, 2), 0); // dealt with the next comparison, when it is known how many there are
    QVERIFY(lab->lockTestSet());
    QCOMPARE(testCount(*lab, 2), 2);
    QCOMPARE(testCount(*lab, 0), 2);
}

void TestLabEditor::whatIsInTheFileIsWhatIsShown()
{
    auto lab = support::makeLab(path("lab.shotlab"), {{"cat", 6}, {"dog", 12}}, {"cat"});
    QVERIFY(lab->renameClass(lab->data().classes[1].id, "wolf"));
    QVERIFY(lab->lockTestSet());
    const QStringList state = stateOf(*lab);
    lab.reset();
    auto store = store::LabStore::open(path("lab.shotlab"), store::Access::ReadWrite);
    QVERIFY(store);
    const auto again = LabEditor::over(std::move(*store));
    QVERIFY(again);
    QCOMPARE(stateOf(**again), state);
    QVERIFY((*again)->data().info.testLocked);
}

void TestLabEditor::labWithTestDataOfTheUser()
{
    support::makePictureFolders(path("train"), {{QStringLiteral("cat"), 5}, {QStringLiteral("dog"), 5}});
    support::makePictureFolders(path("test"), {{QStringLiteral("Cat"), 3}, {QStringLiteral("dog"), 2}});
    NewLabRequest request;
    request.dataPath = path("train");
    request.testPath = path("test");
    const auto data = readRequestedData(request, {}, {});
    QVERIFY(data);
    LabInfo info;
    info.testByUser = true;
    const auto lab = makeLab(path("lab.shotlab"), {info, support::modelAt(path("model.pt")), {}, *data, std::nullopt});
    QVERIFY(lab);
    QCOMPARE(testCount(**lab, 0), 3);
    QCOMPARE(testCount(**lab, 1), 2);
    QCOMPARE((*lab)->data().examples.size(), std::size_t(15));
    QVERIFY(!(*lab)->canUndo());

    // What is in the test set, byte for byte, is not counted as something to learn from: the view counts what runs learn from.
    const Split parts = split((*lab)->data());
    const LabViewPtr view = labView(**lab, std::nullopt, {});
    int learnt = 0;
    for (std::size_t i = 0; i < view->classes.size(); ++i) {
        QCOMPARE(view->classes[i].poolCount, static_cast<int>(parts.pool[i].size()));
        learnt += static_cast<int>(parts.pool[i].size());
    }
    QCOMPARE(view->poolCount, learnt);
    QCOMPARE(view->testCount, 5);
    QCOMPARE(view->leftOut, 10 - learnt);
    QVERIFY(view->leftOut > 0);

    support::makePictureFolders(path("test"), {{QStringLiteral("horse"), 1}});
    const auto mismatch = readRequestedData(request, {}, {});
    QVERIFY(!mismatch);
    QCOMPARE(mismatch.error().code, ErrorCode::TestDataMismatch);
    QCOMPARE(mismatch.error().arguments.front(), std::string("horse"));

    support::makePictureFolders(path("train"), {{QStringLiteral("horse"), 3}, {QStringLiteral("fox"), 3}});
    const auto untested = readRequestedData(request, {}, {});
    QVERIFY(!untested);
    QCOMPARE(untested.error().code, ErrorCode::ClassWithoutTest);
    QCOMPARE(untested.error().arguments.front(), std::string("fox"));
}

void TestLabEditor::labWithAnotherShare()
{
    const LabSeed seed {
        LabInfo {}, support::modelAt(path("model.pt")), {}, support::importedData({{"cat", 20}, {"dog", 3}}), 0.5};
    const auto lab = makeLab(path("lab.shotlab"), seed);
    QVERIFY(lab);
    QCOMPARE(testCount(**lab, 0), 10);
    QCOMPARE(testCount(**lab, 1), 1);
    QVERIFY((*lab)->addImported(support::importedData({{"dog", 9}})));
    QCOMPARE(testCount(**lab, 1), 1); // the user's choice is never dealt anew
}

void TestLabEditor::failedLabLeavesNoFile()
{
    const QString there = path("there.shotlab");
    support::makeLab(there, {{"cat", 6}, {"dog", 6}}).reset();
    const LabSeed seed {LabInfo {}, std::nullopt, {}, {}, std::nullopt};
    const auto existing = makeLab(there, seed);
    QVERIFY(!existing);
    QCOMPARE(existing.error().code, ErrorCode::LabExists);
    QVERIFY(QFile::exists(there));
    QVERIFY(!makeLab(path("no such folder/lab.shotlab"), seed));
}

void TestLabEditor::droppedThingsBecomeClasses()
{
    support::makePictureFolders(path("animals"), {{QStringLiteral("cat"), 3}, {QStringLiteral("dog"), 2}});
    support::makePictureFolders(path("loose"), {{QStringLiteral("stars"), 4}});
    support::makePictureFolders(path("single"), {{QStringLiteral("."), 2}});
    const QString star = path("loose/stars/0.png");
    const auto data = importDropped({path("animals"), path("single"), star, path("loose")}, {}, {});
    QVERIFY(data);
    QStringList found;
    for (const auto &group : data->classes)
        found.append(QStringLiteral("%1 %2").arg(QString::fromStdString(group.name)).arg(group.examples.size()));
    found.sort();
    QCOMPARE(found,
             (QStringList {QStringLiteral("cat 3"), QStringLiteral("dog 2"), QStringLiteral("loose 4"),
                           QStringLiteral("single 2"), QStringLiteral("stars 1")}));
}

void TestLabEditor::aTestPictureCanBeMovedOrLeftOutAndComesBack()
{
    const auto lab = support::makeLab(path("a.shotlab"), {{"cat", 9}, {"dog", 9}});
    QVERIFY(lab->lockTestSet());
    const QStringList before = stateOf(*lab);
    const std::string hash = lab->dataHash();
    const auto tested = std::find_if(lab->data().examples.begin(), lab->data().examples.end(),
                                     [](const Example &example) { return example.role == Role::Test; });
    const ExampleId id = tested->id;
    const ClassId other = lab->data().classes[tested->classId == lab->data().classes[0].id ? 1 : 0].id;
    QVERIFY(lab->moveExamples({id}, other));
    QVERIFY(lab->dataHash() != hash); // results are out of date
    const auto moved = std::find_if(lab->data().examples.begin(), lab->data().examples.end(),
                                    [id](const Example &example) { return example.id == id; });
    QVERIFY(moved->role == Role::Test); // and never learnt from
    QVERIFY(moved->classId == other);
    QVERIFY(lab->undo());
    QCOMPARE(stateOf(*lab), before);
    QCOMPARE(lab->dataHash(), hash);
    QVERIFY(lab->removeExamples({id}));
    QVERIFY(lab->dataHash() != hash);
    QVERIFY(lab->undo());
    QCOMPARE(stateOf(*lab), before);
    QCOMPARE(lab->dataHash(), hash); // valid again
}

QTEST_GUILESS_MAIN(TestLabEditor)
#include "tst_LabEditor.moc"
