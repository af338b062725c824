// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/SentenceCache.h"

#include <utility>

namespace shotlab::models
{

SentenceCache::SentenceCache(QObject *parent) : QObject(parent) { }

QString SentenceCache::sentence(ExampleId id)
{
    if (const auto found = m_texts.find(id); found != m_texts.end())
        return found->second;
    if (m_asked.insert(id).second) {
        // One question for everything that becomes visible at once.
        if (m_missing.empty())
            QMetaObject::invokeMethod(this, &SentenceCache::askForMissing, Qt::QueuedConnection);
        m_missing.push_back(id);
    }
    return {};
}

void SentenceCache::askForMissing()
{
    if (!m_missing.empty())
        Q_EMIT wanted(std::exchange(m_missing, {}));
}

void SentenceCache::take(const QHash<qint64, QString> &textById)
{
    for (auto item = textById.cbegin(); item != textById.cend(); ++item)
        m_texts.insert_or_assign(ExampleId {item.key()}, item.value());
    Q_EMIT arrived();
}

void SentenceCache::clear()
{
    m_texts.clear();
    m_asked.clear();
    m_missing.clear();
}

} // namespace shotlab::models
