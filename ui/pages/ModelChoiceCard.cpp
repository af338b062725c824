// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ModelChoiceCard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include "lab/ModelCard.h"
#include "models/ModelListModel.h"
#include "pages/Mosaic.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using models::ModelListModel;
using widgets::TextSize;
using widgets::Tone;

namespace
{
constexpr int kPictureSide = 96;
}

ModelChoiceCard::ModelChoiceCard(const QModelIndex &index, QWidget *parent)
    : Card({}, parent), m_name(index.data(ModelListModel::NameRole).toString())
{
    setHeaderVisible(false);
    setObjectName(QStringLiteral("model-") + m_name);
    setCursor(Qt::PointingHandCursor);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    const QString title = index.data(Qt::DisplayRole).toString();
    const QString unsuitable = index.data(ModelListModel::UnsuitableRole).toString();
    m_suitable = unsuitable.isEmpty();
    const Tone tone = m_suitable ? Tone::Text : Tone::Secondary;
    m_radio = new QRadioButton;
    m_radio->setObjectName(QStringLiteral("choose-") + m_name);
    m_radio->setAccessibleName(title);
    m_radio->setAccessibleDescription(index.data(ModelListModel::KnowsRole).toString());
    m_radio->setAutoExclusive(false);
    connect(m_radio, &QRadioButton::clicked, this, [this] {
        m_radio->setChecked(true);
        Q_EMIT chosen(m_name);
    });
    row->addWidget(m_radio, 0, Qt::AlignTop);

    m_mosaic = new Mosaic(2);
    m_mosaic->setFixedSize(kPictureSide, kPictureSide);
    m_mosaic->hide();
    row->addWidget(m_mosaic, 0, Qt::AlignTop);
    const bool isText = index.data(ModelListModel::ModalityRole).toInt() == static_cast<int>(Modality::Text);
    m_symbol = new widgets::SymbolLabel(isText ? widgets::Symbol::Sentences : widgets::Symbol::Model,
                                        m_suitable ? widgets::Ink::Accent : widgets::Ink::Faint, 32);
    m_symbol->setFixedSize(kPictureSide, kPictureSide);
    m_symbol->setAlignment(Qt::AlignCenter);
    row->addWidget(m_symbol, 0, Qt::AlignTop);

    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(widgets::label(title, TextSize::CardTitle, tone, QFont::DemiBold));
    head->addWidget(widgets::label(index.data(ModelListModel::ProperNameRole).toString(), TextSize::Secondary, Tone::Secondary));
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(
        widgets::label(index.data(ModelListModel::KnowsRole).toString(), TextSize::Body, tone, QFont::Medium, true));
    const auto addLine = [&](ModelListModel::Role role, Tone lineTone) {
        const QString text = index.data(role).toString();
        if (!text.isEmpty())
            column->addWidget(widgets::label(text, TextSize::Secondary, lineTone, QFont::Normal, true));
    };
    addLine(ModelListModel::DetailRole, Tone::Secondary);
    addLine(ModelListModel::FactsRole, Tone::Secondary);
    const QString caution = m_suitable ? index.data(ModelListModel::CautionRole).toString() : unsuitable;
    if (!m_suitable) {
        m_radio->setEnabled(false);
        m_radio->setAccessibleDescription(unsuitable);
        setCursor(Qt::ArrowCursor);
    }
    if (!caution.isEmpty()) {
        auto *note = new QHBoxLayout;
        note->setSpacing(8);
        note->addWidget(new widgets::SymbolLabel(widgets::Symbol::Info, widgets::Ink::Secondary, 16), 0, Qt::AlignTop);
        note->addWidget(widgets::label(caution, TextSize::Secondary, Tone::Text, QFont::Normal, true), 1);
        column->addLayout(note);
    }
    column->addStretch(1);
    row->addLayout(column, 1);
    body()->addLayout(row);
}

void ModelChoiceCard::setPictures(const QVector<QImage> &pictures)
{
    m_mosaic->setPictures(pictures);
    m_mosaic->setVisible(!pictures.isEmpty() && m_suitable);
    m_symbol->setVisible(pictures.isEmpty() || !m_suitable);
}

void ModelChoiceCard::setChosen(bool chosen)
{
    m_radio->setChecked(chosen);
    setKind(chosen ? Kind::Selected : Kind::Plain);
}

void ModelChoiceCard::setEnabledForUse(bool enabled) { m_radio->setEnabled(enabled && m_suitable); }

void ModelChoiceCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()) && m_radio->isEnabled() && !m_radio->isChecked())
        Q_EMIT chosen(m_name);
}

} // namespace shotlab::pages
