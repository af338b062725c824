// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include "runner/ClassWords.h"
#include "runner/NewLabRequest.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// Everything one open lab can do, for window and command line alike: the lab file, the engine process, the comparison in
/// progress, undo. It is the one writer.
///
/// Lives on a thread of its own in the window (call its slots through queued connections or QMetaObject::invokeMethod), on the
/// main thread in shotlab-cli; needs an event loop. Slots return at once; outcomes arrive as signals with immutable snapshots.
/// Signals about progress and learning curves come at most 30 times a second.
class LabSession : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString enginePath; ///< shotlab-engine; empty: beside the running program
        QString resourceFolder; ///< empty: importer::resourceFolder()
        int threads = 0; ///< 0 = physical cores
    };
    explicit LabSession(Options options, QObject *parent = nullptr);
    ~LabSession() override;

public Q_SLOTS:
    /// Starts the engine in the background so that the first run need not wait for it.
    void warmUp();

    // --- labs. Each closes the one open before. Answer: labOpened (and labChanged) or labFailed.
    void createFromSample(const QString &sample, const QString &labPath);
    /// Folder of class folders, or of text files, or a table. model: bundled name or file; empty: the most suitable bundled one.
    void createFromData(const QString &dataPath, const QString &model, const QString &labPath);
    /// The same with everything that can be said about it.
    void createLab(const shotlab::runner::NewLabRequest &request);
    /// model as above; the first examples may bring another.
    void createEmpty(const QString &title, const QString &model, const QString &labPath);
    void openLab(const QString &path);
    void openLabReadOnly(const QString &path);
    /// Copies what can be read of a damaged lab into a new file and opens that; the damaged one is left as it is.
    void rescueLab(const QString &damagedPath, const QString &labPath);
    void closeLab();
    void saveCopy(const QString &path);
    void renameLab(const QString &title);

    // --- model. Answer: labChanged; a file that is no model: modelFailed, the old model stays.
    void chooseModel(const QString &nameOrPath);
    /// The user's answer to a guessed card.
    void confirmCard(const shotlab::ModelCard &card);
    void setLinks(shotlab::ClassId classId, const std::vector<int> &links);
    /// Which of the model's names are nearest in meaning to the names of the classes. Answer: linksAdvised, where that can be told.
    void requestLinkAdvice();
    void setWords(shotlab::ClassId classId, const shotlab::runner::ClassWords &words);

    // --- data. Answer: importProgress..., importFinished and labChanged. The first examples of a lab bring the model that suits
    // them; later ones of another kind are refused.
    void importIntoClass(const QStringList &paths, shotlab::ClassId classId);
    void importAsClasses(const QStringList &paths); ///< folders become classes of their name; loose files become one class named
                                                    ///< after their folder
    void importBytes(const QByteArray &picture, shotlab::ClassId classId); ///< clipboard
    void importLines(const QString &text, shotlab::ClassId classId); ///< sentences typed or pasted, one per line
    void stopImport();
    void addClass(const QString &name);
    void renameClass(shotlab::ClassId classId, const QString &name);
    void removeClass(shotlab::ClassId classId);
    void moveExamples(const std::vector<shotlab::ExampleId> &ids, shotlab::ClassId to);
    void removeExamples(const std::vector<shotlab::ExampleId> &ids);
    void undo();
    void redo();

    // --- comparison
    /// Answer: planEstimated with the same token.
    void estimate(const shotlab::ComparisonPlan &plan, int token);
    /// Runs the plan; finished identical runs of this lab are taken over (unless fresh). Answer: comparisonChanged..., then
    /// comparisonFinished, or planRejected when nothing can be run.
    void startComparison(const shotlab::ComparisonPlan &plan, bool fresh = false);
    void resumeComparison(shotlab::ComparisonId id);
    /// Computes these cells (arm and k) of a stored comparison anew; what they had is replaced as the new runs come.
    void runCellsAgain(shotlab::ComparisonId id, const std::vector<std::pair<int, shotlab::Shots>> &cells);
    /// Tags, notes and what is taken out. Can be undone. Answer: comparisonChanged.
    void setMarks(shotlab::ComparisonId id, const shotlab::CellMarks &marks);
    void pause();
    void resume();
    void cancelComparison();
    /// Makes a stored comparison the current one. Answer: comparisonChanged.
    void showComparison(shotlab::ComparisonId id);

    // --- looking closer. Answers: curvesReady, mixUpsReady, mixUpExamplesReady, readoutsReady or readoutsFailed, thumbnailsReady,
    // sentencesReady.
    void requestCurves(int arm, shotlab::Shots shots);
    void requestMixUps(int arm, shotlab::Shots shots);
    /// The test examples behind one cell of the mix-ups.
    void requestMixUpExamples(int arm, shotlab::Shots shots, int trueClass, int answered);
    /// For a live slider: what the arms that only read features say at this k over so many draws, from number firstDraw on (the
    /// comparison's own runs begin at 0); the newest request counts.
    void requestReadouts(shotlab::Shots shots, int draws, int firstDraw = 0);
    /// Trying out: what every method of the shown comparison says to a picture (as a file has it) or a sentence (UTF-8) that is no
    /// example, having learnt from this k in the first draw. Also while the comparison runs; the newest request counts. Nothing
    /// of it is stored. Answer: answersReady or answersFailed, for the newest request at least.
    void requestAnswers(const QByteArray &example, shotlab::Shots shots, int token);
    /// Trains a method again whose weights are gone. Not while a comparison runs; one that is started stops it. Answer:
    /// preparing..., then answersReady for what was requested last.
    void prepareMethod(int arm, shotlab::Shots shots);
    void stopPreparing();
    void requestThumbnails(const std::vector<shotlab::ExampleId> &ids);
    void requestSentences(const std::vector<shotlab::ExampleId> &ids);

