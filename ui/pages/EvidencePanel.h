// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"

class QHBoxLayout;
class QMenu;
class QStackedWidget;
class QTimer;

namespace shotlab::charts
{
class AccuracyChart;
class CostChart;
}

namespace shotlab::widgets
{
class Button;
class Card;
class ElidedLabel;
class MixUpMatrix;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class LearningCard;
class MixUpPanel;
class SettingsPanel;
class ShotsChips;

/// The centre of the workbench: accuracy against k with the what-if controls below it, learning curves, mix-ups. In their
/// place the examples behind a mix-up or two settings side by side, while they are looked at.
class EvidencePanel : public QWidget
{
    Q_OBJECT

public:
    explicit EvidencePanel(models::Workspace &workspace, QWidget *parent = nullptr);

    /// A widget at the right end of the what-if row (the drawer's button in narrow windows).
    void addWhatIfWidget(QWidget *widget);

private:
    QWidget *newCharts();
    QWidget *newChartCard();
    QWidget *newChartStack();
    QWidget *newMixUpsCard();
    void refreshSoon();
    void refreshChart();
    void refreshMixUps();
    void placeView();
    void describeCell();
    void fillArmMenu(QMenu *menu);
    void fillMethodsMenu();

    models::Workspace &m_workspace;
    QStackedWidget *m_views = nullptr; ///< charts, or one of the panels
    MixUpPanel *m_mixUpPanel = nullptr;
    SettingsPanel *m_settings = nullptr;
    QStackedWidget *m_charts = nullptr; ///< accuracy against k, or against its cost
    charts::AccuracyChart *m_chart = nullptr;
    charts::CostChart *m_cost = nullptr;
    LearningCard *m_learning = nullptr;
    widgets::MixUpMatrix *m_matrix = nullptr;
    widgets::Card *m_mixUpsCard = nullptr;
    widgets::Button *m_arm = nullptr;
    widgets::ElidedLabel *m_cell = nullptr; ///< below the matrix
    ShotsChips *m_chips = nullptr;
    widgets::Button *m_methods = nullptr;
    QMenu *m_methodsMenu = nullptr;
    QHBoxLayout *m_whatIf = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace shotlab::pages
