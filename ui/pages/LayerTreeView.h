// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace shotlab::models
{
class LayerTreeModel;
}

namespace shotlab::pages
{

/// One row of the layer tree: snowflake or flame, name, purpose, weights, state; the cut as a tinted band.
class LayerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit LayerDelegate(bool compact, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintCut(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_compact;
};

/// The layers of the network. A click on the icon or the state word (or Space) freezes or frees a layer; the cut is dragged, or
/// moved with the arrow keys while it is the current row (Left and Right leave it).
class LayerTreeView : public QTreeView
{
    Q_OBJECT

public:
    /// compact: only name and state, small rows (workbench). model outlives the view.
    LayerTreeView(models::LayerTreeModel *model, bool compact, QWidget *parent = nullptr);

    [[nodiscard]] QModelIndex cutIndex() const;
    [[nodiscard]] QSize sizeHint() const override; ///< compact: as high as the rows that are unfolded

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutColumns();
    void toggle(const QModelIndex &index);
    [[nodiscard]] bool isSwitch(const QModelIndex &index, const QPoint &position) const;
    [[nodiscard]] int cutAt(int y) const;

    models::LayerTreeModel *m_model;
    bool m_compact;
    bool m_dragging = false;
    QPersistentModelIndex m_pressed;
};

} // namespace shotlab::pages
