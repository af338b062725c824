// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QWidget>

#include "models/ArmListModel.h"

class QVBoxLayout;

namespace shotlab::pages
{

class ArmRow;

/// The arms with their switches, one row each, bound to an ArmListModel.
class ArmRows : public QWidget
{
    Q_OBJECT

public:
    /// model outlives the widget.
    explicit ArmRows(models::ArmListModel *model, QWidget *parent = nullptr);

private:
    void rebuild();
    void refresh();

    models::ArmListModel *m_model;
    QVBoxLayout *m_column = nullptr;
    std::vector<ArmRow *> m_rows;
};

} // namespace shotlab::pages
