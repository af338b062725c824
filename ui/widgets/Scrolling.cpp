// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Scrolling.h"

#include <algorithm>

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace shotlab::widgets
{

namespace
{

QScrollArea *prepared(QScrollArea *area, QWidget *content)
{
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    area->setWidget(content);
    return area;
}

/// The rows are those in which the content's layout puts its widgets.
class RowScroll : public QScrollArea
{
protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool handled = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
            fit();
        return handled;
    }

private:
    void fit()
    {
        const QLayout *layout = widget()->layout();
        if (m_fitting || layout == nullptr)
            return;
        m_fitting = true;
        const int room = contentsRect().height();
        int end = 0; // of the last row that fits
        int second = 0; // where the second row begins
        for (int i = 0; i < layout->count(); ++i) {
            const QLayoutItem *item = layout->itemAt(i);
            if (item->isEmpty())
                continue;
            const QRect place = item->geometry();
            if (place.y() > layout->contentsMargins().top() && (second == 0 || place.y() < second))
                second = place.y();
            if (place.y() + place.height() <= room)
                end = std::max(end, place.y() + place.height());
        }
        const bool scrolls = widget()->minimumSizeHint().height() > room || widget()->height() > room;
        const QMargins wanted(0, 0, 0, scrolls && end > 0 ? room - end : 0);
        if (viewportMargins() != wanted)
            setViewportMargins(wanted);
        if (second > 0)
            verticalScrollBar()->setSingleStep(std::max(1, second / QApplication::wheelScrollLines()));
        m_fitting = false;
    }

    bool m_fitting = false;
};

/// As high as its content while there is room, then it scrolls by whole rows.
class FittingScroll : public RowScroll
{
public:
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const QLayout *layout = widget()->layout();
        return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->sizeHint().height();
    }
    [[nodiscard]] QSize sizeHint() const override { return {widget()->sizeHint().width(), heightForWidth(width())}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry(); // what is inside has become higher or lower
        return RowScroll::eventFilter(watched, event);
    }
};

} // namespace

QScrollArea *scrolling(QWidget *content) { return prepared(new QScrollArea, content); }

QScrollArea *fittingScroll(QWidget *content) { return prepared(new FittingScroll, content); }

QScrollArea *rowScroll(QWidget *content) { return prepared(new RowScroll, content); }

} // namespace shotlab::widgets
