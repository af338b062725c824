// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <QByteArray>
#include <QObject>

#include "lab/Result.h"
#include "protocol/Messages.h"

namespace shotlab::runner
{

class EngineProcess;

/// Brings examples to the engine: each content once, at most 8 MB under way at a time, bytes fetched only when their turn comes.
class ExampleFeeder : public QObject
{
    Q_OBJECT

public:
    /// Bytes of the example with this content hash.
    using Source = std::function<Result<QByteArray>(const std::string &hash)>;
    static constexpr qsizetype kMostUnderWay = 8 * 1024 * 1024;

    explicit ExampleFeeder(EngineProcess &engine, QObject *parent = nullptr);

    /// Answer: supplied() when the engine has or has refused all of them, at once if it had them already; or failed() when
    /// the source has no bytes. One request at a time.
    void supply(const std::vector<std::string> &hashes, Source source);
    /// Nothing more is brought, and the source is not asked again.
    void stop();
    /// Examples the engine could not use, by hash.
    [[nodiscard]] const std::map<std::string, Error> &rejected() const { return m_rejected; }

Q_SIGNALS:
    void supplied();
    void failed(const shotlab::Error &error);

private:
    void take(const protocol::FromEngine &message);
    void acknowledge(const std::string &hash);
    void forget();
    void pump();

    EngineProcess &m_engine;
    Source m_source;
    std::deque<std::string> m_queue;
    std::map<std::string, qsizetype> m_underWay;
    qsizetype m_bytesUnderWay = 0;
    std::set<std::string> m_there; ///< in the engine, refused ones included
    std::map<std::string, Error> m_rejected;
    bool m_active = false;
};

} // namespace shotlab::runner
