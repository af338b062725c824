// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QListView>
#include <QMetaType>
#include <QString>
#include <QStyledItemDelegate>

#include "lab/Arm.h"

namespace shotlab::widgets
{

/// What one arm says to an example, as the list shows it.
struct AnswerMark {
    ArmKind kind = ArmKind::ZeroShot;
    int variant = 0; ///< see armLook()
    QString arm;
    QString answer;
    QString confidence; ///< "93 %"
    bool right = false;
};

/// Roles a model of answered examples offers to the list.
enum AnsweredRole {
    AnsweredTitleRole = Qt::DisplayRole, ///< "93 % sure, in 14 of 20 draws"
    AnsweredPictureRole = Qt::DecorationRole, ///< QImage; null while it is under way, and for sentences
    AnsweredSentenceRole = Qt::UserRole + 200, ///< QString; empty for pictures
    AnsweredOriginRole, ///< QString, name of the file
    AnsweredMarksRole, ///< std::vector<AnswerMark>
    AnsweredStateRole, ///< QString "Left out", "Now in Dog"; empty while it is where it was
};

/// One example: its picture or sentence, and below each other what every arm says to it.
class AnsweredDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The examples; several can be selected. Delete asks for leaving them out.
class AnsweredListView : public QListView
{
    Q_OBJECT

public:
    explicit AnsweredListView(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosenChanged();
    void leaveOutRequested(); ///< Delete
    void backRequested(); ///< Escape

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
};

} // namespace shotlab::widgets

Q_DECLARE_METATYPE(std::vector<shotlab::widgets::AnswerMark>)
