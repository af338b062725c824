// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <vector>

#include <QChartView>
#include <QPen>

#include "charts/ChartLayout.h"

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace shotlab::charts
{

class PaintedLayer;

/// One line with the band around it, in axis units (y in per cent).
struct Curve {
    QList<QPointF> points;
    QPen pen; ///< Qt::NoPen: only a band
    QList<QPointF> low, high; ///< edges of the band, over the same x; empty: no band
    QColor band;
};

/// What all charts share: curves and bands drawn by Qt Charts, everything else (grid, ticks, markers, labels, hover card)
/// painted on layers below and above them. The axes, legend and hover signals of Qt Charts 6.4 stay unused: they cut tick values,
/// know no compressed scale with 0, let labels overlap, and react only within a pixel of a line.
class PlotView : public QChartView
{
    Q_OBJECT

public:
    enum Layer { Below, Above, Hover, LayerCount };

    explicit PlotView(QWidget *parent = nullptr);
    ~PlotView() override;

    void restyle() { relayout(); } ///< colours, fonts or language changed

    /// The cursor stands where values are read.
    [[nodiscard]] virtual bool hasCursor() const = 0;
    virtual void clearCursor() = 0;
    virtual bool moveCursor(int key) = 0; ///< arrow keys, Home, End; false for any other key

    void repaintLayer(Layer layer); ///< its content changed
    void setScale(const PlotScale &scale);
    void setCurves(const std::vector<Curve> &curves); ///< in drawing order; all bands lie below all lines

Q_SIGNALS:
    void resized();
    void pointerMoved(const QPointF &position);
    void pointerLeft();
    void pressed(const QPointF &position);
    void cursorMoved();

protected:
    virtual void relayout() = 0; ///< size, look or content changed
    virtual void onPointer(const QPointF &position) = 0;
    virtual void paintBelow(QPainter &painter) const = 0;
    virtual void paintAbove(QPainter &painter) const = 0;
    virtual void paintHover(QPainter &painter) const = 0;

    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void rebuildSeries(const std::vector<Curve> &curves);

    std::array<PaintedLayer *, LayerCount> m_layers {};
    QValueAxis *m_xAxis = nullptr;
    QValueAxis *m_yAxis = nullptr;
    std::vector<QLineSeries *> m_lines; ///< one per curve
    std::vector<QAreaSeries *> m_bands; ///< one per curve, nothing where it has no band
};

} // namespace shotlab::charts
