// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/SentenceCache.h"

namespace shotlab::models
{

QString SentenceCache::sentence(ExampleId id)
{
    if (const auto found = m_texts.find(id); found != m_texts.end())
        return found->second;
    want(id);
    return {};
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
    forgetWanted();
}

} // namespace shotlab::models
