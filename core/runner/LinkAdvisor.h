// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <QObject>

#include "lab/Lab.h"
#include "runner/EngineProcess.h"
#include "runner/Views.h"

namespace shotlab::runner
{

/// Asks the engine which of a model's names are nearest in meaning to the names of classes. The newest question counts. Advice
/// that does not come (the engine ended, no encoder on board) is not missed: links can be searched for by their words.
class LinkAdvisor : public QObject
{
    Q_OBJECT

public:
    explicit LinkAdvisor(EngineProcess &engine, QObject *parent = nullptr);

    /// Does nothing for labels that are no words, such as single characters.
    void ask(const std::vector<LabClass> &classes, const std::vector<std::string> &sourceLabels);

    /// What was asked is of no interest any more.
    void forget() { m_classes.clear(); }

Q_SIGNALS:
    void advised(const shotlab::runner::LinkAdvice &advice);

private:
    void take(const protocol::FromEngine &message);

    EngineProcess &m_engine;
    std::int64_t m_request = 0; ///< negative: positive numbers are the executor's
    std::vector<ClassId> m_classes; ///< that the newest question is about
    std::vector<int> m_labels; ///< what it sent: places in the model's list
};

} // namespace shotlab::runner
