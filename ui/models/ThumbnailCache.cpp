// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ThumbnailCache.h"

#include <utility>

namespace shotlab::models
{

ThumbnailCache::ThumbnailCache(QObject *parent) : QObject(parent) { }

QImage ThumbnailCache::picture(ExampleId id)
{
    const auto found = m_pictures.find(id);
    if (found != m_pictures.end())
        return found->second;
    if (m_asked.insert(id).second) {
        // One question for everything that becomes visible at once.
        if (m_missing.empty())
            QMetaObject::invokeMethod(this, &ThumbnailCache::askForMissing, Qt::QueuedConnection);
        m_missing.push_back(id);
    }
    return {};
}

void ThumbnailCache::askForMissing()
{
    if (!m_missing.empty())
        Q_EMIT wanted(std::exchange(m_missing, {}));
}

void ThumbnailCache::take(const QHash<qint64, QByteArray> &pngById)
{
    for (auto item = pngById.cbegin(); item != pngById.cend(); ++item) {
        QImage picture;
        if (picture.loadFromData(item.value()))
            m_pictures.insert_or_assign(ExampleId {item.key()}, picture);
    }
    Q_EMIT arrived();
}

void ThumbnailCache::clear()
{
    m_pictures.clear();
    m_asked.clear();
    m_missing.clear();
}

} // namespace shotlab::models
