// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ExampleCache.h"

#include <utility>

namespace shotlab::models
{

void ExampleCache::want(ExampleId id)
{
    if (!m_asked.insert(id).second)
        return;
    // One question for everything that becomes visible at once.
    if (m_missing.empty())
        QMetaObject::invokeMethod(this, &ExampleCache::askForMissing, Qt::QueuedConnection);
    m_missing.push_back(id);
}

void ExampleCache::askForMissing()
{
    if (!m_missing.empty())
        Q_EMIT wanted(std::exchange(m_missing, {}));
}

void ExampleCache::forgetWanted()
{
    m_asked.clear();
    m_missing.clear();
}

} // namespace shotlab::models
