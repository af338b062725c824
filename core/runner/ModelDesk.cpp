// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/ModelDesk.h"

#include <utility>

#include <QFile>

namespace shotlab::runner
{

ModelDesk::ModelDesk(const ModelLibrary &library, RunExecutor &executor, SpeedBook &speed, EngineProcess::Options options,
                     QObject *parent)
    : QObject(parent), m_library(library), m_executor(executor), m_speed(speed), m_inspector(std::move(options), this)
{
    connect(&executor, &RunExecutor::modelOpened, this, &ModelDesk::onOpened);
    connect(&executor, &RunExecutor::modelRefused, this, &ModelDesk::onRefused);
}

void ModelDesk::setLab(LabEditor *lab)
{
    m_lab = lab;
    m_view.reset();
    m_inspector.stop();
    if (lab)
        refresh();
}

void ModelDesk::refresh()
{
    const auto &model = m_lab->data().model;
    if (!model) {
        m_view.reset();
        return;
    }
    const bool sameFile = m_view && m_view->model.hash == model->hash;
    if (!sameFile)
        m_view.emplace();
    m_view->model = *model;
    if (m_looks && m_view->layers.empty())
        look();
}

void ModelDesk::look()
{
    m_looks = true;
    if (!m_lab || !m_view || m_view->opening || m_executor.isBusy())
        return;
    const auto file = m_library.fileOf(m_view->model, m_lab->store());
    if (!file) {
        m_view->error = file.error();
        Q_EMIT changed();
        return;
    }
    m_view->opening = true;
    m_executor.openModel({*file, m_view->model.card, 0});
}

void ModelDesk::choose(const QString &nameOrPath)
{
    resolve(nameOrPath, [this, nameOrPath](const Result<ChosenModel> &model) {
        const Done fits = model ? whetherItFits(model->model.card) : Done(tl::unexpected(model.error()));
        if (fits)
            adopt(*model);
        else
            Q_EMIT failed(nameOrPath, fits.error());
    });
}

Done ModelDesk::whetherItFits(const ModelCard &card) const
{
    const LabData &data = m_lab->data();
    if (!data.model || data.examples.empty() || card.modality == data.model->card.modality)
        return {};
    return fail(ErrorCode::ModelUnsuitable, {card.name, modalityWord(data.model->card.modality)});
}

Done ModelDesk::replace(const LabModel &model)
{
    const Done done = m_lab->setModel(model, {});
    if (done)
        refresh();
    return done;
}

void ModelDesk::confirm(const ModelCard &card)
{
    if (!m_lab || !m_lab->data().model)
        return;
    LabModel model = *m_lab->data().model;
    model.card = card;
    model.card.confirmed = true;
    adopt({std::move(model), {}, std::nullopt});
}

void ModelDesk::resolve(const QString &nameOrPath, Then then)
{
    if (m_library.isBundled(nameOrPath)) {
        auto model = m_library.bundled(nameOrPath);
        then(model ? Result<ChosenModel>(ChosenModel {std::move(*model), {}, std::nullopt}) : tl::unexpected(model.error()));
        return;
    }
    const auto path = m_library.locate(nameOrPath);
    if (!path) {
        then(tl::unexpected(path.error()));
        return;
    }
    const auto answer = [path = *path, then = std::move(then)](const Result<protocol::ModelReport> &report) {
        if (!report) {
            then(tl::unexpected(report.error()));
            return;
        }
        ChosenModel own {{report->card, report->hash, path.toStdString(), false, false}, {}, *report};
        QFile file(path);
        if (file.size() <= kLargestEmbeddedModel && file.open(QIODevice::ReadOnly)) {
            own.bytes = file.readAll();
            own.model.embedded = true;
        }
        then(std::move(own));
    };
    m_inspector.inspect({*path, std::nullopt, 0}, answer);
}

void ModelDesk::adopt(const ChosenModel &model)
{
    if (!m_lab)
        return;
    if (const Done done = m_lab->setModel(model.model, model.bytes); !done) {
        Q_EMIT saveFailed(done.error());
        return;
    }
    refresh();
    if (model.report)
        fill(*model.report);
    Q_EMIT chosen();
}

void ModelDesk::onOpened(const ModelToOpen &model, const protocol::ModelReport &report)
{
    const ModelCard &card = model.card.value_or(report.card);
    ModelSpeed(m_speed, report.hash, card, model.workingSize, m_executor.engine().greeting()->threads)
        .recordTrial(report.secondsPerExample);
    // Runs open the model as well; it is news as long as nobody has seen its layers.
    if (!m_view || !m_view->layers.empty() || model.card != m_view->model.card)
        return;
    m_view->opening = false;
    m_view->error.reset();
    if (report.hash != m_view->model.hash) {
        if (!m_view->model.bundled) {
            m_view->error = Error {ErrorCode::ModelChanged, {model.path.toStdString()}, report.hash};
            Q_EMIT changed();
            return;
        }
        // A newer Shotlab brought newer weights: from here on the lab works with those.
        LabModel newer = m_view->model;
        newer.hash = report.hash;
        adopt({std::move(newer), {}, report});
        return;
    }
    fill(report);
    Q_EMIT changed();
}

void ModelDesk::onRefused(const ModelToOpen &, const Error &error)
{
    if (!m_view || !std::exchange(m_view->opening, false))
        return;
    m_view->error = error;
    Q_EMIT changed();
}

void ModelDesk::fill(const protocol::ModelReport &report)
{
    m_view->layers = report.layers;
    m_view->headPath = report.headPath;
    m_view->outputs = report.outputs;
    m_view->features = report.features;
    m_view->parameters = report.parameters;
    m_view->suggestedLearning = report.suggestedLearning;
    m_view->splits = report.splits;
    m_view->whyNotSplit = report.whyNotSplit;
    m_view->warnings = report.warnings;
    m_view->error.reset();
    m_view->opening = false;
}

} // namespace shotlab::runner
