// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/StoredComparison.h"

#include <algorithm>
#include <utility>

#include <QCryptographicHash>

#include "store/LabStore.h"

namespace shotlab::runner
{

StoredComparison::StoredComparison(const store::LabStore &store, Comparison comparison, HashById hashes)
    : m_store(store), m_comparison(std::move(comparison)), m_hashes(std::move(hashes))
{
    for (const auto &[id, hash] : m_hashes)
        m_idByHash.emplace(hash, id);
}

const Arm &StoredComparison::armOf(const RunKey &key) const { return m_comparison.arms()[static_cast<std::size_t>(key.arm)]; }

Result<RunSpec> StoredComparison::specOf(const RunKey &key) const
{
    auto support = m_store.support(m_comparison.id, key);
    if (!support)
        return tl::unexpected(support.error());
    return RunSpec {key, armOf(key), runSeed(m_comparison.plan, key), std::move(*support)};
}

protocol::StartRun StoredComparison::startRun(RunId id, const RunSpec &spec) const
{
    protocol::StartRun run {0, spec.arm, spec.key.shots, spec.seed, {}, m_comparison.plan.views};
    for (const auto &ofClass : spec.support)
        run.support.push_back(hashesOf(ofClass));
    run.keepAs = QCryptographicHash::hash(protocol::encode(run), QCryptographicHash::Sha256).toHex().toStdString();
    run.run = id.value;
    return run;
}

protocol::SetTestSet StoredComparison::testSet() const
{
    protocol::SetTestSet set;
    set.hashes = hashesOf(m_comparison.testExamples);
    set.labels = m_comparison.testLabels;
    set.classes = static_cast<int>(m_comparison.classes.size());
    for (const LabClass &labClass : m_comparison.classes) {
        set.links.push_back(labClass.links);
        set.texts.push_back(textsOf(labClass));
    }
    return set;
}

Result<std::vector<std::vector<Example>>> StoredComparison::pool() const
{
    const auto ids = m_store.support(m_comparison.id, RunKey {0, Shots::all(), 0});
    if (!ids)
        return tl::unexpected(ids.error());
    std::vector<std::vector<Example>> pool;
    for (std::size_t c = 0; c < ids->size(); ++c) {
        pool.emplace_back();
        for (const ExampleId id : (*ids)[c]) {
            Example example;
            example.id = id;
            example.classId = m_comparison.classes[c].id;
            example.hash = m_hashes.at(id);
            pool.back().push_back(std::move(example));
        }
    }
    return pool;
}

Result<QByteArray> StoredComparison::bytesOf(const std::string &hash) const
{
    const auto found = m_idByHash.find(hash);
    if (found == m_idByHash.end())
        return fail(ErrorCode::Internal, {"no example of this content"}, hash);
    return m_store.exampleBytes(found->second);
}

bool StoredComparison::fits(const RunResult &result) const
{
    const int classes = static_cast<int>(m_comparison.classes.size());
    const auto isClass = [classes](int answer) { return answer >= -1 && answer < classes; };
    return result.predictions.size() == m_comparison.testExamples.size()
        && std::all_of(result.predictions.begin(), result.predictions.end(), [&](const Prediction &prediction) {
               return prediction.answer() >= 0 && std::all_of(prediction.classes.begin(), prediction.classes.end(), isClass);
           });
}

std::vector<std::string> StoredComparison::hashesOf(const std::vector<ExampleId> &ids) const
{
    std::vector<std::string> hashes;
    hashes.reserve(ids.size());
    for (const ExampleId id : ids)
        hashes.push_back(m_hashes.at(id));
    return hashes;
}

} // namespace shotlab::runner
