// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/LayerTreeView.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "models/LayerTreeModel.h"
#include "widgets/Fonts.h"
#include "widgets/Icons.h"
#include "widgets/Theme.h"

namespace shotlab::pages
{

using models::LayerTreeModel;
using Column = LayerTreeModel::Column;
using RowKind = LayerTreeModel::RowKind;
using LayerState = LayerTreeModel::State;

namespace
{

constexpr int kIcon = 16;
constexpr int kIconGap = 10;
constexpr int kRow = 38;
constexpr int kCompactRow = 26;
constexpr int kCutRow = 44;

RowKind kindOf(const QModelIndex &index)
{
    return static_cast<RowKind>(index.siblingAtColumn(0).data(LayerTreeModel::KindRole).toInt());
}

LayerState stateOf(const QModelIndex &index)
{
    return static_cast<LayerState>(index.siblingAtColumn(0).data(LayerTreeModel::StateRole).toInt());
}

/// Where the keyboard is: the ring around the whole tree would not tell.
void paintCurrent(QPainter &painter, const QRectF &rect)
{
    painter.save();
    painter.setPen(QPen(widgets::currentTokens().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, 6, 6);
    painter.restore();
}

} // namespace

LayerDelegate::LayerDelegate(bool compact, QObject *parent) : QStyledItemDelegate(parent), m_compact(compact) { }

QSize LayerDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (kindOf(index) == RowKind::Cut)
        return {0, kCutRow};
    return {0, m_compact ? kCompactRow : kRow};
}

void LayerDelegate::paintCut(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const widgets::Tokens &tokens = widgets::currentTokens();
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const QRectF band = QRectF(4.5, option.rect.top() + 4.5, view->viewport()->width() - 9, option.rect.height() - 9);
    painter->setPen(QPen(tokens.accent, 1));
    painter->setBrush(tokens.tint);
    painter->drawRoundedRect(band, 6, 6);
    const double ratio = painter->device()->devicePixelRatioF();
    const QRect grip(static_cast<int>(band.left()) + 10, static_cast<int>(band.center().y()) - kIcon / 2, kIcon, kIcon);
    painter->drawPixmap(grip.topLeft(), widgets::symbolPixmap(widgets::Symbol::Grip, widgets::Ink::Accent, kIcon, ratio));
    painter->setFont(widgets::font(widgets::TextSize::Secondary));
    painter->setPen(tokens.text);
    const QRectF words = band.adjusted(kIcon + 22, 0, -10, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(words.width())));
    if (view->hasFocus() && view->currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0))
        paintCurrent(*painter, band.adjusted(-3, -3, 3, 3));
}

void LayerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (kindOf(index) == RowKind::Cut) {
        if (index.column() == 0)
            paintCut(painter, option, index);
        painter->restore();
        return;
    }
    const widgets::Tokens &tokens = widgets::currentTokens();
    const LayerState state = stateOf(index);
    const auto column = static_cast<Column>(index.column());
    QRect rect = option.rect;
    if (!m_compact) {
        painter->setPen(QPen(tokens.line, 1));
        const int left = column == Column::Name ? 0 : rect.left(); // across the arrow as well
        painter->drawLine(QPointF(left, rect.bottom() + 0.5), QPointF(rect.right() + 1, rect.bottom() + 0.5));
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    if (column == Column::Name) {
        const double ratio = painter->device()->devicePixelRatioF();
        const auto symbol = state == LayerState::Learning ? widgets::Symbol::Learning
            : state == LayerState::Frozen                 ? widgets::Symbol::Frozen
                                                          : widgets::Symbol::Layers;
        const auto ink = state == LayerState::Learning ? widgets::Ink::Learning
            : state == LayerState::Frozen              ? widgets::Ink::Frozen
                                                       : widgets::Ink::Secondary;
        painter->drawPixmap(QPoint(rect.left() + 4, rect.center().y() - kIcon / 2 + 1),
                            widgets::symbolPixmap(symbol, ink, kIcon, ratio));
        rect.adjust(4 + kIcon + kIconGap, 0, 0, 0);
        painter->setFont(widgets::font(m_compact ? widgets::TextSize::Secondary : widgets::TextSize::Body));
        painter->setPen(tokens.text);
        if (view != nullptr && view->hasFocus() && view->currentIndex().siblingAtColumn(0) == index) {
            const QRectF whole(option.rect.left(), option.rect.top(), view->viewport()->width() - option.rect.left(),
                               option.rect.height());
            paintCurrent(*painter, whole.adjusted(1, 1, -1, -2));
        }
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    } else if (column == Column::Weights) {
        painter->setFont(widgets::font(widgets::TextSize::Secondary));
        painter->setPen(tokens.secondary);
        widgets::drawTabular(*painter, rect, Qt::AlignRight, text);
    } else {
        const bool isState = column == Column::State;
        painter->setFont(widgets::font(widgets::TextSize::Secondary));
        painter->setPen(!isState                            ? tokens.secondary
                            : state == LayerState::Learning ? tokens.learning
                            : state == LayerState::Frozen   ? tokens.frozen
                                                            : tokens.secondary);
        painter->drawText(rect.adjusted(0, 0, isState ? -6 : -4, 0),
                          Qt::AlignVCenter | (isState ? Qt::AlignRight : Qt::AlignLeft),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width() - 6));
    }
    painter->restore();
}

