// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

#include <QObject>

#include "importer/Importer.h"

namespace shotlab::runner
{

/// Reads data on a thread of its own and brings them back to the thread it lives on. One job at a time.
class ImportJob : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<Result<importer::ImportedData>(const importer::Progress &, std::stop_token)>;
    /// Data, an error, or nothing when it was stopped.
    using Then = std::function<void(std::optional<Result<importer::ImportedData>>)>;

    explicit ImportJob(QObject *parent = nullptr);
    ~ImportJob() override;

    [[nodiscard]] bool isBusy() const { return m_thread.joinable(); }
    /// A job in progress is stopped first, and told so.
    void start(Work work, Then then);
    void stop();

Q_SIGNALS:
    void progress(int done, int total);

private:
    void reportSoon();
    void finish(int job, std::optional<Result<importer::ImportedData>> data);

    Then m_then;
    int m_job = 0; ///< answers of earlier jobs are dropped
    std::atomic<bool> m_progressPosted = false;
    std::atomic<int> m_done = 0;
    std::atomic<int> m_total = 0;
    std::jthread m_thread; ///< last member: joined before the others go
};

} // namespace shotlab::runner
