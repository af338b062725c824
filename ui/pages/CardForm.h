// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lab/ModelCard.h"
#include "widgets/Card.h"

class QLabel;
class QLineEdit;
class QSpinBox;

namespace shotlab::widgets
{
class Button;
class SegmentedControl;
} // namespace shotlab::widgets

namespace shotlab::pages
{

/// What Shotlab has guessed about a user's own model, to be confirmed or put right: input size, colours, normalisation, what its
/// outputs mean.
class CardForm : public widgets::Card
{
    Q_OBJECT

public:
    explicit CardForm(QWidget *parent = nullptr);

    void setCard(const ModelCard &card, int outputs);
    [[nodiscard]] ModelCard card() const;

Q_SIGNALS:
    void confirmed(const shotlab::ModelCard &card);

private:
    enum class Normalisation { ImageNet, ZeroToOne, MinusOneToOne, Own };
    void chooseLabels();
    void showNormalisation();
    void showLabels();
    [[nodiscard]] static Normalisation recognise(const ModelCard &card);
    [[nodiscard]] std::vector<float> numbers(const QLineEdit *edit, float otherwise) const;

    ModelCard m_card;
    int m_outputs = 0;
    QSpinBox *m_size = nullptr;
    widgets::SegmentedControl *m_colours = nullptr;
    widgets::SegmentedControl *m_framing = nullptr;
    widgets::SegmentedControl *m_normalisation = nullptr;
    QLineEdit *m_mean = nullptr;
    QLineEdit *m_std = nullptr;
    QLabel *m_labels = nullptr;
    widgets::Button *m_confirm = nullptr;
};

} // namespace shotlab::pages
