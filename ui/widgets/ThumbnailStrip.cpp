// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/ThumbnailStrip.h"

#include <QApplication>
#include <QDataStream>
#include <QDrag>
#include <QIODevice>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include "text/Numbers.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kGap = 6;
constexpr double kRadius = 4;
constexpr double kDimmedOpacity = 0.55;
constexpr double kLeastOfSide = 0.8; // how far pictures may shrink to fit

/// The central square of the picture at the device's resolution, as a brush: a clip path would leave ragged corners.
QBrush squareBrush(const QRect &cell, const QImage &image, double ratio)
{
    const QSize target = (QSizeF(cell.size()) * ratio).toSize();
    const QImage scaled = image.scaled(target, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((scaled.width() - target.width()) / 2, (scaled.height() - target.height()) / 2);
    QBrush brush(scaled.copy(QRect(corner, target)));
    brush.setTransform(QTransform::fromTranslate(cell.x(), cell.y()).scale(1 / ratio, 1 / ratio));
    return brush;
}

} // namespace

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

ThumbnailStrip::ThumbnailStrip(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ThumbnailStrip::setThumbnails(const std::vector<Thumbnail> &thumbnails)
{
    m_thumbnails = thumbnails;
    setTotal(std::max(m_total, static_cast<int>(thumbnails.size())));
}

void ThumbnailStrip::setTotal(int total)
{
    m_total = total;
    setAccessibleName(text::picturesText(total));
    update();
}

void ThumbnailStrip::setSide(int side)
{
    m_side = side;
    updateGeometry();
    update();
}

void ThumbnailStrip::setMaximumShown(int pictures)
{
    m_maximum = pictures;
    updateGeometry();
    update();
}

void ThumbnailStrip::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

int ThumbnailStrip::sideNow() const
{
    // A little smaller when that lets as many stand there as were asked for.
    const int wanted = std::min(m_maximum, static_cast<int>(m_thumbnails.size())) + (m_total > m_maximum ? 1 : 0);
    const int fitting = wanted > 0 ? (width() + kGap) / wanted - kGap : m_side;
    return fitting >= kLeastOfSide * m_side ? std::min(fitting, m_side) : m_side;
}

int ThumbnailStrip::shown() const
{
    const int fit = (width() + kGap) / (sideNow() + kGap);
    const int pictures = std::min({static_cast<int>(m_thumbnails.size()), m_maximum, fit});
    // The place of the last one is needed for "+n" when not all fit.
    return pictures < m_total && pictures == fit ? std::max(pictures - 1, 0) : pictures;
}

QSize ThumbnailStrip::sizeHint() const { return {(m_maximum + 1) * (m_side + kGap) - kGap, m_side}; }

QSize ThumbnailStrip::minimumSizeHint() const { return {2 * m_side + kGap, m_side}; }

QRect ThumbnailStrip::cell(int index) const
{
    const int side = sideNow();
    return {index * (side + kGap), (m_side - side) / 2, side, side};
}

int ThumbnailStrip::at(const QPoint &position) const
{
    const int cells = shown() + (m_total > shown() ? 1 : 0);
    for (int index = 0; index < cells; ++index) {
        if (cell(index).contains(position))
            return index;
    }
    return -1;
}

void ThumbnailStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (m_dimmed)
        painter.setOpacity(kDimmedOpacity);
    const int pictures = shown();
    for (int index = 0; index < pictures; ++index) {
        const QRect square = cell(index);
        const QImage &image = m_thumbnails[static_cast<std::size_t>(index)].image;
        painter.setPen(t.line);
        painter.setBrush(image.isNull() ? QBrush(t.inner) : squareBrush(square, image, devicePixelRatioF()));
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
    if (m_total > pictures) {
        const QRect square = cell(pictures);
        painter.setPen(Qt::NoPen);
        painter.setBrush(currentScheme() == Scheme::Light ? t.inner : t.track);
        painter.drawRoundedRect(square, kRadius, kRadius);
        painter.setPen(t.secondary);
        painter.setFont(widgets::font(m_side < 44 ? TextSize::Smallest : TextSize::Secondary, QFont::DemiBold));
        painter.drawText(square, Qt::AlignCenter, QStringLiteral("+%1").arg(text::numberText(m_total - pictures)));
    }
}

void ThumbnailStrip::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? at(event->pos()) : -1;
    m_pressPosition = event->pos();
}

void ThumbnailStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed < 0 || m_pressed >= shown()
        || (event->pos() - m_pressPosition).manhattanLength() < QApplication::startDragDistance())
        return;
    const Thumbnail &thumbnail = m_thumbnails[static_cast<std::size_t>(m_pressed)];
    m_pressed = -1;
    if (thumbnail.id == 0)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(examplesMime({thumbnail.id}));
    drag->setPixmap(QPixmap::fromImage(thumbnail.image.scaled(m_side, m_side, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    drag->exec(Qt::MoveAction);
}

void ThumbnailStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = at(event->pos());
    if (m_pressed >= 0 && index == m_pressed)
        Q_EMIT activated(index < shown() ? m_thumbnails[static_cast<std::size_t>(index)].id : 0);
    m_pressed = -1;
}

} // namespace shotlab::widgets
