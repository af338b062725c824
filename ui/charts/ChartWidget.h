// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

class QAbstractItemModel;

namespace shotlab::widgets
{
class Button;
}

namespace shotlab::charts
{

class ChartHeader;
class ChartMenu;
class ChartTable;
class PlotView;

/// What every chart is made of: a headline with buttons, below it the plot or its twin, a table. Keys move the plot's cursor.
/// Stands on a card: it has no background of its own, but rims and the hover card take the card's colour.
class ChartWidget : public QWidget
{
    Q_OBJECT

public:
    void setTableShown(bool shown);
    [[nodiscard]] bool isTableShown() const;
    [[nodiscard]] QAbstractItemModel *tableModel() const;

Q_SIGNALS:
    void noticed(const QString &sentence); ///< what became of copying or saving

protected:
    struct Parts {
        ChartHeader *header = nullptr;
        PlotView *plot = nullptr;
        QAbstractItemModel *model = nullptr;
        ChartTable *table = nullptr;
        ChartMenu *menu = nullptr;
        widgets::Button *toggle = nullptr; ///< between plot and table
    };

    explicit ChartWidget(QWidget *parent);

    /// Once, when all parts are there: puts menu and toggle at the end of the header, shows the plot and describes it.
    void join(const Parts &parts);
    void arrange(); ///< headline and body; whenever the headline may need another line

    /// Sets the accessible name, and as its description the values at the cursor; again in a new language.
    virtual void describe() = 0;
    [[nodiscard]] virtual QString plotHint() const; ///< of the toggle while the table is shown

    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void labelToggle();

    Parts m_parts;
};

} // namespace shotlab::charts
