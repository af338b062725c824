// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/DropZone.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/DashedFrame.h"
#include "widgets/Drops.h"
#include "widgets/Labels.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kTile = 48;

/// The tinted square with the symbol at the left.
class Tile : public QWidget
{
public:
    Tile(Symbol symbol, QWidget *parent) : QWidget(parent), m_symbol(symbol) { setFixedSize(kTile, kTile); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int kSymbolSide = 24;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(currentTokens().tint);
        painter.drawRoundedRect(rect(), 8, 8);
        const double at = (kTile - kSymbolSide) / 2.0;
        painter.drawPixmap(QPointF(at, at), symbolPixmap(m_symbol, Ink::Accent, kSymbolSide, devicePixelRatioF()));
    }

private:
    Symbol m_symbol;
};

} // namespace

DropZone::DropZone(Symbol symbol, const QString &title, const QString &text, QWidget *parent) : QFrame(parent)
{
    setAcceptDrops(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(28, 18, 28, 18);
    m_row = new QHBoxLayout;
    m_row->setSpacing(14);
    m_row->addWidget(new Tile(symbol, this), 0, Qt::AlignTop);
    m_column = new QVBoxLayout;
    m_column->setSpacing(4);
    m_title = label({}, TextSize::CardTitle, Tone::Text, QFont::DemiBold, true);
    m_text = label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    m_footnote = label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    m_footnote->hide();
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(10);
    m_actions->addStretch(1);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addLayout(m_actions);
    m_column->addWidget(m_footnote);
    m_row->addLayout(m_column, 1);
    outer->addStretch(1);
    outer->addLayout(m_row);
    outer->addStretch(1);
    setText(title, text);
}

void DropZone::setAside(QWidget *widget)
{
    constexpr int kDistance = 48;
    widget->setContentsMargins(kDistance, 0, 0, 0); // goes with it when it is hidden
    m_row->addWidget(widget, 1);
}

void DropZone::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_coldText = text;
    setAccessibleName(title);
    setAccessibleDescription(text);
    setHot(m_hot);
}

void DropZone::setHotText(const QString &text) { m_hotText = text; }

void DropZone::addAction(QWidget *button)
{
    m_actions->setContentsMargins(0, 10, 0, 6);
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void DropZone::setFootnote(const QString &text)
{
    m_footnote->setText(text);
    m_footnote->setVisible(!text.isEmpty());
}

void DropZone::setHot(bool hot)
{
    m_hot = hot;
    const bool says = hot && !m_hotText.isEmpty();
    m_text->setText(says ? m_hotText : m_coldText);
    setTone(m_text, says ? Tone::Accent : Tone::Secondary);
    update();
}

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawDropFrame(painter, rect(), m_hot ? DropState::Hot : DropState::Empty);
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    if (localPaths(event->mimeData()).isEmpty() && !event->mimeData()->hasImage())
        return;
    setHot(true);
    event->acceptProposedAction();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *) { setHot(false); }

void DropZone::dropEvent(QDropEvent *event)
{
    setHot(false);
    event->acceptProposedAction();
    if (const QStringList paths = localPaths(event->mimeData()); !paths.isEmpty())
        Q_EMIT pathsDropped(paths);
    else if (const QByteArray png = picturePng(event->mimeData()); !png.isEmpty())
        Q_EMIT pictureDropped(png);
}

} // namespace shotlab::widgets
