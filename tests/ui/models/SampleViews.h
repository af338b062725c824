// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/LabCommands.h"
#include "runner/Views.h"

/// Snapshots made by hand, as the session would send them, and a stand-in that notes what pages ask for.
namespace shotlab::test
{

/// stem, stage1 (two blocks), stage2, summary, head; 1,000 + 2 x 2,000 + 6,000 + 3,000 + 500 weights, 24 features, 20 outputs.
[[nodiscard]] runner::ModelView sampleModel();
/// Three classes with pool examples each, 2 test examples each, and the model.
[[nodiscard]] std::shared_ptr<runner::LabView> sampleLab(int pool = 12);
/// Zero-shot, prototypes, new last layer, chosen layers (stage2, summary), full; k = 0, 1, 5.
[[nodiscard]] ComparisonPlan samplePlan();
/// Every cell of samplePlan() with results, finished; accuracy grows with k and arm.
[[nodiscard]] std::shared_ptr<runner::ComparisonView> sampleComparison(int id = 1);
/// What a session would propose for a model.
[[nodiscard]] ComparisonPlan planFor(const runner::ModelView &model, std::uint64_t seed);

/// Notes every command as one line of text ("removeClass 2").
class RecordingCommands : public models::LabCommands
{
public:
    std::vector<std::string> calls;
    ComparisonPlan lastPlan; ///< of estimate and startComparison
    int lastToken = 0;
    QByteArray lastExample; ///< of requestAnswers
    runner::ClassWords lastWords; ///< of setWords
    CellMarks lastMarks; ///< of setMarks
    [[nodiscard]] bool has(const std::string &call) const;
    [[nodiscard]] int count(const std::string &start) const; ///< calls that begin so

    void createFromSample(const QString &sample) override { note("createFromSample " + sample.toStdString()); }
    void createFromData(const QString &path) override { note("createFromData " + path.toStdString()); }
    void createEmpty() override { note("createEmpty"); }
    void openLab(const QString &path) override { note("openLab " + path.toStdString()); }
    void openLabReadOnly(const QString &path) override { note("openLabReadOnly " + path.toStdString()); }
    void rescueLab(const QString &path) override { note("rescueLab " + path.toStdString()); }
    void closeLab() override { note("closeLab"); }
    void saveCopy(const QString &path) override { note("saveCopy " + path.toStdString()); }
    void renameLab(const QString &title) override { note("renameLab " + title.toStdString()); }
    void chooseModel(const QString &name) override { note("chooseModel " + name.toStdString()); }
    void confirmCard(const ModelCard &card) override { note("confirmCard " + std::to_string(card.inputSize)); }
    void importIntoClass(const QStringList &paths, ClassId id) override;
    void importAsClasses(const QStringList &paths) override
    {
        note("importAsClasses " + paths.join(QLatin1Char(' ')).toStdString());
    }
    void importBytes(const QByteArray &, ClassId id) override { note("importBytes " + std::to_string(id.value)); }
    void importLines(const QString &text, ClassId id) override
    {
        note("importLines " + std::to_string(id.value) + ' ' + text.toStdString());
    }
    void stopImport() override { note("stopImport"); }
    void addClass(const QString &name) override { note("addClass " + name.toStdString()); }
    void renameClass(ClassId id, const QString &name) override
    {
        note("renameClass " + std::to_string(id.value) + ' ' + name.toStdString());
    }
    void setWords(ClassId id, const runner::ClassWords &words) override
    {
        note("setWords " + std::to_string(id.value) + ' ' + words.name + '|' + words.description);
        lastWords = words;
    }
    void requestLinkAdvice() override { note("requestLinkAdvice"); }
    void setLinks(ClassId id, const std::vector<int> &links) override
    {
        std::string call = "setLinks " + std::to_string(id.value);
        for (const int link : links)
            call += ' ' + std::to_string(link);
        note(call);
    }
    void removeClass(ClassId id) override { note("removeClass " + std::to_string(id.value)); }
    void moveExamples(const std::vector<ExampleId> &ids, ClassId to) override;
    void removeExamples(const std::vector<ExampleId> &ids) override { note("removeExamples " + std::to_string(ids.size())); }
    void undo() override { note("undo"); }
    void redo() override { note("redo"); }
    void estimate(const ComparisonPlan &plan, int token) override;
    void startComparison(const ComparisonPlan &plan) override;
    void resumeComparison(ComparisonId id) override { note("resumeComparison " + std::to_string(id.value)); }
    void runCellsAgain(ComparisonId id, const std::vector<std::pair<int, Shots>> &cells) override;
    void setMarks(ComparisonId id, const CellMarks &marks) override;
    void pause() override { note("pause"); }
    void resume() override { note("resume"); }
    void cancelComparison() override { note("cancelComparison"); }
    void showComparison(ComparisonId id) override { note("showComparison " + std::to_string(id.value)); }
    void requestCurves(int arm, Shots shots) override { note("requestCurves " + std::to_string(arm) + ' ' + shots.toString()); }
    void requestMixUps(int arm, Shots shots) override { note("requestMixUps " + std::to_string(arm) + ' ' + shots.toString()); }
    void requestMixUpExamples(int arm, Shots shots, int trueClass, int answered) override
    {
        note("requestMixUpExamples " + std::to_string(arm) + ' ' + shots.toString() + ' ' + std::to_string(trueClass) + ' '
             + std::to_string(answered));
    }
    void requestAnswers(const QByteArray &example, Shots shots, int token) override
    {
        note("requestAnswers " + shots.toString());
        lastExample = example;
        lastToken = token;
    }
    void prepareMethod(int arm, Shots shots) override { note("prepareMethod " + std::to_string(arm) + ' ' + shots.toString()); }
    void stopPreparing() override { note("stopPreparing"); }
    void requestReadouts(Shots shots, int draws, int firstDraw) override
    {
        note("requestReadouts " + shots.toString() + ' ' + std::to_string(draws) + ' ' + std::to_string(firstDraw));
    }
    void requestThumbnails(const std::vector<ExampleId> &ids) override
    {
        note("requestThumbnails " + std::to_string(ids.size()));
    }
    void requestSentences(const std::vector<ExampleId> &ids) override { note("requestSentences " + std::to_string(ids.size())); }

private:
    void note(std::string call) { calls.push_back(std::move(call)); }
};

} // namespace shotlab::test
