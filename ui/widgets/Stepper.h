// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QWidget>

class QAbstractButton;

namespace shotlab::widgets
{

enum class StepState { Upcoming, Current, Done };

/// Model -> Data -> Compare -> Results across the top bar, built of real buttons.
class Stepper : public QWidget
{
    Q_OBJECT

public:
    explicit Stepper(const QStringList &titles, QWidget *parent = nullptr);

    void setTitles(const QStringList &titles); ///< as many as there are steps
    [[nodiscard]] int count() const { return static_cast<int>(m_steps.size()); }
    /// Only the numbers, close together; the titles stand in tool tips.
    void setShort(bool isShort);
    [[nodiscard]] bool isShort() const { return m_short; }
    void setState(int step, StepState state);
    [[nodiscard]] StepState state(int step) const;
    void setReachable(int step, bool reachable);
    /// This step is current, earlier ones are done, later ones upcoming.
    void setCurrent(int step);
    [[nodiscard]] QAbstractButton *button(int step) const;

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Step;
    [[nodiscard]] int link() const; ///< line between two steps

    std::vector<Step *> m_steps;
    bool m_short = false;
};

} // namespace shotlab::widgets
