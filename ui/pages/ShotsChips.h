// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <vector>

#include <QWidget>

#include "models/PlanDraft.h"

class QLineEdit;

namespace shotlab::widgets
{
class Chip;
class FlowLayout;
} // namespace shotlab::widgets

namespace shotlab::pages
{

/// The values of k as chips, and a small field for one more.
class ShotsChips : public QWidget
{
    Q_OBJECT

public:
    /// draft outlives the widget.
    explicit ShotsChips(models::PlanDraft &draft, QWidget *parent = nullptr);

private:
    void refresh();
    void rebuild();
    void addTyped();

    models::PlanDraft &m_draft;
    widgets::FlowLayout *m_flow = nullptr;
    QLineEdit *m_more = nullptr;
    std::vector<std::pair<Shots, widgets::Chip *>> m_shown;
};

} // namespace shotlab::pages
