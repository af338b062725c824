// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "lab/LayerMap.h"
#include "models/Workspace.h"

namespace shotlab::models
{

/// Settings and results of two rows of a comparison (an arm at a k each) side by side; what differs is marked.
class SettingsTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, FirstColumn, SecondColumn, ColumnCount };
    enum Role { DiffersRole = Qt::UserRole + 1 }; ///< bool, of the whole row

    using QAbstractTableModel::QAbstractTableModel;

    void setCells(const runner::ComparisonView &comparison, const std::vector<LayerNode> &tree, const Workspace::Cell &first,
                  const Workspace::Cell &second);
    [[nodiscard]] int differences() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString name, first, second;
        [[nodiscard]] bool differs() const { return first != second; }
    };
    std::vector<Line> m_lines;
    QString m_titles[2];
};

} // namespace shotlab::models
