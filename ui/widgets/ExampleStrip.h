// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QPixmap>
#include <QWidget>

class QMimeData;

namespace shotlab::widgets
{

/// Examples dragged within the window travel under this type.
constexpr const char *kExamplesMime = "application/x-shotlab-examples";
[[nodiscard]] QMimeData *examplesMime(const std::vector<qint64> &ids);
[[nodiscard]] std::vector<qint64> examplesOf(const QMimeData *mime); ///< empty when it holds none

/// A few examples of a class and "+37" for the rest: what strips of pictures and of sentences have in common. Those with an id
/// can be dragged away.
class ExampleStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ExampleStrip(QWidget *parent = nullptr);

    void setMaximumShown(int examples);
    void setDimmed(bool dimmed); ///< while something hovers above to be dropped
    [[nodiscard]] virtual int shown() const = 0; ///< that fit at the present size

Q_SIGNALS:
    void activated(qint64 id); ///< clicked; 0 for the "+n"

protected:
    [[nodiscard]] int maximum() const { return m_maximum; }
    [[nodiscard]] int total() const { return m_total; } ///< all examples; "+n" is total minus those shown
    void keepTotal(int total);
    [[nodiscard]] QString restText() const; ///< "+37"; empty when all are shown
    void dim(QPainter &painter) const; ///< where the strip is dimmed
    [[nodiscard]] virtual int at(const QPoint &position) const = 0; ///< index, shown() for "+n", -1
    [[nodiscard]] virtual qint64 idAt(int index) const = 0; ///< 0 where it is no stored example
    [[nodiscard]] virtual QPixmap dragPicture(int index) const; ///< null: none

    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int m_total = 0;
    int m_maximum = 0;
    int m_pressed = -1;
    QPoint m_pressPosition;
    bool m_dimmed = false;
};

} // namespace shotlab::widgets
