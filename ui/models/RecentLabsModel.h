// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QDateTime>
#include <QImage>
#include <QString>

namespace shotlab::models
{

/// Labs opened lately, newest first, kept in a small file of the user's data folder. Files that are gone are left out.
class RecentLabsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Entry {
        QString path;
        QString title;
        QDateTime opened;
        QString finding; ///< sentence, may be empty
        QImage picture; ///< first example, may be null
    };
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString
        WhenRole, ///< QString "Today, 14:20"
        FindingRole, ///< QString
        PictureRole, ///< QImage
        SortRole, ///< QDateTime
    };
    static constexpr int kMost = 8;

    /// file: where the list is kept; empty = recent.ini in the user's data folder.
    explicit RecentLabsModel(const QString &file = {}, QObject *parent = nullptr);

    /// Puts a lab on top, or updates it; empty finding and null picture keep what was known.
    void note(const Entry &entry);
    void forget(const QString &path);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void load();
    void save() const;

    QString m_file;
    std::vector<Entry> m_entries;
};

} // namespace shotlab::models
