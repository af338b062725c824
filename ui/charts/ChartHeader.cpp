// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartHeader.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include "widgets/Theme.h"

namespace shotlab::charts
{

using widgets::TextSize;

namespace
{

constexpr int kMostLines = 2;
constexpr int kLowChart = 270; // pixels; below this the plot needs the second lines more
constexpr double kSublineGap = 2; // below the headline
constexpr double kBesideGap = 8; // behind the title
constexpr int kWidgetsGap = 12;

QFont headlineFont(ChartHeader::Style style)
{
    return widgets::font(style == ChartHeader::Style::Finding ? TextSize::ChartTitle : TextSize::Body, QFont::DemiBold);
}

QFont sublineFont() { return widgets::font(TextSize::Secondary); }

double lineHeight(const QFont &font) { return std::ceil(QFontMetricsF(font).height()) + 1; }

void paintLines(QPainter &painter, const QStringList &lines, const QFont &font, const QColor &colour, double x, double top)
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(QPointF(x, top + static_cast<double>(i) * lineHeight(font) + metrics.ascent()), lines[i]);
}

/// "a b · c d" breaks between its parts only, if all of them fit.
QString keptTogether(const QString &text, const QFont &font, double width)
{
    const QChar noBreak(0x00A0);
    const QString separator = QStringLiteral(" · ");
    QStringList parts = text.split(separator);
    const QFontMetricsF metrics(font);
    for (QString &part : parts) {
        if (metrics.horizontalAdvance(part + separator) > width)
            return text;
        part.replace(QLatin1Char(' '), noBreak);
    }
    return parts.join(noBreak + separator.trimmed() + QLatin1Char(' '));
}

} // namespace

QStringList brokenLines(const QString &text, const QFont &font, double width, int most)
{
    if (text.isEmpty() || width <= 0 || most < 1)
        return {};
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    while (lines.size() < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool last = lines.size() + 1 == most;
        const QString part = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength()).trimmed();
        lines << QFontMetricsF(font).elidedText(part, Qt::ElideRight, width);
    }
    layout.endLayout();
    return lines;
}

ChartHeader::ChartHeader(Style style, QWidget *parent)
    : QWidget(parent), m_style(style), m_widgets(new QWidget(this)), m_row(new QHBoxLayout(m_widgets))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
}

void ChartHeader::setTexts(const QString &headline, const QString &subline)
{
    if (m_headline == headline && m_subline == subline)
        return;
    m_headline = headline;
    m_subline = subline;
    update();
}

void ChartHeader::insertWidget(int index, QWidget *widget)
{
    m_row->insertWidget(index, widget);
    placeWidgets();
}

int ChartHeader::widgetCount() const { return m_row->count(); }

void ChartHeader::setRoom(int height)
{
    m_mostLines = height < kLowChart ? 1 : kMostLines;
    update();
}

void ChartHeader::setWidgetsVisible(bool visible) { m_widgets->setVisible(visible); }

int ChartHeader::widgetsWidth() const
{
    return m_row->isEmpty() || m_widgets->isHidden() ? 0 : m_row->sizeHint().width() + kWidgetsGap;
}

double ChartHeader::firstLineTop() const
{
    const int row = widgetsWidth() > 0 ? m_row->sizeHint().height() : 0;
    return std::max(0.0, std::floor((row - lineHeight(headlineFont(m_style))) / 2));
}

ChartHeader::Lines ChartHeader::linesFor(int width) const
{
    const double beside = width - widgetsWidth();
    const QFont headline = headlineFont(m_style);
    if (m_style == Style::Finding) {
        return {brokenLines(m_headline, headline, beside, m_mostLines),
                brokenLines(keptTogether(m_subline, sublineFont(), width), sublineFont(), width, m_mostLines)};
    }
    const QStringList title = brokenLines(m_headline, headline, beside, 1);
    const double used = title.isEmpty() ? 0 : QFontMetricsF(headline).horizontalAdvance(title.first()) + kBesideGap;
    return {title, brokenLines(m_subline, sublineFont(), beside - used, 1)};
}

int ChartHeader::heightFor(int width) const
{
    const Lines lines = linesFor(width);
    const int row = widgetsWidth() > 0 ? m_row->sizeHint().height() : 0;
    double height = firstLineTop() + static_cast<double>(lines.headline.size()) * lineHeight(headlineFont(m_style));
    if (m_style == Style::Finding && !lines.subline.isEmpty())
        height += kSublineGap + static_cast<double>(lines.subline.size()) * lineHeight(sublineFont());
    return std::max(row, static_cast<int>(std::ceil(height)));
}

void ChartHeader::paintEvent(QPaintEvent *)
{
    const widgets::Tokens &t = widgets::currentTokens();
    const Lines lines = linesFor(width());
    const QFont font = headlineFont(m_style);
    QPainter painter(this);
    const double top = firstLineTop();
    paintLines(painter, lines.headline, font, t.text, 0, top);
    if (m_style == Style::Finding) {
        const double below = top + static_cast<double>(lines.headline.size()) * lineHeight(font) + kSublineGap;
        paintLines(painter, lines.subline, sublineFont(), t.secondary, 0, below);
        return;
    }
    const double title
        = lines.headline.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(lines.headline.first()) + kBesideGap;
    const double sameBaseline = QFontMetricsF(font).ascent() - QFontMetricsF(sublineFont()).ascent();
    paintLines(painter, lines.subline, sublineFont(), t.secondary, title, top + sameBaseline);
}

void ChartHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeWidgets();
}

void ChartHeader::placeWidgets()
{
    const QSize size = m_row->sizeHint();
    m_widgets->setGeometry(width() - size.width(), 0, size.width(), size.height());
}

bool ChartHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        placeWidgets();
    if (event->type() == QEvent::ToolTip) {
        const Lines lines = linesFor(width());
        const auto cut = [](const QStringList &shown) { return !shown.isEmpty() && shown.last().endsWith(QChar(0x2026)); };
        if (cut(lines.headline) || cut(lines.subline)) {
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_headline + QLatin1Char('\n') + m_subline, this);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace shotlab::charts
