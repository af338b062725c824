// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/PlotView.h"

#include <algorithm>

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsItem>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPaintEngine>
#include <QPainter>
#include <QValueAxis>

namespace shotlab::charts
{

namespace
{

// Qt Charts clips series to the plot area. A margin keeps lines at 0 % and 100 % and at both ends their full width.
constexpr double kClipMargin = 6;
// Below and above the levels of Qt Charts' own items (background -1, series about 4, top 10).
constexpr std::array<double, PlotView::LayerCount> kLevels {0.5, 100, 101};

void replaceIfChanged(QLineSeries *series, const QList<QPointF> &points)
{
    if (series->points() != points)
        series->replace(points);
}

} // namespace

/// Paints through a picture of itself, so that neither a moving cursor nor a growing curve makes it draw its texts again.
class PaintedLayer : public QGraphicsItem
{
public:
    PaintedLayer(QGraphicsItem *parent, double level) : QGraphicsItem(parent)
    {
        setZValue(level);
        setAcceptedMouseButtons(Qt::NoButton);
    }

    void setPainter(const std::function<void(QPainter &)> &painter) { m_painter = painter; }
    void setSize(const QSizeF &size)
    {
        prepareGeometryChange();
        m_size = size;
        refresh();
    }
    void refresh()
    {
        m_stale = true;
        update();
    }

    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        if (!m_painter || m_size.isEmpty())
            return;
        // On paper, lines and letters instead of pixels.
        const QPaintEngine::Type engine = painter->paintEngine()->type();
        if (engine == QPaintEngine::Pdf || engine == QPaintEngine::SVG) {
            painter->save();
            m_painter(*painter);
            painter->restore();
            return;
        }
        const double ratio = painter->device()->devicePixelRatioF();
        const QSize pixels = (m_size * ratio).toSize();
        if (m_stale || m_picture.size() != pixels) {
            m_picture = QPixmap(pixels);
            m_picture.setDevicePixelRatio(ratio);
            m_picture.fill(Qt::transparent);
            QPainter own(&m_picture);
            own.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
            m_painter(own);
            m_stale = false;
        }
        painter->drawPixmap(QPointF(0, 0), m_picture);
    }

private:
    std::function<void(QPainter &)> m_painter;
    QSizeF m_size;
    QPixmap m_picture;
    bool m_stale = true;
};

PlotView::PlotView(QWidget *parent) : QChartView(parent), m_xAxis(new QValueAxis), m_yAxis(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::NoContextMenu);

    QChart *plot = chart();
    plot->legend()->hide();
    plot->setBackgroundVisible(false);
    plot->setMargins({});
    plot->layout()->setContentsMargins(0, 0, 0, 0);
    plot->setMinimumSize(1, 1);
    for (QValueAxis *axis : {m_xAxis, m_yAxis})
        axis->setVisible(false);
    plot->addAxis(m_xAxis, Qt::AlignBottom);
    plot->addAxis(m_yAxis, Qt::AlignLeft);
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        m_layers[i] = new PaintedLayer(plot, kLevels[i]);
    m_layers[Below]->setPainter([this](QPainter &painter) { paintBelow(painter); });
    m_layers[Above]->setPainter([this](QPainter &painter) { paintAbove(painter); });
    m_layers[Hover]->setPainter([this](QPainter &painter) { paintHover(painter); });
    connect(this, &PlotView::resized, this, [this] { relayout(); });
    connect(this, &PlotView::pointerMoved, this, [this](const QPointF &position) { onPointer(position); });
}

PlotView::~PlotView() = default;

void PlotView::repaintLayer(Layer layer) { m_layers[layer]->refresh(); }

void PlotView::setScale(const PlotScale &scale)
{
    if (scale.rect.isEmpty())
        return;
    const PlotScale outer = scale.grown(kClipMargin);
    m_xAxis->setRange(outer.left, outer.right);
    m_yAxis->setRange(outer.bottom, outer.top);
    if (chart()->plotArea() != outer.rect) {
        chart()->setPlotArea(outer.rect);
        // Without this, Qt Charts 6.4 moves the series alone and leaves the axes' scale where it was.
        chart()->layout()->invalidate();
        chart()->layout()->activate();
    }
}

void PlotView::setCurves(const std::vector<Curve> &curves)
{
    bool sameShape = curves.size() == m_lines.size();
    for (std::size_t i = 0; sameShape && i < curves.size(); ++i)
        sameShape = curves[i].low.isEmpty() == (m_bands[i] == nullptr);
    if (!sameShape)
        rebuildSeries(curves);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const Curve &curve = curves[i];
        if (QAreaSeries *band = m_bands[i]) {
            replaceIfChanged(band->lowerSeries(), curve.low);
            replaceIfChanged(band->upperSeries(), curve.high);
            if (band->color() != curve.band)
                band->setColor(curve.band);
        }
        replaceIfChanged(m_lines[i], curve.points);
        if (m_lines[i]->pen() != curve.pen)
            m_lines[i]->setPen(curve.pen);
    }
}

void PlotView::rebuildSeries(const std::vector<Curve> &curves)
{
    chart()->removeAllSeries();
    m_lines.clear();
    m_bands.assign(curves.size(), nullptr);
    const auto attach = [this](QAbstractSeries *series) {
        chart()->addSeries(series);
        series->attachAxis(m_xAxis);
        series->attachAxis(m_yAxis);
    };
    for (std::size_t i = 0; i < curves.size(); ++i) {
        if (curves[i].low.isEmpty())
            continue;
        auto *low = new QLineSeries;
        auto *high = new QLineSeries;
        auto *band = new QAreaSeries(high, low);
        low->setParent(band); // an area does not keep its edges alive
        high->setParent(band);
        attach(band);
        band->setPen(Qt::NoPen); // after adding: the chart's theme sets its own
        m_bands[i] = band;
    }
    for (std::size_t i = 0; i < curves.size(); ++i) {
        auto *line = new QLineSeries;
        attach(line);
        m_lines.push_back(line);
    }
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    for (PaintedLayer *layer : m_layers)
        layer->setSize(size());
    Q_EMIT resized();
}

void PlotView::mouseMoveEvent(QMouseEvent *event) { Q_EMIT pointerMoved(event->position()); }

void PlotView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT pressed(event->position());
    else
        event->ignore();
}

// Neither a second click nor a released button means anything here; Qt Charts would zoom.
void PlotView::mouseReleaseEvent(QMouseEvent *event) { event->setAccepted(event->button() == Qt::LeftButton); }
void PlotView::mouseDoubleClickEvent(QMouseEvent *event) { event->setAccepted(event->button() == Qt::LeftButton); }

void PlotView::wheelEvent(QWheelEvent *event) { event->ignore(); } // the page scrolls, not the chart

bool PlotView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT pointerLeft();
    return QChartView::viewportEvent(event);
}

} // namespace shotlab::charts
