// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "runner/Views.h"

namespace shotlab::models
{

class LabCommands;

/// The k slider: what the methods that only read features say at one k over a hundred draws, while k moves. One question is under
/// way at a time and the newest one follows it; questions are only asked while somebody looks. Nothing of it is stored.
class ReadoutDial : public QObject
{
    Q_OBJECT

public:
    /// Why there is nothing to answer.
    enum class State {
        NoComparison, ///< none is there yet, or none that keeps two examples of each class to choose from
        NoReader, ///< the comparison has none of the three methods
        OtherModel, ///< the comparison was made with another model than the lab's
        Ready
    };
    static constexpr int kDraws = 100;

    /// commands must outlive the dial.
    explicit ReadoutDial(LabCommands &commands, QObject *parent = nullptr);

    void setLab(const runner::LabViewPtr &lab);
    void setComparison(const runner::ComparisonViewPtr &comparison);
    void setWatched(bool watched); ///< somebody looks at the answers

    [[nodiscard]] State state() const { return m_state; }
    /// Every k that can be asked for, ascending: each number up to ten, then ever wider steps up to the comparison's largest k.
    [[nodiscard]] const std::vector<Shots> &stops() const { return m_stops; }
    [[nodiscard]] Shots shots() const { return m_shots; }
    void setShots(Shots shots); ///< to the nearest stop
    void drawAgain(); ///< a hundred draws that have not been shown yet

    [[nodiscard]] bool isWaiting() const { return m_asked.has_value(); }
    /// The latest answer of this comparison; while waiting it may be of another k.
    [[nodiscard]] const std::optional<runner::ReadoutsView> &answer() const { return m_answer; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void take(const runner::ReadoutsView &readouts);
    void fail(const Error &error);

Q_SIGNALS:
    void changed();

private:
    struct Question {
        Shots shots;
        int firstDraw = 0;
        friend bool operator==(const Question &, const Question &) = default;
    };
    void refresh();
    void ask();

    LabCommands &m_commands;
    runner::LabViewPtr m_lab;
    runner::ComparisonViewPtr m_comparison;
    State m_state = State::NoComparison;
    std::vector<Shots> m_stops;
    Shots m_shots {5};
    int m_firstDraw = 0;
    bool m_watched = false;
    std::optional<Question> m_asked; ///< under way
    std::optional<Question> m_answered; ///< what answer or error belong to
    std::optional<runner::ReadoutsView> m_answer;
    std::optional<Error> m_error;
};

} // namespace shotlab::models
