// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "models/Workspace.h"

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace shotlab::widgets
{
class Button;
class Card;
class DropZone;
class NoticeCard;
class ProgressBar;
class SentenceStrip;
class ThumbnailStrip;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class BinGrid;

/// "Which classes, and what are examples of them?"
class DataPage : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(models::Workspace &workspace, QWidget *parent = nullptr);

private:
    QWidget *newTestCard();
    QWidget *newImportCard();
    QWidget *newClassZone();
    void takeLab();
    void takePictures();
    void takeProgress(int done, int total);
    void addClass();

    models::Workspace &m_workspace;
    QLabel *m_summary = nullptr;
    widgets::Button *m_undo = nullptr;
    widgets::Button *m_redo = nullptr;
    BinGrid *m_bins = nullptr;
    QStackedWidget *m_views = nullptr; ///< examples, names
    widgets::DropZone *m_zone = nullptr;
    QLineEdit *m_newName = nullptr;
    widgets::NoticeCard *m_trouble = nullptr;
    widgets::Card *m_import = nullptr;
    QLabel *m_importText = nullptr;
    widgets::ProgressBar *m_importBar = nullptr;
    QLabel *m_testText = nullptr;
    QLabel *m_testExplained = nullptr;
    widgets::SentenceStrip *m_testSentences = nullptr;
    widgets::ThumbnailStrip *m_testPictures = nullptr;
};

} // namespace shotlab::pages
