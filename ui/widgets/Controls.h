// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractButton>
#include <QPushButton>

#include "widgets/Icons.h"

class QButtonGroup;

namespace shotlab::widgets
{

/// A push button in one of the looks of the window. One Primary a page.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Look { Primary, Plain, Small, SmallPrimary, Link, Quiet }; ///< Quiet: icon only, no border

    explicit Button(Look look, const QString &text = {}, QWidget *parent = nullptr);
    Button(Look look, Symbol symbol, const QString &text, QWidget *parent = nullptr);
    void setSymbol(Symbol symbol);
    /// Quiet buttons have no text of their own: sets tool tip and accessible name.
    void setHint(const QString &hint);

private:
    Look m_look;
};

/// A few alternatives side by side, one chosen; arrow keys move the choice.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList &titles, QWidget *parent = nullptr);
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    [[nodiscard]] QAbstractButton *segment(int index) const;

Q_SIGNALS:
    void currentChanged(int index); ///< by the user only

private:
    QButtonGroup *m_group = nullptr;
};

/// A small pill that can be on or off: the values of k. Removable chips would need a second target and are not offered.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// On or off, with the knob that shows it.
class Switch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Switch(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Draws the 2 px focus ring 2 px away from the rectangle; for own-painted widgets that keep 4 px of margin.
void drawFocusRing(QPainter &painter, const QRectF &rect, double radius);

} // namespace shotlab::widgets
