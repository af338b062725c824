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

constexpr int kUsualLines = 2;
constexpr int kMostLines = 4; // of a headline that is long for its width even in small letters
constexpr int kLowChart = 270; // pixels; below this the plot needs the room more
constexpr double kSublineGap = 2; // below the headline
constexpr double kBesideGap = 8; // behind the title
constexpr int kWidgetsGap = 12;

QFont headlineFont(TextSize size) { return widgets::font(size, QFont::DemiBold); }

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

bool isCut(const QStringList &lines) { return !lines.isEmpty() && lines.last().endsWith(QChar(0x2026)); }

QString separator() { return QStringLiteral(" · "); }

/// "a b · c d" breaks between its parts only, if all of them fit.
QString keptTogether(const QString &text, const QFont &font, double width)
{
    const QChar noBreak(0x00A0);
    QStringList parts = text.split(separator());
    const QFontMetricsF metrics(font);
    for (QString &part : parts) {
        if (metrics.horizontalAdvance(part + separator()) > width)
            return text;
        part.replace(QLatin1Char(' '), noBreak);
    }
    return parts.join(noBreak + separator().trimmed() + QLatin1Char(' '));
}

/// As many whole parts of "a b · c d" as these lines have room for.
QStringList wholeParts(const QString &text, const QFont &font, double width, int most)
{
    QStringList parts = text.split(separator());
    while (!parts.isEmpty()) {
        const QStringList lines = brokenLines(keptTogether(parts.join(separator()), font, width), font, width, most);
        if (!isCut(lines))
            return lines;
        parts.removeLast();
    }
    return {};
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
    m_low = height < kLowChart;
    update();
}

void ChartHeader::setWidgetsVisible(bool visible) { m_widgets->setVisible(visible); }

int ChartHeader::widgetsWidth() const
{
    return m_row->isEmpty() || m_widgets->isHidden() ? 0 : m_row->sizeHint().width() + kWidgetsGap;
}

double ChartHeader::firstLineTop(const QFont &headline) const
{
    const int row = widgetsWidth() > 0 ? m_row->sizeHint().height() : 0;
    return std::max(0.0, std::floor((row - lineHeight(headline)) / 2));
}

ChartHeader::Lines ChartHeader::linesFor(int width) const
{
    const double beside = width - widgetsWidth();
    Lines lines;
    lines.headlineFont = headlineFont(m_style == Style::Finding && !m_low ? TextSize::ChartTitle : TextSize::Body);
    lines.headline = brokenLines(m_headline, lines.headlineFont, beside, kUsualLines);
    if (isCut(lines.headline)) {
        lines.headlineFont = headlineFont(TextSize::Body);
        lines.headline = brokenLines(m_headline, lines.headlineFont, beside, kMostLines);
    }
    if (m_style == Style::Finding) {
        lines.subline = wholeParts(m_subline, sublineFont(), width, m_low ? 1 : kUsualLines);
    } else if (lines.headline.size() == 1) {
        const double used = QFontMetricsF(lines.headlineFont).horizontalAdvance(lines.headline.first()) + kBesideGap;
        lines.subline = wholeParts(m_subline, sublineFont(), beside - used, 1);
    }
    const auto letters = [](QString text) { return text.remove(QLatin1Char(' ')).remove(QChar(0x00A0)); };
    lines.whole = !isCut(lines.headline) && letters(lines.subline.join(QString())) == letters(m_subline);
    return lines;
}

int ChartHeader::heightFor(int width) const
{
    const Lines lines = linesFor(width);
    const int row = widgetsWidth() > 0 ? m_row->sizeHint().height() : 0;
    double height
        = firstLineTop(lines.headlineFont) + static_cast<double>(lines.headline.size()) * lineHeight(lines.headlineFont);
    if (m_style == Style::Finding && !lines.subline.isEmpty())
        height += kSublineGap + static_cast<double>(lines.subline.size()) * lineHeight(sublineFont());
    return std::max(row, static_cast<int>(std::ceil(height)));
}

void ChartHeader::paintEvent(QPaintEvent *)
{
    const widgets::Tokens &t = widgets::currentTokens();
    const Lines lines = linesFor(width());
    const QFont &font = lines.headlineFont;
    QPainter painter(this);
    const double top = firstLineTop(font);
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
        if (!linesFor(width()).whole) {
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_headline + QLatin1Char('\n') + m_subline, this);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace shotlab::charts
