// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QWidget;

namespace shotlab::widgets
{

/// The 2 px ring, 2 px away, around whatever the keyboard has brought into focus. One for all widgets, so that none can forget
/// it. A dynamic property "ownFocus" set to true keeps it off widgets that show their focus themselves.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    /// Watches the application; owned by it. A second call returns the first one's.
    static FocusRing *install(QApplication &application);
    [[nodiscard]] QWidget *target() const; ///< what the ring surrounds, or nothing

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FocusRing(QApplication &application);
    void surround(QWidget *target);
    void place();

    QPointer<QWidget> m_target;
    QPointer<QWidget> m_ring; ///< lives beside the target, so it scrolls with it, and goes when that parent goes
};

} // namespace shotlab::widgets
