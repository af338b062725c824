// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RecentLabsModel.h"

#include <algorithm>

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include "text/Numbers.h"

namespace shotlab::models
{

namespace
{

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!picture.isNull() && buffer.open(QIODevice::WriteOnly))
        picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

RecentLabsModel::RecentLabsModel(const QString &file, QObject *parent) : QAbstractListModel(parent), m_file(file)
{
    if (m_file.isEmpty())
        m_file = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("recent.ini"));
    load();
}

void RecentLabsModel::load()
{
    QSettings settings(m_file, QSettings::IniFormat);
    const int size = settings.beginReadArray(QStringLiteral("labs"));
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        Entry entry;
        entry.path = settings.value(QStringLiteral("path")).toString();
        entry.title = settings.value(QStringLiteral("title")).toString();
        entry.opened = settings.value(QStringLiteral("opened")).toDateTime();
        entry.finding = settings.value(QStringLiteral("finding")).toString();
        entry.picture.loadFromData(settings.value(QStringLiteral("picture")).toByteArray());
        if (QFileInfo::exists(entry.path))
            m_entries.push_back(entry);
    }
    settings.endArray();
}

void RecentLabsModel::save() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.remove(QStringLiteral("labs"));
    settings.beginWriteArray(QStringLiteral("labs"), rowCount());
    for (int i = 0; i < rowCount(); ++i) {
        const Entry &entry = m_entries[static_cast<std::size_t>(i)];
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), entry.path);
        settings.setValue(QStringLiteral("title"), entry.title);
        settings.setValue(QStringLiteral("opened"), entry.opened);
        settings.setValue(QStringLiteral("finding"), entry.finding);
        settings.setValue(QStringLiteral("picture"), pngOf(entry.picture));
    }
    settings.endArray();
}

void RecentLabsModel::note(const Entry &entry)
{
    Entry updated = entry;
    const auto known
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &other) { return other.path == entry.path; });
    if (known != m_entries.end()) {
        if (updated.finding.isEmpty())
            updated.finding = known->finding;
        if (updated.picture.isNull())
            updated.picture = known->picture;
        const int row = static_cast<int>(known - m_entries.begin());
        if (row == 0) {
            *known = updated;
            Q_EMIT dataChanged(index(0), index(0));
            save();
            return;
        }
        beginRemoveRows({}, row, row);
        m_entries.erase(known);
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(), updated);
    endInsertRows();
    if (rowCount() > kMost) {
        beginRemoveRows({}, kMost, rowCount() - 1);
        m_entries.resize(kMost);
        endRemoveRows();
    }
    save();
}

void RecentLabsModel::forget(const QString &path)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &other) { return other.path == path; });
    if (known == m_entries.end())
        return;
    const int row = static_cast<int>(known - m_entries.begin());
    beginRemoveRows({}, row, row);
    m_entries.erase(known);
    endRemoveRows();
    save();
}

int RecentLabsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RecentLabsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::ToolTipRole:
    case PathRole:
        return entry.path;
    case WhenRole:
        return text::momentText(entry.opened, QDateTime::currentDateTime());
    case FindingRole:
        return entry.finding;
    case PictureRole:
        return entry.picture;
    case SortRole:
        return entry.opened;
    default:
        return {};
    }
}

} // namespace shotlab::models
