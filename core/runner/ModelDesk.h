// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <optional>

#include <QByteArray>
#include <QObject>
#include <QString>

#include "runner/LabEditor.h"
#include "runner/ModelInspector.h"
#include "runner/ModelLibrary.h"
#include "runner/SpeedBook.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// A model as it goes into a lab.
struct ChosenModel {
    LabModel model;
    QByteArray bytes; ///< of an own model that is to be embedded
    std::optional<protocol::ModelReport> report; ///< of own models, which the engine has to look at first
};

/// The model of the open lab: what the engine says of it, and files that the user wants to work with instead.
class ModelDesk : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(Result<ChosenModel>)>;

    ModelDesk(const ModelLibrary &library, RunExecutor &executor, SpeedBook &speed, EngineProcess::Options options,
              QObject *parent = nullptr);

    /// The lab whose model this is about; nothing when it is closed.
    void setLab(LabEditor *lab);
    [[nodiscard]] const std::optional<ModelView> &view() const { return m_view; }

    /// Has the engine open the lab's model, so that the layers are known and the first run need not wait.
    void look();
    /// Makes another model the lab's. One that reads something else than the examples are is refused: ModelUnsuitable.
    void choose(const QString &nameOrPath);
    /// The same with a model that has been resolved.
    [[nodiscard]] Done replace(const LabModel &model);
    void confirm(const ModelCard &card);
    /// What a name or a file stands for; own files are looked at in an engine of their own first.
    void resolve(const QString &nameOrPath, Then then);
    /// After undo or redo the lab may have another model.
    void refresh();

Q_SIGNALS:
    void changed();
    void chosen();
    void failed(const QString &nameOrPath, const shotlab::Error &error);
    void saveFailed(const shotlab::Error &error);

private:
    void onOpened(const ModelToOpen &model, const protocol::ModelReport &report);
    void onRefused(const ModelToOpen &model, const Error &error);
    void fill(const protocol::ModelReport &report);
    void adopt(const ChosenModel &model);
    [[nodiscard]] Done whetherItFits(const ModelCard &card) const;

    const ModelLibrary &m_library;
    RunExecutor &m_executor;
    SpeedBook &m_speed;
    ModelInspector m_inspector;
    LabEditor *m_lab = nullptr;
    std::optional<ModelView> m_view;
    bool m_looks = false; ///< whoever opened the lab wants to know its model's layers
};

} // namespace shotlab::runner
