// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/SampleCard.h"

#include <QHBoxLayout>
#include <QMouseEvent>

#include "models/SampleListModel.h"
#include "pages/Mosaic.h"
#include "text/Numbers.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using models::SampleListModel;
using widgets::TextSize;
using widgets::Tone;

SampleCard::SampleCard(const QModelIndex &index, bool prominent, QWidget *parent)
    : Card({}, parent), m_sample(index.data(SampleListModel::NameRole).toString())
{
    setHeaderVisible(false);
    setObjectName(QStringLiteral("sample-") + m_sample);
    const QString title = index.data(Qt::DisplayRole).toString();

    auto *mosaic = new Mosaic(3, this);
    m_mosaic = mosaic;
    mosaic->setPictures(index.data(SampleListModel::MosaicRole).value<QVector<QImage>>());
    mosaic->setSentences(index.data(SampleListModel::SentencesRole).toStringList());
    body()->addWidget(m_mosaic);
    body()->addSpacing(4);
    body()->addWidget(widgets::label(title, TextSize::CardTitle, Tone::Text, QFont::DemiBold, true));
    auto *question = widgets::label(index.data(SampleListModel::QuestionRole).toString(), TextSize::Secondary, Tone::Secondary,
                                    QFont::Normal, true);
    // The same room on every card, so that pictures and buttons stand in line.
    constexpr int kQuestionLines = 3;
    question->setFixedHeight(kQuestionLines * QFontMetrics(widgets::font(TextSize::Secondary)).lineSpacing() + 2);
    question->setAlignment(Qt::AlignTop);
    body()->addWidget(question);
    body()->addStretch(1);

    auto *row = new QHBoxLayout;
    auto *facts = widgets::label(text::classesText(index.data(SampleListModel::ClassesRole).toInt()) + QLatin1Char('\n')
                                     + index.data(SampleListModel::CountRole).toString(),
                                 TextSize::Smallest, Tone::Secondary);
    row->addWidget(facts, 1);
    m_open
        = new widgets::Button(prominent ? widgets::Button::Look::SmallPrimary : widgets::Button::Look::Small, tr("Open"), this);
    m_open->setObjectName(QStringLiteral("open-") + m_sample);
    m_open->setAccessibleName(tr("Open sample %1").arg(title));
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT openRequested(m_sample); });
    row->addWidget(m_open, 0, Qt::AlignBottom);
    body()->addLayout(row);
    setCursor(Qt::PointingHandCursor);
}

void SampleCard::setPicturesShown(bool shown) { m_mosaic->setVisible(shown); }

void SampleCard::setOpening(bool opening)
{
    m_open->setEnabled(!opening);
    m_open->setText(opening ? tr("Opening…") : tr("Open"));
}

void SampleCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()) && m_open->isEnabled())
        Q_EMIT openRequested(m_sample);
}

} // namespace shotlab::pages
