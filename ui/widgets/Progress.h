// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

#include <QWidget>

namespace shotlab::widgets
{

class Button;
class ElidedLabel;
class TextLabel;

/// How much of the network learns: a bar and "0.4 M of 3.4 M weights will change".
class WeightsBar : public QWidget
{
    Q_OBJECT

public:
    explicit WeightsBar(QWidget *parent = nullptr);
    void setWeights(std::int64_t learning, std::int64_t total);
    void setTextVisible(bool visible);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::int64_t m_learning = 0;
    std::int64_t m_total = 0;
    bool m_textVisible = true;
};

/// Flat bar, 0..1.
class ProgressBar : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressBar(QWidget *parent = nullptr);
    void setValue(double value);
    [[nodiscard]] double value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, 8}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_value = 0;
};

/// What is being done, how far, how long still; Pause and Stop always.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    void setTask(const QString &task); ///< "New last layer, k = 10, draw 7 of 20"
    void setProgress(int done, int total); ///< runs
    void setSecondsLeft(std::optional<double> seconds);
    void setPaused(bool paused);
    void setStoppable(bool stoppable); ///< hides the buttons when nothing runs

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void stopRequested();

private:
    void refresh();

    ElidedLabel *m_task = nullptr;
    TextLabel *m_counts = nullptr;
    ProgressBar *m_bar = nullptr;
    Button *m_pause = nullptr;
    Button *m_stop = nullptr;
    int m_done = 0;
    int m_total = 0;
    std::optional<double> m_secondsLeft;
    bool m_paused = false;
};

} // namespace shotlab::widgets
