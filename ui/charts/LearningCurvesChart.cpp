// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/LearningCurvesChart.h"

#include <algorithm>

#include <QKeyEvent>

#include "charts/ChartAccessibility.h"
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

constexpr int kHeaderGap = 8;
constexpr QSize kExportSize {960, 600};

} // namespace

class LearningCurvesChart::Private
{
public:
    explicit Private(LearningCurvesChart *chart)
        : q(chart), header(new ChartHeader(ChartHeader::Style::Title, chart)), plot(new LearningPlot(chart)),
          model(new CurvesTableModel(chart)), table(new ChartTable(model, chart)),
          toggle(new widgets::Button(widgets::Button::Look::Quiet, Symbol::Table, {}, chart)),
          menu(new ChartMenu({[this] { return copy(); }, [this] { return tableText(*model); },
                              [this] { return csvText(plot->data()); }, LearningCurvesChart::tr("learning-curves")},
                             chart))
    {
    }

    /// The same chart without buttons, to be drawn elsewhere.
    [[nodiscard]] std::unique_ptr<QWidget> copy() const
    {
        auto chart = std::make_unique<LearningCurvesChart>();
        chart->d->header->setWidgetsVisible(false);
        chart->resize(kExportSize);
        chart->setMeasure(plot->measure());
        chart->setData(q->data());
        chart->setHiddenArms(plot->hidden());
        return chart;
    }

    void labelToggle() const
    {
        const bool shown = q->isTableShown();
        toggle->setSymbol(shown ? Symbol::Chart : Symbol::Table);
        toggle->setHint(shown ? LearningCurvesChart::tr("Show as curves") : LearningCurvesChart::tr("Show as a table"));
    }

    void arrange() const
    {
        const int top = header->heightFor(q->width());
        header->setGeometry(0, 0, q->width(), top);
        const QRect body(0, top + kHeaderGap, q->width(), std::max(0, q->height() - top - kHeaderGap));
        plot->setGeometry(body);
        table->setGeometry(body);
    }

    void show() const
    {
        const LearningChartData &data = plot->data();
        if (plot->measure() == CurveMeasure::TrainingLoss)
            header->setTexts(data.lossHeadline, {});
        else
            header->setTexts(data.headline, data.subline);
        arrange();
        model->setData(plot->shown(), plot->measure());
        describe();
    }

    void describe() const
    {
        const LearningChartData &data = plot->data();
        if (plot->measure() == CurveMeasure::TrainingLoss)
            q->setAccessibleName(data.lossHeadline);
        else
            q->setAccessibleName(data.subline.isEmpty() ? data.headline
                                                        : LearningCurvesChart::tr("%1, %2").arg(data.headline, data.subline));
        q->setAccessibleDescription(plot->readingText());
    }

    LearningCurvesChart *q;
    ChartHeader *header;
    LearningPlot *plot;
    CurvesTableModel *model;
    ChartTable *table;
    widgets::Button *toggle;
    ChartMenu *menu;
};

LearningCurvesChart::LearningCurvesChart(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    announceAsChart();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    d->plot->setFocusPolicy(Qt::NoFocus); // keys go to the chart as a whole
    d->table->setTableName(QStringLiteral("curvesTable"), tr("Test accuracy of every method after every step, per cent"));
    d->table->hide();
    d->toggle->setObjectName(QStringLiteral("tableToggle"));
    d->header->insertWidget(-1, d->menu);
    d->header->insertWidget(-1, d->toggle);
    d->labelToggle();
    connect(d->toggle, &QAbstractButton::clicked, this, [this] { setTableShown(!isTableShown()); });
    connect(d->menu, &ChartMenu::noticed, this, &LearningCurvesChart::noticed);
    connect(d->plot, &PlotView::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(d->plot, &LearningPlot::cursorMoved, this, [this] { d->describe(); });
}

LearningCurvesChart::~LearningCurvesChart() = default;

void LearningCurvesChart::setData(const LearningChartData &data)
{
    d->plot->setData(data);
    d->show();
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
    d->show();
}

CurveMeasure LearningCurvesChart::measure() const { return d->plot->measure(); }

const LearningChartData &LearningCurvesChart::data() const { return d->plot->data(); }

void LearningCurvesChart::setHighlightedArm(std::optional<int> arm) { d->plot->setHighlighted(arm); }

void LearningCurvesChart::setHiddenArms(const std::vector<int> &arms)
{
    d->plot->setHidden(arms);
    d->describe();
}

void LearningCurvesChart::setTableShown(bool shown)
{
    if (shown == isTableShown())
        return;
    const bool hadFocus = hasFocus();
    d->table->setVisible(shown);
    d->plot->setVisible(!shown);
    d->plot->setCursor(std::nullopt);
    setFocusPolicy(shown ? Qt::NoFocus : Qt::StrongFocus); // the table takes the keys itself
    if (hadFocus && shown)
        d->table->setFocus();
    d->labelToggle();
}

bool LearningCurvesChart::isTableShown() const { return !d->table->isHidden(); }

QAbstractItemModel *LearningCurvesChart::tableModel() const { return d->model; }

std::vector<QWidget *> LearningCurvesChart::tools() const { return {d->menu, d->toggle}; }

void LearningCurvesChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrange();
}

void LearningCurvesChart::keyPressEvent(QKeyEvent *event)
{
    if (isTableShown())
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Escape && d->plot->cursor())
        d->plot->setCursor(std::nullopt);
    else if (!d->plot->moveCursor(event->key()))
        QWidget::keyPressEvent(event);
}

void LearningCurvesChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    d->plot->setCursor(std::nullopt);
}

void LearningCurvesChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::LanguageChange) {
        d->labelToggle();
        d->arrange();
        d->plot->restyle();
    }
}

} // namespace shotlab::charts
