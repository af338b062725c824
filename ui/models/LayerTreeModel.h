// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <QAbstractItemModel>

#include "lab/LayerMap.h"
#include "runner/Views.h"

namespace shotlab::models
{

/// The layers of a network in the order in which a picture passes them, each frozen or learning, with the cut as a row of
/// its own and the new last layer at the end. Checked = learning; a click on a parent moves all its children.
class LayerTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column { Name, Purpose, Weights, State, Count };
    enum class RowKind { Layer, Cut, Head };
    enum class State { Frozen, Mixed, Learning };
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString, module path
        KindRole, ///< RowKind as int
        StateRole, ///< State as int
        SortRole, ///< raw value of the column
        ExceptionsRole, ///< cut row: something above it learns
    };

    explicit LayerTreeModel(QObject *parent = nullptr);
    ~LayerTreeModel() override;

    /// Shows another network; layers without weights are left out. classes: outputs of the new last layer.
    void setNetwork(const runner::ModelView &model, int classes);
    void setLayers(const LayerMap &layers);
    [[nodiscard]] LayerMap layers() const;
    void setCutRowShown(bool shown); ///< call before setNetwork

    /// Number of top-level layers in front of the cut: behind it every layer learns.
    [[nodiscard]] int cut() const;
    [[nodiscard]] int topLevelLayers() const;
    [[nodiscard]] bool hasExceptions() const; ///< something in front of the cut learns
    /// Freezes or frees the layers the cut passes; exceptions elsewhere stay. Emits layersEdited.
    void moveCutTo(int cut);
    void freezeAll();
    void freeAll();

    /// Weights of the network with the new head in place of the old one, and how many of them may change.
    [[nodiscard]] std::int64_t totalWeights() const;
    [[nodiscard]] std::int64_t learningWeights() const;
    [[nodiscard]] static QString stateWord(State state);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The user changed what learns (never emitted by setLayers).
    void layersEdited(const shotlab::LayerMap &layers);
    /// Learning weights or states changed, by whomever.
    void statesChanged();

private:
    struct Item;
    Item *itemAt(const QModelIndex &index) const;
    QVariant words(const Item &item, Column column) const;
    void apply(const LayerMap &layers);
    void placeCutRow();
    void tellStates();
    [[nodiscard]] int cutRow() const; ///< -1 without one

    std::unique_ptr<Item> m_root;
    std::vector<LayerNode> m_tree;
    std::string m_headPath;
    ModelCard m_card;
    std::int64_t m_total = 0;
    std::int64_t m_head = 0;
    int m_stages = 0;
    int m_classes = 0;
    int m_knownLabels = 0;
    int m_features = 0;
    bool m_cutRowShown = false;
};

} // namespace shotlab::models
