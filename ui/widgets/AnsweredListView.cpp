// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/AnsweredListView.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/Fonts.h"
#include "widgets/Icons.h"
#include "widgets/Markers.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kPadding = 10;
constexpr int kPictureSide = 76;
constexpr int kNarrowestMark = 148;
constexpr int kMarkerWidth = 18;
constexpr int kMarkGap = 8;
constexpr double kLeftOutOpacity = 0.5;

std::vector<AnswerMark> marksOf(const QModelIndex &index)
{
    return index.data(AnsweredMarksRole).value<std::vector<AnswerMark>>();
}

int lineHeight(TextSize size) { return QFontMetrics(widgets::font(size, QFont::DemiBold)).height(); }

/// Where things stand in a row of that width.
struct Layout {
    Layout(int width, const QModelIndex &index)
    {
        const bool isText = !index.data(AnsweredSentenceRole).toString().isEmpty();
        left = isText ? kPadding : 2 * kPadding + kPictureSide;
        title = lineHeight(TextSize::Body);
        sentence = isText ? 2 * QFontMetrics(widgets::font(TextSize::Body)).lineSpacing() + 4 : 0;
        mark = lineHeight(TextSize::Smallest) + lineHeight(TextSize::Body) + 6;
        const int marks = static_cast<int>(marksOf(index).size());
        const int room = std::max(kNarrowestMark, width - left - kPadding);
        columns = std::clamp((room + kMarkGap) / (kNarrowestMark + kMarkGap), 1, std::max(1, marks));
        columnWidth = (room + kMarkGap) / columns - kMarkGap;
        const int rows = (marks + columns - 1) / columns;
        const int content = sentence + title + 4 + rows * mark;
        height = std::max(content, isText ? 0 : kPictureSide) + 2 * kPadding;
    }

    int left = 0; ///< of all text
    int title = 0; ///< heights
    int sentence = 0;
    int mark = 0;
    int columns = 1;
    int columnWidth = 0;
    int height = 0;
};

void drawPicture(QPainter &painter, const QRect &frame, const QImage &picture)
{
    const Tokens &t = currentTokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.inner);
    painter.drawRoundedRect(frame, 6, 6);
    if (picture.isNull())
        return;
    const QSize size = picture.size().scaled(frame.size() - QSize(4, 4), Qt::KeepAspectRatio);
    QRect at(QPoint(), size);
    at.moveCenter(frame.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(at, picture);
}

void drawMark(QPainter &painter, const QRect &place, const AnswerMark &mark, const QColor &ground)
{
    const Tokens &t = currentTokens();
    const ArmLook look = armLook(mark.kind, currentScheme(), mark.variant);
    const int name = lineHeight(TextSize::Smallest);
    drawMarker(painter, look.marker, QPointF(place.left() + 6, place.top() + name / 2.0), 4.4, look.colour, ground);
    const QRect upper(place.left() + kMarkerWidth, place.top(), place.width() - kMarkerWidth, name);
    painter.setFont(widgets::font(TextSize::Smallest));
    painter.setPen(t.secondary);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(mark.arm, Qt::ElideRight, upper.width()));
    const QRect lower(place.left() + kMarkerWidth, upper.bottom() + 1, upper.width(), lineHeight(TextSize::Body));
    constexpr int kSign = 14;
    painter.drawPixmap(QPointF(place.left() - 1, lower.center().y() - kSign / 2.0),
                       symbolPixmap(mark.right ? Symbol::Check : Symbol::Cross, mark.right ? Ink::Ok : Ink::Error, kSign,
                                    painter.device()->devicePixelRatioF()));
    painter.setFont(widgets::font(TextSize::Secondary));
    const int number = static_cast<int>(tabularWidth(painter.font(), mark.confidence)) + 1;
    painter.setPen(t.secondary);
    const QString answer = mark.answer;
    QFont bold = widgets::font(TextSize::Secondary, QFont::Medium);
    const QString shown = QFontMetrics(bold).elidedText(answer, Qt::ElideRight, lower.width() - number - 6);
    const int taken = QFontMetrics(bold).horizontalAdvance(shown) + 6;
    drawTabular(painter, QRectF(lower).adjusted(taken, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, mark.confidence);
    painter.setFont(bold);
    painter.setPen(t.text);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, shown);
}

} // namespace

