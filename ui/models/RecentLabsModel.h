// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QDateTime>
#include <QImage>
#include <QMap>
#include <QString>

namespace shotlab::models
{

/// Labs opened lately, newest first, kept in a small file of the user's data folder. A file that is no longer where it was
/// stays in the list: it may have been moved, and can be found again.
class RecentLabsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Entry {
        QString path;
        QString title;
        QDateTime opened;
        QString finding; ///< sentence in the language of the interface, may be empty
        QImage picture; ///< first example, may be null
        QString sample {}; ///< that it was made from, may be empty
    };
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString
        WhenRole, ///< QString "Today, 14:20"
        FindingRole, ///< QString in the language of the interface; empty when none was noted in it
        MissingRole, ///< bool: there is no file at this path
        PictureRole, ///< QImage
        SortRole, ///< QDateTime
    };
    static constexpr int kMost = 8;

    /// file: where the list is kept; empty = recent.ini in the user's data folder.
    explicit RecentLabsModel(const QString &file = {}, QObject *parent = nullptr);

    /// Puts a lab on top, or updates it; empty finding and null picture keep what was known.
    void note(const Entry &entry);
    void forget(const QString &path);
    void setMissing(const QString &path); ///< it could not be found just now
    /// The lab has been found again; when the list holds it there already, the two become one.
    void relocate(const QString &from, const QString &to);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Kept {
        Entry entry;
        QMap<QString, QString> findings; ///< language code -> sentence
        bool missing = false;
    };
    void load();
    void save() const;
    [[nodiscard]] std::vector<Kept>::iterator find(const QString &path);

    QString m_file;
    std::vector<Kept> m_entries;
};

} // namespace shotlab::models
