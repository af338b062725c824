// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include "lab/Comparison.h"
#include "lab/DrawPlan.h"
#include "runner/LabData.h"

namespace shotlab::runner
{

/// A plan laid over a lab's data, ready to be stored.
struct LaidOut {
    Comparison comparison; ///< without id
    DrawPlan draws;
};

/// Test and support sets for a plan; what cannot be run is listed as skipped: every k beyond the smallest class's pool
/// (ClassTooSmall), zero-shot where a class has no link (NoZeroShotLink). Shots are sorted, doubles removed.
/// plan.threads must be a number by now. LabHasNoModel, LabHasNoData, NotEnoughClasses, ClassTooSmall, ClassWithoutTest,
/// NothingToRun.
[[nodiscard]] Result<LaidOut> layOut(ComparisonPlan plan, const LabData &data);

/// SHA-256 over contents, classes and roles, whatever the order in which they came, and over how the model's card has
/// pictures prepared.
[[nodiscard]] std::string dataHash(const LabData &data);

/// Both would be the same grid on the same data with the same model.
[[nodiscard]] bool sameQuestion(const Comparison &a, const Comparison &b);

/// Seed of one run: of weights and batches. It depends on what the run is, not on its place in the list of arms.
[[nodiscard]] std::uint64_t runSeed(const ComparisonPlan &plan, const RunKey &key);

/// Content hashes of all examples that a comparison uses.
using HashById = std::map<ExampleId, std::string>;

/// Knows which runs are the same run: model, arm, k, seed, sizes, threads, data and program versions all equal.
class Fingerprints
{
public:
    Fingerprints(const Comparison &comparison, const HashById &hashes, const ModelCard &card, const Provenance &provenance);
    /// SHA-256, lower-case hex.
    [[nodiscard]] std::string of(const RunSpec &spec) const;

private:
    [[nodiscard]] std::string knownOfClasses(const Arm &arm) const;

    const HashById &m_hashes;
    int m_views;
    bool m_readsText;
    std::string m_common; ///< digest of what all runs of the comparison share
    std::string m_links; ///< of the classes to source labels
    std::string m_texts; ///< names and descriptions
};

} // namespace shotlab::runner
