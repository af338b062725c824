// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <QHash>
#include <QObject>
#include <QString>

#include "lab/Ids.h"

namespace shotlab::models
{

/// Examples of text, asked for in batches and kept until another lab is opened.
class SentenceCache : public QObject
{
    Q_OBJECT

public:
    explicit SentenceCache(QObject *parent = nullptr);

    /// The text, or nothing while it is under way; then arrived() tells.
    [[nodiscard]] QString sentence(ExampleId id);
    void take(const QHash<qint64, QString> &textById);
    void clear();

Q_SIGNALS:
    void wanted(const std::vector<shotlab::ExampleId> &ids);
    void arrived();

private:
    void askForMissing();

    std::unordered_map<ExampleId, QString> m_texts;
    std::unordered_set<ExampleId> m_asked;
    std::vector<ExampleId> m_missing;
};

} // namespace shotlab::models
