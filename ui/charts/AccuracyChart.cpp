// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/AccuracyChart.h"

#include <algorithm>

#include <QImage>
#include <QKeyEvent>

#include "charts/AccuracyPlot.h"
#include "charts/AccuracyTableModel.h"
#include "charts/ChartAccessibility.h"
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

constexpr int kHeaderGap = 8;
constexpr QSize kExportSize {960, 600};

} // namespace

class AccuracyChart::Private
{
public:
    explicit Private(AccuracyChart *chart)
        : q(chart), header(new ChartHeader(ChartHeader::Style::Finding, chart)), plot(new AccuracyPlot(chart)),
          model(new AccuracyTableModel(chart)), table(new ChartTable(model, chart)),
          toggle(new widgets::Button(widgets::Button::Look::Quiet, Symbol::Table, {}, chart))
    {
    }

    void arrange() const
    {
        header->setRoom(q->height());
        const int top = header->heightFor(q->width());
        header->setGeometry(0, 0, q->width(), top);
        const QRect body(0, top + kHeaderGap, q->width(), std::max(0, q->height() - top - kHeaderGap));
        plot->setGeometry(body);
        table->setGeometry(body);
    }

    void labelToggle() const
    {
        const bool shown = q->isTableShown();
        toggle->setSymbol(shown ? Symbol::Chart : Symbol::Table);
        toggle->setHint(shown ? AccuracyChart::tr("Show as a chart") : AccuracyChart::tr("Show as a table"));
    }

    /// What a screen reader says: the finding, and the values at the cursor, at the selected k, or with the most examples.
    void describe() const
    {
        const AccuracyChartData &data = plot->data();
        const std::vector<Shots> shots = shotsOf(data);
        std::optional<Shots> at = plot->cursor() ? plot->cursor() : plot->selected();
        if (!at && !shots.empty())
            at = shots.back();
        const bool any
            = std::any_of(data.series.begin(), data.series.end(), [](const auto &series) { return !series.points.empty(); });
        q->setAccessibleName(data.headline.isEmpty() ? AccuracyChart::tr("Accuracy by number of examples") : data.headline);
        q->setAccessibleDescription(any && at ? readingText(data, *at, plot->hidden()) : data.emptyText);
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
};

AccuracyChart::AccuracyChart(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    announceAsChart();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    d->plot->setFocusPolicy(Qt::NoFocus); // keys go to the chart as a whole
    d->table->setTableName(QStringLiteral("accuracyTable"),
                           tr("Accuracy of every method at every number of examples, per cent"));
    d->table->hide();
    d->toggle->setObjectName(QStringLiteral("tableToggle"));
    auto *menu = new ChartMenu({[this] { return d->copy(kExportSize); }, [this] { return tableText(*d->model); },
                                [this] { return csvText(data()); }, tr("accuracy")},
                               this);
    connect(menu, &ChartMenu::noticed, this, &AccuracyChart::noticed);
    d->header->insertWidget(-1, menu);
    d->header->insertWidget(-1, d->toggle);
    d->labelToggle();
    d->describe();
    connect(d->toggle, &QAbstractButton::clicked, this, [this] { setTableShown(!isTableShown()); });
    connect(d->plot, &PlotView::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(d->plot, &AccuracyPlot::shotsChosen, this, [this](Shots shots) { d->choose(shots); });
    connect(d->plot, &AccuracyPlot::armChosen, this, &AccuracyChart::armClicked);
    connect(d->plot, &AccuracyPlot::cursorMoved, this, [this] { d->describe(); });
}

AccuracyChart::~AccuracyChart() = default;

void AccuracyChart::setData(const AccuracyChartData &data)
{
    d->header->setTexts(data.headline, data.subline);
    d->arrange(); // the headline may need another line
    d->plot->setData(data);
    d->model->setData(d->plot->data());
    d->describe();
}

const AccuracyChartData &AccuracyChart::data() const { return d->plot->data(); }

void AccuracyChart::setSelectedShots(std::optional<Shots> shots)
{
    d->plot->setSelected(shots);
    d->describe();
}

std::optional<Shots> AccuracyChart::selectedShots() const { return d->plot->selected(); }

void AccuracyChart::setHighlightedArm(std::optional<int> arm) { d->plot->setHighlighted(arm); }

void AccuracyChart::setHiddenArms(const std::vector<int> &arms)
{
    d->plot->setHidden(arms);
    d->describe();
}

void AccuracyChart::setTableShown(bool shown)
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

bool AccuracyChart::isTableShown() const { return !d->table->isHidden(); }

QAbstractItemModel *AccuracyChart::tableModel() const { return d->model; }

void AccuracyChart::addHeaderWidget(QWidget *widget)
{
    d->header->insertWidget(d->header->widgetCount() - 1, widget);
    d->arrange();
}

QImage AccuracyChart::toImage(double scale) const
{
    return chartImage(*d->copy(size()), scale);
}

void AccuracyChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrange();
}

void AccuracyChart::keyPressEvent(QKeyEvent *event)
{
    const std::optional<Shots> cursor = d->plot->cursor();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (isTableShown())
        QWidget::keyPressEvent(event);
    else if (enter && cursor)
        d->choose(*cursor);
    else if (event->key() == Qt::Key_Escape && cursor)
        d->plot->setCursor(std::nullopt);
    else if (!d->plot->moveCursor(event->key()))
        QWidget::keyPressEvent(event);
}

void AccuracyChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    d->plot->setCursor(std::nullopt);
}

void AccuracyChart::changeEvent(QEvent *event)
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
