// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ExampleFeeder.h"

#include "runner/EngineProcess.h"

namespace shotlab::runner
{

ExampleFeeder::ExampleFeeder(EngineProcess &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    connect(&engine, &EngineProcess::received, this, &ExampleFeeder::take);
    connect(&engine, &EngineProcess::ended, this, &ExampleFeeder::forget);
}

void ExampleFeeder::supply(const std::vector<std::string> &hashes, Source source)
{
    m_source = std::move(source);
    m_queue.clear();
    std::set<std::string> queued;
    for (const std::string &hash : hashes) {
        if (!m_there.contains(hash) && !m_underWay.contains(hash) && queued.insert(hash).second)
            m_queue.push_back(hash);
    }
    m_active = true;
    pump();
}

void ExampleFeeder::stop()
{
    m_active = false;
    m_queue.clear();
    m_source = nullptr;
}

void ExampleFeeder::take(const protocol::FromEngine &message)
{
    if (const auto *stored = std::get_if<protocol::ExampleStored>(&message)) {
        acknowledge(stored->hash);
    } else if (const auto *refused = std::get_if<protocol::ExampleRejected>(&message)) {
        m_rejected.insert_or_assign(refused->hash, refused->error);
        acknowledge(refused->hash);
    }
}

void ExampleFeeder::acknowledge(const std::string &hash)
{
    const auto found = m_underWay.find(hash);
    if (found == m_underWay.end())
        return;
    m_bytesUnderWay -= found->second;
    m_underWay.erase(found);
    m_there.insert(hash);
    if (m_active)
        pump();
}

void ExampleFeeder::forget()
{
    m_queue.clear();
    m_underWay.clear();
    m_bytesUnderWay = 0;
    m_there.clear();
    m_rejected.clear();
    m_active = false;
}

void ExampleFeeder::pump()
{
    while (!m_queue.empty() && m_bytesUnderWay < kMostUnderWay) {
        const auto bytes = m_source(m_queue.front());
        if (!bytes) {
            stop();
            Q_EMIT failed(bytes.error());
            return;
        }
        // One example larger than the limit may travel alone.
        if (m_bytesUnderWay > 0 && m_bytesUnderWay + bytes->size() > kMostUnderWay)
            return;
        const std::string hash = m_queue.front();
        m_queue.pop_front();
        m_underWay.emplace(hash, bytes->size());
        m_bytesUnderWay += bytes->size();
        m_engine.send(protocol::PutExample {hash, *bytes});
    }
    if (m_queue.empty() && m_underWay.empty()) {
        m_active = false;
        Q_EMIT supplied();
    }
}

} // namespace shotlab::runner
