// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include <QMenu>

#include "models/RunFilterModel.h"
#include "models/Workspace.h"

namespace shotlab::pages
{

/// What can be done with the selected runs, and which of all are shown in what order.
class RunMenu : public QMenu
{
    Q_OBJECT

public:
    using Cells = std::vector<models::Workspace::Cell>;

    RunMenu(models::Workspace &workspace, models::RunFilterModel &runs, std::function<Cells()> selected,
            QWidget *parent = nullptr);

    /// Deletes the selected ones; can be undone.
    void deleteSelected();

Q_SIGNALS:
    void marksRequested(); ///< tags and note of the selected one
    void filterChanged();

private:
    void fill();
    void addActions(const Cells &cells);
    void addCompare(const Cells &cells);
    void addFilters();
    void addOrders();
    /// A list of which one is chosen.
    QMenu *newChoice(const QString &title);
    void addOption(QMenu *choice, const QString &title, bool chosen, const std::function<void()> &choose);
    [[nodiscard]] QString titleOf(const models::Workspace::Cell &cell) const;

    models::Workspace &m_workspace;
    models::RunFilterModel &m_runs;
    std::function<Cells()> m_selected;
};

} // namespace shotlab::pages
