// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSlider>
#include <QStringList>

namespace shotlab::widgets
{

/// A horizontal slider over a list of named stops, with their names below. Press anywhere on it to bring the handle there; keys
/// and wheel as on every slider. value() is the index of the stop.
class StopSlider : public QSlider
{
    Q_OBJECT

public:
    explicit StopSlider(QWidget *parent = nullptr);
    void setStops(const QStringList &names); ///< keeps the value where it can
    [[nodiscard]] QPointF stopCentre(int index) const; ///< of the handle when it stands there

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void follow(const QPointF &position);

    QStringList m_names;
};

} // namespace shotlab::widgets
