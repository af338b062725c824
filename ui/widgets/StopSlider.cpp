// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/StopSlider.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "widgets/Fonts.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr double kHandleRadius = 8;
constexpr double kTrackHeight = 4;
constexpr double kNameGap = 8; // between two names
constexpr double kHandleLine = 2;

} // namespace

StopSlider::StopSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setPageStep(2);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StopSlider::setStops(const QStringList &names)
{
    if (names == m_names)
        return;
    m_names = names;
    setRange(0, std::max(0, static_cast<int>(names.size()) - 1));
    update();
}

QPointF StopSlider::stopCentre(int index) const
{
    const double room = width() - 2 * kHandleRadius;
    const double share = maximum() > 0 ? static_cast<double>(index) / maximum() : 0.0;
    return {kHandleRadius + share * room, kHandleRadius + 1};
}

QSize StopSlider::sizeHint() const
{
    const int names = QFontMetrics(widgets::font(TextSize::Smallest)).height();
    return {220, static_cast<int>(2 * kHandleRadius) + 4 + names};
}

QSize StopSlider::minimumSizeHint() const { return {80, sizeHint().height()}; }

void StopSlider::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF handle = stopCentre(value());
    const auto track = [&](double from, double to, const QColor &colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, handle.y() - kTrackHeight / 2, to - from, kTrackHeight), 2, 2);
    };
    track(kHandleRadius, width() - kHandleRadius, t.controlLine);
    const QColor strong = isEnabled() ? t.accent : t.faint;
    if (isEnabled())
        track(kHandleRadius, handle.x(), strong);
    painter.setPen(QPen(strong, kHandleLine));
    painter.setBrush(t.card);
    painter.drawEllipse(handle, kHandleRadius - kHandleLine / 2, kHandleRadius - kHandleLine / 2);

    // The name of the stop in force first, then whatever has room beside it.
    std::vector<QRectF> taken;
    const auto name = [&](int index, QFont::Weight weight, const QColor &colour) {
        painter.setFont(widgets::font(TextSize::Smallest, weight));
        painter.setPen(colour);
        const QString &words = m_names.at(index);
        const double wide = tabularWidth(painter.font(), words);
        const double from = std::clamp(stopCentre(index).x() - wide / 2, 0.0, std::max(0.0, width() - wide));
        const QRectF place(from, 2 * kHandleRadius + 3, wide + 1, height() - 2 * kHandleRadius - 3);
        const bool free = std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) {
            return place.adjusted(-kNameGap, 0, kNameGap, 0).intersects(other);
        });
        if (!free)
            return;
        taken.push_back(place);
        drawTabular(painter, place, Qt::AlignLeft, words);
    };
    if (value() < m_names.size())
        name(value(), QFont::DemiBold, isEnabled() ? t.text : t.faint);
    const int count = static_cast<int>(m_names.size());
    for (const int index : {0, count - 1}) {
        if (index >= 0 && index != value())
            name(index, QFont::Normal, isEnabled() ? t.secondary : t.faint);
    }
    for (int index = 1; index + 1 < count; ++index) {
        if (index != value())
            name(index, QFont::Normal, isEnabled() ? t.secondary : t.faint);
    }
}

void StopSlider::follow(const QPointF &position)
{
    const double room = width() - 2 * kHandleRadius;
    const double share = room > 0 ? (position.x() - kHandleRadius) / room : 0.0;
    setValue(static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * maximum())));
}

void StopSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    follow(event->position());
}

void StopSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        follow(event->position());
}

void StopSlider::mouseReleaseEvent(QMouseEvent *) { setSliderDown(false); }

} // namespace shotlab::widgets
