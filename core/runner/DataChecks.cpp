// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/DataChecks.h"

#include <algorithm>
#include <map>
#include <set>

namespace shotlab::runner
{

namespace
{

void addIfAny(std::vector<DataCheck> &checks, DataCheck check)
{
    check.count = static_cast<int>(check.examples.empty() ? check.classes.size() : check.examples.size());
    if (check.count > 0)
        checks.push_back(std::move(check));
}

/// Examples with the same key have the same content.
const std::string &contentKey(const LabData &data, const Example &example)
{
    const auto found = data.comparedAs.find(example.id);
    return found == data.comparedAs.end() ? example.hash : found->second;
}

DataCheck duplicates(const LabData &data)
{
    DataCheck check {CheckKind::Duplicates, {}, {}, 0, {}};
    std::set<std::string> seen;
    for (const Example &example : data.examples) {
        if (example.role == Role::Pool && !seen.insert(contentKey(data, example)).second)
            check.examples.push_back(example.id);
    }
    return check;
}

DataCheck leaks(const LabData &data)
{
    std::set<std::string> hashes;
    std::set<std::string> groups;
    for (const Example &example : data.examples) {
        if (example.role != Role::Test)
            continue;
        hashes.insert(contentKey(data, example));
        if (!example.group.empty())
            groups.insert(example.group);
    }
    DataCheck check {CheckKind::Leak, {}, {}, 0, {}};
    for (const Example &example : data.examples) {
        if (example.role == Role::Pool && (hashes.contains(contentKey(data, example)) || groups.contains(example.group)))
            check.examples.push_back(example.id);
    }
    return check;
}

} // namespace

std::vector<DataCheck> checkData(const LabData &data)
{
    std::vector<DataCheck> checks;
    addIfAny(checks, leaks(data));
    addIfAny(checks, duplicates(data));

    const Split parts = split(data);
    DataCheck few {CheckKind::FewExamples, {}, {}, 0, {}};
    DataCheck unlinked {CheckKind::NoLinks, {}, {}, 0, {}};
    std::map<std::size_t, ClassId> bySize;
    for (std::size_t i = 0; i < data.classes.size(); ++i) {
        const LabClass &labClass = data.classes[i];
        if (parts.pool[i].size() < kFewExamples)
            few.classes.push_back(labClass.id);
        if (labClass.links.empty() && data.model && !data.model->card.sourceLabels.empty())
            unlinked.classes.push_back(labClass.id);
        bySize.emplace(parts.pool[i].size() + parts.test[i].size(), labClass.id);
    }
    addIfAny(checks, few);
    if (!bySize.empty() && bySize.rbegin()->first > kUnbalanced * bySize.begin()->first)
        addIfAny(checks, {CheckKind::Unbalanced, {}, {bySize.begin()->second, bySize.rbegin()->second}, 0, {}});
    addIfAny(checks, unlinked);
    return checks;
}

} // namespace shotlab::runner
