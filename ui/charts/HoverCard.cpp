// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/HoverCard.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "charts/ChartLayout.h"
#include "widgets/Fonts.h"
#include "widgets/Theme.h"

namespace shotlab::charts
{

using widgets::TextSize;

namespace
{

constexpr double kPadding = 12;
constexpr double kVerticalPadding = 9;
constexpr double kMarkerColumn = 20;
constexpr double kNameGap = 16;
constexpr double kRangeGap = 12;
constexpr double kRowGap = 3;
constexpr double kMarkerRadius = 4.2;
constexpr double kCornerRadius = 8;
constexpr double kViewMargin = 4;
constexpr int kShadowRings = 4;
constexpr int kShadowAlpha = 9;

QFont titleFont() { return widgets::font(TextSize::Secondary, QFont::DemiBold); }
QFont nameFont() { return widgets::font(TextSize::Secondary); }
QFont valueFont() { return widgets::font(TextSize::Secondary, QFont::Medium); }
QFont rangeFont() { return widgets::font(TextSize::Smallest); }

double rowHeight() { return std::ceil(QFontMetricsF(nameFont()).height()) + kRowGap; }

struct Columns {
    double name = 0;
    double value = 0;
    double range = 0;
    double cost = 0;
    [[nodiscard]] double beforeRange() const { return range > 0 ? kRangeGap : 0; }
    [[nodiscard]] double beforeCost() const { return cost > 0 ? kRangeGap : 0; }
    [[nodiscard]] double total() const
    {
        return kMarkerColumn + name + kNameGap + value + beforeRange() + range + beforeCost() + cost;
    }
};

Columns columnsOf(const HoverCard &card, double mostWidth)
{
    const QFontMetricsF names(nameFont());
    Columns columns;
    for (const HoverCard::Row &row : card.rows) {
        columns.name = std::max(columns.name, std::ceil(names.horizontalAdvance(row.name)));
        columns.value = std::max(columns.value, widgets::tabularWidth(valueFont(), row.value));
        columns.range = std::max(columns.range, widgets::tabularWidth(rangeFont(), row.range));
        columns.cost = std::max(columns.cost, widgets::tabularWidth(rangeFont(), row.cost));
    }
    const double tooWide = columns.total() + 2 * kPadding - mostWidth;
    columns.name = std::max(0.0, columns.name - std::max(0.0, tooWide));
    return columns;
}

void paintBox(QPainter &painter, const QRectF &box)
{
    const widgets::Tokens &t = widgets::currentTokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, kShadowAlpha));
    for (int ring = kShadowRings; ring > 0; --ring)
        painter.drawRoundedRect(box.adjusted(-ring, 1 - ring, ring, 1 + ring), kCornerRadius + ring, kCornerRadius + ring);
    painter.setPen(t.controlLine);
    painter.setBrush(t.card);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kCornerRadius, kCornerRadius);
}

} // namespace

QSizeF HoverCard::size(double mostWidth) const
{
    const double head = std::ceil(QFontMetricsF(titleFont()).horizontalAdvance(title));
    const double body
        = rows.empty() ? std::ceil(QFontMetricsF(nameFont()).horizontalAdvance(note)) : columnsOf(*this, mostWidth).total();
    const double lines = 1 + (rows.empty() ? (note.isEmpty() ? 0 : 1) : static_cast<double>(rows.size()));
    return {std::min(mostWidth, std::ceil(std::max(head, body)) + 2 * kPadding), lines * rowHeight() + 2 * kVerticalPadding};
}

void HoverCard::paint(QPainter &painter, const QPointF &topLeft, double mostWidth) const
{
    const widgets::Tokens &t = widgets::currentTokens();
    const QRectF box(QPointF(std::round(topLeft.x()), std::round(topLeft.y())), size(mostWidth));
    const QRectF inside = box.adjusted(kPadding, kVerticalPadding, -kPadding, -kVerticalPadding);
    paintBox(painter, box);

    QRectF line(inside.topLeft(), QSizeF(inside.width(), rowHeight()));
    const auto elided = [](const QFont &font, const QString &text, double width) {
        return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width + 0.5);
    };
    painter.setPen(t.text);
    painter.setFont(titleFont());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, elided(titleFont(), title, line.width()));
    if (rows.empty()) {
        line.translate(0, rowHeight());
        painter.setPen(t.secondary);
        painter.setFont(nameFont());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, elided(nameFont(), note, line.width()));
    }
    const Columns columns = columnsOf(*this, mostWidth);
    for (const Row &row : rows) {
        line.translate(0, rowHeight());
        widgets::drawMarker(painter, row.marker, QPointF(line.left() + kMarkerRadius + 1, line.center().y()), kMarkerRadius,
                            row.colour, t.card, row.hollow);
        painter.setPen(t.text);
        painter.setFont(nameFont());
        painter.drawText(line.adjusted(kMarkerColumn, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         elided(nameFont(), row.name, columns.name));
        painter.setFont(valueFont());
        const QRectF upToRange = line.adjusted(0, 0, -columns.cost - columns.beforeCost(), 0);
        widgets::drawTabular(painter, upToRange.adjusted(0, 0, -columns.range - columns.beforeRange(), 0), Qt::AlignRight, row.value);
        painter.setPen(t.secondary);
        painter.setFont(rangeFont());
        widgets::drawTabular(painter, upToRange, Qt::AlignRight, row.range);
        widgets::drawTabular(painter, line, Qt::AlignRight, row.cost);
    }
}

void HoverCard::paintBeside(QPainter &painter, double cursorX, const QRectF &grid, const QRectF &view,
                            const std::vector<QLineF> &lines) const
{
    const double most = view.width() - 2 * kViewMargin;
    const QSizeF needed = size(most);
    // The names at the line ends may be covered when nothing else is left; the axes only by a card larger than the grid.
    QRectF area(QPointF(grid.left() + kViewMargin, grid.top()), QPointF(view.right() - kViewMargin, grid.bottom() - kViewMargin));
    if (needed.height() > area.height())
        area = QRectF(area.left(), view.top() + kViewMargin, area.width(), view.height() - 2 * kViewMargin);
    if (needed.width() > area.width())
        area.setLeft(view.left() + kViewMargin);
    paint(painter, placeCard(needed, area, cursorX, lines), most);
}

} // namespace shotlab::charts
