// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include "ImporterTest.h"

using namespace shotlab;
using namespace shotlab::importer;
using namespace shotlab::importer::test;

class TestFolderImport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &path) const { return m_folder->filePath(path); }
    void put(const QStringList &paths)
    {
        for (const QString &path : paths)
            write(at(path), png(static_cast<int>(qHash(path, 0) % 256)));
    }
    static QStringList origins(const ImportedClass &one)
    {
        QStringList result;
        for (const ImportedExample &example : one.examples)
            result.append(QString::fromStdString(example.origin));
        return result;
    }
    QStringList rejected(const ImportedData &data) const
    {
        QStringList result;
        for (const Rejected &one : data.rejected)
            result.append(QDir(m_folder->path()).relativeFilePath(one.path) + ' '
                          + QString::number(static_cast<int>(one.reason.code)));
        return result;
    }
    static QString code(ErrorCode code) { return QString::number(static_cast<int>(code)); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void oneFolderPerClass()
    {
        put({"pets/dog/2.png", "pets/dog/10.png", "pets/cat/a.PNG", "pets/Bird/x.png"});
        write(at("pets/cat/b.jpeg"), picture({8, 8}, Qt::red, "JPEG"));
        const auto data = importFolder(at("pets"));
        VERIFY_RESULT(data);
        QCOMPARE(data->title, std::string("pets"));
        QCOMPARE(summary(*data), QString("Bird:1 cat:2 dog:2"));
        QCOMPARE(origins(data->classes[2]), (QStringList {"pets/dog/2.png", "pets/dog/10.png"}));
        QVERIFY(data->rejected.empty());
        QVERIFY(!data->classes[0].examples[0].test);
    }

    void classesInNaturalOrder()
    {
        put({"d/class 10/a.png", "d/class 9/a.png", "d/Class 1/a.png"});
        const auto data = importFolder(at("d/")); // with a slash at the end
        VERIFY_RESULT(data);
        QCOMPARE(data->title, std::string("d"));
        QCOMPARE(summary(*data), QString("Class 1:1 class 9:1 class 10:1"));
    }

    void namesOfAllScripts()
    {
        put({"d/\u732b/\u4e00.png", "d/\U0001F436 dog/x y.png", "d/cafe\u0301/a.png", "d/caf\u00e9/b.png"});
        const auto data = importFolder(at("d"));
        VERIFY_RESULT(data);
        // Composed and decomposed spelling of a name are one class.
        QCOMPARE(summary(*data), QString("caf\u00e9:2 \u732b:1 \U0001F436 dog:1"));
    }

    void goesDownWrappers()
    {
        put({"down/a/b/cat/1.png", "down/a/b/dog/1.png", "down/a/__MACOSX/b/._1.png", "down/a/b/.hidden/1.png"});
        write(at("down/README.md"), "text");
        write(at("down/a/.DS_Store"), "x");
        const auto data = importFolder(at("down"));
        VERIFY_RESULT(data);
        QCOMPARE(data->title, std::string("down"));
        QCOMPARE(summary(*data), QString("cat:1 dog:1"));
    }

    void doesNotGoDownBesidePictures()
    {
        put({"down/loose.png", "down/a/cat/1.png", "down/a/dog/1.png"});
        COMPARE_ERROR(importFolder(at("down")), ErrorCode::NotEnoughClasses, {"1"});
    }

    void takesFoldersBelowAClass()
    {
        put({"d/cat/z.png", "d/cat/more/1.png", "d/cat/more/deep/er/2.png", "d/dog/1.png", "d/cat/.git/3.png"});
        const auto data = importFolder(at("d"));
        VERIFY_RESULT(data);
        QCOMPARE(origins(data->classes[0]), (QStringList {"d/cat/z.png", "d/cat/more/1.png", "d/cat/more/deep/er/2.png"}));
    }

    void skipsWhatIsNoPictureByName()
    {
        put({"d/cat/1.png", "d/dog/1.png", "d/cat/.hidden.png", "d/loose.png"});
        for (const char *name : {"d/cat/notes.txt", "d/cat/png", "d/dog/Thumbs.db", "d/dog/1.png.part", "d/dog/.DS_Store"})
            write(at(name), "x");
        const auto data = importFolder(at("d"));
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("cat:1 dog:1"));
        QVERIFY(data->rejected.empty());
    }

    void rejectsWhatCannotBeRead()
    {
        put({"d/cat/1.png", "d/dog/1.png"});
        write(at("d/cat/2.png"), "no picture");
        write(at("d/dog/3.jpg"), picture({50, 50}, Qt::red, "JPEG").chopped(40));
        write(at("d/fish/1.png"), "no picture");
        QVERIFY(QDir().mkpath(at("d/empty")));
        QVERIFY(QFile::link(at("nowhere.png"), at("d/cat/link.png")));
        QCOMPARE(mkfifo(qPrintable(at("d/dog/pipe.png")), 0600), 0);
        const auto data = importFolder(at("d"));
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("cat:1 dog:1"));
        const QString unreadable = code(ErrorCode::PictureUnreadable);
        QCOMPARE(rejected(*data),
                 (QStringList {"d/cat/2.png " + unreadable, "d/cat/link.png " + code(ErrorCode::PathNotFound),
                               "d/dog/3.jpg " + unreadable, "d/dog/pipe.png " + unreadable, "d/fish/1.png " + unreadable,
                               "d/empty " + code(ErrorCode::FolderEmpty), "d/fish " + code(ErrorCode::FolderEmpty)}));
        QCOMPARE(wording(data->rejected[5].reason), wording(ErrorCode::FolderEmpty, {at("d/empty").toStdString()}));
    }

    void linksAreFollowedOnce()
    {
        put({"outside/o.png", "outside/below/p.png", "d/cat/1.png", "d/dog/1.png"});
        QVERIFY(QFile::link(at("outside"), at("d/cat/linked")));
        QVERIFY(QFile::link(at("outside"), at("d/cat/once more")));
        QVERIFY(QFile::link(".", at("d/cat/self")));
        QVERIFY(QFile::link("..", at("d/cat/up")));
        QVERIFY(QFile::link("../..", at("d/dog/further up")));
        QVERIFY(QFile::link("/", at("d/dog/all the way")));
        QVERIFY(QFile::link("../cat", at("d/dog/neighbour")));
        QVERIFY(QFile::link(at("d/dog"), at("outside/back")));
        const auto data = importFolder(at("d"));
        VERIFY_RESULT(data);
        QCOMPARE(origins(data->classes[0]), (QStringList {"d/cat/1.png", "d/cat/linked/o.png", "d/cat/linked/below/p.png"}));
        QCOMPARE(origins(data->classes[1]), (QStringList {"d/dog/1.png"}));
    }

    void aClassMayBeALink()
    {
        put({"elsewhere/1.png", "d/dog/1.png"});
        QVERIFY(QFile::link(at("elsewhere"), at("d/cat")));
        const auto data = importFolder(at("d"));
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("cat:1 dog:1"));
    }

    void wrappersThatLoopEnd()
    {
        QVERIFY(QDir().mkpath(at("d/inner")));
        QVERIFY(QFile::link("..", at("d/inner/up")));
        COMPARE_ERROR(importFolder(at("d")), ErrorCode::FolderEmpty, {at("d").toStdString()});
    }

    void errors()
    {
        COMPARE_ERROR(importFolder(at("missing")), ErrorCode::PathNotFound, {at("missing").toStdString()});
        put({"file.png", "one/cat/1.png", "loose/1.png", "loose/2.png"});
        COMPARE_ERROR(importFolder(at("file.png")), ErrorCode::PathNotFound, {at("file.png").toStdString()});
        COMPARE_ERROR(importFolder(at("one")), ErrorCode::NotEnoughClasses, {"1"});
        COMPARE_ERROR(importFolder(at("loose")), ErrorCode::NotEnoughClasses, {"1"});

        QVERIFY(QDir().mkpath(at("empty/cat")));
        QVERIFY(QDir().mkpath(at("empty/dog")));
        QVERIFY(QDir().mkpath(at("bare")));
        write(at("empty/dog/notes.md"), "x");
        COMPARE_ERROR(importFolder(at("empty")), ErrorCode::FolderEmpty, {at("empty").toStdString()});
        COMPARE_ERROR(importFolder(at("bare")), ErrorCode::FolderEmpty, {at("bare").toStdString()});

        write(at("bad/cat/1.png"), "x");
        write(at("bad/dog/1.png"), "x");
        COMPARE_ERROR(importFolder(at("bad")), ErrorCode::NoReadablePictures, {at("bad").toStdString()});
        put({"half/cat/1.png"});
        write(at("half/dog/1.png"), "x");
        COMPARE_ERROR(importFolder(at("half")), ErrorCode::NotEnoughClasses, {"1"});
    }

    void closedFoldersAreReported()
    {
        if (geteuid() == 0)
            QSKIP("The administrator may read everything.");
        put({"d/cat/1.png", "d/dog/1.png", "d/cow/1.png"});
        QVERIFY(QFile::setPermissions(at("d/cow"), {}));
        const auto data = importFolder(at("d"));
        QVERIFY(QFile::setPermissions(at("d/cow"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        VERIFY_RESULT(data);
        QCOMPARE(summary(*data), QString("cat:1 dog:1"));
        QVERIFY(rejected(*data).contains("d/cow " + code(ErrorCode::PictureUnreadable)));
    }

    void stoppingIsNoError()
    {
        put({"d/cat/1.png", "d/dog/1.png"});
        std::stop_source stop;
        const auto data = importFolder(
            at("d"), [&](int, int) { stop.request_stop(); }, stop.get_token());
        VERIFY_RESULT(data);
        QVERIFY(data->classes.empty());
        QVERIFY(data->rejected.empty());
        const auto before = importFolder(at("d"), {}, stop.get_token());
        VERIFY_RESULT(before);
        QVERIFY(before->classes.empty());
    }

    void filesAndFoldersForOneClass()
    {
        put({"a/1.png", "a/below/2.png", "b.png"});
        write(at("renamed.dat"), png());
        write(at("a/skipped.txt"), "x");
        write(at("notes.txt"), "x");
        const ImportedData data = importFiles({at("b.png"), at("a"), at("renamed.dat"), at("notes.txt"), at("missing.png")}, Modality::Picture);
        QCOMPARE(data.classes.size(), std::size_t(1));
        QCOMPARE(origins(data.classes[0]), (QStringList {"b.png", "a/1.png", "a/below/2.png", "renamed.dat"}));
        QCOMPARE(
            rejected(data),
            (QStringList {"notes.txt " + code(ErrorCode::PictureUnreadable), "missing.png " + code(ErrorCode::PathNotFound)}));
        const ImportedData nothing = importFiles({}, Modality::Picture);
        QCOMPARE(nothing.classes.size(), std::size_t(1));
        QVERIFY(nothing.classes[0].examples.empty());
    }

    void pathsDecideForThemselves()
    {
        put({"d/cat/1.png", "d/dog/1.png"});
        write(at("t.csv"), "image,label\nd/cat/1.png,c\nd/dog/1.png,d\n");
        const auto folder = importPath(at("d"));
        VERIFY_RESULT(folder);
        QCOMPARE(summary(*folder), QString("cat:1 dog:1"));
        const auto table = importPath(at("t.csv"));
        VERIFY_RESULT(table);
        QCOMPARE(summary(*table), QString("c:1 d:1"));
        COMPARE_ERROR(importPath(at("missing")), ErrorCode::PathNotFound, {at("missing").toStdString()});
    }
};

QTEST_GUILESS_MAIN(TestFolderImport)
#include "tst_FolderImport.moc"
