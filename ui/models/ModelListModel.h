// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QAbstractListModel>

#include "lab/Lab.h"
#include "lab/ModelCard.h"

namespace shotlab::models
{

/// The bundled models, by their card files; an own model of the lab stands behind them.
class ModelListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Entry {
        ModelCard card;
        qint64 bytes = 0; ///< size of the file, 0 = unknown
        bool bundled = true;
    };
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString, what chooseModel takes
        KnowsRole, ///< QString
        DetailRole, ///< QString
        FactsRole, ///< QString
        CautionRole, ///< QString, may be empty
        ProperNameRole, ///< QString
        BundledRole, ///< bool
        SortRole, ///< qlonglong, weights
        ModalityRole, ///< int, Modality
        UnsuitableRole, ///< QString, why the examples of the lab are not for it; empty when they are
    };

    explicit ModelListModel(QObject *parent = nullptr);

    /// Reads FOLDER/models/*.card.json; small files, so this is done at once.
    void loadBundled(const QString &resourceFolder);
    /// The model of the open lab; a bundled one adds no row.
    void setLabModel(const std::optional<LabModel> &model);
    /// What the lab's examples are; nothing while it has none.
    void setExamples(std::optional<Modality> modality);
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Entry> m_entries;
    QString m_ownPath;
    std::optional<Modality> m_examples;
};

} // namespace shotlab::models
