// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

#include <QByteArray>

#include "lab/Comparison.h"
#include "protocol/Messages.h"
#include "runner/ComparisonLayout.h"

namespace shotlab::store
{
class LabStore;
}

namespace shotlab::runner
{

/// A comparison of the lab file in the terms of the engine, which knows examples by their content hash.
class StoredComparison
{
public:
    /// hashes: of every example the comparison uses.
    StoredComparison(const store::LabStore &store, Comparison comparison, HashById hashes);

    [[nodiscard]] const Comparison &comparison() const { return m_comparison; }
    [[nodiscard]] const HashById &hashes() const { return m_hashes; }
    [[nodiscard]] const Arm &armOf(const RunKey &key) const;

    /// With the support set as it was drawn when the comparison was made.
    [[nodiscard]] Result<RunSpec> specOf(const RunKey &key) const;
    /// keepAs is set: a name that only what is learnt from the same in the same way goes by.
    [[nodiscard]] protocol::StartRun startRun(RunId id, const RunSpec &spec) const;
    [[nodiscard]] protocol::SetTestSet testSet() const;
    /// Per class everything that can be learnt from: ids, classes and hashes.
    [[nodiscard]] Result<std::vector<std::vector<Example>>> pool() const;
    [[nodiscard]] Result<QByteArray> bytesOf(const std::string &hash) const;
    /// The engine is another program; what it answers is checked before it is kept.
    [[nodiscard]] bool fits(const RunResult &result) const;

private:
    [[nodiscard]] std::vector<std::string> hashesOf(const std::vector<ExampleId> &ids) const;

    const store::LabStore &m_store;
    Comparison m_comparison;
    HashById m_hashes;
    std::map<std::string, ExampleId> m_idByHash;
};

} // namespace shotlab::runner
