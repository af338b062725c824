// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/ExampleStrip.h"

#include <utility>

#include <QApplication>
#include <QDataStream>
#include <QDrag>
#include <QIODevice>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include "text/Numbers.h"

namespace shotlab::widgets
{

namespace
{
constexpr double kDimmedOpacity = 0.55;
}

QMimeData *examplesMime(const std::vector<qint64> &ids)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << QList<qint64>(ids.begin(), ids.end());
    auto *mime = new QMimeData;
    mime->setData(QLatin1String(kExamplesMime), bytes);
    return mime;
}

std::vector<qint64> examplesOf(const QMimeData *mime)
{
    if (!mime || !mime->hasFormat(QLatin1String(kExamplesMime)))
        return {};
    QDataStream stream(mime->data(QLatin1String(kExamplesMime)));
    QList<qint64> ids;
    stream >> ids;
    return {ids.begin(), ids.end()};
}

ExampleStrip::ExampleStrip(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ExampleStrip::keepTotal(int total)
{
    m_total = total;
    update();
}

void ExampleStrip::setMaximumShown(int examples)
{
    m_maximum = examples;
    updateGeometry();
    update();
}

void ExampleStrip::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

void ExampleStrip::dim(QPainter &painter) const
{
    if (m_dimmed)
        painter.setOpacity(kDimmedOpacity);
}

QString ExampleStrip::restText() const
{
    return m_total > shown() ? QStringLiteral("+%1").arg(text::numberText(m_total - shown())) : QString();
}

QPixmap ExampleStrip::dragPicture(int) const { return {}; }

void ExampleStrip::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? at(event->pos()) : -1;
    m_pressPosition = event->pos();
}

void ExampleStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed < 0 || m_pressed >= shown()
        || (event->pos() - m_pressPosition).manhattanLength() < QApplication::startDragDistance())
        return;
    const int index = std::exchange(m_pressed, -1);
    if (idAt(index) == 0)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(examplesMime({idAt(index)}));
    drag->setPixmap(dragPicture(index));
    drag->exec(Qt::MoveAction);
}

void ExampleStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = at(event->pos());
    if (m_pressed >= 0 && index == m_pressed)
        Q_EMIT activated(index < shown() ? idAt(index) : 0);
    m_pressed = -1;
}

} // namespace shotlab::widgets
