// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include <QTimer>

#include "runner/ComparisonDesk.h"
#include "runner/ImportJob.h"
#include "runner/LabSession.h"
#include "runner/LinkAdvisor.h"
#include "runner/ModelDesk.h"
#include "runner/NewLab.h"

namespace shotlab::runner
{

/// What a session is made of, and the ways through it that take more than one step.
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
    /// Makes sure that the lab's model reads what is coming: a lab without examples gets the model that suits them.
    [[nodiscard]] Done prepareFor(const QString &path, const importer::ImportedData &data);
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
    LinkAdvisor advisor;
    ModelDesk model;
    ImportJob job;
    QTimer thumbnailTimer;
    std::unique_ptr<LabEditor> lab;
    std::unique_ptr<ComparisonDesk> desk; ///< of lab; goes before it
    std::vector<importer::Rejected> rejected;
    std::deque<ExampleId> thumbnailQueue;
};

} // namespace shotlab::runner
