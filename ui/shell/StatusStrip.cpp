// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/StatusStrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "models/ChartFeed.h"
#include "models/LabCommands.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Labels.h"

namespace shotlab::shell
{

using widgets::Button;
using widgets::Ink;
using widgets::Symbol;
using widgets::TextSize;
using widgets::Tone;

namespace
{
constexpr int kHeight = 37;
}

StatusStrip::StatusStrip(models::Workspace &workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("statusStrip"));
    setFixedHeight(kHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 1, 14, 0);
    row->setSpacing(8);
    m_icon = new widgets::SymbolLabel(Symbol::CheckCircle, Ink::Ok, 16);
    row->addWidget(m_icon);
    auto *left = new widgets::ElidedLabel;
    left->setTextFont(widgets::font(TextSize::Secondary));
    left->setTone(Tone::Secondary);
    m_left = left;
    m_left->setObjectName(QStringLiteral("savedState"));
    row->addWidget(m_left, 1);
    m_right = widgets::label({}, TextSize::Secondary, Tone::Secondary);
    m_right->setObjectName(QStringLiteral("currentWork"));
    row->addWidget(m_right);
    m_pause = new Button(Button::Look::Quiet);
    m_pause->setObjectName(QStringLiteral("pause"));
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        if (m_workspace.isPaused())
            m_workspace.commands().resume();
        else
            m_workspace.commands().pause();
    });
    row->addWidget(m_pause);
    m_machineIcon = new widgets::SymbolLabel(Symbol::Processor, Ink::Secondary, 16);
    row->addWidget(m_machineIcon);
    m_machine = widgets::label({}, TextSize::Secondary, Tone::Secondary);
    m_machine->setObjectName(QStringLiteral("machine"));
    row->addWidget(m_machine);
    connect(&workspace, &models::Workspace::labChanged, this, &StatusStrip::refresh);
    connect(&workspace, &models::Workspace::comparisonChanged, this, &StatusStrip::refresh);
    connect(&workspace, &models::Workspace::progressChanged, this, &StatusStrip::refresh);
    refresh();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const widgets::Tokens &tokens = widgets::currentTokens();
    painter.fillRect(rect(), tokens.card);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
}

void StatusStrip::setStartPage(bool start, int modelsOnBoard)
{
    m_start = start;
    m_modelsOnBoard = modelsOnBoard;
    refresh();
}

void StatusStrip::setSaved()
{
    m_saveTrouble.reset();
    refresh();
}

void StatusStrip::setSaveTrouble(const Error &error)
{
    m_saveTrouble = error;
    refresh();
}

void StatusStrip::setReadOnly(const std::optional<Error> &why)
{
    m_readOnlyWhy = why;
    refresh();
}

void StatusStrip::setThreads(int threads)
{
    m_threads = threads;
    refresh();
}

QString StatusStrip::work() const
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    const runner::ProgressView &progress = m_workspace.progress();
    if (!comparison || m_start)
        return {};
    if (m_workspace.isPaused())
        return tr("Paused at %1 of %2").arg(text::numberText(comparison->runsDone), text::runsText(comparison->runsTotal));
    if (!m_workspace.isRunning()) {
        if (comparison->runsDone < comparison->runsTotal)
            return tr("Stopped at %1 of %2").arg(text::numberText(comparison->runsDone), text::runsText(comparison->runsTotal));
        return comparison->seconds > 0
            ? tr("%1 done: %2 of learning and testing").arg(text::runsText(comparison->runsDone), text::durationText(comparison->seconds))
            : tr("%1 done").arg(text::runsText(comparison->runsDone));
    }
    QStringList parts;
    if (progress.passingFeatures) {
        parts.append(tr("Looking at every example once: %1 of %2")
                         .arg(text::numberText(progress.featuresDone), text::numberText(progress.featuresTotal)));
    } else if (progress.running && progress.running->arm < static_cast<int>(comparison->comparison.plan.arms.size())) {
        parts.append(tr("%1, %2, draw %3")
                         .arg(models::armTitle(*comparison, progress.running->arm, m_workspace.tree()),
                              text::shotsShort(progress.running->shots), text::numberText(progress.running->draw + 1)));
    }
    parts.append(tr("%1 of %2").arg(text::numberText(comparison->runsDone), text::runsText(comparison->runsTotal)));
    if (progress.secondsLeft)
        parts.append(text::timeLeftText(*progress.secondsLeft));
    return parts.join(QStringLiteral(" · "));
}

void StatusStrip::refresh()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (m_start || !lab) {
        m_icon->setSymbol(Symbol::CheckCircle, Ink::Ok);
        m_left->setText(tr("Works without internet. Your data stay on this computer."));
    } else if (lab->readOnly) {
        m_icon->setSymbol(Symbol::Lock, Ink::Secondary);
        m_left->setText(m_readOnlyWhy ? tr("Open for reading only. %1").arg(text::errorText(*m_readOnlyWhy).what)
                                      : tr("Open for reading only"));
    } else if (m_saveTrouble) {
        m_icon->setSymbol(Symbol::Alert, Ink::Error);
        m_left->setText(text::errorSentence(*m_saveTrouble));
    } else {
        m_icon->setSymbol(Symbol::CheckCircle, Ink::Ok);
        m_left->setText(tr("Everything saved"));
    }
    m_right->setText(work());
    const bool running = m_workspace.isRunning() && !m_start;
    m_pause->setVisible(running);
    m_pause->setSymbol(m_workspace.isPaused() ? Symbol::Run : Symbol::Pause);
    m_pause->setHint(m_workspace.isPaused() ? tr("Go on") : tr("Pause"));
    QStringList machine;
    if (m_threads > 0)
        machine.append(m_threads == 1 ? tr("1 core") : tr("%1 cores").arg(text::numberText(m_threads)));
    if (m_start && m_modelsOnBoard > 0)
        machine.append(tr("%1 trained models on board").arg(text::numberText(m_modelsOnBoard)));
    m_machine->setText(machine.join(QStringLiteral(" · ")));
    m_machineIcon->setVisible(!machine.isEmpty());
}

} // namespace shotlab::shell
