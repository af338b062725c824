// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/CardForm.h"

#include <algorithm>
#include <array>

#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr std::array<float, 3> kImageNetMean {0.485F, 0.456F, 0.406F};
constexpr std::array<float, 3> kImageNetStd {0.229F, 0.224F, 0.225F};

std::vector<float> channelsOf(const std::array<float, 3> &values, int channels)
{
    if (channels == 3)
        return {values.begin(), values.end()};
    return {(values[0] + values[1] + values[2]) / 3.0F};
}

bool allNear(const std::vector<float> &values, float wanted)
{
    return std::all_of(values.begin(), values.end(), [wanted](float value) { return std::abs(value - wanted) < 1e-4F; });
}

QString joined(const std::vector<float> &values)
{
    QStringList parts;
    for (const float value : values)
        parts.append(QString::number(static_cast<double>(value), 'g', 4));
    return parts.join(QStringLiteral("  "));
}

} // namespace

CardForm::CardForm(QWidget *parent) : Card(tr("How does this model see pictures?"), parent)
{
    setObjectName(QStringLiteral("cardForm"));
    setDescription(
        tr("A model file does not say this. The guesses below fit most models; whoever made the model knows for sure."));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](QWidget *title, QWidget *field) {
        grid->addWidget(title, row, 0);
        grid->addWidget(field, row++, 1, Qt::AlignLeft);
    };
    const auto title = [](const QString &text) { return widgets::label(text, TextSize::Body, Tone::Secondary); };

    m_size = new QSpinBox;
    m_size->setObjectName(QStringLiteral("cardSize"));
    m_size->setAccessibleName(tr("Side of its pictures in pixels"));
    m_size->setRange(8, 1024);
    m_size->setSuffix(tr(" pixels"));
    add(title(tr("Side of its pictures")), m_size);

    m_colours = new widgets::SegmentedControl({tr("Colour"), tr("Grey")});
    m_colours->setObjectName(QStringLiteral("cardColours"));
    add(title(tr("Colours")), m_colours);
    connect(m_colours, &widgets::SegmentedControl::currentChanged, this, &CardForm::showNormalisation);

    m_framing = new widgets::SegmentedControl({tr("Photographs"), tr("Drawings, light ink on black")});
    m_framing->setObjectName(QStringLiteral("cardFraming"));
    add(title(tr("It was trained on")), m_framing);

    m_normalisation = new widgets::SegmentedControl({tr("As for ImageNet"), tr("0 to 1"), tr("−1 to 1"), tr("Own numbers")});
    m_normalisation->setObjectName(QStringLiteral("cardNormalisation"));
    connect(m_normalisation, &widgets::SegmentedControl::currentChanged, this, &CardForm::showNormalisation);
    add(new widgets::ExplainedLabel(text::Term::Normalisation), m_normalisation);

    m_mean = new QLineEdit;
    m_mean->setObjectName(QStringLiteral("cardMean"));
    m_mean->setAccessibleName(tr("Mean per colour"));
    m_std = new QLineEdit;
    m_std->setObjectName(QStringLiteral("cardStd"));
    m_std->setAccessibleName(tr("Spread per colour"));
    add(title(tr("Mean")), m_mean);
    add(title(tr("Spread")), m_std);

    auto *labels = new QWidget;
    auto *labelRow = new QHBoxLayout(labels);
    labelRow->setContentsMargins(0, 0, 0, 0);
    m_labels = widgets::label({}, TextSize::Secondary, Tone::Secondary);
    auto *choose = new Button(Button::Look::Small, tr("Choose a list…"));
    choose->setObjectName(QStringLiteral("cardLabels"));
    choose->setAccessibleName(tr("Choose a text file with one name per line"));
    connect(choose, &QAbstractButton::clicked, this, &CardForm::chooseLabels);
    labelRow->addWidget(choose);
    labelRow->addWidget(m_labels);
    add(title(tr("Names of what it knows")), labels);
    body()->addLayout(grid);

    m_confirm = new Button(Button::Look::Small, widgets::Symbol::Check, tr("Use these"));
    m_confirm->setObjectName(QStringLiteral("cardConfirm"));
    connect(m_confirm, &QAbstractButton::clicked, this, [this] { Q_EMIT confirmed(card()); });
    body()->addWidget(m_confirm, 0, Qt::AlignLeft);
}

