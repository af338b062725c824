// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QTableView;

namespace shotlab::charts
{

/// What a table shows, tab-separated with a header line, for the clipboard.
[[nodiscard]] QString tableText(const QAbstractItemModel &model);

/// The numbers of a chart as a table: the cell in focus is read out below it (its AccessibleDescriptionRole), all of it can be
/// copied.
class ChartTable : public QWidget
{
    Q_OBJECT

public:
    ChartTable(QAbstractItemModel *model, QWidget *parent = nullptr);
    void setTableName(const QString &objectName, const QString &spoken);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copy() const;
    void readCurrent();
    void fit();
    void fitHeight();

    QAbstractItemModel *m_model = nullptr;
    QTableView *m_view = nullptr;
    QLabel *m_reading = nullptr;
    QHBoxLayout *m_footer = nullptr;
};

} // namespace shotlab::charts
