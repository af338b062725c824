// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/DrawSwarm.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QPainter>

#include "text/Numbers.h"
#include "widgets/Fonts.h"
#include "widgets/Markers.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr double kDotRadius = 2.6;
constexpr double kDotOpacity = 0.55;
constexpr double kMeanWidth = 2;
constexpr double kMarkerRadius = 5;
constexpr double kStep = 0.05; // of the axis
constexpr double kPixelsPerTick = 38;
constexpr int kColumnsFrom = 480; // width from which names and values stand beside the dots
constexpr int kNameColumn = 148;
constexpr int kValueColumn = 96;
constexpr double kAxisHeight = 18;

QFont strongFont() { return widgets::font(TextSize::Secondary, QFont::DemiBold); }
double lineHeight() { return std::ceil(QFontMetricsF(strongFont()).height()); }

} // namespace

std::vector<double> swarmOffsets(const std::vector<double> &places, double diameter)
{
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    std::vector<double> offsets(places.size(), 0.0);
    constexpr double kTouching = 1e-6; // dots may touch
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::vector<std::pair<double, double>> near; // distance along the row, offset
        for (std::size_t j = i; j-- > 0;) {
            const double away = places[order[i]] - places[order[j]];
            if (away >= diameter)
                break;
            near.emplace_back(away, offsets[order[j]]);
        }
        std::vector<double> candidates {0.0};
        for (const auto &[away, offset] : near) {
            const double shift = std::sqrt(diameter * diameter - away * away);
            candidates.push_back(offset + shift);
            candidates.push_back(offset - shift);
        }
        std::sort(candidates.begin(), candidates.end(), [](double a, double b) {
            return std::abs(a) != std::abs(b) ? std::abs(a) < std::abs(b) : a > b;
        });
        const auto free = [&](double candidate) {
            return std::all_of(near.begin(), near.end(), [&](const auto &dot) {
                return std::hypot(dot.first, dot.second - candidate) >= diameter - kTouching;
            });
        };
        const auto found = std::find_if(candidates.begin(), candidates.end(), free);
        offsets[order[i]] = found != candidates.end() ? *found : 0.0;
    }
    return offsets;
}

struct DrawSwarm::Axis {
    double left = 0, right = 1; ///< pixels
    double low = 0, high = 1; ///< shares at its ends

    [[nodiscard]] double x(double share) const { return left + (share - low) / (high - low) * (right - left); }
};

DrawSwarm::DrawSwarm(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("The luck of the draw"));
}

void DrawSwarm::setRows(const std::vector<Row> &rows)
{
    m_rows = rows;
    QStringList reading;
    for (const Row &row : m_rows)
        reading << tr("%1: %2, %3", "method, its mean, its spread").arg(row.title, row.value, row.range);
    setAccessibleDescription(reading.isEmpty() ? m_emptyText : reading.join(QStringLiteral("; ")));
    update();
}

void DrawSwarm::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (m_rows.empty())
        setAccessibleDescription(text);
    update();
}

