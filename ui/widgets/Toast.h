// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QTimer;

namespace shotlab::widgets
{

class Button;
class ElidedLabel;

/// The dark bar at the lower edge that tells what was done and offers to undo it; instead of asking beforehand.
class Toast : public QFrame
{
    Q_OBJECT

public:
    /// Lies over host (the window's content) and keeps to its lower edge.
    explicit Toast(QWidget *host);

    /// action empty: only the sentence. Shown for ten seconds; stays while the pointer is on it.
    void showMessage(const QString &message, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();

    ElidedLabel *m_message = nullptr;
    Button *m_action = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace shotlab::widgets
