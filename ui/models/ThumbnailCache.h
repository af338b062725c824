// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unordered_map>

#include <QHash>
#include <QImage>

#include "models/ExampleCache.h"

namespace shotlab::models
{

/// Small pictures of examples, asked for in batches and kept until another lab is opened.
class ThumbnailCache : public ExampleCache
{
    Q_OBJECT

public:
    using ExampleCache::ExampleCache;

    /// The picture, or a null image while it is under way; then arrived() tells.
    [[nodiscard]] QImage picture(ExampleId id);
    void take(const QHash<qint64, QByteArray> &pngById);
    void clear();

private:
    std::unordered_map<ExampleId, QImage> m_pictures;
};

} // namespace shotlab::models