void DrawSwarm::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(widgets::font(TextSize::Secondary));
    if (m_rows.empty()) {
        painter.setPen(t.secondary);
        painter.setFont(widgets::font(TextSize::Body));
        painter.drawText(rect().adjusted(8, 0, -8, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const bool stacked = width() < kColumnsFrom;
    Axis axis;
    axis.left = stacked ? 6 : kNameColumn;
    axis.right = width() - (stacked ? 6 : kValueColumn);
    double low = 1, high = 0;
    for (const Row &row : m_rows) {
        const auto [least, most] = std::minmax_element(row.accuracies.begin(), row.accuracies.end());
        if (least == row.accuracies.end())
            continue;
        low = std::min(low, *least);
        high = std::max(high, *most);
    }
    axis.low = std::clamp(std::floor(low / kStep) * kStep, 0.0, 1 - 2 * kStep);
    axis.high = std::clamp(std::ceil(high / kStep) * kStep, axis.low + 2 * kStep, 1.0);
    const double bottom = height() - kAxisHeight;
    const double each = bottom / static_cast<double>(m_rows.size());
    const double words = stacked ? lineHeight() : 0;

    // As few of the five per cent lines as leave room for their numbers.
    const int steps = static_cast<int>(std::lround((axis.high - axis.low) / kStep));
    int every = 1;
    while (every < steps && (axis.right - axis.left) * every / steps < kPixelsPerTick)
        every *= 2;
    for (int step = 0; step <= steps; step += every) {
        const double share = axis.low + step * kStep;
        const double x = std::floor(axis.x(share)) + 0.5;
        painter.setPen(t.line);
        for (std::size_t i = 0; i < m_rows.size(); ++i) // not through the words above the dots
            painter.drawLine(QPointF(x, static_cast<double>(i) * each + words), QPointF(x, static_cast<double>(i + 1) * each));
        painter.setPen(t.secondary);
        painter.setFont(widgets::font(TextSize::Smallest));
        const bool last = step + every > steps;
        const QString tick = last ? text::percentText(share, 0) : text::numberText(std::lround(100 * share));
        const double wide = tabularWidth(painter.font(), tick) + 2;
        const double from = std::clamp(x - wide / 2, 0.0, width() - wide);
        drawTabular(painter, QRectF(from, bottom + 2, wide, kAxisHeight - 2), Qt::AlignLeft, tick);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        paintRow(painter, axis, m_rows[i], static_cast<double>(i) * each, each, stacked);
}

void DrawSwarm::paintRow(QPainter &painter, const Axis &axis, const Row &row, double top, double height, bool stacked) const
{
    const Tokens &t = currentTokens();
    const ArmLook look = armLook(row.kind, currentScheme(), row.variant);
    const QFont strong = strongFont();
    const QFont small = widgets::font(TextSize::Smallest);
    const double line = lineHeight();
    const double words = stacked ? line : 0;
    const double middle = top + words + (height - words) / 2;

    const double nameY = stacked ? top + line / 2 : middle;
    const double nameRight = stacked ? width() : axis.left - 8;
    const double valueWidth = tabularWidth(strong, row.value) + 2;
    const double rangeWidth = tabularWidth(small, row.range) + 2;
    double nameEnd = nameRight;
    painter.setPen(t.text);
    if (stacked) {
        painter.setFont(small);
        painter.setPen(t.secondary);
        drawTabular(painter, QRectF(width() - rangeWidth, top, rangeWidth, line), Qt::AlignRight, row.range);
        painter.setFont(strong);
        painter.setPen(t.text);
        drawTabular(painter, QRectF(width() - rangeWidth - 8 - valueWidth, top, valueWidth, line), Qt::AlignRight, row.value);
        nameEnd = width() - rangeWidth - valueWidth - 16;
    } else {
        painter.setFont(strong);
        drawTabular(painter, QRectF(axis.right, middle - line, width() - axis.right, line), Qt::AlignRight, row.value);
        painter.setFont(small);
        painter.setPen(t.secondary);
        drawTabular(painter, QRectF(axis.right, middle, width() - axis.right, line), Qt::AlignRight, row.range);
    }
    drawMarker(painter, look.marker, QPointF(kMarkerRadius + 1, nameY), kMarkerRadius, look.colour, t.card);
    painter.setFont(widgets::font(TextSize::Secondary, stacked ? QFont::Normal : QFont::Medium));
    painter.setPen(t.text);
    const QRectF place(2 * kMarkerRadius + 8, nameY - line / 2, nameEnd - 2 * kMarkerRadius - 8, line);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.title, Qt::ElideRight, static_cast<int>(place.width())));

    std::vector<double> places;
    double sum = 0;
    for (const double accuracy : row.accuracies) {
        places.push_back(axis.x(accuracy));
        sum += accuracy;
    }
    if (places.empty())
        return;
    std::vector<double> offsets = swarmOffsets(places, 2 * kDotRadius);
    const double room = std::max(1.0, (height - words) / 2 - kDotRadius - 1);
    const double widest = std::abs(
        *std::max_element(offsets.begin(), offsets.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
    if (widest > room) { // where there is no room for all, they overlap evenly
        for (double &offset : offsets)
            offset *= room / widest;
    }
    QColor dot = look.colour;
    dot.setAlphaF(static_cast<float>(kDotOpacity));
    painter.setPen(Qt::NoPen);
    painter.setBrush(dot);
    for (std::size_t i = 0; i < places.size(); ++i)
        painter.drawEllipse(QPointF(places[i], middle + offsets[i]), kDotRadius, kDotRadius);
    const double mean = axis.x(sum / static_cast<double>(places.size()));
    const double half = room + kDotRadius;
    painter.fillRect(QRectF(mean - kMeanWidth / 2 - 1, middle - half, kMeanWidth + 2, 2 * half), t.card);
    painter.fillRect(QRectF(mean - kMeanWidth / 2, middle - half, kMeanWidth, 2 * half), look.label);
}

} // namespace shotlab::widgets
