// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/LabSessionPrivate.h"

#include <algorithm>
#include <utility>

#include <QFile>

#include "runner/CacheFolder.h"
#include "runner/LabViewBuilder.h"
#include "runner/Threads.h"

namespace shotlab::runner
{

namespace
{

constexpr std::size_t kThumbnailsAtOnce = 64;

QString resourcesOf(const LabSession::Options &options)
{
    return options.resourceFolder.isEmpty() ? importer::resourceFolder() : options.resourceFolder;
}

EngineProcess::Options engineOptions(const LabSession::Options &options)
{
    EngineProcess::Options engine;
    engine.program = options.enginePath;
    engine.threads = options.threads > 0 ? options.threads : physicalCores();
    engine.cacheFolder = cachePath(QStringLiteral("features"));
    engine.encoder = ModelLibrary(resourcesOf(options)).locate(QStringLiteral("minilm-l6")).value_or(QString());
    return engine;
}

} // namespace

LabSession::Private::Private(LabSession *session, const Options &options)
    : q(session), threads(engineOptions(options).threads),
      library(resourcesOf(options)),
      speed(cachePath(QStringLiteral("speed.json"))), engine(engineOptions(options), session), executor(engine, session),
      advisor(engine, session),
      model(library, executor, speed, engineOptions(options), session), job(session), thumbnailTimer(session)
{
    thumbnailTimer.setSingleShot(true);
    QObject::connect(&thumbnailTimer, &QTimer::timeout, q, [this] { sendThumbnails(); });
    QObject::connect(&job, &ImportJob::progress, q, &LabSession::importProgress);
    QObject::connect(&advisor, &LinkAdvisor::advised, q, &LabSession::linksAdvised);
    connectEngine();
    connectModel();
}

void LabSession::Private::connectEngine()
{
    QObject::connect(&engine, &EngineProcess::ready, q,
                     [this](const protocol::Ready &ready) { Q_EMIT q->engineReady(ready.threads); });
    QObject::connect(&engine, &EngineProcess::ended, q, [this](const std::optional<Error> &why) {
        if (why)
            Q_EMIT q->engineLost(*why);
    });
}

void LabSession::Private::connectModel()
{
    QObject::connect(&model, &ModelDesk::changed, q, [this] { emitLab(); });
    QObject::connect(&model, &ModelDesk::chosen, q, [this] { changed({}); });
    QObject::connect(&model, &ModelDesk::failed, q, &LabSession::modelFailed);
    QObject::connect(&model, &ModelDesk::saveFailed, q, &LabSession::saveFailed);
}

void LabSession::Private::connectDesk()
{
    QObject::connect(desk.get(), &ComparisonDesk::labTouched, q, [this] { emitLab(); });
    QObject::connect(desk.get(), &ComparisonDesk::planRejected, q, &LabSession::planRejected);
    QObject::connect(desk.get(), &ComparisonDesk::comparisonChanged, q, &LabSession::comparisonChanged);
    QObject::connect(desk.get(), &ComparisonDesk::comparisonFinished, q, &LabSession::comparisonFinished);
    QObject::connect(desk.get(), &ComparisonDesk::progressed, q, &LabSession::progressed);
    QObject::connect(desk.get(), &ComparisonDesk::firstPictureComplete, q, &LabSession::firstPictureComplete);
    QObject::connect(desk.get(), &ComparisonDesk::curvesReady, q, &LabSession::curvesReady);
    QObject::connect(desk.get(), &ComparisonDesk::mixUpsReady, q, &LabSession::mixUpsReady);
    QObject::connect(desk.get(), &ComparisonDesk::mixUpExamplesReady, q, &LabSession::mixUpExamplesReady);
    QObject::connect(desk.get(), &ComparisonDesk::readoutsReady, q, &LabSession::readoutsReady);
    QObject::connect(desk.get(), &ComparisonDesk::readoutsFailed, q, &LabSession::readoutsFailed);
    QObject::connect(desk.get(), &ComparisonDesk::answersReady, q, &LabSession::answersReady);
    QObject::connect(desk.get(), &ComparisonDesk::answersFailed, q, &LabSession::answersFailed);
    QObject::connect(desk.get(), &ComparisonDesk::preparing, q, &LabSession::preparing);
    // A model that was chosen meanwhile had to wait for the engine.
    QObject::connect(desk.get(), &ComparisonDesk::comparisonFinished, q, [this] { model.refresh(); });
    QObject::connect(desk.get(), &ComparisonDesk::saved, q, &LabSession::saved);
    QObject::connect(desk.get(), &ComparisonDesk::saveFailed, q, &LabSession::saveFailed);
}

void LabSession::Private::adopt(std::unique_ptr<LabEditor> editor)
{
    lab = std::move(editor);
    desk = std::make_unique<ComparisonDesk>(*lab, executor, speed, library, threads);
    connectDesk();
    model.setLab(lab.get());
    Q_EMIT q->labOpened(lab->store().path());
    emitLab();
    if (const auto comparisons = lab->store().comparisons(); comparisons && !comparisons->empty())
        desk->show(comparisons->back());
}

void LabSession::Private::open(const QString &path, store::Access access)
{
    q->closeLab();
    auto store = store::LabStore::open(path, access);
    auto editor = store ? LabEditor::over(std::move(*store)) : tl::unexpected(store.error());
    if (editor)
        adopt(std::move(*editor));
    else
        Q_EMIT q->labFailed(path, editor.error());
}

void LabSession::Private::create(const QString &path, const QString &modelName, const LabInfo &info, const ImportJob::Work &work,
                                 std::optional<double> testFraction)
{
    q->closeLab();
    if (QFile::exists(path)) { // found out now rather than after minutes of reading
        Q_EMIT q->labFailed(path, Error {ErrorCode::LabExists, {path.toStdString()}, {}});
        return;
    }
    job.start(work, [this, path, modelName, info, testFraction](std::optional<Result<importer::ImportedData>> data) {
        if (!data) {
            Q_EMIT q->importFinished(0, {});
            return;
        }
        if (!*data) {
            Q_EMIT q->labFailed(path, data->error());
            return;
        }
        LabSeed seed {info, std::nullopt, {}, std::move(**data), testFraction};
        if (seed.info.title.empty())
            seed.info.title = seed.data.title;
        const QString suitable = modelName.isEmpty() ? ModelLibrary::mostSuitable(seed.data) : modelName;
        makeNewLab(path, suitable, std::move(seed));
    });
}

void LabSession::Private::makeNewLab(const QString &path, const QString &modelName, LabSeed seed)
{
    const auto withModel = [this, path, seed = std::make_shared<LabSeed>(std::move(seed))](Result<ChosenModel> chosen) {
        if (!chosen) {
            Q_EMIT q->labFailed(path, chosen.error());
            return;
        }
        if (!seed->data.classes.empty() && chosen->model.card.modality != seed->data.modality) {
            Q_EMIT q->labFailed(path, Error {ErrorCode::ModelUnsuitable, {chosen->model.card.name, modalityWord(seed->data.modality)}, {}});
            return;
        }
        seed->model = std::move(chosen->model);
        seed->modelBytes = std::move(chosen->bytes);
        auto editor = makeLab(path, *seed);
        if (!editor) {
            Q_EMIT q->labFailed(path, editor.error());
            return;
        }
        int examples = 0;
        QStringList left;
        for (const auto &imported : seed->data.classes)
            examples += static_cast<int>(imported.examples.size());
        for (const auto &file : seed->data.rejected)
            left.append(file.path);
        rejected = std::move(seed->data.rejected);
        adopt(std::move(*editor));
        Q_EMIT q->importFinished(examples, left);
    };
    model.resolve(modelName, withModel);
}

void LabSession::Private::import(const QString &path, const ImportJob::Work &work, std::optional<ClassId> into)
{
    if (!lab)
        return;
    job.start(work, [this, path, into](const std::optional<Result<importer::ImportedData>> &data) {
        if (!data)
            Q_EMIT q->importFinished(0, {});
        else if (!*data)
            Q_EMIT q->importFailed(path, data->error());
        else
            importInto(path, **data, into);
    });
}

Done LabSession::Private::prepareFor(const QString &path, const importer::ImportedData &data)
{
    const bool isText = data.modality == Modality::Text;
    if (!lab->data().model || lab->data().isText() == isText)
        return {};
    if (!lab->data().examples.empty())
        return fail(isText ? ErrorCode::DataIsText : ErrorCode::DataIsPictures, {path.toStdString()});
    const auto suitable = library.bundled(ModelLibrary::mostSuitable(data));
    return suitable ? model.replace(*suitable) : Done(tl::unexpected(suitable.error()));
}

void LabSession::Private::importInto(const QString &path, const importer::ImportedData &data, std::optional<ClassId> into)
{
    QStringList left;
    for (const auto &file : data.rejected)
        left.append(file.path);
    rejected = data.rejected;
    const bool empty = std::all_of(data.classes.begin(), data.classes.end(), [](const auto &c) { return c.examples.empty(); });
    const bool isText = data.modality == Modality::Text;
    const Error nothing {isText ? ErrorCode::NoReadableTexts : ErrorCode::NoReadablePictures, {path.toStdString()}, {}};
    if (const Done fits = empty ? Done(tl::unexpected(nothing)) : prepareFor(path, data); !fits) {
        Q_EMIT q->importFailed(path, fits.error());
        emitLab();
        return;
    }
    const auto added = lab->addImported(data, into);
    changed(added ? Done {} : Done(tl::unexpected(added.error())));
    Q_EMIT q->importFinished(added.value_or(0), left);
}

void LabSession::Private::changed(const Done &done)
{
    if (!done)
        Q_EMIT q->saveFailed(done.error());
    emitLab();
    desk->dataChanged();
}

void LabSession::Private::emitLab()
{
    if (lab)
        Q_EMIT q->labChanged(labView(*lab, model.view(), rejected));
}

void LabSession::Private::sendThumbnails()
{
    QHash<qint64, QByteArray> pngById;
    while (lab && !thumbnailQueue.empty() && static_cast<std::size_t>(pngById.size()) < kThumbnailsAtOnce) {
        const ExampleId id = thumbnailQueue.front();
        thumbnailQueue.pop_front();
        pngById.insert(id.value, lab->store().thumbnail(id).value_or(QByteArray()));
    }
    if (!pngById.isEmpty())
        Q_EMIT q->thumbnailsReady(pngById);
    if (!thumbnailQueue.empty())
        thumbnailTimer.start(0);
}

} // namespace shotlab::runner
