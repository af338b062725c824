// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/Trial.h"

#include <algorithm>
#include <utility>

#include "models/LabCommands.h"

namespace shotlab::models
{

Trial::Trial(LabCommands &commands, QObject *parent) : QObject(parent), m_commands(commands) { }

void Trial::setLab(const runner::LabViewPtr &lab)
{
    if (!lab || !m_lab || lab->path != m_lab->path)
        m_example.clear();
    m_lab = lab;
    refresh();
}

void Trial::setComparison(const runner::ComparisonViewPtr &comparison)
{
    const bool other = !comparison || !m_comparison || comparison->comparison.id != m_comparison->comparison.id;
    // When runs begin, the engine is told its data anew and drops the question.
    if (other || comparison->state != m_comparison->state)
        m_asked.reset();
    m_comparison = comparison;
    if (other)
        forget();
    refresh();
}

void Trial::forget()
{
    m_asked.reset();
    m_answered.reset();
    m_answers.reset();
    m_error.reset();
    m_preparation.reset();
    m_failed.reset();
}

void Trial::refresh()
{
    m_choices.clear();
    m_state = State::NoComparison;
    if (m_comparison && m_lab) {
        for (const runner::CellView &cell : m_comparison->cells) {
            if (cell.summary.shots > Shots(0) && cell.plannedDraws > 0)
                m_choices.push_back(cell.summary.shots);
        }
        std::sort(m_choices.begin(), m_choices.end());
        m_choices.erase(std::unique(m_choices.begin(), m_choices.end()), m_choices.end());
        if (m_choices.empty())
            m_choices.push_back(Shots(0)); // zero-shot alone
        m_state = m_lab->model && m_lab->model->model.hash == m_comparison->comparison.modelHash ? State::Ready : State::OtherModel;
        if (std::find(m_choices.begin(), m_choices.end(), m_shots) == m_choices.end()) {
            const auto beyond = std::upper_bound(m_choices.begin(), m_choices.end(), m_shots);
            m_shots = beyond == m_choices.begin() ? m_choices.front() : *std::prev(beyond);
        }
    }
    ask();
    Q_EMIT changed();
}

void Trial::setShots(Shots shots)
{
    if (shots == m_shots || std::find(m_choices.begin(), m_choices.end(), shots) == m_choices.end())
        return;
    m_shots = shots;
    m_failed.reset();
    ask();
    Q_EMIT changed();
}

void Trial::setExample(const QByteArray &example)
{
    if (example == m_example)
        return;
    m_example = example;
    if (example.isEmpty()) {
        m_answered.reset();
        m_answers.reset();
        m_error.reset();
    }
    ask();
    Q_EMIT changed();
}

void Trial::ask()
{
    const Question wanted {m_example, m_shots};
    if (m_state != State::Ready || m_example.isEmpty() || m_asked || wanted == m_answered)
        return;
    m_asked = wanted;
    m_commands.requestAnswers(wanted.example, wanted.shots, ++m_token);
}

void Trial::take(const runner::AnswersView &answers)
{
    if (answers.token != m_token)
        return; // of a comparison that was left
    if (m_asked)
        m_answered = std::exchange(m_asked, std::nullopt);
    else if (!m_answered)
        return; // taken away meanwhile
    if (!m_example.isEmpty()) {
        m_answers = answers;
        m_error.reset();
    }
    ask();
    Q_EMIT changed();
}

void Trial::fail(int token, const Error &error)
{
    if (token != m_token || !m_asked)
        return;
    m_answered = std::exchange(m_asked, std::nullopt);
    if (!m_example.isEmpty()) {
        m_answers.reset();
        m_error = error;
    }
    ask();
    Q_EMIT changed();
}

void Trial::prepare(int arm)
{
    if (m_state != State::Ready || m_preparation)
        return;
    m_failed.reset();
    m_commands.prepareMethod(arm, m_shots);
}

void Trial::stopPreparing()
{
    if (m_preparation)
        m_commands.stopPreparing();
}

std::optional<Error> Trial::troubleOf(int arm) const
{
    return m_failed && m_failed->arm == arm && m_failed->shots == m_shots ? m_failed->error : std::nullopt;
}

void Trial::takePreparation(const runner::PreparationView &preparation)
{
    if (!m_comparison)
        return;
    if (preparation.active)
        m_preparation = preparation;
    else
        m_preparation.reset();
    if (preparation.error)
        m_failed = preparation;
    Q_EMIT changed();
}

} // namespace shotlab::models
