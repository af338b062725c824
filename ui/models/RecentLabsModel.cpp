// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RecentLabsModel.h"

#include <algorithm>

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include "text/Catalogue.h"
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

/// Of the interface: findings are sentences, and those of another language help nobody.
QString languageNow() { return text::displayLocale().name().left(2); }

const QString kFindings = QStringLiteral("findings");

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
        Kept kept;
        kept.entry.path = settings.value(QStringLiteral("path")).toString();
        kept.entry.title = settings.value(QStringLiteral("title")).toString();
        kept.entry.sample = settings.value(QStringLiteral("sample")).toString();
        kept.entry.opened = settings.value(QStringLiteral("opened")).toDateTime();
        kept.entry.picture.loadFromData(settings.value(QStringLiteral("picture")).toByteArray());
        settings.beginGroup(kFindings);
        for (const QString &language : settings.childKeys())
            kept.findings[language] = settings.value(language).toString();
        settings.endGroup();
        kept.missing = !QFileInfo::exists(kept.entry.path);
        if (!kept.entry.path.isEmpty())
            m_entries.push_back(std::move(kept));
    }
    settings.endArray();
}

void RecentLabsModel::save() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.remove(QStringLiteral("labs"));
    settings.beginWriteArray(QStringLiteral("labs"), rowCount());
    for (int i = 0; i < rowCount(); ++i) {
        const Kept &kept = m_entries[static_cast<std::size_t>(i)];
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), kept.entry.path);
        settings.setValue(QStringLiteral("title"), kept.entry.title);
        settings.setValue(QStringLiteral("sample"), kept.entry.sample);
        settings.setValue(QStringLiteral("opened"), kept.entry.opened);
        settings.setValue(QStringLiteral("picture"), pngOf(kept.entry.picture));
        settings.beginGroup(kFindings);
        for (auto finding = kept.findings.begin(); finding != kept.findings.end(); ++finding)
            settings.setValue(finding.key(), finding.value());
        settings.endGroup();
    }
    settings.endArray();
}

std::vector<RecentLabsModel::Kept>::iterator RecentLabsModel::find(const QString &path)
{
    return std::find_if(m_entries.begin(), m_entries.end(), [&](const Kept &kept) { return kept.entry.path == path; });
}

void RecentLabsModel::note(const Entry &entry)
{
    Kept updated {entry, {}, false};
    const auto known = find(entry.path);
    if (known != m_entries.end()) {
        // What was found before may have been overtaken in every language.
        if (entry.finding.isEmpty() || known->findings.value(languageNow()) == entry.finding)
            updated.findings = known->findings;
        if (updated.entry.picture.isNull())
            updated.entry.picture = known->entry.picture;
    }
    if (!entry.finding.isEmpty())
        updated.findings[languageNow()] = entry.finding;
    if (known != m_entries.end()) {
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
    const auto known = find(path);
    if (known == m_entries.end())
        return;
    const int row = static_cast<int>(known - m_entries.begin());
    beginRemoveRows({}, row, row);
    m_entries.erase(known);
    endRemoveRows();
    save();
}

void RecentLabsModel::setMissing(const QString &path)
{
    const auto known = find(path);
    if (known == m_entries.end())
        return;
    known->missing = true;
    const QModelIndex changed = index(static_cast<int>(known - m_entries.begin()));
    Q_EMIT dataChanged(changed, changed);
}

void RecentLabsModel::relocate(const QString &from, const QString &to)
{
    if (from != to)
        forget(to);
    const auto known = find(from);
    if (known == m_entries.end())
        return;
    known->entry.path = to;
    known->missing = !QFileInfo::exists(to);
    const QModelIndex changed = index(static_cast<int>(known - m_entries.begin()));
    Q_EMIT dataChanged(changed, changed);
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
    const Kept &kept = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text::labTitle(kept.entry.title, kept.entry.sample);
    case Qt::ToolTipRole:
    case PathRole:
        return kept.entry.path;
    case WhenRole:
        return text::momentText(kept.entry.opened, QDateTime::currentDateTime());
    case FindingRole:
        return kept.findings.value(languageNow());
    case MissingRole:
        return kept.missing;
    case PictureRole:
        return kept.entry.picture;
    case SortRole:
        return kept.entry.opened;
    default:
        return {};
    }
}

} // namespace shotlab::models
