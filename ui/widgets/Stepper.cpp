// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Stepper.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

#include "widgets/Icons.h"
#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kDisc = 24;
constexpr int kGap = 10;
constexpr int kLink = 24;
constexpr int kShortLink = 8;
constexpr int kLinkMargin = 12;
constexpr int kShortLinkMargin = 6;

} // namespace

class Stepper::Step : public QAbstractButton
{
public:
    Step(int number, const QString &title, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setText(title);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        name();
    }

    void setTitle(const QString &title)
    {
        setText(title);
        name();
        updateGeometry();
    }
    void setShort(bool isShort)
    {
        m_short = isShort;
        name();
        updateGeometry();
    }
    [[nodiscard]] StepState state() const { return m_state; }
    void setState(StepState state)
    {
        m_state = state;
        name();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        if (m_short)
            return {kDisc, 32};
        const QFontMetrics metrics(widgets::font(TextSize::Body, QFont::DemiBold));
        return {kDisc + kGap + metrics.horizontalAdvance(text()) + 2, 32};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = currentTokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF disc(0.75, (height() - kDisc) / 2.0 + 0.75, kDisc - 1.5, kDisc - 1.5);
        const bool current = m_state == StepState::Current;
        const bool done = m_state == StepState::Done;
        painter.setPen(current || done ? QPen(Qt::NoPen) : QPen(t.controlLine, 1.5));
        painter.setBrush(current ? t.accent : (done ? t.tint : QColor(Qt::transparent)));
        painter.drawEllipse(disc);
        painter.setFont(widgets::font(TextSize::Secondary, QFont::DemiBold));
        painter.setPen(current ? t.onAccent : t.secondary);
        if (done)
            painter.drawPixmap(QPointF(disc.center().x() - 7.5, disc.center().y() - 7.5),
                               symbolPixmap(Symbol::Check, Ink::Accent, 15, devicePixelRatioF()));
        else
            painter.drawText(disc, Qt::AlignCenter, QString::number(m_number));
        if (m_short)
            return;
        painter.setFont(widgets::font(TextSize::Body, current ? QFont::DemiBold : QFont::Medium));
        painter.setPen(!isEnabled() ? t.faint : (current || underMouse() ? t.text : t.secondary));
        painter.drawText(rect().adjusted(kDisc + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    }

private:
    void name()
    {
        QString state = Stepper::tr("still to come");
        if (m_state != StepState::Upcoming)
            state = m_state == StepState::Current ? Stepper::tr("current step") : Stepper::tr("done");
        setAccessibleName(Stepper::tr("Step %1, %2, %3", "number, title, state").arg(m_number).arg(text(), state));
        setToolTip(m_short ? text() : QString());
    }

    int m_number;
    bool m_short = false;
    StepState m_state = StepState::Upcoming;
};

Stepper::Stepper(const QStringList &titles, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(kLink + 2 * kLinkMargin);
    for (int index = 0; index < titles.size(); ++index) {
        auto *step = new Step(index + 1, titles.at(index), this);
        connect(step, &QAbstractButton::clicked, this, [this, index] { Q_EMIT stepChosen(index); });
        row->addWidget(step);
        m_steps.push_back(step);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps"));
    setCurrent(0);
}

void Stepper::setTitles(const QStringList &titles)
{
    for (int index = 0; index < count(); ++index)
        m_steps[static_cast<std::size_t>(index)]->setTitle(titles.at(index));
    setAccessibleName(tr("Steps"));
    layout()->activate();
}

void Stepper::setShort(bool isShort)
{
    if (m_short == isShort)
        return;
    m_short = isShort;
    for (Step *step : m_steps)
        step->setShort(isShort);
    layout()->setSpacing(link() + 2 * (m_short ? kShortLinkMargin : kLinkMargin));
    layout()->activate();
}

int Stepper::link() const { return m_short ? kShortLink : kLink; }

void Stepper::setState(int step, StepState state)
{
    m_steps.at(static_cast<std::size_t>(step))->setState(state);
    update();
}

StepState Stepper::state(int step) const { return m_steps.at(static_cast<std::size_t>(step))->state(); }

void Stepper::setReachable(int step, bool reachable) { m_steps.at(static_cast<std::size_t>(step))->setEnabled(reachable); }

void Stepper::setCurrent(int step)
{
    for (int index = 0; index < count(); ++index)
        setState(index, index < step ? StepState::Done : (index == step ? StepState::Current : StepState::Upcoming));
}

QAbstractButton *Stepper::button(int step) const { return m_steps.at(static_cast<std::size_t>(step)); }

void Stepper::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    for (std::size_t index = 0; index + 1 < m_steps.size(); ++index) {
        const int left = m_steps[index]->geometry().right() + 1 + (m_short ? kShortLinkMargin : kLinkMargin);
        const int y = m_steps[index]->geometry().center().y();
        painter.fillRect(QRect(left, y, link(), 2), m_steps[index]->state() == StepState::Done ? t.accent : t.controlLine);
    }
}

} // namespace shotlab::widgets
