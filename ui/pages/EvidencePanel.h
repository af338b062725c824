// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QTimer;

namespace shotlab::charts
{
class AccuracyChart;
}

namespace shotlab::widgets
{
class Button;
class Card;
class MixUpMatrix;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class LearningCard;
class ShotsChips;

/// The centre of the workbench: accuracy against k with the what-if controls below it, learning curves, mix-ups.
class EvidencePanel : public QWidget
{
    Q_OBJECT

public:
    explicit EvidencePanel(models::Workspace &workspace, QWidget *parent = nullptr);

    /// A widget at the right end of the what-if row (the drawer's button in narrow windows).
    void addWhatIfWidget(QWidget *widget);

private:
    QWidget *newChartCard();
    QWidget *newMixUpsCard();
    void refreshSoon();
    void refreshChart();
    void refreshMixUps();
    void fillArmMenu(QMenu *menu);
    void fillMethodsMenu();

    models::Workspace &m_workspace;
    charts::AccuracyChart *m_chart = nullptr;
    LearningCard *m_learning = nullptr;
    widgets::MixUpMatrix *m_matrix = nullptr;
    widgets::Card *m_mixUpsCard = nullptr;
    widgets::Button *m_arm = nullptr;
    QLabel *m_mixUpsAt = nullptr;
    QLabel *m_cell = nullptr;
    ShotsChips *m_chips = nullptr;
    widgets::Button *m_methods = nullptr;
    QMenu *m_methodsMenu = nullptr;
    QHBoxLayout *m_whatIf = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace shotlab::pages
