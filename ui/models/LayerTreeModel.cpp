// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/LayerTreeModel.h"

#include <algorithm>

#include "text/Names.h"
#include "text/Numbers.h"

namespace shotlab::models
{

struct LayerTreeModel::Item {
    RowKind kind = RowKind::Layer;
    LayerNode node; ///< without children
    bool learning = false; ///< of a leaf
    bool holdsHead = false; ///< the old head lies inside: its path never stands for the whole
    Item *parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    [[nodiscard]] int row() const
    {
        const auto &all = parent->children;
        return static_cast<int>(std::find_if(all.begin(), all.end(), [this](const auto &item) { return item.get() == this; })
                                - all.begin());
    }

    [[nodiscard]] State state() const
    {
        if (kind == RowKind::Head)
            return State::Learning;
        if (children.empty())
            return learning ? State::Learning : State::Frozen;
        const State first = children.front()->state();
        const bool same = std::all_of(children.begin(), children.end(), [&](const auto &item) { return item->state() == first; });
        return same ? first : State::Mixed;
    }

    void setLearning(bool on)
    {
        learning = on;
        for (const auto &item : children)
            item->setLearning(on);
    }

    void adopt(const LayerMap &layers)
    {
        learning = layers.learns(node.path);
        for (const auto &item : children)
            item->adopt(layers);
    }

    void collect(std::vector<std::string> &paths) const
    {
        if (kind != RowKind::Layer)
            return;
        if (state() == State::Learning && !holdsHead) {
            paths.push_back(node.path);
            return;
        }
        for (const auto &item : children)
            item->collect(paths);
    }
};

namespace
{

const LayerNode *findNode(const std::vector<LayerNode> &tree, const std::string &path)
{
    for (const LayerNode &node : tree) {
        if (node.path == path)
            return &node;
        if (const LayerNode *found = findNode(node.children, path))
            return found;
    }
    return nullptr;
}

} // namespace

LayerTreeModel::LayerTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Item>()) { }

LayerTreeModel::~LayerTreeModel() = default;

void LayerTreeModel::setCutRowShown(bool shown) { m_cutRowShown = shown; }

void LayerTreeModel::setNetwork(const runner::ModelView &model, int classes)
{
    beginResetModel();
    m_root = std::make_unique<Item>();
    m_tree = model.layers;
    m_headPath = model.headPath;
    m_classes = classes;
    m_knownLabels = static_cast<int>(model.model.card.sourceLabels.size());
    m_features = model.features;
    m_card = model.model.card;
    m_stages = text::stageCount(m_tree);

    const auto add = [this](auto &&self, Item &parent, const LayerNode &node) -> void {
        if (node.parameters == 0 || node.path == m_headPath)
            return;
        auto item = std::make_unique<Item>();
        item->node = node;
        item->node.children.clear();
        item->parent = &parent;
        for (const LayerNode &child : node.children)
            self(self, *item, child);
        item->holdsHead = findNode(node.children, m_headPath) != nullptr;
        // A container that only held the old head has nothing left to show.
        if (item->holdsHead && item->children.empty())
            return;
        parent.children.push_back(std::move(item));
    };
    for (const LayerNode &node : m_tree)
        add(add, *m_root, node);

    const LayerNode *oldHead = findNode(m_tree, m_headPath);
    m_head = static_cast<std::int64_t>(m_features + 1) * classes;
    m_total = model.parameters - (oldHead != nullptr ? oldHead->parameters : 0) + m_head;
    if (!m_root->children.empty()) {
        const auto append = [this](RowKind kind) {
            auto item = std::make_unique<Item>();
            item->kind = kind;
            item->parent = m_root.get();
            m_root->children.push_back(std::move(item));
        };
        if (m_cutRowShown)
            append(RowKind::Cut);
        append(RowKind::Head);
        m_root->children.back()->node.parameters = m_head;
    }
    endResetModel();
    Q_EMIT statesChanged();
}

void LayerTreeModel::setLayers(const LayerMap &layers)
{
    if (layers == this->layers())
        return;
    apply(layers);
}

void LayerTreeModel::apply(const LayerMap &layers)
{
    for (const auto &item : m_root->children)
        item->adopt(layers);
    placeCutRow();
    tellStates();
}

LayerMap LayerTreeModel::layers() const
{
    LayerMap map;
    for (const auto &item : m_root->children)
        item->collect(map.learning);
    std::sort(map.learning.begin(), map.learning.end());
    return map;
}

bool LayerTreeModel::hasExceptions() const
{
    int layersToCheck = cut();
    for (const auto &item : m_root->children) {
        if (item->kind != RowKind::Layer)
            continue;
        if (layersToCheck-- <= 0)
            return false;
        if (item->state() != State::Frozen)
            return true;
    }
    return false;
}

int LayerTreeModel::cutRow() const
{
    const auto &rows = m_root->children;
    const auto found = std::find_if(rows.begin(), rows.end(), [](const auto &item) { return item->kind == RowKind::Cut; });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

int LayerTreeModel::topLevelLayers() const
{
    const auto &rows = m_root->children;
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const auto &item) { return item->kind == RowKind::Layer; }));
}

int LayerTreeModel::cut() const
{
    int cut = topLevelLayers();
    for (auto item = m_root->children.rbegin(); item != m_root->children.rend(); ++item) {
        if ((*item)->kind != RowKind::Layer)
            continue;
        if ((*item)->state() != State::Learning)
            break;
        --cut;
    }
    return cut;
}

