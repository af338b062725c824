// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

#include "models/Workspace.h"

class QLabel;
class QMimeData;
class QPlainTextEdit;
class QStackedWidget;
class QTimer;

namespace shotlab::widgets
{
class Button;
class DrawPad;
class DropZone;
class NoticeCard;
class SegmentedControl;
} // namespace shotlab::widgets

namespace shotlab::pages
{

/// Where something is drawn, dropped, chosen or typed for every method to answer; it goes to the workspace's Trial.
class TryInput : public QWidget
{
    Q_OBJECT

public:
    explicit TryInput(models::Workspace &workspace, QWidget *parent = nullptr);

    void openPicture(const QString &path);
    [[nodiscard]] bool takes(const QMimeData *mime) const; ///< of a drag
    using QWidget::show;
    void show(const QMimeData *mime); ///< the picture in it, if there is one

private:
    [[nodiscard]] QWidget *newCard();
    [[nodiscard]] QWidget *newPadRow();
    void takeLab();
    void takeDrawing();
    void takePicture(const QByteArray &bytes);
    void takeSentence();
    void choosePicture();
    void showInput(int index);
    void setExample(const QByteArray &bytes, const QImage &picture);
    void refresh();

    models::Workspace &m_workspace;
    models::Trial &m_trial;
    widgets::SegmentedControl *m_kind = nullptr;
    QStackedWidget *m_input = nullptr;
    widgets::DrawPad *m_pad = nullptr;
    QLabel *m_picture = nullptr;
    QPlainTextEdit *m_sentence = nullptr;
    QWidget *m_padRow = nullptr;
    QLabel *m_seenWords = nullptr;
    QLabel *m_seen = nullptr;
    widgets::Button *m_undoStroke = nullptr;
    widgets::Button *m_clear = nullptr;
    widgets::DropZone *m_drop = nullptr;
    widgets::NoticeCard *m_trouble = nullptr;
    QTimer *m_strokes = nullptr; ///< several moves of the pen make one question
    QTimer *m_typing = nullptr;
    QImage m_shownPicture;
    QString m_labPath;
};

} // namespace shotlab::pages