Q_SIGNALS:
    void engineReady(int threads);
    /// The engine process ended by itself; a new one starts with the next run.
    void engineLost(const shotlab::Error &error);

    void labOpened(const QString &path);
    void labFailed(const QString &path, const shotlab::Error &error);
    void labClosed();
    void labChanged(const shotlab::runner::LabViewPtr &lab);
    void saved(); ///< everything acknowledged so far is in the file
    void saveFailed(const shotlab::Error &error); ///< e.g. disk full: the comparison is paused

    void modelFailed(const QString &nameOrPath, const shotlab::Error &error);

    void importProgress(int done, int total);
    void importFinished(int added, const QStringList &rejectedPaths);
    void importFailed(const QString &path, const shotlab::Error &error);

    void planEstimated(int token, const shotlab::runner::PlanEstimate &estimate);
    void planRejected(const shotlab::Error &error);
    void comparisonChanged(const shotlab::runner::ComparisonViewPtr &comparison);
    void progressed(const shotlab::runner::ProgressView &progress);
    /// Every arm and k has its first draw.
    void firstPictureComplete(double seconds);
    void comparisonFinished(const shotlab::runner::ComparisonViewPtr &comparison);

    void curvesReady(const shotlab::runner::CurvesView &curves);
    void mixUpsReady(const shotlab::runner::MixUpsView &mixUps);
    void mixUpExamplesReady(const shotlab::runner::MixUpExamplesView &examples);
    void readoutsReady(const shotlab::runner::ReadoutsView &readouts);
    void readoutsFailed(const shotlab::Error &error);
    void answersReady(const shotlab::runner::AnswersView &answers);
    void linksAdvised(const shotlab::runner::LinkAdvice &advice);
    void answersFailed(int token, const shotlab::Error &error);
    void preparing(const shotlab::runner::PreparationView &preparation);
    void thumbnailsReady(const QHash<qint64, QByteArray> &pngById);
    void sentencesReady(const QHash<qint64, QString> &textById);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Registers the snapshot types for queued signals; call once in main().
void registerMetaTypes();

/// The default plan of design.md section 3 for a lab's model: every arm that is on by default, k = 0, 1, 2, 5, 10, all.
[[nodiscard]] ComparisonPlan defaultPlan(const ModelView &model, std::uint64_t seed);

} // namespace shotlab::runner
