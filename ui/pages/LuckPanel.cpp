// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/LuckPanel.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include "models/ChartFeed.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/Labels.h"
#include "widgets/StopSlider.h"

namespace shotlab::pages
{

using models::ReadoutDial;
using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr int kPatience = 400; // ms
constexpr int kRoomForSentence = 300; // height from which the dots can spare it

struct Middle {
    double low = 0;
    double high = 0;
    std::int64_t draws = 0; ///< that lie between, ends included
};

/// Between which values all but the luckiest and unluckiest draws lie: two of a hundred are left out at either end.
Middle middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t cut = values.size() / 40;
    return {values[cut], values[values.size() - 1 - cut], static_cast<std::int64_t>(values.size() - 2 * cut)};
}

} // namespace

LuckPanel::LuckPanel(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_patience(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_swarm = new widgets::DrawSwarm;
    m_swarm->setObjectName(QStringLiteral("drawSwarm"));
    column->addWidget(m_swarm, 1);
    auto *turning = new QHBoxLayout;
    turning->setSpacing(10);
    turning->addWidget(new widgets::ExplainedLabel(tr("Examples"), text::Term::ExamplesPerClass), 0, Qt::AlignTop);
    m_slider = new widgets::StopSlider;
    m_slider->setObjectName(QStringLiteral("shotsSlider"));
    turning->addWidget(m_slider, 1);
    column->addLayout(turning);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    m_sentence = widgets::label({}, TextSize::Smallest, Tone::Secondary, QFont::Normal, true);
    m_sentence->setObjectName(QStringLiteral("luckSentence"));
    below->addWidget(m_sentence, 1, Qt::AlignVCenter);
    m_again = new Button(Button::Look::Small, widgets::Symbol::Retry, tr("Draw again"));
    m_again->setObjectName(QStringLiteral("drawAgain"));
    m_again->setToolTip(tr("A hundred other draws of the same size"));
    below->addWidget(m_again, 0, Qt::AlignBottom);
    column->addLayout(below);

    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatience);
    ReadoutDial &dial = workspace.readouts();
    connect(m_patience, &QTimer::timeout, this, &LuckPanel::showAnswer);
    connect(m_slider, &QSlider::valueChanged, this, &LuckPanel::turn);
    connect(m_again, &QAbstractButton::clicked, &dial, &ReadoutDial::drawAgain);
    connect(&dial, &ReadoutDial::changed, this, &LuckPanel::refresh);
    refresh();
}

void LuckPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_workspace.readouts().setWatched(true);
}

void LuckPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_workspace.readouts().setWatched(false);
}

void LuckPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showAnswer();
}

void LuckPanel::turn(int stop)
{
    const std::vector<Shots> stops = m_workspace.readouts().stops();
    if (stop < 0 || stop >= static_cast<int>(stops.size()))
        return;
    const Shots shots = stops[static_cast<std::size_t>(stop)];
    m_workspace.readouts().setShots(shots);
    // Where the chart has this k, curves and mix-ups follow.
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    if (!comparison || m_workspace.shownShots() == shots)
        return;
    const std::vector<Shots> &planned = comparison->comparison.plan.shots;
    if (std::find(planned.begin(), planned.end(), shots) != planned.end())
        m_workspace.showShots(shots);
}

QString LuckPanel::whyNothing() const
{
    switch (m_workspace.readouts().state()) {
    case ReadoutDial::State::NoComparison:
        return tr("After a first comparison you can drag the number of examples here, and see a hundred draws answer at once.");
    case ReadoutDial::State::NoReader:
        return tr("Only prototypes, nearest example and the new last layer answer at once. Switch one of them on under Methods "
                  "and run again.");
    case ReadoutDial::State::OtherModel:
        return tr("These runs used another model than the one chosen now. Run again to try draws with it.");
    case ReadoutDial::State::Ready:
        break;
    }
    return {};
}

std::vector<widgets::DrawSwarm::Row> LuckPanel::rows() const
{
    const std::optional<runner::ReadoutsView> &answer = m_workspace.readouts().answer();
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    std::vector<widgets::DrawSwarm::Row> rows;
    if (!answer || !comparison)
        return rows;
    const std::vector<Arm> &arms = comparison->comparison.arms();
    for (std::size_t i = 0; i < answer->arms.size(); ++i) {
        const int arm = answer->arms[i];
        const std::vector<double> &values = answer->accuracies[i];
        if (arm < 0 || arm >= static_cast<int>(arms.size()) || values.empty())
            continue;
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        const Middle most = middle(values);
        rows.push_back({arms[static_cast<std::size_t>(arm)].kind, models::armVariant(arms, arm),
                        models::armTitle(*comparison, arm, m_workspace.tree()), text::percentText(mean),
                        text::rangeText(most.low, most.high), values});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        const auto sum = [](const auto &row) { return std::accumulate(row.accuracies.begin(), row.accuracies.end(), 0.0); };
        return sum(a) > sum(b);
    });
    return rows;
}

void LuckPanel::refresh()
{
    const ReadoutDial &dial = m_workspace.readouts();
    const bool ready = dial.state() == ReadoutDial::State::Ready;
    QStringList names;
    for (const Shots shots : dial.stops())
        names << text::shotsTick(shots);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setStops(names);
        const auto at = std::find(dial.stops().begin(), dial.stops().end(), dial.shots());
        if (at != dial.stops().end())
            m_slider->setValue(static_cast<int>(at - dial.stops().begin()));
    }
    m_slider->update();
    m_slider->setEnabled(ready);
    m_slider->setAccessibleName(tr("Examples per class: %1").arg(text::shotsTick(dial.shots())));
    m_again->setEnabled(ready);
    if (!dial.isWaiting())
        m_patience->stop();
    else if (!m_patience->isActive())
        m_patience->start();
    showAnswer();
}

void LuckPanel::showAnswer()
{
    const ReadoutDial &dial = m_workspace.readouts();
    const bool ready = dial.state() == ReadoutDial::State::Ready;
    const std::vector<widgets::DrawSwarm::Row> shown = ready ? rows() : std::vector<widgets::DrawSwarm::Row> {};
    const QString busy = tr("The model looks at every picture once. After that, every k answers at once.");
    QString empty = whyNothing();
    if (ready)
        empty = dial.error() ? text::errorSentence(*dial.error()) : busy;
    m_swarm->setEmptyText(empty);
    m_swarm->setRows(shown);
    QString sentence;
    QString whole;
    if (!shown.empty() && dial.isWaiting() && !m_patience->isActive()) {
        sentence = tr("Working on it …");
    } else if (!shown.empty()) {
        const Middle most = middle(shown.front().accuracies);
        const QString share = tr("%1 of %2 draws", "96 of 100 draws")
                                  .arg(text::numberText(most.draws), text::numberText(std::ssize(shown.front().accuracies)));
        const QString pictures
            = text::picturesText(static_cast<std::int64_t>(m_workspace.comparison()->comparison.testExamples.size()));
        whole = tr("%1 the same method lands anywhere between %2 and %3, only by which examples were picked: %4 lie "
                   "there. Measured on %5.")
                    .arg(text::withShots(dial.answer()->shots), text::decimalText(100 * most.low), text::percentText(most.high), share,
                         pictures);
        sentence = height() < kRoomForSentence
            ? tr("%1 land between %2 and %3.").arg(share, text::decimalText(100 * most.low), text::percentText(most.high))
            : whole;
    }
    m_sentence->setText(sentence);
    m_sentence->setToolTip(whole);
    m_sentence->setVisible(!sentence.isEmpty());
}

} // namespace shotlab::pages
