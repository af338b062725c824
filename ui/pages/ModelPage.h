// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QWidget>

#include "models/ModelListModel.h"
#include "models/Workspace.h"

class QAbstractItemModel;
class QVBoxLayout;

namespace shotlab::widgets
{
class DropZone;
class NoticeCard;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class CardForm;
class LayerCard;
class ModelChoiceCard;

/// "Which trained model should learn your classes?": the models on board, an own file, and what may learn in it.
class ModelPage : public QWidget
{
    Q_OBJECT

public:
    /// samples: a models::SampleListModel for the pictures on the cards; outlives the page.
    ModelPage(models::Workspace &workspace, QAbstractItemModel *samples, const QString &resourceFolder,
              QWidget *parent = nullptr);

private:
    void rebuildCards();
    void takeLab();
    void setPictures();
    void showTrouble(const QString &nameOrPath, const Error &error);
    void chooseFile();
    void openModel(const QString &nameOrPath);

    models::Workspace &m_workspace;
    QAbstractItemModel *m_samples;
    models::ModelListModel m_models;
    QVBoxLayout *m_cardColumn = nullptr;
    std::vector<ModelChoiceCard *> m_cards;
    widgets::DropZone *m_own = nullptr;
    widgets::NoticeCard *m_trouble = nullptr;
    CardForm *m_form = nullptr;
    LayerCard *m_layers = nullptr;
    std::string m_formHash;
};

} // namespace shotlab::pages
