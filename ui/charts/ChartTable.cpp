// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartTable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Labels.h"

namespace shotlab::charts
{

namespace
{

constexpr int kRowHeight = 32;
constexpr int kNarrowestColumn = 52;

/// For other programs: the number alone where a cell shows more.
QVariant plainValue(const QModelIndex &index)
{
    const QVariant plain = index.data(Qt::EditRole);
    return plain.isValid() ? plain : index.data();
}

} // namespace

QString tableText(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << (row < 0 ? model.headerData(column, Qt::Horizontal) : plainValue(model.index(row, column))).toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

ChartTable::ChartTable(QAbstractItemModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_view(new QTableView(this)), m_reading(new widgets::ElidedLabel({}, this))
{
    m_view->setModel(m_model);
    m_view->setShowGrid(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(kRowHeight);
    QHeaderView *header = m_view->horizontalHeader();
    header->setMinimumSectionSize(kNarrowestColumn);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 6px 10px; }")); // where the cells' texts begin and end

    auto *copyButton = new widgets::Button(widgets::Button::Look::Small, widgets::Symbol::Copy, tr("Copy"), this);
    connect(copyButton, &QAbstractButton::clicked, this, &ChartTable::copy);
    m_reading->setFont(widgets::font(widgets::TextSize::Secondary));
    widgets::setTone(m_reading, widgets::Tone::Secondary);
    m_footer = new QHBoxLayout;
    m_footer->addWidget(m_reading, 1);
    m_footer->addWidget(copyButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    column->addLayout(m_footer);
    column->addStretch();
    setFocusProxy(m_view);

    connect(m_model, &QAbstractItemModel::modelReset, this, &ChartTable::fit);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ChartTable::fit);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChartTable::readCurrent);
    fit();
}

void ChartTable::setTableName(const QString &objectName, const QString &spoken)
{
    m_view->setObjectName(objectName);
    m_view->setAccessibleName(spoken);
}

void ChartTable::fit()
{
    QHeaderView *header = m_view->horizontalHeader();
    if (m_model->columnCount() > 0)
        header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_view->resizeRowsToContents();
    fitHeight();
    readCurrent();
}

/// No taller than its rows, so that the line about the cell stays near, and ending with a whole one.
void ChartTable::fitHeight()
{
    const QHeaderView *rows = m_view->verticalHeader();
    const int frame = m_view->horizontalHeader()->sizeHint().height() + 2 * m_view->frameWidth();
    const int room = height() - m_footer->sizeHint().height() - layout()->spacing() - frame;
    int whole = 0;
    for (int row = 0; row < rows->count() && (row == 0 || whole + rows->sectionSize(row) <= room); ++row)
        whole += rows->sectionSize(row);
    m_view->setMaximumHeight(frame + whole);
}

void ChartTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void ChartTable::readCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    const QString reading = current.isValid() ? current.data(Qt::AccessibleDescriptionRole).toString() : QString();
    m_reading->setText(reading.isEmpty() ? tr("Arrow keys read the values.") : reading);
}

void ChartTable::copy() const { QGuiApplication::clipboard()->setText(tableText(*m_model)); }

void ChartTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

} // namespace shotlab::charts
