// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/RunListView.h"

#include <algorithm>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/Fonts.h"
#include "widgets/Icons.h"
#include "widgets/Markers.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kRowHeight = 46;
constexpr int kHighestRow = 60;
constexpr int kPadding = 10;
constexpr int kMarkerWidth = 22;
constexpr int kProgressWidth = 76;
constexpr double kHiddenOpacity = 0.45;
constexpr int kTagGap = 6;
constexpr int kNarrowestTags = 20;

RunRowState stateOf(const QModelIndex &index) { return static_cast<RunRowState>(index.data(RunStateRole).toInt()); }

/// Two lines at the right: result and its range, progress and time left, or one word.
double drawResult(QPainter &painter, const QRectF &upper, const QRectF &lower, const QModelIndex &index)
{
    const Tokens &t = currentTokens();
    const RunRowState state = stateOf(index);
    if (state == RunRowState::Running) {
        const QRectF bar(upper.right() - kProgressWidth, upper.center().y() - 2.5, kProgressWidth, 5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.track);
        painter.drawRoundedRect(bar, 2.5, 2.5);
        painter.setBrush(t.accent);
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), std::max(5.0, bar.width() * index.data(RunProgressRole).toDouble()), bar.height()), 2.5,
            2.5);
        painter.setFont(widgets::font(TextSize::Smallest));
        painter.setPen(t.secondary);
        drawTabular(painter, lower, Qt::AlignRight, index.data(RunRangeRole).toString());
        return kProgressWidth;
    }
    if (state == RunRowState::Done) {
        painter.setFont(widgets::font(TextSize::Body, QFont::DemiBold));
        painter.setPen(t.text);
        const QString value = index.data(RunValueRole).toString();
        drawTabular(painter, upper, Qt::AlignRight, value);
        const double width = tabularWidth(painter.font(), value);
        painter.setFont(widgets::font(TextSize::Smallest));
        painter.setPen(t.secondary);
        drawTabular(painter, lower, Qt::AlignRight, index.data(RunRangeRole).toString());
        return width;
    }
    QString word = RunListView::tr("waiting");
    if (state == RunRowState::Failed)
        word = RunListView::tr("failed");
    else if (state == RunRowState::Skipped)
        word = RunListView::tr("left out");
    painter.setFont(widgets::font(TextSize::Secondary));
    painter.setPen(state == RunRowState::Failed ? t.error : t.secondary);
    painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, word);
    return painter.fontMetrics().horizontalAdvance(word);
}

/// What people say about it, behind the detail: a pencil for a note, then the tags.
void drawTags(QPainter &painter, const QRectF &room, const QModelIndex &index)
{
    QRectF rest = room;
    constexpr int kPencil = 11;
    if (!index.data(RunNoteRole).toString().isEmpty() && rest.width() > kPencil) {
        painter.drawPixmap(QPointF(rest.left(), rest.center().y() - kPencil / 2.0),
                           symbolPixmap(Symbol::Pencil, Ink::Secondary, kPencil, painter.device()->devicePixelRatioF()));
        rest.setLeft(rest.left() + kPencil + kTagGap);
    }
    const QStringList tags = index.data(RunTagsRole).toStringList();
    if (tags.isEmpty() || rest.width() < kNarrowestTags)
        return;
    painter.setPen(currentTokens().accent);
    const QString text = QStringLiteral("#") + tags.join(QStringLiteral(" #"));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(rest.width())));
}

} // namespace

