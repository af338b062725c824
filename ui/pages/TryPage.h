// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <vector>

#include <QWidget>

#include "models/Workspace.h"

class QGridLayout;
class QLabel;
class QMenu;

namespace shotlab::widgets
{
class AnswerCard;
class Button;
class Card;
class SegmentedControl;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class TryInput;

/// Draw, drop or type something; every method of the shown comparison answers at once, side by side.
class TryPage : public QWidget
{
    Q_OBJECT

public:
    explicit TryPage(models::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *newGiving();
    [[nodiscard]] QWidget *newHeader();
    void refresh();
    void refreshShots();
    void refreshCards();
    void refreshWords();
    void refreshGiving();
    void giveTo(int classIndex);
    void layCards();

    /// Class that most methods say; -1 when none does or several are level.
    [[nodiscard]] int mostSaid() const;
    [[nodiscard]] QStringList classNames() const;
    [[nodiscard]] QString noteOf(const runner::AnswersView::Method &method) const;

    models::Workspace &m_workspace;
    models::Trial &m_trial;
    TryInput *m_input = nullptr;
    widgets::Card *m_giving = nullptr;
    widgets::Button *m_give = nullptr;
    widgets::Button *m_giveOther = nullptr;
    QMenu *m_giveMenu = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_howMany = nullptr; ///< that answer
    QWidget *m_shotsRow = nullptr;
    widgets::SegmentedControl *m_shots = nullptr;
    std::vector<Shots> m_shotsShown;
    QGridLayout *m_grid = nullptr;
    QWidget *m_left = nullptr;
    std::map<int, widgets::AnswerCard *> m_cards; ///< by arm
    widgets::Card *m_shows = nullptr;
    QLabel *m_showsWords = nullptr;
};

} // namespace shotlab::pages
