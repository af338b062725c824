// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>

#include <QWidget>

#include "models/Workspace.h"

class QLabel;
class QStringListModel;
class QVBoxLayout;

namespace shotlab::pages
{

class ClassNames;

/// What the classes are called, and how much of that the model understands: the bridge that zero-shot needs.
class NamesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NamesPanel(models::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeLab(); ///< later, while it is not shown
    /// Asks, once for each set of names, which of the model's are near them; only where somebody looks.
    void askForAdvice();
    void takeAdvice(const runner::LinkAdvice &advice);
    [[nodiscard]] ClassNames *newCard(ClassId id);
    /// What zero-shot makes of the names as they are.
    [[nodiscard]] QString bridgeText() const;

    models::Workspace &m_workspace;
    QLabel *m_bridge = nullptr;
    QVBoxLayout *m_column = nullptr;
    QStringListModel *m_labels = nullptr;
    std::map<ClassId, ClassNames *> m_cards;
    Modality m_modality = Modality::Picture;
    std::vector<std::string> m_askedAbout; ///< names of classes and of the model
    bool m_stale = false; ///< changed while it was not shown
};

} // namespace shotlab::pages
