// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QByteArray>
#include <QImage>
#include <QPolygonF>
#include <QWidget>

namespace shotlab::widgets
{

/// A square to draw on with mouse, pen or keys: arrow keys move the pen, Space lowers and lifts it, Backspace takes the last
/// stroke away.
class DrawPad : public QWidget
{
    Q_OBJECT

public:
    explicit DrawPad(QWidget *parent = nullptr);

    [[nodiscard]] bool isEmpty() const { return m_strokes.empty(); }
    void undoStroke();
    void clear();
    /// What was drawn, as a picture: light on black or dark on white. Null when nothing was.
    [[nodiscard]] QImage picture(bool lightOnBlack) const;
    [[nodiscard]] QRectF square() const; ///< the part of the widget that is drawn on

    [[nodiscard]] QSize sizeHint() const override { return {400, 400}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 140}; }

Q_SIGNALS:
    void changed(); ///< with every move of the pen

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void begin(const QPointF &at);
    void extend(const QPointF &at);
    void paintStrokes(QPainter &painter, double side, const QColor &colour) const;
    [[nodiscard]] QPointF toSquare(const QPointF &position) const;

    std::vector<QPolygonF> m_strokes; ///< in a square of side 1
    QPointF m_pen {0.5, 0.5}; ///< where the keys hold it
    bool m_drawing = false; ///< by mouse
    bool m_lowered = false; ///< by keys
    bool m_keys = false; ///< the pen is shown
};

} // namespace shotlab::widgets
