// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/LabSession.h"

#include <algorithm>
#include <utility>

#include <QDateTime>

#include "media/Picture.h"
#include "runner/LabSessionPrivate.h"

namespace shotlab::runner
{

namespace
{

LabInfo newInfo(const QString &title, std::uint64_t seed)
{
    LabInfo info;
    info.title = title.toStdString();
    info.seed = seed;
    info.createdAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    info.createdBy = SHOTLAB_VERSION;
    return info;
}

} // namespace

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
    const QString suitable = model.isEmpty() ? ModelLibrary::mostSuitable({}) : model;
    d->makeNewLab(labPath, suitable, {newInfo(title, 1), std::nullopt, {}, {}, std::nullopt});
}

void LabSession::openLab(const QString &path) { d->open(path, store::Access::ReadWrite); }

void LabSession::openLabReadOnly(const QString &path) { d->open(path, store::Access::ReadOnly); }

void LabSession::rescueLab(const QString &damagedPath, const QString &labPath)
{
    closeLab();
    if (const Done done = store::LabStore::salvage(damagedPath, labPath); !done)
        Q_EMIT labFailed(damagedPath, done.error());
    else
        openLab(labPath);
}

void LabSession::closeLab()
{
    d->job.stop();
    d->advisor.forget();
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

void LabSession::requestLinkAdvice()
{
    if (d->lab && !d->lab->data().isText() && d->lab->data().model)
        d->advisor.ask(d->lab->data().classes, d->lab->data().model->card.sourceLabels);
}

void LabSession::setLinks(ClassId classId, const std::vector<int> &links)
{
    if (d->lab)
        d->changed(d->lab->setLinks(classId, links));
}

void LabSession::setWords(ClassId classId, const ClassWords &words)
{
    if (d->lab)
        d->changed(d->lab->setWords(classId, words));
}

void LabSession::importIntoClass(const QStringList &paths, ClassId classId)
{
    if (std::all_of(paths.begin(), paths.end(), importer::isTable)) { // a table names the classes itself
        importAsClasses(paths);
        return;
    }
    const auto work = [paths](const importer::Progress &progress, const std::stop_token &stop) {
        return Result<importer::ImportedData>(importer::importFiles(paths, importer::modalityOf(paths), progress, stop));
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

void LabSession::importLines(const QString &text, ClassId classId)
{
    if (d->lab)
        d->importInto({}, importer::importLines(text), classId);
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

void LabSession::runCellsAgain(ComparisonId id, const std::vector<std::pair<int, Shots>> &cells)
{
    if (d->desk)
        d->desk->runAgain(id, {cells.begin(), cells.end()});
}

void LabSession::setMarks(ComparisonId id, const CellMarks &marks)
{
    if (d->lab)
        d->changed(d->lab->setMarks(id, marks));
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

void LabSession::requestMixUpExamples(int arm, Shots shots, int trueClass, int answered)
{
    if (d->desk)
        d->desk->requestMixUpExamples(arm, shots, trueClass, answered);
}

void LabSession::requestReadouts(Shots shots, int draws, int firstDraw)
{
    if (d->desk)
        d->desk->requestReadouts(shots, draws, firstDraw);
    else
        Q_EMIT readoutsFailed(Error {ErrorCode::NothingToRun, {}, {}});
}

void LabSession::requestAnswers(const QByteArray &example, Shots shots, int token)
{
    if (d->desk)
        d->desk->requestAnswers(example, shots, token);
    else
        Q_EMIT answersFailed(token, Error {ErrorCode::NothingToRun, {}, {}});
}

void LabSession::prepareMethod(int arm, Shots shots)
{
    if (d->desk)
        d->desk->prepareMethod(arm, shots);
}

void LabSession::stopPreparing()
{
    if (d->desk)
        d->desk->stopPreparing();
}

void LabSession::requestThumbnails(const std::vector<ExampleId> &ids)
{
    d->thumbnailQueue.insert(d->thumbnailQueue.end(), ids.begin(), ids.end());
    if (!d->thumbnailTimer.isActive())
        d->thumbnailTimer.start(0);
}

void LabSession::requestSentences(const std::vector<ExampleId> &ids)
{
    QHash<qint64, QString> textById;
    for (const ExampleId id : ids) {
        if (const auto bytes = d->lab ? d->lab->store().exampleBytes(id) : Result<QByteArray>(QByteArray()))
            textById.insert(id.value, QString::fromUtf8(*bytes));
    }
    if (!textById.isEmpty())
        Q_EMIT sentencesReady(textById);
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
    qRegisterMetaType<MixUpExamplesView>("shotlab::runner::MixUpExamplesView");
    qRegisterMetaType<ReadoutsView>("shotlab::runner::ReadoutsView");
    qRegisterMetaType<AnswersView>("shotlab::runner::AnswersView");
    qRegisterMetaType<LinkAdvice>("shotlab::runner::LinkAdvice");
    qRegisterMetaType<PreparationView>("shotlab::runner::PreparationView");
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
