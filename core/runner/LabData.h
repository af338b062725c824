// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lab/Comparison.h"
#include "lab/Lab.h"
#include "lab/Result.h"

namespace shotlab::store
{
class LabStore;
}

namespace shotlab::runner
{

/// What is in a lab at one moment, without bytes and runs.
struct LabData {
    LabInfo info;
    std::optional<LabModel> model;
    std::vector<LabClass> classes;
    std::vector<Example> examples;
};

[[nodiscard]] Result<LabData> readLab(const store::LabStore &store);
/// A stored comparison with the sizes of its pool.
[[nodiscard]] Result<Comparison> readComparison(const store::LabStore &store, ComparisonId id);
/// Every example that some comparison of the lab could learn from.
[[nodiscard]] Result<std::set<ExampleId>> learntExamples(const store::LabStore &store);

/// Indices of the source labels that are called the same: case, surrounding blanks, and '_' against ' ' do not count.
[[nodiscard]] std::vector<int> linksByName(const std::string &className, const std::vector<std::string> &sourceLabels);
/// Whether two names mean the same class, by the same rule.
[[nodiscard]] bool sameName(const std::string &a, const std::string &b);

/// The test set that the lab should have now. Before the first comparison it is dealt anew from all examples; once locked,
/// only classes that have none yet are dealt one, and never of what was learnt from; test data brought by the user are not
/// touched.
[[nodiscard]] std::vector<ExampleId> dealtTestSet(const LabData &data, const std::set<ExampleId> &learnt);

/// Per class the test examples, and per class what may be learnt from: the pool without contents that are in the test set
/// too, so that no test picture can be learnt from under another name.
struct Split {
    std::vector<std::vector<Example>> pool;
    std::vector<std::vector<Example>> test;
};
[[nodiscard]] Split split(const LabData &data);

} // namespace shotlab::runner
