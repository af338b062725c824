// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "widgets/Controls.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kIconGap = 8;
constexpr double kRadius = 6;
constexpr int kChevron = 14;

bool isSmall(Button::Look look) { return look == Button::Look::Small || look == Button::Look::SmallPrimary; }
bool isPrimary(Button::Look look) { return look == Button::Look::Primary || look == Button::Look::SmallPrimary; }

Ink inkOf(Button::Look look)
{
    if (isPrimary(look))
        return Ink::OnAccent;
    if (look == Button::Look::Link)
        return Ink::Accent;
    return look == Button::Look::Quiet ? Ink::Secondary : Ink::Text;
}

int heightOf(Button::Look look)
{
    switch (look) {
    case Button::Look::Primary:
    case Button::Look::Plain:
        return 36;
    case Button::Look::Link:
        return 24;
    case Button::Look::Quiet:
    case Button::Look::Small:
    case Button::Look::SmallPrimary:
        break;
    }
    return 28;
}

/// Rounded up with a pixel to spare: advances are fractions, and a text that is too wide by one loses three letters.
int textWidth(const QFont &font, const QString &text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text))) + 1;
}

int paddingOf(Button::Look look)
{
    return look == Button::Look::Link || look == Button::Look::Quiet ? 0 : (isSmall(look) ? 12 : 16);
}

} // namespace

Button::Button(Look look, const QString &text, QWidget *parent) : QPushButton(text, parent), m_look(look)
{
    setFont(widgets::font(isSmall(look) || look == Look::Link ? TextSize::Secondary : TextSize::Body,
                          isPrimary(look) ? QFont::DemiBold : QFont::Medium));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    const int side = isSmall(look) || look == Look::Link ? 15 : (look == Look::Quiet ? 18 : 16);
    setIconSize({side, side});
}

Button::Button(Look look, Symbol symbol, const QString &text, QWidget *parent) : Button(look, text, parent) { setSymbol(symbol); }

void Button::setSymbol(Symbol symbol) { setIcon(widgets::icon(symbol, inkOf(m_look))); }

void Button::setHint(const QString &hint)
{
    setToolTip(hint);
    setAccessibleName(hint);
}

void Button::setOnBar(bool onBar)
{
    m_onBar = onBar;
    update();
}

QSize Button::sizeHint() const
{
    const int height = heightOf(m_look);
    if (m_look == Look::Quiet && text().isEmpty())
        return {height, height};
    int width = 2 * paddingOf(m_look) + (text().isEmpty() ? 0 : textWidth(font(), text()));
    if (!icon().isNull())
        width += iconSize().width() + (text().isEmpty() ? 0 : kIconGap);
    if (menu())
        width += kChevron + kIconGap;
    return {width, std::max(height, fontMetrics().height() + 8)};
}

QSize Button::minimumSizeHint() const { return sizeHint(); }

void Button::paintFrame(QPainter &painter) const
{
    const Tokens &t = currentTokens();
    const bool hot = isEnabled() && (underMouse() || isDown());
    QRectF frame(rect());
    painter.setPen(Qt::NoPen);
    if (isPrimary(m_look)) {
        painter.setBrush(isEnabled() ? (hot ? t.accentHover : t.accent) : t.track);
        painter.drawRoundedRect(frame, kRadius, kRadius);
    } else if (m_look == Look::Quiet) {
        if (hot || isChecked()) {
            painter.setBrush(isChecked() ? t.tint : t.inner);
            painter.drawRoundedRect(frame, kRadius, kRadius);
        }
    } else if (m_look != Look::Link) {
        painter.setPen(t.controlLine);
        painter.setBrush(hot ? t.inner : t.card);
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
}

void Button::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);

    QColor ink = isPrimary(m_look) ? t.onAccent : (m_look == Look::Link ? t.accent : t.text);
    if (m_onBar)
        ink = t.barLink;
    if (!isEnabled())
        ink = t.faint;
    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    const int chevron = menu() ? kChevron + kIconGap : 0;
    const int iconWidth = icon().isNull() ? 0 : iconSize().width() + (text().isEmpty() ? 0 : kIconGap);
    const int room = width() - 2 * paddingOf(m_look) - chevron - iconWidth;
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, std::max(room, 0));
    const int content = iconWidth + (shown.isEmpty() ? 0 : textWidth(font(), shown)) + chevron;
    int x = m_look == Look::Link ? 0 : (width() - content) / 2;
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(QPoint(x, (height() - iconSize().height()) / 2), iconSize()), Qt::AlignCenter, mode);
        x += iconWidth;
    }
    painter.setPen(ink);
    QFont f = font();
    f.setUnderline(m_look == Look::Link && underMouse() && isEnabled());
    painter.setFont(f);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (menu())
        painter.drawPixmap(QPointF(width() - paddingOf(m_look) - kChevron, (height() - kChevron) / 2.0),
                           symbolPixmap(Symbol::ChevronDown, Ink::Secondary, kChevron, devicePixelRatioF()));
}

} // namespace shotlab::widgets
