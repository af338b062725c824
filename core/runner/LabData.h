// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QByteArray>

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
    /// Of texts: SHA-256 of the text as people compare it (Unicode NFC, ends trimmed). What has none is compared by its hash.
    std::map<ExampleId, std::string> comparedAs {};

    [[nodiscard]] bool isText() const { return model && model->card.modality == Modality::Text; }
};

[[nodiscard]] Result<LabData> readLab(const store::LabStore &store);
/// A stored comparison with the sizes of its pool.
[[nodiscard]] Result<Comparison> readComparison(const store::LabStore &store, ComparisonId id);
/// Every example that some comparison of the lab could learn from.
[[nodiscard]] Result<std::set<ExampleId>> learntExamples(const store::LabStore &store);

/// Indices of the source labels that are called the same: case, surrounding blanks, and '_' against ' ' do not count.
[[nodiscard]] std::vector<int> linksByName(const std::string &className, const std::vector<std::string> &sourceLabels);
/// Source labels that share a word with the name of a class, those that share most first; at most so many. Words of two
/// letters do not count, and a plural s does not matter.
[[nodiscard]] std::vector<int> linksByWords(const std::string &className, const std::vector<std::string> &sourceLabels,
                                            std::size_t most);
/// Whether two names mean the same class, by the same rule.
[[nodiscard]] bool sameName(const std::string &a, const std::string &b);

/// A text as people compare it, as SHA-256 in lower-case hex: Unicode's composed form (NFC), without blanks at its ends.
[[nodiscard]] std::string comparedForm(const QByteArray &utf8);

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
