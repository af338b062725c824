// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/LabFile.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include "store/Migrations.h"

namespace shotlab::store
{

namespace
{

constexpr int kHeaderBytes = 100; // sqlite.org/fileformat.html, "The Database Header"
constexpr int kApplicationIdOffset = 68;

/// Looks at the header alone, so that a text file or somebody else's database is never opened through SQLite.
Done checkHeader(const QString &path)
{
    const std::string name = path.toStdString();
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::LabNotFound, {name});
    QFile file(path);
    if (!info.isFile())
        return fail(ErrorCode::LabNotALab, {name});
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::LabUnreadable, {name}, file.errorString().toStdString());
    const QByteArray header = file.read(kHeaderBytes);
    if (header.size() < kHeaderBytes || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return fail(ErrorCode::LabNotALab, {name});
    if (qFromBigEndian<qint32>(header.constData() + kApplicationIdOffset) != kApplicationId)
        return fail(ErrorCode::LabNotALab, {name}, "another program's database");
    return {};
}

QString lockPath(const QString &labPath) { return labPath + QStringLiteral(".lock"); }

/// "program (pid) on host", as far as the lock file tells.
std::string holderOf(const QLockFile &lock)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&pid, &host, &program))
        return {};
    return QStringLiteral("%1 (%2) on %3").arg(program).arg(pid).arg(host).toStdString();
}

Result<int> versionOf(const Database &database)
{
    int version = 0;
    return database.each(QStringLiteral("PRAGMA user_version"), {}, [&](const Row &row) { version = row.number(0); }).map([&] {
        return version;
    });
}

/// Who wrote a file of a newer version. lab.written_by is promised to stay in all versions; if not, the number must do.
std::string writerOf(const Database &database, int version)
{
    std::string writer;
    const Done read
        = database.each(QStringLiteral("SELECT written_by FROM lab"), {}, [&](const Row &row) { writer = row.text(0); });
    return read && !writer.empty() ? writer : "file version " + std::to_string(version);
}

} // namespace

Done LabFile::lock()
{
    m_lock = std::make_unique<QLockFile>(lockPath(m_path));
    m_lock->setStaleLockTime(0); // only a dead process loses its lock, never an old one
    if (m_lock->tryLock(0))
        return {};
    const std::string name = m_path.toStdString();
    const QLockFile::LockError error = m_lock->error();
    const std::string holder = holderOf(*m_lock);
    m_lock.reset();
    if (error == QLockFile::LockFailedError)
        return fail(ErrorCode::LabInUse, {name, holder});
    if (error == QLockFile::PermissionError)
        return fail(ErrorCode::LabReadOnly, {name}, "the folder cannot be written to");
    return fail(ErrorCode::LabWriteFailed, {name, "cannot make a lock file"});
}

bool LabFile::hasWriter() const
{
    if (m_lock)
        return true;
    qint64 pid = 0;
    QString host;
    QString program;
    if (!QLockFile(lockPath(m_path)).getLockInfo(&pid, &host, &program))
        return false;
    if (host != QSysInfo::machineHostName())
        return true; // nobody here can tell; the lock file says so
    return QFileInfo::exists(QStringLiteral("/proc/%1").arg(pid));
}

/// What keeps an existing lab from being written keeps a new one from coming about.
tl::unexpected<Error> LabFile::notCreated(const Error &why) const
{
    if (why.code != ErrorCode::LabReadOnly && why.code != ErrorCode::LabWriteFailed)
        return tl::unexpected(why);
    return fail(ErrorCode::LabNotCreated, {m_path.toStdString(), why.arguments.size() > 1 ? why.arguments[1] : why.technical});
}

Done LabFile::create(const QString &path)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_access = Access::ReadWrite;
    const std::string name = m_path.toStdString();
    if (QFileInfo::exists(m_path))
        return fail(ErrorCode::LabExists, {name});
    if (!QFileInfo(QFileInfo(m_path).absolutePath()).isDir())
        return fail(ErrorCode::LabNotCreated, {name, "no such folder"});
    if (const Done locked = lock(); !locked)
        return notCreated(locked.error());
    QFile file(m_path); // claims the name; SQLite takes an empty file for a new database
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        m_lock.reset();
        if (QFileInfo::exists(m_path))
            return fail(ErrorCode::LabExists, {name});
        return fail(ErrorCode::LabNotCreated, {name, file.errorString().toStdString()});
    }
    file.close();
    Done done = m_database.open(m_path, Database::Mode::Create).and_then([&] { return migrate(m_database); }).and_then([&] {
        return prepareForWriting();
    });
    if (!done) {
        m_database.close();
        QFile::remove(m_path);
        m_lock.reset();
        return notCreated(done.error());
    }
    return {};
}

