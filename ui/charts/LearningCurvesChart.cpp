// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/LearningCurvesChart.h"

#include <QImage>

#include "charts/ChartHeader.h"
#include "charts/ChartMath.h"
#include "charts/ChartMenu.h"
#include "charts/ChartTable.h"
#include "charts/CurvesTableModel.h"
#include "charts/LearningPlot.h"
#include "widgets/Controls.h"

namespace shotlab::charts
{

using widgets::Symbol;

namespace
{

constexpr QSize kExportSize {960, 600};

} // namespace

class LearningCurvesChart::Private
{
public:
    explicit Private(LearningCurvesChart *chart)
        : q(chart), header(new ChartHeader(ChartHeader::Style::Title, chart)), plot(new LearningPlot(chart)),
          model(new CurvesTableModel(chart)), table(new ChartTable(model, chart)),
          toggle(new widgets::Button(widgets::Button::Look::Quiet, Symbol::Table, {}, chart)),
          menu(new ChartMenu({[this] { return copy(kExportSize); }, [this] { return tableText(*model); },
                              [this] { return csvText(plot->data()); }, LearningCurvesChart::tr("learning-curves")},
                             chart))
    {
    }

    /// The same chart without buttons, to be drawn elsewhere.
    [[nodiscard]] std::unique_ptr<QWidget> copy(const QSize &size) const
    {
        auto chart = std::make_unique<LearningCurvesChart>();
        chart->d->header->setWidgetsVisible(false);
        chart->resize(size.expandedTo(q->minimumSizeHint()));
        chart->setMeasure(plot->measure());
        chart->setData(q->data());
        chart->setHiddenArms(plot->hidden());
        return chart;
    }

    LearningCurvesChart *q;
    ChartHeader *header;
    LearningPlot *plot;
    CurvesTableModel *model;
    ChartTable *table;
    widgets::Button *toggle;
    ChartMenu *menu;
};

LearningCurvesChart::LearningCurvesChart(QWidget *parent) : ChartWidget(parent), d(std::make_unique<Private>(this))
{
    d->table->setTableName(QStringLiteral("curvesTable"), tr("Test accuracy of every method after every step, per cent"));
    d->toggle->setObjectName(QStringLiteral("tableToggle"));
    join({d->header, d->plot, d->model, d->table, d->menu, d->toggle});
}

LearningCurvesChart::~LearningCurvesChart() = default;

void LearningCurvesChart::setData(const LearningChartData &data)
{
    d->plot->setData(data);
    showData();
}

void LearningCurvesChart::setMeasure(CurveMeasure measure)
{
    if (measure == d->plot->measure())
        return;
    d->plot->setMeasure(measure);
    d->table->setTableName(QStringLiteral("curvesTable"),
                           measure == CurveMeasure::TestAccuracy
                               ? tr("Test accuracy of every method after every step, per cent")
                               : tr("Training loss of every method after every step"));
    showData();
}

CurveMeasure LearningCurvesChart::measure() const { return d->plot->measure(); }

const LearningChartData &LearningCurvesChart::data() const { return d->plot->data(); }

void LearningCurvesChart::setHighlightedArm(std::optional<int> arm) { d->plot->setHighlighted(arm); }

void LearningCurvesChart::setHiddenArms(const std::vector<int> &arms)
{
    d->plot->setHidden(arms);
    describe();
}

std::vector<QWidget *> LearningCurvesChart::tools() const { return {d->menu, d->toggle}; }

QImage LearningCurvesChart::toImage(double scale) const { return chartImage(*d->copy(size()), scale); }

void LearningCurvesChart::showData()
{
    const LearningChartData &data = d->plot->data();
    if (d->plot->measure() == CurveMeasure::TrainingLoss)
        d->header->setTexts(data.lossHeadline, {});
    else
        d->header->setTexts(data.headline, data.subline);
    arrange();
    d->model->setData(d->plot->shown(), d->plot->measure());
    describe();
}

void LearningCurvesChart::describe()
{
    const LearningChartData &data = d->plot->data();
    if (d->plot->measure() == CurveMeasure::TrainingLoss)
        setAccessibleName(data.lossHeadline);
    else
        setAccessibleName(data.subline.isEmpty() ? data.headline : tr("%1, %2").arg(data.headline, data.subline));
    setAccessibleDescription(d->plot->readingText());
}

QString LearningCurvesChart::plotHint() const { return tr("Show as curves"); }

} // namespace shotlab::charts
