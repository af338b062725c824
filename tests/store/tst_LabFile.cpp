// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStorageInfo>
#include <QTest>

#include "LabFixture.h"

using namespace shotlab;
using namespace shotlab::test;
using store::Access;
using store::LabStore;

namespace
{

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

ErrorCode openError(const QString &path, Access access = Access::ReadWrite)
{
    const auto store = LabStore::open(path, access);
    return store ? ErrorCode::NothingToRun : store.error().code; // a code no store ever gives: it opened
}

/// Starts this program as an ordinary user (root may write anywhere) on one lab; gives its exit status.
int asOrdinaryUser(const char *what, const QString &path)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(what), path});
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// The other side of asOrdinaryUser: 0 = read everything; 10 + error code when it did not open.
int helper(const QByteArray &what, const QString &path)
{
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setuid(kNobody) != 0)
        return 1;
    const auto store = LabStore::open(path, what == "read" ? Access::ReadOnly : Access::ReadWrite);
    if (!store)
        return 10 + static_cast<int>(store.error().code);
    return (*store)->examples().value().size() == 27 ? 0 : 2;
}

/// A disk of a few megabytes over a folder, where this process may mount one.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, const char *size)
        : m_folder(QFile::encodeName(folder)), m_mounted(mount("none", m_folder.constData(), "tmpfs", 0, size) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool isThere() const { return m_mounted; }

private:
    QByteArray m_folder;
    bool m_mounted;
};

void setAccess(const QString &path, const char *octal)
{
    QCOMPARE(QProcess::execute(QStringLiteral("chmod"), {QString::fromLatin1(octal), path}), 0);
}

} // namespace

class TestLabFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createRefuses()
    {
        const LabFolder folder;
        QVERIFY(makeLab(folder.path()));
        const auto again = LabStore::create(folder.path(), {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::LabExists);
        QCOMPARE(LabStore::create(folder.path(QStringLiteral("no/such/folder.shotlab")), {}).error().code,
                 ErrorCode::LabNotCreated);
        QCOMPARE(LabStore::create(QStringLiteral("/proc/lab.shotlab"), {}).error().code, ErrorCode::LabNotCreated);
        QCOMPARE(folder.files(), QStringList {QStringLiteral("lab.shotlab")});
    }

    void closedLabIsOneFile()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path());
        QVERIFY(folder.files().size() > 1); // log and lock while it is open
        QVERIFY(store->close());
        QCOMPARE(folder.files(), QStringList {QStringLiteral("lab.shotlab")});
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM example")), 27);
    }

    void whatIsNoLab_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("text") << QByteArray("this is a letter to my aunt\n").repeated(50);
        QTest::addRow("sqlite header only") << QByteArray("SQLite format 3\0", 16);
        QTest::addRow("zeros") << QByteArray(8192, '\0');
    }
    void whatIsNoLab()
    {
        QFETCH(QByteArray, bytes);
        const LabFolder folder;
        write(folder.path(), bytes);
        QCOMPARE(openError(folder.path()), ErrorCode::LabNotALab);
        QCOMPARE(openError(folder.path(), Access::ReadOnly), ErrorCode::LabNotALab);
        QCOMPARE(contents(folder.path()), bytes);
        QCOMPARE(folder.files().size(), 1);
    }

    void otherThingsThatAreNoLab()
    {
        const LabFolder folder;
        QCOMPARE(openError(folder.path()), ErrorCode::LabNotFound);
        QCOMPARE(openError(folder.folder()), ErrorCode::LabNotALab);
        QVERIFY(poked(folder.path(), QStringLiteral("CREATE TABLE lab (id INTEGER)"))); // somebody else's database
        QCOMPARE(openError(folder.path()), ErrorCode::LabNotALab);
    }

    void damagedFilesAreKeptAsTheyAre_data()
    {
        QTest::addColumn<int>("from"); // in percent of the file
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("cut");
        QTest::addRow("cut in the middle") << 50 << 100 << true;
        QTest::addRow("last bytes missing") << 99 << 100 << true;
        QTest::addRow("garbage in the middle") << 30 << 60 << false;
        QTest::addRow("everything but the header") << 1 << 100 << false;
    }
    void damagedFilesAreKeptAsTheyAre()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, cut);
        const LabFolder folder;
        QVERIFY(makeLab(folder.path(), 4, 60, 3000));
        QByteArray bytes = contents(folder.path());
        const qsizetype first = std::max<qsizetype>(100, bytes.size() * from / 100), last = bytes.size() * to / 100;
        if (cut)
            bytes.truncate(first);
        for (qsizetype i = first; !cut && i < last; ++i)
            bytes[i] = static_cast<char>(i * 7919 >> 3);
        write(folder.path(), bytes);
        QCOMPARE(openError(folder.path()), ErrorCode::LabDamaged);
        QCOMPARE(openError(folder.path(), Access::ReadOnly), ErrorCode::LabDamaged);
        QCOMPARE(contents(folder.path()), bytes);
        QCOMPARE(folder.files().size(), 1);
    }

    void newerVersionIsReadOnly()
    {
        const LabFolder folder;
        QVERIFY(makeLab(folder.path()));
        QVERIFY(poked(folder.path(), QStringLiteral("PRAGMA user_version = 99")));
        QVERIFY(poked(folder.path(), QStringLiteral("UPDATE lab SET written_by = '7.5.0'")));
        const QByteArray before = contents(folder.path());
        const auto store = LabStore::open(folder.path(), Access::ReadWrite);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::LabNewerVersion);
        QCOMPARE(store.error().arguments, (std::vector<std::string> {folder.path().toStdString(), "7.5.0"}));
        QCOMPARE(contents(folder.path()), before);
        const auto readable = LabStore::open(folder.path(), Access::ReadOnly);
        QVERIFY(readable);
        QCOMPARE((*readable)->examples().value().size(), std::size_t(27));
    }

    void oneWriterManyReaders()
    {
        const LabFolder folder;
        const StorePtr writer = makeLab(folder.path());
        const auto second = LabStore::open(folder.path(), Access::ReadWrite);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::LabInUse);
        const std::string expected = "tst_LabFile (" + std::to_string(getpid()) + ") on ";
        QVERIFY2(second.error().arguments.at(1).starts_with(expected), second.error().arguments.at(1).c_str());

        const QString link = folder.path(QStringLiteral("link.shotlab"));
        QVERIFY(QFile::link(folder.path(), link));
        QCOMPARE(openError(link), ErrorCode::LabInUse);

        const auto reader = LabStore::open(folder.path(), Access::ReadOnly);
        QVERIFY(reader);
        LabInfo info = writer->info().value();
        info.title = "fresh";
        QVERIFY(writer->setInfo(info));
        QCOMPARE((*reader)->info().value().title, std::string("fresh"));
        QCOMPARE((*reader)->setInfo(info).error().code, ErrorCode::LabReadOnly);
        QVERIFY(!(*reader)->addClass({}));
    }

    void closingDoesNotWaitForReaders()
    {
        const LabFolder folder;
        StorePtr writer = makeLab(folder.path());
        auto reader = LabStore::open(folder.path(), Access::ReadOnly).value();
        QVERIFY(reader->info());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(writer->close());
        QVERIFY(timer.elapsed() < 4500); // waiting would take five seconds
        QCOMPARE(reader->examples().value().size(), std::size_t(27));
        reader.reset();
        QVERIFY(LabStore::open(folder.path(), Access::ReadWrite)); // and the next one tidies up
        QCOMPARE(folder.files(), QStringList {QStringLiteral("lab.shotlab")});
    }

    void runsOfADeadProgramAreInterrupted()
    {
        const LabFolder folder;
        StorePtr store = makeLab(folder.path());
        const Comparison comparison = addedComparison(*store);
        QVERIFY(store->beginRun(comparison.id, specFor(comparison, drawsOver(*store), {1, Shots(1), 0}), "f", someProvenance()));
        {
            const auto reader = LabStore::open(folder.path(), Access::ReadOnly).value();
            QCOMPARE(reader->runs(comparison.id).value()[0].status, RunStatus::Running);
        }
        store.reset();
        {
            const auto reader = LabStore::open(folder.path(), Access::ReadOnly).value();
            QCOMPARE(reader->runs(comparison.id).value()[0].status, RunStatus::Interrupted);
        }
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM run WHERE status = 'running'")), 1);
        store = LabStore::open(folder.path(), Access::ReadWrite).value();
        QCOMPARE(store->runs(comparison.id).value()[0].status, RunStatus::Interrupted);
        store.reset();
        QCOMPARE(asked(folder.path(), QStringLiteral("SELECT count(*) FROM run WHERE status = 'running'")), 0);
    }

    void writeProtectedPlaces()
    {
        const LabFolder folder;
        QVERIFY(makeLab(folder.path()));
        constexpr int kReadOnlyExit = 10 + static_cast<int>(ErrorCode::LabReadOnly);
        setAccess(folder.path(), "444");
        setAccess(folder.folder(), "555");
        QCOMPARE(asOrdinaryUser("read", folder.path()), 0);
        QCOMPARE(asOrdinaryUser("write", folder.path()), kReadOnlyExit);
        setAccess(folder.path(), "666");
        QCOMPARE(asOrdinaryUser("write", folder.path()), kReadOnlyExit); // no lock without writing to the folder
        // A log-keeping file without its log, as a copy of an open lab leaves it.
        setAccess(folder.folder(), "755");
        QVERIFY(poked(folder.path(), QStringLiteral("PRAGMA journal_mode = WAL")));
        QCOMPARE(folder.files().size(), 1);
        setAccess(folder.folder(), "555");
        QCOMPARE(asOrdinaryUser("read", folder.path()), 0);
        setAccess(folder.folder(), "755");
    }

    void failedWriteChangesNothing()
    {
        const LabFolder folder;
        const StorePtr store = makeLab(folder.path());
        // The kernel refuses to let any file grow, as a quota or a failing disk would.
        const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit tiny {1 << 20, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tiny);
        const ClassId classId = store->classes().value()[0].id;
        const auto added = addExamples(*store, {newExample(classId, 500), newExample(classId, 501, 3 << 20)});
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, ignored);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::LabWriteFailed);
        QCOMPARE(store->examples().value().size(), std::size_t(27));
        QVERIFY(addExamples(*store, {newExample(classId, 500)})); // and it goes on
        QCOMPARE(store->examples().value().size(), std::size_t(28));
    }

    void fullDiskChangesNothing()
    {
        const LabFolder folder;
        const SmallDisk disk(folder.folder(), "size=4m");
        if (!disk.isThere())
            QSKIP("mounting a small disk needs root");
        StorePtr store = makeLab(folder.path(), 3, 9, 20'000);
        QVERIFY(store);
        const std::vector<store::NewExample> more {newExample(store->classes().value()[0].id, 500),
                                                   newExample(store->classes().value()[0].id, 501, 1 << 20)};
        const QString copy = folder.path(QStringLiteral("copy"));
        const QString filler = folder.path(QStringLiteral("filler"));
        write(filler, QByteArray(QStorageInfo(folder.folder()).bytesAvailable() - 200'000, 'x'));

        const auto added = addExamples(*store, more);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::DiskFull);
        QCOMPARE(store->examples().value().size(), std::size_t(27));
        const Done copied = store->saveCopy(copy);
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, ErrorCode::DiskFull);
        QCOMPARE(copied.error().arguments[0], copy.toStdString());
        QVERIFY(!QFile::exists(copy));

        QVERIFY(QFile::remove(filler)); // once there is room again, it goes on
        QVERIFY(addExamples(*store, more));
        store.reset();
        QCOMPARE(LabStore::open(folder.path(), Access::ReadWrite).value()->examples().value().size(), std::size_t(29));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && (arguments[1] == QLatin1String("read") || arguments[1] == QLatin1String("write")))
        return helper(arguments[1].toLatin1(), arguments[2]);
    TestLabFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_LabFile.moc"
