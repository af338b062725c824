// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace shotlab::widgets
{

/// Roles a model of runs offers to the list (column 0).
enum RunRole {
    RunTitleRole = Qt::DisplayRole,
    RunArmKindRole = Qt::UserRole + 100, ///< int of shotlab::ArmKind
    RunVariantRole, ///< int, see armLook()
    RunDetailRole, ///< QString "k = 5 · 20 draws"
    RunStateRole, ///< int of RunRowState
    RunValueRole, ///< QString "95.1 %" (Done)
    RunRangeRole, ///< QString "± 0.8" or "53.8–100.0" (Done), time left (Running)
    RunProgressRole, ///< double 0..1 (Running)
    RunSentenceRole, ///< QString below the title (Failed: why)
    RunHollowRole, ///< bool: single draw or unfinished
    RunHiddenRole, ///< bool: its line is hidden in the chart
    RunTagsRole, ///< QStringList
    RunNoteRole, ///< QString
};
enum class RunRowState { Done, Running, Queued, Failed, Skipped };

/// One row: marker, title, detail, and on the right the result, progress or state.
class RunDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static QRect markerRect(const QRect &row); ///< click target that hides or shows the line
    void setRowHeight(int height) { m_rowHeight = height; } ///< the text stands in its middle
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }

private:
    int m_rowHeight = 46;
};

/// The runs; doubles as the legend of the charts. A click on the marker (or H) hides or shows the arm's line. Several can be
/// selected (with Ctrl or Shift). At rest it ends with a whole row: where there are more, rows share what would be left of its height.
class RunListView : public QListView
{
    Q_OBJECT

public:
    explicit RunListView(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override; ///< three rows; it takes what there is

Q_SIGNALS:
    void visibilityToggled(const QModelIndex &index);
    void rowChosen(const QModelIndex &index); ///< click or Enter
    void deleteRequested(); ///< Delete
    void menuRequested(const QPoint &globalPosition); ///< right button, or the menu key

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void updateGeometries() override;

private:
    RunDelegate *m_delegate;
};

} // namespace shotlab::widgets
