// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QByteArray>
#include <QString>

#include "lab/Comparison.h"
#include "lab/DrawPlan.h"
#include "lab/Lab.h"
#include "lab/Result.h"
#include "lab/Run.h"

namespace shotlab::store
{

/// How a file was opened.
enum class Access { ReadWrite, ReadOnly };

/// A new example with its bytes, on its way into the lab.
struct NewExample {
    ClassId classId;
    Role role = Role::Pool;
    QByteArray bytes; ///< as stored (pictures above 1024 px already scaled down)
    std::string hash; ///< SHA-256 of bytes
    std::string origin;
    std::string originalHash; ///< SHA-256 of the original file where it was scaled, else empty
    std::string group;
    int width = 0;
    int height = 0;
    QByteArray thumbnail; ///< PNG or JPEG, at most 96 px
};

/// The lab file (SQLite, see migrations/*.sql). The only way in and out; one object, one thread, one connection.
/// Every change is one transaction and is on its way to disk when the call returns. A file is locked for one writer:
/// a second opener gets Access::ReadOnly through open(..., ReadOnly) or LabInUse.
class LabStore
{
public:
    /// LabExists when the file is there already, LabWriteFailed when it cannot be made.
    [[nodiscard]] static Result<std::unique_ptr<LabStore>> create(const QString &path, const LabInfo &info);
    /// Checks application id, version and quick_check first. LabNotFound, LabNotALab, LabDamaged, LabNewerVersion (only
    /// ReadWrite; ReadOnly opens it), LabInUse, LabReadOnly (ReadWrite on a write-protected file or folder).
    /// Runs left "running" by a killed program become Interrupted.
    [[nodiscard]] static Result<std::unique_ptr<LabStore>> open(const QString &path, Access access);
    /// Copies what can be read of a damaged lab into a new file; the damaged one is not touched.
    [[nodiscard]] static Done salvage(const QString &damagedPath, const QString &newPath);

    ~LabStore();
    LabStore(const LabStore &) = delete;
    LabStore &operator=(const LabStore &) = delete;

    [[nodiscard]] QString path() const;
    [[nodiscard]] Access access() const;
    /// Folds the write-ahead log in and releases the lock; the file then stands alone. Called by the destructor too.
    Done close();
    /// A consistent copy at any moment (VACUUM INTO).
    [[nodiscard]] Done saveCopy(const QString &path);

    // --- the lab as a whole
    [[nodiscard]] Result<LabInfo> info() const;
    Done setInfo(const LabInfo &info);
    [[nodiscard]] Result<std::optional<LabModel>> model() const;
    /// bytes: the model file, when it is to be embedded.
    Done setModel(const LabModel &model, const QByteArray &bytes = {});
    [[nodiscard]] Result<QByteArray> modelBytes() const;

    // --- classes and examples (removed ones are kept, hidden, so that old runs stay provable and undo is exact)
    [[nodiscard]] Result<std::vector<LabClass>> classes() const;
    [[nodiscard]] Result<ClassId> addClass(const LabClass &newClass);
    Done updateClass(const LabClass &changed);
    Done removeClass(ClassId id); ///< with its examples
    Done restoreClass(ClassId id); ///< with the examples that went with it

    [[nodiscard]] Result<std::vector<Example>> examples() const; ///< all that are not removed
    /// Asks for one example after another, so that they need not all be in memory. None is added when one fails.
    [[nodiscard]] Result<std::vector<ExampleId>> addExamples(std::size_t count,
                                                             const std::function<Result<NewExample>(std::size_t)> &example);
    Done moveExamples(const std::vector<ExampleId> &ids, ClassId to);
    Done removeExamples(const std::vector<ExampleId> &ids);
    Done restoreExamples(const std::vector<ExampleId> &ids);
    /// Sets Test for the given examples and Pool for every other one.
    Done setTestSet(const std::vector<ExampleId> &test);
    [[nodiscard]] Result<QByteArray> exampleBytes(ExampleId id) const;
    [[nodiscard]] Result<QByteArray> thumbnail(ExampleId id) const;
    [[nodiscard]] Result<Example> example(ExampleId id) const; ///< also a removed one

    // --- comparisons and runs
    /// Stores the comparison with its test list, marks and the support sets of every cell of schedule(comparison).
    [[nodiscard]] Result<ComparisonId> addComparison(const Comparison &comparison, const DrawPlan &draws);
    [[nodiscard]] Result<std::vector<ComparisonId>> comparisons() const; ///< oldest first
    [[nodiscard]] Result<Comparison> comparison(ComparisonId id) const;
    /// What people say about these cells; the others keep what is said about them. An empty mark takes one away.
    Done setMarks(ComparisonId id, const CellMarks &marks);
    /// Support set of one cell as stored.
    [[nodiscard]] Result<std::vector<std::vector<ExampleId>>> support(ComparisonId id, const RunKey &key) const;

    /// A run is identified across comparisons by fingerprint: SHA-256 over model hash, arm, k, seed, working size, threads,
    /// hashes of support and test examples, engine and library version. Finished ones are taken over instead of run again.
    [[nodiscard]] Result<std::optional<RunId>> finishedRun(const std::string &fingerprint) const;
    /// Lets the comparison show a run another comparison made.
    Done adoptRun(ComparisonId id, const RunKey &key, RunId run);

    [[nodiscard]] Result<RunId> beginRun(ComparisonId id, const RunSpec &spec, const std::string &fingerprint,
                                         const Provenance &provenance);
    Done addEpochs(RunId run, const std::vector<EpochPoint> &points);
    Done finishRun(RunId run, const RunResult &result);
    Done failRun(RunId run, const Error &error);
    Done cancelRun(RunId run);
    /// Runs of a comparison (latest attempt of each key), with epochs and predictions.
    [[nodiscard]] Result<std::vector<Run>> runs(ComparisonId id) const;

    /// The answers of the finished runs that a comparison shows in one cell, by draw.
    [[nodiscard]] Result<std::vector<std::vector<Prediction>>> predictions(ComparisonId id, int arm, Shots shots) const;

private:
    class Private;
    explicit LabStore(std::unique_ptr<Private> file);

    std::unique_ptr<Private> d;
};

} // namespace shotlab::store
