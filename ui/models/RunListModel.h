// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractListModel>

#include "lab/LayerMap.h"
#include "runner/Views.h"

namespace shotlab::models
{

/// One row per arm and k of the comparison, with the roles of widgets::RunRole. What has results stands on top, largest
/// k first; within a k the best first once nothing moves any more.
class RunListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ArmRole = Qt::UserRole + 1, ///< int, index into the comparison's arms
        ShotsRole, ///< int, examples per class; all = INT_MAX
        AccuracyRole, ///< double 0..1; nothing before the first draw
        SortRole, ///< the same, -1 before the first draw
        SecondsRole, ///< double, mean of a run
    };

    explicit RunListModel(QObject *parent = nullptr);

    void setComparison(const runner::ComparisonViewPtr &comparison, const std::vector<LayerNode> &tree);
    void setHiddenArms(const std::vector<int> &arms);
    [[nodiscard]] QModelIndex find(int arm, Shots shots) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] const CellMark &mark(const runner::CellView &cell) const;
    [[nodiscard]] QString spoken(const runner::CellView &cell) const;
    [[nodiscard]] QString detail(const runner::CellView &cell) const;
    [[nodiscard]] std::vector<int> order() const;
    void sortRows();

    runner::ComparisonViewPtr m_comparison;
    std::vector<LayerNode> m_tree;
    std::vector<int> m_rows; ///< indices into m_comparison->cells
    std::vector<int> m_hidden;
};

} // namespace shotlab::models
