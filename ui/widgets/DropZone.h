// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QStringList>

#include "widgets/Icons.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace shotlab::widgets
{

/// A dashed area that takes files and folders and says what will happen with them.
class DropZone : public QFrame
{
    Q_OBJECT

public:
    DropZone(Symbol symbol, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setText(const QString &title, const QString &text);
    void setHotText(const QString &text); ///< shown while something hovers above, "Drop to make a class of each folder"
    void addAction(QWidget *button);
    void setFootnote(const QString &text);
    void setAside(QWidget *widget); ///< right half; for an example of what can be dropped
    [[nodiscard]] QVBoxLayout *column() { return m_column; } ///< to add more below the text
    [[nodiscard]] bool isHot() const { return m_hot; }

Q_SIGNALS:
    void pathsDropped(const QStringList &paths);
    void pictureDropped(const QByteArray &png);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setHot(bool hot);

    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_footnote = nullptr;
    QVBoxLayout *m_column = nullptr;
    QHBoxLayout *m_row = nullptr;
    QHBoxLayout *m_actions = nullptr;
    QString m_coldText;
    QString m_hotText;
    bool m_hot = false;
};

} // namespace shotlab::widgets
