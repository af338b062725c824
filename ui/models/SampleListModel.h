// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QImage>
#include <QStringList>

#include "lab/ModelCard.h"

namespace shotlab::models
{

/// The samples on board. Their pictures are read by a helper thread, so rows appear shortly after load().
class SampleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Sample {
        QString name; ///< "digits"
        int classes = 0;
        int examples = 0;
        QVector<QImage> mosaic; ///< up to nine
        Modality modality = Modality::Picture;
        QStringList sentences {}; ///< instead of the mosaic
    };
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString
        QuestionRole, ///< QString
        ClassesRole, ///< int
        ExamplesRole, ///< int
        MosaicRole, ///< QVector<QImage>
        CountRole, ///< QString, "3,000 pictures"
        SentencesRole, ///< QStringList, of a sample of text
    };

    explicit SampleListModel(QObject *parent = nullptr);

    void load();
    void setSamples(std::vector<Sample> samples);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Sample> m_samples;
};

} // namespace shotlab::models
