// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/ExplainedLabel.h"

#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include "widgets/Labels.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kPopoverWidth = 320;

/// The explanation itself: a small card that closes by itself on any click elsewhere or Escape.
class Popover : public QFrame
{
public:
    Popover(text::Term term, QWidget *parent) : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setObjectName(QStringLiteral("explanation"));
        setFixedWidth(kPopoverWidth);
        setAccessibleName(text::termTitle(term));
        setAccessibleDescription(text::termExplanation(term));
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 14, 16, 14);
        column->setSpacing(4);
        column->addWidget(label(text::termTitle(term), TextSize::Body, Tone::Text, QFont::DemiBold));
        column->addWidget(label(text::termExplanation(term), TextSize::Body, Tone::Secondary, QFont::Normal, true));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(currentTokens().controlLine);
        painter.setBrush(currentTokens().card);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

} // namespace

ExplainedLabel::ExplainedLabel(text::Term term, QWidget *parent) : ExplainedLabel(text::termTitle(term), term, parent) { }

ExplainedLabel::ExplainedLabel(const QString &word, text::Term term, QWidget *parent) : QLabel(word, parent), m_term(term)
{
    setTextFormat(Qt::PlainText);
    setFont(widgets::font(TextSize::Body));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::WhatsThisCursor);
    setContentsMargins(0, 0, 0, 2);
    setAccessibleName(tr("%1: what does it mean?").arg(word));
    setAccessibleDescription(text::termExplanation(term));
}

void ExplainedLabel::openExplanation()
{
    auto *popover = new Popover(m_term, window());
    popover->adjustSize();
    popover->resize(kPopoverWidth, popover->layout()->heightForWidth(kPopoverWidth));
    QPoint corner = mapToGlobal(QPoint(0, height() + 4));
    const QRect room = screen()->availableGeometry();
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - kPopoverWidth)));
    if (corner.y() + popover->height() > room.bottom())
        corner.setY(mapToGlobal(QPoint(0, 0)).y() - popover->height() - 4);
    popover->move(corner);
    popover->show();
}

void ExplainedLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(currentTokens().faint, 1, Qt::DotLine));
    const int width = std::min(fontMetrics().horizontalAdvance(text()), contentsRect().width());
    const int y = contentsRect().center().y() + fontMetrics().height() / 2 + 1;
    painter.drawLine(contentsRect().left(), y, contentsRect().left() + width, y);
}

void ExplainedLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        openExplanation();
}

void ExplainedLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        openExplanation();
    else
        QLabel::keyPressEvent(event);
}

} // namespace shotlab::widgets
