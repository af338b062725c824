// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <QHash>
#include <QImage>
#include <QObject>

#include "lab/Ids.h"

namespace shotlab::models
{

/// Small pictures of examples, asked for in batches and kept until another lab is opened.
class ThumbnailCache : public QObject
{
    Q_OBJECT

public:
    explicit ThumbnailCache(QObject *parent = nullptr);

    /// The picture, or a null image while it is under way; then arrived() tells.
    [[nodiscard]] QImage picture(ExampleId id);
    void take(const QHash<qint64, QByteArray> &pngById);
    void clear();

Q_SIGNALS:
    void wanted(const std::vector<shotlab::ExampleId> &ids);
    void arrived();

private:
    void askForMissing();

    std::unordered_map<ExampleId, QImage> m_pictures;
    std::unordered_set<ExampleId> m_asked;
    std::vector<ExampleId> m_missing;
};

} // namespace shotlab::models
