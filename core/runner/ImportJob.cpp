// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ImportJob.h"

#include <memory>
#include <utility>

#include <QTimer>

namespace shotlab::runner
{

namespace
{
constexpr int kProgressMs = 40;
}

ImportJob::ImportJob(QObject *parent) : QObject(parent) { }

ImportJob::~ImportJob() = default;

void ImportJob::start(Work work, Then then)
{
    stop();
    m_then = std::move(then);
    m_progressPosted = false;
    const int job = ++m_job;
    m_thread = std::jthread([this, job, work = std::move(work)](const std::stop_token &stop) {
        const auto report = [this](int done, int total) {
            m_done = done;
            m_total = total;
            if (m_progressPosted.exchange(true))
                return;
            QMetaObject::invokeMethod(this, &ImportJob::reportSoon, Qt::QueuedConnection);
        };
        // Functors of posted events have to be copyable, the data should not be copied.
        auto data = std::make_shared<Result<importer::ImportedData>>(work(report, stop));
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(
                this, [this, job, data] { finish(job, std::move(*data)); }, Qt::QueuedConnection);
    });
}

void ImportJob::reportSoon()
{
    QTimer::singleShot(kProgressMs, this, [this] {
        m_progressPosted = false;
        if (isBusy())
            Q_EMIT progress(m_done, m_total);
    });
}

void ImportJob::stop()
{
    if (!isBusy())
        return;
    m_thread.request_stop();
    finish(m_job, std::nullopt);
}

void ImportJob::finish(int job, std::optional<Result<importer::ImportedData>> data)
{
    if (job != m_job || !isBusy())
        return;
    ++m_job;
    m_thread.join();
    const Then then = std::exchange(m_then, nullptr);
    then(std::move(data));
}

} // namespace shotlab::runner
