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

/// A push button in one of the looks of the window. One Primary a page. A menu set on it adds a chevron.
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

    void setOnBar(bool onBar); ///< a link on the dark bar

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintFrame(QPainter &painter) const;

    Look m_look;
    bool m_onBar = false;
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
    bool m_silent = false;
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

} // namespace shotlab::widgets
