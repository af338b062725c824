// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/LearningCurvesChart.h"

#include <algorithm>

#include <QKeyEvent>

#include "charts/ChartAccessibility.h"
#include "charts/ChartHeader.h"
#include "charts/LearningPlot.h"

namespace shotlab::charts
{

namespace
{

constexpr int kHeaderGap = 8;

} // namespace

class LearningCurvesChart::Private
{
public:
    explicit Private(LearningCurvesChart *chart)
        : q(chart), header(new ChartHeader(ChartHeader::Style::Title, chart)), plot(new LearningPlot(chart))
    {
    }

    void arrange() const
    {
        const int top = header->heightFor(q->width());
        header->setGeometry(0, 0, q->width(), top);
        plot->setGeometry(0, top + kHeaderGap, q->width(), std::max(0, q->height() - top - kHeaderGap));
    }

    void describe() const
    {
        const LearningChartData &data = plot->data();
        q->setAccessibleName(data.subline.isEmpty() ? data.headline
                                                    : LearningCurvesChart::tr("%1, %2").arg(data.headline, data.subline));
        q->setAccessibleDescription(plot->readingText());
    }

    LearningCurvesChart *q;
    ChartHeader *header;
    LearningPlot *plot;
};

LearningCurvesChart::LearningCurvesChart(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    announceAsChart();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    d->plot->setFocusPolicy(Qt::NoFocus); // keys go to the chart as a whole
    connect(d->plot, &PlotView::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(d->plot, &LearningPlot::cursorMoved, this, [this] { d->describe(); });
}

LearningCurvesChart::~LearningCurvesChart() = default;

void LearningCurvesChart::setData(const LearningChartData &data)
{
    d->header->setTexts(data.headline, data.subline);
    d->arrange();
    d->plot->setData(data);
    d->describe();
}

const LearningChartData &LearningCurvesChart::data() const { return d->plot->data(); }

void LearningCurvesChart::setHighlightedArm(std::optional<int> arm) { d->plot->setHighlighted(arm); }

void LearningCurvesChart::setHiddenArms(const std::vector<int> &arms)
{
    d->plot->setHidden(arms);
    d->describe();
}

void LearningCurvesChart::addHeaderWidget(QWidget *widget)
{
    d->header->insertWidget(-1, widget);
    d->arrange();
}

void LearningCurvesChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrange();
}

void LearningCurvesChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && d->plot->cursor())
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
        d->arrange();
        d->plot->restyle();
    }
}

} // namespace shotlab::charts
