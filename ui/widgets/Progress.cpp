// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Progress.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "text/Names.h"
#include "text/Numbers.h"
#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Labels.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kBarHeight = 8;
constexpr double kBarRadius = 4;
constexpr double kLeastVisible = 3; // px: a few weights among millions are still some

} // namespace

WeightsBar::WeightsBar(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void WeightsBar::setWeights(std::int64_t learning, std::int64_t total)
{
    m_learning = learning;
    m_total = total;
    setAccessibleName(text::weightsWillChange(learning, total));
    updateGeometry();
    update();
}

void WeightsBar::setTextVisible(bool visible)
{
    m_textVisible = visible;
    updateGeometry();
    update();
}

QSize WeightsBar::sizeHint() const
{
    const QFontMetrics metrics(widgets::font(TextSize::ChartTitle, QFont::DemiBold));
    const int text = m_textVisible ? metrics.height() + 8 : 0;
    return {m_textVisible ? metrics.horizontalAdvance(text::weightsWillChange(m_learning, m_total)) + 2 : 120, kBarHeight + text};
}

QSize WeightsBar::minimumSizeHint() const { return {120, sizeHint().height()}; }

void WeightsBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_textVisible) {
        const QString words = text::weightsWillChange(m_learning, m_total);
        for (const TextSize size : {TextSize::ChartTitle, TextSize::CardTitle, TextSize::Body, TextSize::Secondary}) {
            painter.setFont(widgets::font(size, QFont::DemiBold));
            if (painter.fontMetrics().horizontalAdvance(words) <= width())
                break;
        }
        painter.setPen(t.text);
        painter.drawText(rect().adjusted(0, 0, 0, -kBarHeight - 8), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, width()));
    }
    const QRectF bar(0, height() - kBarHeight, width(), kBarHeight);
    painter.setPen(Qt::NoPen);
    QColor frozen = t.frozen;
    frozen.setAlphaF(0.28F);
    painter.setBrush(frozen);
    painter.drawRoundedRect(bar, kBarRadius, kBarRadius);
    if (m_total <= 0 || m_learning <= 0)
        return;
    const double share = std::min(1.0, static_cast<double>(m_learning) / static_cast<double>(m_total));
    const double width = std::max(kLeastVisible, share * bar.width());
    painter.setClipRect(QRectF(bar.right() - width, bar.top(), width, bar.height()));
    painter.setBrush(t.learning);
    painter.drawRoundedRect(bar, kBarRadius, kBarRadius);
}

ProgressBar::ProgressBar(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ProgressBar::setValue(double value)
{
    m_value = std::clamp(value, 0.0, 1.0);
    setAccessibleName(tr("%1 done").arg(text::percentText(m_value, 0)));
    update();
}

QSize ProgressBar::sizeHint() const { return {160, kBarHeight}; }

void ProgressBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF bar = rect();
    painter.setBrush(currentTokens().track);
    painter.drawRoundedRect(bar, kBarRadius, kBarRadius);
    painter.setClipRect(QRectF(0, 0, m_value * bar.width(), bar.height()));
    painter.setBrush(currentTokens().accent);
    painter.drawRoundedRect(bar, kBarRadius, kBarRadius);
}

ProgressStrip::ProgressStrip(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    auto *words = new QHBoxLayout;
    m_task = new ElidedLabel({}, this);
    m_task->setTextFont(widgets::font(TextSize::Secondary, QFont::Medium));
    m_counts = label({}, TextSize::Secondary, Tone::Secondary);
    words->addWidget(m_task, 1);
    words->addWidget(m_counts);
    m_bar = new ProgressBar(this);
    column->addLayout(words);
    column->addWidget(m_bar);
    row->addLayout(column, 1);
    m_pause = new Button(Button::Look::Small, Symbol::Pause, tr("Pause"), this);
    m_stop = new Button(Button::Look::Small, Symbol::Stop, tr("Stop here"), this);
    m_stop->setToolTip(tr("What is already there stays valid. You can go on any time."));
    row->addWidget(m_pause);
    row->addWidget(m_stop);
    connect(m_pause, &QAbstractButton::clicked, this, [this] { m_paused ? Q_EMIT resumeRequested() : Q_EMIT pauseRequested(); });
    connect(m_stop, &QAbstractButton::clicked, this, &ProgressStrip::stopRequested);
    refresh();
}

void ProgressStrip::setTask(const QString &task)
{
    m_task->setText(task);
    refresh();
}

void ProgressStrip::setProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    refresh();
}

void ProgressStrip::setSecondsLeft(std::optional<double> seconds)
{
    m_secondsLeft = seconds;
    refresh();
}

void ProgressStrip::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    m_pause->setSymbol(paused ? Symbol::Run : Symbol::Pause);
    refresh();
}

void ProgressStrip::setStoppable(bool stoppable)
{
    m_pause->setVisible(stoppable);
    m_stop->setVisible(stoppable);
}

void ProgressStrip::refresh()
{
    QString counts = tr("%1 of %2").arg(text::numberText(m_done), text::runsText(m_total));
    if (m_paused)
        counts += QStringLiteral(" · ") + tr("paused");
    else if (m_secondsLeft && m_done < m_total)
        counts += QStringLiteral(" · ") + text::timeLeftText(*m_secondsLeft);
    m_counts->setText(m_total > 0 ? counts : QString());
    m_bar->setValue(m_total > 0 ? static_cast<double>(m_done) / m_total : 0);
    setAccessibleName(m_task->text());
    setAccessibleDescription(m_counts->text());
}

} // namespace shotlab::widgets
