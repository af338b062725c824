// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Toast.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kShownFor = 10000; // ms
constexpr int kDistance = 20; // from the host's lower edge
constexpr int kWidest = 560;

} // namespace

Toast::Toast(QWidget *host) : QFrame(host), m_timer(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 10, 12, 10);
    row->setSpacing(16);
    m_message = new ElidedLabel({}, this);
    m_message->setTone(Tone::OnBar);
    m_action = new Button(Button::Look::Link, {}, this);
    m_action->setOnBar(true);
    row->addWidget(m_message, 1);
    row->addWidget(m_action);
    m_timer->setSingleShot(true);
    m_timer->setInterval(kShownFor);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    host->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &message, const QString &action)
{
    m_message->setText(message);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(message);
    place();
    show();
    raise();
    m_timer->start();
}

void Toast::place()
{
    const QWidget *host = parentWidget();
    adjustSize();
    const int width = std::min({sizeHint().width(), kWidest, host->width() - 2 * kDistance});
    setGeometry((host->width() - width) / 2, host->height() - height() - kDistance, width, height());
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(currentScheme() == Scheme::Dark ? QPen(currentTokens().controlLine) : QPen(Qt::NoPen));
    painter.setBrush(currentTokens().bar);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return false;
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer->start();
    QFrame::leaveEvent(event);
}

} // namespace shotlab::widgets
