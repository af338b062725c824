// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include "lab/LayerMap.h"
#include "models/PlanDraft.h"

namespace shotlab::models
{

/// The arms on offer with their switches: name, one plain line, draws and what they would cost.
class ArmListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Explanation, Draws, Cost, Count };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< ArmKind as int
        OnRole, ///< bool
        ReasonRole, ///< QString: why it is left out of the comparison; empty when it is not
        HasResultsRole, ///< bool: the comparison that is shown holds it
        SecondsRole, ///< double, nothing while unknown or switched off
        SortRole, ///< raw value of the column
    };

    /// draft must outlive the model.
    explicit ArmListModel(PlanDraft *draft, QObject *parent = nullptr);

    void setTree(const std::vector<LayerNode> &tree); ///< for the names of chosen layers
    /// Costs and reasons for the plan that the draft holds now.
    void setEstimate(const runner::PlanEstimate &estimate);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] std::optional<double> seconds(int row) const;
    [[nodiscard]] QString reason(int row) const;
    [[nodiscard]] QString drawsText(const Arm &arm) const;
    [[nodiscard]] QString name(int row) const;

    PlanDraft *m_draft;
    std::vector<PlanDraft::Choice> m_rows; ///< without the floors, which are always part of a comparison
    std::vector<LayerNode> m_tree;
    std::optional<runner::PlanEstimate> m_estimate;
};

} // namespace shotlab::models
