// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ReadoutDial.h"

#include <algorithm>
#include <cstdlib>

#include "models/LabCommands.h"

namespace shotlab::models
{

namespace
{

constexpr int kEveryNumberTo = 10;

bool onlyReads(ArmKind kind)
{
    return kind == ArmKind::Prototypes || kind == ArmKind::NearestNeighbour || kind == ArmKind::LinearProbe;
}

/// 1 to 10, then 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, …
std::vector<Shots> stopsUpTo(int largest)
{
    std::vector<Shots> stops;
    for (int shots = 1; shots <= std::min(largest, kEveryNumberTo); ++shots)
        stops.push_back(Shots(shots));
    for (int decade = kEveryNumberTo; decade < largest; decade *= 10) {
        for (const int tenths : {12, 15, 20, 25, 30, 40, 50, 60, 80, 100}) {
            if (decade * tenths / 10 <= largest)
                stops.push_back(Shots(decade * tenths / 10));
        }
    }
    if (stops.empty() || stops.back() < Shots(largest))
        stops.push_back(Shots(largest));
    return stops;
}

} // namespace

ReadoutDial::ReadoutDial(LabCommands &commands, QObject *parent) : QObject(parent), m_commands(commands) { }

void ReadoutDial::setLab(const runner::LabViewPtr &lab)
{
    m_lab = lab;
    refresh();
}

void ReadoutDial::setComparison(const runner::ComparisonViewPtr &comparison)
{
    const bool other
        = !comparison || !m_comparison || comparison->comparison.id != m_comparison->comparison.id;
    // When runs begin, the engine is told its data anew and drops the question.
    if (!other && comparison->state != m_comparison->state)
        m_asked.reset();
    m_comparison = comparison;
    if (other) {
        m_asked.reset();
        m_answered.reset();
        m_answer.reset();
        m_error.reset();
        m_firstDraw = 0;
    }
    refresh();
}

void ReadoutDial::refresh()
{
    const auto stateNow = [this] {
        if (!m_comparison || !m_lab || m_comparison->comparison.poolSizes.empty())
            return State::NoComparison;
        const std::vector<Arm> &arms = m_comparison->comparison.arms();
        if (std::none_of(arms.begin(), arms.end(), [](const Arm &arm) { return onlyReads(arm.kind); }))
            return State::NoReader;
        if (!m_lab->model || m_lab->model->model.hash != m_comparison->comparison.modelHash)
            return State::OtherModel;
        return State::Ready;
    };
    m_state = stateNow();
    m_stops.clear();
    if (m_comparison && !m_comparison->comparison.poolSizes.empty()) {
        // As far as the chart goes, but not so far that a question takes long: what is beyond is better run.
        int wanted = kEveryNumberTo;
        for (const Shots shots : m_comparison->comparison.plan.shots) {
            if (!shots.isAll())
                wanted = std::max(wanted, shots.perClass());
        }
        const std::vector<int> &pools = m_comparison->comparison.poolSizes;
        const int smallest = *std::min_element(pools.begin(), pools.end());
        if (smallest >= 1)
            m_stops = stopsUpTo(std::min(wanted, smallest));
    }
    if (m_stops.empty())
        m_state = State::NoComparison;
    else
        m_shots = std::clamp(m_shots, m_stops.front(), m_stops.back());
    ask();
    Q_EMIT changed();
}

void ReadoutDial::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    ask();
    Q_EMIT changed();
}

void ReadoutDial::setShots(Shots shots)
{
    if (m_stops.empty())
        return;
    const auto nearest = std::min_element(m_stops.begin(), m_stops.end(), [shots](Shots a, Shots b) {
        const auto away = [shots](Shots stop) { return std::llabs(static_cast<long long>(stop.perClass()) - shots.perClass()); };
        return away(a) < away(b);
    });
    if (*nearest == m_shots)
        return;
    m_shots = *nearest;
    ask();
    Q_EMIT changed();
}

void ReadoutDial::drawAgain()
{
    if (m_state != State::Ready)
        return;
    m_firstDraw += kDraws;
    ask();
    Q_EMIT changed();
}

void ReadoutDial::ask()
{
    const Question wanted {m_shots, m_firstDraw};
    if (m_state != State::Ready || !m_watched || m_asked || wanted == m_answered)
        return;
    m_asked = wanted;
    m_commands.requestReadouts(wanted.shots, kDraws, wanted.firstDraw);
}

void ReadoutDial::take(const runner::ReadoutsView &readouts)
{
    const Question answered {readouts.shots, readouts.firstDraw};
    if (m_asked != answered)
        return; // of a comparison that was left
    m_asked.reset();
    m_answered = answered;
    m_answer = readouts;
    m_error.reset();
    ask();
    Q_EMIT changed();
}

void ReadoutDial::fail(const Error &error)
{
    if (!m_asked)
        return;
    m_answered = std::exchange(m_asked, std::nullopt);
    m_answer.reset();
    m_error = error;
    ask();
    Q_EMIT changed();
}

} // namespace shotlab::models
