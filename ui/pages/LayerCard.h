// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/LayerTreeModel.h"
#include "models/Workspace.h"
#include "widgets/Card.h"

class QLabel;

namespace shotlab::widgets
{
class SegmentedControl;
class WeightsBar;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class LayerTreeView;

/// "What may learn?": the layer tree, what a choice means in weights and seconds. Its changes go into the draft of the next
/// comparison.
class LayerCard : public widgets::Card
{
    Q_OBJECT

public:
    enum class Size { Full, Compact };
    LayerCard(models::Workspace &workspace, Size size, QWidget *parent = nullptr);

    [[nodiscard]] models::LayerTreeModel &model() { return m_model; }

private:
    void buildFull();
    void buildCompact();
    void takeLab();
    void takeDraft();
    void takeEdit(const LayerMap &layers);
    void applyPreset(int preset);
    void showConsequence();
    [[nodiscard]] std::optional<double> secondsPerRun() const;

    models::Workspace &m_workspace;
    Size m_size;
    models::LayerTreeModel m_model;
    LayerTreeView *m_tree = nullptr;
    widgets::SegmentedControl *m_presets = nullptr;
    widgets::WeightsBar *m_weights = nullptr;
    QLabel *m_time = nullptr; ///< full card only
    QLabel *m_whole = nullptr; ///< full card only: why the frozen part is not computed once
    QLabel *m_change = nullptr; ///< compact card only
    QLabel *m_state = nullptr; ///< instead of the tree while there is none
    QWidget *m_content = nullptr;
    std::vector<LayerNode> m_shownTree;
    int m_shownClasses = -1;
};

} // namespace shotlab::pages
