// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/AccuracyChart.h"

#include <algorithm>

#include <QImage>
#include <QKeyEvent>

#include "charts/AccuracyPlot.h"
#include "charts/AccuracyTableModel.h"
#include "charts/ChartHeader.h"
#include "charts/ChartMath.h"
#include "charts/ChartMenu.h"
#include "charts/ChartTable.h"
#include "widgets/Controls.h"

namespace shotlab::charts
{

using widgets::Symbol;

namespace
{

constexpr QSize kExportSize {960, 600};

} // namespace

class AccuracyChart::Private
{
public:
    explicit Private(AccuracyChart *chart)
        : q(chart), header(new ChartHeader(ChartHeader::Style::Finding, chart)), plot(new AccuracyPlot(chart)),
          model(new AccuracyTableModel(chart)), table(new ChartTable(model, chart)),
          toggle(new widgets::Button(widgets::Button::Look::Quiet, Symbol::Table, {}, chart)),
          menu(new ChartMenu({[this] { return copy(kExportSize); }, [this] { return tableText(*model); },
                              [this] { return csvText(plot->data()); }, AccuracyChart::tr("accuracy")},
                             chart))
    {
    }

    void choose(Shots shots) const
    {
        q->setSelectedShots(shots);
        Q_EMIT q->shotsSelected(shots);
    }

    /// The same chart without buttons, to be drawn elsewhere.
    [[nodiscard]] std::unique_ptr<AccuracyChart> copy(const QSize &size) const
    {
        auto chart = std::make_unique<AccuracyChart>();
        chart->d->header->setWidgetsVisible(false);
        chart->resize(size.expandedTo(q->minimumSizeHint()));
        chart->setData(q->data());
        chart->setSelectedShots(q->selectedShots());
        chart->setHiddenArms(plot->hidden());
        return chart;
    }

    AccuracyChart *q;
    ChartHeader *header;
    AccuracyPlot *plot;
    AccuracyTableModel *model;
    ChartTable *table;
    widgets::Button *toggle;
    ChartMenu *menu;
};

AccuracyChart::AccuracyChart(QWidget *parent) : ChartWidget(parent), d(std::make_unique<Private>(this))
{
    d->table->setTableName(QStringLiteral("accuracyTable"),
                           tr("Accuracy of every method at every number of examples, per cent"));
    d->toggle->setObjectName(QStringLiteral("tableToggle"));
    join({d->header, d->plot, d->model, d->table, d->menu, d->toggle});
    connect(d->plot, &AccuracyPlot::shotsChosen, this, [this](Shots shots) { d->choose(shots); });
    connect(d->plot, &AccuracyPlot::armChosen, this, &AccuracyChart::armClicked);
}

AccuracyChart::~AccuracyChart() = default;

void AccuracyChart::setData(const AccuracyChartData &data)
{
    d->header->setTexts(data.headline, data.subline);
    arrange(); // the headline may need another line
    d->plot->setData(data);
    d->model->setData(d->plot->data());
    describe();
}

const AccuracyChartData &AccuracyChart::data() const { return d->plot->data(); }

void AccuracyChart::setSelectedShots(std::optional<Shots> shots)
{
    d->plot->setSelected(shots);
    describe();
}

std::optional<Shots> AccuracyChart::selectedShots() const { return d->plot->selected(); }

void AccuracyChart::setHighlightedArm(std::optional<int> arm) { d->plot->setHighlighted(arm); }

void AccuracyChart::setHiddenArms(const std::vector<int> &arms)
{
    d->plot->setHidden(arms);
    describe();
}

void AccuracyChart::addHeaderWidget(QWidget *widget)
{
    d->header->insertWidget(d->header->widgetCount() - 1, widget);
    arrange();
}

QImage AccuracyChart::toImage(double scale) const
{
    return chartImage(*d->copy(size()), scale);
}

/// What a screen reader says: the finding, and the values at the cursor, at the selected k, or with the most examples.
void AccuracyChart::describe()
{
    const AccuracyChartData &data = d->plot->data();
    const std::vector<Shots> shots = shotsOf(data);
    std::optional<Shots> at = d->plot->cursor() ? d->plot->cursor() : d->plot->selected();
    if (!at && !shots.empty())
        at = shots.back();
    const bool any
        = std::any_of(data.series.begin(), data.series.end(), [](const auto &series) { return !series.points.empty(); });
    setAccessibleName(data.headline.isEmpty() ? tr("Accuracy by number of examples") : data.headline);
    setAccessibleDescription(any && at ? readingText(data, *at, d->plot->hidden()) : data.emptyText);
}

void AccuracyChart::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && !isTableShown() && d->plot->hasCursor())
        d->choose(*d->plot->cursor());
    else
        ChartWidget::keyPressEvent(event);
}

} // namespace shotlab::charts
