// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/SampleListModel.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "importer/Importer.h"
#include "text/Catalogue.h"
#include "text/Numbers.h"

namespace shotlab::models
{

namespace
{

std::vector<SampleListModel::Sample> readSamples()
{
    std::vector<SampleListModel::Sample> samples;
    for (const std::string &name : importer::sampleNames()) {
        const Result<importer::SampleInfo> info = importer::sampleInfo(name);
        if (!info)
            continue; // a damaged sample is not offered
        SampleListModel::Sample sample {QString::fromStdString(name), info->classes, info->examples, {}, info->modality, {}};
        for (const std::string &sentence : info->sentences)
            sample.sentences.append(QString::fromStdString(sentence));
        for (const QByteArray &bytes : info->mosaic)
            sample.mosaic.append(QImage::fromData(bytes));
        samples.push_back(std::move(sample));
    }
    return samples;
}

} // namespace

SampleListModel::SampleListModel(QObject *parent) : QAbstractListModel(parent) { }

void SampleListModel::load()
{
    QThreadPool::globalInstance()->start([self = QPointer(this)] {
        auto samples = readSamples();
        QMetaObject::invokeMethod(
            qApp,
            [self, samples = std::move(samples)] {
                if (self)
                    self->setSamples(samples);
            },
            Qt::QueuedConnection);
    });
}

void SampleListModel::setSamples(std::vector<Sample> samples)
{
    beginResetModel();
    m_samples = std::move(samples);
    endResetModel();
}

int SampleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_samples.size());
}

QVariant SampleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Sample &sample = m_samples[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text::sampleText(sample.name).title;
    case NameRole:
        return sample.name;
    case QuestionRole:
        return text::sampleText(sample.name).question;
    case ClassesRole:
        return sample.classes;
    case ExamplesRole:
        return sample.examples;
    case CountRole:
        return text::contentText(sample.modality, sample.examples);
    case SentencesRole:
        return sample.sentences;
    case MosaicRole:
        return QVariant::fromValue(sample.mosaic);
    default:
        return {};
    }
}

} // namespace shotlab::models
