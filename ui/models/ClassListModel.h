// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QStringList>

#include "runner/Views.h"

namespace shotlab::models
{

/// The classes of the lab with their counts and first pictures. Files dropped on a row are wanted in that class, files
/// dropped between rows as classes of their own; examples dragged from one row to another change their class.
class ClassListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qlonglong
        NameRole, ///< name used by models, the one a rename changes
        PoolRole, ///< int
        TestRole, ///< int
        TotalRole, ///< int, also the sort role
        ExamplesRole, ///< QVector<qlonglong>, newest first
    };
    explicit ClassListModel(QObject *parent = nullptr);

    void setLab(const runner::LabViewPtr &lab);
    [[nodiscard]] const std::vector<runner::ClassView> &classes() const { return m_classes; }
    [[nodiscard]] int rowOf(ClassId id) const; ///< -1 when unknown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

    /// Paths of the local files that a drop brings; empty when it brings none.
    [[nodiscard]] static QStringList localPaths(const QMimeData *data);

Q_SIGNALS:
    void filesDropped(const QStringList &paths, shotlab::ClassId classId);
    void classesDropped(const QStringList &paths);
    void renameWanted(shotlab::ClassId classId, const QString &name);

private:
    std::vector<runner::ClassView> m_classes;
    Modality m_modality = Modality::Picture;
};

} // namespace shotlab::models
