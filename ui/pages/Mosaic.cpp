// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/Mosaic.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "widgets/Theme.h"

namespace shotlab::pages
{

namespace
{

constexpr int kGap = 5;
constexpr int kCell = 56;
constexpr double kRadius = 4;

} // namespace

Mosaic::Mosaic(int side, QWidget *parent) : QWidget(parent), m_side(side)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Mosaic::setPictures(const QVector<QImage> &pictures)
{
    m_pictures = pictures;
    update();
}

QSize Mosaic::sizeHint() const
{
    const int side = m_side * kCell + (m_side - 1) * kGap;
    return {side, side};
}

void Mosaic::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const widgets::Tokens &tokens = widgets::currentTokens();
    const double cell = (std::min(width(), height()) - (m_side - 1) * kGap) / static_cast<double>(m_side);
    const double left = (width() - (m_side * cell + (m_side - 1) * kGap)) / 2;
    for (int i = 0; i < m_side * m_side; ++i) {
        const QRectF rect(left + (i % m_side) * (cell + kGap) + 0.5, (i / m_side) * (cell + kGap) + 0.5, cell - 1, cell - 1);
        QPainterPath frame;
        frame.addRoundedRect(rect, kRadius, kRadius);
        painter.fillPath(frame, tokens.inner);
        if (i < m_pictures.size() && !m_pictures[i].isNull()) {
            const QImage &picture = m_pictures[i];
            const int shorter = std::min(picture.width(), picture.height());
            const QRect square((picture.width() - shorter) / 2, (picture.height() - shorter) / 2, shorter, shorter);
            painter.save();
            painter.setClipPath(frame);
            painter.drawImage(rect, picture, square);
            painter.restore();
        }
        painter.setPen(QPen(tokens.line, 1));
        painter.drawPath(frame);
    }
}

} // namespace shotlab::pages
