// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/DashedFrame.h"

#include <QPainter>

#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr double kRadius = 10;

} // namespace

void drawDropFrame(QPainter &painter, const QRect &rect, DropState state)
{
    const Tokens &t = currentTokens();
    painter.setRenderHint(QPainter::Antialiasing);
    if (state == DropState::Cold) {
        painter.setPen(QPen(t.edge > 1 ? t.controlLine : t.line, t.edge));
        painter.setBrush(t.card);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
        return;
    }
    QPen dashes(state == DropState::Hot ? t.accent : t.controlLine, 2);
    dashes.setDashPattern({4, 2.5});
    dashes.setCapStyle(Qt::FlatCap);
    painter.setPen(dashes);
    painter.setBrush(state == DropState::Hot ? t.tint : t.card);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

} // namespace shotlab::widgets
