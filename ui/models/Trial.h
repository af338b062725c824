// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QObject>

#include "runner/Views.h"

namespace shotlab::models
{

class LabCommands;

/// Something drawn, dropped or typed, and what the methods of the shown comparison say to it. One question is under way at a
/// time and the newest one follows it, so that answers keep up with a hand that draws. Nothing of it is stored.
class Trial : public QObject
{
    Q_OBJECT

public:
    /// Why nothing can be tried.
    enum class State {
        NoComparison, ///< none has run yet
        OtherModel, ///< the comparison was made with another model than the lab's
        Ready
    };

    /// commands must outlive the trial.
    explicit Trial(LabCommands &commands, QObject *parent = nullptr);

    void setLab(const runner::LabViewPtr &lab);
    void setComparison(const runner::ComparisonViewPtr &comparison);

    [[nodiscard]] State state() const { return m_state; }
    /// Every k that the comparison's methods have learnt from, ascending.
    [[nodiscard]] const std::vector<Shots> &choices() const { return m_choices; }
    [[nodiscard]] Shots shots() const { return m_shots; }
    void setShots(Shots shots);

    /// A picture as a file has it, or a sentence in UTF-8; empty: nothing.
    void setExample(const QByteArray &example);
    [[nodiscard]] const QByteArray &example() const { return m_example; }

    /// To the latest example that was answered; nothing before the first and while there is no example.
    [[nodiscard]] const std::optional<runner::AnswersView> &answers() const { return m_answers; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< why the example cannot be answered

    /// The method that is being trained again.
    [[nodiscard]] const std::optional<runner::PreparationView> &preparation() const { return m_preparation; }
    /// Why a method could not be trained again; nothing when it could.
    [[nodiscard]] std::optional<Error> troubleOf(int arm) const;
    void prepare(int arm);
    void stopPreparing();

    void take(const runner::AnswersView &answers);
    void fail(int token, const Error &error);
    void takePreparation(const runner::PreparationView &preparation);

Q_SIGNALS:
    void changed();

private:
    struct Question {
        QByteArray example;
        Shots shots;
        friend bool operator==(const Question &, const Question &) = default;
    };
    void refresh();
    void ask();
    void forget();

    LabCommands &m_commands;
    runner::LabViewPtr m_lab;
    runner::ComparisonViewPtr m_comparison;
    State m_state = State::NoComparison;
    std::vector<Shots> m_choices;
    Shots m_shots {5};
    QByteArray m_example;
    int m_token = 0;
    std::optional<Question> m_asked; ///< under way
    std::optional<Question> m_answered; ///< what answers or error belong to
    std::optional<runner::AnswersView> m_answers;
    std::optional<Error> m_error;
    std::optional<runner::PreparationView> m_preparation;
    std::optional<runner::PreparationView> m_failed; ///< the last one that came to nothing
};

} // namespace shotlab::models
