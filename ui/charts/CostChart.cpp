// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CostChart.h"

#include "charts/ChartHeader.h"
#include "charts/ChartMath.h"
#include "charts/ChartMenu.h"
#include "charts/ChartTable.h"
#include "charts/CostPlot.h"
#include "charts/CostTableModel.h"
#include "widgets/Controls.h"

namespace shotlab::charts
{

using widgets::Symbol;

namespace
{

constexpr QSize kExportSize {960, 600};

} // namespace

class CostChart::Private
{
public:
    explicit Private(CostChart *chart)
        : header(new ChartHeader(ChartHeader::Style::Finding, chart)), plot(new CostPlot(chart)),
          model(new CostTableModel(chart)), table(new ChartTable(model, chart)),
          choice(new widgets::SegmentedControl({CostChart::tr("Time"), CostChart::tr("Weights")}, chart)),
          toggle(new widgets::Button(widgets::Button::Look::Quiet, Symbol::Table, {}, chart)),
          menu(new ChartMenu({[this] { return copy(); }, [this] { return tableText(*model); },
                              [this] { return csvText(plot->data()); }, CostChart::tr("cost")},
                             chart))
    {
    }

    /// The same chart without buttons, to be drawn elsewhere.
    [[nodiscard]] std::unique_ptr<QWidget> copy() const
    {
        auto chart = std::make_unique<CostChart>();
        chart->d->header->setWidgetsVisible(false);
        chart->resize(kExportSize);
        chart->setCost(plot->cost());
        chart->setData(plot->data());
        chart->setHiddenArms(plot->hidden());
        return chart;
    }

    ChartHeader *header;
    CostPlot *plot;
    CostTableModel *model;
    ChartTable *table;
    widgets::SegmentedControl *choice;
    widgets::Button *toggle;
    ChartMenu *menu;
};

CostChart::CostChart(QWidget *parent) : ChartWidget(parent), d(std::make_unique<Private>(this))
{
    d->table->setTableName(QStringLiteral("costTable"), tr("Accuracy and cost of every method at every number of examples"));
    d->choice->setObjectName(QStringLiteral("costChoice"));
    d->toggle->setObjectName(QStringLiteral("costTableToggle"));
    d->header->insertWidget(-1, d->choice);
    join({d->header, d->plot, d->model, d->table, d->menu, d->toggle});
    connect(d->choice, &widgets::SegmentedControl::currentChanged, this,
            [this](int index) { setCost(index == 0 ? Cost::Seconds : Cost::Weights); });
}

CostChart::~CostChart() = default;

void CostChart::setData(const AccuracyChartData &data)
{
    d->plot->setData(data);
    d->model->setData(d->plot->data());
    describe();
}

const AccuracyChartData &CostChart::data() const { return d->plot->data(); }

void CostChart::setCost(Cost cost)
{
    d->choice->setCurrentIndex(cost == Cost::Seconds ? 0 : 1);
    d->plot->setCost(cost);
    describe();
    arrange(); // for another subline
}

Cost CostChart::cost() const { return d->plot->cost(); }

void CostChart::setHiddenArms(const std::vector<int> &arms)
{
    d->plot->setHidden(arms);
    describe();
}

void CostChart::addHeaderWidget(QWidget *widget)
{
    d->header->insertWidget(0, widget);
    arrange();
}

void CostChart::describe()
{
    const bool seconds = d->plot->cost() == Cost::Seconds;
    d->header->setTexts(tr("What does accuracy cost?"),
                        seconds ? tr("Test accuracy against the time of one run; a line leads from few examples to many")
                                : tr("Test accuracy against the weights that change"));
    setAccessibleName(seconds ? tr("Accuracy and time of one run") : tr("Accuracy and weights that change"));
    setAccessibleDescription(d->plot->readingText());
}

} // namespace shotlab::charts
