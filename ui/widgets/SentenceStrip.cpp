// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/SentenceStrip.h"

#include <algorithm>

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "text/Numbers.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kGap = 4;
constexpr int kInset = 8;
constexpr double kRadius = 4;
constexpr int kMost = 3;

} // namespace

SentenceStrip::SentenceStrip(QWidget *parent) : ExampleStrip(parent)
{
    setMaximumShown(kMost);
    setFont(widgets::font(TextSize::Secondary));
}

void SentenceStrip::setSentences(const std::vector<Sentence> &sentences)
{
    m_sentences = sentences;
    setTotal(std::max(total(), static_cast<int>(sentences.size())));
    updateGeometry();
}

void SentenceStrip::setTotal(int total)
{
    keepTotal(total);
    setAccessibleName(text::sentencesText(total));
    QStringList shownTexts;
    for (int index = 0; index < shown(); ++index)
        shownTexts.append(m_sentences[static_cast<std::size_t>(index)].text.simplified());
    setAccessibleDescription(shownTexts.join(QStringLiteral(". ")));
}

int SentenceStrip::shown() const { return std::min(maximum(), static_cast<int>(m_sentences.size())); }

int SentenceStrip::rowHeight() const { return QFontMetrics(widgets::font(TextSize::Secondary)).height() + 6; }

QRect SentenceStrip::row(int index) const { return {0, index * (rowHeight() + kGap), width(), rowHeight()}; }

QSize SentenceStrip::sizeHint() const
{
    constexpr int kWidth = 240;
    return {kWidth, maximum() * (rowHeight() + kGap) - kGap};
}

QSize SentenceStrip::minimumSizeHint() const { return {80, sizeHint().height()}; }

int SentenceStrip::at(const QPoint &position) const
{
    for (int index = 0; index < shown(); ++index) {
        if (!row(index).contains(position))
            continue;
        const int rest = QFontMetrics(widgets::font(TextSize::Secondary)).horizontalAdvance(restText()) + 2 * kInset;
        const bool onRest = index == shown() - 1 && !restText().isEmpty() && position.x() > width() - rest;
        return onRest ? shown() : index;
    }
    return -1;
}

void SentenceStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    dim(painter);
    const QFont plain = widgets::font(TextSize::Secondary);
    const QFont bold = widgets::font(TextSize::Smallest, QFont::DemiBold);
    const QString rest = restText();
    for (int index = 0; index < shown(); ++index) {
        QRect bubble = row(index);
        if (index == shown() - 1 && !rest.isEmpty()) {
            const int wide = QFontMetrics(bold).horizontalAdvance(rest) + 2 * kInset;
            painter.setFont(bold);
            painter.setPen(t.secondary);
            painter.drawText(QRect(bubble.right() - wide + 1, bubble.y(), wide, bubble.height()), Qt::AlignCenter, rest);
            bubble.setRight(bubble.right() - wide);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.inner);
        painter.drawRoundedRect(bubble, kRadius, kRadius);
        painter.setPen(t.text);
        painter.setFont(plain);
        const QRect inside = bubble.adjusted(kInset, 0, -kInset, 0);
        const QString text = m_sentences[static_cast<std::size_t>(index)].text.simplified();
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         QFontMetrics(plain).elidedText(text, Qt::ElideRight, inside.width()));
    }
}

bool SentenceStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ExampleStrip::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = at(help->pos());
    if (index >= 0 && index < shown())
        QToolTip::showText(help->globalPos(), m_sentences[static_cast<std::size_t>(index)].text.toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
}

qint64 SentenceStrip::idAt(int index) const { return m_sentences[static_cast<std::size_t>(index)].id; }

} // namespace shotlab::widgets