Done LabFile::open(const QString &path, Access access)
{
    const QFileInfo info(path);
    m_path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath(); // one lock per file, whatever links lead to it
    m_access = access;
    if (Done header = checkHeader(m_path); !header)
        return header;
    if (access == Access::ReadOnly)
        return connectReadOnly();

    if (!QFileInfo(m_path).isWritable())
        return fail(ErrorCode::LabReadOnly, {m_path.toStdString()});
    Done done
        = lock().and_then([&] { return m_database.open(m_path, Database::Mode::ReadWrite); }).and_then([&] { return check(); });
    if (done)
        done = versionOf(m_database).and_then([&](int version) -> Done {
            if (version > latestVersion())
                return fail(ErrorCode::LabNewerVersion, {m_path.toStdString(), writerOf(m_database, version)});
            return version < latestVersion() ? upgrade() : Done();
        });
    if (done)
        done = prepareForWriting();
    if (!done) {
        m_database.close();
        m_lock.reset();
    }
    return done;
}

Done LabFile::connectReadOnly()
{
    return connectUntouched().and_then([&] { return versionOf(m_database); }).and_then([&](int version) {
        return standIn(m_database, version);
    });
}

Done LabFile::connectUntouched()
{
    Done done = m_database.open(m_path, Database::Mode::ReadOnly).and_then([&] { return check(); });
    if (done || done.error().code == ErrorCode::LabDamaged)
        return done;
    // In a folder that cannot be written to, SQLite cannot set up what a write-ahead log needs. Without a log nothing is
    // missing, and nobody can be writing there.
    if (QFileInfo(m_path + QStringLiteral("-wal")).size() > 0)
        return done;
    return m_database.open(m_path, Database::Mode::Immutable).and_then([&] { return check(); });
}

Done LabFile::check()
{
    const Result<int> version = versionOf(m_database);
    if (!version)
        return tl::unexpected(version.error());
    const std::string name = m_path.toStdString();
    if (*version < 1)
        return fail(ErrorCode::LabDamaged, {name}, "no version");
    std::string verdict;
    const Done read
        = m_database.each(QStringLiteral("PRAGMA quick_check(1)"), {}, [&](const Row &row) { verdict = row.text(0); });
    if (!read)
        return read;
    return verdict == "ok" ? Done() : fail(ErrorCode::LabDamaged, {name}, verdict);
}

Done LabFile::upgrade()
{
    return migrate(m_database).and_then([&] {
        return m_database.transact(
            [&] { return m_database.run(QStringLiteral("UPDATE lab SET written_by = ?"), {QStringLiteral(SHOTLAB_VERSION)}); });
    });
}

Done LabFile::prepareForWriting()
{
    return m_database.run(QStringLiteral("PRAGMA journal_mode = WAL"))
        // FULL: what was said to be saved is there after a power failure too.
        .and_then([&] { return m_database.run(QStringLiteral("PRAGMA synchronous = FULL")); })
        .and_then([&] {
            return m_database.transact(
                [&] { return m_database.run(QStringLiteral("UPDATE run SET status = 'interrupted' WHERE status = 'running'")); });
        });
}

Done LabFile::close()
{
    if (!m_database.isOpen())
        return {};
    Done done;
    if (m_access == Access::ReadWrite) {
        // Waiting for a reader would be waiting for a person: then the log stays beside the file until the next close.
        done = m_database.run(QStringLiteral("PRAGMA busy_timeout = 0")).and_then([&] {
            return m_database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        });
        const Done single = m_database.run(QStringLiteral("PRAGMA journal_mode = DELETE"));
        if (done && !single && single.error().code != ErrorCode::LabInUse)
            done = single;
    }
    m_database.close();
    m_lock.reset();
    return done;
}

} // namespace shotlab::store
