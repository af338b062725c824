// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/ThumbnailStrip.h"

#include <QPainter>

#include "text/Numbers.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kGap = 6;
constexpr double kRadius = 4;
constexpr int kMost = 4;
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

ThumbnailStrip::ThumbnailStrip(QWidget *parent) : ExampleStrip(parent) { setMaximumShown(kMost); }

void ThumbnailStrip::setThumbnails(const std::vector<Thumbnail> &thumbnails)
{
    m_thumbnails = thumbnails;
    setTotal(std::max(total(), static_cast<int>(thumbnails.size())));
}

void ThumbnailStrip::setTotal(int total)
{
    keepTotal(total);
    setAccessibleName(text::picturesText(total));
}

void ThumbnailStrip::setSide(int side)
{
    m_side = side;
    updateGeometry();
    update();
}

int ThumbnailStrip::sideNow() const
{
    // A little smaller when that lets as many stand there as were asked for.
    const int wanted = std::min(maximum(), static_cast<int>(m_thumbnails.size())) + (total() > maximum() ? 1 : 0);
    const int fitting = wanted > 0 ? (width() + kGap) / wanted - kGap : m_side;
    return fitting >= kLeastOfSide * m_side ? std::min(fitting, m_side) : m_side;
}

int ThumbnailStrip::shown() const
{
    const int fit = (width() + kGap) / (sideNow() + kGap);
    const int pictures = std::min({static_cast<int>(m_thumbnails.size()), maximum(), fit});
    // The place of the last one is needed for "+n" when not all fit.
    return pictures < total() && pictures == fit ? std::max(pictures - 1, 0) : pictures;
}

QSize ThumbnailStrip::sizeHint() const { return {(maximum() + 1) * (m_side + kGap) - kGap, m_side}; }

QSize ThumbnailStrip::minimumSizeHint() const { return {2 * m_side + kGap, m_side}; }

QRect ThumbnailStrip::cell(int index) const
{
    const int side = sideNow();
    return {index * (side + kGap), (m_side - side) / 2, side, side};
}

int ThumbnailStrip::at(const QPoint &position) const
{
    const int cells = shown() + (total() > shown() ? 1 : 0);
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
    dim(painter);
    const int pictures = shown();
    for (int index = 0; index < pictures; ++index) {
        const QRect square = cell(index);
        const QImage &image = m_thumbnails[static_cast<std::size_t>(index)].image;
        painter.setPen(t.line);
        painter.setBrush(image.isNull() ? QBrush(t.inner) : squareBrush(square, image, devicePixelRatioF()));
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
    if (total() > pictures) {
        const QRect square = cell(pictures);
        painter.setPen(Qt::NoPen);
        painter.setBrush(currentScheme() == Scheme::Light ? t.inner : t.track);
        painter.drawRoundedRect(square, kRadius, kRadius);
        painter.setPen(t.secondary);
        painter.setFont(widgets::font(m_side < 44 ? TextSize::Smallest : TextSize::Secondary, QFont::DemiBold));
        painter.drawText(square, Qt::AlignCenter, restText());
    }
}

qint64 ThumbnailStrip::idAt(int index) const { return m_thumbnails[static_cast<std::size_t>(index)].id; }

QPixmap ThumbnailStrip::dragPicture(int index) const
{
    return QPixmap::fromImage(
        m_thumbnails[static_cast<std::size_t>(index)].image.scaled(m_side, m_side, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

} // namespace shotlab::widgets