void LayerTreeModel::moveCutTo(int cut)
{
    const int to = std::clamp(cut, 0, topLevelLayers());
    const int from = this->cut();
    if (to == from)
        return;
    int layer = 0;
    for (const auto &item : m_root->children) {
        if (item->kind != RowKind::Layer)
            continue;
        if (layer >= std::min(from, to) && layer < std::max(from, to))
            item->setLearning(to < from);
        ++layer;
    }
    placeCutRow();
    tellStates();
    Q_EMIT layersEdited(layers());
}

void LayerTreeModel::freezeAll()
{
    apply({});
    Q_EMIT layersEdited(layers());
}

void LayerTreeModel::freeAll()
{
    for (const auto &item : m_root->children)
        item->setLearning(true);
    placeCutRow();
    tellStates();
    Q_EMIT layersEdited(layers());
}

void LayerTreeModel::placeCutRow()
{
    const int from = cutRow();
    const int to = cut();
    if (from < 0 || from == to)
        return;
    // Qt counts the destination before the row is taken out.
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    auto &rows = m_root->children;
    if (to > from)
        std::rotate(rows.begin() + from, rows.begin() + from + 1, rows.begin() + to + 1);
    else
        std::rotate(rows.begin() + to, rows.begin() + from, rows.begin() + from + 1);
    endMoveRows();
}

void LayerTreeModel::tellStates()
{
    const auto tell = [this](auto &&self, const QModelIndex &parent) -> void {
        const int rows = rowCount(parent);
        if (rows == 0)
            return;
        Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, static_cast<int>(Column::Count) - 1, parent));
        for (int row = 0; row < rows; ++row)
            self(self, index(row, 0, parent));
    };
    tell(tell, {});
    Q_EMIT statesChanged();
}

std::int64_t LayerTreeModel::totalWeights() const { return m_total; }

std::int64_t LayerTreeModel::learningWeights() const { return learningParameters(m_tree, layers(), m_headPath) + m_head; }

LayerTreeModel::Item *LayerTreeModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex LayerTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemAt(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex LayerTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Item *parent = itemAt(child)->parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row(), 0, parent);
}

int LayerTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemAt(parent)->children.size());
}

int LayerTreeModel::columnCount(const QModelIndex &) const { return static_cast<int>(Column::Count); }

QString LayerTreeModel::stateWord(State state)
{
    switch (state) {
    case State::Frozen:
        return tr("Frozen");
    case State::Mixed:
        return tr("Mixed");
    case State::Learning:
        return tr("Learning");
    }
    return {};
}

QVariant LayerTreeModel::words(const Item &item, Column column) const
{
    if (item.kind == RowKind::Cut) {
        if (column != Column::Name)
            return {};
        return hasExceptions() ? tr("Above the line frozen, apart from your exceptions; below it everything learns")
                               : tr("Above the line everything stays frozen; below it everything learns");
    }
    switch (column) {
    case Column::Name:
        return item.kind == RowKind::Head ? tr("New last layer") : text::layerTitle(item.node);
    case Column::Purpose:
        if (item.kind == RowKind::Head)
            return text::lastLayerHint(m_classes, m_knownLabels);
        return item.node.role == LayerRole::Summary ? text::summaryHint(m_features)
                                                    : text::layerHint(item.node, m_stages, m_card);
    case Column::Weights:
        return text::weightsText(item.node.parameters);
    case Column::State:
        return stateWord(item.state());
    case Column::Count:
        break;
    }
    return {};
}

QVariant LayerTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = *itemAt(index);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words(item, column);
    case Qt::AccessibleTextRole:
        if (item.kind == RowKind::Cut)
            return words(item, Column::Name);
        return tr("%1, %2 weights, %3")
            .arg(words(item, Column::Name).toString(), words(item, Column::Weights).toString(),
                 words(item, Column::State).toString());
    case Qt::ToolTipRole:
        return item.kind == RowKind::Layer
            ? QVariant(QString::fromStdString(item.node.path) + QStringLiteral(" · ") + QString::fromStdString(item.node.type))
            : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (column >= Column::Weights ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::CheckStateRole:
        if (column != Column::Name || item.kind == RowKind::Cut)
            return {};
        switch (item.state()) {
        case State::Frozen:
            return Qt::Unchecked;
        case State::Mixed:
            return Qt::PartiallyChecked;
        case State::Learning:
            return Qt::Checked;
        }
        return {};
    case PathRole:
        return QString::fromStdString(item.node.path);
    case KindRole:
        return static_cast<int>(item.kind);
    case StateRole:
        return item.kind == RowKind::Cut ? QVariant() : QVariant(static_cast<int>(item.state()));
    case ExceptionsRole:
        return hasExceptions();
    case SortRole:
        if (column == Column::Weights)
            return static_cast<qlonglong>(item.node.parameters);
        return column == Column::State ? QVariant(static_cast<int>(item.state())) : QVariant(item.row());
    default:
        return {};
    }
}

bool LayerTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || itemAt(index)->kind != RowKind::Layer)
        return false;
    itemAt(index)->setLearning(value.toInt() == Qt::Checked);
    placeCutRow();
    tellStates();
    Q_EMIT layersEdited(layers());
    return true;
}

Qt::ItemFlags LayerTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Item &item = *itemAt(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (item.kind == RowKind::Layer && static_cast<Column>(index.column()) == Column::Name)
        flags |= Qt::ItemIsUserCheckable;
    if (item.children.empty())
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QVariant LayerTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return tr("Layer");
    case Column::Purpose:
        return tr("What it is about");
    case Column::Weights:
        return tr("Weights");
    case Column::State:
        return tr("State");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace shotlab::models
