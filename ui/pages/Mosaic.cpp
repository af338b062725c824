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

void Mosaic::setPlaceholder(widgets::Symbol symbol)
{
    m_placeholder = symbol;
    update();
}

void Mosaic::setSentences(const QStringList &sentences)
{
    m_sentences = sentences;
    update();
}

void Mosaic::paintSentences(QPainter &painter) const
{
    constexpr int kInset = 7;
    constexpr int kLines = 2;
    const widgets::Tokens &tokens = widgets::currentTokens();
    const QFont font = widgets::font(widgets::TextSize::Smallest);
    const QFontMetrics metrics(font);
    const int widest = width() - width() / 6;
    painter.setFont(font);
    int top = 0;
    for (qsizetype i = 0; i < m_sentences.size(); ++i) {
        const QRect room(0, 0, widest - 2 * kInset, kLines * metrics.lineSpacing());
        const QRect text = metrics.boundingRect(room, Qt::TextWordWrap, m_sentences[i]);
        if (text.height() > room.height()) // too long to be shown whole
            continue;
        QRect bubble(0, top, text.width() + 2 * kInset + 1, text.height() + 2 * kInset - 4);
        if (bubble.bottom() >= height())
            break;
        const bool mine = i % 2 == 1;
        if (mine)
            bubble.moveRight(width() - 1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mine ? tokens.tint : tokens.inner);
        painter.drawRoundedRect(bubble, kRadius + 3, kRadius + 3);
        painter.setPen(tokens.text);
        painter.drawText(bubble.adjusted(kInset, 0, -kInset + 1, 0), Qt::AlignVCenter | Qt::TextWordWrap, m_sentences[i]);
        top = bubble.bottom() + 1 + kGap;
    }
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
    if (!m_sentences.isEmpty()) {
        paintSentences(painter);
        return;
    }
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
        } else if (m_placeholder) {
            const int side = static_cast<int>(cell / 2);
            painter.drawPixmap(rect.center() - QPointF(side, side) / 2,
                               widgets::symbolPixmap(*m_placeholder, widgets::Ink::Faint, side, devicePixelRatioF()));
        }
        painter.setPen(QPen(tokens.line, 1));
        painter.drawPath(frame);
    }
}

} // namespace shotlab::pages
