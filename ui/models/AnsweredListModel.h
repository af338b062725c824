// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractListModel>

#include "lab/LayerMap.h"
#include "models/Workspace.h"

namespace shotlab::models
{

/// The test examples behind one cell of the mix-ups, with the roles of widgets::AnsweredRole.
class AnsweredListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Order { SurestFirst, LeastSureFirst, MostOftenFirst };

    explicit AnsweredListModel(Workspace &workspace, QObject *parent = nullptr);

    /// Takes what the workspace knows now; rows that stay keep their place and selection.
    void refresh();
    void setOrder(Order order);
    [[nodiscard]] Order order() const { return m_order; }
    [[nodiscard]] ExampleId exampleAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)).id; }
    [[nodiscard]] bool isLeftOut(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] std::vector<runner::AnsweredExample> sorted(std::vector<runner::AnsweredExample> examples) const;
    [[nodiscard]] const Example *inLab(ExampleId id) const; ///< nothing when it is left out
    [[nodiscard]] QString title(const runner::AnsweredExample &example) const;
    [[nodiscard]] QString state(const runner::AnsweredExample &example) const;
    [[nodiscard]] QString className(int place) const;
    [[nodiscard]] QVariant marks(const runner::AnsweredExample &example) const;
    [[nodiscard]] QString spoken(const runner::AnsweredExample &example) const;
    void allChanged();

    Workspace &m_workspace;
    Order m_order = Order::SurestFirst;
    std::vector<runner::AnsweredExample> m_rows;
};

} // namespace shotlab::models
