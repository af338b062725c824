// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "lab/Comparison.h"
#include "lab/Ids.h"
#include "lab/ModelCard.h"
#include "runner/ClassWords.h"

namespace shotlab::models
{

/// What people can ask of a lab. The window hands it on to runner::LabSession on its own thread, so nothing here waits or
/// answers; outcomes arrive in the Workspace. See LabSession for what each one does.
class LabCommands
{
public:
    virtual ~LabCommands() = default;

    virtual void createFromSample(const QString &sample) = 0;
    virtual void createFromData(const QString &dataPath) = 0;
    virtual void createEmpty() = 0;
    virtual void openLab(const QString &path) = 0;
    virtual void openLabReadOnly(const QString &path) = 0;
    virtual void rescueLab(const QString &damagedPath) = 0; ///< into a new file beside the other labs
    virtual void closeLab() = 0;
    virtual void saveCopy(const QString &path) = 0;
    virtual void renameLab(const QString &title) = 0;

    virtual void chooseModel(const QString &nameOrPath) = 0;
    virtual void confirmCard(const ModelCard &card) = 0;

    virtual void importIntoClass(const QStringList &paths, ClassId classId) = 0;
    virtual void importAsClasses(const QStringList &paths) = 0;
    virtual void importBytes(const QByteArray &picture, ClassId classId) = 0;
    virtual void importLines(const QString &text, ClassId classId) = 0;
    virtual void stopImport() = 0;
    virtual void addClass(const QString &name) = 0;
    virtual void renameClass(ClassId classId, const QString &name) = 0;
    virtual void setWords(ClassId classId, const runner::ClassWords &words) = 0;
    virtual void requestLinkAdvice() = 0;
    virtual void setLinks(ClassId classId, const std::vector<int> &links) = 0;
    virtual void removeClass(ClassId classId) = 0;
    virtual void moveExamples(const std::vector<ExampleId> &ids, ClassId to) = 0;
    virtual void removeExamples(const std::vector<ExampleId> &ids) = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;

    virtual void estimate(const ComparisonPlan &plan, int token) = 0;
    virtual void startComparison(const ComparisonPlan &plan) = 0;
    virtual void resumeComparison(ComparisonId id) = 0;
    virtual void runCellsAgain(ComparisonId id, const std::vector<std::pair<int, Shots>> &cells) = 0;
    virtual void setMarks(ComparisonId id, const CellMarks &marks) = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void cancelComparison() = 0;
    virtual void showComparison(ComparisonId id) = 0;

    virtual void requestCurves(int arm, Shots shots) = 0;
    virtual void requestMixUps(int arm, Shots shots) = 0;
    virtual void requestMixUpExamples(int arm, Shots shots, int trueClass, int answered) = 0;
    virtual void requestReadouts(Shots shots, int draws, int firstDraw) = 0;
    virtual void requestAnswers(const QByteArray &example, Shots shots, int token) = 0;
    virtual void prepareMethod(int arm, Shots shots) = 0;
    virtual void stopPreparing() = 0;
    virtual void requestThumbnails(const std::vector<ExampleId> &ids) = 0;
    virtual void requestSentences(const std::vector<ExampleId> &ids) = 0;
};

} // namespace shotlab::models
