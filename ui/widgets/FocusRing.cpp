// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/FocusRing.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>

#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kDistance = 2;
constexpr int kWidth = 2;
constexpr double kRadius = 8;

class Ring : public QWidget
{
public:
    explicit Ring(QWidget *parent) : QWidget(parent)
    {
        setObjectName(QStringLiteral("focusRing"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(currentTokens().accent, kWidth));
        const double half = kWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), kRadius, kRadius);
    }
};

bool byKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing *FocusRing::install(QApplication &application)
{
    if (auto *existing = application.findChild<FocusRing *>(QString(), Qt::FindDirectChildrenOnly))
        return existing;
    return new FocusRing(application);
}

FocusRing::FocusRing(QApplication &application) : QObject(&application) { application.installEventFilter(this); }

QWidget *FocusRing::target() const { return m_target; }

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (auto *widget = qobject_cast<QWidget *>(watched); widget && widget == QApplication::focusWidget())
            surround(byKeyboard(static_cast<QFocusEvent *>(event)->reason()) ? widget : nullptr);
        break;
    case QEvent::FocusOut:
        if (watched == m_target)
            surround(nullptr);
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_target && watched == m_target)
            place();
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::surround(QWidget *target)
{
    const bool shows
        = target && target->parentWidget() && !target->property("ownFocus").toBool() && !qobject_cast<QLineEdit *>(target);
    m_target = shows ? target : nullptr;
    if (!m_target) {
        if (m_ring)
            m_ring->hide();
        return;
    }
    if (!m_ring || m_ring->parentWidget() != m_target->parentWidget()) {
        delete m_ring;
        m_ring = new Ring(m_target->parentWidget());
    }
    place();
}

void FocusRing::place()
{
    if (!m_ring)
        return;
    const int away = kDistance + kWidth;
    m_ring->setGeometry(m_target->geometry().adjusted(-away, -away, away, away));
    m_ring->setVisible(m_target->isVisible());
    m_ring->raise();
}

} // namespace shotlab::widgets
