// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QModelIndex>
#include <QVector>

#include "widgets/Card.h"

class QLabel;
class QRadioButton;

namespace shotlab::pages
{

class Mosaic;

/// A trained model to choose: what it knows, how big it is, what to mind.
class ModelChoiceCard : public widgets::Card
{
    Q_OBJECT

public:
    /// index: a row of models::ModelListModel.
    explicit ModelChoiceCard(const QModelIndex &index, QWidget *parent = nullptr);

    void setPictures(const QVector<QImage> &pictures); ///< four that it copes with; none: its symbol stays
    void setChosen(bool chosen);
    void setEnabledForUse(bool enabled);
    [[nodiscard]] QString modelName() const { return m_name; }

Q_SIGNALS:
    void chosen(const QString &nameOrPath);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool m_suitable = true;
    QString m_name;
    QRadioButton *m_radio = nullptr;
    Mosaic *m_mosaic = nullptr;
    QLabel *m_symbol = nullptr;
};

} // namespace shotlab::pages
