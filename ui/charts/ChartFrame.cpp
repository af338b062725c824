// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartFrame.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "charts/ChartMath.h"
#include "text/Numbers.h"
#include "widgets/Fonts.h"
#include "widgets/Theme.h"

namespace shotlab::charts
{

using widgets::TextSize;

namespace
{

constexpr double kBesideAxis = 9; // between y labels and grid
constexpr double kTickLength = 5;
constexpr double kBelowTick = 3;
constexpr double kTickGap = 8; // between x labels
constexpr double kTitleGap = 2;
constexpr double kEvenLines = 1.15; // of the length that would just do
constexpr double kPixelsPerGridLine = 30;

QFont tickFont() { return widgets::font(TextSize::Secondary); }
QFont strongFont() { return widgets::font(TextSize::Secondary, QFont::DemiBold); }
double textHeight() { return std::ceil(QFontMetricsF(tickFont()).height()); }
QString topTick() { return text::percentText(1, 0); }

void paintTicks(QPainter &painter, const ChartFrame &frame)
{
    const widgets::Tokens &t = widgets::currentTokens();
    const double axis = onPixel(frame.scale.rect.bottom());
    std::vector<TickLabel> labels;
    std::vector<std::size_t> front;
    for (const ChartFrame::Tick &tick : frame.ticks) {
        if (tick.strong)
            front.push_back(labels.size());
        labels.push_back({tick.x, QFontMetricsF(tick.strong ? strongFont() : tickFont()).horizontalAdvance(tick.text)});
    }
    const std::vector<bool> visible = visibleTicks(labels, kTickGap, front);
    for (std::size_t i = 0; i < frame.ticks.size(); ++i) {
        const ChartFrame::Tick &tick = frame.ticks[i];
        const double x = onPixel(tick.x);
        painter.setPen(t.controlLine);
        painter.drawLine(QPointF(x, axis), QPointF(x, axis + (visible[i] ? kTickLength : kTickLength / 2)));
        if (!visible[i])
            continue;
        painter.setPen(tick.strong ? t.text : t.secondary);
        painter.setFont(tick.strong ? strongFont() : tickFont());
        const QRectF place(tick.x - labels[i].width / 2 - 1, axis + kTickLength + kBelowTick, labels[i].width + 2, textHeight());
        widgets::drawTabular(painter, place, Qt::AlignHCenter, tick.text);
    }
}

} // namespace

double ChartFrame::leftMargin() { return std::ceil(widgets::tabularWidth(tickFont(), topTick())) + kBesideAxis; }

double ChartFrame::bottomMargin(bool withTitle)
{
    return kTickLength + kBelowTick + textHeight() + (withTitle ? kTitleGap + textHeight() : 0) + 1;
}

double ChartFrame::topMargin() { return std::ceil(textHeight() / 2); }

double onPixel(double position) { return std::floor(position) + 0.5; }

void ChartFrame::paint(QPainter &painter) const
{
    const widgets::Tokens &t = widgets::currentTokens();
    const QRectF &grid = scale.rect;
    const std::vector<double> values = percent ? percentTicks(scale.bottom, grid.height(), kPixelsPerGridLine)
                                               : roundTicks(scale.top, grid.height(), kPixelsPerGridLine);
    const int decimals = percent || scale.top >= 10 ? 0 : (scale.top >= 1 ? 1 : 2);
    painter.save();
    for (const double value : values) {
        const double y = onPixel(scale.y(value));
        painter.setPen(value > scale.bottom ? t.line : t.controlLine);
        painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y));
        painter.setPen(t.secondary);
        painter.setFont(tickFont());
        const QString label = percent && value == values.back() ? topTick() : text::decimalText(value, decimals);
        widgets::drawTabular(painter, QRectF(0, y - textHeight() / 2, grid.left() - kBesideAxis, textHeight()), Qt::AlignRight,
                             label);
    }
    paintTicks(painter, *this);
    if (!title.isEmpty()) {
        const double top = grid.bottom() + kTickLength + kBelowTick + textHeight() + kTitleGap;
        painter.setPen(t.secondary);
        painter.setFont(tickFont());
        const QString shown = QFontMetricsF(tickFont()).elidedText(title, Qt::ElideRight, grid.width());
        painter.drawText(QRectF(grid.left(), top, grid.width(), textHeight()), Qt::AlignHCenter | Qt::AlignVCenter, shown);
    }
    painter.restore();
}

void ChartFrame::paintEmpty(QPainter &painter, const QString &sentence) const
{
    const widgets::Tokens &t = widgets::currentTokens();
    const QRectF &grid = scale.rect;
    painter.save();
    const auto at
        = [&](double x, double y) { return QPointF(grid.left() + x * grid.width(), grid.bottom() - y * grid.height()); };
    QPainterPath hint(at(0.06, 0.16));
    hint.cubicTo(at(0.30, 0.66), at(0.60, 0.78), at(0.94, 0.86));
    QPen dashes(t.line, 2.2, Qt::SolidLine, Qt::FlatCap);
    dashes.setDashPattern({4, 3});
    painter.setPen(dashes);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(hint);

    const QFont font = widgets::font(TextSize::Body);
    const QFontMetricsF metrics(font);
    QRectF room = grid.adjusted(12, 6, -12, -6);
    // Lines of about the same length look better than a last one of a single word.
    const double full = metrics.horizontalAdvance(sentence);
    const double lines = std::ceil(full / std::max(1.0, room.width()));
    const double even = std::min(room.width(), kEvenLines * full / std::max(1.0, lines));
    room.adjust((room.width() - even) / 2, 0, (even - room.width()) / 2, 0);
    const QRectF place = metrics.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, sentence);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.card);
    painter.drawRoundedRect(place.adjusted(-10, -5, 10, 5), 6, 6);
    painter.setPen(t.secondary);
    painter.setFont(font);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, sentence);
    painter.restore();
}

} // namespace shotlab::charts