CardForm::Normalisation CardForm::recognise(const ModelCard &card)
{
    const std::vector<float> mean = channelsOf(kImageNetMean, card.channels);
    const bool imageNet = card.mean.size() == mean.size()
        && std::equal(mean.begin(), mean.end(), card.mean.begin(), [](float a, float b) { return std::abs(a - b) < 0.01F; });
    if (imageNet)
        return Normalisation::ImageNet;
    if (allNear(card.mean, 0.0F) && allNear(card.std, 1.0F))
        return Normalisation::ZeroToOne;
    if (allNear(card.mean, 0.5F) && allNear(card.std, 0.5F))
        return Normalisation::MinusOneToOne;
    return Normalisation::Own;
}

void CardForm::setCard(const ModelCard &card, int outputs)
{
    m_card = card;
    m_outputs = outputs;
    m_size->setValue(card.inputSize);
    m_colours->setCurrentIndex(card.channels == 3 ? 0 : 1);
    m_framing->setCurrentIndex(card.framing == Framing::CentreCrop ? 0 : 1);
    m_mean->setText(joined(card.mean));
    m_std->setText(joined(card.std));
    m_normalisation->setCurrentIndex(static_cast<int>(recognise(card)));
    showNormalisation();
    showLabels();
}

void CardForm::showNormalisation()
{
    const int channels = m_colours->currentIndex() == 0 ? 3 : 1;
    const auto flat = [channels](float value) { return std::vector<float>(static_cast<std::size_t>(channels), value); };
    const auto choice = static_cast<Normalisation>(m_normalisation->currentIndex());
    const bool own = choice == Normalisation::Own;
    m_mean->setEnabled(own);
    m_std->setEnabled(own);
    if (choice == Normalisation::ImageNet) {
        m_mean->setText(joined(channelsOf(kImageNetMean, channels)));
        m_std->setText(joined(channelsOf(kImageNetStd, channels)));
    } else if (!own) {
        const bool centred = choice == Normalisation::MinusOneToOne;
        m_mean->setText(joined(flat(centred ? 0.5F : 0.0F)));
        m_std->setText(joined(flat(centred ? 0.5F : 1.0F)));
    }
}

void CardForm::showLabels()
{
    const int labels = static_cast<int>(m_card.sourceLabels.size());
    if (labels == 0)
        m_labels->setText(tr("none: zero-shot is left out"));
    else if (labels != m_outputs)
        m_labels->setText(
            tr("%1 names for %2 outputs: they do not fit").arg(text::numberText(labels), text::numberText(m_outputs)));
    else
        m_labels->setText(tr("%1 names").arg(text::numberText(labels)));
}

void CardForm::chooseLabels()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a text file with one name per line"), {},
                                                      tr("Text files (*.txt *.csv *.names);;All files (*)"));
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly | QIODevice::Text))
        return;
    m_card.sourceLabels.clear();
    const QString content = QString::fromUtf8(file.readAll());
    for (const QString &line : content.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            m_card.sourceLabels.push_back(line.trimmed().toStdString());
    }
    showLabels();
}

std::vector<float> CardForm::numbers(const QLineEdit *edit, float otherwise) const
{
    const std::size_t channels = m_colours->currentIndex() == 0 ? 3 : 1;
    std::vector<float> values;
    for (const QString &part : edit->text().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool ok = false;
        const float value = part.toFloat(&ok);
        if (ok)
            values.push_back(value);
    }
    values.resize(channels, values.empty() ? otherwise : values.back());
    return values;
}

ModelCard CardForm::card() const
{
    ModelCard card = m_card;
    card.channels = m_colours->currentIndex() == 0 ? 3 : 1;
    card.inputSize = m_size->value();
    card.workingSize = m_size->value();
    card.framing = m_framing->currentIndex() == 0 ? Framing::CentreCrop : Framing::InkOnBlack;
    card.mean = numbers(m_mean, 0.0F);
    card.std = numbers(m_std, 1.0F);
    for (float &value : card.std)
        value = value > 0.0F ? value : 1.0F;
    if (static_cast<int>(card.sourceLabels.size()) != m_outputs)
        card.sourceLabels.clear(); // names that do not fit the outputs would be wrong names
    card.confirmed = true;
    return card;
}

} // namespace shotlab::pages
