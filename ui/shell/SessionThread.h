// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>

#include <QObject>
#include <QThread>

#include "models/LabCommands.h"
#include "runner/LabSession.h"

namespace shotlab::models
{
class Workspace;
}

namespace shotlab::shell
{

/// The lab session on a thread of its own, and the way to talk to it: every command is posted to that thread and returns at
/// once, so that neither SQLite nor a slow disk ever holds up the window.
class SessionThread : public QObject, public models::LabCommands
{
    Q_OBJECT

public:
    explicit SessionThread(const runner::LabSession::Options &options, QObject *parent = nullptr);
    ~SessionThread() override; ///< closes the lab and waits for it

    [[nodiscard]] runner::LabSession &session() const { return *m_session; } ///< for connecting to its signals only
    /// Leads the session's snapshots into the workspace.
    void feed(models::Workspace &workspace);
    void warmUp();

    void createFromSample(const QString &sample) override;
    void createFromData(const QString &dataPath) override;
    void createEmpty() override;
    void openLab(const QString &path) override;
    void openLabReadOnly(const QString &path) override;
    void rescueLab(const QString &damagedPath) override;
    void closeLab() override;
    void saveCopy(const QString &path) override;
    void renameLab(const QString &title) override;
    void chooseModel(const QString &nameOrPath) override;
    void confirmCard(const ModelCard &card) override;
    void importIntoClass(const QStringList &paths, ClassId classId) override;
    void importAsClasses(const QStringList &paths) override;
    void importBytes(const QByteArray &picture, ClassId classId) override;
    void importLines(const QString &text, ClassId classId) override;
    void stopImport() override;
    void addClass(const QString &name) override;
    void renameClass(ClassId classId, const QString &name) override;
    void setWords(ClassId classId, const runner::ClassWords &words) override;
    void requestLinkAdvice() override;
    void setLinks(ClassId classId, const std::vector<int> &links) override;
    void removeClass(ClassId classId) override;
    void moveExamples(const std::vector<ExampleId> &ids, ClassId to) override;
    void removeExamples(const std::vector<ExampleId> &ids) override;
    void undo() override;
    void redo() override;
    void estimate(const ComparisonPlan &plan, int token) override;
    void startComparison(const ComparisonPlan &plan) override;
    void resumeComparison(ComparisonId id) override;
    void runCellsAgain(ComparisonId id, const std::vector<std::pair<int, Shots>> &cells) override;
    void setMarks(ComparisonId id, const CellMarks &marks) override;
    void pause() override;
    void resume() override;
    void cancelComparison() override;
    void showComparison(ComparisonId id) override;
    void requestCurves(int arm, Shots shots) override;
    void requestMixUps(int arm, Shots shots) override;
    void requestMixUpExamples(int arm, Shots shots, int trueClass, int answered) override;
    void requestReadouts(Shots shots, int draws, int firstDraw) override;
    void requestAnswers(const QByteArray &example, Shots shots, int token) override;
    void prepareMethod(int arm, Shots shots) override;
    void stopPreparing() override;
    void requestThumbnails(const std::vector<ExampleId> &ids) override;
    void requestSentences(const std::vector<ExampleId> &ids) override;

private:
    template<typename Slot, typename... Arguments> void post(Slot slot, Arguments... arguments)
    {
        QMetaObject::invokeMethod(
            m_session, [session = m_session, slot, arguments...] { (session->*slot)(arguments...); }, Qt::QueuedConnection);
    }

    QThread m_thread;
    runner::LabSession *m_session = nullptr; ///< lives on m_thread
};

} // namespace shotlab::shell
