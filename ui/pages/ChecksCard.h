// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/Workspace.h"
#include "widgets/Card.h"

class QVBoxLayout;

namespace shotlab::widgets
{
class NoticeCard;
}

namespace shotlab::pages
{

/// "Before you compare": what is worth a look in the data, each with its pictures and a way out.
class ChecksCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit ChecksCard(models::Workspace &workspace, QWidget *parent = nullptr);

private:
    void rebuild();
    void takeImport(int added, const QStringList &rejectedPaths);
    [[nodiscard]] QWidget *row(const runner::DataCheck &check);
    [[nodiscard]] QWidget *rejectedRow();
    [[nodiscard]] QString classNames(const runner::DataCheck &check) const;
    [[nodiscard]] QString bridgeSentence(const runner::DataCheck &check) const;

    models::Workspace &m_workspace;
    QVBoxLayout *m_rows = nullptr;
    QStringList m_rejected; ///< of the last import
    int m_added = 0;
    QString m_labPath;
};

} // namespace shotlab::pages
