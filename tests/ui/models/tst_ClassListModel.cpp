// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "SampleViews.h"
#include "models/ClassListModel.h"

using namespace shotlab;
using models::ClassListModel;

class TestClassListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsCountsAndNames()
    {
        ClassListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLab(test::sampleLab());
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex dog = model.index(1);
        QCOMPARE(dog.data(ClassListModel::NameRole).toString(), QStringLiteral("dog"));
        QCOMPARE(dog.data(ClassListModel::PoolRole).toInt(), 12);
        QCOMPARE(dog.data(ClassListModel::TestRole).toInt(), 2);
        QCOMPARE(dog.data(ClassListModel::TotalRole).toInt(), 14);
        QCOMPARE(dog.data(ClassListModel::ExamplesRole).value<QVector<qlonglong>>().size(), 14);
        model.setLab(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void changesOnlyTheRowsThatChanged()
    {
        ClassListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto lab = test::sampleLab();
        model.setLab(lab);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        auto next = std::make_shared<runner::LabView>(*lab);
        next->classes[2].poolCount = 13;
        model.setLab(next);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 2);
    }

    void renamingAsksAndWaits()
    {
        ClassListModel model;
        model.setLab(test::sampleLab());
        QSignalSpy renames(&model, &ClassListModel::renameWanted);
        QVERIFY(model.setData(model.index(0), QStringLiteral("  tabby "), Qt::EditRole));
        QCOMPARE(renames.first().at(1).toString(), QStringLiteral("tabby"));
        QCOMPARE(model.index(0).data(ClassListModel::NameRole).toString(), QStringLiteral("cat"));
        QVERIFY(!model.setData(model.index(0), QStringLiteral("  "), Qt::EditRole));
        QVERIFY(!model.setData(model.index(0), QStringLiteral("cat"), Qt::EditRole));
        QCOMPARE(renames.size(), 1);
    }

    void dropsGoToTheRowOrBecomeClasses()
    {
        ClassListModel model;
        model.setLab(test::sampleLab());
        QSignalSpy files(&model, &ClassListModel::filesDropped);
        QSignalSpy classes(&model, &ClassListModel::classesDropped);
        QMimeData mime;
        mime.setUrls(
            {QUrl::fromLocalFile(QStringLiteral("/pictures/狐.png")), QUrl(QStringLiteral("https://example.org/a.png"))});
        QVERIFY(model.canDropMimeData(&mime, Qt::CopyAction, -1, -1, model.index(2)));
        QVERIFY(model.dropMimeData(&mime, Qt::CopyAction, -1, -1, model.index(2)));
        QCOMPARE(files.first().first().toStringList(), QStringList {QStringLiteral("/pictures/狐.png")});
        QCOMPARE(files.first().at(1).value<ClassId>().value, 3);
        QVERIFY(model.dropMimeData(&mime, Qt::CopyAction, -1, -1, {}));
        QCOMPARE(classes.size(), 1);
        QMimeData text;
        text.setText(QStringLiteral("hello"));
        QVERIFY(!model.canDropMimeData(&text, Qt::CopyAction, -1, -1, model.index(0)));
    }
};

QTEST_MAIN(TestClassListModel)
#include "tst_ClassListModel.moc"
