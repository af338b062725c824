// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/Workspace.h"
#include "widgets/Card.h"

class QStackedWidget;

namespace shotlab::charts
{
class LearningCurvesChart;
}

namespace shotlab::pages
{

/// The card below the big chart: how the methods get better while they train, or how much depends on which examples were drawn.
class LearningCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit LearningCard(models::Workspace &workspace, QWidget *parent = nullptr);

    void refresh(); ///< the curves; the owner says when, so that live ones do not repaint more often than the eye follows

private:
    models::Workspace &m_workspace;
    QStackedWidget *m_views = nullptr;
    charts::LearningCurvesChart *m_curves = nullptr;
};

} // namespace shotlab::pages
