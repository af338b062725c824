// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ModelPage.h"

#include <algorithm>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "models/LabCommands.h"
#include "models/SampleListModel.h"
#include "pages/CardForm.h"
#include "pages/LayerCard.h"
#include "pages/Measures.h"
#include "pages/ModelChoiceCard.h"
#include "pages/PageParts.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/DropZone.h"
#include "widgets/Labels.h"
#include "widgets/Scrolling.h"

namespace shotlab::pages
{

using models::ModelListModel;
using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

/// Sample whose pictures show what a bundled model is at home with.
QString sampleOf(const QString &model)
{
    if (model == QStringLiteral("glyphnet"))
        return QStringLiteral("digits");
    if (model == QStringLiteral("efficientnet-lite0"))
        return QStringLiteral("things");
    return {};
}

} // namespace

ModelPage::ModelPage(models::Workspace &workspace, QAbstractItemModel *samples, const QString &resourceFolder, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_samples(samples)
{
    m_models.loadBundled(resourceFolder);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    columns->setSpacing(kGap);

    auto *left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addLayout(questionBlock(
        tr("Which trained model should learn your classes?"),
        tr("Each has already learnt something else. The closer that is to your classes, the fewer examples you need.")));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_cardColumn = new QVBoxLayout;
    m_cardColumn->setSpacing(kGap);
    column->addLayout(m_cardColumn);
    m_form = new CardForm;
    m_form->hide();
    connect(m_form, &CardForm::confirmed, this, [this](const ModelCard &card) { m_workspace.commands().confirmCard(card); });
    column->addWidget(m_form);
    m_trouble = new widgets::NoticeCard;
    m_trouble->setObjectName(QStringLiteral("modelTrouble"));
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_own = new widgets::DropZone(
        widgets::Symbol::Model, tr("Use another trained model"),
        tr("Drop a TorchScript file (.pt) of a classifier of pictures here. It is checked before anything of it runs."));
    m_own->setObjectName(QStringLiteral("ownModel"));
    m_own->setHotText(tr("Drop to look into this model"));
    auto *open = new Button(Button::Look::Plain, tr("Open a model file…"));
    open->setObjectName(QStringLiteral("openModelFile"));
    connect(open, &QAbstractButton::clicked, this, &ModelPage::chooseFile);
    m_own->addAction(open);
    connect(m_own, &widgets::DropZone::pathsDropped, this, [this](const QStringList &paths) { openModel(paths.first()); });
    column->addWidget(m_own);
    column->addStretch(1);
    left->addWidget(widgets::scrolling(content), 1);
    columns->addLayout(left, 11);

    m_layers = new LayerCard(workspace, LayerCard::Size::Full);
    columns->addWidget(m_layers, 12);

    connect(&m_models, &QAbstractItemModel::rowsInserted, this, &ModelPage::rebuildCards);
    connect(&m_models, &QAbstractItemModel::rowsRemoved, this, &ModelPage::rebuildCards);
    connect(&m_models, &QAbstractItemModel::dataChanged, this, &ModelPage::rebuildCards);
    connect(m_samples, &QAbstractItemModel::modelReset, this, &ModelPage::setPictures);
    connect(&workspace, &models::Workspace::labChanged, this, &ModelPage::takeLab);
    connect(&workspace, &models::Workspace::modelFailed, this, &ModelPage::showTrouble);
    rebuildCards();
    takeLab();
}

void ModelPage::rebuildCards()
{
    clearLayout(m_cardColumn);
    m_cards.clear();
    std::vector<int> rows;
    for (int row = 0; row < m_models.rowCount(); ++row)
        rows.push_back(row);
    // What cannot be used stands last.
    std::stable_partition(rows.begin(), rows.end(), [this](int row) {
        return m_models.index(row).data(ModelListModel::UnsuitableRole).toString().isEmpty();
    });
    for (const int row : rows) {
        auto *card = new ModelChoiceCard(m_models.index(row));
        connect(card, &ModelChoiceCard::chosen, this, &ModelPage::openModel);
        m_cardColumn->addWidget(card);
        m_cards.push_back(card);
    }
    setPictures();
}

void ModelPage::setPictures()
{
    for (ModelChoiceCard *card : m_cards) {
        const QString sample = sampleOf(card->modelName());
        for (int row = 0; row < m_samples->rowCount(); ++row) {
            const QModelIndex index = m_samples->index(row, 0);
            if (index.data(models::SampleListModel::NameRole).toString() == sample)
                card->setPictures(index.data(models::SampleListModel::MosaicRole).value<QVector<QImage>>());
        }
    }
}

void ModelPage::takeLab()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const bool known = lab && lab->model.has_value();
    m_models.setExamples(lab && !lab->examples.empty() ? std::optional(m_workspace.modality()) : std::nullopt);
    m_models.setLabModel(known ? std::optional(lab->model->model) : std::nullopt);
    const QString name = !known     ? QString()
        : lab->model->model.bundled ? QString::fromStdString(lab->model->model.card.name)
                                    : QString::fromStdString(lab->model->model.path);
    for (ModelChoiceCard *card : m_cards) {
        card->setChosen(card->modelName() == name);
        card->setEnabledForUse(!lab || (!lab->readOnly && !m_workspace.isRunning()));
    }
    const bool ask = known && !lab->model->model.card.confirmed && !lab->model->opening && !lab->model->error;
    if (ask && m_formHash != lab->model->model.hash) {
        m_form->setCard(lab->model->model.card, lab->model->outputs);
        m_formHash = lab->model->model.hash;
    }
    m_form->setVisible(ask);
    if (!ask)
        m_formHash.clear();
}

void ModelPage::openModel(const QString &nameOrPath)
{
    m_trouble->hide();
    m_workspace.commands().chooseModel(nameOrPath);
}

void ModelPage::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a model file"), {},
                                                      tr("TorchScript models (*.pt *.ptl *.torchscript *.pth);;All files (*)"));
    if (!path.isEmpty())
        openModel(path);
}

void ModelPage::showTrouble(const QString &, const Error &error)
{
    setTrouble(m_trouble, error);
    takeLab(); // the old model is still the chosen one
}

} // namespace shotlab::pages
