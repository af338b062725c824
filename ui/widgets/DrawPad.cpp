// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/DrawPad.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

/// Of the side: a tenth of the height of a figure that fills two thirds of the pad, as people write with a felt pen.
constexpr double kPenWidth = 0.065;
constexpr int kPictureSide = 280;
constexpr double kKeyStep = 0.02;
constexpr double kBigKeyStep = 0.1;
constexpr int kGridCells = 4;
constexpr double kCorner = 8;

} // namespace

DrawPad::DrawPad(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Drawing pad"));
    setAccessibleDescription(tr("Arrow keys move the pen, the space bar lowers and lifts it, Backspace takes the last stroke away."));
    setToolTip(accessibleDescription());
}

QRectF DrawPad::square() const
{
    const int side = std::min(width(), height());
    return QRectF((width() - side) / 2, (height() - side) / 2, side, side).adjusted(1, 1, -1, -1);
}

QPointF DrawPad::toSquare(const QPointF &position) const
{
    const QRectF area = square();
    return {std::clamp((position.x() - area.x()) / area.width(), 0.0, 1.0),
            std::clamp((position.y() - area.y()) / area.height(), 0.0, 1.0)};
}

void DrawPad::begin(const QPointF &at)
{
    m_strokes.emplace_back(QPolygonF() << at);
    m_pen = at;
    update();
    Q_EMIT changed();
}

void DrawPad::extend(const QPointF &at)
{
    m_strokes.back() << at;
    m_pen = at;
    update();
    Q_EMIT changed();
}

void DrawPad::undoStroke()
{
    if (m_strokes.empty())
        return;
    m_strokes.pop_back();
    m_drawing = m_lowered = false;
    update();
    Q_EMIT changed();
}

void DrawPad::clear()
{
    if (m_strokes.empty())
        return;
    m_strokes.clear();
    m_drawing = m_lowered = false;
    update();
    Q_EMIT changed();
}

void DrawPad::paintStrokes(QPainter &painter, double side, const QColor &colour) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, kPenWidth * side, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &stroke : m_strokes) {
        const QPolygonF scaled = QTransform::fromScale(side, side).map(stroke);
        if (scaled.size() == 1)
            painter.drawPoint(scaled.front());
        else
            painter.drawPolyline(scaled);
    }
}

QImage DrawPad::picture(bool lightOnBlack) const
{
    if (m_strokes.empty())
        return {};
    QImage image(kPictureSide, kPictureSide, QImage::Format_RGB32);
    image.fill(lightOnBlack ? Qt::black : Qt::white);
    QPainter painter(&image);
    paintStrokes(painter, kPictureSide, lightOnBlack ? Qt::white : Qt::black);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

void DrawPad::paintEvent(QPaintEvent *)
{
    const Tokens &look = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = square();
    painter.setPen(QPen(look.controlLine, look.edge));
    painter.setBrush(look.card);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    painter.setPen(QPen(look.line, 1));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 1; i < kGridCells; ++i) {
        const double at = area.width() * i / kGridCells;
        painter.drawLine(QPointF(area.x() + at, area.y() + 1), QPointF(area.x() + at, area.bottom() - 1));
        painter.drawLine(QPointF(area.x() + 1, area.y() + at), QPointF(area.right() - 1, area.y() + at));
    }
    painter.translate(area.topLeft());
    if (m_strokes.empty()) {
        painter.setFont(widgets::font(TextSize::Body));
        painter.setPen(look.secondary);
        painter.drawText(QRectF(QPointF(), area.size()).adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Draw here"));
    }
    painter.setClipRect(QRectF(QPointF(), area.size()));
    paintStrokes(painter, area.width(), look.text);
    if (m_keys && hasFocus()) {
        painter.setPen(QPen(look.accent, 2));
        painter.setBrush(m_lowered ? QBrush(look.accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(m_pen * area.width(), 6, 6);
    }
}

void DrawPad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !square().contains(event->position()))
        return;
    m_keys = m_lowered = false;
    m_drawing = true;
    begin(toSquare(event->position()));
}

void DrawPad::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drawing)
        extend(toSquare(event->position()));
}

void DrawPad::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_drawing = false;
}

void DrawPad::keyPressEvent(QKeyEvent *event)
{
    const double step = (event->modifiers() & Qt::ShiftModifier) != 0 ? kBigKeyStep : kKeyStep;
    QPointF to = m_pen;
    switch (event->key()) {
    case Qt::Key_Left:
        to.rx() -= step;
        break;
    case Qt::Key_Right:
        to.rx() += step;
        break;
    case Qt::Key_Up:
        to.ry() -= step;
        break;
    case Qt::Key_Down:
        to.ry() += step;
        break;
    case Qt::Key_Space:
        m_keys = true;
        m_lowered = !m_lowered;
        if (m_lowered)
            begin(m_pen);
        update();
        return;
    case Qt::Key_Backspace:
        undoStroke();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_keys = true;
    to = {std::clamp(to.x(), 0.0, 1.0), std::clamp(to.y(), 0.0, 1.0)};
    if (m_lowered)
        extend(to);
    m_pen = to;
    update();
}

void DrawPad::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_lowered = false;
    update();
}

} // namespace shotlab::widgets
