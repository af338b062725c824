// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "LabFixture.h"

using namespace shotlab;
using namespace shotlab::test;
using store::Access;
using store::LabStore;

namespace
{

ModelCard someCard()
{
    ModelCard card;
    card.name = "tiny";
    card.title = "Tiny";
    card.mean = {0.5F, 0.25F, 0.125F};
    card.std = {0.5F, 0.5F, 0.5F};
    card.sourceLabels = {"tench", "crane", "crane"};
    return card;
}

} // namespace

class TestLabStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsComeBack()
    {
        const LabFolder folder;
        LabInfo info;
        info.title = "Blätter 叶子";
        info.sample = "digits";
        info.seed = 0xFEDC'BA98'7654'3210ULL;
        info.createdAt = "2026-01-01T00:00:00Z";
        info.createdBy = "0.1.0";
        {
            auto store = LabStore::create(folder.path(), info);
            QVERIFY(store);
            info.testLocked = true;
            info.testByUser = true;
            QVERIFY((*store)->setInfo(info));
        }
        const auto store = LabStore::open(folder.path(), Access::ReadWrite);
        QVERIFY(store);
        const LabInfo read = (*store)->info().value();
        QCOMPARE(read.title, info.title);
        QCOMPARE(read.sample, info.sample);
        QCOMPARE(read.seed, info.seed);
        QCOMPARE(read.createdAt, info.createdAt);
        QCOMPARE(read.createdBy, info.createdBy);
        QVERIFY(read.testLocked && read.testByUser);
    }

    void modelComesBack()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        QVERIFY(!store->model().value());
        LabModel model {someCard(), "hash-1", "/home/me/model.pt", false, true};
        const QByteArray bytes(300'000, 'm');
        QVERIFY(store->setModel(model, bytes));
        const auto read = store->model().value();
        QVERIFY(read);
        QCOMPARE(read->card, model.card);
        QCOMPARE(read->hash, model.hash);
        QCOMPARE(read->path, model.path);
        QVERIFY(!read->bundled && read->embedded);
        QCOMPARE(store->modelBytes().value(), bytes);

        model.card.title = "Tiny, corrected";
        QVERIFY(store->setModel(model)); // the same file: its bytes stay
        QCOMPARE(store->modelBytes().value(), bytes);
        QCOMPARE(store->model().value()->card.title, std::string("Tiny, corrected"));

        model.hash = "hash-2";
        QVERIFY(store->setModel(model));
        QVERIFY(!store->model().value()->embedded);
        QVERIFY(store->modelBytes().value().isEmpty());
    }

    void sourceLabelsAreReadableInSql()
    {
        const LabFolder folder;
        QVERIFY(makeLab(folder.path())->setModel({someCard(), "h", {}, true, false}));
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT position FROM label WHERE name = 'crane' ORDER BY position DESC")),
                 2);
    }

    void classesComeBack()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path(), 0);
        LabClass crane {{}, "crane", {{"zh_CN", "鹤"}, {"de", "Kranich"}}, {134, 517}, "A tall wading bird."};
        crane.id = store->addClass(crane).value();
        QVERIFY(crane.id.isValid());
        QCOMPARE(store->classes().value(), std::vector {crane});
        crane.name = "Grus grus";
        crane.links = {134};
        crane.display.erase("de");
        crane.description = "A bird that dances.";
        QVERIFY(store->updateClass(crane));
        QCOMPARE(store->classes().value(), std::vector {crane});
    }

    void examplesComeBack()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path(), 1, 0);
        store::NewExample added = newExample(store->classes().value()[0].id, 7, 5000);
        added.role = Role::Test;
        added.group = "photographer 3";
        added.originalHash = "original";
        const auto ids = addExamples(*store, {added, newExample(added.classId, 8)}).value();
        QCOMPARE(ids.size(), std::size_t(2));
        const Example read = store->examples().value()[0];
        const Example expected {ids[0], added.classId, Role::Test, added.hash, added.origin, added.group, 28, 30, 5000};
        QCOMPARE(read, expected);
        QCOMPARE(store->example(ids[0]).value(), expected);
        QCOMPARE(store->exampleBytes(ids[0]).value(), added.bytes);
        QCOMPARE(store->thumbnail(ids[1]).value(), QByteArray("thumbnail 8"));
        QVERIFY(!store->exampleBytes(ExampleId {999}));
        QVERIFY(!store->example(ExampleId {999}));
    }

    void addingIsAllOrNothing()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path(), 1, 3);
        const ClassId known = store->classes().value()[0].id;
        QVERIFY(!addExamples(*store, {newExample(known, 50), newExample(ClassId {77}, 51)}));
        QCOMPARE(store->examples().value().size(), std::size_t(3));
    }

    void removingAndRestoringIsExact()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path(), 2, 6);
        const auto classes = store->classes().value();
        const auto before = store->examples().value();
        QVERIFY(store->removeExamples({before[0].id, before[4].id}));
        const auto fewer = store->examples().value();
        QCOMPARE(fewer.size(), before.size() - 2);
        QVERIFY(store->example(before[0].id)); // still there for old runs
        QVERIFY(store->exampleBytes(before[0].id));

        QVERIFY(store->removeClass(classes[0].id));
        QCOMPARE(store->classes().value().size(), std::size_t(1));
        QCOMPARE(store->examples().value().size(), std::size_t(6));
        QVERIFY(store->restoreClass(classes[0].id));
        QCOMPARE(store->classes().value(), classes);
        QCOMPARE(store->examples().value(), fewer); // the two removed before stay removed
        QVERIFY(store->restoreExamples({before[0].id, before[4].id}));
        QCOMPARE(store->examples().value(), before);
    }

    void movingExamples()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path(), 2, 3);
        const ClassId to = store->classes().value()[1].id;
        const ExampleId moved = store->examples().value()[0].id;
        QVERIFY(store->moveExamples({moved}, to));
        QCOMPARE(store->example(moved).value().classId, to);
        QVERIFY(!store->moveExamples({moved}, ClassId {99}));
        QCOMPARE(store->example(moved).value().classId, to);
    }

    void testSetIsSetExactly()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path(), 2, 6);
        const auto examples = store->examples().value();
        const std::vector<ExampleId> wanted {examples[1].id, examples[7].id};
        QVERIFY(store->setTestSet(wanted));
        std::vector<ExampleId> test;
        const std::vector<Example> changed = store->examples().value();
        for (const Example &example : changed) {
            if (example.role == Role::Test)
                test.push_back(example.id);
        }
        QCOMPARE(test, wanted);
    }

    void whatWasTestedOnNeverBecomesPool()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        QVERIFY(!store->setTestSet({}));
        QCOMPARE(store->example(comparison.testExamples[0]).value().role, Role::Test);
        QVERIFY(store->setTestSet(comparison.testExamples)); // no change is no harm
    }

    void copyIsCompleteAndAlone()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        const QString copy = folder.path(QStringLiteral("it's a copy.shotlab"));
        QVERIFY(store->saveCopy(copy));
        const auto copied = LabStore::open(copy, Access::ReadWrite);
        QVERIFY(copied);
        QCOMPARE((*copied)->examples().value(), store->examples().value());
        const Done again = store->saveCopy(copy);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::LabExists);
    }

    void afterCloseNothingIsWritten()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        QVERIFY(store->close());
        QVERIFY(store->close());
        QVERIFY(!store->setInfo({}));
        QVERIFY(!store->info());
    }
};

QTEST_GUILESS_MAIN(TestLabStore)
#include "tst_LabStore.moc"
