// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ModelListModel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include "text/Catalogue.h"

namespace shotlab::models
{

ModelListModel::ModelListModel(QObject *parent) : QAbstractListModel(parent) { }

void ModelListModel::loadBundled(const QString &resourceFolder)
{
    std::vector<Entry> entries;
    const QDir folder(QDir(resourceFolder).filePath(QStringLiteral("models")));
    for (const QFileInfo &info : folder.entryInfoList({QStringLiteral("*.card.json")}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        const auto json = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
        if (json.is_discarded())
            continue;
        const Result<ModelCard> card = modelCardFromJson(json);
        const QFileInfo weights(folder.filePath(info.fileName().chopped(qstrlen(".card.json")) + QStringLiteral(".pt")));
        if (card && weights.exists())
            entries.push_back({*card, weights.size(), true});
    }
    beginResetModel();
    m_entries = std::move(entries);
    m_ownPath.clear();
    endResetModel();
}

void ModelListModel::setLabModel(const std::optional<LabModel> &model)
{
    const bool own = model && !model->bundled;
    const bool hadOwn = !m_entries.empty() && !m_entries.back().bundled;
    const int last = rowCount() - 1;
    if (own && hadOwn) {
        m_ownPath = QString::fromStdString(model->path);
        m_entries.back().card = model->card;
        Q_EMIT dataChanged(index(last), index(last));
    } else if (hadOwn) {
        beginRemoveRows({}, last, last);
        m_entries.pop_back();
        endRemoveRows();
    } else if (own) {
        beginInsertRows({}, last + 1, last + 1);
        m_ownPath = QString::fromStdString(model->path);
        m_entries.push_back({model->card, QFileInfo(m_ownPath).size(), false});
        endInsertRows();
    }
}

void ModelListModel::setExamples(std::optional<Modality> modality)
{
    if (m_examples == modality)
        return;
    m_examples = modality;
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text::modelText(entry.card).title;
    case NameRole:
        return entry.bundled ? QString::fromStdString(entry.card.name) : m_ownPath;
    case ProperNameRole:
        return text::modelText(entry.card).name;
    case KnowsRole:
        return text::modelText(entry.card).knows;
    case DetailRole:
        return text::modelText(entry.card).detail;
    case FactsRole:
        return text::modelFacts(entry.card, entry.bytes);
    case CautionRole:
        return text::modelCaution(entry.card);
    case BundledRole:
        return entry.bundled;
    case ModalityRole:
        return static_cast<int>(entry.card.modality);
    case UnsuitableRole:
        return m_examples ? text::modelUnsuitability(entry.card, *m_examples) : QString();
    case SortRole:
        return static_cast<qlonglong>(entry.card.parameters);
    default:
        return {};
    }
}

} // namespace shotlab::models