QSize AnsweredDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {kNarrowestMark, Layout(width, index).height};
}

void AnsweredDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = currentTokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    const Layout layout(row.width(), index);
    const bool chosen = option.state & QStyle::State_Selected;
    const QRectF around = QRectF(row).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->setPen(option.state & QStyle::State_HasFocus ? QPen(t.accent, 2) : QPen(Qt::NoPen));
    painter->setBrush(chosen ? t.tint : (option.state & QStyle::State_MouseOver ? t.inner : t.card));
    painter->drawRoundedRect(around, 6, 6);
    const QColor ground = painter->brush().color();
    const QString state = index.data(AnsweredStateRole).toString();

    int y = row.top() + kPadding;
    const int right = row.right() - kPadding;
    const QString sentence = index.data(AnsweredSentenceRole).toString();
    if (!state.isEmpty())
        painter->setOpacity(kLeftOutOpacity);
    if (sentence.isEmpty()) {
        drawPicture(*painter, QRect(row.left() + kPadding, y, kPictureSide, kPictureSide),
                    index.data(AnsweredPictureRole).value<QImage>());
    } else {
        painter->setFont(widgets::font(TextSize::Body));
        painter->setPen(t.text);
        const QRect two(row.left() + kPadding, y, right - row.left() - kPadding, layout.sentence - 4);
        const QString fitting = painter->fontMetrics().elidedText(sentence.simplified(), Qt::ElideRight, 2 * two.width() - 40);
        painter->drawText(two, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, fitting);
        y += layout.sentence;
    }
    const QRect title(row.left() + layout.left, y, right - row.left() - layout.left, layout.title);
    painter->setFont(widgets::font(TextSize::Secondary, QFont::DemiBold));
    painter->setPen(t.text);
    const QString text = index.data(AnsweredTitleRole).toString();
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter, text);
    const int taken = painter->fontMetrics().horizontalAdvance(text) + 14;
    painter->setFont(widgets::font(TextSize::Smallest));
    painter->setOpacity(1);
    painter->setPen(state.isEmpty() ? t.secondary : t.warning);
    const QRect rest = title.adjusted(taken, 0, 0, 0);
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(state.isEmpty() ? index.data(AnsweredOriginRole).toString() : state,
                                                        Qt::ElideMiddle, rest.width()));
    if (!state.isEmpty())
        painter->setOpacity(kLeftOutOpacity);
    y += layout.title + 4;
    const std::vector<AnswerMark> marks = marksOf(index);
    for (int i = 0; i < static_cast<int>(marks.size()); ++i) {
        const QRect place(row.left() + layout.left + i % layout.columns * (layout.columnWidth + kMarkGap),
                          y + i / layout.columns * layout.mark, layout.columnWidth, layout.mark);
        drawMark(*painter, place, marks[static_cast<std::size_t>(i)], ground);
    }
    painter->restore();
}

AnsweredListView::AnsweredListView(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new AnsweredDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
}

void AnsweredListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        Q_EMIT leaveOutRequested();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QListView::keyPressEvent(event);
}

bool AnsweredListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        const QString whole = index.data(Qt::AccessibleTextRole).toString();
        if (!whole.isEmpty())
            QToolTip::showText(help->globalPos(), QStringLiteral("<p>%1</p>").arg(whole.toHtmlEscaped()), this);
        return true;
    }
    return QListView::viewportEvent(event);
}

void AnsweredListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT chosenChanged();
}

} // namespace shotlab::widgets
