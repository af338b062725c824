// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include <QByteArray>
#include <QString>

#include "importer/Importer.h"
#include "lab/Lab.h"
#include "lab/Result.h"
#include "protocol/Messages.h"

namespace shotlab::store
{
class LabStore;
}

namespace shotlab::runner
{

/// What a model had learnt before, for the engine.
struct SourceTask {
    protocol::SetSourceTask message;
    std::map<std::string, QByteArray> bytes; ///< by hash
};

/// Models on board (resources/models/NAME.pt with NAME.card.json) and model files that users bring.
class ModelLibrary
{
public:
    explicit ModelLibrary(const QString &resourceFolder);

    /// A model on board; path stays empty. ModelNotFound.
    [[nodiscard]] Result<LabModel> bundled(const QString &name) const;
    /// Where the file of a name or a path is: a name on board wins over a file. ModelNotFound, ModelNotAModel.
    [[nodiscard]] Result<QString> locate(const QString &nameOrPath) const;
    [[nodiscard]] bool isBundled(const QString &nameOrPath) const;

    /// The file to open for a lab's model; an embedded one is laid into the user's cache. ModelNotFound.
    [[nodiscard]] Result<QString> fileOf(const LabModel &model, const store::LabStore &store) const;

    /// Pictures of what a model on board had learnt before; empty where there are none. A file that cannot be read counts as
    /// none: runs then tell how far the features moved instead.
    [[nodiscard]] SourceTask sourceTask(const LabModel &model) const;

    /// Name of the model on board that suits the data: small pictures are taken for characters or drawings.
    [[nodiscard]] static QString mostSuitable(const importer::ImportedData &data);

private:
    [[nodiscard]] QString filePath(const QString &name, const char *ending) const;

    QString m_folder;
};

/// Own model files up to this size are kept inside the lab.
constexpr qint64 kLargestEmbeddedModel = 100LL * 1000 * 1000;

} // namespace shotlab::runner
