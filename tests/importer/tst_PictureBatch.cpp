// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <atomic>
#include <thread>

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include "ImporterTest.h"
#include "importer/PictureBatch.h"
#include "media/Picture.h"

using namespace shotlab;
using namespace shotlab::importer;
using namespace shotlab::importer::test;

namespace
{

std::vector<FoundFile> numbered(int count)
{
    std::vector<FoundFile> pictures;
    for (int i = 0; i < count; ++i)
        pictures.push_back({QString::number(i), "origin " + std::to_string(i), {}, static_cast<std::size_t>(i % 2)});
    return pictures;
}

ImportedData twoClasses()
{
    ImportedData data;
    data.classes.resize(2);
    return data;
}

} // namespace

class TestPictureBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Large and small pictures in turn: the small ones are ready first.
    void keepsTheOrder()
    {
        const QByteArray large = picture({900, 900}, Qt::green, "JPEG");
        const auto read = [&large](const FoundFile &found) -> Result<QByteArray> {
            const int number = found.path.toInt();
            return number % 4 == 0 ? large : png(number);
        };
        ImportedData data = twoClasses();
        addPictures(numbered(60), read, {}, {}, data);
        QCOMPARE(summary(data), QString(":30 :30"));
        for (std::size_t i = 0; i < 30; ++i) {
            QCOMPARE(data.classes[0].examples[i].origin, "origin " + std::to_string(2 * i));
            QCOMPARE(data.classes[1].examples[i].origin, "origin " + std::to_string(2 * i + 1));
            QCOMPARE(data.classes[1].examples[i].bytes.read().value(), png(static_cast<int>(2 * i + 1)));
        }
    }

    void fillsInEverything()
    {
        const QByteArray bytes = turnedJpeg({40, 20});
        ImportedData data = twoClasses();
        addPictures(
            {{"x.jpg", "here", "someone", 1}}, [&](const FoundFile &) { return Result<QByteArray>(bytes); }, {}, {}, data);
        QCOMPARE(data.classes[1].examples.size(), std::size_t(1));
        const ImportedExample &example = data.classes[1].examples.front();
        QCOMPARE(example.bytes.read().value(), bytes);
        QCOMPARE(example.hash, media::sha256(bytes));
        QCOMPARE(example.originalHash, std::string());
        QCOMPARE(example.group, std::string("someone"));
        QCOMPARE(QSize(example.width, example.height), QSize(20, 40)); // upright
        const QImage thumbnail = QImage::fromData(example.thumbnail.read().value());
        QCOMPARE(thumbnail.size(), QSize(20, 40));
    }

    void scalesLargePicturesDown()
    {
        const QByteArray bytes = picture({3024, 3024}, Qt::red, "JPEG");
        ImportedData data = twoClasses();
        addPictures(
            {{"x.jpg", {}, {}, 0}}, [&](const FoundFile &) { return Result<QByteArray>(bytes); }, {}, {}, data);
        const ImportedExample &example = data.classes[0].examples.at(0);
        QCOMPARE(QSize(example.width, example.height), QSize(1024, 1024));
        QCOMPARE(QImage::fromData(example.bytes.read().value()).size(), QSize(1024, 1024));
        QCOMPARE(example.originalHash, media::sha256(bytes));
        QCOMPARE(example.hash, media::sha256(example.bytes.read().value()));
        QVERIFY(example.hash != example.originalHash);
    }

    void rejectsWithPathAndReason()
    {
        const auto read = [](const FoundFile &found) -> Result<QByteArray> {
            switch (found.path.toInt()) {
            case 0:
                return QByteArray("text, not a picture");
            case 1:
                return png();
            case 2:
                return picture({64, 64}, Qt::blue, "JPEG").chopped(60);
            case 3:
                return QByteArray();
            default:
                return fail(ErrorCode::PathNotFound, {"4"});
            }
        };
        ImportedData data = twoClasses();
        addPictures(numbered(5), read, {}, {}, data);
        QCOMPARE(summary(data), QString(":0 :1"));
        QStringList reasons;
        for (const Rejected &one : data.rejected)
            reasons.append(one.path + ' ' + wording(one.reason));
        QCOMPARE(reasons,
                 (QStringList {"0 " + wording(ErrorCode::PictureUnreadable, {"0", "not-a-picture"}),
                               "2 " + wording(ErrorCode::PictureUnreadable, {"2", "truncated"}),
                               "3 " + wording(ErrorCode::PictureUnreadable, {"3", "empty"}),
                               "4 " + wording(ErrorCode::PathNotFound, {"4"})}));
    }

    void reportsProgressFromTheCallingThread()
    {
        std::vector<int> reported;
        bool elsewhere = false;
        const auto progress = [&, caller = std::this_thread::get_id()](int done, int total) {
            elsewhere |= std::this_thread::get_id() != caller || total != 200;
            reported.push_back(done);
        };
        ImportedData data = twoClasses();
        addPictures(
            numbered(200), [](const FoundFile &) { return Result<QByteArray>(png()); }, progress, {}, data);
        QVERIFY(!elsewhere);
        QCOMPARE(reported.front(), 0);
        QCOMPARE(reported.back(), 200);
        QVERIFY(std::is_sorted(reported.begin(), reported.end()));
    }

    void nothingToDoIsReportedToo()
    {
        int calls = 0;
        ImportedData data;
        addPictures(
            {}, {}, [&](int done, int total) { calls += done == 0 && total == 0; }, {}, data);
        QCOMPARE(calls, 2);
    }

    void stopsSoonAndKeepsWhatIsDone()
    {
        std::stop_source stop;
        std::atomic<int> reads = 0;
        const auto read = [&](const FoundFile &) -> Result<QByteArray> {
            if (++reads == 10)
                stop.request_stop();
            return png();
        };
        ImportedData data = twoClasses();
        addPictures(numbered(100000), read, {}, stop.get_token(), data);
        QVERIFY(reads >= 10 && reads <= 11); // one thread each may be in the middle of a picture
        const std::size_t kept = data.classes[0].examples.size() + data.classes[1].examples.size();
        QCOMPARE(kept, static_cast<std::size_t>(reads));
        QVERIFY(data.rejected.empty());
    }

    void readsRegularFilesOnly()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath("pipe.png");
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        COMPARE_ERROR(readRegularFile(pipe), ErrorCode::PictureUnreadable, {pipe.toStdString(), "not-a-file"});
        COMPARE_ERROR(readRegularFile("/dev/zero"), ErrorCode::PictureUnreadable, {"/dev/zero", "not-a-file"});
        COMPARE_ERROR(readRegularFile(folder.path()), ErrorCode::PictureUnreadable, {folder.path().toStdString(), "not-a-file"});
        const QString link = folder.filePath("link.png");
        QVERIFY(QFile::link("/dev/zero", link));
        COMPARE_ERROR(readRegularFile(link), ErrorCode::PictureUnreadable, {link.toStdString(), "not-a-file"});
        const QString missing = folder.filePath("missing.png");
        COMPARE_ERROR(readRegularFile(missing), ErrorCode::PathNotFound, {missing.toStdString()});
    }

    void refusesHugeFilesWithoutReadingThem()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("huge.png");
        write(path, png());
        QVERIFY(QFile::resize(path, kMaximumFileBytes + 1)); // a hole; takes no room on the disk
        COMPARE_ERROR(readRegularFile(path), ErrorCode::PictureUnreadable, {path.toStdString(), "too-many-bytes"});
    }

    void saysWhenAFileMayNotBeRead()
    {
        if (geteuid() == 0)
            QSKIP("The administrator may read everything.");
        const QTemporaryDir folder;
        const QString path = folder.filePath("mine.png");
        write(path, png());
        QVERIFY(QFile::setPermissions(path, {}));
        COMPARE_ERROR(readRegularFile(path), ErrorCode::PictureUnreadable, {path.toStdString(), "no-permission"});
    }
};

QTEST_GUILESS_MAIN(TestPictureBatch)
#include "tst_PictureBatch.moc"
