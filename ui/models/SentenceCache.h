// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unordered_map>

#include <QHash>
#include <QString>

#include "models/ExampleCache.h"

namespace shotlab::models
{

/// Examples of text, asked for in batches and kept until another lab is opened.
class SentenceCache : public ExampleCache
{
    Q_OBJECT

public:
    using ExampleCache::ExampleCache;

    /// The text, or nothing while it is under way; then arrived() tells.
    [[nodiscard]] QString sentence(ExampleId id);
    void take(const QHash<qint64, QString> &textById);
    void clear();

private:
    std::unordered_map<ExampleId, QString> m_texts;
};

} // namespace shotlab::models
