// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/SessionThread.h"

#include <QFileInfo>

#include "models/Workspace.h"
#include "shell/LabFiles.h"
#include "text/Catalogue.h"

namespace shotlab::shell
{

using models::Workspace;
using runner::LabSession;

SessionThread::SessionThread(const LabSession::Options &options, QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("lab session"));
    m_thread.start();
    // Made on its own thread, so that everything it owns lives there too.
    QObject context;
    context.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &context,
        [&] {
            m_session = new LabSession(options);
            context.moveToThread(nullptr);
        },
        Qt::BlockingQueuedConnection);
}

SessionThread::~SessionThread()
{
    QMetaObject::invokeMethod(
        m_session, [this] { delete m_session; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void SessionThread::feed(Workspace &workspace)
{
    const LabSession *session = m_session;
    connect(session, &LabSession::labChanged, &workspace, &Workspace::takeLab);
    connect(session, &LabSession::labClosed, &workspace, &Workspace::labGone);
    connect(session, &LabSession::comparisonChanged, &workspace, &Workspace::takeComparison);
    connect(session, &LabSession::comparisonFinished, &workspace, &Workspace::takeComparison);
    connect(session, &LabSession::progressed, &workspace, &Workspace::takeProgress);
    connect(session, &LabSession::planEstimated, &workspace, &Workspace::takeEstimate);
    connect(session, &LabSession::curvesReady, &workspace, &Workspace::takeCurves);
    connect(session, &LabSession::mixUpsReady, &workspace, &Workspace::takeMixUps);
    connect(session, &LabSession::mixUpExamplesReady, &workspace, &Workspace::takeMixUpExamples);
    connect(session, &LabSession::readoutsReady, &workspace, &Workspace::takeReadouts);
    connect(session, &LabSession::readoutsFailed, &workspace, &Workspace::takeReadoutsError);
    connect(session, &LabSession::answersReady, &workspace, &Workspace::takeAnswers);
    connect(session, &LabSession::answersFailed, &workspace, &Workspace::takeAnswersError);
    connect(session, &LabSession::linksAdvised, &workspace, &Workspace::linksAdvised);
    connect(session, &LabSession::preparing, &workspace, &Workspace::takePreparation);
    connect(session, &LabSession::thumbnailsReady, &workspace, &Workspace::takeThumbnails);
    connect(session, &LabSession::sentencesReady, &workspace, &Workspace::takeSentences);
    connect(session, &LabSession::importProgress, &workspace, &Workspace::importProgressed);
    connect(session, &LabSession::importFinished, &workspace, &Workspace::importFinished);
    connect(session, &LabSession::importFailed, &workspace, &Workspace::importFailed);
    connect(session, &LabSession::modelFailed, &workspace, &Workspace::modelFailed);
    connect(session, &LabSession::planRejected, &workspace, &Workspace::planRejected);
    connect(session, &LabSession::saveFailed, &workspace, &Workspace::planRejected);
}

void SessionThread::warmUp() { post(&LabSession::warmUp); }

void SessionThread::createFromSample(const QString &sample)
{
    post(&LabSession::createFromSample, sample, newLabPath(text::sampleText(sample).title));
}

void SessionThread::createFromData(const QString &dataPath)
{
    post(&LabSession::createFromData, dataPath, QString(), newLabPath(QFileInfo(dataPath).completeBaseName()));
}

void SessionThread::createEmpty()
{
    const QString title = tr("New lab");
    post(&LabSession::createEmpty, title, QString(), newLabPath(title));
}

void SessionThread::openLab(const QString &path) { post(&LabSession::openLab, path); }
void SessionThread::openLabReadOnly(const QString &path) { post(&LabSession::openLabReadOnly, path); }
void SessionThread::rescueLab(const QString &damagedPath)
{
    post(&LabSession::rescueLab, damagedPath, newLabPath(tr("%1 rescued").arg(QFileInfo(damagedPath).completeBaseName())));
}

void SessionThread::closeLab() { post(&LabSession::closeLab); }
void SessionThread::saveCopy(const QString &path) { post(&LabSession::saveCopy, path); }
void SessionThread::renameLab(const QString &title) { post(&LabSession::renameLab, title); }
void SessionThread::chooseModel(const QString &nameOrPath) { post(&LabSession::chooseModel, nameOrPath); }
void SessionThread::confirmCard(const ModelCard &card) { post(&LabSession::confirmCard, card); }
void SessionThread::importIntoClass(const QStringList &paths, ClassId id) { post(&LabSession::importIntoClass, paths, id); }
void SessionThread::importAsClasses(const QStringList &paths) { post(&LabSession::importAsClasses, paths); }
void SessionThread::importBytes(const QByteArray &picture, ClassId id) { post(&LabSession::importBytes, picture, id); }
void SessionThread::importLines(const QString &text, ClassId id) { post(&LabSession::importLines, text, id); }
void SessionThread::stopImport() { post(&LabSession::stopImport); }
void SessionThread::addClass(const QString &name) { post(&LabSession::addClass, name); }
void SessionThread::renameClass(ClassId id, const QString &name) { post(&LabSession::renameClass, id, name); }
void SessionThread::setWords(ClassId id, const runner::ClassWords &words) { post(&LabSession::setWords, id, words); }
void SessionThread::requestLinkAdvice() { post(&LabSession::requestLinkAdvice); }
void SessionThread::setLinks(ClassId id, const std::vector<int> &links) { post(&LabSession::setLinks, id, links); }
void SessionThread::removeClass(ClassId id) { post(&LabSession::removeClass, id); }
void SessionThread::moveExamples(const std::vector<ExampleId> &ids, ClassId to) { post(&LabSession::moveExamples, ids, to); }
void SessionThread::removeExamples(const std::vector<ExampleId> &ids) { post(&LabSession::removeExamples, ids); }
void SessionThread::undo() { post(&LabSession::undo); }
void SessionThread::redo() { post(&LabSession::redo); }
void SessionThread::estimate(const ComparisonPlan &plan, int token) { post(&LabSession::estimate, plan, token); }
void SessionThread::startComparison(const ComparisonPlan &plan) { post(&LabSession::startComparison, plan, false); }
void SessionThread::resumeComparison(ComparisonId id) { post(&LabSession::resumeComparison, id); }
void SessionThread::runCellsAgain(ComparisonId id, const std::vector<std::pair<int, Shots>> &cells)
{
    post(&LabSession::runCellsAgain, id, cells);
}
void SessionThread::setMarks(ComparisonId id, const CellMarks &marks) { post(&LabSession::setMarks, id, marks); }
void SessionThread::pause() { post(&LabSession::pause); }
void SessionThread::resume() { post(&LabSession::resume); }
void SessionThread::cancelComparison() { post(&LabSession::cancelComparison); }
void SessionThread::showComparison(ComparisonId id) { post(&LabSession::showComparison, id); }
void SessionThread::requestCurves(int arm, Shots shots) { post(&LabSession::requestCurves, arm, shots); }
void SessionThread::requestMixUps(int arm, Shots shots) { post(&LabSession::requestMixUps, arm, shots); }
void SessionThread::requestMixUpExamples(int arm, Shots shots, int trueClass, int answered)
{
    post(&LabSession::requestMixUpExamples, arm, shots, trueClass, answered);
}
void SessionThread::requestReadouts(Shots shots, int draws, int firstDraw)
{
    post(&LabSession::requestReadouts, shots, draws, firstDraw);
}
void SessionThread::requestAnswers(const QByteArray &example, Shots shots, int token)
{
    post(&LabSession::requestAnswers, example, shots, token);
}
void SessionThread::prepareMethod(int arm, Shots shots) { post(&LabSession::prepareMethod, arm, shots); }
void SessionThread::stopPreparing() { post(&LabSession::stopPreparing); }
void SessionThread::requestThumbnails(const std::vector<ExampleId> &ids) { post(&LabSession::requestThumbnails, ids); }
void SessionThread::requestSentences(const std::vector<ExampleId> &ids) { post(&LabSession::requestSentences, ids); }

} // namespace shotlab::shell
