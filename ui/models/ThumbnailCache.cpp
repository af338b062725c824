// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ThumbnailCache.h"

namespace shotlab::models
{

QImage ThumbnailCache::picture(ExampleId id)
{
    const auto found = m_pictures.find(id);
    if (found != m_pictures.end())
        return found->second;
    want(id);
    return {};
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
    forgetWanted();
}

} // namespace shotlab::models
