// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CostChart.h"

#include <algorithm>

#include <QKeyEvent>

#include "charts/ChartAccessibility.h"
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

constexpr int kHeaderGap = 8;
constexpr QSize kExportSize {960, 600};

} // namespace

class CostChart::Private
{
public:
    explicit Private(CostChart *chart)
        : q(chart), header(new ChartHeader(ChartHeader::Style::Finding, chart)), plot(new CostPlot(chart)),
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

    void labelToggle() const
    {
        const bool shown = q->isTableShown();
        toggle->setSymbol(shown ? Symbol::Chart : Symbol::Table);
        toggle->setHint(shown ? CostChart::tr("Show as a chart") : CostChart::tr("Show as a table"));
    }

    void arrange() const
    {
        header->setTexts(CostChart::tr("What does accuracy cost?"),
                         plot->cost() == Cost::Seconds ? CostChart::tr("Test accuracy against the time of one run; a line leads "
                                                                       "from few examples to many")
                                                       : CostChart::tr("Test accuracy against the weights that change"));
        header->setRoom(q->height());
        const int top = header->heightFor(q->width());
        header->setGeometry(0, 0, q->width(), top);
        const QRect body(0, top + kHeaderGap, q->width(), std::max(0, q->height() - top - kHeaderGap));
        plot->setGeometry(body);
        table->setGeometry(body);
    }

    void describe() const
    {
        q->setAccessibleName(plot->cost() == Cost::Seconds ? CostChart::tr("Accuracy and time of one run")
                                                           : CostChart::tr("Accuracy and weights that change"));
        q->setAccessibleDescription(plot->readingText());
    }

    CostChart *q;
    ChartHeader *header;
    CostPlot *plot;
    CostTableModel *model;
    ChartTable *table;
    widgets::SegmentedControl *choice;
    widgets::Button *toggle;
    ChartMenu *menu;
};

CostChart::CostChart(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    announceAsChart();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    d->plot->setFocusPolicy(Qt::NoFocus); // keys go to the chart as a whole
    d->table->setTableName(QStringLiteral("costTable"), tr("Accuracy and cost of every method at every number of examples"));
    d->table->hide();
    d->choice->setObjectName(QStringLiteral("costChoice"));
    d->toggle->setObjectName(QStringLiteral("costTableToggle"));
    d->header->insertWidget(-1, d->choice);
    d->header->insertWidget(-1, d->menu);
    d->header->insertWidget(-1, d->toggle);
    d->labelToggle();
    d->describe();
    connect(d->choice, &widgets::SegmentedControl::currentChanged, this,
            [this](int index) { setCost(index == 0 ? Cost::Seconds : Cost::Weights); });
    connect(d->toggle, &QAbstractButton::clicked, this, [this] { setTableShown(!isTableShown()); });
    connect(d->menu, &ChartMenu::noticed, this, &CostChart::noticed);
    connect(d->plot, &PlotView::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(d->plot, &CostPlot::cursorMoved, this, [this] { d->describe(); });
}

CostChart::~CostChart() = default;

void CostChart::setData(const AccuracyChartData &data)
{
    d->plot->setData(data);
    d->model->setData(d->plot->data());
    d->describe();
}

const AccuracyChartData &CostChart::data() const { return d->plot->data(); }

void CostChart::setCost(Cost cost)
{
    d->choice->setCurrentIndex(cost == Cost::Seconds ? 0 : 1);
    d->plot->setCost(cost);
    d->arrange();
    d->describe();
}

Cost CostChart::cost() const { return d->plot->cost(); }

void CostChart::setHiddenArms(const std::vector<int> &arms)
{
    d->plot->setHidden(arms);
    d->describe();
}

void CostChart::setTableShown(bool shown)
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

bool CostChart::isTableShown() const { return !d->table->isHidden(); }

QAbstractItemModel *CostChart::tableModel() const { return d->model; }

void CostChart::addHeaderWidget(QWidget *widget)
{
    d->header->insertWidget(0, widget);
    d->arrange();
}

void CostChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrange();
}

void CostChart::keyPressEvent(QKeyEvent *event)
{
    if (isTableShown())
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Escape && d->plot->cursor())
        d->plot->setCursor(std::nullopt);
    else if (!d->plot->moveCursor(event->key()))
        QWidget::keyPressEvent(event);
}

void CostChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    d->plot->setCursor(std::nullopt);
}

void CostChart::changeEvent(QEvent *event)
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
