// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/AccuracyTable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include "charts/AccuracyTableModel.h"
#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Labels.h"

namespace shotlab::charts
{

namespace
{

constexpr int kRowHeight = 32;
constexpr int kNarrowestColumn = 52;

} // namespace

AccuracyTable::AccuracyTable(AccuracyTableModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_view(new QTableView(this)), m_reading(new widgets::ElidedLabel({}, this))
{
    m_view->setObjectName(QStringLiteral("accuracyTable"));
    m_view->setAccessibleName(tr("Accuracy of every method at every number of examples, per cent"));
    m_view->setModel(m_model);
    m_view->setShowGrid(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView *header = m_view->horizontalHeader();
    header->setMinimumSectionSize(kNarrowestColumn);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 6px 13px; }")); // where the cells' texts begin and end

    auto *copyButton = new widgets::Button(widgets::Button::Look::Small, widgets::Symbol::Copy, tr("Copy"), this);
    connect(copyButton, &QAbstractButton::clicked, this, &AccuracyTable::copy);
    m_reading->setFont(widgets::font(widgets::TextSize::Secondary));
    widgets::setTone(m_reading, widgets::Tone::Secondary);
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_reading, 1);
    footer->addWidget(copyButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    column->addLayout(footer);
    column->addStretch();
    setFocusProxy(m_view);

    const auto fit = [this, header] {
        if (m_model->columnCount() > 0)
            header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
        // No taller than its rows, so that the line about the cell stays near.
        m_view->setMaximumHeight(header->sizeHint().height() + m_model->rowCount() * kRowHeight + 2 * m_view->frameWidth());
        readCurrent();
    };
    connect(m_model, &QAbstractItemModel::modelReset, this, fit);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AccuracyTable::readCurrent);
    fit();
}

void AccuracyTable::readCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    const QString reading = current.isValid() ? current.data(Qt::AccessibleDescriptionRole).toString() : QString();
    m_reading->setText(reading.isEmpty() ? tr("Arrow keys read the values.") : reading);
}

void AccuracyTable::copy() const { QGuiApplication::clipboard()->setText(m_model->asText()); }

void AccuracyTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

} // namespace shotlab::charts
