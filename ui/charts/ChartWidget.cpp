// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartWidget.h"

#include <algorithm>

#include <QKeyEvent>

#include "charts/ChartAccessibility.h"
#include "charts/ChartHeader.h"
#include "charts/ChartMenu.h"
#include "charts/ChartTable.h"
#include "charts/PlotView.h"

namespace shotlab::charts
{

using widgets::Symbol;

namespace
{

constexpr int kHeaderGap = 8;

} // namespace

ChartWidget::ChartWidget(QWidget *parent) : QWidget(parent)
{
    announceAsChart();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartWidget::join(const Parts &parts)
{
    m_parts = parts;
    m_parts.plot->setFocusPolicy(Qt::NoFocus); // keys go to the chart as a whole
    m_parts.table->hide();
    m_parts.header->insertWidget(-1, m_parts.menu);
    m_parts.header->insertWidget(-1, m_parts.toggle);
    labelToggle();
    describe();
    connect(m_parts.toggle, &QAbstractButton::clicked, this, [this] { setTableShown(!isTableShown()); });
    connect(m_parts.menu, &ChartMenu::noticed, this, &ChartWidget::noticed);
    connect(m_parts.plot, &PlotView::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(m_parts.plot, &PlotView::cursorMoved, this, [this] { describe(); });
}

void ChartWidget::arrange()
{
    m_parts.header->setRoom(height());
    const int top = m_parts.header->heightFor(width());
    m_parts.header->setGeometry(0, 0, width(), top);
    const QRect body(0, top + kHeaderGap, width(), std::max(0, height() - top - kHeaderGap));
    m_parts.plot->setGeometry(body);
    m_parts.table->setGeometry(body);
}

QString ChartWidget::plotHint() const { return tr("Show as a chart"); }

void ChartWidget::labelToggle()
{
    const bool shown = isTableShown();
    m_parts.toggle->setSymbol(shown ? Symbol::Chart : Symbol::Table);
    m_parts.toggle->setHint(shown ? plotHint() : tr("Show as a table"));
}

void ChartWidget::setTableShown(bool shown)
{
    if (shown == isTableShown())
        return;
    const bool hadFocus = hasFocus();
    m_parts.table->setVisible(shown);
    m_parts.plot->setVisible(!shown);
    m_parts.plot->clearCursor();
    setFocusPolicy(shown ? Qt::NoFocus : Qt::StrongFocus); // the table takes the keys itself
    if (hadFocus && shown)
        m_parts.table->setFocus();
    labelToggle();
}

bool ChartWidget::isTableShown() const { return !m_parts.table->isHidden(); }

QAbstractItemModel *ChartWidget::tableModel() const { return m_parts.model; }

void ChartWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    if (isTableShown())
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Escape && m_parts.plot->hasCursor())
        m_parts.plot->clearCursor();
    else if (!m_parts.plot->moveCursor(event->key()))
        QWidget::keyPressEvent(event);
}

void ChartWidget::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_parts.plot->clearCursor();
}

void ChartWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::LanguageChange) {
        labelToggle();
        describe(); // in the new language
        arrange();
        m_parts.plot->restyle();
    }
}

} // namespace shotlab::charts
