// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace shotlab::charts
{

class AccuracyTableModel;

/// The numbers of the chart as a table: the cell in focus is read out below it, all of it can be copied.
class AccuracyTable : public QWidget
{
    Q_OBJECT

public:
    AccuracyTable(AccuracyTableModel *model, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;
    void readCurrent();

    AccuracyTableModel *m_model = nullptr;
    QTableView *m_view = nullptr;
    QLabel *m_reading = nullptr;
};

} // namespace shotlab::charts
