// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>

#include "widgets/Card.h"

namespace shotlab::widgets
{
class Button;
}

namespace shotlab::pages
{

/// A sample on the start page: its pictures, the question it answers, one button.
class SampleCard : public widgets::Card
{
    Q_OBJECT

public:
    /// index: a row of models::SampleListModel. prominent: the one to start with.
    SampleCard(const QModelIndex &index, bool prominent, QWidget *parent = nullptr);

    void setOpening(bool opening);
    void setPicturesShown(bool shown); ///< default: shown

Q_SIGNALS:
    void openRequested(const QString &sample);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QString m_sample;
    QWidget *m_mosaic = nullptr;
    widgets::Button *m_open = nullptr;
};

} // namespace shotlab::pages
