// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/LabSession.h"

#include <deque>
#include <utility>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include "media/Picture.h"
#include "runner/ComparisonDesk.h"
#include "runner/ImportJob.h"
#include "runner/LabViewBuilder.h"
#include "runner/ModelDesk.h"
#include "runner/NewLab.h"
#include "runner/Threads.h"

namespace shotlab::runner
{

namespace
{

constexpr std::size_t kThumbnailsAtOnce = 64;

LabInfo newInfo(const QString &title, std::uint64_t seed)
{
    LabInfo info;
    info.title = title.toStdString();
    info.seed = seed;
    info.createdAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    info.createdBy = SHOTLAB_VERSION;
    return info;
}

int threadsOf(const LabSession::Options &options) { return options.threads > 0 ? options.threads : physicalCores(); }

} // namespace

class LabSession::Private
{
public:
    Private(LabSession *session, const Options &options);

    void connectEngine();
    void connectModel();
    /// Makes a lab the open one.
    void adopt(std::unique_ptr<LabEditor> editor);
    void open(const QString &path, store::Access access);
    void connectDesk();
    /// Runs work beside the session, then makes a lab of what it brings and of the model, or says labFailed.
    void create(const QString &path, const QString &model, const LabInfo &info, const ImportJob::Work &work,
                std::optional<double> testFraction = std::nullopt);
    void makeNewLab(const QString &path, const QString &model, LabSeed seed);
    /// Brings data into the open lab.
    void import(const QString &path, const ImportJob::Work &work, std::optional<ClassId> into);
    void importInto(const QString &path, const importer::ImportedData &data, std::optional<ClassId> into);
    /// A change to the lab was tried.
    void changed(const Done &done);
    void emitLab();
    void sendThumbnails();

    LabSession *q;
    int threads;
    ModelLibrary library;
    SpeedBook speed;
    EngineProcess engine;
    RunExecutor executor;
    ModelDesk model;
    ImportJob job;
    QTimer thumbnailTimer;
    std::unique_ptr<LabEditor> lab;
    std::unique_ptr<ComparisonDesk> desk; ///< of lab; goes before it
    std::vector<importer::Rejected> rejected;
    std::deque<ExampleId> thumbnailQueue;
};

LabSession::Private::Private(LabSession *session, const Options &options)
    : q(session), threads(threadsOf(options)),
      library(options.resourceFolder.isEmpty() ? importer::resourceFolder() : options.resourceFolder),
      speed(SpeedBook::defaultFile()), engine({options.enginePath, threads}, session), executor(engine, session),
      model(library, executor, {options.enginePath, threads}, session), job(session), thumbnailTimer(session)
{
    thumbnailTimer.setSingleShot(true);
    QObject::connect(&thumbnailTimer, &QTimer::timeout, q, [this] { sendThumbnails(); });
    QObject::connect(&job, &ImportJob::progress, q, &LabSession::importProgress);
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
        makeNewLab(path, modelName.isEmpty() ? ModelLibrary::mostSuitable(seed.data) : modelName, std::move(seed));
    });
}