LayerTreeView::LayerTreeView(LayerTreeModel *model, bool compact, QWidget *parent)
    : QTreeView(parent), m_model(model), m_compact(compact)
{
    setObjectName(QStringLiteral("layerTree"));
    setAccessibleName(tr("Layers of the network"));
    setProperty("ownFocus", true);
    setModel(model);
    setItemDelegate(new LayerDelegate(compact, this));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setUniformRowHeights(false);
    setIndentation(compact ? 16 : 20);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    header()->setMinimumSectionSize(20);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    setColumnHidden(static_cast<int>(Column::Purpose), compact);
    setColumnHidden(static_cast<int>(Column::Weights), compact);
    connect(model, &QAbstractItemModel::modelReset, this, &LayerTreeView::layOutColumns);
    connect(model, &QAbstractItemModel::rowsMoved, this, [this] { viewport()->update(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    connect(this, &QTreeView::expanded, this, [this] { updateGeometry(); });
    connect(this, &QTreeView::collapsed, this, [this] { updateGeometry(); });
}

QSize LayerTreeView::sizeHint() const
{
    const QSize usual = QTreeView::sizeHint();
    if (!m_compact)
        return usual;
    int rows = 0;
    for (QModelIndex row = m_model->index(0, 0); row.isValid(); row = indexBelow(row))
        ++rows;
    return {usual.width(), rows * kCompactRow};
}

QModelIndex LayerTreeView::cutIndex() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (kindOf(index) == RowKind::Cut)
            return index;
    }
    return {};
}

void LayerTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    layOutColumns();
}

void LayerTreeView::layOutColumns()
{
    const int width = viewport()->width();
    const int state = 76;
    const int weights = m_compact ? 0 : 70;
    const int name = m_compact ? width - state : std::max(160, width * 3 / 10);
    header()->resizeSection(static_cast<int>(Column::Name), name);
    if (!m_compact) {
        header()->resizeSection(static_cast<int>(Column::Purpose), std::max(60, width - name - weights - state));
        header()->resizeSection(static_cast<int>(Column::Weights), weights);
    }
    header()->resizeSection(static_cast<int>(Column::State), state);
}

bool LayerTreeView::isSwitch(const QModelIndex &index, const QPoint &position) const
{
    if (kindOf(index) != RowKind::Layer)
        return false;
    if (static_cast<Column>(index.column()) == Column::State)
        return true;
    const QRect name = visualRect(index.siblingAtColumn(0));
    return position.x() >= name.left() && position.x() < name.left() + 4 + kIcon + kIconGap;
}

void LayerTreeView::toggle(const QModelIndex &index)
{
    const QModelIndex name = index.siblingAtColumn(0);
    const bool learning = stateOf(name) == LayerState::Learning;
    m_model->setData(name, learning ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

int LayerTreeView::cutAt(int y) const
{
    int cut = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (kindOf(index) == RowKind::Layer && visualRect(index).center().y() < y)
            ++cut;
    }
    return std::min(cut, m_model->topLevelLayers());
}

void LayerTreeView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    m_dragging = index.isValid() && kindOf(index) == RowKind::Cut && event->button() == Qt::LeftButton;
    m_pressed = index;
    if (m_dragging) {
        setCurrentIndex(index.siblingAtColumn(0));
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    QTreeView::mousePressEvent(event);
}

void LayerTreeView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging) {
        m_model->moveCutTo(cutAt(event->pos().y()));
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    const bool onCut = index.isValid() && kindOf(index) == RowKind::Cut;
    const bool onSwitch = index.isValid() && isSwitch(index, event->pos());
    viewport()->setCursor(onCut ? Qt::OpenHandCursor : onSwitch ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTreeView::mouseMoveEvent(event);
}

void LayerTreeView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragging) {
        m_dragging = false;
        viewport()->setCursor(Qt::OpenHandCursor);
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && index == m_pressed && isSwitch(index, event->pos()))
        toggle(index);
    QTreeView::mouseReleaseEvent(event);
}

void LayerTreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && isSwitch(index, event->pos()))
        toggle(index); // two quick clicks are two clicks
    else if (index.isValid())
        setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
}

void LayerTreeView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    const bool onCut = current.isValid() && kindOf(current) == RowKind::Cut;
    if (onCut && event->key() == Qt::Key_Up) {
        m_model->moveCutTo(m_model->cut() - 1);
    } else if (onCut && event->key() == Qt::Key_Down) {
        m_model->moveCutTo(m_model->cut() + 1);
    } else if (onCut && event->key() == Qt::Key_Left) {
        setCurrentIndex(indexAbove(current));
    } else if (onCut && event->key() == Qt::Key_Right) {
        setCurrentIndex(indexBelow(current));
    } else if (current.isValid() && event->key() == Qt::Key_Space && kindOf(current) == RowKind::Layer) {
        toggle(current);
    } else {
        QTreeView::keyPressEvent(event);
    }
}

} // namespace shotlab::pages
