// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"
#include "widgets/DrawSwarm.h"

class QTimer;

namespace shotlab::widgets
{
class Button;
class StopSlider;
class TextLabel;
} // namespace shotlab::widgets

namespace shotlab::pages
{

/// The luck of the draw: drag k and see what the methods without training say over a hundred draws, one dot each.
class LuckPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LuckPanel(models::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showAnswer();
    void turn(int stop);
    [[nodiscard]] QString whyNothing() const;
    [[nodiscard]] std::vector<widgets::DrawSwarm::Row> rows() const;

    models::Workspace &m_workspace;
    widgets::DrawSwarm *m_swarm = nullptr;
    widgets::StopSlider *m_slider = nullptr;
    widgets::Button *m_again = nullptr;
    widgets::TextLabel *m_sentence = nullptr;
    QTimer *m_patience = nullptr; ///< a quick answer needs no word about waiting
};

} // namespace shotlab::pages