void LabSession::Private::makeNewLab(const QString &path, const QString &modelName, LabSeed seed)
{
    const auto withModel = [this, path, seed = std::make_shared<LabSeed>(std::move(seed))](Result<ChosenModel> chosen) {
        if (!chosen) {
            Q_EMIT q->labFailed(path, chosen.error());
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

void LabSession::Private::importInto(const QString &path, const importer::ImportedData &data, std::optional<ClassId> into)
{
    QStringList left;
    for (const auto &file : data.rejected)
        left.append(file.path);
    rejected = data.rejected;
    const bool empty = std::all_of(data.classes.begin(), data.classes.end(), [](const auto &c) { return c.examples.empty(); });
    if (empty) {
        Q_EMIT q->importFailed(path, Error {ErrorCode::NoReadablePictures, {path.toStdString()}, {}});
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

LabSession::LabSession(Options options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(this, options)) { }

LabSession::~LabSession() = default;

void LabSession::warmUp()
{
    d->engine.start();
    d->model.look();
}

void LabSession::createFromSample(const QString &sample, const QString &labPath)
{
    const auto about = importer::sampleInfo(sample.toStdString());
    if (!about) {
        closeLab();
        Q_EMIT labFailed(labPath, about.error());
        return;
    }
    LabInfo info = newInfo(QString::fromStdString(about->title), 1);
    info.sample = about->name;
    d->create(labPath, QString::fromStdString(about->model), info,
              [name = about->name](const importer::Progress &progress, const std::stop_token &stop) {
                  return importer::importSample(name, progress, stop);
              });
}

void LabSession::createFromData(const QString &dataPath, const QString &model, const QString &labPath)
{
    NewLabRequest request;
    request.labPath = labPath;
    request.dataPath = dataPath;
    request.model = model;
    createLab(request);
}

void LabSession::createLab(const NewLabRequest &request)
{
    LabInfo info = newInfo({}, request.seed);
    info.testByUser = !request.testPath.isEmpty();
    d->create(
        request.labPath, request.model, info,
        [request](const importer::Progress &progress, const std::stop_token &stop) {
            return readRequestedData(request, progress, stop);
        },
        request.testFraction);
}

void LabSession::createEmpty(const QString &title, const QString &model, const QString &labPath)
{
    closeLab();
    d->makeNewLab(labPath, model, {newInfo(title, 1), std::nullopt, {}, {}, std::nullopt});
}

void LabSession::openLab(const QString &path) { d->open(path, store::Access::ReadWrite); }

void LabSession::openLabReadOnly(const QString &path) { d->open(path, store::Access::ReadOnly); }

void LabSession::closeLab()
{
    d->job.stop();
    d->thumbnailQueue.clear();
    d->rejected.clear();
    d->desk.reset();
    d->model.setLab(nullptr);
    if (std::exchange(d->lab, nullptr))
        Q_EMIT labClosed();
}

void LabSession::saveCopy(const QString &path)
{
    if (!d->lab)
        return;
    if (const Done done = d->lab->store().saveCopy(path); !done)
        Q_EMIT saveFailed(done.error());
    else
        Q_EMIT saved();
}

void LabSession::renameLab(const QString &title)
{
    if (d->lab)
        d->changed(d->lab->rename(title.toStdString()));
}

void LabSession::chooseModel(const QString &nameOrPath)
{
    if (d->lab)
        d->model.choose(nameOrPath);
}

void LabSession::confirmCard(const ModelCard &card) { d->model.confirm(card); }

void LabSession::setLinks(ClassId classId, const std::vector<int> &links)
{
    if (d->lab)
        d->changed(d->lab->setLinks(classId, links));
}

void LabSession::importIntoClass(const QStringList &paths, ClassId classId)
{
    const auto work = [paths](const importer::Progress &progress, const std::stop_token &stop) {
        return Result<importer::ImportedData>(importer::importFiles(paths, progress, stop));
    };
    d->import(paths.value(0), work, classId);
}

void LabSession::importAsClasses(const QStringList &paths)
{
    const auto work = [paths](const importer::Progress &progress, const std::stop_token &stop) {
        return importDropped(paths, progress, stop);
    };
    d->import(paths.value(0), work, std::nullopt);
}

void LabSession::importBytes(const QByteArray &picture, ClassId classId)
{
    if (!d->lab)
        return;
    auto stored = media::prepareForLab(picture);
    if (!stored) {
        Q_EMIT importFailed({}, stored.error());
        return;
    }
    importer::ImportedExample example;
    example.hash = media::sha256(stored->bytes);
    if (stored->scaled)
        example.originalHash = media::sha256(picture);
    example.bytes = std::move(stored->bytes);
    example.width = stored->width;
    example.height = stored->height;
    example.thumbnail = std::move(stored->thumbnail);
    importer::ImportedData data;
    data.classes.push_back({{}, {}, {}, {std::move(example)}});
    d->importInto({}, data, classId);
}

void LabSession::stopImport() { d->job.stop(); }

void LabSession::addClass(const QString &name)
{
    if (d->lab)
        d->changed(d->lab->addClass(name.trimmed().toStdString()));
}

void LabSession::renameClass(ClassId classId, const QString &name)
{
    if (d->lab)
        d->changed(d->lab->renameClass(classId, name.trimmed().toStdString()));
}

void LabSession::removeClass(ClassId classId)
{
    if (d->lab)
        d->changed(d->lab->removeClass(classId));
}

void LabSession::moveExamples(const std::vector<ExampleId> &ids, ClassId to)
{
    if (d->lab)
        d->changed(d->lab->moveExamples(ids, to));
}

void LabSession::removeExamples(const std::vector<ExampleId> &ids)
{
    if (d->lab)
        d->changed(d->lab->removeExamples(ids));
}

void LabSession::undo()
{
    if (!d->lab)
        return;
    const Done done = d->lab->undo();
    d->model.refresh();
    d->changed(done);
}

void LabSession::redo()
{
    if (!d->lab)
        return;
    const Done done = d->lab->redo();
    d->model.refresh();
    d->changed(done);
}

void LabSession::estimate(const ComparisonPlan &plan, int token)
{
    if (d->desk)
        Q_EMIT planEstimated(token, d->desk->estimate(plan));
}

void LabSession::startComparison(const ComparisonPlan &plan, bool fresh)
{
    if (d->desk)
        d->desk->start(plan, fresh);
}

void LabSession::resumeComparison(ComparisonId id)
{
    if (d->desk)
        d->desk->continueStored(id);
}

void LabSession::pause()
{
    if (d->desk)
        d->desk->pause();
}

void LabSession::resume()
{
    if (d->desk)
        d->desk->resume();
}

void LabSession::cancelComparison()
{
    if (d->desk)
        d->desk->cancel();
}

void LabSession::showComparison(ComparisonId id)
{
    if (d->desk)
        d->desk->show(id);
}

void LabSession::requestCurves(int arm, Shots shots)
{
    if (d->desk)
        d->desk->requestCurves(arm, shots);
}

void LabSession::requestMixUps(int arm, Shots shots)
{
    if (d->desk)
        d->desk->requestMixUps(arm, shots);
}

void LabSession::requestThumbnails(const std::vector<ExampleId> &ids)
{
    d->thumbnailQueue.insert(d->thumbnailQueue.end(), ids.begin(), ids.end());
    if (!d->thumbnailTimer.isActive())
        d->thumbnailTimer.start(0);
}

void LabSession::requestPicture(ExampleId id)
{
    if (!d->lab)
        return;
    if (const auto bytes = d->lab->store().exampleBytes(id))
        Q_EMIT pictureReady(id, *bytes);
}

void registerMetaTypes()
{
    qRegisterMetaType<Error>("shotlab::Error");
    qRegisterMetaType<ExampleId>("shotlab::ExampleId");
    qRegisterMetaType<LabViewPtr>("shotlab::runner::LabViewPtr");
    qRegisterMetaType<ComparisonViewPtr>("shotlab::runner::ComparisonViewPtr");
    qRegisterMetaType<ProgressView>("shotlab::runner::ProgressView");
    qRegisterMetaType<PlanEstimate>("shotlab::runner::PlanEstimate");
    qRegisterMetaType<CurvesView>("shotlab::runner::CurvesView");
    qRegisterMetaType<MixUpsView>("shotlab::runner::MixUpsView");
}

ComparisonPlan defaultPlan(const ModelView &model, std::uint64_t seed)
{
    const ModelCard &card = model.model.card;
    ComparisonPlan plan;
    for (const ArmKind kind : allArmKinds()) {
        if (!onByDefault(kind, card))
            continue;
        Arm arm = defaultArm(kind, card);
        if (kind == ArmKind::ChosenLayers)
            arm.layers = normalised(model.layers, LayerMap {model.suggestedLearning});
        plan.arms.push_back(std::move(arm));
    }
    for (const int perClass : {0, 1, 2, 5, 10})
        plan.shots.push_back(Shots(perClass));
    plan.shots.push_back(Shots::all());
    plan.draws = defaultDrawCounts(card);
    plan.seed = seed;
    return plan;
}

} // namespace shotlab::runner
