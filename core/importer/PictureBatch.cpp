// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/PictureBatch.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <QFile>
#include <QFileInfo>

#include "media/Picture.h"

namespace shotlab::importer
{

namespace
{

constexpr unsigned kThreads = 2; // more would only help while the disk keeps up, and each may hold a large picture
constexpr std::chrono::milliseconds kProgressEvery {34};

tl::unexpected<Error> unreadable(const QString &path, const char *reason, const QString &technical = {})
{
    return fail(ErrorCode::PictureUnreadable, {path.toStdString(), reason}, technical.toStdString());
}

Result<ImportedExample> check(const FoundFile &found, const ReadPicture &read, BytesKeeper &keeper)
{
    const Result<QByteArray> original = read(found);
    if (!original)
        return tl::unexpected(original.error());
    Result<media::StoredPicture> picture = media::prepareForLab(*original);
    if (!picture) {
        Error error = std::move(picture.error());
        if (error.code == ErrorCode::PictureUnreadable || error.code == ErrorCode::PictureTooLarge)
            error.arguments.front() = found.path.toStdString();
        return tl::unexpected(std::move(error));
    }
    ImportedExample example;
    example.hash = media::sha256(picture->bytes);
    example.bytes = keeper.keep(std::move(picture->bytes));
    if (picture->scaled)
        example.originalHash = media::sha256(*original);
    example.origin = found.origin;
    example.group = found.group;
    example.width = picture->width;
    example.height = picture->height;
    example.thumbnail = keeper.keep(std::move(picture->thumbnail));
    return example;
}

/// What the threads have done so far.
class Tally
{
public:
    void add()
    {
        const std::lock_guard lock(m_mutex);
        ++m_done;
    }
    void threadEnded()
    {
        {
            const std::lock_guard lock(m_mutex);
            --m_running;
        }
        m_ended.notify_one();
    }
    void threadBegins() { ++m_running; }

    /// Waits a while, or until all threads have ended. Returns whether they have.
    bool wait()
    {
        std::unique_lock lock(m_mutex);
        return m_ended.wait_for(lock, kProgressEvery, [this] { return m_running == 0; });
    }
    int done()
    {
        const std::lock_guard lock(m_mutex);
        return m_done;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    int m_done = 0;
    int m_running = 0;
};

} // namespace

Result<QByteArray> readRegularFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::PathNotFound, {path.toStdString()});
    if (!info.isFile())
        return unreadable(path, "not-a-file");
    if (info.size() > kMaximumFileBytes)
        return unreadable(path, "too-many-bytes");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, "no-permission", file.errorString());
    QByteArray bytes = file.read(info.size()); // not all there is: it may be growing
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, "read-failed", file.errorString());
    return bytes;
}

void addPictures(const std::vector<FoundFile> &pictures, const ReadPicture &read, const Progress &progress,
                 const std::stop_token &stop, ImportedData &data)
{
    std::vector<std::optional<Result<ImportedExample>>> checked(pictures.size());
    std::atomic<std::size_t> next = 0;
    Tally tally;
    BytesKeeper keeper;
    const auto work = [&] {
        for (std::size_t i = next++; i < pictures.size() && !stop.stop_requested(); i = next++) {
            checked[i] = check(pictures[i], read, keeper);
            tally.add();
        }
        tally.threadEnded();
    };

    const int total = static_cast<int>(pictures.size());
    const auto report = [&](int done) {
        if (progress)
            progress(done, total);
    };
    report(0);
    {
        std::vector<std::jthread> threads;
        const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, kThreads);
        for (unsigned i = 0; i < count; ++i)
            tally.threadBegins();
        for (unsigned i = 0; i < count; ++i)
            threads.emplace_back(work);
        while (!tally.wait())
            report(tally.done());
    }
    report(tally.done());

    for (std::size_t i = 0; i < checked.size(); ++i) {
        if (!checked[i])
            continue;
        if (*checked[i])
            data.classes[pictures[i].classIndex].examples.push_back(**std::move(checked[i]));
        else
            data.rejected.push_back({pictures[i].path, std::move(checked[i]->error())});
    }
}

} // namespace shotlab::importer