QRect RunDelegate::markerRect(const QRect &row) { return {row.left(), row.top(), kPadding + kMarkerWidth, row.height()}; }

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {220, m_rowHeight}; }

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = currentTokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = option.rect;
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? t.tint : t.inner);
        painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), 6, 6);
    }
    const bool hidden = index.data(RunHiddenRole).toBool();
    const ArmLook look
        = armLook(static_cast<ArmKind>(index.data(RunArmKindRole).toInt()), currentScheme(), index.data(RunVariantRole).toInt());
    const double top = row.top() + 5 + (row.height() - kRowHeight) / 2;
    const QRectF upper(row.left() + kPadding + kMarkerWidth, top, row.width() - 2 * kPadding - kMarkerWidth, 19);
    const QRectF lower(upper.left(), upper.bottom() - 1, upper.width(), 16);
    const QPointF markerAt(row.left() + kPadding + 6, upper.center().y());
    if (hidden) {
        painter->drawPixmap(markerAt - QPointF(7, 7),
                            symbolPixmap(Symbol::EyeOff, Ink::Faint, 14, painter->device()->devicePixelRatioF()));
        painter->setOpacity(kHiddenOpacity);
    } else {
        drawMarker(*painter, look.marker, markerAt, 5.2, look.colour, chosen ? t.tint : t.card,
                   index.data(RunHollowRole).toBool());
    }
    const double taken = drawResult(*painter, upper, lower, index) + 10;

    painter->setFont(widgets::font(TextSize::Body, QFont::Medium));
    painter->setPen(t.text);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(RunTitleRole).toString(), Qt::ElideRight,
                                                        static_cast<int>(upper.width() - taken)));
    const QString sentence = index.data(RunSentenceRole).toString();
    painter->setFont(widgets::font(TextSize::Smallest));
    painter->setPen(stateOf(index) == RunRowState::Failed ? t.error : t.secondary);
    const QString detail = sentence.isEmpty() ? index.data(RunDetailRole).toString() : sentence;
    const double room = sentence.isEmpty() ? lower.width() - taken : lower.width();
    const QString shown = painter->fontMetrics().elidedText(detail, Qt::ElideRight, static_cast<int>(room));
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, shown);
    drawTags(*painter, lower.adjusted(painter->fontMetrics().horizontalAdvance(shown) + kTagGap, 0, -taken, 0), index);
    painter->restore();
}

RunListView::RunListView(QWidget *parent) : QListView(parent), m_delegate(new RunDelegate(this))
{
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Runs"));
    setAccessibleDescription(tr("Enter shows a run, H hides or shows its line in the chart, Delete takes it out."));
}

QSize RunListView::sizeHint() const { return {220, 3 * kRowHeight}; }

void RunListView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    QListView::mouseReleaseEvent(event);
    const bool selectsMore = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (event->button() != Qt::LeftButton || !index.isValid() || selectsMore)
        return;
    if (RunDelegate::markerRect(visualRect(index)).contains(event->pos()))
        Q_EMIT visibilityToggled(index);
    else
        Q_EMIT rowChosen(index);
}

void RunListView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && event->key() == Qt::Key_H)
        Q_EMIT visibilityToggled(index);
    else if (index.isValid() && event->key() == Qt::Key_Delete)
        Q_EMIT deleteRequested();
    else if (index.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT rowChosen(index);
    else
        QListView::keyPressEvent(event);
}

void RunListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

bool RunListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid() && RunDelegate::markerRect(visualRect(index)).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), index.data(RunHiddenRole).toBool() ? tr("Show its line") : tr("Hide its line"),
                               this);
            return true;
        }
        QString sentence = index.data(RunSentenceRole).toString();
        if (sentence.isEmpty())
            sentence = index.data(RunNoteRole).toString().toHtmlEscaped();
        if (!sentence.isEmpty()) {
            QToolTip::showText(help->globalPos(), sentence, this);
            return true;
        }
    }
    return QListView::viewportEvent(event);
}

void RunListView::updateGeometries()
{
    const int height = contentsRect().height();
    const int fitting = height / kRowHeight;
    const bool scrolls = model() != nullptr && model()->rowCount() > fitting;
    const int row = scrolls && fitting > 0 ? std::min(height / fitting, kHighestRow) : kRowHeight;
    if (row != m_delegate->rowHeight()) {
        m_delegate->setRowHeight(row);
        scheduleDelayedItemsLayout();
    }
    const QMargins wanted(0, 0, 0, fitting == 0 ? 0 : height - fitting * row);
    if (viewportMargins() != wanted)
        setViewportMargins(wanted);
    QListView::updateGeometries();
}

} // namespace shotlab::widgets
