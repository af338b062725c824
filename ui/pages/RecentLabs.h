// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>

#include "widgets/Card.h"

namespace shotlab::pages
{

/// The labs opened lately, one click each, and the way to any other.
class RecentLabs : public widgets::Card
{
    Q_OBJECT

public:
    /// model: a models::RecentLabsModel that outlives the card.
    explicit RecentLabs(QAbstractItemModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString &path);
    void locateRequested(const QString &path); ///< there is no file at this path any more
    void forgetRequested(const QString &path);
    void chooseRequested();

private:
    void rebuild();

    QAbstractItemModel *m_model;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace shotlab::pages
